"""How is something done, what does it take: all items of the list below a heading that says what is
asked, in their order and with their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from citechat_ingest import Passage

from ...language import terms
from ...language.held_words import HeldWords
from ...retrieval.query import Query
from ...retrieval.selection import Quote
from ..statements import Findings, Statement

_ASKS_FOR_ALL = re.compile(
    r"\bhow (?:do|can|should|must|to)\b|\bwhat (?:do|must|should|have)\b.*\bdo\b|\bsteps\b"
    r"|\bwhat \w+s\b|\bwhich \w+s\b"
    r"|\bwie (?:\w+ )?(?:ich|man|wir)\b|\bwas (?:muss|soll|ist)\b.*\b(?:tun|machen)\b"
    r"|\bwelche \w+(?:n|e|r|s)\b|\bschritte\b"
    r"|怎么|怎样|如何|步骤|[要该]做什么|哪些|哪几",
    re.IGNORECASE,
)
# The share of a heading's words that a question must hold to ask for what stands below it.
_SHARE = 0.5
# All of the heading, where nothing else vouches for the list.
_SURE = 0.99


def statements(findings: Findings) -> Sequence[Statement]:
    """The list whose heading the question speaks of, as one quote a passage; else nothing."""
    return _list_below(findings, _SHARE)


def named(findings: Findings) -> Sequence[Statement]:
    """The same where nothing else vouches for an answer: all of the heading is asked for, and
    something of the document's title."""
    return _list_below(findings, _SURE)


def _list_below(findings: Findings, least: float) -> Sequence[Statement]:
    query = findings.query
    if findings.parts or not _ASKS_FOR_ALL.search(query.text):
        return ()
    passages = (quote.passage for quote in findings.quotes)
    lists = {passage.passage_id: passage for passage in passages if passage.kind == "item"}
    best = max(lists.values(), key=partial(_fit, query, least), default=None)
    if best is None:
        return ()
    is_asked_for, of_title, _ = _fit(query, least, best)
    vouched_for = least < _SURE or of_title > 0.0
    if not (is_asked_for and vouched_for):
        return ()
    return [Statement(_whole(passage)) for passage in _parts_of(best, lists.values())]


def _fit(query: Query, least: float, passage: Passage) -> tuple[bool, float, float]:
    """How well a list fits: its heading is asked for, then its document, then more of the heading."""
    of_heading = share_said(query, passage.section)
    return of_heading >= least, share_said(query, passage.title), of_heading


def share_said(query: Query, heading: str) -> float:
    """How much of a heading the question says, 0 to 1, inflected or in part of a compound."""
    wanted = set(terms.words(heading, query.language))
    said = HeldWords(set(query.terms["words"]), set(query.terms["grams"]))
    return said.share(wanted) if wanted else 0.0


def _parts_of(best: Passage, lists: Iterable[Passage]) -> list[Passage]:
    """A long list is several passages: all of them that were found, in order."""
    place = best.document_id, best.section
    parts = [passage for passage in lists if (passage.document_id, passage.section) == place]
    return sorted(parts, key=lambda passage: passage.start)


def _whole(passage: Passage) -> Quote:
    """A passage from its first sentence to its last as one quote."""
    return Quote(passage, len(passage.sentences) - 1, 0.0, 0, 1.0)
