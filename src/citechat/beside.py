"""A follow-up is looked for beside what the last answer quoted: the same document often tells what is asked next.

Nothing needs to be put in place there: of the few sentences the reader tells which one answers, asked as the
follow-up was typed, or in one of its readings. It is looked there where what was found elsewhere is doubtful:
nothing, what was said a moment ago, or a sentence of which the reader is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product, starmap

from citechat_ingest import Passage

from .language import answer_types
from .plans import Statement
from .plans.names.asked_name import speaks_of_another
from .question.follow_ups import why_that_one
from .question.follow_ups.meant import asks_of_its_own, names_what_is_put_in
from .question.follow_ups.pointers import points_to_a_place
from .question.follow_ups.why import asks_only_why
from .retrieval.asked.attribute import gives_the_asked_attribute
from .retrieval.asked.number_or_time import holds_the_asked_type
from .retrieval.asked.slot import gives_the_slot
from .retrieval.asked.slot_names import asks_for_a_person
from .retrieval.query import Query
from .retrieval.quoted_before import passages_beside
from .retrieval.selection import Quote, brought_first
from .retrieval.unheard import is_repeated
from .searching import RetrievalResult, Searching
from .values import Turn

# How sure the reader must be of a sentence, and how much surer than of what was found elsewhere.
_SURE, _SURER = 0.5, 0.2
# A sentence that gives a reason, for "Why?".
_SURE_OF_REASON = 0.2
_REASON = frozenset({"reason"})
_REASONS = 3


@dataclass(frozen=True)
class Beside:
    """A follow-up after its ``history``, in its readings, to be looked for beside what was quoted."""

    question: str
    read: Sequence[str]
    history: Sequence[Turn]
    language: str
    searching: Searching

    @property
    def _asks_why(self) -> bool:
        return asks_only_why(self.question)

    @property
    def _why_that_one(self) -> str:
        return why_that_one(self.history, self.searching.index.glossary, self.language)

    def is_doubtful(self, asked: str, statements: Sequence[Statement]) -> bool:
        """Whether an answer to one of the readings is none, or the reader is not sure of it."""
        if any(its.figures or its.quote is None for its in statements):
            return False
        return not statements or self._sureness(asked, statements) < _SURE

    def only_repeats(self, statements: Sequence[Statement]) -> bool:
        """Whether an answer says nothing that was not said before, unless that gives the reason asked for."""
        quotes = _quotes(statements)
        if self._asks_why and any(map(_gives_reason, quotes)):
            return False
        is_said = [is_repeated(quote, self.history) for quote in quotes]
        return bool(is_said) and all(is_said)

    def better_than(
        self, asked: str, statements: Sequence[Statement]
    ) -> tuple[str, Sequence[Statement], RetrievalResult] | None:
        """What stands beside what was quoted, where the reader is surer of it than of an answer to one of the
        readings: as which reading, and what was found."""
        names = self.searching.index.glossary
        if not (self._asks_why or asks_of_its_own(self.question, names, self.language)):
            return None
        found = max(self._found(), key=lambda one: one[1].quotes[0].probability, default=None)
        if found is None:
            return None
        reading, result = found
        quote = result.quotes[0]
        is_surer = quote.probability >= self._sureness(asked, statements) + _SURER
        is_meant = names_what_is_put_in(quote.text, self.question, asked, names)
        must_be_meant = bool(statements) or points_to_a_place(self.question, self.language)
        if (statements and not is_surer) or (must_be_meant and not is_meant):
            return None
        return reading, (Statement(quote),), result

    def _sureness(self, asked: str, statements: Sequence[Statement]) -> float:
        """How sure the reader is that an answer to a reading answers it, or what was typed."""
        texts = (self.question, asked)
        queries = [self.searching.query_of(text, self.language) for text in texts]
        pairs = product(queries, _quotes(statements))
        probabilities = starmap(self.searching.probability_of, pairs)
        return max(probabilities, default=0.0)

    def _found(self) -> Iterator[tuple[str, RetrievalResult]]:
        """For each reading the best sentence that says something new, first of what was found."""
        near = passages_beside(self.history, self.language, self.searching.index)
        typed = self.searching.query_of(self.question, self.language)
        for asked in self._asked:
            for result in self._looked_up(asked, near):
                best = self._best(result, typed)
                if best:
                    yield asked, replace(result, quotes=brought_first(best, result.quotes))

    def _best(self, result: RetrievalResult, typed: Query) -> Quote | None:
        """The first sentence that answers, a new one before all; what was said may hold its own reason."""
        read = self._reasons_read(result) if self._asks_why else result.quotes
        fitting = [quote for quote in read if self._answers(quote, result.query, typed)]
        fitting.sort(key=lambda quote: is_repeated(quote, self.history))
        return next(iter(fitting), None)

    @property
    def _asked(self) -> Sequence[str]:
        """What is looked for: the follow-up as typed, and its readings without the question before."""
        if self._asks_why:
            return [self._why_that_one or self.read[0]]
        alone = (asked for asked in self.read if not asked.endswith(f" {self.question}"))
        return list(dict.fromkeys((self.question, *alone)))

    def _reasons_read(self, result: RetrievalResult) -> Sequence[Quote]:
        """The first sentences that give a reason, of what is named, read one by one: they may lie far down."""
        query = result.query
        if query is None:
            return []
        gives = (quote for quote in result.quotes if _gives_reason(quote) and quote.names >= 0.5)
        return [
            replace(quote, probability=self.searching.probability_of(query, quote))
            for quote in islice(gives, _REASONS)
        ]

    def _looked_up(self, asked: str, near: Sequence[Passage]) -> Iterator[RetrievalResult]:
        """What is near for a reading; a reason may stand elsewhere."""
        yield self.searching.retrieve_among(asked, self.language, near)
        if self._asks_why:
            yield self.searching.retrieve(asked, self.language)

    def _answers(self, quote: Quote, query: Query | None, typed: Query) -> bool:
        """Whether a sentence is new, names all that the follow-up does, and holds what is asked for."""
        if query is None:
            return False
        if self._asks_why:
            # Of what else was said the reason may be one for something else.
            is_of_it = bool(self._why_that_one) or is_repeated(quote, self.history)
            return is_of_it and quote.probability >= _SURE_OF_REASON
        if quote.probability < _SURE or is_repeated(quote, self.history):
            return False
        if typed.names_held(quote.text) < 1.0:
            return False
        return self._gives(quote, query) and holds_the_asked_type([quote], query)

    def _gives(self, quote: Quote, query: Query) -> bool:
        """Whether a sentence gives what is asked, also of what the likeliest reading puts in place; a person,
        of nothing else than that."""
        meant = self.searching.query_of(self.read[0], self.language)
        index = self.searching.index
        about = replace(quote, names=meant.names_held(f"{quote.passage.context} {quote.text}"))
        gives = [
            gives_the_asked_attribute(quote, asked) and gives_the_slot(quote, asked, index)
            for asked in (query, meant)
        ]
        is_of_another = asks_for_a_person(meant) and speaks_of_another(about, meant, index)
        return all(gives) and not is_of_another


def _quotes(statements: Sequence[Statement]) -> list[Quote]:
    return [its.quote for its in statements if its.quote]


def _gives_reason(quote: Quote) -> bool:
    return answer_types.holds(quote.text, _REASON)
