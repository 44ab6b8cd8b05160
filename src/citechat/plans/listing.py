"""A question for a list: the sentence that enumerates, and those after it that go on."""

from __future__ import annotations

from collections.abc import Sequence

from .choosing import following, holds, verdict_on
from .statements import Findings, Statement

# Long lists go on in the next sentences; further on, another list begins.
_REACH = 2
# How far below the best a sentence may lie and still open the answer because it enumerates.
_NEAR = 1.5


def statements(findings: Findings) -> Sequence[Statement]:
    """The enumerating sentence first, then its continuation."""
    if "list" not in findings.query.types or findings.parts:
        return ()
    best = findings.quotes[0]
    near = [quote for quote in findings.quotes[:6] if quote.score >= best.score - _NEAR]
    first = next((quote for quote in near if holds(quote, "list")), best)
    if not holds(first, "list"):
        return ()
    more = [quote for quote in following(first, _REACH) if holds(quote, "list")]
    judged = verdict_on(first, findings.index)
    quotes = [first, *more, *([judged] if judged else [])]
    return [Statement(quote) for quote in quotes[: findings.max_sentences]]
