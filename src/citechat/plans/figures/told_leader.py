"""Which of several a sentence puts before the other in so many words, whatever numbers it gives: "narrowly ahead of"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from citechat_ingest import Figure, Mention, Name

from ...retrieval.asked.dates import is_of_another_year
from ...retrieval.selection import Quote
from ..audit_verdicts import tells_both
from ..statements import Findings, Statement
from .asked_figure import AskedFigure, is_of_the_metric
from .figure_statements import by_another_count, lead_naming

# What stands between two names of which the first has more, and of which the second has.
_AHEAD = re.compile(
    r"\b(?:ahead of|before|above) $|\b(?:overt[ao]\w+|surpass\w*|outnumber\w*|beat\w*)\b"
    r"|\bvor $|\b(?:überhol\w*|überrund\w*|übertr\w+)\b|高于|超过|超越|领先|多于|高出",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:behind|below) $|\btrail\w*\b|\bhinter $|低于|落后|少于|不及|次于|略逊", re.IGNORECASE
)
# Among how many of the best sentences one is sought that puts one before another.
_REACH = 12


def who_is_ahead(text: str, mentions: Sequence[Mention], names: Collection[Name]) -> Name | None:
    """Whom of some names a text puts before another of them; None where it does not, or speaks of two orders."""
    if _both_ways(text, mentions):
        return None
    own = [mention for mention in mentions if mention.name in names]
    told = (_ahead_of_two(text, first, second) for first, second in pairwise(own))
    return next(filter(None, told), None)


def _ahead_of_two(text: str, first: Mention, second: Mention) -> Name | None:
    """Whom of two mentions in a row a text puts before the other."""
    between = text[first.end : second.start]
    if first.name is second.name:
        return None
    if _AHEAD.search(between):
        return first.name
    return second.name if _BEHIND.search(between) else None


def _both_ways(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text puts somebody before a name, and somebody behind one."""
    before = [text[: mention.start] for mention in mentions]
    return any(map(_AHEAD.search, before)) and any(map(_BEHIND.search, before))


def told_ahead(
    asked: AskedFigure, tied: Sequence[Figure], counted: Quote, findings: Findings
) -> list[Statement]:
    """Who is ahead of those whose numbers are the same, by the best sentence that says so; then that count, the
    quote ``counted``. Nothing where no sentence tells it."""
    glossary = findings.index.glossary
    sides = {figure.subject: figure for figure in tied}
    named = {id(name): key for key in sides for name in glossary.found_in(key)}
    # What the article counts others may count otherwise.
    for quote in sorted(findings.quotes[:_REACH], key=_is_of_the_article):
        mentions = glossary.mentions(quote.text)
        own = [mention.name for mention in mentions if id(mention.name) in named]
        first = who_is_ahead(quote.text, mentions, own)
        if first and _is_of_the_count(quote, asked, findings):
            leader = sides[named[id(first)]]
            lead = lead_naming(leader, quote, asked, findings)
            beside = by_another_count(leader, leader, counted, findings)
            return [Statement(quote, lead), Statement(counted, beside, tuple(tied))]
    return []


def _is_of_the_article(quote: Quote) -> bool:
    return quote.passage.role == "article"


def _is_of_the_count(quote: Quote, asked: AskedFigure, findings: Findings) -> bool:
    """Whether a sentence speaks of what is asked, at that time, and in one voice."""
    if tells_both(quote) or is_of_another_year(quote, findings.query):
        return False
    return is_of_the_metric(quote.text, asked.metric, findings.language, findings.index)
