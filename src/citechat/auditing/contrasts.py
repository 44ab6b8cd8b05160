"""States that exclude each other, and leads: what a claim says in a word that a source says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from ..language.terms import content_words
from ..verification.alignment import Differences, compare
from ..verification.facts import Date, Fact, matches
from .claims import Claim, nearest_name
from .evidence import Evidence
from .wording import coverage, is_first, names, names_all, parts_of

Contrast = Callable[[Claim, Evidence], tuple[str, ...]]
"""A claim and a sentence → the words of the claim that the sentence says otherwise."""

# Pairs of states: what is one of them is not the other.
_STATES: tuple[tuple[Mapping[str, str], Mapping[str, str]], ...] = (
    (
        {
            "en": r"\bprofit(?:s|able)?\b",
            "de": r"\bGewinne?n?\b|\bprofitabel\b|\bschwarze\w* Zahlen\b",
            "zh": r"盈利|赚钱|获利",
        },
        {
            "en": r"\bloss(?:es)?\b|\bunprofitable\b",
            "de": r"\bVerluste?n?\b|\brote\w* Zahlen\b",
            "zh": r"亏损|亏本",
        },
    ),
    (
        {
            "en": r"\bprivate(?:ly)?\b",
            "de": r"\b[Pp]rivat(?!e Nutz)\w*",
            "zh": r"民营|私营|民企",
        },
        {
            "en": r"\bstate(?:-owned| group| company| enterprise| holding|-run|-controlled)\b",
            "de": r"\bStaats(?:konzern|unternehmen|betrieb|firma|beteiligung|anteil)\w*"
            r"|\bstaatlich\w* (?:Konzern|Unternehmen|Gruppe|Anteil|Beteiligung)\w*|\bstaatseigen\w*",
            "zh": r"国有|国营|央企|国企|国资",
        },
    ),
    (
        {
            "en": r"\b(?:highest|largest|biggest|greatest|best|most)\b",
            "de": r"\b(?:höchst|größt|best|meist)e[nrms]?\b",
            "zh": r"最[高大好多]",
        },
        {
            "en": r"\b(?:lowest|smallest|least|worst|fewest)\b",
            "de": r"\b(?:niedrigst|kleinst|geringst|schlechtest|wenigst)e[nrms]?\b",
            "zh": r"最[低小差少]",
        },
    ),
    (
        {"en": r"\bopen[- ]source\b", "de": r"\b[Qq]uelloffen\w*|\bOpen[- ]Source", "zh": r"开源"},
        {
            "en": r"\b(?:proprietary|closed[- ]source)\b",
            "de": r"\bproprietär\w*|\bClosed[- ]Source",
            "zh": r"闭源",
        },
    ),
)
# From a year on: what was otherwise in a later one was not so.
_SINCE = {
    "en": r"\b(?:since|ever since|from) \Z",
    "de": r"\b(?:seit|ab) \Z",
    "zh": r"自\Z|从\Z",
}
# A sentence has so much of the claim's words that what differs is meant to.
ALL_BUT_SAID = 0.6
_DENIED = {
    "en": re.compile(r"\b(?:not|no|never|neither|nor|without)\b|n't\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:nicht|keine?\w*|nie|weder|noch|ohne)\b", re.IGNORECASE),
    "zh": re.compile(r"[不没未无非]"),
}
# Who leads is first.
_LEADS = {
    "en": r"\b(?:leads|led|tops|topped|heads|headed|is ahead of all)\b",
    "de": r"\b(?:führt|führte|liegt vorn|lag vorn)\b|\ban der Spitze\b",
    "zh": r"领先|领跑|居首|榜首|头名|排名首位",
}


def excluded_state(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The word of a claim for a state that a sentence's own state excludes, or nothing.

    The sentence speaks of the claim's subject, and of its time: "a profit since 2020" and "a loss for
    2022".
    """
    if not _is_of_its_subject(claim, one) or not _is_in_its_time(claim, one):
        return ()
    pairs = (*_STATES, *(pair[::-1] for pair in _STATES))
    words = (_opposed(claim, one, *pair) for pair in pairs)
    return next(filter(None, words), ())


def _opposed(
    claim: Claim, one: Evidence, claimed: Mapping[str, str], stated: Mapping[str, str]
) -> tuple[str, ...]:
    """The claim's word for one state, where a sentence has the other."""
    word = _only(claimed, stated, claim.text, claim.language)
    is_opposed = _only(stated, claimed, one.span.text, claim.language)
    return (word,) if word and is_opposed else ()


