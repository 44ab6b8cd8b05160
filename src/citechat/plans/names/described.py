"""Whom a question describes by another: "the people behind X", "der X-Chef", "X的老板". The profiles tell who that is,
and the question is asked with the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citechat_ingest import Name

from ...index.opening import Index
from ...retrieval.selection import Quote
from .profile import profile_of, profile_quotes

# What stands for the name in the patterns.
_THING = "{X}"
# Language → kind of whom is described → how, before and after the name.
_DESCRIBED = {
    "en": {
        "company": (
            r"(?:the )?(?:people|folks|guys|company|firm|group|team|makers?|owners?|developers?|creators?|operators?|parent(?: company)?)"
            r" (?:behind|of|who (?:make|run|own|built)|that (?:makes?|runs?|owns?|built)) (?:the )?{X}"
            r"|{X}['’]s (?:makers?|owners?|parent(?: company)?|developers?|operators?)"
        ),
        "person": (
            r"(?:the )?(?:boss|founder|chief|head|man|woman|person) (?:of|behind|who (?:founded|runs|set up)) (?:the )?{X}"
            r"|{X}['’]s (?:boss|founder|chief|head)|(?:the )?{X} (?:boss|founder|chief)"
        ),
    },
    "de": {
        "company": (
            r"(?:(?:die|der|den|dem|das) )?(?:macher|leute|firma|konzern|unternehmen|betreiber|entwickler|hersteller|anbieter"
            r"|mutter(?:konzern|firma)?)n?s?"
            r" (?:hinter|von) {X}|(?:(?:die|der|den|dem|das) )?{X}-(?:macher|mutter|betreiber|entwickler|konzern|hersteller)n?s?"
        ),
        "person": (
            r"(?:(?:der|des|dem|den|die) )?{X}-(?:chef|gründer|boss)(?:in|s)?"
            r"|(?:(?:der|des|dem|den|die) )?(?:chef|gründer|boss)(?:in|s)? von {X}|{X}s? (?:chef|gründer|boss)(?:in|s)?"
        ),
    },
    "zh": {
        "company": (
            r"(?:做|开发|推出|搞出?|经营|运营){X}的(?:那家|那个)?(?:公司|企业|团队|大厂|厂商)|{X}(?:背后)?的?(?:东家|母公司|开发商|运营方|所属公司)"
        ),
        "person": (
            r"{X}(?:以前|原来|之前|从前|当年|现在)?的?(?:老板|创始人|负责人|创办人|一把手|掌门人)|(?:创办|创立){X}的(?:那个?)?人"
        ),
    },
}
# By what somebody is described: a city has no boss, and a firm is told by what it makes.
_BY = {"company": frozenset({"product"}), "person": frozenset({"company", "product"})}
# Who asks for just that wants no name in its place.
_ASKS_WHO = re.compile(
    r"\b(?:who|whose|what is the name)\b|\b(?:wer|wie heißt|wie heisst)\b|谁|哪位|叫什么|哪家",
    re.IGNORECASE,
)
_PAIR = 2
_BESIDE = re.compile(r"\b(?:or|than|oder|als)\b|还是|比|谁(?:更|先|年[纪龄])", re.IGNORECASE)
# How a profile tells who leads a firm, and who founded it; the first is told before the second.
_LEADS = (
    re.compile(
        r"\b(?:chief|heads?|leads?|boss)\b|\b(?:chef\w*|leite\w*)\b|负责人|掌门人|总裁",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bfound(?:ed|ers?)\b|gegründet|gründe\w*|\bbuil(?:t|ds)\b|geschaffen|创办|创立|创始人|创建|打造",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True)
class _Description:
    """Where a question describes somebody, by whom, and the kind that is described."""

    start: int
    end: int
    by: Name
    kind: str


def with_names(question: str, index: Index, language: str) -> str:
    """The question with the name of whom it describes; as it is where it describes nobody, or asks who that is."""
    described = list(_descriptions(question, index, language))
    if _sets_beside(described, question):
        # From the end, so that what stands before keeps its place.
        for one in sorted(described, key=lambda its: its.start, reverse=True):
            question = _named_in_place(one, question, index, language)
        return question
    if _ASKS_WHO.search(question):
        return question
    named = (_named_in_place(one, question, index, language) for one in described)
    return next((other for other in named if other != question), question)


def _sets_beside(described: Sequence[_Description], question: str) -> bool:
    """Whether one described is set beside another: who of them it is, they are not asked to be."""
    if len(described) < _PAIR or not _BESIDE.search(question):
        return False
    by_place = sorted(described, key=lambda its: its.start)
    return all(one.end <= other.start for one, other in pairwise(by_place))


def _named_in_place(described: _Description, question: str, index: Index, language: str) -> str:
    """The question with a name in the place of a description, where a profile tells it."""
    name = _who_it_is(described, index, language)
    if not name:
        return question
    return f"{question[: described.start]}{name.names[language]}{question[described.end :]}"


def _descriptions(question: str, index: Index, language: str) -> Iterator[_Description]:
    for mention in index.glossary.mentions(question):
        written = re.escape(question[mention.start : mention.end])
        for kind, pattern in _DESCRIBED[language].items():
            # Chinese has no spaces: a name may follow any character of it.
            opens = r"(?<![A-Za-z0-9])" if language == "zh" else r"(?<!\w)"
            whole = rf"{opens}(?:{pattern.replace(_THING, written)})"
            match = re.search(
                whole if language == "zh" else rf"{whole}(?!\w)", question, re.IGNORECASE
            )
            if match and mention.name.kind in _BY[kind]:
                yield _Description(match.start(), match.end(), mention.name, kind)


def _who_it_is(described: _Description, index: Index, language: str) -> Name | None:
    """The one whom a profile tells: that of the name, or where it has none, of all others the one that says who
    made it."""
    document_id = profile_of(described.by, index, language)
    if document_id:
        return _told_by(document_id, described, index, language)
    makers: list[Name] = []
    for name in index.glossary.names:
        if name.kind == described.kind and _made_it(name, described, index, language):
            makers.append(name)
    return makers[0] if len(makers) == 1 else None


def _told_by(document_id: str, described: _Description, index: Index, language: str) -> Name | None:
    """Whom a profile tells of the kind: the maker of a product in the sentence that says what it is."""
    quotes = profile_quotes(document_id, language, index)
    if described.kind == "company":
        return _first_named(quotes[:1], described, index)
    leading, founding = ([q for q in quotes if how.search(q.text)] for how in _LEADS)
    return _first_named([*leading, *founding], described, index)


def _first_named(quotes: Sequence[Quote], described: _Description, index: Index) -> Name | None:
    """The first of the kind that a sentence names."""
    for quote in quotes:
        for mention in index.glossary.mentions(quote.text):
            if mention.name.kind == described.kind:
                return mention.name
    return None


def _made_it(name: Name, described: _Description, index: Index, language: str) -> bool:
    """Whether the profile of a company names a thing, or that of a person says that they founded it."""
    document_id = profile_of(name, index, language)
    quotes = profile_quotes(document_id, language, index)
    if described.kind == "person":
        quotes = [quote for quote in quotes if _LEADS[-1].search(quote.text)]
    return any(described.by in index.glossary.found_in(quote.text) for quote in quotes)
