"""Does the article speak of X? The first sentences of the article that name it, or that none does. Which universities
does it name? All of them, and the sentences that name most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from citechat_ingest import Name

from ...index.opening import Index
from ...language import terms
from ...language.answer_types import asks_openly, asks_whether
from ...language.cut_out import cut_out_mentions
from ...messages import say
from ...retrieval.query import Query
from ...retrieval.selection import Quote
from ..statements import Findings, Statement
from .profile import profile_quotes

_SPEAKS_OF = (
    r"\b(?:mention(?:s|ed)?|(?:speaks?|spoken|talks?|talked|writes?|written|wrote|says?|said|tells?) (?:anything |something )?(?:of|about)"
    r"|refers? to|names?|named|covers?|covered|discuss(?:es|ed)?|(?:come|show)s? up|appears?|occurs?|is in|part of)\b"
    r"|\b(?:erwähn(?:t|en)|nenn(?:t|en)|genannt|kommt|kommen|vorkommt|vor|spricht|gesprochen|schreibt|geschrieben|redet"
    r"|steht|taucht|auf|behandelt|geht|etwas|über|die rede)\b"
    r"|(?:提[到及]|提过|讲[到过]|说[到过]|谈[到及过]|写[到过]|涉及|出现)[过了]?"
)
_ARTICLE = (
    r"\b(?:(?:in|im|from|by|of|von)\s+)?(?:(?:the|this|that|der|die|das|dem|den|diese[rmn]?)\s+)?"
    r"(?:article|text|essay|piece|author|artikel|beitrag|aufsatz|autorin)\b|\b(?:wu ting|ting wu)\b"
    r"|(?:这篇|那篇|本|原)?(?:文章|文中|原文|全文|作者|吴婷)(?:里面?|中)?(?:有没有|有|是否)?"
)
_SAYS_SO, _OF_ARTICLE = re.compile(_SPEAKS_OF, re.IGNORECASE), re.compile(_ARTICLE, re.IGNORECASE)
_IDLE = re.compile(
    rf"{_SPEAKS_OF}|{_ARTICLE}|\b(?:and|so|but|also|too|even|at all|anywhere|somewhere|actually|und|aber|auch|überhaupt"
    r"|eigentlich|irgendwo|does|do|did|has|have|is|are|was|were|been|in|it|there|es|da|wird|werden|wurde|hat|worden|von|the)\b"
    r"|[吗么呢过了也都还]|有没有|没有|是否|有",
    re.IGNORECASE,
)
# A sentence of the documents that says itself of whom the article does not speak.
_DENIES = re.compile(
    r"\bnot (?:mention|name|speak)|\b(?:erwähnt|nennt|spricht)\b.*\b(?:nicht|kein\w*)\b|(?:没有|未|不曾?)(?:提|讲|说|谈|写)[到及]?",
    re.IGNORECASE,
)
# How many sentences are told: the first that name it.
_TOLD = 2
# Kind of a name in the glossary → the words that ask for those of that kind.
_KINDS = {
    "university": r"universit(?:y|ies)|universitäten|hochschulen|unis|大学|高校",
    "company": r"compan(?:y|ies)|firms|unternehmen|firmen|公司|企业",
    "person": r"people|persons|personen|menschen|leute|人物|人",
}
_WHICH = {
    kind: re.compile(
        rf"\b(?:which|what|welche)\b(?: \w+)? (?:{words})\b|哪些?[所家个位座些]?(?:{words})"
        rf"|\b(?:list|name|nenne?|liste)\b(?: all| alle)?(?: the| die)? (?:{words})\b",
        re.IGNORECASE,
    )
    for kind, words in _KINDS.items()
}
# Of so many and more a list is told, with so many sentences as its proof.
_LIST, _PROOFS = 2, 3


def statements(findings: Findings) -> Sequence[Statement]:
    """What the article names, where it is asked whether it names a thing, or which of a kind; nothing
    where something else is asked."""
    query, index = findings.query, findings.index
    return named_in_article(query, index) or kind_named_in_article(query, index)


def named_in_article(query: Query, index: Index) -> Sequence[Statement]:
    """The first sentences of the article that name the thing, where it is asked whether the article
    speaks of it; nothing where none does, or something else is asked."""
    name = _asked_name(query, index)
    naming = _naming(name, query.language, index) if name else []
    lead = say("lead_mentioned", query.language)
    return [
        Statement(quote, lead=lead if not number else "")
        for number, quote in enumerate(naming[:_TOLD])
    ]


def not_in_article(findings: Findings) -> Sequence[Statement]:
    """That the article does not speak of the thing, where that is asked and so, and the best sentence
    of others that name it; in the documents' own words where they say so themselves."""
    name = _asked_name(findings.query, findings.index)
    if name is None or _naming(name, findings.language, findings.index):
        return ()
    others = [quote for quote in findings.quotes if _is_named(name, quote, findings.index)]
    denying = [quote for quote in others if _DENIES.search(quote.text)]
    if denying:
        return [Statement(denying[0])]
    language = findings.language
    denied = Statement(lead=say("not_mentioned", language, name=name.names[language]))
    lead = say("lead_sources_do", language)
    return [denied, *(Statement(quote, lead=lead) for quote in others[:1])]


