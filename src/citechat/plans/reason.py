"""A question for a reason: the sentence that answers, and the one that says why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..retrieval.selection import Quote
from .choosing import distinct, holds, is_verdict, missing_terms, tells_both, verdict_on
from .statements import Findings, Statement

# A source that repeats what the article says gives no reason of its own.
_RESTATES = re.compile(r"^文章|^The article (?!is wrong)|^(?:Der|Dem|Laut) Artikel")
_REACH = 6
_NEAR = 4.0
# How far below the best a reason may lie and still be the better answer to why.
_NEARLY = 1.1
# The sentence that answers, and the one that says why.
_SENTENCES = 2


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, one more that gives a reason, and the verdict on the first."""
    if "reason" not in findings.query.types or findings.parts:
        return ()
    first, *reasons = _opening(findings)
    if is_verdict(first):
        return [Statement(first)]
    chosen = distinct([first, *reasons])[:_SENTENCES]
    judged = verdict_on(first, findings.index)
    if judged:
        chosen.append(judged)
    return [Statement(quote) for quote in chosen]


def _opening(findings: Findings) -> list[Quote]:
    """The best sentence and the reasons near it; the reason alone where one lies nearly as high,
    holds nearly as much of what is asked, and the best gives none itself."""
    best, reasons = findings.quotes[0], _reasons(findings.quotes)
    plain = [quote for quote in reasons if not tells_both(quote)]
    # What only comments on the article is no answer where the matter itself is told.
    if plain and tells_both(best) and not is_verdict(best):
        return plain[:1]

    def lacks(quote: Quote) -> int:
        return len(missing_terms(findings.query, [quote]))

    as_good = [
        quote
        for quote in reasons
        if quote.score >= best.score - _NEARLY and lacks(quote) <= lacks(best) + 1
    ]
    if as_good and not holds(best, "reason"):
        return as_good[:1]
    return [best, *reasons]


def _reasons(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes near the best that give a reason; the audit gives none of its own."""
    first, *others = quotes
    near = [quote for quote in others[:_REACH] if quote.score >= first.score - _NEAR]
    return [quote for quote in near if _gives_a_reason(quote)]


def _gives_a_reason(quote: Quote) -> bool:
    restates = quote.passage.role == "document" and _RESTATES.search(quote.text)
    return holds(quote, "reason") and not is_verdict(quote) and not restates
