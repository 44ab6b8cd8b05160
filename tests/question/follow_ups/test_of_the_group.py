"""Of the five: of those whom the last turn counted by their name."""

from __future__ import annotations

import pytest

from histories import first_reading


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "and how many of the five are?",
            "en",
            "What are the five lamps?",
            "how many of the five lamps are?",
        ),
        (
            "wie viele der fünf leuchten?",
            "de",
            "Was sind die fünf Lampen?",
            "wie viele der fünf Lampen leuchten?",
        ),
        ("这五家里有几家亮着？", "zh", "五灯是什么？", "五灯中有几家亮着？"),
    ],
)
def test_the_number_stands_for_the_name_that_counts_so_many(question, language, asked, first):
    assert first_reading(question, language, asked, "They are lit. [1]") == first


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param(
            "how many of the six are lit?", "What are the five lamps?", id="another number"
        ),
        pytest.param(
            "how many of the five boats sail?", "What are the five lamps?", id="its own noun"
        ),
        pytest.param(
            "how many of the five are lit?", "How many boats has Norden?", id="no such name"
        ),
    ],
)
def test_elsewhere_it_is_left_alone(question, asked):
    read = first_reading(question, "en", asked, "They are lit. [1]")

    assert "five lamps are" not in read and "five lamps boats" not in read
