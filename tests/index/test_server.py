"""The index on a Chroma server that runs for real: who fills it, and what of it is believed."""

from __future__ import annotations

import base64
import itertools
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from chroma_server import CHROMA, PATIENCE, ChromaServer, Proxy
from citechat import Answer, CiteChat, IndexBuildError, Settings
from citechat.index import building, server_builds
from citechat.index.corpus_state import index_fingerprint
from citechat.index.server_builds import Rhythm
from citechat.testing import LetterCountEmbedder

pytestmark = pytest.mark.slow
QUESTION = "When was the lighthouse of Norden built?"
GERMAN = "Wie viele Liegeplätze hat der Hafen von Norden?"
ANSWER = "The lighthouse of Norden was built in 1892. [1]"
# Another length of passages is another index: each test has one of its own on the shared server.
_LENGTHS = itertools.count(1000)

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[ChromaServer]:
    if not CHROMA:
        pytest.skip("chroma is not installed")
    started = ChromaServer(tmp_path_factory.mktemp("chroma"))
    started.start()
    yield started
    started.stop()


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    monkeypatch.setattr(server_builds, "RHYTHM", Rhythm(sign=0.2, given_up=3.0, look=0.1))


@pytest.fixture
def fills(monkeypatch) -> list[float]:
    """When a server was filled."""
    times: list[float] = []
    fill = building._fill

    def counted(*arguments: Any) -> None:
        times.append(time.monotonic())
        fill(*arguments)

    monkeypatch.setattr(building, "_fill", counted)
    return times


Worker = Callable[..., CiteChat]


@pytest.fixture
def worker(server, folder, tmp_path) -> Worker:
    """A worker of its own index folder, as on another machine; by name."""
    length = next(_LENGTHS)

    def make(name: str = "first", embedder: Any = None, **changes: Any) -> CiteChat:
        settings = Settings(
            corpus=folder,
            index_dir=tmp_path / name,
            **{"chroma_url": server.url, "passage_characters": length, **changes},
        )
        return CiteChat(settings, embedder=embedder or LetterCountEmbedder())

    return make


def derived(chat: CiteChat) -> set[str]:
    place = Path(str(chat.settings.index_dir))
    return {path.name for path in place.iterdir() if path.is_dir()}


def of_index(server: ChromaServer, fingerprint: str) -> set[str]:
    own = f"citechat-{fingerprint}-"
    names = server.collections()
    return {name.removeprefix(own) for name in names if name.startswith(own)}


class BreaksInTheMiddle(LetterCountEmbedder):
    """Embeds one language, then breaks."""

    identity = LetterCountEmbedder.identity

    def encode(self, texts, language, kind):
        if kind == "passage" and language == "en":
            raise KeyboardInterrupt
        return super().encode(texts, language, kind)


# What is believed


def test_a_second_worker_derives_its_own_files_and_fills_nothing(worker, fills):
    first, second = worker("first"), worker("second")
    expected = first.answer(QUESTION)
    (build,) = derived(first)

    assert expected.text == ANSWER
    assert second.answer(QUESTION) == expected
    assert (len(fills), derived(second)) == (1, {build})


def test_half_a_build_is_never_taken_for_an_answer(worker, server, fills):
    with pytest.raises(KeyboardInterrupt):
        worker("interrupted", BreaksInTheMiddle()).answer(QUESTION)
    chat = worker("next")
    fingerprint = index_fingerprint(chat.settings, chat.embedder)
    assert any("passages-de" in name for name in of_index(server, fingerprint))

    assert chat.answer(QUESTION).text == ANSWER
    assert "25 Liegeplätze" in chat.answer(GERMAN).text
    assert len(fills) == 2
    (mark,) = (name for name in of_index(server, fingerprint) if "-" not in name)
    assert mark == "finished"
    builds = {name.partition("-")[0] for name in of_index(server, fingerprint)} - {mark}
    assert len(builds) == 1


@pytest.mark.parametrize("harm", ["collection", "rows", "mark"])
def test_what_the_server_has_lost_is_filled_in_before_the_next_answer(worker, server, fills, harm):
    chat = worker("first")
    expected = chat.answer(QUESTION)
    client = server.client()
    own = f"citechat-{chat.index.fingerprint}-"
    names = [name for name in server.collections() if name.startswith(own)]
    if harm == "collection":
        client.delete_collection(next(name for name in names if "passages-en" in name))
    elif harm == "rows":
        passages = client.get_collection(next(name for name in names if "passages-en" in name))
        passages.delete(ids=passages.get()["ids"][:1])
    else:
        client.delete_collection(f"{own}finished")

    assert worker("second").answer(QUESTION) == expected
    assert len(fills) == 2
    assert chat.answer(QUESTION) == expected  # the first one's collections have gone


