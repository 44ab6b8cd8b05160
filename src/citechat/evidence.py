"""Does the corpus answer this? Signals of a retrieval, weighed to a probability by logistic regression.

The weights were fitted on questions whose paragraph is in the corpus and the same questions with it taken out
(``tests/tools/fit_evidence.py`` fits them anew). Below ``THRESHOLD`` citechat says that the corpus does not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from . import question_types, terms
from .index import Index
from .retrieval import Candidate, Query, coverage, held_terms, term_weights

SIGNALS = (
    "bias",
    "passage similarity",
    "sentence similarity",
    "passage coverage",
    "sentence coverage",
    "largest gap",
    "unknown terms",
    "gram coverage",
    "lead",
    "asked type held",
)
THRESHOLD = 0.5
WEIGHTS: dict[str, tuple[float, ...]] = {
    "en": (-8.58, -1.07, 7.92, 2.31, 2.73, 1.40, -0.22, 3.88, 0.52, 0.66),
    "de": (-5.83, -1.49, 4.59, 1.22, 4.90, -0.29, -0.35, 5.21, 0.36, 0.58),
    "zh": (-6.05, -0.55, 3.31, 7.67, 2.28, -3.75, 1.73, 1.27, 0.52, 0.16),
    "cross": (-2.14, 1.34, 1.66, -2.24, 4.37, -2.18, 0.22, 2.81, 0.07, 0.74),
}


def support(query: Query, candidates: Sequence[Candidate], index: Index, asked_in: str) -> float:
    """The probability, 0 to 1, that the candidates hold the answer to the query of a question ``asked_in`` a language.

    Across languages words seldom match, so that pair has weights of its own.
    """
    if not candidates:
        return 0.0
    values = signals(query, candidates, index)
    weighed_as = query.language if query.language == asked_in else "cross"
    logit = sum(w * v for w, v in zip(WEIGHTS[weighed_as], values, strict=True))
    return 1 / (1 + exp(-logit))


def signals(query: Query, candidates: Sequence[Candidate], index: Index) -> tuple[float, ...]:
    """The values of ``SIGNALS`` for a retrieval, in that order, each roughly 0 to 1."""
    top = candidates[0]
    weights = term_weights(query, index)
    total = sum(weights.values()) or 1.0
    text = f"{top.passage.context} {top.passage.text}"
    held = held_terms(text, query)
    missing = [weight for term, weight in weights.items() if term not in held]
    unknown = sum(w for t, w in weights.items() if not index.lexical[query.language].document_frequency(t))
    asked = question_types.asked_types(query.text)
    return (
        1.0,
        top.dense,
        max(sentence.dense for sentence in top.sentences),
        coverage(text, query, weights),
        max(sentence.coverage for sentence in top.sentences),
        max(missing, default=0.0) / total,
        unknown / total,
        gram_coverage(query.text, text, query.language),
        min(2.0, top.score - candidates[1].score) if len(candidates) > 1 else 1.0,
        float(question_types.holds(top.passage.sentence(top.best_sentence.number), asked)),
    )


def gram_coverage(question: str, text: str, language: str) -> float:
    """The share of the question's character 4-grams that ``text`` holds, 0 to 1: forgives inflection and typos."""
    asked = set(terms.grams(question, language))
    return len(asked & set(terms.grams(text, language))) / len(asked) if asked else 0.0
