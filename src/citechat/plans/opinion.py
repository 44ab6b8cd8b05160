"""What the author thinks: a sentence of the article, and what the audit makes of it.

The whole article is the author's, so its sentences seldom name the author: the question is looked up
without that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..index.opening import Index
from ..language import terms
from ..retrieval.query import Query
from ..retrieval.selection import Quote
from .choosing import with_verdict
from .statements import Findings, Statement

_AUTHOR = re.compile(
    r"\b(?:according to |in the (?:view|opinion) of |in )?(?:the )?(?:author|writer|article)(?:['’]s)?\b"
    r"|\b(?:nach (?:der )?(?:meinung|ansicht) (?:des|der) |laut )?(?:de[rms] |die |dem )?"
    r"(?:autor(?:in|s)?|verfasser(?:in|s)?)\b|作者|笔者",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"\b(?:think(?:s|ing)?|believ\w+|opinion|view|feel|judge\w*|consider\w*|see|rate|make of|say about)\b"
    r"|\b(?:denkt|hält|meint|findet|glaubt|beurteilt|bewertet|sieht|meinung|ansicht|urteilt|einschätz\w*)\b"
    r"|认为|觉得|看法|怎么看|如何看|评价|观点|态度|理解|看待|意见",
    re.IGNORECASE,
)
_REACH = 12


def asked_of_author(question: str, index: Index, language: str) -> str:
    """The question without its author, where it asks what the author of the article holds of
    something; else empty."""
    if not _THINKS.search(question) or not index.document_with_role("article", language):
        return ""
    plain = without_author(question, index, language)
    return plain if plain != question or _AUTHOR.search(question) else ""


def without_author(question: str, index: Index, language: str) -> str:
    """The question without the author's name and the words for an author."""
    article = index.document_with_role("article", language)
    document = index.store.document(article, language) if article else None
    named = [name for name in index.glossary.found_in(question) if name.kind == "person"]
    plain = question
    for name in named:
        if document and document.publisher in name.all_spellings:
            for spelling in sorted(name.all_spellings, key=len, reverse=True):
                plain = re.sub(re.escape(spelling) + r"(?:['’]?s\b)?", " ", plain, flags=re.I)
    plain = _AUTHOR.sub(" ", plain)
    return (
        " ".join(plain.split())
        if plain.strip(" ?？.。!") != question.strip(" ?？.。!")
        else question
    )


def asks_of_names_alone(query: Query) -> bool:
    """Whether nothing but names is asked about: "What does the author think of Shenzhen?"."""
    words = terms.query_words(_THINKS.sub(" ", query.text), query.language)
    named = frozenset[str]().union(*(name.terms for name in query.names))
    return bool(query.proper_names) and named.issuperset(words)


def opinion_statements(findings: Findings) -> Sequence[Statement]:
    """The article's best sentence with the verdict on it; none where the article is silent."""
    own = [quote for quote in findings.quotes[:_REACH] if _is_own(quote)]
    return with_verdict(own[0], findings) if own else ()


def _is_own(quote: Quote) -> bool:
    """Whether the article itself speaks of what is asked."""
    return quote.passage.role == "article" and quote.names > 0
