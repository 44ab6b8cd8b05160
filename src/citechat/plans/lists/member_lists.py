"""What is asked of the members of a list: whose list it is, what is said of them, and how much of
that a sentence holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citechat_ingest import Name

from ...language import terms
from ...language.cut_out import cut_out_mentions
from ...language.enumerated import Row, asked_count, rows, tells_some
from ...language.held_words import held_words
from ...language.negation import NOT, UNCONFIRMED
from ...language.number_words import TWO_TO_TEN, TWO_TO_TEN_CHINESE
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings

# Who of several: "where not" and "what not" ask for no member of a list.
ASKS_WHO = re.compile(
    r"\b(?:which|who|whom|name|list)\b|\b(?:welche[rsnm]?|wer|wen|wem|nenn\w*)\b"
    r"|哪(?!里|儿|怕)|谁|有什么",
    re.IGNORECASE,
)
# Who of a list that the documents tell: "which of the six", 六小龙里哪个.
_OF_A_LIST = re.compile(
    r"\b(?:which|who|none|name) (?:one )?of\b|\b(?:welche[rsn]?|wer) (?:der|von|unter)\b|\bvon den\b.{0,60}\b(?:wer|welche[rsn]?)\b"
    r"|[里中]面?的?(?:哪|谁)",
    re.IGNORECASE,
)
# What is said of the members of a list may be told far from it.
REACH = 40
# How much of what is said of them a sentence must hold.
SAME_THING = 0.5
# How many there are is counted, and asked again by no sentence.
_HOW_MANY = re.compile(
    rf"\btop\b|\b(?:{TWO_TO_TEN})\b|前?[{TWO_TO_TEN_CHINESE}](?=[名位家个强大])"
    r"|哪[些几个家位]|[几些个家位]",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<!^)\b(?:[A-ZÄÖÜ]|\d)[\w.-]*")


def asks_of_a_list(findings: Findings) -> bool:
    """Whether a question is about the members of a list, which it names, counts or offers."""
    text = findings.query.text
    is_named = bool(_OF_A_LIST.search(text)) or asked_count(text) > 0
    return is_named or any(row.choice for row in rows(text, findings.index.glossary))


def whole_rows(findings: Findings) -> Iterator[tuple[int, Quote, Row]]:
    """The sentences that enumerate the whole of something, each with its place and row."""
    glossary = findings.index.glossary
    for place, quote in enumerate(findings.quotes[:REACH]):
        if _may_tell_some(quote):
            continue
        listed = rows(quote.text, glossary)
        yield from ((place, quote, row) for row in listed if row.whole)


def _may_tell_some(quote: Quote) -> bool:
    """Whether a sentence is the audit's, or may enumerate less than all."""
    return is_verdict(quote) or tells_some(quote.text)


@dataclass(frozen=True)
class Asked:
    """A question for those of whom something is not said: whose list, and what is said."""

    of_whom: str
    said: str


def read_asked(text: str, language: str) -> Asked:
    """What stands before the "not" tells the list, what stands behind it tells what is said; where
    a question ends with it, all of it tells both."""
    marker = NOT.search(text)
    assert marker
    before, behind = text[: marker.start()], text[marker.end() :]
    return Asked(before, behind) if terms.query_words(behind, language) else Asked(text, text)


def denies(quote: Quote) -> bool:
    """Whether a sentence says of something that it is not so, not only that no source says it."""
    return bool(NOT.search(quote.text)) and not UNCONFIRMED.search(quote.text)


def things_in(text: str, left_out: Sequence[Name], findings: Findings) -> frozenset[str]:
    """The words of a text that tell what it is about, without some names and how many they are: of
    German its nouns, of Chinese the single characters, for two that say the same seldom share a
    pair."""
    text = _HOW_MANY.sub(" ", cut_out_mentions(text, left_out, findings.index.glossary))
    if findings.language == "de":
        text = " ".join(_NOUN.findall(text))
    words = terms.query_words(text, findings.language)
    is_chinese = findings.language == "zh"
    return frozenset(word for word in words if not (is_chinese and len(word) > 1))


def share_held(wanted: frozenset[str], text: str, language: str) -> float:
    """How much of some words a text holds, 0 to 1; all of none."""
    return held_words(text, language).share(wanted)


def joined_names(names: Iterable[Name], language: str) -> str:
    """The names as the language writes a row of them."""
    *others, last = [name.names[language] for name in names]
    if not others:
        return last
    if language == "zh":
        return f"{'、'.join(others)}和{last}"
    word = "and" if language == "en" else "und"
    return f"{', '.join(others)} {word} {last}"
