"""A claim gives somebody a place or a date that a sentence gives otherwise, in whatever order of words.

claim     4Paradigm is a company from Shanghai.     Kell was born in 1985.
sentence  The Beijing company 4Paradigm makes …     Kell was born in 1990, and Orne in 1985.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ..verification.facts import Date, Fact, kind_of, matches
from .claims import Claim, nearest_name
from .contrasts import ALL_BUT_SAID, said_of_another
from .evidence import Evidence
from .wording import coverage, names_all, parts_of

# A sentence with so much of a claim's words says the same of whomever it names.
_HALF_SAID = 0.5
# What anybody has in one place alone: where it was founded, where it has its seat.
_IN_ONE_PLACE = {
    "en": r"\b(?:founded|born|based|headquarter\w*|seat|set up|established|company (?:from|of|in))\b",
    "de": r"\b(?:gegründet|geboren|ansässig|Hauptsitz|Sitz|Zentrale|entstand\w*|stammt\w*"
    r"|(?:Unternehmen|Firma|Konzern) (?:aus|in))\b",
    "zh": r"成立|创立|创办|创建|出生|总部|(?:是|为).{0,8}(?:企业|公司)",
}


def said_otherwise(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The words of a claim in whose place a sentence has another name, another date or another place."""
    contrasts = (said_of_another, _placed_otherwise, _dated_of_another)
    return next(filter(None, (contrast(claim, one) for contrast in contrasts)), ())


def is_said_whole(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence has all names and dates of a claim, and most of its words."""
    is_dated = one.states_all(claim.dates)
    return is_dated and names_all(claim, one) and coverage(claim, [one]) >= ALL_BUT_SAID


# Another place


def _placed_otherwise(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The place of a claim that somebody was founded or has the seat there, where a sentence with
    all the rest of the claim has another place beside the name."""
    place = _only_place(claim)
    if place is None:
        return ()
    if one.stated.contains(place.value):
        return ()
    others = [name for name in claim.names if name is not place]
    if not _is_elsewhere(others, one):
        return ()
    return (place.surface,) if _says_the_rest(claim, others, one) else ()


def _is_elsewhere(others: Sequence[Fact], one: Evidence) -> bool:
    """Whether a sentence has a place beside the first of the names."""
    return bool(others) and any(map(_is_place, _beside(others[0], one)))


def _only_place(claim: Claim) -> Fact | None:
    """The one place of a claim that somebody has something in one place alone."""
    places = list(filter(_is_place, claim.names))
    is_one = len(places) == 1 and _is_in_one_place(claim)
    return places[0] if is_one else None


def _is_place(fact: Fact) -> bool:
    return kind_of(fact.value) == "place"


def _is_in_one_place(claim: Claim) -> bool:
    return bool(re.search(_IN_ONE_PLACE[claim.language], claim.text, re.IGNORECASE))


def _says_the_rest(claim: Claim, others: Sequence[Fact], one: Evidence) -> bool:
    """Whether a sentence of the claim's language has its other names, its dates and its words."""
    if one.language != claim.language or not one.states_all([*others, *claim.dates]):
        return False
    return coverage(claim, [one]) >= ALL_BUT_SAID


def _beside(name: Fact, one: Evidence) -> list[Fact]:
    """The facts in those parts of a sentence that have a name."""
    having = filter(partial(_has, name), _facts_by_part(one))
    return [fact for part in having for fact in part]


# Another date


def _dated_of_another(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The claim's one date, where a sentence gives it to another of the kind of whom the claim names,
    and another date to this one."""
    if len(claim.dates) != 1:
        return ()
    date, dated = claim.dates[0], nearest_name(claim.facts, claim.dates[0])
    if dated is None or not kind_of(dated.value):
        return ()
    if coverage(claim, [one]) < _HALF_SAID:
        return ()
    parts = _facts_by_part(one)
    own = list(filter(partial(_has, dated), parts))
    is_others = any(map(partial(_gives_to_another, date, dated), parts))
    is_own_another = len(own) == 1 and _has_another_date(date, own[0])
    return (date.surface,) if is_others and is_own_another else ()


def _gives_to_another(date: Fact, dated: Fact, part: Sequence[Fact]) -> bool:
    """Whether a part of a sentence has a date, and the name of another of the same kind."""
    is_alike = kind_of(dated.value) in {kind_of(fact.value) for fact in part}
    return is_alike and _has(date, part) and not _has(dated, part)


def _has_another_date(date: Fact, part: Sequence[Fact]) -> bool:
    has_date = any(isinstance(fact.value, Date) for fact in part)
    return has_date and not _has(date, part)


# The parts of a sentence


def _facts_by_part(one: Evidence) -> list[list[Fact]]:
    """What a sentence says one after another, by its facts."""
    parts = parts_of(one.span.text, one.language)
    return [[fact for fact in one.stated.facts if fact.surface in part] for part in parts]


def _has(fact: Fact, part: Sequence[Fact]) -> bool:
    return any(matches(other.value, fact.value) for other in part)
