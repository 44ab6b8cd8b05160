"""How alike two texts are in wording: the words and the pieces of words that they share."""

from __future__ import annotations

from collections.abc import Iterable

from . import terms


def wording(text: str, language: str) -> frozenset[str]:
    """The terms of ``text`` and the 4-grams of its words, so that inflected words still meet."""
    return frozenset(terms.words(text, language)) | frozenset(terms.grams(text, language))


def most_alike_first(text: str, others: Iterable[str], language: str) -> list[str]:
    """``others``, those first that share most wording with ``text``; ties keep their order."""
    own = wording(text, language)

    def unlikeness(other: str) -> int:
        return -len(own & wording(other, language))

    return sorted(others, key=unlikeness)
