"""Question → ranked passages: dense and term scores, one list a language, fused by standardised scores.

Rank fusion would let the English embedder spoil German and Chinese; standardised scores, with a dense weight a
language, do not. A passage is also judged by its best sentence: an answer is one sentence, not a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from citechat_ingest import Name, Passage

from . import terms
from .embedder import Vectors
from .index import Index

# Measured on the XQuAD development half: how much the English embedder can be trusted in each language.
DENSE_WEIGHT = {"en": 0.45, "de": 0.2, "zh": 0.12}
SENTENCE_WEIGHT = 0.5
# How much it says for a sentence that it and the one before it together hold the question's words, and its 4-grams.
CONTEXT_WEIGHT = {"en": 0.5, "de": 0.5, "zh": 0.8}
GRAM_WEIGHT = {"en": 0.15, "de": 0.6, "zh": 0.0}
NAME_WEIGHT = 0.5
_POOL = 50
_RESCORED = 24


@dataclass(frozen=True)
class Synonym:
    """A name as the question writes it, in terms, and the terms of each spelling: one counts for the other.

    ``proper`` tells a company, a person or a place from a concept of the field.
    """

    asked: frozenset[str]
    spellings: tuple[frozenset[str], ...]
    proper: bool

    def held_by(self, held: set[str]) -> bool:
        """Whether a text with the terms ``held`` uses this name in any spelling."""
        return any(spelling <= held for spelling in self.spellings)


@dataclass(frozen=True)
class Query:
    """A question made ready for one language's list."""

    text: str
    language: str
    vector: Vectors
    names: tuple[str, ...] = ()
    synonyms: tuple[Synonym, ...] = ()

    @property
    def weighted_texts(self) -> list[tuple[str, float]]:
        """What the term search looks for: the question, and what its names are called in this language."""
        return [(self.text, 1.0), *((name, NAME_WEIGHT) for name in self.names)]


@dataclass(frozen=True)
class ScoredSentence:
    """A sentence of a passage: how near it is to the question, and which share of the question's terms it holds.

    ``context`` adds what the sentence before holds, since "It was built in 1892" answers with the help of that one.
    """

    number: int
    dense: float
    coverage: float
    score: float
    context: float = 0.0


@dataclass(frozen=True)
class Candidate:
    """A passage with all that was found out about it for one query."""

    passage: Passage
    dense: float
    lexical: float
    score: float
    sentences: tuple[ScoredSentence, ...] = ()

    @property
    def best_sentence(self) -> ScoredSentence:
        return max(self.sentences, key=lambda sentence: sentence.score)


def make_query(text: str, language: str, vector: Vectors, index: Index) -> Query:
    """The query for one language: names of the glossary are added as that language writes them."""
    present = text.casefold()
    found = index.glossary.found_in(text)
    names = (name.names[language] for name in found)
    synonyms = tuple(_synonym(name, present, language) for name in found)
    return Query(text, language, vector, tuple(name for name in names if name.casefold() not in present), synonyms)


def _synonym(name: Name, text: str, language: str) -> Synonym:
    asked = max((s for s in name.all_spellings if s.casefold() in text), key=len)
    spelled = (frozenset(terms.words(spelling, language)) for spelling in name.all_spellings)
    return Synonym(frozenset(terms.words(asked, language)), tuple(filter(None, spelled)), name.kind != "concept")


def retrieve(query: Query, index: Index, limit: int) -> list[Candidate]:
    """The ``limit`` best passages of the query's language, best first, their sentences scored."""
    dense, lexical = _scores(query, index)
    if not dense:
        return []
    ids = list(dense)
    weight = DENSE_WEIGHT[query.language]
    fused = weight * standardised([dense[i] for i in ids]) + (1 - weight) * standardised([lexical[i] for i in ids])
    order = np.argsort(-fused, kind="stable")[: max(limit, _RESCORED)]
    passages = index.store.passages(query.language, [ids[n] for n in order])
    candidates = [Candidate(passages[ids[n]], dense[ids[n]], lexical[ids[n]], float(fused[n])) for n in order]
    return rescore(query, candidates, index)[:limit]


def _scores(query: Query, index: Index) -> tuple[dict[str, float], dict[str, float]]:
    """Cosine and BM25 of every passage that either search puts among its first ones."""
    nearest = index.store.nearest(query.language, query.vector, _POOL)
    found = dict(index.lexical[query.language].search(query.weighted_texts, _POOL))
    missing = [i for i in found if i not in nearest]
    dense = nearest | index.store.similarities(query.language, missing, query.vector)
    return dense, {i: found.get(i, 0.0) for i in dense}


