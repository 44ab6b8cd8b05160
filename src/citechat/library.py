"""The documents of a corpus as a library: adding, removing, listing them.

The folder is the truth. To add is to copy a file into it, to remove is to put the file away into
``.removed`` in the same folder, which is never read; the index then follows the folder.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from citechat_ingest import (
    SUFFIXES,
    CorpusError,
    Role,
    corpus_files,
    files_passed_over,
    read_document,
    shipped_corpus,
)

from .errors import UnknownDocumentError
from .index.manifest import NO_MANIFEST, Manifest
from .settings import Settings

REMOVED = ".removed"
_OWN_FOLDER = "name a folder of your own with --corpus or CITECHAT_CORPUS"
_SEE_LIST = "citechat list, or CiteChat.documents(), names those that there are"


@dataclass(frozen=True)
class ListedDocument:
    """A document as the library lists it."""

    document_id: str
    language: str
    title: str
    role: Role
    passages: int


@dataclass(frozen=True)
class Changes:
    """What an update has made of the library: the ids of documents, and why files were skipped.

    False where nothing has changed.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


_NOT_READ = (
    "found by their words alone, and not in another script: the packaged weights read English, and "
    "German and Chinese by way of English; set CITECHAT_EMBEDDING_MODEL to a multilingual model"
)
_FOUND_BY_THE_MODEL = (
    "found by the model's vectors and by words, without stems, expected types (when, how many), "
    "comparisons and checks of what a language model writes"
)


@dataclass(frozen=True)
class LibraryStatus:
    """How the library stands.

    ``passages`` counts by language. ``layers`` is how many layers the index has, and ``hidden`` how
    many passages in them are there no more. ``put_away`` are the files that were removed and not
    erased, ``skipped`` why files could not be read; ``not_read`` counts, by their ending, the files
    of a kind that is not read, such as pictures. ``other_languages`` says how questions and documents are served that are in none of the
    three.
    """

    fingerprint: str
    folder: str
    corpus: tuple[str, ...]
    embedding_model: str
    documents: int
    passages: dict[str, int]
    layers: int
    hidden: int
    put_away: tuple[str, ...]
    skipped: tuple[str, ...]
    not_read: dict[str, int]
    other_languages: str

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers."""
        plain = asdict(self)
        return {k: list(v) if isinstance(v, tuple) else v for k, v in plain.items()}


def listed(manifest: Manifest) -> list[ListedDocument]:
    """Every document of an index, sorted by id and language."""
    rows = [
        ListedDocument(document_id, language, its.title, its.role, its.passages)
        for (language, document_id), its in manifest.documents.items()
    ]
    return sorted(rows, key=lambda row: (row.document_id, row.language))


def library_status(
    fingerprint: str, manifest: Manifest, settings: Settings, roots: Sequence[Path]
) -> LibraryStatus:
    """How an open index and its corpus stand."""
    live = sum(its.passages for its in manifest.documents.values())
    return LibraryStatus(
        fingerprint=fingerprint,
        folder=str(settings.index_dir),
        corpus=tuple(map(str, roots)),
        embedding_model=settings.embedding_model or "all-MiniLM-L6-v2 (packaged)",
        documents=len(manifest.documents),
        passages=dict(sorted(manifest.passages.items())),
        layers=len(manifest.layers),
        hidden=sum(manifest.layers.values()) - live,
        put_away=tuple(str(path) for path in put_away(settings)),
        skipped=manifest.skipped,
        not_read=not_read(roots),
        other_languages=_FOUND_BY_THE_MODEL if settings.embedding_model else _NOT_READ,
    )


def not_read(roots: Sequence[Path]) -> dict[str, int]:
    """How many files of the corpus are of a kind that is not read, by their ending."""
    endings = Counter(path.suffix.lower() or path.name for path in files_passed_over(roots))
    return dict(sorted(endings.items()))


def changes_between(before: Manifest | None, after: Manifest) -> Changes:
    """What two indexes of one corpus tell apart."""
    old, new = _digests(before or NO_MANIFEST), _digests(after)
    changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    return Changes(
        added=_ids(new.keys() - old.keys()),
        changed=_ids(changed),
        removed=_ids(old.keys() - new.keys()),
        skipped=after.skipped,
    )


def _digests(manifest: Manifest) -> dict[tuple[str, str], str]:
    read = (file for file in manifest.files if file.language)
    return {(file.language, file.document_id): file.digest for file in read}


def _ids(keys: Collection[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({document_id for _, document_id in keys}))


# Adding


def add_files(paths: Sequence[str | Path], settings: Settings) -> list[CorpusError]:
    """Copy files, and what lies below folders, into the last folder of the corpus.

    A file with the name of one that is there takes its place. Returns why files were left out;
    raises the first reason where no file could be added, or there is no folder to add to.
    """
    root = _own_folder(settings)
    failures: list[CorpusError] = []
    added = 0
    for source, name in _files_of(paths):
        try:
            _add_file(source, name, root)
            added += 1
        except CorpusError as error:
            failures.append(error)
    if failures and not added:
        raise failures[0]
    return failures


def _own_folder(settings: Settings) -> Path:
    """The folder that documents come into. Raises CorpusError where the corpus has none."""
    roots: Sequence[Path] = settings.corpus  # type: ignore[assignment]
    if not roots:
        both = f"CITECHAT_CORPUS={shipped_corpus()}{os.pathsep}my/folder asks both"
        cure = f"{_OWN_FOLDER}; {both} and adds to the second"
        raise CorpusError("the shipped corpus", "is not added to or removed from", cure)
    if roots[-1].is_file():
        raise CorpusError(roots[-1], "is a file, not a folder of documents", _OWN_FOLDER)
    return roots[-1]


def _files_of(paths: Sequence[str | Path]) -> Iterator[tuple[Path, Path]]:
    """(file, its name below the corpus) of all that is given."""
    for given in paths:
        path = Path(given).expanduser().absolute()
        if path.is_dir():
            yield from _files_below(path)
        else:
            yield path, Path(path.name)


def _files_below(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The documents in a folder, those left aside that are hidden or of a kind that is not read."""
    for file in sorted(folder.rglob("*")):
        inner = file.relative_to(folder.parent)
        if file.is_file() and _is_to_be_read(inner):
            yield file, inner


