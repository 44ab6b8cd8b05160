"""What is worked out of numbers that the question itself gives: "from 300 to 450, what growth is that?".

A sentence that works it out comes first; else the result is told before the sentence that has most of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...language.number_format import exact, quantity, side_by_side
from ...messages import say
from ...retrieval.selection import Quote
from ...verification.numerals import Date, Number, Numeral, read_numerals, years_in
from ..statements import Findings, Statement
from .asked_arithmetic import asked_bound, asked_working, asks_for_growth

# That one number stands beside another: the second is what it is set against.
_AGAINST = re.compile(
    r"\b(?:than|compared|against|over|up from|instead of)\b|\b(?:als|gegenüber|statt|verglichen)\b|比|相比",
    re.IGNORECASE,
)
# How a sentence tells growth as a share: "29 percent", "by half".
_SHARES = re.compile(
    r"%|\bper ?cent\b|\bhalf\b|\bdoubl\w*|\bprozent\b|\bhälfte\b|\bverdoppel\w*|一半|翻[了一]?番|百分之|倍",
    re.IGNORECASE,
)
_PERCENT_ASKED = re.compile(r"%|\bper ?cent|\bprozent|百分之", re.IGNORECASE)
# That one number is part of the other.
_PART_OF = re.compile(
    r"\bof (?:them|these|those|which|the total)\b|\bshare\b|\b(?:davon|darunter)\b|\bvon (?:ihnen|diesen|denen)\b|anteil\b|其中|占",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",(?!\d)|[;，；]")
_DIGIT = re.compile(r"\d")
# More numbers than a reader adds up.
_MOST_NUMBERS = 12
# Among how many of the best sentences the given numbers are sought.
_REACH = 12
_WORKINGS = frozenset({"growth", "difference", "ratio"})
_UNITS = {"": "count", "yuan": "yuan", "dollars": "US dollars", "euros": "euros"}
# From here on a percentage is told without decimals, below with one.
_LARGE = 100


@dataclass(frozen=True)
class _Given:
    """A number that a question gives, and the year that stands before it; 0 for none."""

    value: Fraction
    unit: str
    year: int


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence that works it out, or the result; nothing where the question gives no numbers for it."""
    question, language = findings.query.text, findings.language
    given = _given(question, language)
    if not (given and findings.quotes and _asks_for_working(question)):
        return ()
    if asked_bound(question, language):
        return ()
    return _worked_out_in(given, findings) or _worked_out_of(given, findings)


def _asks_for_working(question: str) -> bool:
    """Whether a question wants to know how much more one number is than another."""
    return asked_working(question) in _WORKINGS or _asks_for_a_share(question)


def _asks_for_a_share(question: str) -> bool:
    """Whether a question asks how much something grew, or for a percentage."""
    return asks_for_growth(question) or bool(_PERCENT_ASKED.search(question))


def _worked_out_in(given: Sequence[_Given], findings: Findings) -> Sequence[Statement]:
    """The sentence that has all of the numbers, and works it out."""
    near = (quote for quote in findings.quotes[:_REACH] if _works_it_out(quote, given, findings))
    return [Statement(quote) for quote in near][:1]


def _worked_out_of(given: Sequence[_Given], findings: Findings) -> Sequence[Statement]:
    """The result, before the sentence that has most of the numbers."""
    result = _result(given, findings)
    source = max(findings.quotes[:_REACH], key=lambda quote: len(_held(given, quote)))
    return [Statement(source, result)] if result and _held(given, source) else ()


def _given(question: str, language: str) -> list[_Given]:
    """The numbers that a question gives in digits, but for its dates, in the order of what they tell: by
    their years, else as they stand, where not the first is set against the second."""
    numerals = read_numerals(question, language)
    numbers = [one for one in numerals if _is_in_digits(one, question)]
    # Each is read beside all others.
    if len(numbers) > _MOST_NUMBERS:
        return []
    given = [_read(one, numerals, question) for one in numbers]
    between = question[numbers[0].end : numbers[-1].start] if numbers else ""
    return _in_order(given, between)


