"""Are you sure? The last answer's words again, with what contradicts them."""

from __future__ import annotations

from collections.abc import Sequence

from ..messages import say
from ..plans.audit_verdicts import is_verdict, verdict_on
from ..plans.said_otherwise import saying_otherwise
from ..plans.statements import Findings, Statement


def reassure(findings: Findings) -> Sequence[Statement]:
    """The quote that answered, the audit's word or another number, or that nothing was found."""
    language = findings.language
    first = findings.quotes[0]
    quoted = Statement(first, lead=say("sure_quoted", language))
    if is_verdict(first):
        return [quoted]
    judged = verdict_on(first, findings.index)
    if judged:
        return [quoted, Statement(judged, lead=say("lead_but", language))]
    other = saying_otherwise(first, findings)
    if other:
        return [quoted, Statement(other, lead=say("lead_by_contrast", language))]
    return [quoted, Statement(lead=say("sure_alone", language))]
