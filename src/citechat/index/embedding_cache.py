"""Vectors kept by what was embedded, so that a rebuilt index embeds only texts that are new.

Two places are looked in: ``embeddings.sqlite`` in the index folder, which every build adds to; and
``embeddings.npy`` in a corpus folder, which a corpus may bring along (``make embeddings`` writes it
for the shipped one). Both are only copies of what the model says, found by a digest of text, model,
language and kind: a stale entry is never met, only never asked for. The first keeps vectors as
float16, which turns them by less than a thousandth of a degree; the second, which travels with the
package, as whole numbers from -127 to 127, which turn them by a third of a degree (cosine .99998).
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import IndexBuildError
from .embedder import Embedder, Kind, Vectors

SHIPPED_NAME = "embeddings.npy"
_DATABASE_NAME = "embeddings.sqlite"
_KEY_BYTES = 16
_LARGEST = 127
# SQLite is asked for this many keys in one statement; its own limit has been 999 in old versions.
_KEYS_IN_A_QUERY = 500
_log = logging.getLogger(__name__)


class CachedEmbedder:
    """``embedder`` with a memory. A cache that cannot be read or written costs time, never the
    build.

    Not for several threads: an index is built in one.
    """

    def __init__(self, embedder: Embedder, index_dir: Path, corpus_roots: Sequence[Path]) -> None:
        self.identity = embedder.identity
        self._embedder = embedder
        self._shipped = dict(_read_all(root / SHIPPED_NAME for root in corpus_roots))
        self._database = _Database(index_dir / _DATABASE_NAME)

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, of length one: the same ones whether
        known or new.
        """
        keys = [embedding_key(text, self.identity, language, kind) for text in texts]
        known: dict[bytes, NDArray[Any]] = {
            key: self._shipped[key] for key in keys if key in self._shipped
        }
        known |= self._database.read([key for key in keys if key not in known])
        # A dictionary, so that a text which occurs twice is embedded once.
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            vectors = self._embedder.encode(list(new.values()), language, kind).astype(np.float16)
            fresh = dict(zip(new, vectors, strict=True))
            self._database.write(fresh)
            known |= fresh
        if not keys:
            return self._embedder.encode([], language, kind)
        return _of_length_one([known[key] for key in keys])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def embedding_key(text: str, identity: str, language: str, kind: Kind) -> bytes:
    """Sixteen bytes that change with all that a vector depends on."""
    # The parts cannot run into one another: none but the text, which comes last, holds a line
    # break.
    named = f"{identity}\n{language}\n{kind}\n{text}"
    return hashlib.blake2b(named.encode("utf-8", "replace"), digest_size=_KEY_BYTES).digest()


def write_shipped(path: Path, vectors: Mapping[bytes, NDArray[Any]]) -> None:
    """Write the file that a corpus brings along: one row a key, in the keys' order, so that equal
    content is an equal file. A vector that was read from such a file is written as it was.
    """
    keys = sorted(vectors)
    wide = np.stack([vectors[key] for key in keys]).astype(np.float32)
    # Only the direction counts, so each vector is stretched until its largest number is 127.
    largest = np.abs(wide).max(axis=1, keepdims=True)
    rows = np.empty(len(keys), dtype=_row_type(wide.shape[1]))
    rows["key"] = [np.void(key) for key in keys]
    rows["vector"] = np.rint(wide / largest * _LARGEST).astype(np.int8)
    np.save(path, rows, allow_pickle=False)


def read_shipped(path: Path) -> dict[bytes, NDArray[Any]]:
    """Key → vector, of any length. Raises OSError where there is no file, ValueError where it is another kind of
    file.
    """
    rows = np.load(path, allow_pickle=False)
    names = rows.dtype.names or ()
    if "key" not in names or "vector" not in names:
        raise ValueError("it holds no keys and vectors")
    return {key.tobytes(): vector for key, vector in zip(rows["key"], rows["vector"], strict=True)}


def forget(index_dir: Path, keys: Collection[bytes]) -> int:
    """Take vectors out of the memory, and their bytes out of its file; returns how many. Raises
    IndexBuildError where the file cannot be written.
    """
    path = index_dir / _DATABASE_NAME
    if not keys or not path.is_file():
        return 0
    try:
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN")
            rows = [(key,) for key in keys]
            connection.executemany("DELETE FROM vectors WHERE key = ?", rows)
            deleted = connection.total_changes
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            return deleted
    except sqlite3.Error as error:
        cure = "make the file writable, or delete it"
        raise IndexBuildError(f"{path}: vectors cannot be erased ({error}); {cure}") from error


def _row_type(dimension: int) -> np.dtype[np.void]:
    return np.dtype([("key", f"V{_KEY_BYTES}"), ("vector", np.int8, (dimension,))])


def _read_all(paths: Iterable[Path]) -> Iterator[tuple[bytes, NDArray[Any]]]:
    for path in paths:
        try:
            yield from read_shipped(path).items()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError, EOFError) as error:
            _log.warning("%s: cannot be read (%s); its texts are embedded anew", path, error)


def _of_length_one(vectors: Sequence[NDArray[Any]]) -> Vectors:
    # One by one: what was kept in whole numbers and what was kept in halves come together here.
    wide = np.stack([vector.astype(np.float32) for vector in vectors])
    return np.asarray(wide / np.linalg.norm(wide, axis=1, keepdims=True), dtype=np.float32)


class _Database:
    """Key → vector in a SQLite file; after the first failure it is left alone and knows nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=30)
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS vectors "
                "(key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
            )
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def read(self, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float16]]:
        found: dict[bytes, NDArray[np.float16]] = {}
        try:
            for start in range(0, len(keys), _KEYS_IN_A_QUERY):
                for key, vector in self._rows(keys[start : start + _KEYS_IN_A_QUERY]):
                    found[key] = np.frombuffer(vector, dtype=np.float16)
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def write(self, vectors: Mapping[bytes, NDArray[np.float16]]) -> None:
        if self._connection is None:
            return
        rows = [(key, vector.tobytes()) for key, vector in vectors.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _rows(self, keys: Sequence[bytes]) -> Iterable[tuple[bytes, bytes]]:
        if self._connection is None:
            return ()
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"
        return self._connection.execute(query, list(keys))

    def _give_up(self, error: Exception) -> None:
        _log.warning(
            "%s: what was embedded cannot be kept (%s); delete the file, or make it writable",
            self._path,
            error,
        )
        self.close()
