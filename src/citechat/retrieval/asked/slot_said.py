"""A sentence that may fill what a question leaves open: the facts that it states, and whether it
says a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from ...index.opening import Index
from ...language import terms
from ...language.chinese_function_words import without_chinese_function_words
from ...language.everyday import alike
from ...language.word_translation import chinese_words
from ...verification.facts import Fact, ProperName
from ..query import Query
from ..selection import Quote
from .words import says

TWO = 2
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True)
class Said:
    """A sentence, the facts that it states, and how many names its longest row has."""

    quote: Quote
    facts: Sequence[Fact]
    listed: int
    index: Index

    @property
    def text(self) -> str:
        return self.quote.text


Asks = Callable[[Query], object]
"""Whether a question asks for something of a kind; true, or what it asks for."""

Gives = Callable[[Said, Query], bool]
"""Whether a sentence gives that."""


def new_names(facts: Sequence[Fact], query: Query) -> list[ProperName]:
    """The names of a sentence that the question does not have."""
    text = query.text.casefold()
    asked = set(chain.from_iterable(name.name.all_spellings for name in query.names))
    new: list[ProperName] = []
    for fact in facts:
        is_new = fact.surface.casefold() not in text
        if is_new and isinstance(fact.value, ProperName):
            new.append(fact.value)
    return [name for name in new if asked.isdisjoint(name.spellings)]


def with_expected(quote: Quote) -> str:
    """A sentence with its heading and the questions that are expected of it."""
    passage = quote.passage
    expected = passage.expected_questions(quote.number)
    return " ".join((passage.context, quote.text, *expected))


def says_the_word(thing: str, text: str, query: Query) -> bool:
    """Whether a text has a word of the question, one that counts the same things, or the name of the
    glossary that the word is part of in any other spelling."""
    words = (thing, *alike(thing, query.language))
    if any(_is_said_so(word, text, query.language) for word in words):
        return True
    held = set(terms.words(text, query.language))
    stems = set(terms.words(thing, query.language))
    named = (name for name in query.names if stems & name.terms)
    return any(name.occurs_in(held) for name in named)


def _is_said_so(thing: str, text: str, language: str) -> bool:
    """Whether a text says the word, and of what it means all: output is no market value."""
    meant = set(terms.concepts(thing, language))
    means_all = len(meant) < TWO or meant <= set(terms.concepts(text, language))
    return says(text, language, thing, language) and (means_all or thing in text)


def words_of(text: str, language: str) -> Sequence[str]:
    """The words of a text; of Chinese those of more than one character."""
    if language != "zh":
        return _WORD.findall(text)
    words = chinese_words(without_chinese_function_words(text))
    return [word for word in words if len(word) > 1]
