"""A copy of a collection's vectors in one file, of which single rows are read: to ask Chroma costs
0.05 ms a row.

Derived, like the terms: written when an index is built, and anew when it is missing or damaged.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from .embedder import Vectors

Digests = NDArray[np.uint64]

# A damaged file is known by rows that are not of length one; so many are looked at, evenly spread,
# when it is opened.
_ROWS_LOOKED_AT = 4096


class VectorFile:
    """Vectors by id: ``place``.npy holds the rows, (ids, dimension) float32; ``place``.ids.npy, shape
    (2, ids), a digest of each id, sorted, and below it the id's row.

    A million ids cost no memory and no time to open: the ids are mapped, and rows are read where they
    stand, since of a map the system brings in what lies around each row, too: after a hundred questions
    to 400,000 vectors all of it, 600 MB. Two ids with the same 64 bits would be told when the file is
    written: among ten million, once in 400,000 files.
    """

    def __init__(self, place: Path) -> None:
        """Open a copy. Raises OSError when there is none, ValueError when it is damaged."""
        rows, ids = _files(place)
        self._ids: Digests = open_memmap(ids, mode="r")
        vectors: np.memmap[Any, np.dtype[np.float32]] = open_memmap(rows, mode="r")
        count = len(vectors)
        if self._ids.dtype != np.uint64 or self._ids.ndim != 2:
            raise ValueError(f"{ids} holds no digests of ids")
        if vectors.dtype != np.float32 or self._ids.shape != (2, count):
            raise ValueError(f"{rows} holds {count} vectors for {self._ids.shape[1]} ids")
        step = max(1, count // _ROWS_LOOKED_AT)
        lengths = np.linalg.norm(vectors[::step], axis=1)
        if not np.allclose(lengths, 1, atol=1e-3):
            raise ValueError(f"{rows} holds vectors that are not of length one")
        self._dimension = vectors.shape[1]
        self._first_byte = vectors.offset
        self._file = os.open(rows, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)

    @classmethod
    def write(
        cls, place: Path, count: int, pages: Iterable[tuple[Sequence[str], Vectors]]
    ) -> VectorFile:
        """Write the (ids, vectors) of all pages, ``count`` in all, whole or not at all: the ids
        take their name last.

        Raises OSError when it cannot be written, ValueError when there are not ``count`` vectors.
        """
        place.parent.mkdir(parents=True, exist_ok=True)
        rows, ids = _files(place)
        unfinished_rows, unfinished_ids = _files(place.with_name(f"{place.name}.{os.getpid()}"))
        try:
            digests = _write_rows(unfinished_rows, count, pages)
            order = np.argsort(digests, kind="stable")
            if (np.diff(digests[order]) == 0).any():
                raise ValueError(f"{rows}: two ids have one digest, or an id came twice")
            np.save(unfinished_ids, np.stack([digests[order], order.astype(np.uint64)]))
            unfinished_rows.replace(rows)
            unfinished_ids.replace(ids)
        finally:
            unfinished_rows.unlink(missing_ok=True)
            unfinished_ids.unlink(missing_ok=True)
        return cls(place)

    def similarities(self, ids: Sequence[str], vector: Vectors) -> dict[str, float]:
        """The product of the vectors of ``ids`` and ``vector``: their cosine, when all are of
        length one.
        """
        digests = _digests(ids)
        places = np.minimum(np.searchsorted(self._ids[0], digests), max(0, self._ids.shape[1] - 1))
        if not np.array_equal(self._ids[0][places], digests):
            raise KeyError("an id that has no vector")
        vectors = self._read(self._ids[1][places].astype(np.int64))
        return dict(zip(ids, (vectors @ vector).tolist(), strict=True))

    def _read(self, rows: NDArray[np.int64]) -> Vectors:
        """The vectors of given rows, shape (rows, dimension)."""
        size = self._dimension * np.dtype(np.float32).itemsize
        # The sentences of a passage stand one after the other, and are read at once.
        runs = np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1)
        read = b"".join(
            os.pread(self._file, size * len(run), self._first_byte + size * int(run[0]))
            for run in runs
            if len(run)
        )
        return np.frombuffer(read, dtype=np.float32).reshape(len(rows), self._dimension)


def _write_rows(path: Path, count: int, pages: Iterable[tuple[Sequence[str], Vectors]]) -> Digests:
    """The digests of the ids in the order of the rows. One page at a time is in memory, however
    many there are.
    """
    digests = np.zeros(count, dtype=np.uint64)
    written = 0
    rows: np.memmap[tuple[int, ...], np.dtype[np.float32]] | None = None
    for page, vectors in pages:
        if not page:
            continue  # the end of what came in full pages; it has no dimension
        if rows is None:
            rows = open_memmap(path, "w+", np.float32, (count, np.shape(vectors)[1]))
        rows[written : written + len(page)] = vectors
        digests[written : written + len(page)] = _digests(page)
        written += len(page)
    if rows is None or written != count:
        raise ValueError(f"{path}: {written} vectors came where {count} were told of")
    rows.flush()
    return digests


def _digests(ids: Sequence[str]) -> Digests:
    joined = b"".join(
        hashlib.blake2b(i.encode("utf-8", "surrogatepass"), digest_size=8).digest() for i in ids
    )
    return np.frombuffer(joined, dtype=np.uint64)


def _files(place: Path) -> tuple[Path, Path]:
    return place.with_name(place.name + ".npy"), place.with_name(place.name + ".ids.npy")
