"""A follow-up is looked for beside what the last answer quoted: the same document often tells what is asked next.

Nothing needs to be put in place there: of the few sentences the reader tells which one answers, asked as the
follow-up was typed, or in one of its readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citechat_ingest import Passage

from .retrieval.asked_attribute import gives_the_asked_attribute
from .retrieval.asked_type import holds_the_asked_type, was_said
from .retrieval.query import Query
from .retrieval.quoted_before import passages_beside
from .retrieval.selection import Quote, brought_first
from .searching import RetrievalResult, Searching
from .values import Turn

# How sure the reader must be of a sentence.
_SURE = 0.5


@dataclass(frozen=True)
class Beside:
    """What was found beside what was quoted: for which reading, its sentence first."""

    asked: str
    result: RetrievalResult

    @property
    def quote(self) -> Quote:
        return self.result.quotes[0]

    @property
    def probability(self) -> float:
        """How sure the reader is that the sentence answers."""
        return self.quote.probability


def look_beside(
    read: Sequence[str],
    question: str,
    history: Sequence[Turn],
    language: str,
    searching: Searching,
) -> Beside | None:
    """The sentence beside what the last answer quoted that answers a follow-up, in any of its readings,
    most surely; None where none does, or was not said yet."""
    near = passages_beside(history, language, searching.index)
    found = _found(read, question, history, near, language, searching)
    return max(found, key=lambda beside: beside.probability, default=None)


def _found(
    read: Sequence[str],
    question: str,
    history: Sequence[Turn],
    near: Sequence[Passage],
    language: str,
    searching: Searching,
) -> Iterator[Beside]:
    typed = searching.query_of(question, language)
    for asked in dict.fromkeys((question, *read)):
        result = searching.retrieve_among(asked, language, near)
        for quote in result.quotes:
            is_new = quote.probability >= _SURE and not was_said(quote, history)
            if is_new and result.query and _answers(quote, result.query, typed):
                yield Beside(asked, replace(result, quotes=brought_first(quote, result.quotes)))
                break


def _answers(quote: Quote, query: Query, typed: Query) -> bool:
    """Whether a sentence names all that the follow-up does, and holds what is asked for."""
    if typed.names_held(quote.text) < 1.0:
        return False
    return gives_the_asked_attribute(quote, query) and holds_the_asked_type([quote], query)
