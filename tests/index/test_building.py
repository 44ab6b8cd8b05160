"""Building, finding again, mending; and that a good index survives whatever goes wrong."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

import pytest

from citechat import CorpusError, IndexBuildError, Settings
from citechat.index.bm25_index import asked_terms
from citechat.index.building import ensure_index
from citechat.index.corpus_state import index_fingerprint
from citechat.testing import LetterCountEmbedder


def build(settings: Settings, **arguments: Any):
    return ensure_index(settings, LetterCountEmbedder(), **arguments)


def folders(settings: Settings) -> list[str]:
    return sorted(path.name for path in Path(str(settings.index_dir)).iterdir() if path.is_dir())


def test_an_index_is_built_once_and_opened_afterwards(settings):
    embedder = LetterCountEmbedder()
    ensure_index(settings, embedder)
    encoded = len(embedder.encoded)

    ensure_index(settings, embedder)

    assert len(embedder.encoded) == encoded > 0


class Recorder(LetterCountEmbedder):
    """Remembers what it was told of each text."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, tuple[str, str]] = {}

    def encode(self, texts, language, kind):
        self.told |= dict.fromkeys(texts, (language, kind))
        return super().encode(texts, language, kind)


def test_each_text_is_embedded_in_its_documents_language_and_a_question_as_a_question(
    settings, folder
):
    sentence, question = "Die Hafenmeisterin heißt Grete Sand.", "KI-Branche Beijing Umfang 2024"
    (folder / "expected").mkdir()
    line = {"document": "hafen", "sentence": sentence, "questions": [question]}
    (folder / "expected" / "de.jsonl").write_text(json.dumps(line), encoding="utf-8")
    embedder = Recorder()

    index = ensure_index(settings, embedder)

    assert embedder.told[question] == ("de", "query")
    assert embedder.told[sentence] == ("de", "passage")
    assert embedder.told["It turns once every 12 seconds."] == ("en", "passage")
    (passage,) = index.store.all_passages("de")
    vector = LetterCountEmbedder().encode([question], "de", "query")[0]
    similar = index.store.sentence_similarities([passage], vector)[passage.passage_id]
    assert similar[1][1] == pytest.approx(1)


def test_progress_runs_from_none_to_all(settings):
    seen: list[tuple[int, int]] = []

    build(settings, progress=lambda done, total: seen.append((done, total)))

    assert seen[0] == (0, 5)
    assert seen[-1] == (5, 5)


def test_the_folder_bears_the_fingerprint_and_nothing_is_left_beside_it(settings):
    index = build(settings)

    assert folders(settings) == [index.fingerprint]


@pytest.mark.parametrize("change", ["text", "name", "passage length", "embedder"])
def test_the_fingerprint_changes_with_all_that_shapes_the_index(settings, folder, change):
    embedder = LetterCountEmbedder()
    before = index_fingerprint(settings, embedder)

    if change == "text":
        (folder / "baker.txt").write_text("Something else.")
    elif change == "name":
        (folder / "baker.txt").rename(folder / "bakery.txt")
    elif change == "passage length":
        settings = settings.with_changes(passage_characters=200)
    else:
        embedder.identity = "another"

    assert index_fingerprint(settings, embedder) != before


def test_a_changed_corpus_is_indexed_anew(settings, folder):
    before = build(settings)
    (folder / "new.txt").write_text("The ferry leaves at noon.")

    after = build(settings)

    assert ("en", "new") in after.documents
    assert ("en", "new") not in before.documents


@pytest.mark.parametrize("damage", ["chroma.sqlite3", "everything"])
def test_an_index_that_does_not_open_is_built_anew(settings, damage):
    index = build(settings)
    index.store.close()
    place = Path(str(settings.index_dir)) / index.fingerprint
    for path in place.rglob("*"):
        if path.is_file() and damage in (path.name, "everything"):
            # A file of its own: what is still mapped must not shrink under this process.
            path.unlink()
            path.write_bytes(b"not a database")

    mended = build(settings)

    assert mended.documents == index.documents
    assert folders(settings) == [index.fingerprint]


