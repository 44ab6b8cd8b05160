"""Candidates → one to four of the corpus's own sentences, word for word.

First the sentence that answers best; where an article and its sources both do, the article speaks first. Then a
neighbour that adds to it, and the sentence of a source that bears on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citechat_ingest import Passage

from . import question_types, terms
from .retrieval import Candidate, Query

_PASSAGE_SHARE = 0.15
_TYPE_BONUS = 0.15
_ARTICLE_BONUS = 0.12
# How well a further sentence must answer, as a share of the first's merit.
_ADDS = 0.8
_REASON = 0.5
_NAMED_SOURCE = 0.65
_OTHER_DOCUMENT = 0.9


@dataclass(frozen=True)
class Quote:
    """A sentence that may answer: ``merit`` is its own, ``score`` also counts the passage around it."""

    passage: Passage
    number: int
    merit: float
    score: float

    @property
    def span(self) -> tuple[int, int]:
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        return self.passage.sentence(self.number)


def pick_quotes(query: Query, candidates: Sequence[Candidate], limit: int) -> list[Quote]:
    """One to ``limit`` sentences in the order in which they should be read."""
    quotes = rank_quotes(query, candidates)
    if not quotes:
        return []
    first = quotes[0]
    asks_why = "reason" in question_types.asked_types(query.text)
    second = next((q for q in quotes[1:] if _adds(first, q, asks_why)), None)
    source = next((q for q in quotes[1:] if _bears_on(first, q)), None)
    picked = [first, *(q for q in (second, source) if q)]
    return _reading_order(picked[:limit])


def rank_quotes(query: Query, candidates: Sequence[Candidate]) -> list[Quote]:
    """Every sentence of the candidates, the best answer first."""
    asked = question_types.asked_types(query.text)
    quotes = (_quote(candidate, number, asked) for candidate in candidates for number in range(len(candidate.sentences)))
    return sorted(quotes, key=lambda quote: -quote.score)


def _quote(candidate: Candidate, number: int, asked: frozenset[str]) -> Quote:
    held = bool(asked) and question_types.holds(candidate.passage.sentence(number), asked)
    merit = candidate.sentences[number].score + _TYPE_BONUS * held
    around = _PASSAGE_SHARE * candidate.score + _ARTICLE_BONUS * bool(candidate.passage.sources)
    return Quote(candidate.passage, number, merit, merit + around)


def _adds(first: Quote, other: Quote, asks_why: bool) -> bool:
    """A sentence of the same passage that answers nearly as well, or that gives a reason when one is asked for."""
    if other.passage != first.passage:
        return False
    reason = asks_why and question_types.holds(other.text, frozenset({"reason"}))
    return other.merit >= (_REASON if reason else _ADDS) * first.merit


def _bears_on(first: Quote, other: Quote) -> bool:
    """A sentence of another document: of one that the first's paragraph names, or, failing that, a strong one."""
    if other.passage.document_id == first.passage.document_id:
        return False
    named = _slug(other.passage) in first.passage.sources or _slug(first.passage) in other.passage.sources
    needed = _NAMED_SOURCE if named else _OTHER_DOCUMENT
    return other.merit >= needed * first.merit and not same_text(first.text, other.text)


def _slug(passage: Passage) -> str:
    return passage.document_id.rsplit("/", 1)[-1]


def same_text(one: str, other: str) -> bool:
    """Whether two sentences say the same in the same words."""
    return terms.fold(one) == terms.fold(other)


def _reading_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Articles before their sources; within each, the order in which they were picked."""
    return sorted(quotes, key=lambda quote: not quote.passage.sources)
