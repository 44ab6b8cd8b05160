"""The numbers and ranks of a claim: does a source state them, or others in their place?"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..language import terms
from ..language.terms import content_words
from ..verification.comparators import direction
from ..verification.facts import Fact, Number, kind_of, matches
from .claims import Claim, is_few, is_proper_name, nearest_name, outside_names
from .evidence import Evidence
from .lists import called, is_listed_for, is_listed_so, unit
from .measures import (
    are_of_one_kind,
    is_change,
    is_near,
    is_of_occasions,
    is_round,
    is_telling,
    without_change,
)
from .wording import likeness, names, names_all

# A sentence that states the claim's very number may be further away than others: of two sentences
# of different sources of the shipped corpus, three in ten pairs are closer than this.
SAME_SUBJECT = 0.4
# Another number speaks against a claim only in a sentence that is like it (``likeness``) by this much,
# or by less where it counts the same, which a bare number must: this share of the words behind it.
_SAME_ATTRIBUTE, _SAME_IF_COUNTED, _SAME_COUNTED = 0.55, 0.4, 0.5
# A sentence as like the claim as this says it all but for the number, whatever name stands before that.
_ALL_BUT_THE_SAME = 0.75
# The same bare, round number is of the same in a sentence that is as like the claim as this.
_SAME_IF_BARE = 0.5
# A word that everything is about, "AI", has less than this share of the words behind a number.
_TELLING_SHARE = 0.15
# "Nearly 600", "more than 40 percent": what lies on that side and no further away than this share.
_ROUNDED = 0.1
# So many characters behind a number say what it counts.
_COUNTED = {"en": 32, "de": 36, "zh": 8}
# Where what is said of a number ends.
_END = {"en": r"[,;:.](?!\S)", "de": r"[,;:.](?!\S)", "zh": r"[，。；：]"}

_Reading = Callable[[str, str], frozenset[str]]


@dataclass(frozen=True)
class Figure:
    """A number of the claim: the closest sentences that state it, that have another instead, and
    that have one all but the same.

    It is stated where the first is closer than the second.
    """

    fact: Fact
    stating: Evidence | None
    against: Evidence | None
    is_stated: bool
    nearly: Evidence | None = None


def figures_of(claim: Claim, near: Sequence[Evidence], about: Sequence[Evidence]) -> list[Figure]:
    """What sentences make of each number of a claim, without a few in words that none states.

    Those of ``near``, closest first, may state it or another; those of ``about``, further away,
    may only state it.
    """
    figures = [_figure(claim, fact, near, about) for fact in claim.figures]
    return [one for one in figures if one.is_stated or not _is_incidental(claim, one.fact)]


def _is_incidental(claim: Claim, fact: Fact) -> bool:
    return is_few(fact) and not claim.is_rank(fact)


def _figure(
    claim: Claim, fact: Fact, near: Sequence[Evidence], about: Sequence[Evidence]
) -> Figure:
    subject = nearest_name(claim.facts, fact)
    on_subject = [one for one in near if subject is None or names(one, subject)]
    further = [one for one in about if _may_state(claim, fact, one)]
    stating = _first([*on_subject, *further], lambda one: _states(claim, fact, one))
    against = _first(on_subject, lambda one: _has_another(claim, fact, one))
    is_stated = stating is not None
    if stating and against:
        closest = _first(on_subject, lambda one: one in (stating, against))
        is_stated = closest is stating
    nearly = _first([*on_subject, *further], lambda one: _has_one_near(claim, fact, one))
    return Figure(fact, stating, against, is_stated, nearly)


def _first(evidence: Sequence[Evidence], fits: Callable[[Evidence], bool]) -> Evidence | None:
    return next(filter(fits, evidence), None)


def _may_state(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence further away may state a number: it is not so far, or counts the same."""
    if is_few(fact) or claim.is_rank(fact):
        return False
    is_near = one.closeness >= SAME_SUBJECT or is_telling(fact)
    return is_near or _counts_alike_in(claim, fact, one)


def _counts_alike_in(claim: Claim, fact: Fact, one: Evidence) -> bool:
    return any(_counts_alike(claim, fact, other, one) for other in one.figures)


# The same number


def _states(claim: Claim, fact: Fact, one: Evidence) -> bool:
    is_there = any(_is_of_the_same(claim, fact, other, one) for other in one.figures)
    return is_there or (claim.is_rank(fact) and is_listed_so(claim, fact, one))


