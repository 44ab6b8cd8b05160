"""A claim and what lies near it in the sources → borne out, in part, contradicted or not found.

The rules, in the order in which they are asked:

1. No sentence near the claim is about it: not found.
2. A number or rank of the claim is stated by a near sentence about the same name, or another one
   stands in its place there: the closer of the two sentences decides. Another one: contradicted.
   None at all: not found.
3. A word of the claim stands against its opposite, or a denial against none: contradicted.
4. A name, a date, a superlative or most of the other words are nowhere in those sentences: in part.
5. Else it is borne out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..reading.reader import ENTAILED, SentenceReader
from ..verification.alignment import compare
from ..verification.facts import Date, Value, matches
from .claims import Claim
from .evidence import Evidence
from .figures import Figure, figures_of
from .wording import likeness, names, unstated_words

Outcome = Literal["borne_out", "in_part", "contradicted", "not_found"]
OUTCOMES: tuple[Outcome, ...] = ("borne_out", "in_part", "contradicted", "not_found")

# A sentence further away than this speaks of something else: of two sentences of different sources
# of the shipped corpus nine in ten pairs are, in each language (the packaged embedder).
FAR = 0.5
# Sentences this much further away than the closest one are read along with it: sources say a
# claim in parts. What bears it out must be among those that are cited for it, which are fewer.
_BESIDE = 0.2
_READ_ALONG, CITED = 5, 3
# What all facts of a claim add to the closeness of a sentence that states them.
_FACTS = 0.15
# How like a claim sentences must be that bear it out. A number that is stated says most by itself.
# With less than the last of the three the sources do not say it at all.
_ENOUGH, _ENOUGH_BESIDE_A_FIGURE, _TOO_LITTLE = 0.65, 0.4, 0.4
# Sentences with as many names in common speak of one thing, whatever their other words.
_MANY_NAMES = 3
# From this probability on the reader's word is enough for the words.
_ENTAILED = 0.6


@dataclass(frozen=True)
class Judgement:
    """The outcome; the sentences that bear the claim out, and those that say otherwise, closest
    first; and the words of the claim that no source states. What is not found has in ``bearing``
    the sentence that is nearest to it."""

    outcome: Outcome
    bearing: tuple[Evidence, ...] = ()
    otherwise: tuple[Evidence, ...] = ()
    unstated: tuple[str, ...] = ()


def judge(
    claim: Claim, evidence: Sequence[Evidence], reader: SentenceReader | None = None
) -> Judgement:
    """What ``evidence`` makes of ``claim``."""
    about = [one for one in evidence if _is_about(claim, one)]
    near = [one for one in about if one.closeness >= FAR]
    near.sort(key=lambda one: -_nearness(claim, one))
    if not near:
        return Judgement("not_found")
    figures = figures_of(claim, near, about)
    stating = _distinct(one.stating for one in figures if one.is_stated)
    stating = stating or tuple(one for one in near if _gives_a_day(claim, one))
    by_figures = _by_figures(claim, figures, stating, near)
    if by_figures:
        return by_figures
    read = _bearing(claim, near, stating)
    bearing = read[:CITED]
    against = _distinct(one.against for one in figures)
    unstated = (*_unstated(figures), *unstated_words(claim, bearing, about))
    enough = _ENOUGH_BESIDE_A_FIGURE if stating else _ENOUGH
    if not stating:
        by_words = _by_words(claim, read, near)
        if by_words:
            return by_words
    is_said = likeness(claim, bearing) >= enough or _is_entailed(claim, bearing, reader)
    outcome: Outcome = "borne_out" if is_said and not unstated else "in_part"
    return Judgement(outcome, bearing, against, unstated)


def _by_figures(
    claim: Claim,
    figures: Sequence[Figure],
    stating: tuple[Evidence, ...],
    near: Sequence[Evidence],
) -> Judgement | None:
    """Contradicted by another number, or not found since none of its numbers is stated."""
    refuted = [one for one in figures if one.against and not one.is_stated]
    if refuted:
        against = _distinct(one.against for one in figures)
        return Judgement("contradicted", stating, against, _unstated(refuted))
    # A rank may be told in other words: "ahead of all others".
    counts = [one for one in figures if not claim.is_rank(one.fact)]
    if counts and not stating:
        return Judgement("not_found", tuple(near[:1]), (), _unstated(figures))
    return None


def _by_words(
    claim: Claim, read: tuple[Evidence, ...], near: Sequence[Evidence]
) -> Judgement | None:
    """Contradicted by a denial or an opposite, or not found since next to nothing of it is said."""
    denying = tuple(one for one in read if _denies(claim, one))
    if denying:
        return Judgement("contradicted", (), denying)
    if likeness(claim, read) >= _TOO_LITTLE:
        return None
    other_words = [one for one in near if _says_in_other_words(claim, one)]
    if other_words:
        return Judgement("in_part", tuple(other_words[:CITED]))
    return Judgement("not_found", read[:1])


def _says_in_other_words(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence has hardly a word of the claim, but all its names, and those many."""
    return len(claim.names) >= _MANY_NAMES and all(names(one, name) for name in claim.names)


def _unstated(figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(one.fact.surface for one in figures if not one.is_stated)


def _distinct(evidence: Iterable[Evidence | None]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for one in evidence if one is not None))


# Which sentences


def _is_about(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence, or its heading or the sentence before it, names what the claim names."""
    return not claim.names or any(names(one, name) for name in claim.names)


def _nearness(claim: Claim, one: Evidence) -> float:
    """How close a sentence is, and how many of the claim's names, dates and numbers it states."""
    to_state = [*claim.names, *claim.dates, *claim.figures]
    stated = sum(one.stated.contains(fact.value) for fact in to_state)
    return one.closeness + _FACTS * stated / max(1, len(to_state))


def _gives_a_day(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence gives a day or month of the claim, which says as much as a number."""
    days = [fact.value for fact in claim.dates if _is_day_or_month(fact.value)]
    given = set(one.dates)
    return any(matches(value, day) for day in days for value in given)


def _is_day_or_month(value: Value) -> bool:
    return isinstance(value, Date) and value.month is not None


def _bearing(
    claim: Claim, near: Sequence[Evidence], stating: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """The sentences that state the claim's numbers, and the closest ones of its time beside them."""
    least = max(one.closeness for one in near) - _BESIDE
    beside = [one for one in near if one.closeness >= least and _is_of_that_year(claim, one)]
    return _distinct([*stating, *beside])[:_READ_ALONG]


def _is_of_that_year(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence gives no bare year but the claim's: a full date is that of a report."""
    years = list(filter(_is_bare_year, one.dates))
    if not claim.dates or not years:
        return True
    return any(matches(date.value, year) for date in claim.dates for year in years)


def _is_bare_year(date: Date) -> bool:
    return date == Date(date.year)


# What they say


def _denies(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence says the opposite of the claim, word beside word."""
    if one.language != claim.language:
        return False
    beside = compare(claim.text, claim.facts, one.span.text, one.stated.facts, claim.language)
    return bool(beside.negations or beside.opposites)


def _is_entailed(claim: Claim, bearing: Sequence[Evidence], reader: SentenceReader | None) -> bool:
    """Whether the reader is sure of it by one sentence; it does not read two languages at once."""
    pairs = [(claim.text, one.span.text) for one in bearing if one.language == claim.language]
    if reader is None or not pairs:
        return False
    relations = reader.bears_out(pairs, [claim.language] * len(pairs))
    return bool(relations[:, ENTAILED].max() >= _ENTAILED)
