"""A plain question: the one sentence that answers it, the verdict on it, and who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from .choosing import distinct, is_verdict, saying_otherwise, verdict_on
from .statements import Findings, Statement


def statements(findings: Findings) -> Sequence[Statement]:
    """One sentence, the audit's word on it or a source that gives another number, and no more.

    A question of several parts gets the best sentence for each.
    """
    if findings.parts:
        return _for_each_part(findings)
    first = findings.quotes[0]
    answer = [Statement(first)]
    if is_verdict(first):
        return answer
    judged = verdict_on(first, findings.index)
    if judged:
        return [*answer, Statement(judged)]
    other = saying_otherwise(first, findings) if "number" in findings.query.types else None
    return [*answer, Statement(other)] if other else answer


def _for_each_part(findings: Findings) -> list[Statement]:
    firsts = distinct(quotes[0] for quotes in findings.parts if quotes)
    return [Statement(quote) for quote in firsts[: findings.max_sentences]]
