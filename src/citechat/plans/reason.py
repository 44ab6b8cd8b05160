"""A question for a reason: the sentence that answers, and the one that says why."""

from __future__ import annotations

from collections.abc import Sequence

from .choosing import distinct, holds, is_verdict, verdict_on
from .statements import Findings, Statement

_REACH = 6
_NEAR = 4.0


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, one more that gives a reason, and the verdict on the first."""
    if "reason" not in findings.query.types or findings.parts:
        return ()
    first, *others = findings.quotes
    near = [quote for quote in others[:_REACH] if quote.score >= first.score - _NEAR]
    reasons = [quote for quote in near if holds(quote, "reason") and not is_verdict(quote)]
    chosen = distinct([first, *reasons])[:2]
    judged = None if is_verdict(first) else verdict_on(first, findings.index)
    return [Statement(quote) for quote in [*chosen, *([judged] if judged else [])]]
