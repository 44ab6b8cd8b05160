"""What the files of a corpus hold now, and the fingerprint of the index that they make.

Only a file that may have changed is read: one with the size and times that the last index knew is
taken to be what it was. A file that was written within two seconds of that index is read again,
since a clock's tick may hide a change (https://git-scm.com/docs/racy-git).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from citechat_ingest import SourceFile, can_read, corpus_files, expected_files, shipped_corpus

from ..settings import Settings
from .embedder import Embedder
from .manifest import IndexedFile, Manifest, Stamp

# Raise this when the layout, the splitting or the terms change: old indexes are then built anew.
FORMAT = "14"
_RACY_NANOSECONDS = 2_000_000_000
_NO_STAMP: Stamp = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class StampedFile:
    """A file of the corpus with what it holds: its digest, and the stamp that it had."""

    source: SourceFile
    stamp: Stamp
    digest: str

    def indexed(self, language: str = "") -> IndexedFile:
        """As the manifest keeps it, once its language is known."""
        path = os.fspath(self.source.path)
        return IndexedFile(path, self.stamp, self.digest, self.source.document_id, language)


@dataclass(frozen=True)
class CorpusState:
    """The files of a corpus at one moment.

    ``fingerprint`` changes with them and with all else that shapes the index, ``shape`` only with
    that. ``unusable`` are the reasons why files were passed over for their names.
    """

    fingerprint: str
    shape: str
    files: tuple[StampedFile, ...]
    unusable: tuple[str, ...] = ()


def corpus_roots(settings: Settings) -> tuple[Path, ...]:
    """The folders of the corpus: the user's, or the shipped one."""
    # Settings made a tuple of it.
    return settings.corpus or (shipped_corpus(),)  # type: ignore[return-value]


def index_recipe(settings: Settings, embedder: Embedder) -> str:
    """Sixteen hex digits that stay while only the documents change: indexes of one recipe follow
    one another.
    """
    roots = "|".join(map(str, corpus_roots(settings)))
    return hashlib.sha256(f"{_ways(settings, embedder)}|{roots}".encode()).hexdigest()[:16]


def index_fingerprint(settings: Settings, embedder: Embedder) -> str:
    """Sixteen hex digits that change with the corpus, the embedder, the passage length or the
    index's format.
    """
    return corpus_state(settings, embedder).fingerprint


def corpus_state(
    settings: Settings, embedder: Embedder, before: Manifest | None = None
) -> CorpusState:
    """The corpus as it is now; ``before`` spares reading what has not changed. Raises CorpusError
    for a missing or empty corpus.
    """
    roots = corpus_roots(settings)
    unusable: list[str] = []
    sources = corpus_files(roots, skip=lambda error: unusable.append(str(error)))
    known = {file.path: file for file in before.files} if before else {}
    settled = before.written - _RACY_NANOSECONDS if before else 0
    files = tuple(_stamped(source, known, settled) for source in sources)
    shape = _shape(settings, embedder, roots)
    return CorpusState(_fingerprint(shape, files), shape, files, tuple(unusable))


def _ways(settings: Settings, embedder: Embedder) -> str:
    ways = (FORMAT, embedder.identity, settings.passage_characters, settings.max_file_megabytes)
    return "|".join(map(str, ways))


def _shape(settings: Settings, embedder: Embedder, roots: Sequence[Path]) -> str:
    digest = hashlib.sha256(_ways(settings, embedder).encode())
    audits = [root / "checks.toml" for root in roots]
    for path in (*audits, *expected_files(roots)):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:16]


def _fingerprint(shape: str, files: Sequence[StampedFile]) -> str:
    digest = hashlib.sha256(shape.encode())
    for file in files:
        digest.update(f"|{file.source.document_id}|{file.source.language}|".encode())
        # What could not be read for want of a library is read once it is there.
        digest.update(b"" if can_read(file.source.path) else b"unread")
        digest.update(file.digest.encode())
    return digest.hexdigest()[:16]


def _stamped(source: SourceFile, known: Mapping[str, IndexedFile], settled: int) -> StampedFile:
    stamp = _stamp(source.path)
    its = known.get(os.fspath(source.path))
    if its and its.stamp == stamp and max(stamp[1:]) < settled:
        return StampedFile(source, stamp, its.digest)
    return StampedFile(source, stamp, hashlib.sha256(_bytes_of(source.path)).hexdigest())


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return _NO_STAMP
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _bytes_of(path: Path) -> bytes:
    """What a file holds; nothing, where it may not be read: the index will do without it."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
