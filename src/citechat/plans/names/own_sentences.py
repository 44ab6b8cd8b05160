"""A question for what or who something is that has no profile: the sentences of the documents that are
about it, first the one that says what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Name

from ...language.cut_out import cut_out_mentions
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..same_matter import is_same_matter
from ..statements import Findings, Statement
from .profile import asks_what_it_is, profile_of

# What it is, and one thing more.
_MOST = 2
# What follows a name where a sentence says what it is: "X is a …", "X, vice head of …", "X of …".
_DEFINES = {
    "en": re.compile(
        r"(?:is|are|was|heads|leads)\b(?! (?:also|not|still|now|\w+ed)\b)|, (?!and\b)[a-z]|of (?:the )?[A-Z]"
    ),
    "de": re.compile(r"(?:ist|sind|war|leitet)\b|, (?!und\b)[a-zäöüA-ZÄÖÜ]|(?:von|vom|aus) "),
    "zh": re.compile(r"(?:[\u4e00-\u9fff]{0,2}（[^）]*）)?是"),
}
_OTHERS_SPEAK = frozenset({"publisher", "institution"})


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence about the one name without a profile, and a further one that has it as its
    subject; nothing where something else is asked, or nothing names it."""
    name = _asked_name(findings)
    if name is None:
        return ()
    naming = [quote for quote in findings.quotes if _is_told(name, quote, findings)]
    naming.sort(key=lambda quote: _worse(name, quote, findings))
    if not naming or not _asks_for(name, naming[0], findings):
        return ()
    told = _with_further(name, naming, findings)
    return [Statement(quote) for quote in told[: findings.max_sentences]]


def _asked_name(findings: Findings) -> Name | None:
    """The one name of the question that has no profile."""
    names = [asked.name for asked in findings.query.proper_names]
    bare = [name for name in names if _is_bare(name, findings)]
    return bare[0] if len(bare) == 1 else None


def _is_bare(name: Name, findings: Findings) -> bool:
    """Whether a name has no profile; who publishes is named for what it reports alone."""
    has_none = not profile_of(name, findings.index, findings.language)
    return has_none and name.kind != "publisher"


def _with_further(name: Name, naming: Sequence[Quote], findings: Findings) -> list[Quote]:
    """The first, and those that have the name as their subject and say another thing."""
    told = list(naming[:1])
    for quote in naming[1:]:
        says_more = not any(is_same_matter(quote, before) for before in told)
        if says_more and _is_subject(name, quote, findings):
            told.append(quote)
    return told[:_MOST]


def _asks_for(name: Name, first: Quote, findings: Findings) -> bool:
    """Whether the question asks what the name is, and no more than that; whose it is may stand
    beside it, as in the sentence: "the Seagull by BYD"."""
    rest = cut_out_mentions(findings.query.text, [name], findings.index.glossary)
    said = findings.index.glossary.found_in(first.text)
    others = [other for other in findings.query.proper_names if other.name in said]
    spellings = [spelling for other in others for spelling in other.name.all_spellings]
    return asks_what_it_is(rest, " ".join(spellings), findings.language)


def _is_told(name: Name, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence itself names it, and is not the audit's."""
    return not is_verdict(quote) and name in findings.index.glossary.found_in(quote.text)


def _worse(name: Name, quote: Quote, findings: Findings) -> tuple[bool, bool, bool, float]:
    """What puts a sentence behind others: it leans on another, says not what the name is, is about
    another, answers less."""
    defines = _says_what_it_is(name, quote, findings)
    is_leaning = quote.opens < quote.number
    return is_leaning, not defines, not _is_subject(name, quote, findings), -quote.score


def _is_subject(name: Name, quote: Quote, findings: Findings) -> bool:
    """Whether it is the first that the sentence names, but for who reports it."""
    named = findings.index.glossary.mentions(quote.text)
    first = next(
        (m.name for m in named if m.name.kind not in _OTHERS_SPEAK or m.name is name), None
    )
    return first is name


def _says_what_it_is(name: Name, quote: Quote, findings: Findings) -> bool:
    text = quote.text
    after = [text[m.end :] for m in findings.index.glossary.mentions(text) if m.name is name]
    return any(_DEFINES[quote.passage.language].match(rest.lstrip()) for rest in after)
