"""Whether somebody is one of several: "No", where a sentence names them all, and not that one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citechat_ingest import Name

from ...language.enumerated import Row, is_second_half, rows, tells_some
from ...question.decomposition import without_names
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..figures.asked_dates import without_dates
from ..statements import Findings
from .claimed import Claimed

_ONE_OF = re.compile(
    r"\b(?:one of|among|amongst|part of|belong\w* to|a member of|on the list)\b"
    r"|\b(?:einer?|eine[ns]) (?:der|von)\b|\bunter den\b|\b(?:gehör\w*|zähl\w*)\b.*\b(?:zu|zum|zur)\b"
    r"|\bteil (?:der|von|des)\b|\bmitglied\w*\b"
    r"|之一|属于|[里当其]中|名单[上里]|[里中]的",
    re.IGNORECASE,
)
# A list has at least so many names, and a sentence that tells it most of what it is asked for.
_SHORTEST = 3
# How much of what is asked a sentence must say, alone and with the question before it.
_SAYS_IT, _SAYS_SOME = 0.5, 0.3


def naming_the_others(
    claimed: Claimed, quotes: Iterable[Quote], findings: Findings
) -> Quote | None:
    """The sentence that enumerates all of those that somebody is asked to be one of, and not that one."""
    names = [name.name for name in claimed.query.proper_names]
    if len(names) != 1 or not _ONE_OF.search(claimed.text):
        return None
    asked = f"{without_dates(claimed.before, findings.language)} {_ONE_OF.sub(' ', claimed.text)}"
    rest = without_names(asked, names)
    of_them = replace(claimed, query=replace(claimed.query, text=rest))
    telling = (quote for quote in quotes if _tells_all(quote, names[0], of_them, findings))
    return next(telling, None)


def _tells_all(quote: Quote, name: Name, of_them: Claimed, findings: Findings) -> bool:
    """Whether a sentence enumerates all of those, and somebody is none of them."""
    glossary = findings.index.glossary
    if _is_of_some(quote) or name in glossary.found_in(quote.text):
        return False
    listed = rows(quote.text, glossary)
    # The words of the question before are more than the list is called by.
    least = _SAYS_SOME if of_them.before else _SAYS_IT
    said = of_them.share(quote.text)
    return said >= least and any(_is_of_such(row, name) for row in listed)


def _is_of_some(quote: Quote) -> bool:
    """Whether a sentence is the audit's, or may enumerate less than all."""
    return is_verdict(quote) or tells_some(quote.text) or is_second_half(quote.text)


def _is_of_such(row: Row, name: Name) -> bool:
    """Whether a row is whole, and of names of one kind with this."""
    return row.whole and len(row.names) >= _SHORTEST and row.names[0].kind == name.kind
