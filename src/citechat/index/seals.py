"""A seal says what the files of a finished folder hold, so that a changed byte is never met unseen.

``<folder>.seal`` beside the folder is a JSON object: name of each file → SHA-256 of what it holds.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

# Made by tantivy when it opens its files; they hold nothing.
_HOLD_NOTHING = ".lock"


def seal(folder: Path) -> None:
    """Write the seal of a finished folder. Raises OSError when it cannot be written."""
    digests = {name: _digest(folder / name) for name in _files(folder)}
    _place(folder).write_text(json.dumps(digests, indent=1), encoding="utf-8")


def is_sealed(folder: Path) -> bool:
    """Whether the folder has a seal, and every file that it names is as it was."""
    try:
        digests = json.loads(_place(folder).read_bytes())
        return all(_digest(folder / name) == digest for name, digest in digests.items())
    except (OSError, ValueError, AttributeError):
        return False


def _files(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        path.relative_to(folder).as_posix() for path in paths if path.suffix != _HOLD_NOTHING
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _place(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.seal")
