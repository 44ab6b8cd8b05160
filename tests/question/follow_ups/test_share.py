"""A name, and nothing beside it but what is asked of the whole."""

import pytest

from histories import BOATS, first_reading


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("how many of them are located in Osten?", "en", "How many boats does Osten have?"),
        ("and Osten's?", "en", "How many boats does Osten have?"),
        ("and Osten's share?", "en", "How many boats does Osten have? share?"),
        ("wie viele davon liegen in Osten?", "de", "Wie viele Boote hat Osten?"),
        ("und Ostens?", "de", "Wie viele Boote hat Osten?"),
        ("其中东城有多少？", "zh", "东城有多少艘船？"),
        ("东城占多少？", "zh", "东城有多少艘船？ 占多少？"),
        ("东城的呢？", "zh", "东城有多少艘船？"),
    ],
)
def test_a_name_with_nothing_but_how_many_is_asked_the_question_before(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first
