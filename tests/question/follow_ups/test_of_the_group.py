"""Of the five: of those whom the last turn counted by their name."""

from __future__ import annotations

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.of_the_group import of_the_group
from citechat.question.follow_ups.turns import Turn
from citechat_ingest import Glossary
from histories import name, turns

NAMES = Glossary((name("concept", "five lamps", "fünf Lampen", "五大灯"),))


def likeliest(question: str, language: str, asked: str) -> str:
    return readings(question, turns(asked, "They are old. [1]"), NAMES, language)[0]


@pytest.mark.parametrize(
    ("question", "language", "asked", "read"),
    [
        (
            "and how many of the five are lit?",
            "en",
            "What are the five lamps?",
            "how many of the five lamps are lit?",
        ),
        (
            "wie viele der fünf leuchten?",
            "de",
            "Was sind die fünf Lampen?",
            "wie viele der fünf Lampen leuchten?",
        ),
        ("这五家里有几家亮着？", "zh", "五大灯是什么？", "五大灯中有几家亮着？"),
    ],
)
def test_the_number_stands_for_the_name_that_counts_so_many(question, language, asked, read):
    assert likeliest(question, language, asked) == read


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param("how many of the six are lit?", "What are the five lamps?", id="number"),
        pytest.param("how many of the five boats sail?", "What are the five lamps?", id="noun"),
        pytest.param("how many of the five are lit?", "How many boats sail?", id="no such name"),
    ],
)
def test_elsewhere_it_is_left_alone(question, asked):
    assert of_the_group(question, Turn(asked, "They are old."), NAMES, "en") == ""
