"""Folders of files → documents: where the shipped corpus lies, and how a folder is walked.

A folder with subfolders named after languages (en, de, zh) is a parallel corpus: only they are
read, and the same path below them is the same document. A single such folder beside other documents
is just a folder of documents like any other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .audit_checks import audit_documents, read_audited_claims
from .documents import Document, Role
from .errors import CorpusError, TwinError
from .expected_questions import expected_files
from .formats import READABLE
from .language import LANGUAGES
from .reading import MAX_BYTES, SUFFIXES, front_matter_role, read_document


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus; ``language`` is None where the text itself must tell."""

    path: Path
    document_id: str
    language: str | None


def shipped_corpus() -> Path:
    """The folder of the corpus that comes with the package: beside the sources in a checkout, else
    in the wheel.
    """
    checkout = Path(__file__).resolve().parents[2] / "corpus"
    return checkout if checkout.is_dir() else Path(__file__).resolve().parent / "corpus_data"


Skip = Callable[[CorpusError], None]
"""Told of a file that is left out, and why."""
Seen = dict[tuple[str | None, str], SourceFile]
"""(language, document id) → the file that it was read from."""


def corpus_files(roots: Sequence[Path], skip: Skip | None = None) -> list[SourceFile]:
    """Every file that will be read, sorted. Raises CorpusError for a missing or empty corpus.

    A file whose name cannot be used, since it is not UTF-8 or another's twin, a folder that cannot
    be opened and a link that leads out of the corpus are handed to ``skip``; without ``skip`` they
    are raised.
    """
    untold = skip or _raise
    files = [file for root in roots for file in _files_below(root, untold)]
    if not files:
        shown = ", ".join(map(str, roots)) or "(no folder given)"
        cure = f"put files ending in {', '.join(READABLE)} there"
        raise CorpusError(shown, "holds no documents", cure)
    seen: Seen = {}
    usable: list[SourceFile] = []
    for file in files:
        try:
            _refuse_unreadable_name(file.path)
            _refuse_twin(seen, file, file.language)
        except CorpusError as error:
            untold(error)
            continue
        usable.append(file)
    return usable


def _raise(error: CorpusError) -> None:
    raise error


def files_passed_over(roots: Sequence[Path]) -> list[Path]:
    """The files of a corpus of a kind that is not read, such as pictures, sorted; but not the TOML
    files, which tell of the documents. Raises CorpusError for a missing corpus.
    """
    return sorted(
        path
        for root in roots
        for folder, _ in _folders(root)
        for path in _paths_below(folder, skip=lambda _: None)
        if path.is_file() and path.suffix.lower() not in (*SUFFIXES, ".toml")
    )


def read_corpus(
    roots: Sequence[Path], skip: Skip | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Document]:
    """All documents of the corpus, one after another, the audit last.

    A file that cannot be read, or whose name is another's twin in the language of its text, is
    handed to ``skip``, with the reason, and the others are read; without ``skip`` it is raised.
    Raises CorpusError, too, where a file takes the audit's name, and where no file can be read at
    all.
    """
    seen: Seen = {}
    for _, document in read_files(corpus_files(roots, skip), seen, skip, max_bytes):
        yield document
    yield from read_audit(roots, seen)


