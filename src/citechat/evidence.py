"""Does the corpus answer this? Signals of a retrieval, weighed to a probability by logistic regression.

The weights are fitted by ``tests/tools/fit_evidence.py``: for corpora without a glossary on questions whose paragraph is
in the corpus and the same questions with it taken out, for corpora with one on the exam of tests/gold. Below
``THRESHOLD`` citechat says that the corpus does not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log

from citechat_ingest import AUDIT, Passage

from . import question_types, terms
from .extractive import Quote, rank_quotes
from .index import Index
from .retrieval import Candidate, Query, coverage, gram_coverage, held_terms, in_pieces, names_held, term_weights

SIGNALS = (
    "bias",
    "passage similarity",
    "sentence similarity",
    "passage coverage",
    "sentence coverage",
    "largest gap",
    "unknown names",
    "gram coverage",
    "lead",
    "asked type held",
    "names held",
    "names asked",
    "nothing named",
    "rest held",
    "quote merit",
    "quote similarity",
    "quote coverage",
    "rest in quote",
    "rest in best quote",
    "rest missing",
    "audit speaks",
    "rest in best passage",
    "question length",
    "asks for truth",
    "asks for a reason",
    "asks for a number",
)
THRESHOLD = 0.5
_QUOTES = 12
_PASSAGES = 6
_CAPITALISED = re.compile(r"(?<=\w[ ,])[A-ZÄÖÜ][\w-]+")
# Where a corpus has no glossary the signals of names are constant and weigh nothing.
WEIGHTS: dict[str, tuple[float, ...]] = {
    "en": (
        *(-10.42, -1.26, 4.19, 0.52, -0.85, 3.20, -1.04, 3.05, 0.59, 0.15, 0.00, 0.00, 0.00, 1.59),
        *(0.92, 3.64, 0.83, 0.84, 0.28, -0.11, 0.00, 2.71, 1.00, 0.95, 0.02, -1.24),
    ),
    "de": (
        *(-7.57, -1.21, 2.67, 1.44, 0.82, 0.83, -0.58, 4.01, 0.41, 0.05, 0.00, 0.00, 0.00, 0.72),
        *(0.76, 1.90, 1.56, 1.57, -0.46, 1.40, 0.00, 0.11, 1.22, -0.23, -0.62, -0.77),
    ),
    "zh": (
        *(-6.64, -0.88, 3.04, 7.09, 1.92, -1.18, 1.01, 1.55, 0.39, 0.17, 0.0, 0.0, 0.0, 1.83),
        *(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    "cross": (
        *(-1.13, 1.36, 1.33, -2.98, 2.20, -2.42, -0.66, 2.70, 0.11, 0.34, 0.0, 0.0, 0.0, 2.16),
        *(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
}
# With a glossary, a question that uses none of its names is seldom about the corpus. One set, a bias a language.
_WITH_GLOSSARY = (
    *(1.08, 1.31, 0.35, 0.15, -1.90, -0.14, 0.50, 0.38, -0.36, 1.24, 0.65, -0.45, 0.49),
    *(1.08, 0.87, 0.20, 0.50, 1.20, -0.43, 0.29, 0.95, 0.66, 0.89, 0.86, -0.63),
)
WITH_GLOSSARY: dict[str, tuple[float, ...]] = {
    "en": (-5.84, *_WITH_GLOSSARY),
    "de": (-5.59, *_WITH_GLOSSARY),
    "zh": (-5.91, *_WITH_GLOSSARY),
}


def support(query: Query, candidates: Sequence[Candidate], index: Index, asked_in: str) -> float:
    """The probability, 0 to 1, that the candidates hold the answer to the query of a question ``asked_in`` a language.

    Across languages words seldom match, so that pair has weights of its own.
    """
    if not candidates:
        return 0.0
    values = signals(query, candidates, index)
    if query.language != asked_in:
        weights = WEIGHTS["cross"]
    elif index.glossary.names:
        weights = WITH_GLOSSARY[query.language]
    else:
        weights = WEIGHTS[query.language]
    logit = sum(w * v for w, v in zip(weights, values, strict=True))
    return 1 / (1 + exp(-logit))


def signals(query: Query, candidates: Sequence[Candidate], index: Index) -> tuple[float, ...]:
    """The values of ``SIGNALS`` for a retrieval, in that order, each roughly 0 to 1."""
    top = candidates[0]
    weights = term_weights(query, index)
    text = f"{top.passage.context} {top.passage.search_texts}"
    asked = question_types.asked_types(query.text)
    sentence = f"{top.passage.context} {top.passage.search_text(top.best_sentence.number)}"
    rest = _without_names(query, weights)
    return (
        1.0,
        top.dense,
        max(sentence.dense for sentence in top.sentences),
        coverage(text, query, weights),
        max(sentence.coverage for sentence in top.sentences),
        largest_gap(query, text, weights),
        unknown_names(query, index),
        gram_coverage(query.text, text, query.language),
        min(2.0, top.score - candidates[1].score) if len(candidates) > 1 else 1.0,
        float(question_types.holds(top.passage.sentence(top.best_sentence.number), asked)),
        names_held(sentence, query),
        min(2, sum(synonym.proper for synonym in query.synonyms)) / 2,
        float(not query.synonyms),
        coverage(sentence, query, rest),
        *_quote_signals(query, rank_quotes(query, candidates)[:_QUOTES], weights, rest),
        max(_rest_with_names(c.passage, c.passage.search_texts, query, rest) for c in candidates[:_PASSAGES]),
        log(1 + len(weights)),
        *(float(name in asked) for name in ("truth", "reason", "number")),
    )


def _quote_signals(
    query: Query, quotes: Sequence[Quote], weights: dict[str, float], rest: dict[str, float]
) -> tuple[float, float, float, float, float, float, float]:
    """What the sentence that would be quoted first is worth, and what it and the ones after it hold."""
    first = quotes[0]
    return (
        first.merit,
        first.similarity,
        coverage(f"{first.passage.context} {first.search_text}", query, weights),
        coverage(first.search_text, query, rest),
        max(_rest_with_names(quote.passage, quote.search_text, query, rest) for quote in quotes),
        _rest_missing([quote.search_text for quote in quotes[:_PASSAGES]], query, rest) / (sum(weights.values()) or 1.0),
        float(first.passage.document_id == AUDIT),
    )


def _rest_with_names(passage: Passage, text: str, query: Query, rest: dict[str, float]) -> float:
    """How much of what is asked of the names ``text`` holds, less where the names are not there."""
    return coverage(text, query, rest) * names_held(f"{passage.context} {text}", query)


def _rest_missing(texts: Sequence[str], query: Query, rest: dict[str, float]) -> float:
    """The weight of the weightiest thing asked that none of the texts holds."""
    held = set[str]().union(*(held_terms(text, query) for text in texts))
    pieces = [set(terms.grams(text, query.language)) for text in texts]
    gaps = (weight * (1 - max(in_pieces(term, own) for own in pieces)) for term, weight in rest.items() if term not in held)
    return max(gaps, default=0.0)


def largest_gap(query: Query, text: str, weights: dict[str, float]) -> float:
    """The weightiest thing asked for that ``text`` lacks, as a share of the question, 0 to 1.

    In Chinese, where words are not parted, the longest run of characters that has no pair in common with the text.
    """
    if query.language == "zh":
        return _longest_missing_run(query.text, text)
    held = held_terms(text, query)
    pieces = set(terms.grams(text, query.language))
    gaps = (weight * (1 - in_pieces(term, pieces)) for term, weight in weights.items() if term not in held)
    return max(gaps, default=0.0) / (sum(weights.values()) or 1.0)


def _longest_missing_run(question: str, text: str) -> float:
    runs = terms.chinese_runs(question)
    longest = max((len(part) for run in runs for part in terms.uncovered(run, text)), default=0)
    return longest / max(1, sum(map(len, runs)))


def _without_names(query: Query, weights: dict[str, float]) -> dict[str, float]:
    """The terms that are not part of a name of the glossary: what is asked of the names."""
    named = frozenset[str]().union(*(synonym.asked for synonym in query.synonyms))
    return {term: weight for term, weight in weights.items() if term not in named}


def unknown_names(query: Query, index: Index) -> float:
    """How many words that look like names stand nowhere in the index, 0 to 2.

    In English and German these are words with a capital inside the question, in Chinese pairs of characters.
    """
    lexical = index.lexical[query.language]
    if query.language == "zh":
        looks = [term for term in terms.query_words(query.text, "zh") if len(term) == 2 and not term.isascii()]
        return min(2.0, sum(not lexical.document_frequency(term) for term in looks) / 2)
    words = [match.group() for match in _CAPITALISED.finditer(query.text)]
    stems = [stem for word in words for stem in terms.query_words(word, query.language)]
    return min(2.0, float(sum(not lexical.document_frequency(stem) for stem in stems)))