def kind_named_in_article(query: Query, index: Index) -> Sequence[Statement]:
    """All names of a kind that the article has, where it is asked which it names, and the sentences
    that name the most of them; nothing where something else is asked."""
    language = query.language
    kind = _asked_kind(query)
    article = index.document_with_role("article", language) if kind else ""
    named = [
        (quote, _of_kind(kind, quote, index)) for quote in profile_quotes(article, language, index)
    ]
    names = list(dict.fromkeys(chain.from_iterable(said for _, said in named)))
    if len(names) < _LIST:
        return ()
    joined = ("、" if language == "zh" else ", ").join(names)
    lead = say("names_in_article", language, number=len(names), names=joined)
    return [Statement(lead=lead), *map(Statement, _naming_most(named))]


def _asked_kind(query: Query) -> str:
    """The kind of things of which a question asks which the article names, and nothing more."""
    asked_for = (kind for kind in _WHICH if _asks_only_which(kind, query))
    return next(asked_for, "") if _SAYS_SO.search(query.text) else ""


def _asks_only_which(kind: str, query: Query) -> bool:
    asked = _WHICH[kind].search(query.text)
    # "in Shenzhen" narrows what is asked for.
    if asked is None or _names_another(query):
        return False
    beside = f"{query.text[: asked.start()]} {query.text[asked.end() :]}"
    return not terms.query_words(_IDLE.sub(" ", beside), query.language)


def _names_another(query: Query) -> bool:
    return not all(_is_the_article(asked.name) for asked in query.proper_names)


def _of_kind(kind: str, quote: Quote, index: Index) -> list[str]:
    """The names of a kind that a sentence uses, in its language."""
    said = index.glossary.found_in(quote.text)
    return [name.names[quote.passage.language] for name in said if name.kind == kind]


def _naming_most(named: Sequence[tuple[Quote, Sequence[str]]]) -> list[Quote]:
    """The sentences that name the most, each the most that none before it does, in their order."""
    missing = set(chain.from_iterable(said for _, said in named))
    kept: list[int] = []
    while missing and len(kept) < _PROOFS:
        best = max(range(len(named)), key=lambda place: len(missing.intersection(named[place][1])))
        kept.append(best)
        missing -= set(named[best][1])
    return [named[place][0] for place in sorted(kept)]


def _asked_name(query: Query, index: Index) -> Name | None:
    """The one thing of which a question asks whether the article speaks of it, and nothing more."""
    text = query.text
    has_article = index.document_with_role("article", query.language)
    if not has_article or not _asks_whether_it_says_so(text, query.language):
        return None
    names = [asked.name for asked in query.names if not _is_the_article(asked.name)]
    if len(names) != 1:
        return None
    rest = cut_out_mentions(text, names, index.glossary)
    return None if terms.query_words(_IDLE.sub(" ", rest), query.language) else names[0]


def _asks_whether_it_says_so(text: str, language: str) -> bool:
    """Whether it is asked if the article speaks of something."""
    if asks_openly(text, language) or not asks_whether(text, language):
        return False
    return bool(_SAYS_SO.search(text) and _OF_ARTICLE.search(text))


def _is_the_article(name: Name) -> bool:
    """Whether a name is that of the article or of its author."""
    return any(_OF_ARTICLE.search(spelling) for spelling in name.all_spellings)


def _naming(name: Name, language: str, index: Index) -> list[Quote]:
    """The sentences of the article that name it, in order."""
    article = index.document_with_role("article", language)
    sentences = profile_quotes(article, language, index)
    return [quote for quote in sentences if _is_named(name, quote, index)]


def _is_named(name: Name, quote: Quote, index: Index) -> bool:
    return name in index.glossary.found_in(quote.text)
