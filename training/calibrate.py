"""Logits → probabilities that mean something, by language: ``python -m training.calibrate --data … --out …``.

On rows that no weight was trained on, with and without an answer, half and half. Of every hundred sentences that are given
.3, about thirty should answer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from citechat.index.packaged_embedder import packaged_weights

from .examples import all_rows, as_examples, tokenizer
from .held_back import held_back_pairs, held_back_windows
from .onnx_run import onnx_run

LANGUAGES = ("en", "de", "zh")
Numbers = NDArray[np.float64]


def main() -> None:
    """Write ``calibration.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--everyday", type=Path, help="folder of pages, training/everyday")
    parser.add_argument("--corpus", type=Path, help="folder of expected questions, corpus/expected")
    parser.add_argument("--out", type=Path, required=True, help="folder of reader.onnx")
    parser.add_argument("--most", type=int, default=300, help="windows a set, pairs a set")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=17)
    chosen = parser.parse_args()
    found = calibration(chosen)
    text = json.dumps(found, indent=2) + "\n"
    (chosen.out / "calibration.json").write_text(text, encoding="utf-8")
    print(text)


def calibration(chosen: argparse.Namespace) -> dict[str, dict[str, dict[str, float]]]:
    """Head → language → scale and bias, and how good the probabilities are before and after."""
    random = Random(chosen.seed)
    rows = all_rows(chosen.data, chosen.everyday, chosen.corpus)
    windows = held_back_windows(rows, chosen.most, random)
    claims = held_back_pairs(chosen.data, rows, chosen.most, random)
    examples = list(as_examples(windows, claims, tokenizer(packaged_weights())))
    answers, relations = onnx_run(chosen.out / "reader.onnx", chosen.threads)(
        [example.packed for example in examples]
    )
    found: dict[str, dict[str, dict[str, float]]] = {"answers": {}, "relations": {}}
    for language in LANGUAGES:
        ours = [number for number, one in enumerate(examples) if one.set.endswith(f".{language}")]
        read = [number for number in ours if examples[number].relation < 0]
        logits = np.concatenate([answers[number] for number in read]).astype(np.float64)
        labels = np.array([label for number in read for label in examples[number].labels], float)
        scale, bias = scale_and_bias(logits, labels)
        found["answers"][language] = {
            "scale": scale,
            "bias": bias,
            "sentences": len(labels),
            "error_before": expected_error(_sigmoid(logits), labels),
            "error_after": expected_error(_sigmoid(scale * logits + bias), labels),
        }
        told = [number for number in ours if examples[number].relation >= 0]
        of_pairs = relations[told].astype(np.float64)
        right = np.array([examples[number].relation for number in told])
        found["relations"][language] = {
            "scale": temperature(of_pairs, right),
            "bias": 0.0,
            "pairs": len(right),
            "accuracy": round(float((of_pairs.argmax(axis=1) == right).mean()), 3),
        }
    return found


def scale_and_bias(logits: Numbers, labels: Numbers) -> tuple[float, float]:
    """Platt scaling by Newton's method: the logistic regression of the labels on the logits."""
    features = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = np.zeros(2)
    for _ in range(50):
        told = _sigmoid(features @ weights)
        slope = features.T @ (told - labels)
        curve = (features * (told * (1 - told))[:, None]).T @ features + 1e-6 * np.eye(2)
        change = np.linalg.solve(curve, slope)
        weights = weights - change
        if abs(change).max() < 1e-9:
            break
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


def temperature(logits: Numbers, labels: NDArray[np.int64]) -> float:
    """The factor of the logits under which the labels are likeliest."""
    factors = np.linspace(0.3, 2.0, 86)
    losses = [_surprise(factor * logits, labels) for factor in factors]
    return round(float(factors[int(np.argmin(losses))]), 3)


def expected_error(told: Numbers, labels: Numbers) -> float:
    """By how much probability and share differ, over ten equal steps of probability, weighted by their sentences."""
    steps = np.minimum((told * 10).astype(int), 9)
    error = 0.0
    for step in range(10):
        chosen = steps == step
        if chosen.any():
            error += chosen.mean() * abs(told[chosen].mean() - labels[chosen].mean())
    return round(float(error), 4)


def _surprise(logits: Numbers, labels: Sequence[int] | NDArray[np.int64]) -> float:
    shifted = logits - logits.max(axis=1, keepdims=True)
    told = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-told[np.arange(len(told)), labels].mean())


def _sigmoid(logits: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -40, 40))))


if __name__ == "__main__":
    main()