def _is_to_be_read(inner: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in inner.parts)
    return inner.suffix.lower() in SUFFIXES and not is_hidden


def _add_file(source: Path, name: Path, root: Path) -> None:
    if not source.is_file():
        raise CorpusError(source, "is not a file", "give the path of a document or a folder")
    if source.suffix.lower() not in SUFFIXES:
        cure = f"give a file ending in {', '.join(SUFFIXES)}"
        raise CorpusError(source, "is of a kind that is not read", cure)
    if source.is_relative_to(root):
        return  # it is there already
    language = read_document(source, name.with_suffix("").as_posix()).language
    target = root / language / name if _parts_languages(root) else root / name
    twins = [p for p in target.parent.glob(f"{_literal(target.stem)}.*") if p.suffix in SUFFIXES]
    if any(twin != target for twin in twins):
        reason = f'would have the same document id as {twins[0]} ("{target.stem}")'
        raise CorpusError(source, reason, "rename one of the two files")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Under a hidden name first: a watcher must not meet half a file.
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)
    except OSError as error:
        reason = f"cannot be copied to {target} ({error.strerror})"
        raise CorpusError(source, reason, "make room there, or make the folder writable") from error


def _parts_languages(root: Path) -> bool:
    """Whether the documents of a folder lie in folders by language."""
    try:
        return any(file.language for file in corpus_files([root], skip=lambda _: None))
    except CorpusError:
        return False


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


# Removing


def put_away_documents(
    document_ids: Sequence[str], manifest: Manifest, settings: Settings
) -> tuple[Path, ...]:
    """Move the files of documents, in all languages, into ``.removed`` of their folder. Raises
    UnknownDocumentError, and CorpusError where a file cannot be moved or none would be left.
    """
    _own_folder(settings)
    wanted = set(document_ids)
    read = [file for file in manifest.files if file.language]
    files = [file for file in read if file.document_id in wanted]
    unknown = wanted.difference(file.document_id for file in files)
    if unknown or not wanted:
        shown = ", ".join(sorted(unknown)) or "(none given)"
        raise UnknownDocumentError(f"no document {shown} to remove; {_SEE_LIST}")
    if len(files) == len(read):
        reason = "would be left without any document"
        raise CorpusError(str(settings.corpus), reason, "add another document first")
    return tuple(_put_away(Path(file.path), settings) for file in files)


def _put_away(path: Path, settings: Settings) -> Path:
    roots: Sequence[Path] = settings.corpus  # type: ignore[assignment]
    root = next((root for root in roots if path.is_relative_to(root)), path.parent)
    place = root / REMOVED / path.relative_to(root)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    except OSError as error:
        reason = f"cannot be put away to {place} ({error.strerror})"
        raise CorpusError(path, reason, "make the folder writable") from error
    return place


def put_away(settings: Settings) -> list[Path]:
    """The files that were removed and not erased."""
    roots: Sequence[Path] = settings.corpus  # type: ignore[assignment]
    below = (path for root in roots for path in (root / REMOVED).rglob("*"))
    return sorted(path for path in below if path.is_file())


def erase_files(settings: Settings) -> tuple[Path, ...]:
    """Delete what was put away. Raises CorpusError."""
    files = put_away(settings)
    for path in files:
        try:
            path.unlink()
        except OSError as error:
            reason = f"cannot be erased ({error.strerror})"
            raise CorpusError(path, reason, "make the folder writable") from error
    for root in {path for path in settings.corpus if isinstance(path, Path)}:  # type: ignore[union-attr]
        with suppress(OSError):
            shutil.rmtree(root / REMOVED)
    return tuple(files)
