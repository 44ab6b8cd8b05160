"""How far two numbers lie apart that one sentence tells: of two names, or of one thing at two times.

Where the table of figures has both, ``compared`` tells it; here the sentence itself does, after the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ...language.number_format import exact, quantity, side_by_side
from ...messages import say
from ...retrieval.selection import Quote
from ...verification.numerals import Number, read_numerals
from ..statements import Findings, Statement
from .asked_arithmetic import asked_working
from .ranking import is_part_of_a_name, named_sides, numbers_of

# Among how many of the best sentences one is sought that tells both.
_REACH = 3
_PAIR = 2
# Unit of the numbers → unit of what lies between them.
_APART = {
    "percent": "percentage points",
    "yuan": "yuan",
    "dollars": "dollars",
    "euros": "euros",
    "": "count",
}


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence that tells both numbers, after their difference; nothing where none is asked for."""
    if asked_working(findings.query.text) != "difference":
        return ()
    for quote in findings.quotes[:_REACH]:
        pair = _pair(quote, findings)
        if pair:
            return [Statement(quote, _result(*pair, findings.language))]
    return ()


def _pair(quote: Quote, findings: Findings) -> tuple[Number, Number] | None:
    """The two numbers, of one unit that can be told; None where the sentence has not just these two."""
    sides = named_sides(findings)
    is_of_two = len(sides) == _PAIR
    numbers = numbers_of(sides, quote, findings) if is_of_two else _numbers(quote)
    if len(numbers) != _PAIR:
        return None
    first, second = numbers
    can_be_told = first.unit in _APART and first.unit == second.unit and first != second
    # A bare number beside another may count something else; of two names each has its own.
    may_be_bare = is_of_two or bool(first.unit)
    return (first, second) if can_be_told and may_be_bare else None


def _numbers(quote: Quote) -> list[Number]:
    """The numbers of a sentence, but for places of a row and those within a name."""
    counted: list[Number] = []
    for numeral in read_numerals(quote.text, quote.passage.language):
        if isinstance(numeral.value, Number) and not is_part_of_a_name(numeral, quote.text):
            counted.append(numeral.value)
    return counted


def _result(first: Number, second: Number, language: str) -> str:
    """How far they lie apart, with both as they are."""
    gap = abs(first.value - second.value)
    sides = [_told(number.value, _unit(number), language) for number in (first, second)]
    number = _told(gap, _APART[first.unit], language)
    return say("difference", language, number=number, sides=side_by_side(sides, language))


def _unit(number: Number) -> str:
    return number.unit or "count"


def _told(value: Fraction, unit: str, language: str) -> str:
    return quantity(exact(value), unit, "", language)
