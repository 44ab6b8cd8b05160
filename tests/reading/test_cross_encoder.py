"""A cross-encoder in the reader's place: a real one, tiny and made here, and what is said of one that is
not there."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest

from citechat import CiteChat, Settings
from citechat.errors import ModelError
from citechat.reading import make_reader
from citechat.reading.cross_encoder import CrossEncoderReader
from citechat.testing import LetterCountEmbedder

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] when was the station opened in 1854 it lies on an island .".split()


def write_cross_encoder(folder: Path, labels: int = 1) -> str:
    """A BERT of two layers that has learnt nothing, as sentence-transformers would save it."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    folder.mkdir(exist_ok=True)
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizer(str(vocabulary)).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        id2label={number: str(number) for number in range(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    return str(folder)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_cross_encoder(tmp_path_factory.mktemp("cross") / "model")


@pytest.mark.slow
def test_each_sentence_of_each_window_has_a_probability(model: str) -> None:
    windows = [["It lies on an island.", "It was opened in 1854."], [], ["The station."]]

    rated = CrossEncoderReader(model).read("When was the station opened?", windows, "en")

    assert [len(window) for window in rated] == [2, 0, 1]
    assert all(0 < probability < 1 for window in rated for probability in window)


@pytest.mark.slow
def test_logits_become_probabilities_whatever_the_model_does_with_them(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = CrossEncoderReader(model)
    reader.check()
    monkeypatch.setattr(reader._encoder.get(), "predict", lambda pairs, **_: np.array([2.0, -2.0]))

    [rated] = reader.read("When?", [["In 1854.", "On an island."]], "en")

    assert rated == pytest.approx([0.881, 0.119], abs=0.001)


@pytest.mark.slow
def test_a_chat_reads_with_it(model: str, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "station.md").write_text(
        "# Station\n\nThe station was opened in 1854. It lies on an island.\n", encoding="utf-8"
    )
    settings = Settings(corpus=tmp_path / "corpus", index_dir=tmp_path / "index", reader=model)

    answer = CiteChat(settings, embedder=LetterCountEmbedder()).answer(
        "When was the station opened?"
    )

    assert isinstance(make_reader(settings), CrossEncoderReader)
    assert answer.language == "en"


@pytest.mark.slow
def test_a_model_that_gives_several_numbers_a_sentence_is_refused(tmp_path: Path) -> None:
    reader = CrossEncoderReader(write_cross_encoder(tmp_path / "model", labels=3))

    with pytest.raises(ModelError, match="gives 3 numbers a sentence"):
        reader.check()


@pytest.mark.slow
def test_one_that_is_not_there_is_named_and_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "empty").mkdir()

    with caplog.at_level(logging.WARNING, "citechat"):
        assert make_reader(Settings(reader=str(tmp_path / "empty"))) is None

    assert "cannot be loaded" in caplog.text
    assert "CITECHAT_READER" in caplog.text
