"""Checkpoint → one ONNX file of 8-bit weights: ``python -m training.export --out …``.

The figures of both, the float model and the small one, are compared by ``python -m training.measure``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from citechat.index.embedder import packaged_weights
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
    return small


def _heads(path: Path) -> list[str]:
    import onnx

    graph = onnx.load(str(path)).graph
    return [node.name for node in graph.node if "head" in node.name]


if __name__ == "__main__":
    main()
