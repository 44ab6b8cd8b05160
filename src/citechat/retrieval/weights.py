"""The fitted weights of ``ranking`` and ``answerability``, and how each set was fitted.

weights.json is written by ``make fit`` (tests/fitting). Beside a table of weights for each task it
may hold ``fitted``: for each set the files it was fitted on with their SHA-256, the date, the
strength of the regularisation, the threshold and what cross-validation gave.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Fit:
    """How one set of weights came about.

    ``data`` maps the name of each file that was fitted on to its SHA-256; ``cross_validation`` maps
    a figure to its value on questions held out; ``threshold`` is the probability below which a
    question is refused, already folded into the bias, and None where nothing is refused.
    """

    data: Mapping[str, str]
    date: str
    strength: float
    cross_validation: Mapping[str, float] = field(default_factory=dict)
    threshold: float | None = None


@cache
def load_weights(task: str, weight_set: str, names: Sequence[str]) -> NDArray[np.float64]:
    """The weights of ``names``, in that order, with shape (len(names),).

    A feature that the set does not have weighs nothing.
    """
    weights: dict[str, float] = _contents()[task].get(weight_set, {})
    return np.array([weights.get(name, 0.0) for name in names])


def weight_sets(task: str) -> tuple[str, ...]:
    """The names of the sets that are fitted for a task."""
    return tuple(_contents()[task])


def fit_of(task: str, weight_set: str) -> Fit | None:
    """How a set was fitted; None where the file does not tell."""
    record = _contents().get("fitted", {}).get(task, {}).get(weight_set)
    return Fit(**record) if record else None


@cache
def _contents() -> dict[str, Any]:
    text = (files("citechat.retrieval") / "weights.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
