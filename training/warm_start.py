"""Start a training from a reader that was trained before, read back out of its ONNX file.

The file has 8-bit weights: what rounding took from them, the first steps of a training bring back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from .model import ReaderModel

Numbers = NDArray[np.float32]
# The word embeddings are the packaged model's own and never trained: no need to read rounded ones.
_AS_PACKAGED = "encoder.embeddings.word_embeddings.weight"
_EMBEDDINGS = (
    "encoder.embeddings.position_embeddings.weight",
    "encoder.embeddings.token_type_embeddings.weight",
)


def start_from(model: ReaderModel, path: Path) -> None:
    """Load the weights of ``reader.onnx`` at ``path`` into ``model``.

    Raises:
        ValueError: The file lacks a weight of this model.
    """
    weights = weights_of(path)
    state = model.state_dict()
    missing = sorted(set(state) - set(weights) - {_AS_PACKAGED})
    missing = [name for name in missing if not name.endswith("position_ids")]
    if missing:
        raise ValueError(f"{path}: no weights for {', '.join(missing[:3])}; is it a reader.onnx?")
    for name, values in weights.items():
        if name in state and name != _AS_PACKAGED:
            state[name] = torch.from_numpy(values.copy()).reshape(state[name].shape)
    model.load_state_dict(state)


def weights_of(path: Path) -> dict[str, Numbers]:
    """The name of each weight as the model has it, and its values in 32 bits."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name: values for name, values in stored.items() if values.dtype == np.float32}
    for name in _EMBEDDINGS:
        if f"{name}_quantized" in stored:
            weights[name] = _in_32_bits(stored, name)
    for node in graph.node:
        matrix = _matrix(node, stored)
        if matrix is not None:
            weights[_layer(node.name) + ".weight"] = matrix
    # A linear layer that the exporter wrote as one node keeps its own name.
    ending = ".weight_Transposed"
    quantized = [name.removesuffix("_quantized") for name in stored]
    for name in quantized:
        if name.endswith(ending):
            weights[name.removesuffix("_Transposed")] = _in_32_bits(stored, name).T
    return weights


def _matrix(node: Any, stored: dict[str, NDArray[Any]]) -> Numbers | None:
    """The weights of a multiplication, as a linear layer has them: a row for each output."""
    if "MatMul" not in node.op_type or len(node.input) < 2:
        return None
    name = node.input[1]
    if name in stored and stored[name].dtype == np.float32:
        return np.asarray(stored[name].T, dtype=np.float32)
    if name.endswith("_quantized") and name in stored:
        return _in_32_bits(stored, name.removesuffix("_quantized")).T
    return None


def _layer(node: str) -> str:
    """``/encoder/encoder/layer.0/output/dense/MatMul_quant`` → ``encoder.encoder.layer.0.output.dense``.

    A module that is an entry of a list is named with the list: ``/answer_head/answer_head.0/MatMul``.
    """
    parts = node.strip("/").split("/")[:-1]
    kept = [
        part
        for part, following in zip(parts, [*parts[1:], ""], strict=True)
        if not following.startswith(part + ".")
    ]
    return ".".join(kept)


def _in_32_bits(stored: dict[str, NDArray[Any]], name: str) -> Numbers:
    """Scale times distance from the zero point; one scale for all, or one a column."""
    values = stored[f"{name}_quantized"].astype(np.float32)
    zero = stored[f"{name}_zero_point"].astype(np.float32)
    return np.asarray((values - zero) * stored[f"{name}_scale"], dtype=np.float32)
