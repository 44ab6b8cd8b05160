"""Another beside the thing, or the year, that was asked about."""

import pytest

from citechat.question.follow_ups import readings
from histories import BOAT_NAMES, BOATS, first_reading, turns


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("is that more than Osten?", "en", "How many boats does Norden and Osten have?"),
        ("more than in Osten?", "en", "How many boats does Norden and Osten have?"),
        ("ist das mehr als in Osten?", "de", "Wie viele Boote hat Norden und Osten?"),
        ("比东城多吗？", "zh", "北城和东城有多少艘船？"),
    ],
)
def test_what_is_set_beside_the_answer_is_asked_of_both(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_a_year_is_set_beside_the_year_that_was_asked_about():
    asked = ("How many boats did Norden build in 2024?", "Nine. [1]")

    assert first_reading("was that more than in 2022?", "en", *asked) == (
        "How many boats did Norden build in 2022 and 2024?"
    )


def test_a_comparison_with_a_subject_of_its_own_is_a_fresh_question():
    question = "Does Osten have more boats than houses?"

    assert readings(question, turns(*BOATS["en"]), BOAT_NAMES, "en") == [question]


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        (
            "does it have more sailors than Osten?",
            "en",
            "does Norden have more sailors than Osten?",
        ),
        ("hat es mehr Matrosen als Osten?", "de", "hat Norden mehr Matrosen als Osten?"),
    ],
)
def test_what_else_it_has_more_of_is_no_question_for_both(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first


def test_what_is_set_beside_the_answer_is_no_topic_of_its_own():
    asked = (*BOATS["zh"], "比东城多吗？", "东城有20艘船。[1]")

    assert first_reading("陆国呢？", "zh", *asked) == "陆国有多少艘船？"


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("does Osten have more?", "en", "How many boats does Osten and Norden have?"),
        ("hat Osten mehr?", "de", "Wie viele Boote hat Osten und Norden?"),
        ("东城比它多吗？", "zh", "东城和北城有多少艘船？"),
    ],
)
def test_whether_another_has_more_than_it_is_asked_of_both(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first
