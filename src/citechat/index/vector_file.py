"""A copy of a collection's vectors in one file, mapped into memory: to ask Chroma costs 0.05 ms a
row.

Derived, like the terms: written when an index is built, and anew when it is missing or damaged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap

from .embedder import Vectors

# A damaged file is known by rows that are not of length one; so many are looked at, evenly spread,
# when it is opened.
_ROWS_LOOKED_AT = 4096


class VectorFile:
    """Vectors by id: ``place``.npy holds the rows, (ids, dimension) float32, ``place``.json the ids
    in their order.
    """

    def __init__(self, place: Path) -> None:
        """Open a copy. Raises OSError when there is none, ValueError when it is damaged."""
        rows, ids = _files(place)
        names = json.loads(ids.read_bytes())
        self._row_of: dict[str, int] = {name: row for row, name in enumerate(names)}
        self._rows: Vectors = open_memmap(rows, mode="r")
        if self._rows.dtype != np.float32 or len(self._rows) != len(names):
            raise ValueError(f"{rows} holds {len(self._rows)} vectors for {len(names)} ids")
        step = max(1, len(names) // _ROWS_LOOKED_AT)
        lengths = np.linalg.norm(self._rows[::step], axis=1)
        if not np.allclose(lengths, 1, atol=1e-3):
            raise ValueError(f"{rows} holds vectors that are not of length one")

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
            names = _write_rows(unfinished_rows, count, pages)
            unfinished_ids.write_text(json.dumps(names), encoding="utf-8")
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
        rows = [self._row_of[name] for name in ids]
        return dict(zip(ids, (self._rows[rows] @ vector).tolist(), strict=True))


def _write_rows(
    path: Path, count: int, pages: Iterable[tuple[Sequence[str], Vectors]]
) -> list[str]:
    """The ids in the order of the rows. One page at a time is in memory, however many there are."""
    names: list[str] = []
    rows: np.memmap[tuple[int, ...], np.dtype[np.float32]] | None = None
    for page, vectors in pages:
        if rows is None:
            rows = open_memmap(path, "w+", np.float32, (count, np.shape(vectors)[1]))
        rows[len(names) : len(names) + len(page)] = vectors
        names += page
    if rows is None or len(names) != count:
        raise ValueError(f"{path}: {len(names)} vectors came where {count} were told of")
    rows.flush()
    return names


def _files(place: Path) -> tuple[Path, Path]:
    return place.with_name(place.name + ".npy"), place.with_name(place.name + ".json")