def _is_of_the_same(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number is the same and counts the same."""
    is_same = _is_same(claim, fact, other, one) and not _is_of_occasions(claim, fact, other, one)
    return is_same and _is_surely_of_the_same(claim, fact, other, one)


def _is_of_occasions(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    source = one.span.text
    return is_of_occasions(claim.text, fact, claim.language, source, other, one.language)


def _is_surely_of_the_same(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number counts the same: a unit or several digits say so; a bare round number may
    count anything, unless the sentence is like the claim."""
    return not _may_be_of_anything(claim, fact) or _is_alike(claim, fact, other, one)


def _may_be_of_anything(claim: Claim, fact: Fact) -> bool:
    is_bare = not unit(fact) and not claim.is_rank(fact)
    return is_bare and is_round(fact) and not is_few(fact)


def _is_alike(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether the numbers have a word behind them in common that tells, or the sentences much."""
    shared, own = _shared_behind(claim, fact, other, one)
    return shared > _TELLING_SHARE * own or likeness(claim, [one]) >= _SAME_IF_BARE


def _is_same(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether two numbers are the same, or one is the other rounded as the claim says; two ranks,
    whether one of the claim's names holds that of the sentence."""
    if claim.is_rank(fact) != one.is_rank(other):
        return False
    is_equal = matches(other.value, fact.value)
    if not _are_of_one_kind(claim, fact, other, one):
        return False
    if claim.is_rank(fact):
        return (
            is_equal and _is_of_that_order(claim, one) and _is_the_claims(claim, fact, other, one)
        )
    return is_equal or _is_rounded(claim, fact, other)


def _are_of_one_kind(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether not one of two percentages alone says by how much something changed."""
    source = one.span.text
    return are_of_one_kind(claim.text, fact, claim.language, source, other, one.language)


def _has_one_near(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence gives a number for a rounded one of the claim that is all but the same."""
    if claim.is_rank(fact) or not _is_of_that_time(claim, one):
        return False
    return any(_is_near(claim, fact, other, one) for other in one.figures)


def _is_near(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number is all but the claim's: near a rounded one, of the same kind and of the same;
    or the same one of occasions, where the claim counts persons."""
    if _is_of_occasions(claim, fact, other, one) and matches(other.value, fact.value):
        return True
    if not _is_near_rounded(claim, fact, other, one):
        return False
    is_one_kind = _are_of_one_kind(claim, fact, other, one)
    return is_one_kind and _is_surely_of_the_same(claim, fact, other, one)


def _is_near_rounded(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number is near the claim's rounded one; "more than" that is no rounded one, nor is
    a rank."""
    is_bound = direction(claim.text, fact.start, fact.end, claim.language)
    return not is_bound and not one.is_rank(other) and is_near(fact, other)


def _is_of_that_order(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence ranks what the claim ranks: it names all that this names, or is like it."""
    return names_all(claim, one) or likeness(claim, [one]) >= _SAME_ATTRIBUTE


def _is_rounded(claim: Claim, fact: Fact, other: Fact) -> bool:
    """Whether the claim has the digits of a longer number, or says "nearly" or "more than"."""
    claimed, stated = fact.value, other.value
    if not isinstance(claimed, Number) or not isinstance(stated, Number):
        return False
    if claimed.unit == stated.unit and _is_shortened(claimed.value, stated.value):
        return True
    side = direction(claim.text, fact.start, fact.end, claim.language)
    if not side or claimed.unit != stated.unit:
        return False
    more = stated.value - claimed.value
    is_on_that_side = more >= 0 if side == "more" else more <= 0
    return is_on_that_side and abs(more) <= _ROUNDED * claimed.value


def _is_shortened(claimed: Fraction, stated: Fraction) -> bool:
    """Whether a number is another one rounded to its digits, two of them or more: 14 and 14.2."""
    step = Fraction(1, 1000)
    while claimed % (step * 10) == 0 and step * 10 <= claimed:
        step *= 10
    return claimed >= 10 * step and abs(stated - claimed) < step / 2


# Another number in its place


def _has_another(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence gives the same name, for the same attribute and time, another number."""
    if _states(claim, fact, one) or not _is_of_that_time(claim, one):
        return False
    in_its_place = (_is_in_its_place(claim, fact, other, one) for other in one.figures)
    return names_all(claim, one) and any(in_its_place)


def _is_claimed(claim: Claim, other: Fact, one: Evidence) -> bool:
    """Whether a number of a source is one of the claim's."""
    return any(_is_same(claim, own, other, one) for own in claim.figures)


def _is_in_its_place(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number that the claim does not state is of what one of its own is of."""
    if unit(fact) != unit(other) or _is_claimed(claim, other, one):
        return False
    if not _may_be_another(claim, fact, other, one):
        return False
    if is_listed_for(claim, fact, other, one):
        return likeness(claim, [one]) >= _SAME_IF_COUNTED
    return _is_the_claims(claim, fact, other, one) and _is_same_attribute(claim, fact, other, one)


def _may_be_another(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether two numbers are of one kind, ranks or counts, changes or sums, and not all but the same."""
    is_one_kind = claim.is_rank(fact) == one.is_rank(other)
    is_same = _is_near(claim, fact, other, one)
    return is_one_kind and not is_same and _are_of_one_kind(claim, fact, other, one)


def _is_the_claims(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number of a source is of something that the claim names, if either names any."""
    whose = _holder(claim, fact, other, one)
    if whose is None or not claim.names:
        return True
    is_called_so = any(called(name, whose) for name in claim.names)
    return is_called_so or _is_all_but_said(claim, fact, one)


def _is_all_but_said(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence says the claim but for the number, and names nobody else."""
    is_alike = likeness(claim, [one]) >= _ALL_BUT_THE_SAME
    return is_alike and _names_nobody_else(claim, fact, one)


def _names_nobody_else(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence has no name but the claim's of the kind of that whose number it is: a paper
    before the number has no share of the market."""
    subject = nearest_name(claim.facts, fact)
    if subject is None or claim.is_rank(fact):
        return False
    alike = filter(is_proper_name, _of_one_kind(one.stated.facts, subject))
    return all(any(called(name, other) for name in claim.names) for other in alike)


def _holder(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> Fact | None:
    """Whose number a source gives: the nearest name; of a rank, the nearest one of the kind of the
    name that holds the claim's.

    "Acme is first in China and third in the world": the third is a firm, as it is in the claim.
    A count may be of anything that the name before it has, so that a name further away misleads.
    """
    whose = nearest_name(one.stated.facts, other)
    if claim.is_rank(fact):
        subject = nearest_name(outside_names(claim.facts, claim.text, claim.language), fact)
        facts = outside_names(one.stated.facts, one.span.text, one.language)
        if subject is None:
            return whose
        return nearest_name(_of_one_kind(facts, subject), other) or whose
    return whose


def _of_one_kind(facts: Sequence[Fact], subject: Fact) -> list[Fact]:
    return [fact for fact in facts if kind_of(fact.value) == kind_of(subject.value)]


def _is_same_attribute(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether two numbers with another value are of the same: what they count, or what is said."""
    if claim.is_rank(fact):
        return True
    alike = likeness(claim, [one])
    if _is_change(claim, fact):
        return alike >= _SAME_IF_COUNTED and _is_of_the_same_thing(claim, one)
    if _counts_alike(claim, fact, other, one):
        return alike >= _SAME_IF_COUNTED
    return bool(unit(fact)) and alike >= _SAME_ATTRIBUTE


def _is_change(claim: Claim, fact: Fact) -> bool:
    return unit(fact) == "percent" and is_change(claim.text, fact, claim.language)


def _is_of_the_same_thing(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence has what the claim says changed: its words without those of the change."""
    changed = without_change(claim.words, claim.language)
    meant = without_change(claim.concepts, "en")
    shares = (_share_had(changed, one.words), _share_had(meant, one.concepts))
    return max(shares) >= _SAME_COUNTED


def _share_had(weights: Mapping[str, float], had: Collection[str]) -> float:
    shared = sum(weight for word, weight in weights.items() if word in had)
    return shared / sum(weights.values()) if weights else 0.0


def _counts_alike(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether what stands behind the claim's number stands behind the source's, for the most part."""
    shared, own = _shared_behind(claim, fact, other, one)
    return shared > 0 and shared >= _SAME_COUNTED * own


def _shared_behind(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> tuple[float, float]:
    """The weight of the words behind both numbers, and of those behind the claim's; of those before
    them where the claim's ends what is said: "a share of 60 percent"."""
    reading = _words if claim.language == one.language else _concepts
    side = _behind if reading(*_behind(claim.text, fact, claim.language)) else _before
    own = reading(*side(claim.text, fact, claim.language))
    others = _counted_by(one, other, reading, side is _before)
    shared = sum(claim.words.get(word, 1.0) for word in own & others)
    return shared, sum(claim.words.get(word, 1.0) for word in own)


def _counted_by(one: Evidence, other: Fact, reading: _Reading, is_around: bool) -> frozenset[str]:
    """The words behind a number of a sentence; on both sides of it if it is as good before it."""
    behind = reading(*_behind(one.span.text, other, one.language))
    if behind and not is_around:
        return behind
    return behind | reading(*_before(one.span.text, other, one.language))


def _words(text: str, language: str) -> frozenset[str]:
    return content_words(text, language)


def _concepts(text: str, language: str) -> frozenset[str]:
    return frozenset(terms.concepts(text, language))


def _behind(text: str, figure: Fact, language: str) -> tuple[str, str]:
    """The text behind a number that says what it counts, up to the end of what is said."""
    behind = text[figure.end : figure.end + _COUNTED[language]]
    return re.split(_END[language], behind, maxsplit=1)[0], language


def _before(text: str, figure: Fact, language: str) -> tuple[str, str]:
    """The text before a number, from the start of a word: "用户超过4亿"."""
    before = text[: figure.start][-_COUNTED[language] :]
    is_cut = figure.start > len(before) and language != "zh"
    return before.partition(" ")[2] if is_cut else before, language


def _is_of_that_time(claim: Claim, one: Evidence) -> bool:
    """Whether one of the two gives no date, or a date is common to both."""
    if not claim.dates or not one.dates:
        return True
    return any(matches(value, date.value) for date in claim.dates for value in one.dates)