def read_files(
    files: Iterable[SourceFile],
    seen: Seen,
    skip: Skip | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[tuple[SourceFile, Document]]:
    """The documents of some files of the corpus, as ``read_corpus`` reads them.

    ``seen`` names the documents that there are already, by language and id; those that are read
    join them.
    """
    failures: list[CorpusError] = []
    for file in files:
        try:
            document = read_document(file.path, file.document_id, file.language, max_bytes)
            _refuse_twin(seen, file, document.language)
        except CorpusError as error:
            failures.append(error)
            (skip or _raise)(error)
            continue
        yield file, document
    if failures and not seen:
        raise failures[0]


def read_audit(roots: Sequence[Path], seen: Seen) -> Iterator[Document]:
    """The audit of the corpus as documents. Raises CorpusError where a file took its name."""
    for document in audit_documents(read_audited_claims(roots)):
        twin = seen.get((document.language, document.document_id))
        if twin:
            reason = f'has the document id "{twin.document_id}", as the audit of checks.toml does'
            raise CorpusError(twin.path, reason, "rename the file")
        yield document


def has_role(roots: Sequence[Path], role: Role) -> bool:
    """Whether a file of the corpus gives itself ``role``; told from the files alone, without an
    index. Files that cannot be read have none.
    """
    return any(_role_of(file) == role for file in corpus_files(roots, skip=lambda _: None))


def _role_of(file: SourceFile) -> Role | None:
    try:
        return front_matter_role(file.path, file.document_id)
    except CorpusError:
        return None


def _refuse_twin(seen: Seen, file: SourceFile, language: str | None) -> None:
    twin = seen.setdefault((language, file.document_id), file)
    if twin is not file:
        reason = f'has the same document id "{file.document_id}" as {twin.path}'
        raise TwinError(file.path, reason, "rename one of the two files")


def _files_below(root: Path, skip: Skip) -> list[SourceFile]:
    if root.is_file():
        return [SourceFile(root, root.stem, None)]
    return [file for folder, language in _folders(root) for file in _walk(folder, language, skip)]


def _folders(root: Path) -> list[tuple[Path, str | None]]:
    """The folders below a root whose files are read, each with its language, where it has one."""
    if root.is_file():
        return []
    if not root.is_dir():
        raise CorpusError(root, "does not exist", "give a folder of documents")
    languages = _language_folders(root)
    if not languages:
        return [(root, None)]
    return [(root / language, language) for language in languages]


def _language_folders(root: Path) -> list[str]:
    """The languages of a parallel corpus; none for a plain folder."""
    languages = [name for name in LANGUAGES if (root / name).is_dir()]
    if len(languages) == 1 and not _stands_alone(root, languages[0]):
        return []
    return languages


def _stands_alone(root: Path, language: str) -> bool:
    """Whether no other document lies beside a language's folder; a README is about the corpus, not
    of it.
    """
    others = _walk(root, None, skip=lambda _: None, leave_out=language)
    return all(file.document_id.casefold() == "readme" for file in others)


def _walk(folder: Path, language: str | None, skip: Skip, leave_out: str = "") -> list[SourceFile]:
    """The readable files below ``folder``, sorted by path, without hidden ones, what lies elsewhere,
    the expected questions and the folder in it that is called ``leave_out``.
    """
    files: list[SourceFile] = []
    # They are what is asked of the corpus, and no part of it.
    expected = expected_files([folder])
    for path in sorted(_paths_below(folder, skip, leave_out)):
        is_document = path.suffix.lower() in SUFFIXES and path not in expected
        if is_document and path.is_file() and _lies_within(path, folder, skip):
            inner = path.relative_to(folder)
            files.append(SourceFile(path, inner.with_suffix("").as_posix(), language))
    return files


def _paths_below(folder: Path, skip: Skip, leave_out: str = "") -> Iterator[Path]:
    """Every file below ``folder`` and every link to a file, but those that are hidden or below
    ``leave_out``. A folder that cannot be opened is told, and so is a link to one, which may lead in
    a circle.
    """

    def cannot_be_opened(error: OSError) -> None:
        cure = "check its permissions, or move it out of the corpus"
        skip(CorpusError(str(error.filename), f"cannot be opened ({error.strerror})", cure))

    for place, folders, names in os.walk(folder, onerror=cannot_be_opened):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if leave_out in folders and Path(place) == folder:
            folders.remove(leave_out)
        for name in folders:
            link = Path(place, name)
            if link.is_symlink():
                cure = "name the folder it leads to as a further corpus"
                skip(CorpusError(link, "is a link to a folder and is not followed", cure))
        for name in names:
            if not name.startswith("."):
                yield Path(place, name)


def _lies_within(path: Path, folder: Path, skip: Skip) -> bool:
    """Whether a file is no link that leads out of the folder: what lies there was not put into the
    corpus, and would be shown to readers.
    """
    if not path.is_symlink() or path.resolve().is_relative_to(folder.resolve()):
        return True
    cure = "copy the file into the corpus"
    skip(CorpusError(path, "is a link to a file outside the corpus and is not read", cure))
    return False


def _refuse_unreadable_name(path: Path) -> None:
    """A name is shown to readers, stands in addresses and is written to terminals."""
    if any("\udc80" <= letter <= "\udcff" for letter in str(path)):
        raise CorpusError(path, "has a name that is not UTF-8", "rename the file")
    if not str(path).isprintable():
        raise CorpusError(path, "has a name with control characters", "rename the file")
