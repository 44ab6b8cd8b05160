"""What was embedded once is not embedded again, and a bad cache costs only time."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from citechat.index.building import ensure_index
from citechat.index.embedder import Kind, make_embedder
from citechat.index.embedding_cache import (
    SHIPPED_NAME,
    CachedEmbedder,
    embedding_key,
    read_shipped,
    write_shipped,
)
from citechat.testing import LetterCountEmbedder
from citechat_ingest import shipped_corpus
from fitting.write_embeddings import shipped_texts

TEXTS = ["The lamp shines.", "Bread is baked.", "The lamp shines."]


def cached(folder: Path, *roots: Path) -> tuple[CachedEmbedder, LetterCountEmbedder]:
    counting = LetterCountEmbedder()
    return CachedEmbedder(counting, folder, roots), counting


def test_a_text_is_embedded_once_in_a_call_and_never_after(tmp_path):
    first, counting = cached(tmp_path)
    before = first.encode(TEXTS, "en", "passage")
    first.close()
    second, counting_again = cached(tmp_path)

    after = second.encode(TEXTS, "en", "passage")

    assert counting.encoded == TEXTS[:2]
    assert counting_again.encoded == []
    assert (before == after).all()


def test_vectors_are_those_of_the_embedder_but_for_rounding(tmp_path):
    cache, _ = cached(tmp_path)

    vectors = cache.encode(TEXTS, "en", "passage")

    exact = LetterCountEmbedder().encode(TEXTS, "en", "passage")
    assert vectors.dtype == np.float32
    assert (vectors * exact).sum(axis=1).min() > 0.999999
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "identity", "language", "kind"),
    [
        ("The lamp shone.", "a", "en", "passage"),
        ("The lamp shines.", "b", "en", "passage"),
        ("The lamp shines.", "a", "de", "passage"),
        ("The lamp shines.", "a", "en", "query"),
    ],
    ids=["text", "model", "language", "kind"],
)
def test_a_vector_is_found_only_by_all_it_depends_on(
    text: str, identity: str, language: str, kind: Kind
):
    assert embedding_key(text, identity, language, kind) != embedding_key(
        "The lamp shines.", "a", "en", "passage"
    )


def test_only_new_texts_of_a_changed_corpus_are_embedded(settings, folder):
    ensure_index(settings, LetterCountEmbedder()).store.close()
    (folder / "new.txt").write_text("The ferry leaves at noon.", encoding="utf-8")
    counting = LetterCountEmbedder()

    ensure_index(settings, counting).store.close()

    assert counting.encoded == ["The ferry leaves at noon."]


def test_a_corpus_brings_its_vectors_along(tmp_path):
    key = embedding_key("The lamp shines.", "letter-count", "en", "passage")
    write_shipped(tmp_path / SHIPPED_NAME, {key: np.eye(26, dtype=np.float32)[3]})
    cache, counting = cached(tmp_path / "index", tmp_path)

    (vector,) = cache.encode(["The lamp shines."], "en", "passage")

    assert vector.argmax() == 3
    assert counting.encoded == []


def test_the_order_of_the_vectors_does_not_change_the_shipped_file(tmp_path):
    vectors = {bytes([n]) * 16: np.full(4, n, dtype=np.float32) for n in range(1, 4)}
    write_shipped(tmp_path / "a.npy", vectors)
    write_shipped(tmp_path / "b.npy", dict(reversed(vectors.items())))

    assert (tmp_path / "a.npy").read_bytes() == (tmp_path / "b.npy").read_bytes()
    assert list(read_shipped(tmp_path / "a.npy")) == list(vectors)


def test_the_shipped_file_turns_vectors_by_next_to_nothing(tmp_path):
    random = np.random.default_rng(7)
    wide = random.normal(size=(200, 384)).astype(np.float32)
    vectors = {bytes([n]) * 16: vector for n, vector in enumerate(wide)}
    write_shipped(tmp_path / "a.npy", vectors)

    read = read_shipped(tmp_path / "a.npy")
    write_shipped(tmp_path / "again.npy", read)

    for key, vector in vectors.items():
        kept = read[key].astype(np.float32)
        cosine = kept @ vector / np.linalg.norm(kept) / np.linalg.norm(vector)
        assert cosine > 0.9999
    assert (tmp_path / "again.npy").read_bytes() == (tmp_path / "a.npy").read_bytes()


@pytest.mark.parametrize("content", [b"", b"not vectors", b"\x93NUMPY\x01\x00"])
def test_a_damaged_file_of_the_corpus_is_told_and_not_used(tmp_path, caplog, content):
    (tmp_path / SHIPPED_NAME).write_bytes(content)
    with caplog.at_level(logging.WARNING):
        cache, counting = cached(tmp_path / "index", tmp_path)

    assert len(cache.encode(TEXTS, "en", "passage")) == 3
    assert counting.encoded == TEXTS[:2]
    assert str(tmp_path / SHIPPED_NAME) in caplog.text


def test_a_damaged_database_is_told_and_not_used(tmp_path, caplog):
    (tmp_path / "embeddings.sqlite").write_bytes(b"not a database, by no means one" * 40)
    with caplog.at_level(logging.WARNING):
        cache, counting = cached(tmp_path)
        vectors = cache.encode(TEXTS, "en", "passage")

    assert len(vectors) == 3
    assert counting.encoded == TEXTS[:2]
    assert "embeddings.sqlite" in caplog.text
    assert "delete the file" in caplog.text


def test_a_database_that_another_process_removes_from_under_it_costs_only_time(tmp_path, caplog):
    cache, counting = cached(tmp_path)
    other = sqlite3.connect(tmp_path / "embeddings.sqlite")
    other.execute("DROP TABLE vectors")
    other.commit()
    other.close()

    assert len(cache.encode(TEXTS, "en", "passage")) == 3
    assert counting.encoded == TEXTS[:2]


def test_no_texts_give_no_rows(tmp_path):
    cache, _ = cached(tmp_path)

    assert cache.encode([], "en", "passage").shape == (0, 26)


@pytest.mark.skipif(not (shipped_corpus() / SHIPPED_NAME).exists(), reason="run: make embeddings")
def test_the_shipped_vectors_are_those_of_the_shipped_corpus():
    identity = make_embedder().identity
    needed = {
        embedding_key(text, identity, language, kind)
        for (language, kind), texts in shipped_texts().items()
        for text in texts
    }

    shipped = set(read_shipped(shipped_corpus() / SHIPPED_NAME))

    assert len(needed - shipped) == 0, "run: make embeddings"
    assert len(shipped - needed) == 0, "run: make embeddings"
    assert (shipped_corpus() / SHIPPED_NAME).stat().st_size <= 15_000_000
