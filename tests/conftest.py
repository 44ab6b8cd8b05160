"""What all tests stand on: no outside sockets, no user folders, a small corpus with fakes, the
shipped one for real."""

from __future__ import annotations

import logging
import os
import shutil
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from citechat import CiteChat, Settings
from citechat.index.embedder import Embedder
from citechat.index.opening import Index
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.testing import LetterCountEmbedder
from lights import write_lights
from machine import free_port

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
# Half a minute and longer, the longest first. One that is renamed must be so here, too.
_LONGEST = (
    "evaluation/test_floors.py",
    "slow/test_soak.py",
    "slow/test_browser.py",
    "slow/test_net.py",
    "test_conversations.py",
    "slow/test_real_wire.py",
    "index/test_server.py",
    "test_supply.py",
    "slow/test_wheel.py",
    "slow/test_views_browser.py",
    "index/test_build_processes.py",
)
_PLACES = {
    (Path(__file__).parent / name).resolve(strict=True): place
    for place, name in enumerate(_LONGEST)
}


@pytest.fixture(autouse=True, scope="session")
def no_outside_sockets() -> Iterator[None]:
    """A connection to anywhere but this machine fails the test that tries it."""
    patch = pytest.MonkeyPatch()
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOOPBACK:
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def no_user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the developer's environment or writes the developer's cache."""
    for name in os.environ:
        if name.startswith("CITECHAT_") or name.endswith("_API_KEY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def no_lasting_logs() -> Iterator[None]:
    """What a server is told to log, and where, ends with its test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the packaged model: the tests that use it through ``chat`` or ``embedder``.

    The longest files come first, so that no worker has one of them left when the others are done; then those of the
    most tests. The Makefile keeps xdist from an order of its own, by which two tests that take a minute each are last.
    """
    for item in items:
        if {"chat", "embedder"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.model)
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (_PLACES.get(item.path, len(_PLACES)), -tests[item.path]))


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    return free_port()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of three small documents, without language folders."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "lighthouse.md").write_text(
        "# The lighthouse\n\n## History\n\nThe lighthouse of Norden was built in 1892. Its keeper was Ada Holm.\n\n"
        "## Light\n\nThe lamp shines 40 kilometres far. It turns once every 12 seconds.\n",
        encoding="utf-8",
    )
    (corpus / "baker.txt").write_text(
        "The bakery on the harbour sells 300 loaves a day. The baker starts work at three in the morning.\n\n"
        "On Sundays the bakery is closed because the oven is cleaned.\n",
        encoding="utf-8",
    )
    (corpus / "hafen.txt").write_text(
        "Der Hafen von Norden hat 25 Liegeplätze. Die Hafenmeisterin heißt Grete Sand.\n",
        encoding="utf-8",
    )
    return corpus


@pytest.fixture
def settings(folder: Path, tmp_path: Path) -> Settings:
    return Settings(corpus=folder, index_dir=tmp_path / "index")


@pytest.fixture
def small_chat(settings: Settings) -> CiteChat:
    """Real Chroma and tantivy over the small corpus, with the letter-counting embedder."""
    return CiteChat(settings, embedder=LetterCountEmbedder())


@pytest.fixture
def lights_corpus(tmp_path: Path) -> Path:
    """A corpus with an audited article, a source and figures, in three languages."""
    return write_lights(tmp_path / "lights")


@pytest.fixture
def lights(lights_corpus: Path, tmp_path: Path) -> CiteChat:
    """A chat over that corpus, with the letter-counting embedder."""
    lights_settings = Settings(corpus=lights_corpus, index_dir=tmp_path / "lights-index")
    return CiteChat(lights_settings, embedder=LetterCountEmbedder())


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Embedder], Path]:
    """Gives a folder with an index of the shipped corpus: built once for all workers of a run, since it takes as long
    as some hundred tests, and copied once for each, since some write into theirs."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def copy_of_index(name: str, embedder: Embedder) -> Path:
        built, copied = shared / f"built-{name}", own / f"shipped-{name}"
        if copied.exists():
            return copied
        with FileLock(f"{built}.lock"):
            CiteChat(Settings(index_dir=built), embedder=embedder).index.store.close()
            shutil.copytree(built, copied)
        return copied

    return copy_of_index


@pytest.fixture(scope="session")
def shipped_index(indexed: Callable[[str, Embedder], Path]) -> Index:
    """The shipped corpus as indexed without a model: its documents, names, audit and figures."""
    letters = LetterCountEmbedder()
    return CiteChat(Settings(index_dir=indexed("letters", letters)), embedder=letters).index


@pytest.fixture(scope="session")
def embedder() -> PackagedEmbedder:
    """The real packaged model, loaded once."""
    return PackagedEmbedder()


@pytest.fixture(scope="session")
def chat(indexed: Callable[[str, Embedder], Path], embedder: PackagedEmbedder) -> CiteChat:
    """The shipped corpus with the real model."""
    return CiteChat(Settings(index_dir=indexed("vectors", embedder)), embedder=embedder)


@pytest.fixture(scope="session")
def lights_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Its article claims that the lamp shines 40 kilometres; its audit refines that to 38."""
    folder = tmp_path_factory.mktemp("lights")
    settings = Settings(corpus=write_lights(folder / "corpus"), index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index
