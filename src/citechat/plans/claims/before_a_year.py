"""Whether something was so before a year: "was the goal reached before 2024?" is answered by a sentence that has it of
an earlier year, and not by one of that year or a later one."""

from __future__ import annotations

import re
from dataclasses import replace

from ...language.negation import NOT
from ...retrieval.selection import Quote
from ...verification.numerals import years_in
from ..audit_verdicts import is_verdict
from ..statements import Findings
from .claimed import Claimed

_BEFORE = re.compile(
    r"\b(?:before|earlier than|prior to|vor) (?P<year>(?:19|20)\d\d)\b|(?P<nian>(?:19|20)\d\d)年?(?:之前|以前|前)",
    re.IGNORECASE,
)
# Among how many of the best sentences one is sought.
_REACH = 8
# How much of what is asked beside the year a sentence must say.
_SAYS_IT = 0.6


def names_a_bound(claimed: Claimed) -> bool:
    """Whether it is asked if something was so before a year."""
    return bool(_BEFORE.search(claimed.text))


def told_earlier(claimed: Claimed, findings: Findings) -> Quote | None:
    """The first sentence that has what is asked of a year before the one that is named; None where none has, or no
    year is named so."""
    bound = _BEFORE.search(claimed.text)
    if bound is None:
        return None
    text = f"{claimed.text[: bound.start()]} {claimed.text[bound.end() :]}"
    asked = replace(claimed, query=replace(claimed.query, text=text))
    year = int(bound[bound.lastgroup or 0])
    found = (quote for quote in findings.quotes[:_REACH] if _has_it(quote, year, asked))
    return next(found, None)


def _has_it(quote: Quote, year: int, asked: Claimed) -> bool:
    """Whether a sentence says what is asked, with all years that are named, of one before ``year``."""
    language = quote.passage.language
    named, told = years_in(asked.text, language), years_in(quote.text, language)
    is_earlier = named <= told and max(told - named, default=year) < year
    if is_verdict(quote) or NOT.search(quote.text):
        return False
    return is_earlier and asked.share(quote.text) >= _SAYS_IT
