"""Fakes for tests, yours and ours: small enough that a reader can compute what they return."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .embedder import Vectors

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class LetterCountEmbedder:
    """Embeds a text as how often each letter a–z stands in it, scaled to length one.

    >>> LetterCountEmbedder().encode(["abba"])[0][:3].round(2).tolist()  # two a, two b, no c
    [0.71, 0.71, 0.0]

    A text without such letters is the vector (1, 0, 0, …). ``encoded`` keeps every text it was given, in order.
    """

    identity = "letter-count"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), 26)."""
        self.encoded += texts
        counts = np.array([[text.lower().count(letter) for letter in _LETTERS] for text in texts], dtype=np.float32)
        counts = counts.reshape(len(texts), len(_LETTERS))
        counts[~counts.any(axis=1), 0] = 1
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)
