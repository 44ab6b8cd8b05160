"""Which of a list are not so: the sentence that says it of most of them, and before it the names
that are left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citechat_ingest import Name

from ...language.cut_out import cut_out_mentions
from ...language.enumerated import Row, asked_count, is_second_half, rows
from ...language.negation import NOT
from ...messages import say
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement
from .member_lists import (
    REACH,
    SAME_THING,
    Asked,
    denies,
    joined_names,
    read_asked,
    share_held,
    things_in,
    whole_rows,
)

# A sentence that names some of those of whom it is said, not all.
_NAMES_SOME = re.compile(
    r"\b(?:among|including|too|also|as well)\b|\b(?:auch|ebenfalls|ebenso)\b|同样|也(?!不)"
    r"|\b(?:gehör(?:en|ten) zu|zähl(?:en|ten) zu)|中的[两二三四五]位|的(?:成员|代表)之",
    re.IGNORECASE,
)
# Who has still to do it, and how a sentence says that it is under way.
_NOT_YET = re.compile(
    r"\bnot yet\b|\bstill\b|n['’]t\b.{0,60}\byet\b|\bnoch (?:nicht|kein\w*)\b|还没|还未|还不|尚未|仍未",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:application|appli(?:es|ed)|plans?|planned|planning|intends?|seeks?)\b"
    r"|\b(?:antrag\w*|\w+antrag|beantragt\w*|plant|planen|geplant\w*|will|wollen)\b|申请|受理|计划|筹备|拟",
    re.IGNORECASE,
)
# A list has at least so many names; those of whom it is said are at least that share of it, or more
# may be so than one sentence says.
_SHORTEST = 3
# A sentence says it of the list when it names so many of its members, but not all; and without another name that it is said
# of, it holds so much of what is said.
_SAID_OF = 0.5
_SAME_WORDS = 0.6
# How much of what the list is called by.
_SAME_LIST = 0.5


def told_to_be_under_way(findings: Findings) -> Sequence[Statement]:
    """The sentence that says of one that it is under way, where it is asked who has still to do it."""
    if not _NOT_YET.search(findings.query.text):
        return ()
    wanted = things_in(read_asked(findings.query.text, findings.language).said, (), findings)

    def is_under_way(quote: Quote) -> bool:
        is_said = _UNDER_WAY.search(quote.text) and not is_verdict(quote)
        return bool(is_said) and share_held(wanted, quote.text, findings.language) >= SAME_THING

    under_way = filter(is_under_way, findings.quotes[:REACH])
    return [Statement(quote) for quote in list(under_way)[:1]]


def told_of_the_offered(findings: Findings) -> Sequence[Statement]:
    """Who is left of those whom the question itself offers: "A, B or C: which is not …?"."""
    asked = read_asked(findings.query.text, findings.language)
    return _told_of(((None, row) for row in offered(asked, findings)), asked, findings)


def told_of_the_remaining(findings: Findings) -> Sequence[Statement]:
    """A list and the sentence that says it of most of them: who is left."""
    asked = read_asked(findings.query.text, findings.language)
    return _told_of(_lists(asked, findings), asked, findings)


def _told_of(
    lists: Iterable[tuple[Quote | None, Row]], asked: Asked, findings: Findings
) -> Sequence[Statement]:
    """Who is left of the first of some lists of most of which it is said."""
    for listing, row in lists:
        if listing and _says_it(listing, asked, row, findings):
            continue
        denied = _denied(asked, row, findings) if row.choice else None
        if denied:
            return [Statement(denied)]
        told = _said_of_some(asked, row, findings)
        if told is None:
            continue
        quote, named, held = told
        left = [name for name in row.names if name not in named]
        if _is_said_of_any(left, held, asked, row, findings):
            continue
        own = _saying_it_of(left, row, asked, findings)
        if own:
            return [Statement(own)]
        key = "that_leaves" if len(left) > 1 else "that_leaves_one"
        names = joined_names(left, findings.language)
        first = Statement(quote, say(key, findings.language, names=names))
        needs_list = listing is not None and listing.text != quote.text
        return [first, Statement(listing)] if needs_list else [first]
    return ()


def _denied(asked: Asked, row: Row, findings: Findings) -> Quote | None:
    """The sentence that says of one of those who are offered that it is not so."""
    wanted = things_in(asked.said, row.names, findings)

    def denies_it(quote: Quote) -> bool:
        is_of_one = len(_named_of(row, quote, findings)) == 1
        held = share_held(wanted, quote.text, findings.language)
        return is_of_one and held >= SAME_THING and denies(quote) and not is_verdict(quote)

    return next(filter(denies_it, findings.quotes[:REACH]), None)


def _named_of(row: Row, quote: Quote, findings: Findings) -> list[Name]:
    """The names of a list that a sentence uses, in the list's order."""
    said = findings.index.glossary.found_in(quote.text)
    return [name for name in row.names if name in said]


