"""Checkpoint → one ONNX file of 8-bit weights: ``python -m training.export --out …``.

The figures of both, the float model and the small one, are compared by ``python -m training.measure``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from citechat.index.packaged_embedder import packaged_weights
from citechat.reading.packing import INPUTS, as_batch, pack_window

from .examples import tokenizer
from .model import ReaderModel, pretrained, tiny

OUTPUTS = ("answers", "relations")
_OPSET = 18


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoint.pt")
    parser.add_argument(
        "--tiny", action="store_true", help="the model of one thin layer, for tests"
    )
    chosen = parser.parse_args()
    model = trained(chosen.out, chosen.tiny)
    print(export(model, chosen.out))


def trained(folder: Path, is_tiny: bool = False) -> ReaderModel:
    """The model of the checkpoint in this folder."""
    weights = packaged_weights()
    vocabulary = tokenizer(weights).get_vocab_size()
    model = tiny(vocabulary) if is_tiny else pretrained(weights)
    state = torch.load(folder / "checkpoint.pt", weights_only=True, map_location="cpu")
    model.load_state_dict(state["model"])
    return model.eval()


def export(model: ReaderModel, folder: Path) -> Path:
    """Write ``reader.float.onnx`` and ``reader.onnx``, the one that is shipped."""
    whole = folder / "reader.float.onnx"
    ready = folder / "reader.ready.onnx"
    small = folder / "reader.onnx"
    example = as_batch([pack_window((7, 8), [(11, 12), (13,)]), pack_window((7,), [(11, 12)])])
    axes = {0: "inputs", 1: "tokens"}
    torch.onnx.export(
        model,
        tuple(torch.from_numpy(part) for part in example),
        str(whole),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            **dict.fromkeys(INPUTS, axes),
            "members": {0: "inputs", 1: "rows", 2: "tokens"},
            "answers": {0: "inputs", 1: "sentences"},
            "relations": {0: "inputs"},
        },
        opset_version=_OPSET,
        dynamo=False,
    )
    quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        # The heads decide everything and are small: they stay as they are.
        nodes_to_exclude=_heads(ready),
    )
    ready.unlink()
    make_unsigned(small)
    return small


def make_unsigned(path: Path) -> None:
    """Store the signed 8-bit weights of the multiplications as unsigned ones, each with its zero point 128 higher: the
    products are the same.

    Processors without VNNI add up signed products in 16 bits and cut off what is more (ONNX Runtime, "Quantize ONNX
    models", on U8S8 and AVX2), so that the same reader answered .86 of the exam ``everyday/work`` on one and .94 on
    others. Unsigned ones are added up in 32 bits, in the same time.
    """
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(path))
    stored = {one.name: one for one in model.graph.initializer}
    multiplications = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    # inputs 1 and 3: the weights and their zero points
    names = {node.input[place] for node in multiplications for place in (1, 3)}
    for name in names & stored.keys():
        signed = numpy_helper.to_array(stored[name])
        if signed.dtype == np.int8:
            unsigned = (signed.astype(np.int16) + 128).astype(np.uint8)
            stored[name].CopyFrom(numpy_helper.from_array(unsigned, name))
    onnx.save(model, str(path))


def _heads(path: Path) -> list[str]:
    import onnx

    graph = onnx.load(str(path)).graph
    return [node.name for node in graph.node if "head" in node.name]


if __name__ == "__main__":
    main()
