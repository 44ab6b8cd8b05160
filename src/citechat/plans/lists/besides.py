"""Who is there besides: a whole list, and before it the names of it that the question does not
leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Name

from ...language import terms
from ...language.enumerated import BESIDES, Row, asked_count, rows
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict, with_verdict
from ..names.profile import article_quotes
from ..quotes import missing_terms
from ..statements import Findings, Statement, naming
from .member_lists import REACH, joined_names, whole_rows

# What may stand between that and the names, and what of the question goes with it.
_BEFORE_NAMES = 16
_ELSE = re.compile(
    r"\b(?:else|other|others|another|also|too|further|more|still|remaining)\b"
    r"|\b(?:sonst|noch|weitere\w*|andere\w*|übrige\w*|auch)\b|还有?|其他|其它|另外|以外|之外|外",
    re.IGNORECASE,
)


def left_out_of(findings: Findings) -> list[Name]:
    """The names that a question leaves out: "besides Norden and Southam", "besides the four big ones"."""
    text, glossary = findings.query.text, findings.index.glossary
    marker = BESIDES.search(text)
    if marker is None:
        return []
    after = text[marker.end() :]
    mentions = glossary.mentions(after)
    if not mentions or mentions[0].start > _BEFORE_NAMES:
        return _of_so_many(after, findings)
    first = mentions[0].name
    listed = [row.names for row in rows(after, glossary) if first in row.names]
    return list(listed[0]) if listed else [first]


def _of_so_many(after: str, findings: Findings) -> list[Name]:
    """Those of the first sentence that enumerates as many as the question leaves out, and says how many."""
    number = asked_count(after[: 2 * _BEFORE_NAMES])
    for quote in findings.quotes[:REACH] if number else ():
        for row in rows(quote.text, findings.index.glossary):
            if len(row.names) == number == asked_count(quote.text):
                return list(row.names)
    return []


def told_of_the_others(left_out: Sequence[Name], findings: Findings) -> Sequence[Statement]:
    """The list that holds those left out and others, which are named first; or the sentence that names
    others alone, where it says more of what is asked."""
    fitting: list[tuple[int, int, int, Quote, Row]] = []
    for place, quote, row in whole_rows(findings):
        if all(name in row.names for name in left_out) and len(row.names) > len(left_out):
            missing = len(_unsaid(quote, findings))
            fitting.append((missing, -len(row.names), place, quote, row))
    best = min(fitting, key=lambda one: one[:3], default=None)
    alone = _naming_others_alone(left_out, findings)
    if alone and (best is None or len(_unsaid(alone, findings)) < best[0]):
        return with_verdict(alone, findings)
    if best is None:
        return ()
    *_, quote, row = best
    others = [name for name in row.names if name not in left_out]
    named = joined_names(others, findings.language)
    return [Statement(quote, naming(named[0].upper() + named[1:], findings.language))]


def _naming_others_alone(left_out: Sequence[Name], findings: Findings) -> Quote | None:
    """The sentence that enumerates others of their kind and none of them, and says most of what is asked; one of
    the article may do."""
    found = (*findings.quotes[:REACH], *article_quotes(findings.index, findings.language))
    named = [quote for quote in found if _names_others(quote, left_out, findings)]
    return min(named, key=lambda quote: len(_unsaid(quote, findings)), default=None)


def _names_others(quote: Quote, left_out: Sequence[Name], findings: Findings) -> bool:
    """Whether a sentence enumerates others alone, and names whom else the question names."""
    if is_verdict(quote) or not _enumerates(quote, left_out[0].kind, findings):
        return False
    asked = [its.name for its in findings.query.proper_names]
    said = findings.index.glossary.found_in(quote.text)
    whose = _without(asked, left_out)
    return not _without(whose, said) and _without(left_out, said) == list(left_out)


def _without(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    return [name for name in names if name not in others]


def _enumerates(quote: Quote, kind: str, findings: Findings) -> bool:
    """Whether a sentence enumerates names of a kind."""
    listed = rows(quote.text, findings.index.glossary)
    return any(row.names[0].kind == kind for row in listed)


def _unsaid(quote: Quote, findings: Findings) -> frozenset[str]:
    """What the question asks of the others, and the sentence does not hold."""
    asked = _ELSE.sub(" ", BESIDES.sub(" ", findings.query.text))
    wanted = terms.query_words(asked, findings.language)
    return missing_terms(findings.query, [quote]).intersection(wanted)
