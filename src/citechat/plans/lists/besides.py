"""Who is there besides: a whole list, and before it the names of it that the question does not
leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Name

from ...language import terms
from ...language.enumerated import BESIDES, Row, rows
from ...retrieval.selection import Quote
from ..choosing import missing_terms
from ..statements import Findings, Statement, naming
from .member_lists import joined_names, whole_rows

# What may stand between that and the names, and what of the question goes with it.
_BEFORE_NAMES = 16
_ELSE = re.compile(
    r"\b(?:else|other|others|another|also|too|further|more|still|remaining)\b"
    r"|\b(?:sonst|noch|weitere\w*|andere\w*|übrige\w*|auch)\b|还有?|其他|其它|另外|以外|之外|外",
    re.IGNORECASE,
)


def left_out_of(findings: Findings) -> list[Name]:
    """The names that a question leaves out: "besides Norden and Southam"."""
    text, glossary = findings.query.text, findings.index.glossary
    marker = BESIDES.search(text)
    if marker is None:
        return []
    after = text[marker.end() :]
    mentions = glossary.mentions(after)
    if not mentions or mentions[0].start > _BEFORE_NAMES:
        return []
    first = mentions[0].name
    listed = [row.names for row in rows(after, glossary) if first in row.names]
    return list(listed[0]) if listed else [first]


def told_of_the_others(left_out: Sequence[Name], findings: Findings) -> Sequence[Statement]:
    """The list that holds those left out and others, which are named first."""
    fitting: list[tuple[int, int, int, Quote, Row]] = []
    for place, quote, row in whole_rows(findings):
        if all(name in row.names for name in left_out) and len(row.names) > len(left_out):
            missing = len(_unsaid(quote, findings))
            fitting.append((missing, -len(row.names), place, quote, row))
    if not fitting:
        return ()
    *_, quote, row = min(fitting, key=lambda one: one[:3])
    others = [name for name in row.names if name not in left_out]
    named = joined_names(others, findings.language)
    return [Statement(quote, naming(named[0].upper() + named[1:], findings.language))]


def _unsaid(quote: Quote, findings: Findings) -> frozenset[str]:
    """What the question asks of the others, and the sentence does not hold."""
    asked = _ELSE.sub(" ", BESIDES.sub(" ", findings.query.text))
    wanted = terms.query_words(asked, findings.language)
    return missing_terms(findings.query, [quote]).intersection(wanted)
