"""The dates that a question names, as figures have them: "2024", "2024-06"."""

from __future__ import annotations

import re

from ...language.cut_out import cut_out
from ...verification.numerals import Date, Numeral, read_numerals

# Month → what asks for its end, before a year or, in Chinese, after it.
_PARTS_OF_A_YEAR = {
    6: re.compile(r"\b(?:mid|middle of|mitte)[- ]\||\|年?中", re.IGNORECASE),
    12: re.compile(r"\b(?:end of|close of|ende)(?: the year)? \||\|年?[底末]", re.IGNORECASE),
}


def dates_in(text: str, language: str) -> tuple[str, ...]:
    """The dates of a text as figures have them; the end of a year is its last month."""
    found: dict[str, None] = {}
    for numeral in read_numerals(text, language):
        date = numeral.value
        if isinstance(date, Date) and date.year:
            month = date.month or _part_of_the_year(text, numeral)
            found[f"{date.year}-{month:02}" if month else f"{date.year}"] = None
    return tuple(found)


def _part_of_the_year(text: str, numeral: Numeral) -> int:
    """The month at the end of which the middle or the end of a year is; 0 where no such is said."""
    around = (
        f"{text[max(0, numeral.start - 12) : numeral.start]}|{text[numeral.end : numeral.end + 2]}"
    )
    return next((month for month, pattern in _PARTS_OF_A_YEAR.items() if pattern.search(around)), 0)


def without_dates(text: str, language: str) -> str:
    """The text without its dates, of which a month is a word."""
    numerals = read_numerals(text, language)
    return cut_out(text, (one for one in numerals if isinstance(one.value, Date)))
