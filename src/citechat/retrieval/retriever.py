"""Question → ranked passages: what lies near by vector or by term, one list a language, ranked by the best sentence.

Rank fusion would let the weaker list spoil the other; standardised scores choose the candidates, ``ranking`` orders them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from citechat_ingest import Passage

from ..index.opening import Index
from . import ranking
from .query import Query

# So many neighbours by vector, and hits by term, are standardised and added; so many passages are ranked at least.
_POOL = 50
_RANKED = 24


@dataclass(frozen=True)
class ScoredSentence:
    """A sentence of a passage: ``score`` is higher the better it answers, ``features`` are those of ``ranking``."""

    number: int
    score: float
    features: tuple[float, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class ScoredPassage:
    """A passage with all that was found out about it for one query."""

    passage: Passage
    score: float
    sentences: tuple[ScoredSentence, ...] = ()

    @property
    def best_sentence(self) -> ScoredSentence:
        return max(self.sentences, key=lambda sentence: sentence.score)


def retrieve(query: Query, index: Index, limit: int) -> list[ScoredPassage]:
    """The ``limit`` best passages of the query's language, best first, their sentences scored."""
    dense, lexical = _scores(query, index)
    if not dense:
        return []
    ids = list(dense)
    fused = standardised([dense[i] for i in ids]) + standardised([lexical[i] for i in ids])
    chosen = [ids[n] for n in np.argsort(-fused, kind="stable")[: max(limit, _RANKED)]]
    passages = index.passages(query.language, chosen)
    return rank(query, [(passages[i], dense[i]) for i in chosen], index)[:limit]


def _scores(query: Query, index: Index) -> tuple[dict[str, float], dict[str, float]]:
    """Cosine and BM25 of every passage that either search puts among its first ones."""
    nearest = index.store.nearest(query.language, query.vector, _POOL)
    found = dict(index.lexical[query.language].search(query.term_queries, _POOL))
    missing = [i for i in found if i not in nearest]
    dense = nearest | index.store.similarities(query.language, missing, query.vector)
    return dense, {i: found.get(i, 0.0) for i in dense}


def standardised(scores: Sequence[float]) -> NDArray[np.float64]:
    """Mean 0, deviation 1; all zero when the scores do not differ."""
    values = np.asarray(scores, dtype=np.float64)
    deviation = values.std()
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros_like(values)


def rank(
    query: Query, passages: Sequence[tuple[Passage, float]], index: Index
) -> list[ScoredPassage]:
    """Score the sentences of (passage, similarity) pairs; a passage is as good as its best one."""
    similar = index.store.sentence_similarities([passage for passage, _ in passages], query.vector)
    lexical = index.lexical[query.language]
    found = ranking.features(query, passages, similar, lexical)
    candidates = [
        _candidate(passage, rows, query.weight_set)
        for (passage, _), rows in zip(passages, found, strict=True)
    ]
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _candidate(passage: Passage, rows: ranking.Array, case: str) -> ScoredPassage:
    scores = ranking.score(rows, case).tolist()
    marks = (
        ScoredSentence(n, s, tuple(row))
        for n, (s, row) in enumerate(zip(scores, rows.tolist(), strict=True))
    )
    return ScoredPassage(passage, max(scores), tuple(marks))