def _is_of_its_subject(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence of the claim's language names its first name, and neither denies anything."""
    if one.language != claim.language or not claim.names:
        return False
    is_denied = any(map(_DENIED[claim.language].search, (claim.text, one.span.text)))
    return names(one, claim.names[0]) and not is_denied


def _only(state: Mapping[str, str], other: Mapping[str, str], text: str, language: str) -> str:
    """The word of a text for a state, unless it has the other state, too."""
    word = re.search(state[language], text)
    return word.group() if word and not re.search(other[language], text) else ""


def _is_in_its_time(claim: Claim, one: Evidence) -> bool:
    """Whether the claim has no year, or a sentence one that is the claim's or lies in its span."""
    stated = [date for date in one.dates if date.year]
    return not claim.dates or any(_holds_in(claim, date, stated) for date in claim.dates)


def _holds_in(claim: Claim, date: Fact, stated: Sequence[Date]) -> bool:
    since = re.search(_SINCE[claim.language], claim.text[: date.start], re.IGNORECASE)
    began = date.value.year if since and isinstance(date.value, Date) else None
    return any(matches(value, date.value) or _is_from(value, began) for value in stated)


def _is_from(value: Date, began: int | None) -> bool:
    """Whether a bare year is the one in which something began, or a later one."""
    return began is not None and value == Date(value.year) and (value.year or 0) >= began


def word_by_word(claim: Claim, one: Evidence) -> Differences:
    """What stands in a sentence in the place of words of the claim, and differs."""
    return compare(claim.text, claim.facts, one.span.text, one.stated.facts, claim.language)


def said_of_another(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The names and dates of a claim in whose place a sentence that is like it has others."""
    if one.language != claim.language or coverage(claim, [one]) < ALL_BUT_SAID:
        return ()
    beside = word_by_word(claim, one)
    others = filter(partial(_is_missing, claim, one), beside.other)
    found = [*others, *_dated_otherwise(claim, one)]
    return tuple(fact.surface for fact in found)


def _is_missing(claim: Claim, one: Evidence, fact: Fact) -> bool:
    """Whether a fact is a name or a date of the claim, and not in a sentence."""
    is_one = fact in claim.names or fact in claim.dates
    return is_one and not one.stated.contains(fact.value)


def _dated_otherwise(claim: Claim, one: Evidence) -> tuple[Fact, ...]:
    """The claim's one date, where a sentence gives it to something else and what the claim says to
    another date: "founded in 2016, and went public in 2020"."""
    if len(claim.dates) != 1:
        return ()
    parts = parts_of(one.span.text, one.language)
    dated = [part for part in parts if claim.dates[0].surface in part]
    telling = max(parts, key=partial(_said, claim))
    if len(dated) != 1 or not _has_another_date(claim, telling, one):
        return ()
    return claim.dates if _says_twice_as_much(claim, telling, dated[0]) else ()


def _says_twice_as_much(claim: Claim, part: str, other: str) -> bool:
    """Whether one part of a sentence has twice as much of a claim's words as another, or all."""
    said = _said(claim, part)
    return said > 0 and said >= 2 * _said(claim, other)


def _has_another_date(claim: Claim, part: str, one: Evidence) -> bool:
    """Whether a part of a sentence has a date, and not the claim's."""
    dates = _dates_in(part, one)
    return bool(dates) and not any(matches(date, claim.dates[0].value) for date in dates)


def _dates_in(part: str, one: Evidence) -> list[Date]:
    facts = [fact for fact in one.stated.facts if fact.surface in part]
    return [fact.value for fact in facts if isinstance(fact.value, Date)]


def _said(claim: Claim, part: str) -> float:
    """The weight of the claim's words in a part of a sentence."""
    had = content_words(part, claim.language)
    return sum(weight for word, weight in claim.words.items() if word in had)


def led_by_another(claim: Claim, one: Evidence) -> tuple[str, ...]:
    """The word by which a claim has its subject lead, where a sentence gives it a lower place."""
    leads = re.search(_LEADS[claim.language], claim.text)
    if leads is None or any(map(claim.is_rank, claim.figures)):
        return ()
    is_other = names_all(claim, one) and _is_behind(one, _named_before(claim, leads.start()))
    return (leads.group(),) if is_other else ()


def _named_before(claim: Claim, place: int) -> Fact | None:
    """The last name of a claim before a place."""
    before = [name for name in claim.names if name.end <= place]
    return before[-1] if before else None


def _is_behind(one: Evidence, subject: Fact | None) -> bool:
    """Whether a sentence gives a name a place, and not the first."""
    ranks = filter(one.is_rank, one.figures)
    held = [fact for fact in ranks if subject and _is_held_by(one, fact, subject)]
    return bool(held) and not any(map(is_first, held))


def _is_held_by(one: Evidence, place: Fact, subject: Fact) -> bool:
    holder = nearest_name(one.stated.facts, place)
    return holder is not None and matches(holder.value, subject.value)
