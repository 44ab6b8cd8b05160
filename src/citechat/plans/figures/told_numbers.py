"""The numbers that a sentence tells, and which of them count something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...retrieval.selection import Quote
from ...verification.numerals import Number, read_numerals

# "the second place" is no count.
_RANK = re.compile(
    r"(?:fir|seco|thi|four|fif|six|seven|eigh|nin|ten)\w*(?:st|nd|rd|th)|\d+(?:st|nd|rd|th)"
    r"|(?:ers|zwei|drit|vier|fünf|sechs|sieb|ach|neun|zehn)\w*te[nrsm]?|第.*",
    re.IGNORECASE,
)
_WITHIN_A_NAME = re.compile(r"\w-\Z")
# Units by another name than in the figures.
_UNITS = {"": "count", "dollars": "US dollars"}
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class ToldNumber:
    """A number, and how and where it is written."""

    number: Number
    written: str
    start: int
    end: int

    @property
    def unit(self) -> str:
        """The unit as ``quantity`` takes it."""
        return _UNITS.get(self.number.unit, self.number.unit)

    @property
    def is_in_digits(self) -> bool:
        """Whether it is written in digits, "1.5 million" too."""
        return bool(_DIGIT.search(self.written))


def told_numbers(quote: Quote) -> list[ToldNumber]:
    """All numbers of a sentence; dates are none."""
    text = quote.text
    return [
        ToldNumber(one.value, text[one.start : one.end], one.start, one.end)
        for one in read_numerals(text, quote.passage.language)
        if isinstance(one.value, Number)
    ]


def counts_in(quote: Quote) -> list[ToldNumber]:
    """The numbers of a sentence that count something: no place of a row, and no part of a name or of a word."""
    return [one for one in told_numbers(quote) if not _is_of_a_word(one, quote.text)]


def _is_of_a_word(one: ToldNumber, text: str) -> bool:
    """Whether a number counts nothing: "the second", "o1-1217", "four-legged"."""
    is_within = _WITHIN_A_NAME.search(text[: one.start])
    opens_a_word = not one.is_in_digits and text.startswith("-", one.end)
    return bool(_RANK.fullmatch(one.written) or is_within or opens_a_word)
