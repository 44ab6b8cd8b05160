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
from .plans.same_matter import numbers
from .plans.statements import quotes_of
from .question.follow_ups import why_that_one
from .question.follow_ups.asking_again import is_an_interrogative
from .question.follow_ups.leaning import bare_name
from .question.follow_ups.meant import asks_of_its_own, names_what_is_put_in
from .question.follow_ups.names import named
from .question.follow_ups.pointers import points_to_a_place
from .question.follow_ups.set_beside import sets_beside
from .question.follow_ups.why import asks_only_why
from .retrieval.asked.attribute import asks_an_amount, gives_the_asked_attribute
from .retrieval.asked.number_or_time import TYPED, holds_the_asked_type, holds_type
from .retrieval.asked.slot import gives_the_slot
from .retrieval.asked.slot_names import asks_for_a_person
from .retrieval.not_said_before import is_repeated
from .retrieval.query import Query
from .retrieval.quoted_before import passages_beside
from .retrieval.selection import Quote, brought_first
from .searching import RetrievalResult, Searching
from .values import Turn

# How sure the reader must be of a sentence, and how much surer than of what was found elsewhere.
_SURE, _SURER = 0.5, 0.2
# A sentence that gives a reason, for "Why?".
_SURE_OF_REASON = 0.2
_REASON = frozenset({"reason"})
_REASONS = 3


@dataclass(frozen=True)
class FollowUpSearch:
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
        quotes = quotes_of(statements)
        if not quotes:
            return True
        gives_it = self._gives_the_amount(asked, quotes[0])
        return not gives_it and self._sureness(asked, statements) < _SURE

    def _gives_the_amount(self, asked: str, quote: Quote) -> bool:
        """Whether a sentence gives the price, the profit, … that a reading asks for, of all that it names."""
        query = self.searching.query_of(asked, self.language)
        if (
            not asks_an_amount(query)
            or quote.names < 1.0
            or not numbers(quote, self.searching.index)
        ):
            return False
        return gives_the_asked_attribute(quote, query)

    def only_repeats(self, statements: Sequence[Statement]) -> bool:
        """Whether an answer says nothing that was not said before, unless that gives the reason asked for."""
        quotes = quotes_of(statements)
        if self._asks_why and any(map(_gives_reason, quotes)):
            return False
        if any(map(self._gives_what_is_asked, quotes)):
            return False
        is_said = [is_repeated(quote, self.history) for quote in quotes]
        return bool(is_said) and all(is_said)

    def tells_of_its_name(self, statements: Sequence[Statement]) -> bool:
        """Whether a follow-up says nothing but a name, and what was said tells of that one, too."""
        names = self.searching.index.glossary
        own = bare_name(self.question, names, self.language)
        return own is not None and any(
            own in named(its.text, names) for its in quotes_of(statements)
        )

    def _gives_what_is_asked(self, quote: Quote) -> bool:
        """Whether a sentence that was said holds what is asked for now: by the way, or where just that is asked of
        what was answered."""
        is_by_the_way = is_repeated(quote, self._by_the_way)
        return (self._is_asked_again or is_by_the_way) and self._holds_what_is_asked(quote)

    def _holds_what_is_asked(self, quote: Quote) -> bool:
        """Whether a sentence holds the number or time that is asked for, or names another person."""
        query = self.searching.query_of(self.read[0], self.language)
        if query.types & TYPED:
            return holds_type(quote, query) and gives_the_asked_attribute(quote, query)
        return "person" in query.types and self._names_another_person(quote)

    @property
    def _is_asked_again(self) -> bool:
        return is_an_interrogative(self.question, self.language)

    @property
    def _by_the_way(self) -> Sequence[Turn]:
        """The last answer but for its first sentence."""
        answers = [turn["content"] for turn in self.history if turn.get("role") == "assistant"]
        _, _, further = "".join(answers[-1:]).partition("[1]")
        return [{"role": "assistant", "content": further}]

    def _names_another_person(self, quote: Quote) -> bool:
        """Whether a sentence names a person whom the follow-up does not."""
        glossary = self.searching.index.glossary
        asked = glossary.found_in(self.read[0])
        return any(
            name.kind == "person" and name not in asked for name in glossary.found_in(quote.text)
        )

    def better_than(
        self, asked: str, statements: Sequence[Statement]
    ) -> tuple[str, Sequence[Statement], RetrievalResult] | None:
        """What stands beside what was quoted, where the reader is surer of it than of an answer to one of the
        readings: as which reading, and what was found."""
        names = self.searching.index.glossary
        if not (self._asks_why or self._asks_of_its_own):
            return None
        found = max(self._found(), key=lambda one: one[1].quotes[0].probability, default=None)
        if found is None:
            return None
        reading, result = found
        quote = result.quotes[0]
        is_surer = quote.probability >= self._sureness(asked, statements) + _SURER
        is_meant = names_what_is_put_in(quote.text, self.question, asked, names)
        is_meant = is_meant or sets_beside(self.question, self.language)
        must_be_meant = bool(statements) or points_to_a_place(self.question, self.language)
        if (statements and not is_surer) or (must_be_meant and not is_meant):
            return None
        return reading, (Statement(quote),), result

    @property
    def _asks_of_its_own(self) -> bool:
        """Whether the follow-up says what it asks, be it only what is set beside the answer."""
        names = self.searching.index.glossary
        is_of_its_own = asks_of_its_own(self.question, names, self.language)
        return is_of_its_own or sets_beside(self.question, self.language)

    def _sureness(self, asked: str, statements: Sequence[Statement]) -> float:
        """How sure the reader is that an answer to a reading answers it, or what was typed."""
        texts = (self.question, asked)
        queries = [self.searching.query_of(text, self.language) for text in texts]
        pairs = product(queries, quotes_of(statements))
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
        if "number" in query.types and not numbers(quote, self.searching.index):
            return False
        return self._gives(quote, query) and holds_the_asked_type([quote], query)

    def _gives(self, quote: Quote, query: Query) -> bool:
        """Whether a sentence gives what is asked, also of what the likeliest reading puts in place; a person,
        of nothing else than that."""
        meant = self.searching.query_of(self.read[0], self.language)
        index = self.searching.index
        about = replace(quote, names=meant.names_held(quote.text_in_context))
        gives = [
            gives_the_asked_attribute(quote, asked) and gives_the_slot(quote, asked, index)
            for asked in (query, meant)
        ]
        is_of_another = asks_for_a_person(meant) and speaks_of_another(about, meant, index)
        return all(gives) and not is_of_another


def _gives_reason(quote: Quote) -> bool:
    return answer_types.holds(quote.text, _REASON)
