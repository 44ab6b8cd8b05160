"""Question → ranked passages: what lies near by vector or by term, one list a language, ranked by the best sentence.

Rank fusion would let the weaker list spoil the other; standardised scores choose the candidates, ``ranking`` orders them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from citechat_ingest import Name, Passage

from ..index.bm25_index import AskedTerms, asked_terms
from ..index.building import Index
from ..index.embedder import Vectors
from ..language import terms
from . import ranking
from .ranking import Synonym

NAME_WEIGHT = 0.5
_POOL = 50
_RANKED = 24


@dataclass(frozen=True)
class Query:
    """A question made ready for one language's list; ``asked_in`` is its own language where that is another.

    ``glossary`` tells whether the corpus has one: its sentences are ranked by other weights.
    """

    text: str
    language: str
    vector: Vectors
    names: tuple[str, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    asked_in: str = ""
    glossary: bool = False

    @cached_property
    def asked(self) -> AskedTerms:
        """The question's terms by kind."""
        return asked_terms(self.text, self.language, self.asked_in)

    @property
    def weighted(self) -> list[tuple[AskedTerms, float]]:
        """What the term search looks for: the question, and what its names are called in this language."""
        return [
            (self.asked, 1.0),
            *((asked_terms(name, self.language), NAME_WEIGHT) for name in self.names),
        ]

    @property
    def case(self) -> str:
        """Which weights to use: the language's, or those "with a glossary", or "cross" where question and list differ."""
        if self.asked_in not in ("", self.language):
            return "cross"
        return "with a glossary" if self.glossary else self.language


@dataclass(frozen=True)
class ScoredSentence:
    """A sentence of a passage: ``score`` is higher the better it answers, ``features`` are those of ``ranking``."""

    number: int
    score: float
    features: tuple[float, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Candidate:
    """A passage with all that was found out about it for one query."""

    passage: Passage
    score: float
    sentences: tuple[ScoredSentence, ...] = ()

    @property
    def best_sentence(self) -> ScoredSentence:
        return max(self.sentences, key=lambda sentence: sentence.score)


def make_query(
    text: str, language: str, vector: Vectors, index: Index, asked_in: str = ""
) -> Query:
    """The query for one language: names of the glossary are added as that language writes them."""
    present = text.casefold()
    found = index.glossary.found_in(text)
    names = (name.names[language] for name in found)
    synonyms = tuple(_synonym(name, present, language) for name in found)
    missing = tuple(name for name in names if name.casefold() not in present)
    return Query(text, language, vector, missing, synonyms, asked_in, bool(index.glossary.names))


def _synonym(name: Name, text: str, language: str) -> Synonym:
    asked = max((s for s in name.all_spellings if s.casefold() in text), key=len)
    spelled = (frozenset(terms.words(spelling, language)) for spelling in name.all_spellings)
    return Synonym(
        frozenset(terms.words(asked, language)),
        tuple(filter(None, spelled)),
        name.kind != "concept",
    )


def retrieve(query: Query, index: Index, limit: int) -> list[Candidate]:
    """The ``limit`` best passages of the query's language, best first, their sentences scored."""
    dense, lexical = _scores(query, index)
    if not dense:
        return []
    ids = list(dense)
    fused = standardised([dense[i] for i in ids]) + standardised([lexical[i] for i in ids])
    chosen = [ids[n] for n in np.argsort(-fused, kind="stable")[: max(limit, _RANKED)]]
    passages = index.store.passages(query.language, chosen)
    return rank(query, [(passages[i], dense[i]) for i in chosen], index)[:limit]


def _scores(query: Query, index: Index) -> tuple[dict[str, float], dict[str, float]]:
    """Cosine and BM25 of every passage that either search puts among its first ones."""
    nearest = index.store.nearest(query.language, query.vector, _POOL)
    found = dict(index.lexical[query.language].search(query.weighted, _POOL))
    missing = [i for i in found if i not in nearest]
    dense = nearest | index.store.similarities(query.language, missing, query.vector)
    return dense, {i: found.get(i, 0.0) for i in dense}


def standardised(scores: Sequence[float]) -> NDArray[np.float64]:
    """Mean 0, deviation 1; all zero when the scores do not differ."""
    values = np.asarray(scores, dtype=np.float64)
    deviation = values.std()
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros_like(values)


def rank(query: Query, passages: Sequence[tuple[Passage, float]], index: Index) -> list[Candidate]:
    """Score the sentences of (passage, similarity) pairs; a passage is as good as its best one."""
    similar = index.store.sentence_similarities([passage for passage, _ in passages], query.vector)
    lexical = index.lexical[query.language]
    found = ranking.features(query.asked, query.synonyms, query.text, passages, similar, lexical)
    candidates = [
        _candidate(passage, rows, query.case)
        for (passage, _), rows in zip(passages, found, strict=True)
    ]
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _candidate(passage: Passage, rows: ranking.Array, case: str) -> Candidate:
    scores = ranking.score(rows, case).tolist()
    marks = (
        ScoredSentence(n, s, tuple(row))
        for n, (s, row) in enumerate(zip(scores, rows.tolist(), strict=True))
    )
    return Candidate(passage, max(scores), tuple(marks))


def names_held(text: str, query: Query) -> float:
    """The share of the question's proper names that ``text`` uses in any spelling; 1 when it names nothing."""
    proper = [synonym for synonym in query.synonyms if synonym.proper]
    held = set(terms.words(text, query.language))
    return sum(name.held_by(held) for name in proper) / len(proper) if proper else 1.0
