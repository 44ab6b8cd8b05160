"""Are you sure? The last answer's words again, with what contradicts them."""

from __future__ import annotations

from collections.abc import Sequence

from ..messages import say
from ..plans.audit_verdicts import is_verdict, tells_both, verdict_on
from ..plans.said_otherwise import saying_otherwise
from ..plans.statements import Findings, Statement
from ..retrieval.selection import Quote

# Among how many sentences the audit may speak of the same.
_REACH = 6


def reassure(findings: Findings) -> Sequence[Statement]:
    """The quote that answered, the audit's word or another number, or that nothing was found."""
    language = findings.language
    first = findings.quotes[0]
    quoted = Statement(first, lead=say("sure_quoted", language))
    if is_verdict(first):
        return [quoted]
    # It sets the article beside its sources by itself: the audit's word on that, or nothing more.
    if tells_both(first):
        judged_here = _verdict_among(findings.quotes[1:_REACH])
        return [Statement(judged_here)] if judged_here else [quoted]
    judged = verdict_on(first, findings.index)
    if judged:
        return [quoted, Statement(judged, lead=say("lead_but", language))]
    other = saying_otherwise(first, findings)
    if other:
        return [quoted, Statement(other, lead=say("lead_by_contrast", language))]
    return [quoted, Statement(lead=say("sure_alone", language))]


def _verdict_among(quotes: Sequence[Quote]) -> Quote | None:
    """The first of some quotes that is the audit's word, and names all that was asked about."""
    return next((quote for quote in quotes if is_verdict(quote) and quote.names == 1.0), None)
