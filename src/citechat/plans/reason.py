"""A question for a reason: the sentence that answers, and the one that says why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..retrieval.selection import Quote
from .choosing import distinct, holds, is_verdict, missing_terms, tells_both, verdict_on
from .statements import Findings, Statement

# A source that repeats what the article says gives no reason of its own.
_RESTATES = re.compile(r"^文章|^The article (?!is wrong)|^(?:Der|Dem|Laut) Artikel")
_REACH = 12
_NEAR = 4.0
# How far below the best a reason may lie and still be the better answer to why; and how far, where the
# best holds all of what is asked and does not only comment on the article.
_NEARLY, _HARDLY = 2.0, 1.1
# Up to here the reader does not hold that a sentence answers.
_UNSURE = 0.5
# The sentence that answers, and the one that says why.
_SENTENCES = 2


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence, one more that gives a reason, and the verdict on the first."""
    if "reason" not in findings.query.types or findings.parts:
        return ()
    if is_verdict(findings.quotes[0]):
        return [Statement(findings.quotes[0])]
    first, *reasons = _opening(findings)
    chosen = distinct([first, *reasons])[:_SENTENCES]
    judged = verdict_on(first, findings.index)
    if judged:
        chosen.append(judged)
    return [Statement(quote) for quote in chosen]


def _opening(findings: Findings) -> list[Quote]:
    """What the article gives as the reason, where the audit has judged it; the reason alone where one
    answers better than the best sentence; that alone where it gives a reason itself; else both."""
    best, reasons = findings.quotes[0], _reasons(findings.quotes)
    claimed = _claimed_reason(reasons, findings)
    if claimed:
        return [claimed]
    better = _better(reasons, findings)
    # A claim that the audit has judged is told before what only one source says.
    judged = [quote for quote in better if verdict_on(quote, findings.index)]
    if better:
        return (judged or better)[:1]
    return [best] if holds(best, "reason") else [best, *reasons]


def _claimed_reason(reasons: Sequence[Quote], findings: Findings) -> Quote | None:
    """The article's own reason that the audit has judged, where it lies nearly as high as the best
    sentence and holds as much of what is asked: readers ask of the article, and its verdict tells
    more than one source does."""
    best = findings.quotes[0]
    if verdict_on(best, findings.index):
        return None
    lacked = len(missing_terms(findings.query, [best]))
    for quote in reasons:
        is_judged = verdict_on(quote, findings.index) is not None
        holds_as_much = len(missing_terms(findings.query, [quote])) <= lacked
        if is_judged and holds_as_much and best.score - quote.score <= _NEARLY:
            return quote
    return None


def _better(reasons: Sequence[Quote], findings: Findings) -> list[Quote]:
    """The reasons that answer better than the best sentence; none where the audit has judged
    that one: a claim is told together with its verdict."""
    if verdict_on(findings.quotes[0], findings.index):
        return []
    return [quote for quote in reasons if _is_better(quote, findings)]


def _is_better(reason: Quote, findings: Findings) -> bool:
    return _is_to_the_point(reason, findings) and _answers_better(reason, findings)


def _answers_better(reason: Quote, findings: Findings) -> bool:
    """Whether the best sentence gives no reason, only comments on the article, or lacks some of what
    is asked and does not answer by the reader's word while the reason does."""
    best = findings.quotes[0]
    only_comments = tells_both(best) and not tells_both(reason)
    is_surer = best.probability <= _UNSURE < reason.probability
    is_doubtful = is_surer and bool(missing_terms(findings.query, [best]))
    return only_comments or is_doubtful or not holds(best, "reason")


def _is_to_the_point(reason: Quote, findings: Findings) -> bool:
    """Whether a reason lies nearly as high as the best sentence and holds nearly as much of what is
    asked; or holds as much, and the reader is no surer of the best."""
    best = findings.quotes[0]
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [reason]))
    near = _NEARLY if lacked or tells_both(best) else _HARDLY
    if best.score - reason.score <= near:
        return lacking <= lacked + 1
    return lacking <= lacked and best.probability <= max(_UNSURE, reason.probability)


def _reasons(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes near the best that give a reason and name who is asked about; the audit gives none
    of its own."""
    best, *others = quotes
    return [quote for quote in others[:_REACH] if _is_near(quote, best) and _gives_a_reason(quote)]


def _is_near(quote: Quote, best: Quote) -> bool:
    return quote.score >= best.score - _NEAR and quote.names >= best.names


def _gives_a_reason(quote: Quote) -> bool:
    restates = quote.passage.role == "document" and _RESTATES.search(quote.text)
    return holds(quote, "reason") and not is_verdict(quote) and not restates
