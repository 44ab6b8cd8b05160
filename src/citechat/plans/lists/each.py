"""A question for the same of each of several: the one sentence that tells it of each, years with their numbers or all
names in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.asked_rank import asked_aim
from ...language.enumerated import asked_count
from ...retrieval.asked.attribute import asks_how_it_is_made
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..same_matter import numbers
from ..statements import Findings, Statement

_EACH = re.compile(
    r"\b(?:each|respectively|amounts|targets|goals|steps|stages|jeweils|jeweilig\w*|ziele[nr]?|beträge\w*|schritten?|stufen)\b|各|每|分别|目标|[三几]步",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# Two are told by a sentence each.
_FEWEST = 3
# Among how many of the best sentences one is sought that tells it of each.
_AMONG = 24


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence with as many years and numbers as there are steps or years, or with all of several
    names; nothing where no sentence does."""
    asked = findings.query.text
    if not _EACH.search(asked) or asked_aim(asked) != "plain" or _asks_why_or_how(findings):
        return ()
    for quote in findings.quotes[:_AMONG]:
        if _is_of_each(quote, findings):
            return [Statement(quote)]
    return ()


def _asks_why_or_how(findings: Findings) -> bool:
    """Whether it is not asked how much each has: "why can't each city's claim be added?"."""
    query = findings.query
    return "reason" in query.types or asks_how_it_is_made(query.text)


def _is_of_each(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence tells of each of three names or more, or of as many years as are asked about.
    What is asked of one of its years is no more than one number."""
    query = findings.query
    if is_verdict(quote) or query.names_held(quote.text) < 1:
        return False
    if len(query.proper_names) >= _FEWEST:
        return True
    asked, told = set(_YEAR.findall(query.text)), set(_YEAR.findall(quote.text))
    if len(asked) == 1 and asked <= told:
        return False
    many = max(_FEWEST, asked_count(query.text), len(asked))
    return len(told) >= many and len(numbers(quote, findings.index)) >= many