def standardised(scores: Sequence[float]) -> NDArray[np.float64]:
    """Mean 0, deviation 1; all zero when the scores do not differ."""
    values = np.asarray(scores, dtype=np.float64)
    deviation = values.std()
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros_like(values)


def rescore(query: Query, candidates: list[Candidate], index: Index) -> list[Candidate]:
    """Score the sentences of the candidates, and let each passage's best sentence move the passage."""
    weights = term_weights(query, index)
    similar = index.store.sentence_similarities([c.passage for c in candidates], query.vector)
    scored = [
        replace(c, sentences=_score_sentences(query, c.passage, similar[c.passage.passage_id], weights)) for c in candidates
    ]
    best = standardised([c.best_sentence.score for c in scored])
    moved = [replace(c, score=c.score + SENTENCE_WEIGHT * float(b)) for c, b in zip(scored, best, strict=True)]
    return sorted(moved, key=lambda c: -c.score)


def term_weights(query: Query, index: Index) -> dict[str, float]:
    """Inverse document frequency of each of the question's terms: rare terms weigh more."""
    lexical = index.lexical[query.language]
    found = terms.query_words(query.text, query.language)
    return {t: float(np.log(1 + len(lexical) / (0.5 + lexical.document_frequency(t)))) for t in found}


def _score_sentences(
    query: Query, passage: Passage, similar: list[list[float]], weights: dict[str, float]
) -> tuple[ScoredSentence, ...]:
    dense_weight = DENSE_WEIGHT[query.language]
    texts = [passage.search_text(number) for number in range(len(similar))]
    result = []
    for number, (near, text) in enumerate(zip(similar, texts, strict=True)):
        dense, held = max(near), coverage(text, query, weights)
        context = _context(query, text, texts[number - 1] if number else "", weights)
        result.append(ScoredSentence(number, dense, held, dense_weight * dense + (1 - dense_weight) * held, context))
    return tuple(result)


def _context(query: Query, text: str, before: str, weights: dict[str, float]) -> float:
    """In Chinese single characters are asked for: pairs would count the same word twice."""
    asked = {t: w for t, w in weights.items() if len(t) == 1 or t.isascii()} if query.language == "zh" else weights
    together = CONTEXT_WEIGHT[query.language] * coverage(f"{before} {text}", query, asked)
    return together + GRAM_WEIGHT[query.language] * gram_coverage(query.text, text, query.language)


def held_terms(text: str, query: Query) -> set[str]:
    """The terms of ``text``, and those of the question that it holds by another name."""
    held = set(terms.words(text, query.language))
    return held.union(*(synonym.asked for synonym in query.synonyms if synonym.held_by(held)))


def names_held(text: str, query: Query) -> float:
    """The share of the question's proper names that ``text`` uses in any spelling; 1 when it names nothing."""
    proper = [synonym for synonym in query.synonyms if synonym.proper]
    held = set(terms.words(text, query.language))
    return sum(name.held_by(held) for name in proper) / len(proper) if proper else 1.0


def coverage(text: str, query: Query, weights: dict[str, float]) -> float:
    """The share of the weighted terms of the question that ``text`` holds, 0 to 1.

    A missing term counts in part when most of its 4-grams are there: "Chipunternehmen" where the text has "Chips" and
    "Unternehmen", or a word with a typo.
    """
    total = sum(weights.values())
    held = held_terms(text, query)
    missing = {term: weight for term, weight in weights.items() if term not in held}
    found = total - sum(missing.values())
    if missing and query.language != "zh":
        pieces = set(terms.grams(text, query.language))
        found += sum(weight * in_pieces(term, pieces) for term, weight in missing.items())
    return found / total if total else 0.0


def in_pieces(term: str, pieces: set[str]) -> float:
    """How much of a term its 4-grams prove, 0 to 1: nothing for less than half of them."""
    own = terms.inner_grams(term)
    return max(0.0, 2 * sum(gram in pieces for gram in own) / len(own) - 1) if own else 0.0


def gram_coverage(question: str, text: str, language: str) -> float:
    """The share of the question's character 4-grams that ``text`` holds, 0 to 1: forgives inflection and typos."""
    asked = set(terms.grams(question, language))
    return len(asked & set(terms.grams(text, language))) / len(asked) if asked else 0.0
