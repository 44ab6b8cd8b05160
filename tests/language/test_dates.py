"""Dates as readers of each language write them."""

from __future__ import annotations

import pytest

from citechat.language.dates import date_in_words


@pytest.mark.parametrize(
    ("date", "language", "words"),
    [
        ("2026-02-04", "en", "4 February 2026"),
        ("2026-02-04", "de", "4. Februar 2026"),
        ("2026-02-04", "zh", "2026年2月4日"),
        ("2025-11", "en", "November 2025"),
        ("2025-11", "zh", "2025年11月"),
        ("2025", "de", "2025"),
        ("2025", "zh", "2025年"),
        ("2025-13", "en", "2025-13"),
        ("spring 2025", "zh", "spring 2025"),
    ],
)
def test_a_date_is_written_out_as_far_as_it_is_known(date, language, words):
    assert date_in_words(date, language) == words
