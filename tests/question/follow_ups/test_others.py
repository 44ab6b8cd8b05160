"""Of the rest: "and the other cities?", "which ones not?"."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.others import names_another
from citechat_ingest import Glossary
from histories import BOATS, NAMES, turns

GLOSSARY = Glossary(NAMES)


def first_reading(question, language, asked, said="So. [1]"):
    return readings(question, turns(asked, said), GLOSSARY, language)[0]


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "What about the other cities?",
            "en",
            "How many boats does the other cities have?",
        ),
        ("Who founded Acme?", "and the others?", "en", "Who founded the other companies?"),
        ("Wer gründete Acme?", "Und die anderen?", "de", "Wer gründete die anderen Unternehmen?"),
        ("北城有多少艘船？", "其他城市呢？", "zh", "其他城市有多少艘船？"),
        ("北城有船券吗？", "别的城市有没有？", "zh", "其他城市有船券吗？"),
    ],
)
def test_the_others_take_the_place_of_the_one_that_was_asked_about(
    asked, question, language, first
):
    assert first_reading(question, language, asked) == first


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "Which of them are in Norden?",
            "which ones not?",
            "en",
            "Which of them are in Norden? which ones not?",
        ),
        (
            "Welche davon bauen Boote?",
            "Welche nicht?",
            "de",
            "Welche davon bauen Boote? Welche nicht?",
        ),
        ("哪些公司在北城？", "哪些不在？", "zh", "哪些公司不在北城？"),
        ("哪些公司有船？", "哪些没有？", "zh", "哪些公司没有船？"),
    ],
)
def test_which_ones_not_is_asked_of_all_and_of_no_one_that_was_named(
    asked, question, language, first
):
    assert first_reading(question, language, asked, "Acme. [1]") == first


@pytest.mark.parametrize(
    ("question", "language", "asked", "said", "first"),
    [
        (
            "and the other one?",
            "en",
            "When did Acme open?",
            "Acme and Brio open. [1]",
            "When did Brio open?",
        ),
        ("und die andere?", "de", "Wann öffnete Acme?", "Acme und Brio. [1]", "Wann öffnete Brio?"),
        ("另一家呢？", "zh", "顶点公司何时开业？", "顶点公司和布里奥。[1]", "布里奥何时开业？"),
    ],
)
def test_the_other_one_is_the_other_of_two_that_were_named(question, language, asked, said, first):
    assert first_reading(question, language, asked, said) == first


@pytest.mark.parametrize(
    ("said", "asked", "is_named"),
    [
        ("Osten has 7 boats.", "Has the other cities boats?", True),
        ("Norden has 9 boats.", "Has the other cities boats?", False),
        ("Norden has 9 boats.", "Has Norden boats?", True),
    ],
)
def test_an_answer_on_others_names_one_that_was_not_asked_about(said, asked, is_named):
    history = turns("Has Norden boats?", "Norden has 9 boats. [1]")

    assert names_another(said, asked, history, GLOSSARY, "en") is is_named


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("where else?", "en", "How many boats does the other cities have?"),
        ("und wo noch?", "de", "Wie viele Boote hat die anderen Städte?"),
        ("还有哪里", "zh", "其他城市有多少艘船？"),
        ("还有哪些城市", "zh", "其他城市有多少艘船？"),
    ],
)
def test_where_else_is_asked_of_the_other_places(question, language, first):
    assert readings(question, turns(*BOATS[language]), GLOSSARY, language)[0] == first
