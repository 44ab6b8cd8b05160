"""Documents that come, change and go: only they are read, and the answers are those of an index that
is built anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from citechat import CiteChat, Settings
from citechat.index.building import ensure_index
from citechat.testing import LetterCountEmbedder

TOWNS = ("Norden", "Asting", "Brelow", "Culm", "Dorving", "Elsa", "Fenn", "Gorm", "Hals", "Iver")


def write_town(folder: Path, name: str, year: int) -> None:
    """A document of twelve passages on a town."""
    parts = [f"The lighthouse of {name} was built in {year}. Its keeper was Ada {name}son."]
    parts += [
        f"House {number} of {name} has {number + year} windows. It is painted in colour {number}."
        for number in range(11)
    ]
    (folder / f"{name.lower()}.txt").write_text("\n\n".join(parts), encoding="utf-8")


@pytest.fixture
def towns(tmp_path: Path) -> Settings:
    folder = tmp_path / "towns"
    folder.mkdir()
    for number, name in enumerate(TOWNS):
        write_town(folder, name, 1800 + number)
    return Settings(corpus=folder, index_dir=tmp_path / "index", reader="none")


def corpus_of(settings: Settings) -> Path:
    return settings.corpus[0]  # type: ignore[index,return-value]


QUESTIONS = [f"When was the lighthouse of {name} built?" for name in (*TOWNS, "Jork")]


def answers(chat: CiteChat) -> list[Any]:
    """What is found first and answered about all towns."""
    firsts = [chat.search(question, k=1)[0] for question in QUESTIONS]
    places = [(first.document_id, first.start) for first in firsts]
    return [places, [chat.answer(question).text for question in QUESTIONS]]


def scores(chat: CiteChat) -> list[float]:
    return [chat.search(question, k=1)[0].score for question in QUESTIONS]


def changed(folder: Path, step: int) -> None:
    """Something else at each step: a document comes, changes, goes, is renamed."""
    if step == 0:
        write_town(folder, "Jork", 1999)
    elif step == 1:
        write_town(folder, "Culm", 1750)
    elif step == 2:
        (folder / "elsa.txt").unlink()
    elif step == 3:
        (folder / "gorm.txt").rename(folder / "gormstadt.txt")
    else:
        (folder / "hafen.txt").write_text("Der Hafen hat 25 Liegeplätze.", encoding="utf-8")


@pytest.mark.slow
def test_after_each_change_it_answers_as_an_index_built_anew_does(towns, tmp_path):
    chat = CiteChat(towns, embedder=LetterCountEmbedder())
    assert chat.index.manifest.layers
    for step in range(5):
        changed(corpus_of(towns), step)
        ensure_index(towns, LetterCountEmbedder())
        settings = towns.with_changes(index_dir=tmp_path / f"anew-{step}")
        anew = CiteChat(settings, embedder=LetterCountEmbedder())

        assert answers(chat) == answers(anew), step
        # The BM25 that chooses the candidates still counts what has gone.
        assert scores(chat) == pytest.approx(scores(anew), rel=0.02)
    assert len(chat.index.manifest.layers) > 1


def test_only_what_changed_is_embedded(towns):
    ensure_index(towns, LetterCountEmbedder())
    write_town(corpus_of(towns), "Culm", 1750)
    embedder = LetterCountEmbedder()
    told: list[tuple[int, int]] = []

    ensure_index(towns, embedder, progress=lambda *counts: told.append(counts))

    assert embedder.encoded
    assert all("Culm" in text or "painted" in text for text in embedder.encoded)
    assert told[-1] == (12, 12)


def test_where_nothing_changed_nothing_is_written(towns):
    ensure_index(towns, LetterCountEmbedder()).store.close()
    index_dir = Path(str(towns.index_dir))
    before = {path: path.stat().st_mtime_ns for path in index_dir.iterdir()}

    ensure_index(towns, LetterCountEmbedder()).store.close()

    assert {path: path.stat().st_mtime_ns for path in index_dir.iterdir()} == before


def test_a_document_that_has_gone_answers_nothing_in_a_running_chat(towns):
    chat = CiteChat(towns, embedder=LetterCountEmbedder())
    question = "When was the lighthouse of Elsa built?"
    assert "1805" in chat.answer(question).text
    (corpus_of(towns) / "elsa.txt").unlink()

    ensure_index(towns, LetterCountEmbedder())

    assert "elsa" not in {passage.document_id for passage in chat.search(question, k=100)}
    assert "1805" not in chat.answer(question).text
    assert ("en", "elsa") not in chat.index.documents


def test_an_update_that_fails_leaves_the_old_index_answering(towns):
    class Breaks(LetterCountEmbedder):
        def encode(self, texts, language, kind):
            raise RuntimeError("the lamp went out")

    chat = CiteChat(towns, embedder=LetterCountEmbedder())
    before = answers(chat)
    names = sorted(path.name for path in Path(str(towns.index_dir)).iterdir() if path.is_dir())
    write_town(corpus_of(towns), "Jork", 1999)

    with pytest.raises(RuntimeError, match="lamp"):
        ensure_index(towns, Breaks())

    assert answers(chat) == before
    assert names == sorted(p.name for p in Path(str(towns.index_dir)).iterdir() if p.is_dir())


def test_a_damaged_layer_below_is_met_with_a_new_build(towns):
    first = ensure_index(towns, LetterCountEmbedder())
    write_town(corpus_of(towns), "Culm", 1750)
    second = ensure_index(towns, LetterCountEmbedder())
    assert len(second.manifest.layers) == 2
    first.store.close()
    second.store.close()
    (database,) = (Path(str(towns.index_dir)) / first.fingerprint).glob("chroma-*/chroma.sqlite3")
    database.write_bytes(b"not a database" * 10_000)

    chat = CiteChat(towns, embedder=LetterCountEmbedder())

    assert len(chat.index.manifest.layers) == 1
    assert "1750" in chat.answer("When was the lighthouse of Culm built?").text


def test_many_small_changes_leave_few_layers(towns):
    ensure_index(towns, LetterCountEmbedder())
    for number in range(6):
        (corpus_of(towns) / f"note-{number}.txt").write_text(f"The note says {number}.")
        index = ensure_index(towns, LetterCountEmbedder())

    assert len(index.manifest.layers) <= 3
    assert len(index.documents) == len(TOWNS) + 6


def test_a_file_that_is_only_touched_changes_nothing(towns):
    before = ensure_index(towns, LetterCountEmbedder()).fingerprint
    os.utime(corpus_of(towns) / "culm.txt", (1, 1))

    assert ensure_index(towns, LetterCountEmbedder()).fingerprint == before


def test_a_change_that_keeps_size_and_time_is_seen(towns):
    ensure_index(towns, LetterCountEmbedder())
    path = corpus_of(towns) / "culm.txt"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("1803", "1703"), encoding="utf-8")
    os.utime(path, ns=times)

    index = ensure_index(towns, LetterCountEmbedder())

    assert "1703" in index.store.document("culm", "en").text


def test_the_twin_of_a_document_takes_its_place_when_that_goes(towns):
    folder = corpus_of(towns)
    (folder / "culm.md").write_text("The twin of Culm speaks English here.", encoding="utf-8")
    index = ensure_index(towns, LetterCountEmbedder())
    (told,) = index.skipped
    assert "culm.txt" in told

    (folder / "culm.md").unlink()
    index = ensure_index(towns, LetterCountEmbedder())

    assert index.skipped == ()
    assert "lighthouse of Culm" in index.store.document("culm", "en").text
