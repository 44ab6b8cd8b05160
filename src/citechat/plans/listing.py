"""A question for a list: the sentence that enumerates, and those after it that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Name

from ..retrieval.selection import Quote
from .choosing import following, holds, is_verdict, missing_terms, verdict_on
from .statements import Findings, Statement

# Short items with commas between them, up to the last "and".
_ROW = re.compile(
    r"(?:[^,、;.]{1,32}[,、;]\s?)+[^,、;.]{1,32}(?:和|及|与|\band\b|\bund\b|\bsowie\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,、;]")
# Long lists go on in the next sentences; further on, another list begins.
_REACH = 2
# How far below the best a sentence may lie and still open the answer because it enumerates.
_NEAR = 1.5
# Among how many of the best it is looked for.
_FIRST = 6


def statements(findings: Findings) -> Sequence[Statement]:
    """The enumerating sentence first, then its continuation."""
    if "list" not in findings.query.types or findings.parts:
        return ()
    first = _enumerating(findings)
    if first is None:
        return ()
    quotes = [first]
    for quote in following(first, _REACH):
        if holds(quote, "list") and _goes_on(quotes, quote, findings):
            quotes.append(quote)
    judged = verdict_on(first, findings.index)
    if judged:
        quotes.append(judged)
    return [Statement(quote) for quote in quotes[: findings.max_sentences]]


def _goes_on(told: Sequence[Quote], quote: Quote, findings: Findings) -> bool:
    """Whether a sentence adds items to the list, where the glossary knows the items: it must name
    new ones of their kind, and hold what is asked of them."""
    items: list[Name] = []
    for before in told:
        items += _items(before, findings)
    if not items:
        return True
    kinds = {name.kind for name in items}
    if kinds == {"concept"}:
        return False
    added = _items(quote, findings)
    new = [name for name in added if name not in items]
    if kinds.isdisjoint(name.kind for name in new):
        return False
    return missing_terms(findings.query, [quote]) <= missing_terms(findings.query, told[:1])


def _items(quote: Quote, findings: Findings) -> list[Name]:
    """The names that a sentence enumerates: of the kind that it has most of, those asked left out."""
    asked = [name.name for name in findings.query.names]
    mentioned = findings.index.glossary.found_in(quote.text)
    others = [name for name in mentioned if name not in asked]
    alike = _of_one_kind(others)
    return alike if len(alike) > 1 else []


def _of_one_kind(names: Sequence[Name]) -> list[Name]:
    """The names of the kind that most of them have."""
    kinds = [name.kind for name in names]
    common = max(kinds, key=kinds.count, default="")
    return [name for name in names if name.kind == common]


def _enumerating(findings: Findings) -> Quote | None:
    """The first quote near the best that enumerates; or one that holds as much of what is asked in
    a longer row, or in one as long where the first is the audit's: it weighs a list, and gives none."""
    quotes = findings.quotes
    least = quotes[0].score - _NEAR
    near = [quote for quote in quotes[:_FIRST] if quote.score >= least]
    # "Six entrepreneurs spoke." names none of them; the sentence after it does.
    rows = [quote for quote in (*near, *following(quotes[0], 1)) if holds(quote, "list")]
    if not rows:
        return None

    def lacks(quote: Quote) -> int:
        return len(missing_terms(findings.query, [quote]))

    fitting = [quote for quote in rows if lacks(quote) <= lacks(rows[0])]
    return max(fitting, key=lambda quote: (_row(quote), not is_verdict(quote)))


def _row(quote: Quote) -> int:
    """How many items the longest row of a sentence has."""
    rows = _ROW.findall(quote.text)
    return max((len(_BETWEEN.findall(row)) for row in rows), default=0)
