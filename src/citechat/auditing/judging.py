"""A claim and what lies near it in the sources → borne out, in part, contradicted or not found.

The rules, in the order in which they are asked:

1. No sentence near the claim is about it: not found.
2. A sentence has a state that excludes the claim's ("loss" for "profit"), puts behind another whom the
   claim has lead, or has another name, place or date in the place of the claim's: contradicted.
3. A number or rank of the claim is stated by a near sentence about the same name, or another one
   stands in its place there: the closer of the two sentences decides. Another one: contradicted.
   One all but the same, for a round number: in part. None at all: not found.
4. A word of the claim stands against its opposite, or a denial against none: contradicted.
5. No sentence names one of those whom the claim is about: not found.
6. A name, a date, a superlative or most of the other words are nowhere in those sentences: in part.
7. Sources add what the claim leaves out, another number of that year or a narrow lead: in part.
8. Else it is borne out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse
from typing import Literal

from ..reading.reader import ENTAILED, SentenceReader
from ..verification.facts import Date, Fact, matches
from .claims import Claim
from .contrasts import Contrast, excluded_state, led_by_another, word_by_word
from .evidence import Evidence
from .number_verdicts import SAME_SUBJECT, Figure, figures_of
from .places_and_dates import is_said_whole, said_otherwise
from .reservations import reservations
from .wording import (
    covering,
    first_tied,
    gives_all_dates,
    gives_many_years,
    is_told_in_front,
    likeness,
    names,
    unnamed_participants,
    unstated_words,
)

Outcome = Literal["borne_out", "in_part", "contradicted", "not_found"]
OUTCOMES: tuple[Outcome, ...] = ("borne_out", "in_part", "contradicted", "not_found")

# A sentence further away than this speaks of something else: of two sentences of different sources
# of the shipped corpus nine in ten pairs are, in each language (the packaged embedder).
FAR = 0.5
# Sentences this much further away than the closest one are read along with it: sources say a
# claim in parts. What bears it out must be among those that are cited for it, which are fewer.
_BESIDE = 0.2
_READ_ALONG, CITED = 8, 3
# What all facts of a claim add to the closeness of a sentence that states them.
_FACTS = 0.15
# How like a claim sentences must be that bear it out. A number that is stated says most by itself.
# With less than the last of the three the sources do not say it at all.
_ENOUGH, _ENOUGH_BESIDE_A_FIGURE, _TOO_LITTLE = 0.65, 0.4, 0.4
_ENOUGH_BESIDE_A_DATE = 0.55
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
    about = list(filter(partial(_is_about, claim), evidence))
    near = [one for one in about if one.closeness >= FAR]
    near.sort(key=lambda one: -_nearness(claim, one))
    return _judge_near(claim, near, about, reader) if near else Judgement("not_found")


def _judge_near(
    claim: Claim, near: Sequence[Evidence], about: Sequence[Evidence], reader: SentenceReader | None
) -> Judgement:
    """What the sentences near a claim make of it, and others about it that are further away."""
    figures = figures_of(claim, near, about)
    stating = _distinct(one.stating for one in figures if one.is_stated)
    contrast = _by_contrast(claim, stating, near, about)
    if contrast:
        return contrast
    stating = stating or tuple(one for one in near if _gives_a_month(claim, one))
    by_figures = _by_figures(claim, figures, stating, near)
    return by_figures or _by_all(claim, figures, stating, near, about, reader)


def _by_all(
    claim: Claim,
    figures: Sequence[Figure],
    stating: tuple[Evidence, ...],
    near: Sequence[Evidence],
    about: Sequence[Evidence],
    reader: SentenceReader | None,
) -> Judgement:
    """What sentences that do not contradict the claim's numbers make of all that it says."""
    read = _bearing(claim, near, stating)
    bearing = covering(claim, _with_missing_names(claim, read, about), CITED)
    by_words = None if stating else _by_words(claim, read, near)
    decided = by_words or _by_names(claim, figures, bearing, near)
    if decided:
        return decided
    unstated = (*_unstated(figures), *unstated_words(claim, bearing, about))
    against = _distinct(one.against for one in figures)
    enough = _enough(claim, stating, bearing, about)
    is_said = likeness(claim, bearing) >= enough or _is_entailed(claim, bearing, reader)
    if not is_said or unstated:
        return Judgement("in_part", bearing, against, unstated)
    limiting = reservations(claim, figures, near, about)
    outcome: Outcome = "in_part" if limiting else "borne_out"
    return Judgement(outcome, bearing, _distinct([*limiting, *against]), unstated)


def _enough(
    claim: Claim,
    stating: Sequence[Evidence],
    bearing: Sequence[Evidence],
    about: Sequence[Evidence],
) -> float:
    """How like a claim sentences must be that bear it out: less with its numbers or dates stated."""
    if stating or gives_many_years(claim, bearing):
        return _ENOUGH_BESIDE_A_FIGURE
    if any(map(partial(_states_all_of_several, claim), bearing)):
        return _ENOUGH_BESIDE_A_FIGURE
    is_dated = gives_all_dates(claim, [*bearing, *about])
    return _ENOUGH_BESIDE_A_DATE if is_dated else _ENOUGH


