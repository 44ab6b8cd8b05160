"""A list in a sentence of who has how much: "33 percent for Orne, 18 percent for Kell"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..verification.facts import Fact, Number
from .claims import Claim, is_proper_name, nearest_name
from .evidence import Evidence
from .wording import is_called

# As many numbers side by side, each with its own name, are a list of who has how much.
_LISTED = 3


def is_listed_so(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a list gives the name of a rank that place: 33 percent before 18 and 10 is first.

    Of two numbers none is a list, and the last of a list may be behind others that it leaves out.
    """
    rank, held = fact.value, _values_held(one)
    if not isinstance(rank, Number):
        return False
    # The first name is whose rank it is: "China" in "first in China" holds none.
    of_names = ([value for holders, value in held if _has(name, holders)] for name in claim.names)
    own = next(filter(None, of_names), [])
    if len(own) != 1 or len(held) < _LISTED:
        return False
    place = 1 + sum(value > own[0] for _, value in held)
    return rank.value == place < len(held)


def is_listed_for(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a list gives a number to the name whose number the claim gives."""
    subject = nearest_name(claim.facts, fact)
    return subject is not None and not claim.is_rank(fact) and _gives_to(subject, other, one)


def _gives_to(subject: Fact, other: Fact, one: Evidence) -> bool:
    held = _values_held(one)
    own = [value for holders, value in held if _has(subject, holders)]
    return len(held) >= _LISTED and own == [_number(other)]


def _values_held(one: Evidence) -> list[tuple[list[Fact], Fraction]]:
    """The numbers of one unit in a sentence, each with the names between it and the one before, or
    all with those behind them ("39 percent for Acme"); nothing where one has no name of its own, or
    where there are several units."""
    units = set(map(unit, one.figures))
    if len(units) != 1 or any(map(one.is_rank, one.figures)):
        return []
    return _held(one, one.figures, int(_is_named_behind(one)))


def _is_named_behind(one: Evidence) -> bool:
    """Whether a name stands behind the last number."""
    last = one.figures[-1].end
    return any(name.start > last for name in filter(is_proper_name, one.stated.facts))


def _held(one: Evidence, figures: Sequence[Fact], shift: int) -> list[tuple[list[Fact], Fraction]]:
    """Each number with the names before it (shift 0) or behind it (1), up to the next number."""
    length = len(one.span.text)
    edges = [0, *(figure.end for figure in figures), length]
    held = []
    for number, figure in enumerate(figures):
        start, end = edges[number + shift], edges[number + shift + 1]
        between = [fact for fact in one.stated.facts if start <= fact.start < end]
        holders = list(filter(is_proper_name, between))
        if not holders or not isinstance(figure.value, Number):
            return []
        held.append((holders, figure.value.value))
    return held


def _has(name: Fact, holders: Sequence[Fact]) -> bool:
    return any(called(name, holder) for holder in holders)


def called(name: Fact, other: Fact) -> bool:
    """Whether another name is the claim's, or its first word."""
    return is_called(name, other) or name.surface.split()[0] == other.surface


def unit(fact: Fact) -> str:
    return fact.value.unit if isinstance(fact.value, Number) else ""


def _number(fact: Fact) -> Fraction | None:
    return fact.value.value if isinstance(fact.value, Number) else None
