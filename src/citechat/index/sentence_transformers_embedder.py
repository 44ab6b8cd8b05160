"""Any sentence-transformers model that embeds, by name or folder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..sentence_transformers_model import SentenceTransformersModel
from .embedder import Kind, Vectors


class SentenceTransformersEmbedder:
    """A sentence-transformers model. It is given texts as they are, with the prefixes that its own
    configuration names.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self.identity = model
        self._transformer = SentenceTransformersModel(
            model, "SentenceTransformer", "embedding model", "CITECHAT_EMBEDDING_MODEL"
        )

    def __reduce__(self) -> tuple[type[SentenceTransformersEmbedder], tuple[str]]:
        """A copy, perhaps in another process, loads the model for itself."""
        return SentenceTransformersEmbedder, (self.model,)

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:  # noqa: ARG002
        """Vectors of shape (len(texts), dimension), float32, of length one. Raises ModelError.

        How much of a long text is read depends on the model; a multilingual one needs no word of
        the language.
        """
        transformer = self._transformer.get()
        if not texts:
            dimension = int(transformer.get_embedding_dimension())
            return np.zeros((0, dimension), dtype=np.float32)
        encode = transformer.encode_query if kind == "query" else transformer.encode_document
        vectors = encode(
            list(texts),
            batch_size=32,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)
