"""Texts → vectors: what an embedder is, and which one a setting names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Kind = Literal["query", "passage"]
"""What a text is: something asked, or something that may answer. Many models are told them apart by
a prefix.
"""
KINDS: tuple[Kind, ...] = ("query", "passage")


class Embedder(Protocol):
    """Anything that turns texts into vectors of length one; ``identity`` names it in the index's
    fingerprint.
    """

    identity: str

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of Euclidean length 1.

        All texts are of one ``language``, "en", "de" or "zh", and of one ``kind``. Called from
        several threads at once.
        """
        ...


def make_embedder(model: str = "", threads: int = 0) -> Embedder:
    """The packaged all-MiniLM-L6-v2, or any sentence-transformers model by name or path.

    ``threads`` is how many cores the packaged one may use, 0 to let it choose; another model is left
    to torch's own settings. Loads nothing yet.
    """
    if model:
        from .sentence_transformers_embedder import SentenceTransformersEmbedder

        return SentenceTransformersEmbedder(model)
    from .packaged_embedder import PackagedEmbedder

    return PackagedEmbedder(threads)
