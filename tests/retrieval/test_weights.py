"""The weights: read by name, and each set says what it was fitted on."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from citechat.retrieval import answerability, ranking, weights
from citechat.retrieval.weights import Fit, fit_of, load_weights, weight_sets

FEATURES = {"ranking": ranking.FEATURES, "evidence": answerability.FEATURES}
SETS = [(task, name) for task in FEATURES for name in weight_sets(task)]
EXAMPLE = {
    "ranking": {"en": {"words held": 2.0, "concepts held": -1.0}},
    "fitted": {
        "ranking": {
            "en": {
                "data": {"xquad.en.json": "ab" * 32},
                "date": "2026-11-29",
                "strength": 0.001,
                "cross_validation": {"right paragraph first": 0.96},
            }
        }
    },
}


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> None:
    contents: dict[str, Any] = EXAMPLE
    monkeypatch.setattr(weights, "_contents", lambda: contents)
    monkeypatch.setattr(weights, "load_weights", load_weights.__wrapped__)


def test_weights_come_in_the_order_of_the_names_and_unknown_ones_weigh_nothing(
    example: None,
) -> None:
    names = ("concepts held", "moon phase", "words held")

    assert weights.load_weights("ranking", "en", names).tolist() == [-1.0, 0.0, 2.0]
    assert weights.load_weights("ranking", "fr", names).tolist() == [0.0, 0.0, 0.0]


def test_how_a_set_was_fitted_is_read_beside_it(example: None) -> None:
    assert fit_of("ranking", "en") == Fit(
        data={"xquad.en.json": "ab" * 32},
        date="2026-11-29",
        strength=0.001,
        cross_validation={"right paragraph first": 0.96},
    )
    assert fit_of("ranking", "de") is None
    assert fit_of("evidence", "en") is None


@pytest.mark.parametrize(("task", "name"), SETS)
def test_the_shipped_sets_name_only_features_that_there_are(task: str, name: str) -> None:
    assert set(weights._contents()[task][name]) <= set(FEATURES[task])
    assert load_weights(task, name, FEATURES[task]).any()


@pytest.mark.parametrize(("task", "name"), SETS)
def test_a_shipped_set_names_its_data_with_their_hashes(task: str, name: str) -> None:
    fit = fit_of(task, name)
    if fit is None:
        pytest.skip("fitted before weights.json told what on; make fit records it")

    assert fit.data
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in fit.data.values())
    assert date.fromisoformat(fit.date)
    assert fit.strength > 0
    assert fit.cross_validation
