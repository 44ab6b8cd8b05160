"""Our own small reader: does this sentence answer the question, does this source bear out the claim?

A MiniLM of 22 million parameters with two heads, trained by ``training/`` (model card beside this file), run by ONNX
Runtime in 8-bit weights; onnxruntime and tokenizers are imported on first use. It reads English: German and Chinese texts
are given to it in English, word by word, as the embedder gets them.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
from collections.abc import Hashable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from ..language.word_translation import to_english
from .packing import INPUTS, Packed, as_batch, pack_pair, pack_window, room, size

Probabilities = NDArray[np.float32]

ENTAILED, NEUTRAL, CONTRADICTED = 0, 1, 2
"""The columns of ``bears_out``."""

_FOLDER = Path(__file__).parent
CARD = "reader.json"
"""The record that tells a folder with a reader of this kind."""
_MODEL, _TOKENIZER = "reader.onnx", "tokenizer.json"
_CURE = "install citechat again, or go on without the reader: reader = none"
_OFTEN_READ = 16_384


class SentenceReader(Protocol):
    """Anything that tells which sentences answer a question and what a source says to a claim."""

    def read(
        self, question: str, windows: Sequence[Sequence[str]], language: str, asked_in: str = ""
    ) -> list[Probabilities]:
        """For each window, the probability of each of its sentences that it answers the question.

        The sentences are in ``language``, and so is the question, unless ``asked_in`` says its own.
        """
        ...

    def bears_out(
        self, pairs: Sequence[tuple[str, str]], languages: Sequence[str]
    ) -> Probabilities:
        """For each claim and source, the probabilities of entailed, neutral, contradicted: shape (len(pairs), 3)."""
        ...


class Reader:
    """The packaged reader. Its files are opened and checked on first use.

    ``threads`` is how many cores one reading may take. One ``Reader`` may be used from several threads.
    """

    def __init__(self, folder: Path = _FOLDER, threads: int = 2) -> None:
        self._folder = folder
        self._threads = threads
        self._ids = lru_cache(_OFTEN_READ)(self._ids_of)
        self._known = _Memory(_OFTEN_READ)
        self._sessions: dict[int, Any] = {}

    def read(
        self, question: str, windows: Sequence[Sequence[str]], language: str, asked_in: str = ""
    ) -> list[Probabilities]:
        """For each window of neighbouring sentences, the probability of each that it answers the question.

        A sentence is read along with the others of its window: "He" in one may be the name in the one before. A window
        that is too long is read in parts. Question and sentences are in ``language``, unless ``asked_in`` says another
        for the question. Raises ModelError.
        """
        asked = self._ids(question, asked_in or language)
        parts = [
            part
            for window in windows
            for part in self._parts(asked, [self._ids(sentence, language) for sentence in window])
        ]
        logits = iter(self._answer_logits(parts))
        scale, bias = self._calibration("answers", language)
        found = []
        for window in windows:
            of_window: list[float] = []
            while len(of_window) < len(window):
                of_window += next(logits)
            found.append(sigmoid(scale * np.array(of_window, dtype=np.float32) + bias))
        return found

    def check(self) -> None:
        """Open the files now. Raises ModelError for one that is missing or damaged."""
        _ = self._session, self._tokenizer

    def bears_out(
        self, pairs: Sequence[tuple[str, str]], languages: Sequence[str]
    ) -> Probabilities:
        """For each (claim, source), the probabilities that the source entails, leaves open or contradicts the claim.

        ``languages`` has the language of each pair, in which both claim and source are written. The columns of the
        result, of shape (len(pairs), 3), are ENTAILED, NEUTRAL and CONTRADICTED. Raises ModelError.
        """
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        packed = [
            pack_pair(self._ids(claim, language), self._ids(source, language))
            for (claim, source), language in zip(pairs, languages, strict=True)
        ]
        logits = np.array(self._relation_logits(packed), dtype=np.float32)
        scales = [[self._calibration("relations", language)[0]] for language in languages]
        return _softmax(logits * np.array(scales, dtype=np.float32))

    def _parts(self, question: tuple[int, ...], sentences: list[tuple[int, ...]]) -> list[Packed]:
        """A window as inputs that are not too long: one, or several where it does not fit."""
        found: list[Packed] = []
        taken: list[tuple[int, ...]] = []
        left = room(question)
        for sentence in sentences:
            if taken and size(sentence) > left:
                found.append(pack_window(question, taken))
                taken, left = [], room(question)
            taken.append(sentence)
            left -= size(sentence)
        return [*found, pack_window(question, taken)] if taken else found

    def _answer_logits(self, inputs: Sequence[Packed]) -> list[tuple[float, ...]]:
        return self._remembered("answers", inputs)

    def _relation_logits(self, inputs: Sequence[Packed]) -> list[tuple[float, ...]]:
        return self._remembered("relations", inputs)

    def _remembered(self, head: str, inputs: Sequence[Packed]) -> list[tuple[float, ...]]:
        """The logits of one head, each input run once."""
        found: dict[Packed, tuple[float, ...]] = {}
        for one in inputs:
            if one not in found:
                known = self._known.get((head, one))
                found[one] = known or self._run(head, one)
                self._known.put((head, one), found[one])
        return [found[one] for one in inputs]

    def _run(self, head: str, one: Packed) -> tuple[float, ...]:
        """One input through the model.

        By itself: no padding is multiplied, and what is read beside it cannot change its logits, which the
        8-bit activations of a batch, scaled by the largest of them all, otherwise would.
        """
        fed = dict(zip(INPUTS, as_batch([one]), strict=True))
        found = self._session.run([head], fed)[0][0]
        return tuple(float(logit) for logit in found)

    def _ids_of(self, text: str, language: str) -> tuple[int, ...]:
        readable = text if language == "en" else to_english(text, language)
        return tuple(self._tokenizer.encode(readable, add_special_tokens=False).ids)

    def _calibration(self, head: str, language: str) -> tuple[float, float]:
        by_language = self._card["calibration"][head]
        found = by_language.get(language, by_language["en"])
        return float(found["scale"]), float(found["bias"])

    @cached_property
    def _card(self) -> dict[str, Any]:
        content = self._content(CARD)
        try:
            found: dict[str, Any] = json.loads(content)
            found["calibration"]["answers"]["en"]["scale"]
            found["calibration"]["relations"]["en"]["scale"]
            found["sha256"]
        except (ValueError, KeyError, TypeError) as error:
            path = self._folder / CARD
            raise ModelError(f"{path}: this is not the reader's record; {_CURE}") from error
        return found

    @property
    def _session(self) -> Any:
        """The session of this process: the threads of a session do not survive a fork."""
        process = os.getpid()
        if process not in self._sessions:
            # Those of a parent process are kept: to free one would wait for threads that are not there.
            opened = self._opened()
            # Nor at the end of a child: a forked process inherits this count, too.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(opened))
            self._sessions[process] = opened
        return self._sessions[process]

    def _opened(self) -> Any:
        content = self._checked(_MODEL)
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        # A thread that waits for work must not keep a core from other processes.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                content, sess_options=options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own exceptions share no other root
            path = self._folder / _MODEL
            raise ModelError(f"{path}: ONNX Runtime cannot open the reader; {_CURE}") from error

    @cached_property
    def _tokenizer(self) -> Any:
        content = self._checked(_TOKENIZER)
        from tokenizers import Tokenizer

        found = Tokenizer.from_str(content.decode())
        found.no_truncation()
        found.no_padding()
        return found

    def _checked(self, name: str) -> bytes:
        """The bytes of a file of the reader, once they are shown to be those that were published."""
        content = self._content(name)
        found = hashlib.sha256(content).hexdigest()
        if found != self._card["sha256"].get(name):
            path = self._folder / name
            raise ModelError(f"{path}: the file is damaged (SHA-256 {found[:12]}…); {_CURE}")
        return content

    def _content(self, name: str) -> bytes:
        path = self._folder / name
        try:
            return path.read_bytes()
        except OSError as error:
            raise ModelError(f"{path}: the reader's file is missing; {_CURE}") from error


class _Memory:
    """What was read lately: of each key its logits, the oldest forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[Hashable, tuple[float, ...]] = {}
        self._lock = Lock()

    def get(self, key: Hashable) -> tuple[float, ...] | None:
        return self._known.get(key)

    def put(self, key: Hashable, value: tuple[float, ...]) -> None:
        with self._lock:
            self._known[key] = value
            if len(self._known) > self._most:
                del self._known[next(iter(self._known))]


def sigmoid(logits: Probabilities) -> Probabilities:
    """Logits as probabilities, each by itself."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def _softmax(logits: Probabilities) -> Probabilities:
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=1, keepdims=True), dtype=np.float32)
