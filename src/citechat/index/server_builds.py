"""The index on a Chroma server: who builds it, and which layers are whole.

Every layer has collections of its own, so that nobody meets one half done. There are on the server::

    citechat-<fingerprint>-<layer>-passages-en, …   what a layer holds
    citechat-<fingerprint>-finished                 the mark: the manifest of the index, and how many
                                                    rows each collection of its layers has
    citechat-<fingerprint>-building-<number>        held by the one worker that builds

An index counts as whole only while it has its mark and its layers have their rows: what a server was
interrupted at, or has lost, is filled in anew. Other programs' collections are never touched.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Thread
from typing import Any

from ..errors import IndexBuildError
from .chroma_client import Connection, MissingCollectionError
from .manifest import Manifest, manifest_text, parse_manifest

Counts = dict[str, dict[str, int]]
"""Layer → collection → how many rows it has."""
Progress = Callable[[int, int], None]
_IS_MARK = re.compile(r"citechat-\w{16}-finished$")
# So many characters of a manifest are kept in a row.
_PIECE = 100_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rhythm:
    """Seconds between the signs of life of a builder, after which one without them is given up,
    and between two looks of those who wait.
    """

    sign: float = 3.0
    given_up: float = 30.0
    look: float = 1.0


RHYTHM = Rhythm()


def layer_prefix(layer: str) -> str:
    """How the names of all collections of a layer begin."""
    return f"citechat-{layer.replace('/chroma-', '-')}-"


class ServerBuilds:
    """The builds of the index ``fingerprint`` on the server behind ``connection``."""

    def __init__(self, connection: Connection, fingerprint: str) -> None:
        self._connection = connection
        self._prefix = f"citechat-{fingerprint}-"
        self._mark = f"{self._prefix}finished"
        self._lease_prefix = f"{self._prefix}building-"

    def finished(self) -> Manifest | None:
        """The manifest of the index, or None where it is not whole."""
        try:
            mark = self._ask(partial(self._client.get_collection, self._mark, None))
        except MissingCollectionError:
            return None
        said = mark.metadata or {}
        counts: Counts = json.loads(said.get("counts", "{}"))
        if not counts or any(self._counts(layer) != its for layer, its in counts.items()):
            _log.warning("%s: the server has lost a part of the index", self._connection.server)
            return None
        rows = self._ask(partial(mark.get, include=["documents"]))
        pieces = dict(zip(rows["ids"], rows["documents"], strict=True))
        try:
            names = [f"{said['name']}/{number}" for number in range(said["pieces"])]
            return parse_manifest("".join(pieces[name] for name in names))
        except (KeyError, ValueError):
            return None

    def finish(self, manifest: Manifest, written: Mapping[str, Mapping[str, int]]) -> None:
        """Mark the index as whole; ``written`` says how many rows were added to each collection of
        the new layer. Raises IndexBuildError when the server has not kept all of it.
        """
        counts = {layer: self._counts(layer) for layer in manifest.layers}
        for layer, its in counts.items():
            if not its or its != written.get(layer, its):
                reason = f"of layer {layer} only {sum(its.values())} rows were kept"
                raise IndexBuildError(f"{self._connection.server}: {reason}; run: citechat index")
        text = manifest_text(manifest)
        pieces = [text[i : i + _PIECE] for i in range(0, len(text), _PIECE)]
        name = secrets.token_hex(4)
        ids = [f"{name}/{number}" for number in range(len(pieces))]
        make = partial(self._client.get_or_create_collection, embedding_function=None)
        mark = self._ask(partial(make, self._mark))
        before = self._ask(partial(mark.get, include=[]))["ids"]
        vectors = [[1.0]] * len(ids)
        self._ask(partial(mark.add, ids=ids, embeddings=vectors, documents=pieces))
        # From here on the mark says what is new: until now it said nothing, or what was before.
        said = {"name": name, "pieces": len(pieces), "counts": json.dumps(counts)}
        self._ask(partial(mark.modify, metadata=said))
        if before:
            self._ask(partial(mark.delete, ids=before))

    @contextmanager
    def only_builder(self, progress: Progress) -> Iterator[Lease]:
        """Wait until no other worker builds this index, and keep others off.

        ``progress`` is told how far another is meanwhile. A builder that gives no sign of life is
        given up. Raises IndexBuildError.
        """
        lease = self._leased(progress)
        try:
            yield lease
        finally:
            lease.end()

    def sweep(self) -> None:
        """Delete what unfinished and damaged builds of this index have left. Only for the one
        builder.
        """
        collections = self._ask(self._client.list_collections)
        kept = tuple(
            layer_prefix(layer)
            for collection in collections
            if _IS_MARK.match(collection.name)
            for layer in json.loads((collection.metadata or {}).get("counts", "{}"))
        )
        kept += (self._mark, self._lease_prefix)
        for name in (collection.name for collection in collections):
            if name.startswith(self._prefix) and not name.startswith(kept):
                self._delete(name)

    # The lease

    def _leased(self, progress: Progress) -> Lease:
        """The lease, once nobody else has it.

        Leases are numbered: who takes over from a builder that has died makes the next number,
        which the server lets only one do.
        """
        watch = _Watch()
        while True:
            numbers = self._lease_numbers()
            latest = max(numbers, default=0)
            if not latest or watch.has_died(self._metadata(self._lease_name(latest)), progress):
                lease = self._made(latest + 1)
                if lease:
                    for number in numbers:
                        self._delete(self._lease_name(number))
                    return lease
            if not watch.told:
                place = self._connection.server
                _log.warning("%s: another worker builds this index; waiting for it", place)
                watch.told = True
            time.sleep(RHYTHM.look)

    def _made(self, number: int) -> Lease | None:
        """The lease of a number, or None where another has it."""
        lease = Lease(holder=secrets.token_hex(4))
        name = self._lease_name(number)
        make = partial(self._client.create_collection, name, embedding_function=None)
        try:
            collection = self._ask(partial(make, metadata=lease.sign()))
        except IndexBuildError:
            # It is there already: another's, or our own, when the answer to a first attempt was
            # lost.
            its = self._metadata(name)
            if its is None:
                raise
            if its["holder"] != lease.holder:
                return None
            collection = self._ask(partial(self._client.get_collection, name, None))
        lease.begin(partial(self._sign, collection), partial(self._delete, name))
        return lease

    def _sign(self, collection: Any, sign: Mapping[str, Any]) -> None:
        self._ask(partial(collection.modify, metadata=dict(sign)))

    def _lease_name(self, number: int) -> str:
        return f"{self._lease_prefix}{number}"

    def _lease_numbers(self) -> list[int]:
        names = [collection.name for collection in self._ask(self._client.list_collections)]
        own = self._lease_prefix
        return [int(name.removeprefix(own)) for name in names if name.startswith(own)]

    # The server

    @property
    def _client(self) -> Any:
        return self._connection.client

    def _ask(self, question: Callable[[], Any]) -> Any:
        return self._connection.ask(self._prefix.rstrip("-"), question)

    def _counts(self, layer: str) -> dict[str, int]:
        """Collection of a layer → how many rows it has."""
        own = layer_prefix(layer)
        return {
            collection.name.removeprefix(own): self._ask(collection.count)
            for collection in self._ask(self._client.list_collections)
            if collection.name.startswith(own)
        }

    def _metadata(self, name: str) -> Mapping[str, Any] | None:
        """What is written on a collection, or None where there is none."""
        try:
            collection = self._ask(partial(self._client.get_collection, name, None))
        except MissingCollectionError:
            return None
        return collection.metadata or {}

    def _delete(self, name: str) -> None:
        with suppress(MissingCollectionError):
            self._ask(partial(self._client.delete_collection, name))


@dataclass(eq=False)
class Lease:
    """The right to build, kept up by signs of life from a thread of its own."""

    holder: str
    _signs: int = 0
    _done: tuple[int, int] = (0, 1)
    _lost: str = ""
    _ended: Event = field(default_factory=Event)
    _thread: Thread | None = None
    _delete: Callable[[], None] = lambda: None

    def sign(self) -> dict[str, str | int]:
        """What the next sign of life says."""
        self._signs += 1
        done, total = self._done
        return {"holder": self.holder, "signs": self._signs, "done": done, "total": total}

    def begin(
        self, write: Callable[[dict[str, str | int]], None], delete: Callable[[], None]
    ) -> None:
        """Give signs by ``write`` until the end; then ``delete`` the lease."""
        self._delete = delete
        self._thread = Thread(target=self._keep_up, args=(write,), daemon=True)
        self._thread.start()

    def count(self, done: int, total: int) -> None:
        """Tell those who wait how far it is. Raises IndexBuildError when another has taken over."""
        self._done = (done, total)
        if self._lost:
            reason = f"another worker has taken over the building of this index ({self._lost})"
            raise IndexBuildError(f"{reason}; run: citechat index, to see whether it is done")

    def end(self) -> None:
        """Let others build."""
        self._ended.set()
        if self._thread:
            self._thread.join()
        self._delete()

    def _keep_up(self, write: Callable[[dict[str, str | int]], None]) -> None:
        written_at = time.monotonic()
        while not self._ended.wait(RHYTHM.sign):
            try:
                write(self.sign())
                written_at = time.monotonic()
            except IndexBuildError as error:
                # A lease that is gone was taken; one that cannot be signed will be.
                gone = isinstance(error, MissingCollectionError)
                if gone or time.monotonic() - written_at > RHYTHM.given_up:
                    self._lost = str(error)
                    return


@dataclass
class _Watch:
    """What one who waits has seen of the builder."""

    told: bool = False
    _seen: Any = None
    _since: float = 0.0

    def has_died(self, sign: Mapping[str, Any] | None, progress: Progress) -> bool:
        """Whether the latest sign of life is too old. A lease that has just been given back shows
        none, and is no death: the next look finds no lease.
        """
        if sign is None:
            return False
        now = time.monotonic()
        told = (sign["holder"], sign["signs"])
        if told != self._seen:
            self._seen, self._since = told, now
            progress(sign["done"], sign["total"])
        return now - self._since > RHYTHM.given_up
