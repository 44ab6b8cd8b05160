"""What a finished index consists of, as its folder's ``manifest.json`` says; and which index is the
current one of a corpus.

An index is a stack of layers. A layer is a Chroma database with some of the documents; it never
changes. A document that has changed comes in a new layer on top, and the manifest says for each
document in which layer it lives: what an older layer still holds of it is hidden.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from citechat_ingest import Role

from ..errors import IndexBuildError

Key = tuple[str, str]
"""(language, document id)"""
Stamp = tuple[int, int, int]
"""A file's size in bytes, and when it was last written and last touched, in nanoseconds."""

_NAME = "manifest.json"
_CURRENT = ".current"
_BUILD_ANEW = "run: citechat index --rebuild"


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file as it was when it was read; ``language`` is empty where it was skipped."""

    path: str
    stamp: Stamp
    digest: str
    document_id: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """Where a document lives: its layer, its role, how many passages it has, its title."""

    layer: str
    role: Role
    passages: int
    title: str = ""


@dataclass(frozen=True)
class Manifest:
    """``layers`` names the layers, the oldest first, and how many passages each holds, hidden ones
    included.

    ``shape`` is a digest of all that shapes the index but the documents. ``written`` is when this
    was written, in nanoseconds.
    """

    shape: str
    written: int
    layers: dict[str, int]
    documents: dict[Key, IndexedDocument]
    files: tuple[IndexedFile, ...] = ()
    skipped: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> Counter[str]:
        """Language → how many passages its documents have."""
        counted: Counter[str] = Counter()
        for (language, _), document in self.documents.items():
            counted[language] += document.passages
        return counted

    @cached_property
    def live(self) -> Counter[str]:
        """Layer → how many of its passages are not hidden."""
        counted: Counter[str] = Counter()
        for document in self.documents.values():
            counted[document.layer] += document.passages
        return counted


NO_MANIFEST = Manifest("", 0, {}, {})


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of an index, under a digest of itself. Raises OSError."""
    (folder / _NAME).write_text(manifest_text(manifest), encoding="utf-8")


def manifest_text(manifest: Manifest) -> str:
    """The manifest as it is kept: in its second line, under a digest of that."""
    rows = [[*key, *_values(document)] for key, document in manifest.documents.items()]
    files = [_values(file) for file in manifest.files]
    plain = {**_plain_fields(manifest), "documents": rows, "files": files}
    text = json.dumps(plain, ensure_ascii=False)
    return f"{_digest(text)}\n{text}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an index. Raises IndexBuildError where it is missing or damaged."""
    try:
        return parse_manifest((folder / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise IndexBuildError(
            f"{folder}: the manifest is missing or damaged ({error}); {_BUILD_ANEW}"
        ) from error


def parse_manifest(kept: str) -> Manifest:
    """The manifest that was kept as a text. Raises ValueError where a letter of it has changed."""
    digest, text = kept.split("\n", 1)
    if digest != _digest(text):
        raise ValueError("its digest is another")
    plain = json.loads(text)
    documents = {
        (language, name): IndexedDocument(layer, role, passages, title)
        for language, name, layer, role, passages, title in plain["documents"]
    }
    files = tuple(
        IndexedFile(path, cast("Stamp", tuple(stamp)), digest, document_id, language)
        for path, stamp, digest, document_id, language in plain["files"]
    )
    return Manifest(
        shape=plain["shape"],
        written=plain["written"],
        layers=plain["layers"],
        documents=documents,
        files=files,
        skipped=tuple(plain["skipped"]),
    )


def _values(row: IndexedDocument | IndexedFile) -> list[Any]:
    return [getattr(row, field.name) for field in fields(row)]


def _plain_fields(manifest: Manifest) -> dict[str, Any]:
    """The fields that are written as they are."""
    plain = ("shape", "written", "layers", "skipped")
    return {name: getattr(manifest, name) for name in plain}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


# The current index of a corpus


def current_index(index_dir: Path, recipe: str) -> str:
    """The fingerprint of the index that was last built or found good for ``recipe``; empty where
    there is none.
    """
    try:
        return (index_dir / f".{recipe}{_CURRENT}").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def make_current(index_dir: Path, recipe: str, fingerprint: str) -> None:
    """Say that ``fingerprint`` is the current index; running chats then turn to it. A folder that
    cannot be written keeps what it says.
    """
    if current_index(index_dir, recipe) == fingerprint:
        return
    place = index_dir / f".{recipe}{_CURRENT}"
    unfinished = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        unfinished.write_text(fingerprint, encoding="utf-8")
        unfinished.replace(place)
    except OSError:
        unfinished.unlink(missing_ok=True)


def current_indexes(index_dir: Path) -> dict[str, str]:
    """Recipe → the fingerprint of its current index, for all that share the folder."""
    names = (path.name for path in index_dir.glob(f".*{_CURRENT}"))
    recipes = (name[1 : -len(_CURRENT)] for name in names)
    return {recipe: current_index(index_dir, recipe) for recipe in recipes}
