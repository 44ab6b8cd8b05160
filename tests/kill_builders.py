"""Builders that are killed at random moments: afterwards the answer is right, and nothing is left.

``python tests/kill_builders.py 50`` (``make kill-builders``) is the long form of what
``tests/index/test_build_processes.py`` does a few times.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from citechat import CiteChat, Settings
from citechat.index.corpus_state import corpus_roots
from citechat.testing import LetterCountEmbedder

QUESTION = "When was the lighthouse of Norden built?"
ANSWER = "The lighthouse of Norden was built in 1892. [1]"
TEXT = "The lighthouse of Norden was built in 1892. Its keeper was Ada Holm.\n\n"
FILLER = "Boat {} is made of oak. It has {} seats, and sails to the island on Sundays.\n\n"

REBUILD = """
import sys
from citechat import CiteChat, Settings
from citechat.testing import LetterCountEmbedder

chat = CiteChat(Settings(corpus=sys.argv[1], index_dir=sys.argv[2]), embedder=LetterCountEmbedder())
print("ready", flush=True)
while True:
    chat.rebuild()
"""


def write_corpus(folder: Path) -> Path:
    """A corpus that takes long enough to build for being killed meanwhile."""
    folder.mkdir(parents=True)
    boats = "".join(FILLER.format(number, number % 40) for number in range(400))
    (folder / "harbour.txt").write_text(TEXT + boats, encoding="utf-8")
    return folder


def kill_builders(settings: Settings, times: int, seed: int) -> None:
    """Kill a builder so many times, each at another moment of its building, and ask after each.
    Raises AssertionError where an answer is not right, or something is left.
    """
    rng = random.Random(seed)
    place = Path(str(settings.index_dir))
    corpus, *_ = corpus_roots(settings)
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    chat.index.store.close()
    for number in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", REBUILD, str(corpus), str(place)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(rng.uniform(0, 3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        left = sorted(path.name for path in place.glob(".building-*"))
        chat = CiteChat(settings, embedder=LetterCountEmbedder())
        reply = chat.answer(QUESTION)
        assert reply.text == ANSWER, (number, reply.text)
        chat.index.store.close()
        print(f"{number + 1}: killed with {len(left)} unfinished folders; the answer is right")
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    chat.rebuild()
    folders = {path.name for path in place.iterdir() if path.is_dir()}
    assert folders == {chat.index.fingerprint}, folders
    chat.index.store.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        corpus = write_corpus(Path(temporary) / "corpus")
        where = Settings(corpus=corpus, index_dir=Path(temporary) / "index")
        kill_builders(where, int(sys.argv[1]) if len(sys.argv) > 1 else 50, seed=9)
