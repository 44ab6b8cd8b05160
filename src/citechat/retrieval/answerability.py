"""Does the corpus answer this? Signals of a retrieval, weighed to a probability by logistic regression.

The weights are fitted by ``tests/fitting/fit_evidence.py``: for corpora without a glossary on questions whose paragraph is
in the corpus and the same questions with it taken out, for corpora with one on the practice questions of tests/exams/practice.
Below ``THRESHOLD`` citechat says that the corpus does not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from ..index.opening import Index
from ..language import terms
from ..language.held_words import held_words
from .query import Query
from .ranking import FEATURES as SENTENCE_FEATURES
from .retriever import ScoredPassage
from .selection import Quote
from .weights import load_weights

_TYPES = ("truth", "reason", "number", "time", "person", "list")
_LEAST = ("weightiest concept missing", "weightiest concept missing in the passage")
FEATURES = (
    "bias",
    *(f"{name}, best sentence" for name in SENTENCE_FEATURES),
    *(f"{name}, {'least' if name in _LEAST else 'most'} of any" for name in SENTENCE_FEATURES),
    *(f"{name}, mean of the best" for name in SENTENCE_FEATURES),
    "score",
    "lead",
    "question length",
    "unknown names",
    *(f"asks for {name}" for name in _TYPES),
    "names asked",
    "nothing named",
    "names held",
    "rest held",
    "rest held by any",
    "rest held with the names",
    "weightiest rest missing",
    "audit speaks",
)
# Below it citechat abstains. One half, since what is refused of those fitted on is folded into the bias of the weights
# (``unscaled`` in tests/fitting/fitting.py).
THRESHOLD = 0.5
# The signals are those of the best sentences, the names' of the best quotes; a lead is not counted beyond where the first
# surely stands alone.
_BEST = 6
_QUOTES = 12
_LARGEST_LEAD = 5.0
_CAPITALISED = re.compile(r"(?<=\w[ ,])[A-ZÄÖÜ][\w-]+")


def probability(
    query: Query, candidates: Sequence[ScoredPassage], quotes: Sequence[Quote], index: Index
) -> float:
    """The probability, 0 to 1, that the candidates hold the answer to the query; ``quotes`` are their sentences, ranked.

    Across languages words seldom match, so that pair has weights of its own; so has a corpus with expected questions.
    """
    if not candidates or not _anything_held(candidates):
        return 0.0
    if _asks_only_of_names(query) and quotes[0].names == 1.0:
        return 1.0
    weight_set = query.weight_set
    if weight_set == "curated":
        weight_set = f"{query.language} {weight_set}"
    weights = load_weights("evidence", weight_set, FEATURES)
    logit = float(features(query, candidates, quotes, index) @ weights)
    return 1 / (1 + exp(-logit)) if logit > 0 else exp(logit) / (1 + exp(logit))


def _anything_held(candidates: Sequence[ScoredPassage]) -> bool:
    """Whether any sentence holds a word or concept of the question: likeness alone is no evidence."""
    columns = [
        SENTENCE_FEATURES.index(name)
        for name in ("words held by the passage", "concepts held by the passage")
    ]
    return any(
        sentence.features[column]
        for c in candidates
        for sentence in c.sentences
        for column in columns
    )


def _asks_only_of_names(query: Query) -> bool:
    """Whether the question names something and asks no more of it ("Tell me about Unitree"): what names it, answers."""
    return bool(query.proper_names) and not query.terms_beside_names


def features(
    query: Query, candidates: Sequence[ScoredPassage], quotes: Sequence[Quote], index: Index
) -> NDArray[np.float64]:
    """The values of ``FEATURES`` for a retrieval, in that order."""
    rows = np.array(
        [sentence.features for candidate in candidates for sentence in candidate.sentences]
    )
    scores = np.array(
        [sentence.score for candidate in candidates for sentence in candidate.sentences]
    )
    best = np.argsort(-scores, kind="stable")[:_BEST]
    least = np.array([name in _LEAST for name in SENTENCE_FEATURES])
    asked = query.types
    lead = candidates[0].score - candidates[1].score if len(candidates) > 1 else _LARGEST_LEAD
    return np.array(
        [
            1.0,
            *rows[best[0]],
            *np.where(least, rows.min(axis=0), rows.max(axis=0)),
            *rows[best].mean(axis=0),
            scores.max(),
            min(_LARGEST_LEAD, lead),
            log(1 + len(query.terms["concepts"])),
            unknown_names(query, index),
            *(float(name in asked) for name in _TYPES),
            *_name_features(query, quotes[:_QUOTES]),
        ]
    )


def _name_features(query: Query, quotes: Sequence[Quote]) -> tuple[float, ...]:
    """What is asked of the names of the glossary, and how much of that the quotes hold that would be given."""
    proper = len(query.proper_names)
    if not query.names:
        return (0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    rest = query.terms_beside_names
    texts = [f"{quote.passage.context} {quote.search_text}" for quote in quotes]
    held = [held_words(text, query.language).share(rest) for text in texts]
    named = [quote.names for quote in quotes]
    missing = [
        term
        for term in rest
        if not any(term in terms.words(text, query.language) for text in texts[:_BEST])
    ]
    return (
        min(2, proper) / 2,
        0.0,
        named[0],
        held[0],
        max(held),
        max(share * name for share, name in zip(held, named, strict=True)),
        len(missing) / max(1, len(rest)),
        float(quotes[0].passage.role == "audit"),
    )


def unknown_names(query: Query, index: Index) -> float:
    """How many words that look like names stand nowhere in the index, 0 to 2.

    In English and German these are words with a capital inside the question, in Chinese pairs of characters.
    """
    lexical = index.lexical[query.language]
    looking = _chinese_pairs(query) if query.language == "zh" else _capitalised_stems(query)
    unknown = [term for term in looking if not lexical.document_frequency(term)]
    # A Chinese name of three characters makes two pairs.
    names = len(unknown) / 2 if query.language == "zh" else len(unknown)
    return min(2.0, float(names))


def _chinese_pairs(query: Query) -> list[str]:
    pairs = [term for term in query.terms["words"] if len(term) == 2]
    return [pair for pair in pairs if not pair.isascii()]


def _capitalised_stems(query: Query) -> list[str]:
    words = [match.group() for match in _CAPITALISED.finditer(query.text)]
    return [stem for word in words for stem in terms.query_words(word, query.language)]
