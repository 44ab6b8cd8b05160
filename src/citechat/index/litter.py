"""What indexes leave behind: folders of builders that were killed, and older indexes.

Both are swept whenever something is built. The index that answered until then is still current, so
that who reads it goes on; the next build sweeps it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from ..errors import IndexBuildError
from .build_lock import locked
from .manifest import current_indexes, read_manifest

# Folders in which an index is built begin so; its fingerprint follows, then a name of its own.
UNFINISHED = ".building-"
_IS_INDEX = re.compile(r"[0-9a-f]{16}")


def sweep(index_dir: Path) -> None:
    """Delete the unfinished folders of builders that are no more, and indexes that are no corpus's
    current one. What another builds at this moment is left alone.
    """
    for left in index_dir.glob(f"{UNFINISHED}*"):
        fingerprint = left.name.removeprefix(UNFINISHED).partition("-")[0]
        if not locked(index_dir, fingerprint):
            shutil.rmtree(left, ignore_errors=True)
    prune(index_dir)


def prune(index_dir: Path) -> list[str]:
    """Delete the indexes that no corpus has as its current one, nor as a layer of that; returns
    their names. One that is being built is left alone.
    """
    kept = _in_use(index_dir)
    pruned: list[str] = []
    for folder in index_folders(index_dir):
        if folder.name in kept or locked(index_dir, folder.name):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        pruned.append(folder.name)
    return sorted(pruned)


def index_folders(index_dir: Path) -> list[Path]:
    """The folders of all indexes, whatever their corpus."""
    try:
        return [path for path in index_dir.iterdir() if _IS_INDEX.fullmatch(path.name)]
    except OSError:
        return []


def _in_use(index_dir: Path) -> set[str]:
    used: set[str] = set()
    for fingerprint in current_indexes(index_dir).values():
        used.add(fingerprint)
        try:
            layers = read_manifest(index_dir / fingerprint).layers
        except IndexBuildError:
            continue  # it is built anew when it is opened
        used.update(layer.split("/")[0] for layer in layers)
    return used
