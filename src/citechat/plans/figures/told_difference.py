"""How far two numbers lie apart that one sentence tells: of two names, or of one thing at two times.

Where the table of figures has both, ``compared`` tells it; here the sentence itself does, after the result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ...language.number_format import exact, quantity, side_by_side
from ...messages import say
from ...retrieval.selection import Quote
from ..statements import Findings, Statement
from .asked_arithmetic import asked_working
from .ranking import named_sides, numbers_of
from .told_numbers import ToldNumber, counts_in

_PERCENT = re.compile(r"%|\bper ?cent|\bprozent|百分之", re.IGNORECASE)
# Among how many of the best sentences one is sought that tells both.
_REACH = 3
# Unit of the numbers → unit of what lies between them.
_APART = {
    "percent": "percentage points",
    "yuan": "yuan",
    "US dollars": "US dollars",
    "euros": "euros",
    "count": "count",
}
# A bare number beside another may count something else; of two names each has its own.
_MEASURED = tuple(unit for unit in _APART if unit != "count")


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence that tells both numbers, after their difference; nothing where none is asked for."""
    if not _asks_how_far(findings.query.text):
        return ()
    for quote in findings.quotes[:_REACH]:
        pair = _pair(quote, findings)
        if pair:
            return [Statement(quote, _result(pair, findings))]
    return ()


def _asks_how_far(question: str) -> bool:
    working = asked_working(question)
    return working == "difference" or (working == "growth" and bool(_PERCENT.search(question)))


def _pair(quote: Quote, findings: Findings) -> Sequence[ToldNumber]:
    """The two numbers of a sentence, of one unit that can be told; nothing where it has not just two such."""
    sides = named_sides(findings)
    if len(sides) == 2:
        return _told_apart(numbers_of(sides, quote, findings))
    numbers = counts_in(quote)
    pairs = (_told_apart(_in_unit(unit, numbers)) for unit in _MEASURED)
    return next(filter(None, pairs), ())


def _in_unit(unit: str, numbers: Sequence[ToldNumber]) -> list[ToldNumber]:
    return [one for one in numbers if one.unit == unit]


def _told_apart(numbers: Sequence[ToldNumber]) -> Sequence[ToldNumber]:
    """The numbers, where they are two that lie apart in a unit that can be told."""
    if len(numbers) != 2:
        return ()
    first, second = numbers
    can_be_told = first.unit in _APART and first.unit == second.unit
    return numbers if can_be_told and first.number != second.number else ()


def _result(pair: Sequence[ToldNumber], findings: Findings) -> str:
    """How far two numbers lie apart, with both as they are; in percent, where that is asked of one thing."""
    first, second = pair
    language = findings.language
    gap = second.number.value - first.number.value
    words = {
        "number": _told(abs(gap), _APART[first.unit], language),
        "sides": side_by_side(
            [_told(one.number.value, one.unit, language) for one in pair], language
        ),
    }
    is_of_one = len(named_sides(findings)) < 2 and first.unit != "percent"
    if not (is_of_one and first.number.value and _PERCENT.search(findings.query.text)):
        return say("difference", language, **words)
    percent = Fraction(round(abs(gap) / first.number.value * 100, 1))
    key = "grew" if gap > 0 else "fell"
    return say(key, language, percent=_told(percent, "percent", language), **words)


def _told(value: Fraction, unit: str, language: str) -> str:
    return quantity(exact(value), unit, "", language)
