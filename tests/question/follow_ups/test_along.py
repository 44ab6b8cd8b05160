"""Read along with the question before."""

import pytest

from citechat.question.follow_ups import readings
from histories import BOAT_NAMES, first_reading, turns


@pytest.mark.parametrize(
    ("asked", "question", "language"),
    [
        ("Why do boats lie idle?", "why there and not in Osten?", "en"),
        ("Warum liegen Boote still?", "warum gerade dort und nicht in Osten?", "de"),
        ("为什么船停着？", "为什么在那里而不是东城？", "zh"),
    ],
)
def test_what_points_to_a_place_that_nobody_named_is_read_along(asked, question, language):
    assert first_reading(question, language, asked, "So. [1]") == f"{asked} {question}"


@pytest.mark.parametrize(
    ("asked", "question", "language"),
    [
        ("Which cities build boats?", "why not Norden?", "en"),
        ("Welche Städte bauen Boote?", "warum nicht Norden?", "de"),
        ("哪些城市造船？", "为什么没有北城？", "zh"),
    ],
)
def test_why_not_another_is_asked_of_what_was_asked(asked, question, language):
    assert f"{asked} {question}" in readings(
        question, turns(asked, "Osten. [1]"), BOAT_NAMES, language
    )
