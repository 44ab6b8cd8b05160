"""Passages, quotes and findings made by hand, for tests of what an answer says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from citechat.index.opening import Index
from citechat.plans import Findings, Statement
from citechat.retrieval.query import Query, make_query
from citechat.retrieval.retriever import ScoredPassage
from citechat.retrieval.selection import Quote
from citechat_ingest import Glossary, Name, Passage

VECTOR = np.zeros(1, np.float32)
NORDEN = Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"})
SOUTHAM = Name("place", {"en": "Southam", "de": "Südheim", "zh": "南城"})
HOLM = Name("person", {"en": "Ada Holm", "de": "Ada Holm", "zh": "霍尔姆"})
LAMP = Name("concept", {"en": "lamp", "de": "Lampe", "zh": "灯"})
NAMES = (NORDEN, SOUTHAM, HOLM, LAMP)


def index_of(names: Iterable[Name] = NAMES, **parts: Any) -> Index:
    """An index of no documents that knows these names, as a curated corpus does."""
    store: Any = None
    empty: dict[str, Any] = {"lexical": {}, "roles": {}, "questions": {}}
    empty["is_curated"] = bool(names)
    return Index("", store, glossary=Glossary(tuple(names)), **(empty | parts))


def passage_of(*sentences: str, language: str = "en", **told: Any) -> Passage:
    """A document that consists of one passage of these sentences."""
    gap = "" if language == "zh" else " "
    text = gap.join(sentences)
    ends = list(accumulate(sentences, lambda end, s: end + len(gap) + len(s), initial=-len(gap)))
    spans = tuple((end - len(s), end) for s, end in zip(sentences, ends[1:], strict=True))
    named = {"document_id": "sources/survey", "title": "", "section": ""} | told
    return Passage(language=language, start=0, end=len(text), text=text, sentences=spans, **named)


def quote_of(
    text: str, score: float = 0.0, *, probability: float = 1.0, names: float = 1.0, **told: Any
) -> Quote:
    """A quote of the one sentence of a document."""
    return Quote(passage_of(text, **told), 0, score, 0, names, probability)


def scored_of(*sentences: str, score: float = 0.0, **told: Any) -> ScoredPassage:
    """A passage as it was found."""
    return ScoredPassage(passage_of(*sentences, **told), score)


def query_of(text: str, language: str = "en", index: Index | None = None) -> Query:
    """A question with the names that it uses."""
    return make_query(text, language, VECTOR, index or index_of())


def findings_of(
    question: str,
    *quotes: Quote,
    language: str = "en",
    index: Index | None = None,
    parts: Sequence[Sequence[Quote]] = (),
    max_sentences: int = 4,
) -> Findings:
    """What was found for a question: the best quote first."""
    index = index or index_of()
    query = query_of(question, language, index)
    return Findings(query, quotes, index, max_sentences, tuple(tuple(part) for part in parts))


def quoted(statements: Iterable[Statement]) -> list[str]:
    """The texts that are quoted, in order."""
    return [statement.quote.text for statement in statements if statement.quote]


def leads(statements: Iterable[Statement]) -> list[str]:
    """The chat's own words, a text for each statement."""
    return [statement.lead for statement in statements]