def test_missing_terms_are_rebuilt_from_chroma_without_embedding(settings):
    import shutil

    index = build(settings)
    index.store.close()
    shutil.rmtree(Path(str(settings.index_dir)) / index.fingerprint / "terms")
    embedder = LetterCountEmbedder()

    reopened = ensure_index(settings, embedder)

    assert (
        reopened.lexical["en"].search([(asked_terms("bakery", "en"), 1.0)], 1)[0][0]
        == "en/baker#98"
    )
    assert embedder.encoded == []


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b"not vectors")],
    ids=["missing", "damaged"],
)
def test_a_bad_copy_of_the_vectors_is_made_anew_from_chroma_without_embedding(settings, damage):
    index = build(settings)
    index.store.close()
    files = sorted((Path(str(settings.index_dir)) / index.fingerprint / "vectors").iterdir())
    whole = {path: path.read_bytes() for path in files}
    for path in files:
        damage(path)
    embedder = LetterCountEmbedder()

    ensure_index(settings, embedder).store.close()

    assert {path: path.read_bytes() for path in files} == whole
    assert embedder.encoded == []
    assert len(files) == 8


def test_a_bad_file_is_named_and_the_others_are_indexed(settings, folder, caplog):
    (folder / "bad.txt").write_bytes(bytes(range(0x81, 0xFF)) * 9)

    with caplog.at_level(logging.WARNING):
        index = build(settings)

    assert ("en", "baker") in index.documents
    assert "bad" not in {name for _, name in index.documents}
    assert "bad.txt: is in an encoding that cannot be told" in caplog.text
    assert "save the file as UTF-8" in caplog.text


def test_a_good_index_survives_a_corpus_that_breaks(settings, folder):
    index = build(settings)
    whole = {path: path.read_bytes() for path in folder.iterdir()}
    for path in whole:
        path.write_bytes(bytes(range(0x81, 0xFF)) * 9)

    with pytest.raises(
        CorpusError,
        match=r"baker\.txt: is in an encoding that cannot be told .* save the file as UTF-8",
    ):
        build(settings)

    for path, content in whole.items():
        path.write_bytes(content)
    assert build(settings).fingerprint == index.fingerprint
    assert folders(settings) == [index.fingerprint]


@pytest.mark.parametrize(
    "text",
    ["", "# Wird noch geschrieben und ergänzt", "<div></div>", "![](a.png)", "[1]: https://x"],
)
@pytest.mark.parametrize("name", ["leer.md", "de/leer.md"])
def test_a_document_without_a_passage_is_not_looked_in(settings, folder, text, name):
    for path in list(folder.iterdir()):
        path.unlink()
    (folder / "de").mkdir()
    (folder / "hafen.txt").write_text("Der Hafen hat 25 Liegeplätze.", encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")

    index = build(settings)

    assert set(index.languages_for("en")) <= set(index.store.languages())
    assert index.languages_for("zh") == ("de",)


def test_a_failed_build_leaves_nothing_and_the_old_index_whole(settings):
    class Breaks(LetterCountEmbedder):
        def encode(self, texts, language, kind):
            raise RuntimeError("the lamp went out")

    index = build(settings)
    (Path(str(settings.index_dir)) / "embeddings.sqlite").unlink()  # or it would not be asked
    with pytest.raises(RuntimeError, match="lamp"):
        ensure_index(settings, Breaks(), rebuild=True)

    assert folders(settings) == [index.fingerprint]
    assert build(settings).store.document("baker", "en") is not None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX")
def test_a_folder_that_cannot_be_written_is_named_with_the_cure(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(IndexBuildError, match=r"cannot be written .*CITECHAT_INDEX_DIR"):
        build(settings.with_changes(index_dir=tmp_path / "file"))


def test_other_languages_are_looked_at_only_where_they_have_more(settings):
    index = build(settings)

    assert index.languages_for("en") == ("en", "de")
    assert index.languages_for("zh") == ("de", "en")
