"""Figures on what nothing was fitted on: ``python -m training.measure --data … --xquad … --out …``.

The ``.test`` sets and XQuAD: first sentence right, rows apart from the same rows without their answer. Pairs: the public
test, and claims edited out of sentences that were held back, by kind of edit.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from tokenizers import Tokenizer

from citechat.index.packaged_embedder import packaged_weights
from citechat.reading.packing import pack_pair

from . import scoring
from .examples import all_rows, tokenizer
from .held_back import held_back_pairs
from .onnx_run import onnx_run
from .sources import Pair, pairs, reading_rows

_SETS = ("wiki.en", "omos.de", "omos.en", "cmrc.zh")


def main() -> None:
    """Print the figures and write ``figures.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--everyday", type=Path, help="folder of pages, training/everyday")
    parser.add_argument("--corpus", type=Path, help="folder of expected questions, corpus/expected")
    parser.add_argument("--xquad", type=Path, help="folder of xquad.*.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of reader.onnx")
    parser.add_argument("--model", default="reader.onnx", help="or reader.float.onnx")
    parser.add_argument("--most", type=int, default=100_000, help="no more rows of a set than this")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    cut = tokenizer(packaged_weights())
    run = onnx_run(chosen.out / chosen.model, chosen.threads)
    found: dict[str, object] = {}
    sets = {name: reading_rows(chosen.data, name, "test") for name in _SETS}
    for language in ("en", "de", "zh") if chosen.xquad else ():
        sets[f"xquad.{language}"] = scoring.xquad_rows(chosen.xquad, language)
    for name, rows in sets.items():
        found[name] = scoring.reading_figures(scoring.some(rows, chosen.most), cut, run)
        print(name, json.dumps(found[name]), flush=True)
    public = pairs(chosen.data, "entailment.en", "test")
    sample = Random(0).sample(public, min(len(public), chosen.most * 3))
    found["entailment.en"] = {"accuracy": round(scoring.pair_accuracy(sample, cut, run), 3)}
    print("entailment.en", found["entailment.en"], flush=True)
    rows = all_rows(chosen.data, chosen.everyday, chosen.corpus)
    made = held_back_pairs(chosen.data, rows, min(chosen.most * 3, 1500), Random(5))
    found["edits"] = by_kind([pair for pair in made if pair.kind], cut, run)
    print(json.dumps(found["edits"], indent=1), flush=True)
    name = f"figures.{Path(chosen.model).stem}.json"
    (chosen.out / name).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def by_kind(
    made: Sequence[Pair], cut: Tokenizer, run: scoring.Run
) -> dict[str, dict[str, float | int]]:
    """Set and kind of edit → how many pairs, and the share that is told right: borne out, or not."""
    inputs = [
        pack_pair(
            cut.encode(pair.claim, add_special_tokens=False).ids,
            cut.encode(pair.source, add_special_tokens=False).ids,
        )
        for pair in made
    ]
    _, logits = run(inputs)
    borne_out = logits.argmax(axis=1) == 0
    right: dict[str, list[bool]] = defaultdict(list)
    for pair, told in zip(made, borne_out, strict=True):
        right[f"{pair.set} {pair.kind}"].append(bool(told) == (pair.label == 0))
    return {
        name: {"pairs": len(told), "right": round(float(np.mean(told)), 3)}
        for name, told in sorted(right.items())
    }


if __name__ == "__main__":
    main()
