"""Several processes over one index: builders at once, builders that are killed, forks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citechat import CiteChat, IndexBuildError, Settings
from citechat.index.build_lock import only_builder
from citechat.index.litter import sweep
from citechat.testing import LetterCountEmbedder
from kill_builders import kill_builders, write_corpus

QUESTION = "When was the lighthouse of Norden built?"
# Long enough for a machine that is busy with other things.
PATIENCE = 180

BUILDER = """
import sys, time
from citechat import CiteChat, Settings
from citechat.testing import LetterCountEmbedder

class Slow(LetterCountEmbedder):
    def encode(self, texts, language, kind):
        time.sleep(float(sys.argv[3]) if len(texts) > 1 else 0)
        return super().encode(texts, language, kind)

def told(done, total):
    print("built" if done == total else "building", flush=True)

where = Settings(corpus=sys.argv[1], index_dir=sys.argv[2])
chat = CiteChat(where, embedder=Slow(), progress=told)
print(chat.answer("When was the lighthouse of Norden built?").text, flush=True)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
    )


def builder(settings: Any, pause: float) -> subprocess.Popen[str]:
    return start(BUILDER, settings.corpus[0], settings.index_dir, pause)


@pytest.mark.slow
def test_of_several_processes_one_builds_and_all_answer(settings):
    started = [builder(settings, pause=0.5) for _ in range(3)]
    printed = [process.communicate(timeout=PATIENCE) for process in started]

    answers = {out.splitlines()[-1] for out, _ in printed}
    assert answers == {"The lighthouse of Norden was built in 1892. [1]"}, printed
    assert [out for out, _ in printed if "built\n" in out] == [
        out for out, _ in printed if "building" in out
    ]
    assert sum("building" in out for out, _ in printed) == 1
    told = "another program builds this index; waiting for it"
    assert all(told in err for out, err in printed if "building" not in out) or not any(
        err for _, err in printed
    )


@pytest.mark.slow
def test_builders_that_are_killed_leave_no_litter_and_a_right_answer(tmp_path):
    corpus = write_corpus(tmp_path / "corpus")

    kill_builders(Settings(corpus=corpus, index_dir=tmp_path / "index"), times=5, seed=3)


@pytest.mark.slow
def test_indexes_that_are_current_no_more_are_swept_by_the_next_build(settings, folder):
    for year in (1892, 1901, 1913, 1920):
        text = f"The lighthouse of Norden was built in {year}."
        (folder / "lighthouse.md").write_text(text, encoding="utf-8")
        chat = CiteChat(settings, embedder=LetterCountEmbedder())
        assert str(year) in chat.answer(QUESTION).text
        chat.index.store.close()

    place = Path(str(settings.index_dir))
    indexes = {path.name for path in place.iterdir() if path.is_dir()}
    assert chat.index.fingerprint in indexes
    assert len(indexes) == 2


@pytest.fixture
def full_disk(tmp_path) -> Iterator[Path]:
    """A folder on a disk of its own with room for half an index."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    may_mount = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount")
    if not may_mount or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_ends_in_one_line_that_names_the_folder(full_disk, folder):
    settings = Settings(corpus=folder, index_dir=full_disk)

    with pytest.raises(IndexBuildError) as told:
        CiteChat(settings, embedder=LetterCountEmbedder()).answer(QUESTION)
    assert str(full_disk) in str(told.value)
    assert "CITECHAT_INDEX_DIR" in str(told.value)
    assert "\n" not in str(told.value)
    assert not list(full_disk.glob(".building-*"))


def test_what_is_still_being_built_is_not_swept(tmp_path):
    living, dead = tmp_path / ".building-aa-x", tmp_path / ".building-bb-y-old"
    living.mkdir()
    dead.mkdir()

    with only_builder(tmp_path, "aa"):
        sweep(tmp_path)
        assert living.is_dir()
        assert not dead.exists()
    sweep(tmp_path)

    assert not living.exists()


FORKER = """
import os, signal, sys
from citechat import CiteChat, IndexBuildError, Settings
from citechat.testing import LetterCountEmbedder

question = "When was the lighthouse of Norden built?"
where = Settings(corpus=sys.argv[1], index_dir=sys.argv[2])
chat = CiteChat(where, embedder=LetterCountEmbedder())
if sys.argv[3] == "used":
    chat.answer(question)
child = os.fork()
if child == 0:
    signal.alarm(40)  # a child that hangs is ended, and seen by its status
    try:
        print("child:", chat.answer(question).text, flush=True)
    except IndexBuildError as error:
        print("child:", error, flush=True)
    os._exit(0)  # as multiprocessing ends its children: onnxruntime's own exit waits for a lost thread
_, status = os.waitpid(child, 0)
print("status:", status)
print("parent:", chat.answer(question).text, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(
    ("when", "child"),
    [
        ("used", "had opened an index, which Chroma does not survive; ask the chat for the first"),
        ("fresh", "The lighthouse of Norden was built in 1892. [1]"),
    ],
)
def test_a_fork_works_or_says_in_one_line_what_to_do(settings, when, child):
    CiteChat(settings, embedder=LetterCountEmbedder()).index.store.close()
    process = start(FORKER, settings.corpus[0], settings.index_dir, when)
    out, err = process.communicate(timeout=PATIENCE)

    lines = out.splitlines()
    assert child in lines[0], (out, err)
    assert lines[1] == "status: 0"
    assert "1892" in lines[2]
