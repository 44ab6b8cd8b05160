"""Runs inputs through an exported reader, one by one, as the chat does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from citechat.reading.packing import INPUTS, Packed, as_batch

from .scoring import Run


def onnx_run(path: Path, threads: int) -> Run:
    """A function from inputs to the logits of their sentences and relations."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(path), options)

    def run(inputs: Sequence[Packed]) -> tuple[list[NDArray[np.float32]], NDArray[np.float32]]:
        answers = []
        relations = np.zeros((len(inputs), 3), dtype=np.float32)
        for number, one in enumerate(inputs):
            fed = dict(zip(INPUTS, as_batch([one]), strict=True))
            logits, of_pair = session.run(None, fed)
            answers.append(logits[0])
            relations[number] = of_pair[0]
        return answers, relations

    return run
