"""Whether what was found for a follow-up misses what it asks: it answers the question before once more, tells of another
than was spoken of, or lacks the very thing that is asked for now, a share, a place in a ranking, a model by its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product, starmap

from citechat_ingest import Name

from .language.share_and_place import asks_share, lacks_share_or_place
from .plans import Statement
from .plans.follow_ups import is_read_along
from .plans.statements import quotes_of
from .question.follow_ups import asked_of_what_was_spoken_of
from .question.follow_ups.antecedents import DESIGNATION, asks_for_a_name
from .question.follow_ups.asking_again import asks_something
from .question.follow_ups.leaning import bare_name
from .question.follow_ups.names import each_once, named, things, without
from .question.follow_ups.others import others_of
from .question.follow_ups.ranking import asks_for_a_place
from .question.follow_ups.set_beside import asks_of_itself, sets_beside
from .question.follow_ups.the_answer import (
    asks_of_the_answer,
    asks_whether_much,
    says_how_it_compares,
)
from .question.follow_ups.who_else import asks_who_else, names_one_more
from .retrieval.not_said_before import has_own_words, is_repeated
from .retrieval.quoted_before import CITATION_MARK
from .retrieval.selection import Quote
from .searching import RetrievalResult, Searching
from .values import Turn

# Below the first the reader finds nothing of what a follow-up asks; below the other nothing in any of its readings.
_NOTHING_OF_IT, _NOTHING_AT_ALL = 0.25, 0.1
# From here on it is sure that a sentence answers a follow-up by itself; among so many of the best one is sought.
_SURE, _REACH = 0.75, 3
# From here on one answers it together with the question before.
_ANSWERS = 0.5
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)*")
# "And on other tests?" is not answered by what was said of one.
_OF_OTHERS = re.compile(
    r"\b(?:other|another|others|elsewhere)\b|\b(?:andere[nrms]?|anderswo|sonst)\b|其[他它余]|别的|另外",
    re.IGNORECASE,
)
# Of whom sentences tell, and not by the way.
_SUBJECTS = frozenset({"company", "place", "product", "university"})
# Kinds of thing of which one is not another; what is said of a place is often said of a firm there.
_ALIKE = (
    frozenset({"company", "product", "institution"}),
    frozenset({"person"}),
    frozenset({"university"}),
)


@dataclass(frozen=True)
class Missed:
    """A follow-up after its ``history``, in its readings, of which it is judged whether an answer misses it."""

    question: str
    read: Sequence[str]
    history: Sequence[Turn]
    language: str
    searching: Searching

    def is_missed(self, asked: str, statements: Sequence[Statement]) -> bool:
        """Whether what was found for one of the readings misses what the follow-up asks."""
        quotes = quotes_of(statements)
        if not (self.history and quotes):
            return False
        if asks_who_else(self.question, self.language):
            return not any(self._names_one_more(asked, quote) for quote in quotes)
        return self._is_of_another(asked, quotes) or self._answers_nothing(
            asked, statements, quotes
        )

    def told_of_itself(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """Of what was found for a follow-up read along with the question before, which took all of the answer: the
        sentence that the reader is sure answers the follow-up by itself, or the next that was not said and has words
        of it; none where there is none."""
        if asks_who_else(self.question, self.language):
            return self._told_of_one_more(asked, result)
        if not is_read_along(asked, self.question):
            return ()
        for quote in result.quotes[:_REACH]:
            told = (Statement(quote),)
            is_sure = self._sureness((self.question,), [quote]) >= _SURE
            if is_sure and not self.is_missed(asked, told):
                return told
        return self._told_next(asked, result)

    def _names_one_more(self, asked: str, quote: Quote) -> bool:
        glossary = self.searching.index.glossary
        return names_one_more(quote.text, asked, self.history, glossary)

    def _told_of_one_more(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """The next sentence that was found, where it answers, of all that is asked about, with one more name."""
        for quote in result.quotes:
            is_sure = quote.probability >= _ANSWERS and quote.names == 1.0
            if is_sure and self._names_one_more(asked, quote):
                return (Statement(quote),)
        return ()

    def _told_next(self, asked: str, result: RetrievalResult) -> Sequence[Statement]:
        """The next sentence that was found, where it says something new in the follow-up's own words, and answers."""
        glossary = self.searching.index.glossary
        # The reader seldom knows a share by its number, nor others by their name.
        is_seldom_known = asks_share(self.question) or bool(_OF_OTHERS.search(self.question))
        least = _NOTHING_OF_IT if is_seldom_known else _ANSWERS
        for quote in result.quotes[:_REACH]:
            is_new = not is_repeated(quote, self.history)
            is_of_it = is_new and has_own_words([quote], self.question, glossary)
            is_of_it = is_of_it and self._opens_with_the_bare_name(quote)
            told = (Statement(quote),)
            if is_of_it and quote.probability >= least and not self.is_missed(asked, told):
                return told
        return ()

    def _opens_with_the_bare_name(self, quote: Quote) -> bool:
        """Whether a sentence names nobody before the one who is all that the follow-up says, if it is no more."""
        glossary = self.searching.index.glossary
        own = bare_name(self.question, glossary, self.language)
        named_there = (name for name in things(quote.text, glossary) if name.kind in _SUBJECTS)
        first = next(named_there, None)
        return own is None or first is None or self._are_one(own, first)

    def _is_of_another(self, asked: str, quotes: Sequence[Quote]) -> bool:
        """Whether sentences tell of another model, of another thing, or of another count."""
        return (
            self._lacks_the_designation(quotes)
            or self._tells_of_another(quotes)
            or self._counts_otherwise(asked, quotes)
        )

    def _answers_nothing(
        self, asked: str, statements: Sequence[Statement], quotes: Sequence[Quote]
    ) -> bool:
        """Whether sentences of what was spoken of do not answer the follow-up."""
        if _is_worked_out(statements):
            return False
        if asks_whether_much(self.question):
            is_of_it = asked == self.read[0]
            return not (is_of_it and any(map(self._tells_whether_much, quotes)))
        if lacks_share_or_place(self.question, [quote.text for quote in quotes]):
            return True
        has_figures = any(its.figures for its in statements)
        return self._is_doubted(asked, quotes, has_figures) or self._says_it_again(asked, quotes)

    def _tells_whether_much(self, quote: Quote) -> bool:
        """Whether a sentence says something new of how much that is beside others."""
        return says_how_it_compares(quote.text) and not is_repeated(quote, self.history)

    def _is_doubted(self, asked: str, quotes: Sequence[Quote], has_figures: bool) -> bool:
        """Whether the reader finds nothing of what is asked: of a follow-up read along with the question before, which
        those sentences may answer, it is asked alone and of what was spoken of."""
        if is_read_along(asked, self.question) and asks_something(self.question):
            return self._sureness((self.question, *self._of_it), quotes) < _NOTHING_OF_IT
        # What was put in place, or figures that were read from what is asked, are told in ways of their own.
        if has_figures or asked != self.question:
            return False
        return self._sureness((self.question, *self._of_it), quotes) < _NOTHING_AT_ALL

    @cached_property
    def _of_it(self) -> Sequence[str]:
        glossary = self.searching.index.glossary
        return asked_of_what_was_spoken_of(self.question, self.history, glossary, self.language)

    def _sureness(self, texts: Sequence[str], quotes: Sequence[Quote]) -> float:
        """How sure the reader is, at most, that one of the sentences answers one of the questions."""
        queries = [self.searching.query_of(text, self.language) for text in texts]
        return max(starmap(self.searching.probability_of, product(queries, quotes)), default=0.0)

    def _says_it_again(self, asked: str, quotes: Sequence[Quote]) -> bool:
        """Whether all was said before, and has none of the follow-up's names, nor, where it asks nothing, its words."""
        # Who is next in a row may stand in the sentence that told who is before.
        if asks_for_a_place(asked, self.language):
            return False
        if not all(is_repeated(quote, self.history) for quote in quotes):
            return False
        if _OF_OTHERS.search(self.question) or any(others_of(asked, self.language)):
            return True
        glossary = self.searching.index.glossary
        if has_own_words(quotes, self.question, glossary):
            return False
        # "How old is he?" is told in other words.
        has_names = bool(named(self.question, glossary))
        is_told_otherwise = asks_of_the_answer(self.question) or asks_something(self.question)
        return has_names or not is_told_otherwise

    def _counts_otherwise(self, asked: str, quotes: Sequence[Quote]) -> bool:
        """Whether another is set beside what was answered, but in a count of other numbers."""
        if not self._is_asked_of_both(asked):
            return False
        told = " ".join(quote.text for quote in quotes)
        said = _numbers_in(self._last_answer)
        return bool(said) and said.isdisjoint(_numbers_in(told))

    def _is_asked_of_both(self, asked: str) -> bool:
        """Whether a reading asks it of what was spoken of and of another: "did Osten have more?"."""
        is_first = asked == self.read[0]
        compares = sets_beside(self.question, self.language)
        return is_first and compares and asks_of_itself(self.question, self.language)

    @property
    def _last_answer(self) -> str:
        answers = [turn["content"] for turn in self.history if turn.get("role") == "assistant"]
        return "".join(answers[-1:])

    def _lacks_the_designation(self, quotes: Sequence[Quote]) -> bool:
        """Whether a follow-up names a model by letters and digits that no sentence has."""
        wanted = DESIGNATION.findall(self.question)
        told = " ".join(quote.text_in_context for quote in quotes).casefold()
        return bool(wanted) and not any(word.casefold() in told for word in wanted)

    def _tells_of_another(self, quotes: Sequence[Quote]) -> bool:
        """Whether the sentences name nothing that was spoken of, nor what the follow-up names, but another of its
        kind; who is asked for is another."""
        told = " ".join(quote.text_in_context for quote in quotes)
        if asks_for_a_name(self.question) or self._is_named_in(told):
            return False
        others = things(quotes[0].text, self.searching.index.glossary)
        return any(starmap(_is_alike, product(self._spoken_of, others)))

    def _is_named_in(self, told: str) -> bool:
        """Whether a text names what was spoken of, or a firm, product or person of the follow-up itself."""
        glossary = self.searching.index.glossary
        named_there, own = named(told, glossary), named(self.question, glossary)
        meant = [*self._spoken_of, *(name for name in own if _is_alike(name, name))]
        return any(starmap(self._are_one, product(meant, named_there)))

    def _are_one(self, name: Name, other: Name) -> bool:
        """Whether one name is part of the other: what is said of Acme is said of Acme Cloud, too."""
        one, two = name.names[self.language], other.names[self.language]
        return one in two or two in one

    @cached_property
    def _spoken_of(self) -> Sequence[Name]:
        """What the readings name, and the questions before, and the follow-up itself does not."""
        glossary = self.searching.index.glossary
        asked = (turn["content"] for turn in self.history if turn.get("role") == "user")
        names = [name for text in (*self.read, *asked) for name in named(text, glossary)]
        return without(list(each_once(names)), named(self.question, glossary))


def _numbers_in(text: str) -> set[str]:
    return set(_NUMBER.findall(CITATION_MARK.sub(" ", text)))


def _is_worked_out(statements: Sequence[Statement]) -> bool:
    """Whether the chat worked out a number, which no sentence tells."""
    leads = "".join(its.lead for its in statements)
    return any(character.isdigit() for character in leads)


def _is_alike(one: Name, other: Name) -> bool:
    return any(one.kind in kinds and other.kind in kinds for kinds in _ALIKE)
