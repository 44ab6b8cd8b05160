"""More than a number, or less: read in the words beside it."""

from __future__ import annotations

import pytest

from citechat.verification.comparators import direction, oppose


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("more than 40 lamps", "en", "more"),
        ("no more than 40 lamps", "en", "less"),
        ("nearly 40 lamps", "en", "less"),
        ("40 or more lamps", "en", "more"),
        ("about 40 lamps", "en", ""),
        ("over RMB 40", "en", "more"),
        ("mehr als 40 Lampen", "de", "more"),
        ("nicht mehr als 40 Lampen", "de", "less"),
        ("knapp 40 Lampen", "de", "less"),
        ("rund 40 Lampen", "de", ""),
        ("超过40盏灯", "zh", "more"),
        ("不超过40盏灯", "zh", "less"),
        ("40多盏灯", "zh", "more"),
        ("40盏以下", "zh", ""),
        ("40以下", "zh", "less"),
        ("近40盏灯", "zh", "less"),
    ],
)
def test_the_words_beside_a_number_tell_its_side(text: str, language: str, expected: str) -> None:
    start = text.index("40")

    assert direction(text, start, start + 2, language) == expected


def test_a_bare_number_opposes_neither() -> None:
    assert oppose("more", "less")
    assert not oppose("more", "")
    assert not oppose("", "less")
