"""Adding, removing and listing documents, and answering from some of them alone."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest

from citechat import CiteChat, CorpusError, InputError, Settings, UnknownDocumentError
from citechat.__main__ import main
from citechat.testing import LetterCountEmbedder
from citechat.tools import tools

QUESTION = "When was the ferry of Norden built?"
FERRY = "The ferry of Norden was built in 1931. It carries 12 cars."


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    return path


def other(chat: CiteChat) -> CiteChat:
    """A chat of another process, as it were, over the same corpus."""
    return CiteChat(chat.settings, embedder=LetterCountEmbedder())


def test_an_added_document_answers_at_once_and_in_running_chats(small_chat, ferry):
    running = other(small_chat)
    assert "1931" not in running.answer(QUESTION).text

    changes = small_chat.add(ferry)

    assert (changes.added, changes.changed, changes.removed) == (("ferry",), (), ())
    assert "1931" in small_chat.answer(QUESTION).text
    assert "1931" in running.answer(QUESTION).text
    assert ferry.read_text() == FERRY


def test_a_document_that_is_added_again_takes_the_place_of_the_old_one(small_chat, ferry):
    small_chat.add(ferry)
    ferry.write_text("The ferry of Norden was built in 1944. It carries 12 cars.")

    changes = small_chat.add(ferry)

    assert (changes.added, changes.changed) == ((), ("ferry",))
    assert "1944" in small_chat.answer(QUESTION).text


def test_a_removed_document_answers_nothing_and_its_file_is_put_away(small_chat, ferry, folder):
    small_chat.add(ferry)
    running = other(small_chat)
    assert "1931" in running.answer(QUESTION).text

    changes = small_chat.remove("ferry")

    assert changes.removed == ("ferry",)
    assert "1931" not in running.answer(QUESTION).text
    assert "ferry" not in {passage.document_id for passage in running.search(QUESTION, k=50)}
    with pytest.raises(UnknownDocumentError):
        running.document("ferry", "en")
    assert (folder / ".removed" / "ferry.txt").read_text() == FERRY
    assert small_chat.status().put_away == (str(folder / ".removed" / "ferry.txt"),)


def test_what_is_erased_is_nowhere_any_more(small_chat, ferry, folder):
    small_chat.add(ferry)
    index_dir = Path(str(small_chat.settings.index_dir))
    cached = sqlite3.connect(index_dir / "embeddings.sqlite")
    before = cached.execute("SELECT count(*) FROM vectors").fetchone()[0]

    small_chat.remove("ferry", erase=True)

    cached = sqlite3.connect(index_dir / "embeddings.sqlite")
    # The passage, and its two sentences.
    assert cached.execute("SELECT count(*) FROM vectors").fetchone()[0] == before - 3
    assert not (folder / ".removed").exists()
    folders = [path.name for path in index_dir.iterdir() if path.is_dir()]
    assert folders == [small_chat.index.fingerprint]
    files = [path for root in (index_dir, folder) for path in root.rglob("*") if path.is_file()]
    # A small graph's file holds nothing: Chroma writes whatever this process had in its memory.
    files = [path for path in files if path.name != "data_level0.bin"]
    assert not [path for path in files if b"ferry" in path.read_bytes().lower()]
    assert "1892" in small_chat.answer("When was the lighthouse of Norden built?").text


def test_old_indexes_are_pruned_and_layers_in_use_stay(small_chat, ferry, folder):
    assert small_chat.index
    (folder / "hafen.txt").write_text("Der Hafen ist zu.", encoding="utf-8")
    small_chat.update()
    small_chat.add(ferry)
    expected = small_chat.answer(QUESTION)

    small_chat.prune()

    again = other(small_chat)
    assert again.answer(QUESTION) == expected
    assert again.prune() == []


@pytest.mark.parametrize("name", ["picture.jpg", "absent.txt"])
def test_what_is_no_document_is_refused_in_one_line(small_chat, tmp_path, name):
    if name == "picture.jpg":
        (tmp_path / name).write_bytes(b"\xff\xd8")
    with pytest.raises(CorpusError, match=rf"{name}: .*; give "):
        small_chat.add(tmp_path / name)


def test_a_twin_is_refused(small_chat, tmp_path):
    (tmp_path / "baker.md").write_text("Another baker.")
    with pytest.raises(CorpusError, match=r"same document id.*rename"):
        small_chat.add(tmp_path / "baker.md")


def test_the_shipped_corpus_is_not_added_to(indexed, ferry):
    letters = LetterCountEmbedder()
    chat = CiteChat(Settings(index_dir=indexed("letters", letters)), embedder=letters)
    with pytest.raises(CorpusError, match=r"shipped corpus: is not added to.*my/folder asks both"):
        chat.add(ferry)


def test_a_folder_is_added_with_the_names_below_it(small_chat, tmp_path):
    (tmp_path / "island" / "north").mkdir(parents=True)
    (tmp_path / "island" / "north" / "cliff.txt").write_text("The cliff is 90 metres high.")

    assert small_chat.add(tmp_path / "island").added == ("island/north/cliff",)


def test_the_last_document_stays(tmp_path):
    (tmp_path / "only").mkdir()
    (tmp_path / "only" / "one.txt").write_text("The well is deep.")
    settings = Settings(corpus=tmp_path / "only", index_dir=tmp_path / "index")
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    with pytest.raises(CorpusError, match="without any document"):
        chat.remove("one")
    assert (tmp_path / "only" / "one.txt").exists()


def test_an_unknown_document_is_not_removed(small_chat):
    with pytest.raises(UnknownDocumentError, match="no document nowhere to remove"):
        small_chat.remove("nowhere")


def test_documents_are_listed_with_title_and_passages(small_chat):
    found = [(d.document_id, d.language, d.title, d.passages) for d in small_chat.documents()]
    assert found == [
        ("baker", "en", "baker", 2),
        ("hafen", "de", "hafen", 1),
        ("lighthouse", "en", "The lighthouse", 2),
    ]


# Within some documents


def test_an_answer_within_a_document_is_that_of_a_corpus_of_it_alone(small_chat, folder, tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "baker.txt").write_bytes((folder / "baker.txt").read_bytes())
    settings = Settings(corpus=alone, index_dir=tmp_path / "alone-index")
    expected = CiteChat(settings, embedder=LetterCountEmbedder())

    for question in (
        "How many loaves does the bakery sell?",
        "When was the lighthouse of Norden built?",
        "Who is the keeper?",
    ):
        narrowed = small_chat.answer(question, within="baker")
        assert narrowed.text == expected.answer(question).text
        found, alone_found = (
            small_chat.search(question, within=["baker"]),
            expected.search(question),
        )
        assert [(p.start, p.text) for p in found] == [(p.start, p.text) for p in alone_found]
        scores = [p.score for p in alone_found]
        assert [p.score for p in found] == pytest.approx(scores, rel=1e-5)


def test_every_door_takes_within(small_chat):
    question = "When was the lighthouse of Norden built?"
    within = ("lighthouse", "hafen")
    expected = small_chat.answer(question, within=within)
    assert "1892" in expected.text
    assert list(small_chat.stream(question, within=within))[-1] == expected
    assert asyncio.run(small_chat.aanswer(question, within=within)) == expected
    answer, search, _ = tools(small_chat)
    assert answer(question, within=list(within)) == expected.to_dict()
    assert {row["document_id"] for row in search(question, within=["hafen"])} == {"hafen"}
    assert answer(question, within=[]) == small_chat.answer(question).to_dict()


@pytest.mark.parametrize("within", ["nowhere", ["baker", "nowhere"], []])
def test_an_unknown_choice_is_refused(small_chat, within):
    with pytest.raises(UnknownDocumentError, match="within: no document"):
        small_chat.answer("When was the lighthouse built?", within=within)


@pytest.mark.parametrize("within", [7, [7], b"baker", {"a": 1}])
def test_a_choice_that_is_no_text_is_refused(small_chat, within):
    with pytest.raises(InputError, match="within"):
        small_chat.search("bakery", within=within)


# The command line


def test_the_commands(settings, small_chat, ferry, capsys, monkeypatch):
    monkeypatch.setattr("citechat.chat.make_embedder", lambda *_: LetterCountEmbedder())
    where = ["--corpus", str(settings.corpus[0]), "--index-dir", str(settings.index_dir)]

    assert main(["add", str(ferry), *where]) == 0
    assert capsys.readouterr().out == "added: ferry\n"
    assert main(["ask", QUESTION, "--within", "ferry", *where]) == 0
    assert "1931" in capsys.readouterr().out
    assert main(["ask", QUESTION, "--within", "hafen", *where]) == 1
    capsys.readouterr()
    assert main(["list", "--json", *where]) == 0
    assert "ferry" in {row["document_id"] for row in json.loads(capsys.readouterr().out)}
    assert main(["remove", "ferry", *where]) == 0
    assert capsys.readouterr().out == "removed: ferry\n"
    assert main(["status", "--json", *where]) == 0
    standing = json.loads(capsys.readouterr().out)
    assert len(standing["put_away"]) == 1
    assert "CITECHAT_EMBEDDING_MODEL" in standing["other_languages"]
    assert standing["not_read"] == {}
    assert main(["prune", *where]) == 0
    assert main(["remove", "ferry", *where]) == 2
    assert "no document ferry to remove" in capsys.readouterr().err


def test_status_and_index_count_what_is_of_a_kind_that_is_not_read(
    settings, small_chat, folder, capsys, monkeypatch
):
    monkeypatch.setattr("citechat.chat.make_embedder", lambda *_: LetterCountEmbedder())
    where = ["--corpus", str(settings.corpus[0]), "--index-dir", str(settings.index_dir)]
    for name in ("plan.png", "quay.PNG", ".hidden.png"):
        (folder / name).write_bytes(b"")

    assert main(["status", *where]) == 0
    assert "files of a kind that is not read: 2 .png\n" in capsys.readouterr().out
    assert main(["index", *where]) == 0
    assert "citechat: of a kind that is not read: 2 .png\n" in capsys.readouterr().err
