"""How much of some words a text holds: a word by its stem, a part of one by its 4-grams.

A compound holds its parts so, and a word with a typo most of the right one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from . import terms


@dataclass(frozen=True)
class HeldWords:
    """The stems and the 4-grams of a text."""

    stems: Collection[str]
    pieces: Collection[str]

    def worth(self, word: str) -> float:
        """How much of a word is held, 0 to 1."""
        return 1.0 if word in self.stems else terms.in_pieces(word, self.pieces)

    def count(self, words: Iterable[str]) -> float:
        """How many of some words are held; a part of one counts as such."""
        return sum(map(self.worth, words))

    def share(self, words: Collection[str]) -> float:
        """How much of some words is held, 0 to 1; all of none."""
        return self.count(words) / len(words) if words else 1.0

    def lacking(self, words: Iterable[str]) -> list[str]:
        """Those of some words of which nothing is held."""
        return [word for word in words if self.worth(word) == 0.0]


def held_words(text: str, language: str) -> HeldWords:
    """What a text holds."""
    return HeldWords(set(terms.words(text, language)), set(terms.grams(text, language)))