def _in_a_row(row: Row, quote: Quote, findings: Findings) -> list[Name]:
    """The names of a list that a sentence enumerates together; none where it tells them apart:
    "Norden has 50 lamps, Southam close to 30"."""
    named = _named_of(row, quote, findings)
    told = rows(quote.text, findings.index.glossary)
    is_together = any(len(_among(named, other)) == len(named) for other in told)
    return named if is_together or len(named) == 1 else []


def _among(names: Sequence[Name], row: Row) -> list[Name]:
    """The names that stand in a row."""
    return [name for name in names if name in row.names]


def _uses_all(names: Iterable[Name], quote: Quote, findings: Findings) -> bool:
    """Whether a sentence uses all of some names."""
    said = findings.index.glossary.found_in(quote.text)
    return all(name in said for name in names)


def _lists(asked: Asked, findings: Findings) -> Iterator[tuple[Quote | None, Row]]:
    """The whole lists, those that are asked about first: what the question itself offers, then the
    sentences that enumerate as many as it says."""
    yield from ((None, row) for row in offered(asked, findings))
    # Of those whom the question lists itself, nothing tells that a sentence names all who are so.
    if rows(asked.of_whom, findings.index.glossary):
        return
    number = asked_count(asked.of_whom)
    wanted = things_in(asked.of_whom, (), findings)
    fitting: list[tuple[float, int, Quote, Row]] = []
    for place, quote, row in whole_rows(findings):
        held = share_held(wanted, quote.text, findings.language)
        is_long = len(row.names) >= _SHORTEST and number in (0, len(row.names))
        if is_long and wanted and held >= _SAME_LIST:
            fitting.append((-held, place, quote, row))
    for _, _, quote, row in sorted(fitting, key=lambda one: one[:2]):
        yield quote, row


def offered(asked: Asked, findings: Findings) -> list[Row]:
    """The rows of names that the question itself offers: "A, B or C", or "A, B, C: which is not"."""
    glossary = findings.index.glossary
    everywhere = rows(findings.query.text, glossary)
    choices = [row for row in everywhere if row.choice]
    # "Which is not …: A, B, C?"
    _, _, behind = findings.query.text.rpartition("：" if findings.language == "zh" else ":")
    listed = rows(asked.of_whom, glossary) + (rows(behind, glossary) if behind else [])
    others = [row for row in listed if row not in choices]
    return choices + list(filter(_is_listed, others))


def _is_listed(row: Row) -> bool:
    """Whether a row without an "or" is long enough to be one to choose from."""
    return not row.choice and len(row.names) >= _SHORTEST


