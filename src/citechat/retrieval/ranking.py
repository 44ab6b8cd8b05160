"""How well does each sentence of some passages answer? Features of a sentence and its passage, weighed by a linear model.

A passage is as good as its best sentence. The weights are fitted by ``tests/fitting/fit_ranking.py``: a softmax over all
sentences of a question, so that the one with the answer, and the passage that it stands in, get the most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citechat_ingest import Passage

from ..index.bm25_index import KINDS, LexicalIndex, SentenceTerms
from ..language import answer_types, terms
from .query import Query, QueryName
from .weights import load_weights

Array = NDArray[np.float64]

FEATURES = (
    "sentence similarity",
    "similarity of the sentence or what it is expected to answer",
    "passage similarity",
    "similarity of the one before",
    "similarity of the one after",
    "words held",
    "concepts held",
    "grams held",
    "words held with the one before",
    "concepts held with the one before",
    "words held by the passage",
    "concepts held by the passage",
    "grams held by the passage",
    "weightiest concept missing",
    "weightiest concept missing in the passage",
    "words, BM25",
    "concepts, BM25",
    "grams, BM25",
    "asked type held",
)
# Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.2; their usual values.
_K1, _B = 1.2, 0.75


@dataclass(frozen=True)
class Grid:
    """How far each text holds each term of a question, 0 to 1: rows are texts, columns the terms of one kind.

    ``counts`` has a row a passage, ``weights`` sum to one, or are all zero.
    """

    sentences: Array
    passages: Array
    counts: Array
    lengths: Array
    weights: Array


def features(
    query: Query,
    passages: Sequence[tuple[Passage, float]],
    similar: Mapping[str, Sequence[Sequence[float]]],
    lexical: LexicalIndex,
) -> list[Array]:
    """For each (passage, similarity) an array of its sentences' ``FEATURES``, shape (sentences, len(FEATURES)).

    ``similar`` holds for each sentence its similarity and those of the questions expected of it.
    """
    found = lexical.sentence_terms([passage.passage_id for passage, _ in passages])
    held = [found[passage.passage_id] for passage, _ in passages]
    sizes = [len(passage.sentences) for passage, _ in passages]
    first = np.cumsum([0, *sizes[:-1]])
    wide = np.repeat(np.arange(len(sizes)), sizes)
    words, concepts, grams = (
        _grid(number, query.terms[kind], query.names, held, lexical)
        for number, kind in enumerate(KINDS)
    )
    columns = (
        *_similarities(passages, similar, wide),
        *(_share(grid.sentences, grid) for grid in (words, concepts, grams)),
        *(_share(_with_the_one_before(grid.sentences, first), grid) for grid in (words, concepts)),
        *(_share(grid.passages, grid)[wide] for grid in (words, concepts, grams)),
        _gap(concepts.sentences, concepts),
        _gap(concepts.passages, concepts)[wide],
        *(_bm25(grid)[wide] for grid in (words, concepts, grams)),
        _types_held(query.types, passages),
    )
    return np.split(np.stack(columns, axis=1), first[1:])


def _similarities(
    passages: Sequence[tuple[Passage, float]],
    similar: Mapping[str, Sequence[Sequence[float]]],
    wide: NDArray[np.intp],
) -> tuple[Array, ...]:
    """The first five features; ``wide`` is the number of each sentence's passage."""
    told = [values for passage, _ in passages for values in similar[passage.passage_id]]
    near = np.array([max(values) for values in told], dtype=np.float64)
    own = np.array([values[0] for values in told], dtype=np.float64)
    around = np.array([similarity for _, similarity in passages], dtype=np.float64)[wide]
    return own, near, around, _shifted(near, wide, 1), _shifted(near, wide, -1)


def _types_held(types: frozenset[str], passages: Sequence[tuple[Passage, float]]) -> Array:
    texts = (
        passage.sentence(number)
        for passage, _ in passages
        for number in range(len(passage.sentences))
    )
    return np.array(
        [bool(types) and answer_types.holds(text, types) for text in texts], dtype=np.float64
    )


def score(found: Array, case: str) -> Array:
    """The score of each row of features, by the weights for a language, a corpus with a glossary, or "cross"."""
    return np.asarray(found @ load_weights("ranking", case, FEATURES))


def _grid(
    number: int,
    asked: Sequence[str],
    names: Sequence[QueryName],
    held: Sequence[Sequence[SentenceTerms]],
    lexical: LexicalIndex,
) -> Grid:
    """The grid for kind ``number``; the first text of each passage is its heading, which counts for the passage only."""
    rows = [_row(number, asked, names, text) for texts in held for text in texts]
    grid = np.array(rows, dtype=np.float64).reshape(len(rows), len(asked))
    starts = np.cumsum([0, *(len(texts) for texts in held[:-1])])
    counts = np.array(
        [[text[number].get(term, 0) for term in asked] for texts in held for text in texts],
        dtype=np.float64,
    )
    lengths = np.array(
        [sum(text[number].values()) for texts in held for text in texts], dtype=np.float64
    )
    rarity = np.array([_weight(lexical, term, KINDS[number]) for term in asked])
    total = rarity.sum()
    return Grid(
        sentences=np.delete(grid, starts, axis=0),
        passages=np.maximum.reduceat(grid, starts, axis=0),
        counts=np.add.reduceat(counts.reshape(grid.shape), starts, axis=0),
        lengths=np.add.reduceat(lengths, starts),
        weights=rarity / total if total else rarity,
    )


def _row(
    number: int, asked: Sequence[str], names: Sequence[QueryName], text: SentenceTerms
) -> list[float]:
    """A word that is missing counts in part when most of its 4-grams are there ("Chipunternehmen", a typo)."""
    held = text[number]
    if KINDS[number] != "words":
        return [float(term in held) for term in asked]
    pieces = text[KINDS.index("grams")]
    row = [1.0 if term in held else terms.in_pieces(term, pieces) for term in asked]
    named = [name.terms for name in names if name.occurs_in(held)]
    if not named:
        return row
    return [
        1.0 if any(term in name for name in named) else value
        for term, value in zip(asked, row, strict=True)
    ]


def _weight(lexical: LexicalIndex, term: str, kind: str) -> float:
    """Inverse document frequency: rare terms weigh more."""
    frequency = lexical.document_frequency(term, kind)
    return float(np.log(1 + (len(lexical) - frequency + 0.5) / (frequency + 0.5)))


def _share(grid: Array, of: Grid) -> Array:
    return np.asarray(grid @ of.weights)


def _gap(grid: Array, of: Grid) -> Array:
    """The weight of the weightiest term that is missing."""
    return np.asarray(((1 - grid) * of.weights).max(axis=1, initial=0.0))


def _bm25(grid: Grid) -> Array:
    longer = grid.lengths / max(1.0, grid.lengths.mean())
    saturated = grid.counts * (_K1 + 1) / (grid.counts + _K1 * (1 - _B + _B * longer)[:, None])
    return np.asarray(saturated @ grid.weights)


def _with_the_one_before(grid: Array, first: NDArray[np.intp]) -> Array:
    before = np.vstack([np.zeros((1, grid.shape[1])), grid[:-1]])
    before[first] = 0.0
    return np.maximum(grid, before)


def _shifted(values: Array, passage: NDArray[np.intp], by: int) -> Array:
    """The value of the neighbour in the same passage, 0 where there is none."""
    moved = np.roll(values, by)
    alone = np.roll(passage, by) != passage
    moved[alone] = 0.0
    moved[0 if by > 0 else -1] = 0.0
    return moved
