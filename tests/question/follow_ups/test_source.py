"""The question before, as somebody else answers it."""

import pytest

from citechat.question.follow_ups import readings
from histories import BOAT_NAMES, BOATS, GLOSSARY, first_reading, turns


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        (
            "and according to the Harbour Board?",
            "en",
            "How many boats does Norden have according to the Harbour Board?",
        ),
        (
            "what does the Harbour Board say?",
            "en",
            "How many boats does Norden have according to the Harbour Board?",
        ),
        ("und laut dem Verband?", "de", "Wie viele Boote hat Norden laut dem Verband?"),
        ("was sagt das Hafenamt dazu?", "de", "Wie viele Boote hat Norden laut dem Hafenamt?"),
        ("那按港务局的统计呢？", "zh", "按港务局的说法，北城有多少艘船？"),
        ("港务局怎么说？", "zh", "按港务局的说法，北城有多少艘船？"),
    ],
)
def test_another_source_is_asked_the_question_before(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_one_source_takes_the_place_of_another():
    asked = ("How many boats, according to Acme?", "Nine. [1]")

    assert first_reading("and according to Brio?", "en", *asked) == (
        "How many boats according to Brio?"
    )


@pytest.mark.parametrize(("question", "language"), [("and by money?", "en"), ("按金额呢？", "zh")])
def test_a_measure_is_no_source(question, language):
    read = readings(question, turns(*BOATS[language]), BOAT_NAMES, language)

    assert read == [f"{BOATS[language][0]} {question}"]


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "does the article say the same?",
            "en",
            "How many boats does Norden have according to the article?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "sieht der Küstenbote das auch so?",
            "de",
            "Wie viele Boote hat Norden laut dem Küstenbote?",
        ),
        ("北城有多少船？", "海岸报也这么说吗", "zh", "按海岸报的说法，北城有多少船？"),
    ],
)
def test_whether_another_says_the_same_is_asked_of_that_one(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first
