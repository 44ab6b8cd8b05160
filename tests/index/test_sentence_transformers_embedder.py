"""Any other model by name or path: what it is given, and what is said when it is not there."""

import numpy as np
import pytest

from citechat.errors import ModelError
from citechat.index.embedder import make_embedder
from citechat.index.sentence_transformers_embedder import SentenceTransformersEmbedder


def test_another_model_is_named_as_it_was_given():
    assert SentenceTransformersEmbedder("some/model").identity == "some/model"


@pytest.mark.slow
def test_an_unknown_model_is_refused_by_name_without_a_network(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)

    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder("no-such-owner/no-such-model").encode(["text"], "en", "query")
    assert str(caught.value).startswith(
        "embedding model 'no-such-owner/no-such-model' cannot be loaded ("
    )
    assert "CITECHAT_EMBEDDING_MODEL" in str(caught.value)


@pytest.mark.slow
def test_a_folder_without_a_model_is_refused_by_its_path(tmp_path):
    with pytest.raises(ModelError) as caught:
        SentenceTransformersEmbedder(str(tmp_path)).encode(["text"], "en", "query")
    assert str(caught.value).startswith(f"embedding model {str(tmp_path)!r} cannot be loaded (")
    assert "\n" not in str(caught.value)


def test_a_named_model_is_not_loaded_before_it_is_used():
    embedder = make_embedder("no-such-owner/no-such-model")

    assert isinstance(embedder, SentenceTransformersEmbedder)
    assert "_model" not in vars(embedder._transformer)


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
    monkeypatch.setitem(embedder._transformer.__dict__, "_model", spy)

    embedder.encode(["Die Burg"], "de", "passage")
    embedder.encode(["Wo ist die Burg?"], "de", "query")

    assert spy.texts == {"passage": ["Die Burg"], "query": ["Wo ist die Burg?"]}
