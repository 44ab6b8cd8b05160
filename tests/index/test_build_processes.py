"""Several processes over one index: builders at once, builders that are killed, forks."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from citechat import CiteChat
from citechat.index.build_lock import only_builder, sweep
from citechat.index.corpus_state import index_recipe
from citechat.testing import LetterCountEmbedder

QUESTION = "When was the lighthouse of Norden built?"
# Long enough for a machine that is busy with other things.
PATIENCE = 60

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


def test_builders_that_are_killed_leave_no_litter_and_a_right_answer(settings):
    rng = random.Random(9)
    for _ in range(4):
        process = builder(settings, pause=0.2)
        assert process.stdout
        assert process.stdout.readline() == "building\n"
        time.sleep(rng.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.communicate()

    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    reply = chat.answer(QUESTION)

    assert "1892" in reply.text
    fingerprint = chat.index.fingerprint
    names = {path.name for path in Path(str(settings.index_dir)).iterdir()}
    recipe = index_recipe(settings, LetterCountEmbedder())
    locks = {f".{fingerprint}.lock", f".{recipe}.lock"}
    assert names == {fingerprint, f".{recipe}.current", "embeddings.sqlite", *locks}


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