def _in_order(given: list[_Given], between: str) -> list[_Given]:
    """Numbers as they came one after another; ``between`` are the words from the first to the last."""
    years = {one.year for one in given}
    if len(years) == len(given):
        return sorted(given, key=_year_of)
    is_turned = len(given) == 2 and _AGAINST.search(between)
    return given[::-1] if is_turned else given


def _year_of(one: _Given) -> int:
    return one.year


def _read(number: Numeral, numerals: Sequence[Numeral], question: str) -> _Given:
    """A number with the year that stands nearest to it."""
    assert isinstance(number.value, Number)
    years = {
        _distance(number, one, question): one.value.year
        for one in numerals
        if isinstance(one.value, Date) and one.value.year
    }
    nearest = min(years, default=0)
    return _Given(number.value.value, number.value.unit, years.get(nearest, 0))


def _distance(one: Numeral, other: Numeral, question: str) -> int:
    """How far two numerals stand apart, and much further where a clause ends between them."""
    between = question[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) + len(question) * bool(_CLAUSE.search(between))


def _is_in_digits(numeral: Numeral, question: str) -> bool:
    """Whether a numeral is a number, and written in digits."""
    is_number = isinstance(numeral.value, Number)
    return is_number and bool(_DIGIT.search(question[numeral.start : numeral.end]))


def _held(given: Sequence[_Given], quote: Quote) -> list[_Given]:
    """Those of the numbers that a sentence gives."""
    read = read_numerals(quote.text, quote.passage.language)
    said = [one.value.value for one in read if isinstance(one.value, Number)]
    return [one for one in given if one.value in said]


def _works_it_out(quote: Quote, given: Sequence[_Given], findings: Findings) -> bool:
    """Whether a sentence has all of the numbers, and how much the one is more than the other."""
    tells = asks_for_growth(quote.text) and _SHARES.search(quote.text)
    return bool(tells) and len(_held(given, quote)) == len(given) and _has_years(quote, findings)


def _has_years(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence has all years of the question."""
    language = findings.language
    return years_in(findings.query.text, language) <= years_in(quote.text, language)


def _result(given: Sequence[_Given], findings: Findings) -> str:
    """How much the second of two numbers is more than the first, in the chat's own words; empty for others."""
    units = {one.unit for one in given if one.unit}
    unit = _UNITS.get(next(iter(units), ""), "")
    if len(given) != 2 or len(units) > 1 or not unit or not given[0].value:
        return ""
    language, working = findings.language, asked_working(findings.query.text)
    first, last = (one.value for one in given)
    gain = quantity(exact(abs(last - first)), unit, "", language)
    told = [quantity(exact(one.value), unit, "", language) for one in given]
    sides = side_by_side(told, language)
    if working == "difference" and not _asks_for_a_share(findings.query.text):
        return say("difference", language, number=gain, sides=sides)
    if working == "ratio":
        ratio = _rounded(max(first, last) / min(first, last), "count", language)
        return say("ratio", language, number=ratio, sides=sides)
    if _asks_for_a_part(findings.query.text):
        share = _rounded(min(first, last) / max(first, last) * 100, "percent", language)
        return say("share", language, number=share, sides=sides)
    percent = _rounded(abs(last - first) / first * 100, "percent", language)
    key = "grew" if last >= first else "fell"
    return say(key, language, number=gain, percent=percent, sides=sides)


def _asks_for_a_part(question: str) -> bool:
    """Whether the one number is a part of the other, of which the percentage is asked for."""
    return bool(_PART_OF.search(question)) or not asks_for_growth(question)


def _rounded(value: Fraction, unit: str, language: str) -> str:
    """A number that was worked out; about, where it does not come out even."""
    shown = Fraction(round(value, 0 if value >= _LARGE else 1))
    return quantity(exact(shown), unit, "" if shown == value else "about", language)
