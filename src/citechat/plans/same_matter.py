"""What a sentence is about, the numbers that it gives, and whether two are on the same matter."""

from __future__ import annotations

import re

from ..index.opening import Index
from ..language import terms
from ..retrieval.selection import Quote
from ..verification.facts import Number, read_facts

# Two sentences are about the same matter when they share this much of the shorter one's words,
# numbers left aside. Read off pairs of the shipped corpus: restatements lie above .5, neighbours
# that only share their subject below .4.
_SAME_MATTER = 0.5
# How many times larger another count of the same thing may be.
_SIZE = 5
_DIGIT_GROUP = re.compile(r"\d+(?:[.,]\d+)*")


def matter(text: str, language: str) -> frozenset[str]:
    """The words of a text without its numbers: what it is about."""
    words = terms.words(text, language)
    return frozenset(word for word in words if not word[0].isdigit())


def is_same_matter(one: Quote, other: Quote) -> bool:
    """Whether two sentences are about the same thing, whatever numbers they give."""
    first = matter(one.text, one.passage.language)
    second = matter(other.text, other.passage.language)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= _SAME_MATTER * shorter


def numbers(quote: Quote, index: Index) -> frozenset[Number]:
    """The numbers that a sentence states, years and dates left aside."""
    facts = read_facts(quote.text, quote.passage.language, index.glossary)
    return frozenset(fact.value for fact in facts if isinstance(fact.value, Number))


def adds_no_number(quote: Quote, before: Quote) -> bool:
    """Whether every digit group of ``quote`` stands in ``before``, too."""
    return digit_groups(quote.text) <= digit_groups(before.text)


def digit_groups(text: str) -> frozenset[str]:
    """The digit groups of a text, without what divides thousands."""
    return frozenset(re.sub(r"[.,]", "", group) for group in _DIGIT_GROUP.findall(text))


def is_alike(number: Number, other: Number) -> bool:
    """Whether two numbers may count the same: of one unit, and of one size."""
    smaller, larger = sorted((abs(number.value), abs(other.value)))
    return number.unit == other.unit and larger <= _SIZE * smaller
