"""A question for a reason: the sentence that answers, and the one that says why."""

from __future__ import annotations

from collections.abc import Sequence

from ..retrieval.selection import Quote
from .choosing import distinct, holds, is_verdict, verdict_on
from .statements import Findings, Statement

_REACH = 6
_NEAR = 4.0
# The sentence that answers, and the one that says why.
_SENTENCES = 2


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, one more that gives a reason, and the verdict on the first."""
    if "reason" not in findings.query.types or findings.parts:
        return ()
    first = findings.quotes[0]
    chosen = distinct([first, *_reasons(findings.quotes)])[:_SENTENCES]
    judged = None if is_verdict(first) else verdict_on(first, findings.index)
    if judged:
        chosen.append(judged)
    return [Statement(quote) for quote in chosen]


def _reasons(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes near the best that give a reason; the audit gives none of its own."""
    first, *others = quotes
    near = [quote for quote in others[:_REACH] if quote.score >= first.score - _NEAR]
    return [quote for quote in near if _gives_a_reason(quote)]


def _gives_a_reason(quote: Quote) -> bool:
    return holds(quote, "reason") and not is_verdict(quote)
