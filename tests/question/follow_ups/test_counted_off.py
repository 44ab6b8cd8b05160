"""One of several that were named, by its number."""

import pytest

from citechat.question.follow_ups import readings
from histories import GLOSSARY, first_reading, turns


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("What does the second one make?", "en", "What does Brio make?"),
        ("What does the last one make?", "en", "What does Brio make?"),
        ("Was macht die erste Firma?", "de", "Was macht Acme Firma?"),
        ("第二家做什么？", "zh", "布里奥做什么？"),
    ],
)
def test_one_of_several_is_counted_off(question, language, first):
    history = turns("Which firms are in Norden?", "Acme and Brio are in Norden. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_the_one_counted_off_may_have_been_listed_a_turn_earlier():
    history = turns(
        "Which firms are in Norden?",
        "Acme and Brio are in Norden. [1]",
        "What does the first one make?",
        "Acme makes the Acme One. [1]",
    )

    assert readings("And the last one?", history, GLOSSARY, "en")[0] == "What does Brio make?"


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "Acme or Brio, who's worth more?",
            "what did the latter earn?",
            "en",
            "what did Brio earn?",
        ),
        (
            "Acme oder Brio, wer ist mehr wert?",
            "was hat letztere verdient?",
            "de",
            "was hat Brio verdient?",
        ),
        ("顶点公司和布里奥谁更值钱", "后面那家赚了多少", "zh", "布里奥赚了多少"),
    ],
)
def test_the_former_and_the_latter_are_those_of_the_question_before(
    before, question, language, first
):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_the_second_is_asked_the_question_before():
    asked = ("How old is Acme?", "Brio and Acme are old, and so is Norden. [1]")
    history = ("Who builds boats?", "Acme and Brio build boats. [1]", *asked)

    assert first_reading("and the second?", "en", *history) == "How old is Brio?"