def _states_all_of_several(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence itself states all names and dates of a claim, and those are several."""
    facts = [*claim.names, *claim.dates]
    is_dated = bool(claim.dates) and len(facts) >= _MANY_NAMES
    return is_dated and one.states_all(facts)


def _by_names(
    claim: Claim,
    figures: Sequence[Figure],
    bearing: tuple[Evidence, ...],
    near: Sequence[Evidence],
) -> Judgement | None:
    """Not found since nobody names whom it is about, unless one of its numbers is stated."""
    if any(one.is_stated and not claim.is_rank(one.fact) for one in figures):
        return None
    absent = unnamed_participants(claim, [*bearing, *near])
    return Judgement("not_found", bearing[:1], (), absent) if absent else None


def _by_contrast(
    claim: Claim, stating: Sequence[Evidence], near: Sequence[Evidence], about: Sequence[Evidence]
) -> Judgement | None:
    """Contradicted by a state that excludes the claim's, by a place behind the first, or by another
    name or date in the place of the claim's; a claim whose number is stated is not."""
    further = [] if stating else [one for one in about if one.closeness >= SAME_SUBJECT]
    return (
        _by_one(led_by_another, claim, further)
        or _by_one(excluded_state, claim, further)
        or _by_others(claim, near)
    )


def _by_others(claim: Claim, near: Sequence[Evidence]) -> Judgement | None:
    """Contradicted by another name or date in the place of the claim's, in a claim without numbers;
    not where a sentence says the claim whole, and has no other."""
    if claim.figures or any(map(partial(_is_said_alike, claim), near)):
        return None
    return _by_one(said_otherwise, claim, near)


def _is_said_alike(claim: Claim, one: Evidence) -> bool:
    return is_said_whole(claim, one) and not said_otherwise(claim, one)


def _by_one(says_otherwise: Contrast, claim: Claim, near: Sequence[Evidence]) -> Judgement | None:
    """Contradicted by the first sentence that says a word of the claim otherwise."""
    for one in near:
        words = says_otherwise(claim, one)
        if words:
            return Judgement("contradicted", (), (one,), words)
    return None


def _by_figures(
    claim: Claim,
    figures: Sequence[Figure],
    stating: tuple[Evidence, ...],
    near: Sequence[Evidence],
) -> Judgement | None:
    """Contradicted by another number, in part by one all but the same, or not found since none of
    its numbers is stated, nor the day."""
    refuted = [one for one in figures if one.against and not one.is_stated]
    if refuted:
        against = _distinct(one.against for one in figures)
        return Judgement("contradicted", stating, against, _unstated(refuted))
    if not figures or any(one.is_stated for one in figures):
        return None
    return _by_none(claim, figures, stating, near)


def _by_none(
    claim: Claim,
    figures: Sequence[Figure],
    stating: tuple[Evidence, ...],
    near: Sequence[Evidence],
) -> Judgement | None:
    """What it makes of a claim that none of its numbers is stated."""
    if any(_gives_a_day(claim, one) for one in stating):
        return None
    nearly = _distinct(one.nearly for one in figures)
    if nearly:
        return Judgement("in_part", nearly, (), _unstated(figures))
    if _is_told_in_other_words(claim, figures, near):
        return None
    return Judgement("not_found", tuple(near[:1]), (), _unstated(figures))


def _is_told_in_other_words(
    claim: Claim, figures: Sequence[Figure], near: Sequence[Evidence]
) -> bool:
    """Whether the one number is a rank, and a sentence puts somebody "ahead of all others"."""
    if len(figures) > 1 or not claim.is_rank(figures[0].fact):
        return False
    return any(is_told_in_front(claim, one) for one in near)


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
    """Whether a sentence gives a full day of the claim, which says as much as a number."""
    days = [date for date in _dates_of(claim) if date.day]
    return _gives_one(one, days)


def _gives_a_month(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence gives a day or month of the claim."""
    months = [date for date in _dates_of(claim) if date.month]
    return _gives_one(one, months)


def _dates_of(claim: Claim) -> list[Date]:
    return [fact.value for fact in claim.dates if isinstance(fact.value, Date)]


def _gives_one(one: Evidence, dates: Sequence[Date]) -> bool:
    given = set(one.dates)
    return any(matches(value, date) for date in dates for value in given)


def _bearing(
    claim: Claim, near: Sequence[Evidence], stating: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """The sentences that state the claim's numbers, and the closest ones of its time beside them."""
    least = max(one.closeness for one in near) - _BESIDE
    beside = [one for one in near if one.closeness >= least and _is_of_that_year(claim, one)]
    return _distinct([*stating, *beside])[:_READ_ALONG]


def _with_missing_names(
    claim: Claim, read: tuple[Evidence, ...], about: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """The sentences, and for each name that none has the first further away that ties it to another."""
    further = [one for one in about if one.closeness >= SAME_SUBJECT]
    unnamed = filterfalse(partial(_is_named, read), claim.names)
    telling = [first_tied(claim, name, further) for name in unnamed]
    return _distinct([*read, *telling])


def _is_named(read: Sequence[Evidence], name: Fact) -> bool:
    return any(names(one, name) for one in read)


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
    beside = word_by_word(claim, one)
    return bool(beside.negations or beside.opposites)


def _is_entailed(claim: Claim, bearing: Sequence[Evidence], reader: SentenceReader | None) -> bool:
    """Whether the reader is sure of it by one sentence; it does not read two languages at once."""
    pairs = [(claim.text, one.span.text) for one in bearing if one.language == claim.language]
    if reader is None or not pairs:
        return False
    relations = reader.bears_out(pairs, [claim.language] * len(pairs))
    return bool(relations[:, ENTAILED].max() >= _ENTAILED)
