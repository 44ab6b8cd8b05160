"""A question for a list: the sentence that enumerates, and those after it that go on."""

from __future__ import annotations

from collections.abc import Sequence

from ..retrieval.selection import Quote
from .choosing import following, holds, verdict_on
from .statements import Findings, Statement

# Long lists go on in the next sentences; further on, another list begins.
_REACH = 2
# How far below the best a sentence may lie and still open the answer because it enumerates.
_NEAR = 1.5
# Among how many of the best it is looked for.
_FIRST = 6


def statements(findings: Findings) -> Sequence[Statement]:
    """The enumerating sentence first, then its continuation."""
    if "list" not in findings.query.types or findings.parts:
        return ()
    first = _enumerating(findings.quotes)
    if first is None:
        return ()
    quotes = [first]
    for quote in following(first, _REACH):
        if holds(quote, "list"):
            quotes.append(quote)
    judged = verdict_on(first, findings.index)
    if judged:
        quotes.append(judged)
    return [Statement(quote) for quote in quotes[: findings.max_sentences]]


def _enumerating(quotes: Sequence[Quote]) -> Quote | None:
    """The first quote near the best that enumerates, if any does."""
    least = quotes[0].score - _NEAR
    near = [quote for quote in quotes[:_FIRST] if quote.score >= least]
    return next((quote for quote in near if holds(quote, "list")), None)
