"""A plain question: the sentences that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from ..retrieval.selection import pick_quotes
from .statements import Findings, Statement


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, and the ones that add to it; of several parts the best for each first."""
    firsts = [quote for part in findings.parts for quote in part[:1]]
    quotes = pick_quotes(
        findings.query,
        findings.quotes,
        findings.index.checks,
        findings.max_sentences,
        firsts,
    )
    return [Statement(quote) for quote in quotes]