def test_collections_of_others_are_left_alone(worker, server):
    client = server.client()
    others = ("passages-fr", "passages-en", "sentences-en", "documents", "citechat")
    for name in others:
        client.create_collection(name).add(ids=["x"], embeddings=[[1.0, 2.0]])
    chat = worker("first")

    assert chat.index.store.languages() == ("de", "en")
    assert chat.answer("Quelle est la profondeur du lac ?").reason == "no_evidence"
    chat.rebuild()
    assert {name: client.get_collection(name).count() for name in others} == dict.fromkeys(
        others, 1
    )
    for name in others:
        client.delete_collection(name)


def test_a_changed_document_is_a_layer_that_the_other_workers_derive(worker, folder, fills):
    for number in range(12):
        text = f"Boat {number} is made of oak. It has {number + 20} seats."
        (folder / f"boat{number}.txt").write_text(text, encoding="utf-8")
    assert worker("one").answer(QUESTION).text == ANSWER
    assert worker("two").answer(QUESTION).text == ANSWER
    baker = "The bakery on the harbour sells 450 loaves a day. The baker starts at three."
    (folder / "baker.txt").write_text(baker, encoding="utf-8")

    for name in ("one", "two", "three"):
        chat = worker(name)
        assert "450 loaves" in chat.answer("How many loaves does the bakery sell a day?").text
        assert chat.answer(QUESTION).text == ANSWER
        assert len(chat.index.store.layers) == 2
    assert len(fills) == 2


# What happens under a running process


def test_a_process_whose_collections_are_stale_opens_them_anew(worker, fills):
    running, other = worker("running"), worker("other")
    expected = running.answer(QUESTION)
    other.rebuild()

    for _ in range(2):
        assert running.answer(QUESTION) == expected
        assert running.document("lighthouse", "en").title == "The lighthouse"
    assert len(fills) == 2
    assert derived(running) == derived(other)


def test_a_server_back_without_its_data_is_filled_by_one_while_the_others_wait(
    worker, server, fills, caplog
):
    workers = [worker(name) for name in ("one", "two", "three")]
    (expected,) = {chat.answer(QUESTION).text for chat in workers}
    caplog.set_level(logging.WARNING)
    server.lose_data()

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda chat: chat.answer(QUESTION).text, workers))

    assert answers == [expected] * 3
    assert len(fills) == 2


def test_a_server_that_is_away_for_a_moment_costs_a_retry(worker, server, caplog):
    chat = worker("first")
    expected = chat.answer(QUESTION)
    server.stop()
    back = Timer(1.0, server.start)
    back.start()

    assert chat.answer(QUESTION) == expected
    back.join()
    (told,) = {r.getMessage() for r in caplog.records if "trying again" in r.getMessage()}
    assert told.startswith(f"{server.url}: the Chroma server does not answer (")
    assert told.endswith("trying again for 15 seconds")


def test_a_server_that_stays_away_is_an_error_in_one_line_and_no_abstention(worker, server):
    chat = worker("first", chroma_timeout=0.5)
    expected = chat.answer(QUESTION)
    server.stop()

    with pytest.raises(IndexBuildError, match=r"does not answer .*start it \(chroma run\)") as told:
        chat.answer(QUESTION)
    assert "\n" not in str(told.value)
    server.start()
    assert chat.answer(QUESTION) == expected


# Several at once

INDEXER = """
import sys, time
from citechat import CiteChat, Settings
from citechat.index import server_builds
from citechat.testing import LetterCountEmbedder

server_builds.RHYTHM = server_builds.Rhythm(sign=0.2, given_up=3.0, look=0.1)

class Slow(LetterCountEmbedder):
    def encode(self, texts, language, kind):
        if len(texts) > 1:
            print("building", flush=True)
            time.sleep(float(sys.argv[5]))
        return super().encode(texts, language, kind)

where = Settings(
    corpus=sys.argv[1], index_dir=sys.argv[2], chroma_url=sys.argv[3],
    passage_characters=int(sys.argv[4]),
)
print(CiteChat(where, embedder=Slow()).answer(sys.argv[6]).text, flush=True)
"""


@pytest.fixture
def english(folder: Path) -> Path:
    """The small corpus without its German part: a process reads no dictionary for it."""
    (folder / "hafen.txt").unlink()
    return folder


