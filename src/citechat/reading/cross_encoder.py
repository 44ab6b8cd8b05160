"""Any cross-encoder of sentence-transformers in the reader's place, by name or folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..errors import ModelError
from ..sentence_transformers_model import SentenceTransformersModel
from .reader import Probabilities, Reader, sigmoid

_READ_AT_ONCE = 32


class CrossEncoderReader:
    """A model that rates a sentence beside a question. It is given texts as they are, so it must know
    their languages.

    Such a model tells what answers, not what is borne out: that stays with the packaged reader.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._encoder = SentenceTransformersModel(
            model, "CrossEncoder", "reader", "CITECHAT_READER"
        )
        self._relations = Reader()

    def read(
        self,
        question: str,
        windows: Sequence[Sequence[str]],
        language: str,  # noqa: ARG002
        asked_in: str = "",  # noqa: ARG002
    ) -> list[Probabilities]:
        """For each window, the probability of each of its sentences that it answers the question.

        Each sentence is read by itself: a cross-encoder rates a pair. Raises ModelError.
        """
        pairs = [(question, sentence) for window in windows for sentence in window]
        if not pairs:
            return [np.zeros(0, dtype=np.float32) for _ in windows]
        logits = self._encoder.get().predict(
            pairs,
            batch_size=_READ_AT_ONCE,
            show_progress_bar=False,
            activation_fn=_as_it_is,
            convert_to_numpy=True,
        )
        probabilities = sigmoid(np.asarray(logits, dtype=np.float32))
        ends = np.cumsum([len(window) for window in windows])
        return np.split(probabilities, ends[:-1])

    def bears_out(
        self, pairs: Sequence[tuple[str, str]], languages: Sequence[str]
    ) -> Probabilities:
        """What the packaged reader says of each claim and source. Raises ModelError."""
        return self._relations.bears_out(pairs, languages)

    def check(self) -> None:
        """Load the model now. Raises ModelError for one that cannot be loaded, or that does not give
        one number a pair."""
        count = int(self._encoder.get().num_labels)
        if count != 1:
            cure = "give a cross-encoder with one label, or leave CITECHAT_READER empty"
            raise ModelError(f"reader {self.model!r} gives {count} numbers a sentence; {cure}")


def _as_it_is(logits: Any) -> Any:
    """Some models come with a sigmoid of their own, some without: all are asked for their logits."""
    return logits
