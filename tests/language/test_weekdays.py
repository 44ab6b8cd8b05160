"""The days that a text speaks of."""

from __future__ import annotations

import pytest

from citechat.language.weekdays import weekdays


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Open from Monday to Friday, and on weekends", {0, 1, 2, 3, 4, 5, 6}),
        ("Mondays and Fridays", {0, 4}),
        ("Friday – Monday", {4, 5, 6, 0}),
        ("Am Montag ist Ruhetag.", {0}),
        ("Dienstag bis Donnerstag, sonntags", {1, 2, 3, 6}),
        ("周二至周五上午十点开门，周末九点", {1, 2, 3, 4, 5, 6}),
        ("星期天几点开门？", {6}),
        ("every day", set()),
    ],
)
def test_ranges_and_weekends_are_of_each_day(text: str, days: set[int]) -> None:
    assert weekdays(text) == days
