"""A question for the name of somebody of whom the documents tell only what he was: "Who is the former manager who
founded it?". The answer says so, and gives the sentence that tells of him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.negation import NOT
from ...messages import say
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement

# Language → how a question asks for the name of somebody whom it describes.
_WHOM = {
    "en": r"founders?|boss|chief|head|managers?|engineers?|executives?|employees?|professors?|graduates?|researchers?|wom[ae]n|m[ae]n"
    r"|persons?|people|guys?|officials?|ministers?",
    "de": r"gründer|chef|manager|ingenieur|professor|absolvent|mitarbeiter|forscher|minister|mann|männer|frau|person|leute|beamte",
    "zh": r"创始人|创办人|高管|经理|工程师|教授|毕业生|校友|员工|负责人|官员|那位|那个人",
}
_ASKS_FOR_A_NAME = {
    "en": re.compile(
        r"\b(?:who(?:['’]s| is| was| are| were)|names? of|name|what(?:['’]s| is| was| are)) (?:the|that|those)\b"
        rf"[^?]{{0,40}}\b(?:{_WHOM['en']})\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wie (?:heißt|heissen|heißen|hießt?|hießen)|wer (?:ist|war|sind|waren)|namen?|nenn\w*)"
        r"(?: denn| eigentlich| mir)* (?:der|die|das|des|den|diese[rs]?|jene[rs]?)\b"
        rf"[^?]{{0,40}}?\b[\w-]*(?:{_WHOM['de']})",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"(?:{_WHOM['zh']})[^？?，]{{0,4}}(?:叫什么|叫啥|是谁|姓什么|的?名字|姓名|何许人)"
    ),
}
# Somebody who is told by what he was.
_SOMEBODY = re.compile(
    r"\b(?:graduates?|alumni|(?:former|ex)[- ](?:\w+ )?\w+|managers?|engineers?|professors?|executives?)\b"
    r"|\b[\w-]*(?:absolvent|manager|ingenieur|professor)\w*\b|\b(?:früher|ehemalig)\w* \w+"
    r"|毕业生|校友|前(?:员工|高管)|高管|工程师|教授",
    re.IGNORECASE,
)
# Among how many sentences a name is sought, and the one that tells of him.
_REACH, _NEAR = 8, 3


def is_asked(findings: Findings) -> bool:
    """Whether it is asked what somebody is called, and no sentence near that is of all that is named
    names a person, while one tells what he was."""
    if not _asks_for_a_name(findings) or not _telling(findings):
        return False
    near = [quote.text for quote in findings.quotes[:_REACH] if quote.names == 1.0]
    return not _names_a_person([findings.query.text, *near], findings)


def _asks_for_a_name(findings: Findings) -> bool:
    query = findings.query
    is_of_a_thing = query.curated and bool(query.proper_names)
    return is_of_a_thing and bool(_ASKS_FOR_A_NAME[query.language].search(query.text))


def statements(findings: Findings) -> Sequence[Statement]:
    """That no name is told, and the sentence that tells of him."""
    lead = say("no_name_told", findings.language)
    return [Statement(quote, lead, is_refusal=True) for quote in _telling(findings)[:1]]


def _telling(findings: Findings) -> list[Quote]:
    """The best sentences of all that is named which say what somebody was."""
    near = [quote for quote in findings.quotes[:_NEAR] if quote.names == 1.0]
    return [quote for quote in near if _tells_of_somebody(quote)]


def _tells_of_somebody(quote: Quote) -> bool:
    is_told = _SOMEBODY.search(quote.text) and not NOT.search(quote.text)
    return bool(is_told) and not is_verdict(quote)


def _names_a_person(texts: Sequence[str], findings: Findings) -> bool:
    found = findings.index.glossary.found_in(" ".join(texts))
    return any(name.kind == "person" for name in found)
