"""The numbers and ranks of a claim: does a source state them, or others in their place?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..language import terms
from ..verification.comparators import direction
from ..verification.facts import Fact, Number, kind_of, matches
from .claims import Claim, content_words, is_few, is_proper_name, nearest_name
from .evidence import Evidence
from .wording import likeness, names

# A sentence that states the claim's very number may be further away than others: of two sentences
# of different sources of the shipped corpus, three in ten pairs are closer than this.
_WITH_NUMBER = 0.4
# Another number speaks against a claim only in a sentence that is like it (``likeness``) by this much,
# or by less where it counts the same, which a bare number must: this share of the words behind it.
_SAME_ATTRIBUTE, _SAME_IF_COUNTED, _SAME_COUNTED = 0.55, 0.4, 0.5
# "Nearly 600", "more than 40 percent": what lies on that side and no further away than this share.
_ROUNDED = 0.1
# As many numbers side by side, each with its own name, are a list of who has how much.
_LISTED = 3
# So many characters behind a number say what it counts.
_COUNTED = {"en": 32, "de": 36, "zh": 8}


@dataclass(frozen=True)
class Figure:
    """A number of the claim: the closest sentences that state it, and that have another instead.

    It is stated where the former is the closer of the two.
    """

    fact: Fact
    stating: Evidence | None
    against: Evidence | None
    is_stated: bool


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
    return Figure(fact, stating, against, is_stated)


def _first(evidence: Sequence[Evidence], fits: Callable[[Evidence], bool]) -> Evidence | None:
    return next(filter(fits, evidence), None)


def _may_state(claim: Claim, fact: Fact, one: Evidence) -> bool:
    """Whether a sentence further away may state a number: it is not so far, or counts the same."""
    if is_few(fact) or claim.is_rank(fact):
        return False
    if one.closeness >= _WITH_NUMBER:
        return True
    return any(_counts_alike(claim, fact, other, one) for other in one.figures)


# The same number


def _states(claim: Claim, fact: Fact, one: Evidence) -> bool:
    if any(_is_same(claim, fact, other, one) for other in one.figures):
        return True
    return claim.is_rank(fact) and _is_listed_so(claim, fact, one)


def _is_listed_so(claim: Claim, fact: Fact, one: Evidence) -> bool:
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


def _has(name: Fact, holders: Sequence[Fact]) -> bool:
    return any(_is_called(name, holder) for holder in holders)


def _values_held(one: Evidence) -> list[tuple[list[Fact], Fraction]]:
    """The numbers of one unit in a sentence, each with the names between it and the one before;
    nothing where one has no name of its own, or where there are several units."""
    held: list[tuple[list[Fact], Fraction]] = []
    units = set()
    start = 0
    for figure in one.figures:
        if one.is_rank(figure) or not isinstance(figure.value, Number):
            return []
        between = (name for name in one.stated.facts if start <= name.start < figure.start)
        holders = list(filter(is_proper_name, between))
        if not holders:
            return []
        held.append((holders, figure.value.value))
        units.add(figure.value.unit)
        start = figure.end
    return held if len(units) == 1 else []


def _is_same(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether two numbers are the same, or one is the other rounded as the claim says; two ranks,
    whether one of the claim's names holds that of the sentence."""
    if claim.is_rank(fact) != one.is_rank(other):
        return False
    is_equal = matches(other.value, fact.value)
    if claim.is_rank(fact):
        return is_equal and _is_the_claims(claim, fact, other, one)
    return is_equal or _is_rounded(claim, fact, other)


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
    return _names_all(claim, one) and any(in_its_place)


def _names_all(claim: Claim, one: Evidence) -> bool:
    return all(names(one, name) for name in claim.names)


def _is_claimed(claim: Claim, other: Fact, one: Evidence) -> bool:
    """Whether a number of a source is one of the claim's."""
    return any(_is_same(claim, own, other, one) for own in claim.figures)


def _is_in_its_place(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number that the claim does not state is of what one of its own is of."""
    is_one_kind = claim.is_rank(fact) == one.is_rank(other)
    if not is_one_kind or _is_claimed(claim, other, one):
        return False
    if _unit(fact) != _unit(other):
        return False
    return _is_the_claims(claim, fact, other, one) and _is_same_attribute(claim, fact, other, one)


def _unit(fact: Fact) -> str:
    return fact.value.unit if isinstance(fact.value, Number) else ""


def _is_the_claims(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether a number of a source is of something that the claim names, if either names any."""
    whose = _holder(claim, fact, other, one)
    if whose is None or not claim.names:
        return True
    return any(_is_called(name, whose) for name in claim.names)


def _holder(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> Fact | None:
    """Whose number a source gives: the nearest name; of a rank, the nearest one of the kind of the
    name that holds the claim's.

    "Acme is first in China and third in the world": the third is a firm, as it is in the claim.
    A count may be of anything that the name before it has, so that a name further away misleads.
    """
    whose, subject = nearest_name(one.stated.facts, other), nearest_name(claim.facts, fact)
    if subject is None or not claim.is_rank(fact):
        return whose
    return nearest_name(_of_one_kind(one.stated.facts, subject), other) or whose


def _of_one_kind(facts: Sequence[Fact], subject: Fact) -> list[Fact]:
    return [fact for fact in facts if kind_of(fact.value) == kind_of(subject.value)]


def _is_called(name: Fact, other: Fact) -> bool:
    """Whether another name is the same, or the first word of it: "Alibaba Cloud", "Alibaba"."""
    return matches(other.value, name.value) or name.surface.split()[0] == other.surface


def _is_same_attribute(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether two numbers with another value are of the same: what they count, or what is said."""
    if claim.is_rank(fact):
        return True
    alike = likeness(claim, [one])
    if _counts_alike(claim, fact, other, one):
        return alike >= _SAME_IF_COUNTED
    return bool(_unit(fact)) and alike >= _SAME_ATTRIBUTE


def _counts_alike(claim: Claim, fact: Fact, other: Fact, one: Evidence) -> bool:
    """Whether what stands behind the claim's number stands behind the source's, for the most part."""
    own_text = _behind(claim.text, fact, claim.language)
    other_text = _behind(one.span.text, other, one.language)
    if claim.language == one.language:
        own = content_words(own_text, claim.language)
        others = content_words(other_text, one.language)
    else:
        own = frozenset(terms.concepts(own_text, claim.language))
        others = frozenset(terms.concepts(other_text, one.language))
    shared = sum(claim.words.get(word, 1.0) for word in own & others)
    return shared > 0 and shared >= _SAME_COUNTED * sum(claim.words.get(w, 1.0) for w in own)


def _behind(text: str, figure: Fact, language: str) -> str:
    """The text behind a number that says what it counts."""
    return text[figure.end : figure.end + _COUNTED[language]]


def _is_of_that_time(claim: Claim, one: Evidence) -> bool:
    """Whether one of the two gives no date, or a date is common to both."""
    if not claim.dates or not one.dates:
        return True
    return any(matches(value, date.value) for date in claim.dates for value in one.dates)
