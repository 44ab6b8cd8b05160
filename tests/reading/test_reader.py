"""The reader that is shipped: what it says, and what is said when its files are not whole."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil
from pathlib import Path

import numpy as np
import pytest

import citechat.reading.reader as module
from citechat.errors import ModelError
from citechat.reading.packing import MAX_TOKENS, pack_pair, pack_window, room, size
from citechat.reading.reader import CONTRADICTED, ENTAILED, Reader

PACKAGED = Path(module.__file__).parent
FILES = ("reader.onnx", "reader.json", "tokenizer.json")


@pytest.fixture(scope="module")
def reader():
    return Reader(threads=1)


@pytest.fixture
def copied(tmp_path):
    for name in FILES:
        shutil.copyfile(PACKAGED / name, tmp_path / name)
    return tmp_path


RAILWAY = {
    "en": (
        "When was the railway station of Lindau opened?",
        ("Lindau lies on an island.", "Its railway station was opened in 1854.", "Many visitors come by ship."),
    ),
    "de": (
        "Wann wurde der Bahnhof von Lindau eröffnet?",
        ("Lindau liegt auf einer Insel.", "Der Bahnhof wurde 1854 eröffnet.", "Viele Besucher kommen mit dem Schiff."),
    ),
    "zh": (
        "林道火车站是哪一年开放的？",
        ("林道位于一座岛上。", "火车站于1854年开放。", "许多游客乘船而来。"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", RAILWAY)
def test_the_sentence_that_answers_is_the_most_probable(reader, language):
    question, sentences = RAILWAY[language]
    (found,) = reader.read(question, [sentences], language)
    assert found.shape == (3,)
    assert found.argmax() == 1
    assert found[1] > 0.5


@pytest.mark.parametrize("language", RAILWAY)
def test_where_nothing_answers_nothing_is_probable(reader, language):
    question, sentences = RAILWAY[language]
    (found,) = reader.read(question, [(sentences[0], sentences[2])], language)
    assert found.max() < 0.5


def test_every_sentence_of_a_long_window_is_read(reader):
    sentences = [f"House number {number} was built by a mason of the town." for number in range(60)]
    short, long = reader.read("Who built house number 3?", [sentences[:2], sentences], "en")
    assert len(short) == 2
    assert len(long) == 60


def test_what_is_read_beside_a_window_does_not_change_it(reader):
    question, sentences = RAILWAY["en"]
    (alone,) = Reader(threads=1).read(question, [sentences], "en")
    beside = Reader(threads=1).read(question, [sentences[:1], sentences, sentences * 5], "en")[1]
    assert np.array_equal(alone, beside)


def test_what_was_read_is_not_read_again(reader, monkeypatch):
    question, sentences = RAILWAY["en"]
    before = reader.read(question, [sentences], "en")
    monkeypatch.setattr(Reader, "_run", lambda *_: pytest.fail("read a second time"))
    assert np.array_equal(before[0], reader.read(question, [sentences], "en")[0])


@pytest.mark.parametrize(
    ("language", "source", "true", "false"),
    [
        ("en", "The factory in Lyon built 40 trains in 2019.",
         "In 2019 the factory in Lyon built 40 trains.", "The factory in Lyon built 90 trains in 2019."),
        ("de", "Die Fabrik hat im Jahr 2019 vierzig Züge gebaut.",
         "Die Fabrik hat 2019 vierzig Züge gebaut.", "Die Fabrik hat im Jahr 2019 keine Züge gebaut."),
        ("zh", "工厂在2019年生产了40列火车。", "2019年工厂生产了40列火车。", "工厂在2019年没有生产火车。"),
    ],
)  # fmt: skip
def test_a_source_bears_out_what_it_says_and_contradicts_the_opposite(
    reader, language, source, true, false
):
    found = reader.bears_out([(true, source), (false, source)], [language, language])
    assert found.shape == (2, 3)
    assert found.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert found[0].argmax() == ENTAILED
    assert found[1].argmax() == CONTRADICTED


def test_nothing_to_read_is_nothing_read(tmp_path):
    reader = Reader(tmp_path / "missing")
    assert reader.bears_out([], []).shape == (0, 3)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_its_cure(copied, name):
    (copied / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: .*missing; install citechat again"):
        Reader(copied).read("Who?", [["He."]], "en")


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named_with_its_cure(copied, name):
    path = copied / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name}: .*damaged .*install citechat again"):
        Reader(copied).read("Who?", [["He."]], "en")


@pytest.mark.parametrize("content", ["", "{}", '{"calibration": []}', "\0"])
def test_a_damaged_record_is_named_with_its_cure(copied, content):
    (copied / "reader.json").write_text(content)
    with pytest.raises(ModelError, match=r"reader\.json: .*install citechat again"):
        Reader(copied).read("Who?", [["He."]], "en")


def test_a_file_that_is_no_model_is_named_with_its_cure(copied):
    (copied / "reader.onnx").write_bytes(b"no model")
    card = json.loads((copied / "reader.json").read_text())
    card["sha256"]["reader.onnx"] = hashlib.sha256(b"no model").hexdigest()
    (copied / "reader.json").write_text(json.dumps(card))
    with pytest.raises(ModelError, match=r"reader\.onnx: ONNX Runtime cannot open"):
        Reader(copied).read("Who?", [["He."]], "en")


def test_the_model_is_small_enough_for_the_wheel():
    assert (PACKAGED / "reader.onnx").stat().st_size <= 30 * 2**20


def test_a_window_is_packed_as_the_model_reads_it():
    packed = pack_window((7, 8), [(11, 12), (13,)])
    assert packed.ids == (101, 7, 8, 102, 2, 11, 12, 2, 13, 102)
    assert packed.first_segment == 4
    assert packed.starts == (4, 7)
    assert packed.spans() == [(0, 4), (4, 7), (7, 9)]


def test_a_pair_and_the_fullest_window_fit():
    assert len(pack_pair((7,) * 500, (8,) * 500).ids) == MAX_TOKENS
    question = (7,) * 500
    sentence = (8,) * (room(question) - 1)
    assert size(sentence) <= room(question)
    assert len(pack_window(question, [sentence]).ids) <= MAX_TOKENS


def test_a_forked_process_reads_too():
    question, sentences = RAILWAY["en"]
    reader = Reader(threads=2)
    before = reader.read(question, [sentences], "en")[0]
    process = multiprocessing.get_context("fork")
    answers = process.Queue()
    child = process.Process(
        target=lambda: answers.put(reader.read(question, [sentences[1:]], "en")[0].tolist())
    )
    child.start()
    found = answers.get(timeout=60)
    child.join(timeout=60)
    assert child.exitcode == 0
    assert np.argmax(found) == before.argmax() - 1
