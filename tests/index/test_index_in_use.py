"""An index that a chat holds open may be rebuilt, deleted or damaged: the chat goes on."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from citechat import CiteChat, CorpusError, IndexBuildError, Settings
from citechat.testing import LetterCountEmbedder

QUESTION = "When was the lighthouse of Norden built?"
NOBODY = 65534


class Breaks(LetterCountEmbedder):
    """Works until it is told to break."""

    broken = False

    def encode(self, texts, language, kind):
        if self.broken and kind == "passage":
            raise RuntimeError("the lamp went out")
        return super().encode(texts, language, kind)


def place_of(chat: CiteChat) -> Path:
    return Path(str(chat.settings.index_dir)) / chat.index.fingerprint


def held(settings: Settings) -> set[str]:
    return {path.name for path in Path(str(settings.index_dir)).iterdir()}


def files_in(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_rebuild_that_fails_leaves_the_old_index_serving(settings):
    embedder = Breaks()
    chat = CiteChat(settings, embedder=embedder)
    before = chat.answer(QUESTION)
    (Path(str(settings.index_dir)) / "embeddings.sqlite").unlink()  # or nothing would be embedded
    embedder.broken = True

    with pytest.raises(RuntimeError, match="lamp"):
        chat.rebuild()

    assert before.answered
    assert chat.answer(QUESTION) == before


def test_a_corpus_that_has_gone_leaves_the_old_index_serving(small_chat, folder):
    before = small_chat.answer(QUESTION)
    shutil.move(folder, folder.with_name("away"))

    with pytest.raises(CorpusError, match="does not exist"):
        small_chat.rebuild()

    assert small_chat.answer(QUESTION) == before


@pytest.mark.slow
def test_who_asks_during_rebuilds_gets_the_same_answer(small_chat):
    expected = small_chat.answer(QUESTION).text
    until = time.monotonic() + 20
    rebuilt: list[bool] = []

    def ask_on(_: int) -> list[str]:
        texts = []
        while not rebuilt and time.monotonic() < until:
            texts.append(small_chat.answer(QUESTION).text)
        return texts

    with ThreadPoolExecutor(3) as pool:
        answers = pool.map(ask_on, range(3))
        for _ in range(3):
            small_chat.rebuild()
        rebuilt.append(True)

    texts = [text for of_thread in answers for text in of_thread]
    assert set(texts) == {expected}


@pytest.mark.parametrize("harm", ["rebuilt by another", "deleted", "garbled", "cut"])
def test_an_index_that_is_changed_under_a_chat_is_opened_anew(settings, small_chat, harm):
    before = small_chat.answer(QUESTION)
    place = place_of(small_chat)
    (database,) = place.glob("chroma-*/chroma.sqlite3")

    if harm == "rebuilt by another":
        CiteChat(settings, embedder=LetterCountEmbedder()).rebuild()
    elif harm == "deleted":
        shutil.rmtree(place)
    elif harm == "garbled":
        database.write_bytes(b"not a database" * 10_000)
    else:
        database.write_bytes(database.read_bytes()[:20_000])

    for _ in range(3):
        assert small_chat.answer(QUESTION) == before
        assert small_chat.search(QUESTION) == small_chat.search(QUESTION)
        assert small_chat.document("lighthouse", "en").title == "The lighthouse"


def test_relative_paths_mean_the_folder_in_which_they_were_given(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    chat = CiteChat(Settings(corpus="corpus", index_dir="idx"), embedder=LetterCountEmbedder())
    before = chat.answer(QUESTION)
    monkeypatch.chdir("/")

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(chat.answer, [QUESTION] * 8)) == {before}
    again = CiteChat(chat.settings, embedder=LetterCountEmbedder())
    assert again.answer(QUESTION) == before


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Without a superuser's rights, to whom every folder can be written."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    yield
    if superuser:
        os.seteuid(0)


@pytest.fixture
def read_only(settings, tmp_path_factory) -> Iterator[CiteChat]:
    """A chat over an index in which nobody may write, closed again."""
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    chat.index.store.close()
    place = Path(str(settings.index_dir))
    # The folders of a test are its user's alone; to be reached by another they must be open.
    above = [path for path in (place, *place.parents) if path.stat().st_mode & 0o777 == 0o700]
    below = [path for path in place.rglob("*") if path.is_dir()]
    for path in above:
        path.chmod(0o755)
    for path in place.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    place.chmod(0o555)
    yield CiteChat(settings, embedder=LetterCountEmbedder())
    for path in [place, *below]:
        path.chmod(0o755)
    for path in above:
        path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX")
def test_an_index_that_cannot_be_written_is_opened(read_only, as_nobody):
    reply = read_only.answer(QUESTION)

    assert "1892" in reply.text


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX")
def test_a_missing_index_in_a_folder_that_cannot_be_written_is_an_error_with_the_cure(
    read_only, folder, as_nobody
):
    chat = CiteChat(
        read_only.settings.with_changes(passage_characters=200), embedder=LetterCountEmbedder()
    )

    with pytest.raises(
        IndexBuildError, match=r"cannot be written \(Permission denied\).*INDEX_DIR"
    ):
        chat.answer(QUESTION)


# Damage on the disk


def flip_byte(path: Path) -> None:
    """Turn the byte in the middle of a file. In its place: a file that is cut off and written anew
    takes a process down that has mapped it into its memory."""
    middle = path.stat().st_size // 2
    with path.open("r+b") as file:
        file.seek(middle)
        [held] = file.read(1)
        file.seek(middle)
        file.write(bytes([held ^ 0xFF]))


@pytest.mark.slow
def test_a_byte_flipped_in_any_file_is_never_met_unseen(settings):
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    expected = chat.answer(QUESTION)
    chat.index.store.close()
    place = place_of(chat)
    names = sorted(files_in(place))

    assert {name.split("/")[0].split("-")[0] for name in names} >= {"chroma", "terms", "vectors"}
    for number in range(len(names)):
        # A mended index may have files of other names: they are taken in their order.
        current = sorted(path for path in place.rglob("*") if path.is_file())
        path = current[number % len(current)]
        if not path.stat().st_size:
            continue
        flip_byte(path)
        reopened = CiteChat(settings, embedder=LetterCountEmbedder())

        assert reopened.answer(QUESTION) == expected, path
        reopened.index.store.close()


def test_a_sound_index_is_opened_again_and_again_without_being_built(settings):
    first = CiteChat(settings, embedder=LetterCountEmbedder())
    expected = first.answer(QUESTION)
    first.index.store.close()
    names = sorted(files_in(place_of(first)))

    counted: list[int] = []
    for _ in range(5):
        chat = CiteChat(
            settings, embedder=LetterCountEmbedder(), progress=lambda done, _: counted.append(done)
        )
        assert chat.answer(QUESTION) == expected
        chat.index.store.close()
    assert counted == []
    assert {*names} <= {*files_in(place_of(first))}
