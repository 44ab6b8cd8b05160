"""The fitted weights of ``ranking`` and ``evidence``, by name: weights.json, written by ``tests/fitting``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@cache
def load_weights(task: str, weight_set: str, names: Sequence[str]) -> NDArray[np.float64]:
    """The weights of a model's features in the order of ``names`` for one case; a feature that has none weighs nothing."""
    found: dict[str, float] = _all()[task].get(weight_set, {})
    return np.array([found.get(name, 0.0) for name in names])


@cache
def _all() -> dict[str, dict[str, dict[str, float]]]:
    return dict(
        json.loads((files("citechat.retrieval") / "weights.json").read_text(encoding="utf-8"))
    )
