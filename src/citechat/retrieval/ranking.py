"""How well does each sentence of some passages answer? Features of it, weighed by a linear model.

A passage is as good as its best sentence. The weights are fitted by ``tests/fitting/fit_ranking.py``:
a softmax over all sentences of a question, so that the one with the answer, and the passage that it
stands in, get the most.
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
    """How far each text holds each term of a question, for the terms of one kind.

    Columns are the question's terms; rows are sentences, or passages.
    """

    sentences: Array
    """How far each sentence holds each term, 0 to 1: shape (sentences, terms)."""
    passages: Array
    """How far a passage holds it in its heading or any sentence, 0 to 1: shape (passages, terms)."""
    counts: Array
    """How often the term stands in heading and sentences: shape (passages, terms)."""
    lengths: Array
    """How many terms heading and sentences have in all: shape (passages,)."""
    weights: Array
    """How rare each term is: shape (terms,), of the sum one, or all zero."""


def features(
    query: Query,
    passages: Sequence[tuple[Passage, float]],
    similar: Mapping[str, Sequence[Sequence[float]]],
    lexical: LexicalIndex,
) -> list[Array]:
    """For each (passage, similarity) its sentences' ``FEATURES``, shape (sentences, features).

    ``similar`` holds for each sentence its similarity and those of the questions expected of it.
    """
    ids = [passage.passage_id for passage, _ in passages]
    found = lexical.sentence_terms(ids)
    held = [found[passage_id] for passage_id in ids]
    sizes = [len(passage.sentences) for passage, _ in passages]
    # The row of each passage's first sentence, shape (passages,).
    first = np.cumsum([0, *sizes[:-1]])
    # The passage of each sentence, shape (sentences,): indexing with it makes a row a passage a row a sentence.
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
    """The first five features, each of shape (sentences,); ``wide`` is each sentence's passage."""
    told = [values for passage, _ in passages for values in similar[passage.passage_id]]
    near = np.array([max(values) for values in told], dtype=np.float64)
    own = np.array([values[0] for values in told], dtype=np.float64)
    around = np.array([similarity for _, similarity in passages], dtype=np.float64)[wide]
    return own, near, around, _shifted(near, wide, 1), _shifted(near, wide, -1)


def _types_held(types: frozenset[str], passages: Sequence[tuple[Passage, float]]) -> Array:
    """1 where a sentence holds what is asked for, shape (sentences,); all 0 where no type is asked."""
    if not types:
        return np.zeros(sum(len(passage.sentences) for passage, _ in passages))
    held = [
        answer_types.holds(passage.sentence(number), types)
        for passage, _ in passages
        for number in range(len(passage.sentences))
    ]
    return np.array(held, dtype=np.float64)


def score(found: Array, case: str) -> Array:
    """The score of each sentence, shape (sentences,), from ``found``, shape (sentences, features).

    ``case`` names the weights: a language, "curated", or "cross".
    """
    return np.asarray(found @ load_weights("ranking", case, FEATURES))


def _grid(
    number: int,
    asked: Sequence[str],
    names: Sequence[QueryName],
    held: Sequence[Sequence[SentenceTerms]],
    lexical: LexicalIndex,
) -> Grid:
    """The grid for the kind ``KINDS[number]`` of terms.

    ``held`` has the texts of each passage: its heading first, then its sentences. The heading counts
    for the passage, and is no sentence of it.
    """
    texts = [text for of_passage in held for text in of_passage]
    counts = _counted(asked, [text[number] for text in texts])
    grid = np.minimum(counts, 1.0)
    if KINDS[number] == "words":
        _add_parts_and_names(grid, asked, names, texts)
    lengths = np.array([len(text[number]) for text in texts], dtype=np.float64)
    # The rows of the headings, one a passage: ``reduceat`` joins each with the sentences below it,
    # up to the next heading; ``delete`` leaves the sentences alone.
    headings = np.cumsum([0, *(len(of_passage) for of_passage in held[:-1])])
    rarity = np.array([_weight(lexical, term, KINDS[number]) for term in asked])
    total = rarity.sum()
    return Grid(
        sentences=np.delete(grid, headings, axis=0),
        passages=np.maximum.reduceat(grid, headings, axis=0),
        counts=np.add.reduceat(counts, headings, axis=0),
        lengths=np.add.reduceat(lengths, headings),
        weights=rarity / total if total else rarity,
    )


