"""Any sentence-transformers model, by name or path. The only file that knows the library, imported
on first use: it takes seconds.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ModelError
from .embedder import Kind, Vectors


class SentenceTransformersEmbedder:
    """A sentence-transformers model. It is given texts as they are, with the prefixes that its own
    configuration names.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self.identity = model
        self._loaded_in = 0

    def __reduce__(self) -> tuple[type[SentenceTransformersEmbedder], tuple[str]]:
        """A copy, perhaps in another process, loads the model for itself."""
        return SentenceTransformersEmbedder, (self.model,)

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:  # noqa: ARG002
        """Vectors of shape (len(texts), dimension), float32, of length one. Raises ModelError.

        How much of a long text is read depends on the model; a multilingual one needs no word of
        the language.
        """
        if not texts:
            dimension = int(self._transformer.get_embedding_dimension())
            return np.zeros((0, dimension), dtype=np.float32)
        transformer = self._transformer
        self._refuse_after_fork()
        encode = transformer.encode_query if kind == "query" else transformer.encode_document
        vectors = encode(
            list(texts),
            batch_size=32,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _refuse_after_fork(self) -> None:
        """Raises ModelError in a forked process: torch's threads are not in it, and the first text
        would wait for them for ever.
        """
        if self._loaded_in not in (0, os.getpid()):  # 0: handed in, not loaded here
            cure = "load it after the fork, or start processes with multiprocessing's spawn"
            raise ModelError(f"embedding model {self.model!r} was loaded before a fork; {cure}")

    @cached_property
    def _transformer(self) -> Any:
        self._loaded_in = os.getpid()
        local = Path(self.model).exists()
        # Set before the import, or transformers asks the hub whether a local model has news.
        if local:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            with _imports_left_alone():
                from sentence_transformers import SentenceTransformer
                from transformers.utils import logging

            # A bar for loading 90 MB is noise between question and answer.
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            return SentenceTransformer(self.model, local_files_only=local)
        except ImportError as error:
            cure = "run: pip install sentence-transformers, or leave CITECHAT_EMBEDDING_MODEL empty"
            raise ModelError(f"{self.model!r} needs sentence-transformers; {cure}") from error
        except (OSError, ValueError, RuntimeError) as error:
            reason = (str(error) or type(error).__name__).splitlines()[0]
            cure = (
                "give the name or path of a sentence-transformers model, "
                "or leave CITECHAT_EMBEDDING_MODEL empty"
            )
            raise ModelError(
                f"embedding model {self.model!r} cannot be loaded ({reason}); {cure}"
            ) from error


@contextmanager
def _imports_left_alone() -> Iterator[None]:
    """No garbage collection while four thousand modules are imported, and none that looks at them
    ever after.

    They are no garbage, and searching them for it takes a fifth of a cold start, then 0.2 s every
    now and then.
    """
    gc.collect()  # what is garbage now must not be frozen with them
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
