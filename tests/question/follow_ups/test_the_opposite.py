"""The question before with the opposite of one of its words."""

import pytest

from histories import first_reading


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "and which does it win?",
            "en",
            "Which races does Acme lose?",
            "Which races does Acme win?",
        ),
        (
            "and which does it win?",
            "en",
            "Which closest races does Acme lose?",
            "Which closest races does Acme win?",
        ),
        (
            "und welche gewinnt es?",
            "de",
            "Welche Rennen verliert Acme?",
            "Welche Rennen gewinnt Acme?",
        ),
        ("那赢的是哪些", "zh", "顶点公司在哪些比赛上输了", "顶点公司在哪些比赛上赢了"),
    ],
)
def test_the_opposite_takes_the_place_of_what_was_asked(question, language, asked, first):
    assert first_reading(question, language, asked, "Two. [1]") == first
