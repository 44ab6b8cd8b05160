"""A seal says what the files of a finished folder hold, so that a changed byte is never met unseen.

``<folder>.seal`` beside the folder is a JSON object: name of each file → how many bytes are sealed,
which stretches of them are loose, and the SHA-256 of the others. Loose is what a library writes
anew whenever it opens a file, though it means nothing to a reader.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Made by tantivy when it opens its files; they hold nothing.
_HOLD_NOTHING = ".lock"
_PIECE = 1 << 20

Stretches = Sequence[Sequence[int]]
"""(start, end) of stretches of bytes, in order and apart."""


def _nothing_loose(path: Path) -> Stretches:  # noqa: ARG001
    return ()


def seal(folder: Path, loose_in: Callable[[Path], Stretches] = _nothing_loose) -> None:
    """Write the seal of a finished folder. Raises OSError when it cannot be written."""
    written: dict[str, dict[str, Any]] = {}
    for name in _files(folder):
        path = folder / name
        size, loose = path.stat().st_size, loose_in(path)
        digest = _digest(path, size, loose)
        written[name] = {"bytes": size, "loose": loose, "sha256": digest}
    _place(folder).write_text(json.dumps(written, indent=1), encoding="utf-8")


def is_sealed(folder: Path) -> bool:
    """Whether the folder has a seal, and every file that it names is as it was."""
    try:
        written = json.loads(_place(folder).read_bytes())
        return bool(written) and all(
            _digest(folder / name, its["bytes"], its["loose"]) == its["sha256"]
            for name, its in written.items()
        )
    except (OSError, ValueError, AttributeError, TypeError, KeyError):
        return False


def _files(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        path.relative_to(folder).as_posix() for path in paths if path.suffix != _HOLD_NOTHING
    )


def _digest(path: Path, size: int, loose: Stretches) -> str:
    """SHA-256 of the first ``size`` bytes without the loose ones. Raises ValueError for fewer."""
    digest = hashlib.sha256()
    start = 0
    with path.open("rb") as file:
        for loose_from, loose_to in [*loose, (size, size)]:
            file.seek(start)
            _add(digest, file, loose_from - start)
            start = loose_to
    return digest.hexdigest()


def _add(digest: Any, file: Any, count: int) -> None:
    while count > 0:
        piece = file.read(min(count, _PIECE))
        if not piece:
            raise ValueError("the file is shorter than it was")
        digest.update(piece)
        count -= len(piece)


def _place(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.seal")
