"""A plain question: the one sentence that answers it, the verdict on it, and who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from ..retrieval.selection import Quote
from .choosing import distinct, is_verdict, missing_terms, saying_otherwise, verdict_on
from .statements import Findings, Statement

# From here on the reader holds that a sentence answers.
_ANSWERS = 0.5
_REACH = 8


def statements(findings: Findings) -> Sequence[Statement]:
    """One sentence, the audit's word on it or a source that gives another number, and no more.

    A question of several parts gets the best sentence for each.
    """
    first = findings.quotes[0]
    # A sentence that holds all that is asked answers every part of the question.
    if findings.parts and missing_terms(findings.query, [first]):
        return _for_each_part(findings)
    answer = [Statement(quote) for quote in (first, *_completing(first, findings))]
    if is_verdict(first):
        return answer
    judged = verdict_on(first, findings.index)
    if judged:
        return [*answer, Statement(judged)]
    other = saying_otherwise(first, findings) if "number" in findings.query.types else None
    return [*answer, Statement(other)] if other and len(answer) == 1 else answer


def _completing(first: Quote, findings: Findings) -> list[Quote]:
    """Further sentences that answer, by the reader's word, and hold what the question asks for and
    the first does not: "revenue and profit", "in 2020, 2025 and 2030"."""
    added: list[Quote] = []
    missing = missing_terms(findings.query, [first])
    for quote in findings.quotes[1:_REACH]:
        still = missing_terms(findings.query, [first, *added, quote])
        fills = len(still) < len(missing)
        if missing and fills and quote.probability >= _ANSWERS and not is_verdict(quote):
            added.append(quote)
            missing = still
    return added[: findings.max_sentences - 1]


def _for_each_part(findings: Findings) -> list[Statement]:
    firsts = distinct(quotes[0] for quotes in findings.parts if quotes)
    return [Statement(quote) for quote in firsts[: findings.max_sentences]]