def indexer(chat: CiteChat, pause: float) -> subprocess.Popen[str]:
    settings: Any = chat.settings
    arguments = [settings.corpus[0], settings.index_dir, settings.chroma_url]
    told = map(str, [*arguments, settings.passage_characters, pause, QUESTION])
    return subprocess.Popen(
        [sys.executable, "-c", INDEXER, *told],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_several_indexers_at_once_lose_nothing_and_add_nothing_twice(english, worker, server):
    started = [indexer(worker(name), pause=0.5) for name in ("one", "two", "three")]
    printed = [process.communicate(timeout=PATIENCE) for process in started]

    assert {out.splitlines()[-1] for out, _ in printed} == {ANSWER}, printed
    assert sum("building" in out for out, _ in printed) == 1, printed
    chat = worker("fourth")
    client = server.client()
    passages = chat.index.store.all_passages("en")
    own = f"citechat-{chat.index.fingerprint}-"
    counts = {
        collection.name.removeprefix(own).split("-", 1)[-1]: collection.count()
        for collection in client.list_collections()
        if collection.name.startswith(own) and not collection.name.endswith("finished")
    }
    assert len(list(passages)) == counts["passages-en"]
    assert counts["documents"] == 2
    assert set(counts) == {"documents", "passages-en", "sentences-en"}


def test_an_indexer_that_is_killed_is_taken_over_from_and_leaves_no_litter(english, worker, server):
    process = indexer(worker("killed"), pause=30)
    assert process.stdout
    assert process.stdout.readline() == "building\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    chat = worker("next")

    assert chat.answer(QUESTION).text == ANSWER
    names = of_index(server, chat.index.fingerprint)
    assert "finished" in names
    assert not any(name.startswith("building") for name in names)
    assert len({name.partition("-")[0] for name in names}) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_after_use_works_with_a_server(english, worker):
    chat = worker("first")
    settings = chat.settings
    chat.index.store.close()
    script = """
import os, signal, sys
from citechat import CiteChat, Settings
from citechat.testing import LetterCountEmbedder

where = Settings(
    corpus=sys.argv[1], index_dir=sys.argv[2], chroma_url=sys.argv[3],
    passage_characters=int(sys.argv[4]),
)
# What several processes print is written whole, or lines run into one another.
chat = CiteChat(where, embedder=LetterCountEmbedder())
chat.answer(sys.argv[5])
children = []
for _ in range(2):
    child = os.fork()
    if child == 0:
        signal.alarm(40)
        os.write(1, f"{chat.answer(sys.argv[5]).text}\\n".encode())
        os._exit(0)
    children.append(child)
os.write(1, f"{chat.answer(sys.argv[5]).text}\\n".encode())
ended = [os.waitpid(child, 0)[1] for child in children]
os.write(1, f"{ended}\\n".encode())
"""
    arguments = [settings.corpus[0], settings.index_dir, settings.chroma_url]
    told = map(str, [*arguments, settings.passage_characters, QUESTION])
    out = subprocess.check_output(
        [sys.executable, "-c", script, *told], text=True, timeout=PATIENCE
    )

    assert sorted(out.splitlines()) == sorted([ANSWER, ANSWER, ANSWER, "[0, 0]"])


# The address


def test_path_password_and_ipv6_stand_in_the_address(worker, server):
    basic = base64.b64encode(b"ada:s@fe").decode()
    proxy = Proxy(server, "::1", prefix="/search", wanted={"Authorization": f"Basic {basic}"})

    chat = worker(chroma_url=f"http://ada:s%40fe@[::1]:{proxy.port}/search/")
    assert chat.answer(QUESTION).text == ANSWER
    assert proxy.refused == []
    assert "s%40fe" not in repr(chat.settings)
    chat.index.store.close()
    proxy.close()


@pytest.mark.parametrize(
    "wanted", [{"Authorization": "Bearer open-sesame"}, {"X-Chroma-Token": "open-sesame"}]
)
def test_a_token_is_sent_as_either_header_and_never_shown(worker, server, wanted):
    proxy = Proxy(server, wanted=wanted)
    url = f"http://127.0.0.1:{proxy.port}"

    chat = worker(chroma_url=url, chroma_token="open-sesame")
    assert chat.answer(QUESTION).text == ANSWER
    assert "open-sesame" not in repr(chat.settings)
    chat.index.store.close()
    with pytest.raises(
        IndexBuildError, match=r"refuses us \(status 401\); give CITECHAT_CHROMA_TOKEN"
    ) as told:
        worker(chroma_url=url.replace("//", "//ada:wrong@")).answer(QUESTION)
    assert "wrong" not in str(told.value)
    proxy.close()


@needs_openssl
def test_a_server_behind_tls_is_trusted_by_its_certificate_only(worker, server, tmp_path):
    key, certificate, both = (tmp_path / name for name in ("key", "certificate", "both"))
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
    subprocess.run(
        [*command.split(), names, "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    proxy = Proxy(server, certificate=both)
    url = f"https://localhost:{proxy.port}"

    chat = worker(chroma_url=url, chroma_certificates=certificate)
    assert chat.answer(QUESTION).text == ANSWER
    chat.index.store.close()
    with pytest.raises(IndexBuildError, match=r"(?i)certificate"):
        worker(chroma_url=url, chroma_timeout=0.0).answer(QUESTION)
    proxy.close()


def test_an_answer_tells_no_address(worker):
    reply = worker().answer(QUESTION)

    assert isinstance(reply, Answer)
    assert "127.0.0.1" not in str(reply.to_dict())
