"""Whether a question is all but one that is expected of a sentence: then the sentence answers it, whatever rules by words
may say."""

from __future__ import annotations

from ...language import terms
from ..query import Query
from ..selection import Quote

# How many of the words of both questions are the same. One word more or less in four may ask for something else: of a
# sample of questions expected of the shipped corpus the rules refused .030, .020 and .028 (en, de, zh) without this.
_THE_SAME = 0.75


def is_expected(query: Query, quote: Quote) -> bool:
    """Whether a sentence is expected to be asked this, in all but the same words and with the same numbers."""
    passage = quote.passage
    if passage.language != query.language:
        return False
    asked = set(terms.query_words(query.text, query.language))
    expected = (
        set(terms.query_words(question, query.language))
        for question in passage.expected_questions(quote.number)
    )
    return any(_are_the_same(asked, other) for other in expected)


def _are_the_same(one: set[str], other: set[str]) -> bool:
    shared, either = len(one & other), len(one | other)
    return shared >= _THE_SAME * max(1, either) and _numbers(one) == _numbers(other)


def _numbers(words: set[str]) -> set[str]:
    return {word for word in words if any(character.isdigit() for character in word)}