def _counted(asked: Sequence[str], texts: Sequence[Sequence[str]]) -> Array:
    """How often each term that is asked stands in each text: shape (texts, terms)."""
    column = {term: number for number, term in enumerate(asked)}
    # The cells of the table in one line, row after row, each as often as its term was met.
    cells = [
        row * len(asked) + column[term]
        for row, text in enumerate(texts)
        for term in filter(column.__contains__, text)
    ]
    counted = np.bincount(np.array(cells, dtype=np.intp), minlength=len(texts) * len(asked))
    return counted.reshape(len(texts), len(asked)).astype(np.float64)


def _add_parts_and_names(
    grid: Array, asked: Sequence[str], names: Sequence[QueryName], texts: Sequence[SentenceTerms]
) -> None:
    """Let words count, 0 to 1, that a text does not hold as they are asked; ``grid`` has the shape
    (texts, words).

    One that is missing counts in part when most of its 4-grams are there ("Chipunternehmen", a typo);
    a name counts in any of its spellings.
    """
    words, grams = KINDS.index("words"), KINDS.index("grams")
    own = [terms.inner_grams(term) for term in asked]
    pieces = list(dict.fromkeys(piece for its in own for piece in its))
    held = np.minimum(_counted(pieces, [text[grams] for text in texts]), 1.0)
    # How many pieces of each term a text holds, shape (texts, terms).
    found = held @ _counted(pieces, own).T
    # As ``terms.in_pieces`` has it; a share below one half is negative, and the grid is not.
    np.maximum(grid, 2 * found / [max(1, len(its)) for its in own] - 1, out=grid)
    for row, text in zip(grid, texts if names else (), strict=False):
        for name in names:
            if name.occurs_in(set(text[words])):
                row[[term in name.terms for term in asked]] = 1.0


def _weight(lexical: LexicalIndex, term: str, kind: str) -> float:
    """Inverse document frequency: rare terms weigh more."""
    frequency = lexical.document_frequency(term, kind)
    return float(np.log(1 + (len(lexical) - frequency + 0.5) / (frequency + 0.5)))


def _share(grid: Array, of: Grid) -> Array:
    """The share of the question that each row holds: (rows, terms) → (rows,), 0 to 1."""
    return np.asarray(grid @ of.weights)


def _gap(grid: Array, of: Grid) -> Array:
    """The weight of the weightiest term that is missing: (rows, terms) → (rows,)."""
    return np.asarray(((1 - grid) * of.weights).max(axis=1, initial=0.0))


def _bm25(grid: Grid) -> Array:
    """The BM25 score of each passage among these, shape (passages,)."""
    longer = grid.lengths / max(1.0, grid.lengths.mean())
    normalised = _K1 * (1 - _B + _B * longer)
    saturated = grid.counts * (_K1 + 1) / (grid.counts + normalised[:, None])
    return np.asarray(saturated @ grid.weights)


def _with_the_one_before(grid: Array, first: NDArray[np.intp]) -> Array:
    """Each sentence joined with the one before it in its passage, (sentences, terms) both ways.

    ``first`` has the row of each passage's first sentence, which none is before.
    """
    before = np.vstack([np.zeros((1, grid.shape[1])), grid[:-1]])
    before[first] = 0.0
    return np.maximum(grid, before)


def _shifted(values: Array, passage: NDArray[np.intp], by: int) -> Array:
    """The value of the neighbour in the same passage, 0 where there is none: shape (sentences,).

    ``by`` is 1 for the sentence before, -1 for the one after; ``passage`` is each sentence's passage.
    """
    moved = np.roll(values, by)
    alone = np.roll(passage, by) != passage
    moved[alone] = 0.0
    moved[0 if by > 0 else -1] = 0.0
    return moved
