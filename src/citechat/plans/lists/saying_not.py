"""A question what is not so: a sentence that itself says "not"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ...language.negation import NOT, UNCONFIRMED
from ...retrieval.selection import Quote
from ..choosing import is_verdict, missing_terms, tells_both, verdict_on, with_verdict
from ..statements import Findings, Statement
from .member_lists import (
    ASKS_WHO,
    SAME_THING,
    asks_of_a_list,
    denies,
    read_asked,
    share_held,
    things_in,
    without_names,
)

# How a sentence says what is not so, or what is left.
_SAYS_NOT = re.compile(
    rf"{NOT.pattern}|\b(?:leaves? out|left out|leave[sd]? aside|excludes?|omits?|ignores?|other|remain(?:s|ing)?"
    r"|(?<!not )only|instead of|except\w*)\b"
    r"|\b(?:lässt|lassen|ließ)\b.{0,60}\b(?:weg|aus|außer Acht)\b|\b(?:übrig\w*|andere\w*|(?<!nicht )nur|statt|ausgenommen|außen vor)\b"
    r"|不含|不包括|不计|剔除|除外|其余|其他|余下|剩下|除去|只|而非|遗漏",
    re.IGNORECASE,
)
_NEAR = 3.0
_FIRST = 8


def told_by_a_not(findings: Findings) -> Sequence[Statement]:
    """The first sentence near the best that itself says what is not so, or the best where it does."""
    best = findings.quotes[0]
    if _says_not(best) and not _is_of_another_matter(best, findings):
        return with_verdict(best, findings)
    judged = verdict_on(best, findings.index)
    if judged and denies(judged):
        return [Statement(judged)]
    fitting = filter(partial(_says_not_of_it, findings=findings), findings.quotes[:_FIRST])
    first = next(fitting, None)
    return with_verdict(first, findings) if first else ()


def _says_not_of_it(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence tells what is not so, and as much of the question as the best does."""
    best = findings.quotes[0]
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [quote]))
    is_near = quote.score >= best.score - _NEAR and quote.names >= best.names
    says_as_much = is_near and lacking <= lacked + 1
    return says_as_much and _says_not(quote) and not _is_of_another_matter(quote, findings)


def _is_of_another_matter(quote: Quote, findings: Findings) -> bool:
    """Whether it is asked who of a list is not so, and a sentence holds little of what that is."""
    text, language = findings.query.text, findings.language
    if not (ASKS_WHO.search(text) and asks_of_a_list(findings)):
        return False
    wanted = things_in(read_asked(text, language).said, (), findings)
    asked = findings.index.glossary.found_in(text)
    others = [name for name in findings.index.glossary.found_in(quote.text) if name not in asked]
    return share_held(wanted, without_names(others, quote.text, findings), language) < SAME_THING


def _says_not(quote: Quote) -> bool:
    """Whether a sentence tells what is not so, of the matter and not of what the article says."""
    is_comment = tells_both(quote) and not is_verdict(quote)
    return (
        bool(_SAYS_NOT.search(quote.text)) and not UNCONFIRMED.search(quote.text) and not is_comment
    )