def _said_of_some(
    asked: Asked, row: Row, findings: Findings
) -> tuple[Quote, Sequence[Name], float] | None:
    """The sentence that says it of some of a list, of whom, and how much of it; None where no
    sentence does of enough."""
    wanted = things_in(asked.said, row.names, findings)
    of_others = _named_in_what_is_said(asked, row, findings)
    # A name that is said of them tells as much as words do.
    least = SAME_THING if of_others else _SAME_WORDS
    fitting: list[tuple[float, int, int, Quote, Sequence[Name]]] = []
    for place, quote in enumerate(findings.quotes[:REACH]):
        if NOT.search(quote.text) or is_verdict(quote) or _names_some(quote.text):
            continue
        named = _in_a_row(row, quote, findings)
        is_of_some = _SAID_OF * len(row.names) <= len(named) < len(row.names)
        held = _held(wanted, row, quote, findings)
        says_it = held >= least and _uses_all(of_others, quote, findings)
        if is_of_some and says_it:
            fitting.append((-held, -len(named), place, quote, named))
    if not fitting:
        return None
    best = min(fitting, key=lambda one: one[:3])
    return best[3], best[4], -best[0]


def _held(wanted: frozenset[str], row: Row, quote: Quote, findings: Findings) -> float:
    """How much of what is said a sentence holds beside the names of a list: "DEEP Robotics" says of
    nobody that it makes robots."""
    beside = cut_out_mentions(quote.text, row.names, findings.index.glossary)
    return share_held(wanted, beside, findings.language)


def _is_said_of_any(
    left: Sequence[Name], enough: float, asked: Asked, row: Row, findings: Findings
) -> bool:
    """Whether a sentence says as much of one who seems to be left, and of nobody else of the list."""
    wanted = things_in(asked.said, row.names, findings)
    of_others = _named_in_what_is_said(asked, row, findings)

    def says_it(quote: Quote) -> bool:
        named = _named_of(row, quote, findings)
        is_of_them = named != [] and all(name in left for name in named)
        says_enough = is_of_them and _held(wanted, row, quote, findings) >= enough
        return says_enough and _uses_all(of_others, quote, findings)

    affirming = (quote for quote in findings.quotes[:REACH] if not NOT.search(quote.text))
    return any(map(says_it, affirming))


def _names_some(text: str) -> bool:
    """Whether a sentence names a part of those of whom it is said: "among the six", "completed"."""
    return bool(_NAMES_SOME.search(text)) or is_second_half(text)


def _named_in_what_is_said(asked: Asked, row: Row, findings: Findings) -> list[Name]:
    """The names beside those of the list that a sentence must use to say it: those of concepts as
    well, where the list is told by other words."""
    of_others = beside_the_list(asked, row, findings)
    if findings.language == "zh" or asked.said != asked.of_whom:
        return of_others
    return [name for name in of_others if name.kind != "concept"]


def beside_the_list(asked: Asked, row: Row, findings: Findings) -> list[Name]:
    """The names in what is said that are none of the list's."""
    named = findings.index.glossary.found_in(asked.said)
    return [name for name in named if name not in row.names]


def _says_it(listing: Quote, asked: Asked, row: Row, findings: Findings) -> bool:
    """Whether a list is one of those of whom it is said: "the first-tier cities are …" is not the
    list of which some are no first-tier cities."""
    of_others = beside_the_list(asked, row, findings)
    is_apart = asked.said != asked.of_whom
    return is_apart and bool(of_others) and _uses_all(of_others, listing, findings)


def _saying_it_of(left: Sequence[Name], row: Row, asked: Asked, findings: Findings) -> Quote | None:
    """The sentence that speaks of just those who are left, and of the list by its name."""
    glossary = findings.index.glossary
    called = [name for name in glossary.found_in(asked.of_whom) if name.kind == "concept"]

    def speaks_of_just_them(quote: Quote) -> bool:
        is_of_the_list = any(_uses_all([name], quote, findings) for name in called)
        return is_of_the_list and _named_of(row, quote, findings) == list(left)

    return next(filter(speaks_of_just_them, findings.quotes[:REACH]), None)
