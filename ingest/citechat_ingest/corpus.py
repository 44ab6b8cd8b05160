"""Folders of files → documents: where the shipped corpus lies, and how a folder is walked.

A folder with subfolders named after a language (en, de, zh) is a parallel corpus: only they are read, and the same
path below them is the same document. Any other folder is just a folder of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .audit import audit_documents, read_checks
from .documents import Document, Role
from .errors import CorpusError
from .language import LANGUAGES
from .reading import SUFFIXES, front_matter_role, read_document


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus; ``language`` is None where the text itself must tell."""

    path: Path
    document_id: str
    language: str | None


def shipped_corpus() -> Path:
    """The folder of the corpus that comes with the package: beside the sources in a checkout, else in the wheel."""
    checkout = Path(__file__).resolve().parents[2] / "corpus"
    return checkout if checkout.is_dir() else Path(__file__).resolve().parent / "corpus_data"


def corpus_files(roots: Sequence[Path]) -> list[SourceFile]:
    """Every file that will be read, sorted. Raises CorpusError for a missing or empty corpus and for twin names."""
    files = [file for root in roots for file in _files_below(root)]
    if not files:
        shown = ", ".join(map(str, roots)) or "(no folder given)"
        raise CorpusError(
            shown, "holds no documents", f"put files ending in {', '.join(SUFFIXES)} there"
        )
    seen: dict[tuple[str | None, str], SourceFile] = {}
    for file in files:
        _refuse_twin(seen, file, file.language)
    return files


def read_corpus(roots: Sequence[Path]) -> Iterator[Document]:
    """All documents of the corpus, one after another, the audit last.

    Raises CorpusError as reading does, and for twin names that show only when the language is found in the text, or
    where a file takes the audit's name.
    """
    seen: dict[tuple[str | None, str], SourceFile] = {}
    for file in corpus_files(roots):
        document = read_document(file.path, file.document_id, file.language)
        _refuse_twin(seen, file, document.language)
        yield document
    for document in audit_documents(read_checks(roots)):
        twin = seen.get((document.language, document.document_id))
        if twin:
            reason = f'has the document id "{twin.document_id}", as the audit of checks.toml does'
            raise CorpusError(twin.path, reason, "rename the file")
        yield document


def has_role(roots: Sequence[Path], role: Role) -> bool:
    """Whether a file of the corpus gives itself ``role``; told from the files alone, without an index."""
    files = corpus_files(roots)
    return any(front_matter_role(file.path, file.document_id) == role for file in files)


def _refuse_twin(
    seen: dict[tuple[str | None, str], SourceFile], file: SourceFile, language: str | None
) -> None:
    twin = seen.setdefault((language, file.document_id), file)
    if twin is not file:
        reason = f'has the same document id "{file.document_id}" as {twin.path}'
        raise CorpusError(file.path, reason, "rename one of the two files")


def _files_below(root: Path) -> list[SourceFile]:
    if root.is_file():
        return [SourceFile(root, root.stem, None)]
    if not root.is_dir():
        raise CorpusError(root, "does not exist", "give a folder of Markdown or text files")
    languages = [name for name in LANGUAGES if (root / name).is_dir()]
    if not languages:
        return _walk(root, None)
    return [file for language in languages for file in _walk(root / language, language)]


def _walk(folder: Path, language: str | None) -> list[SourceFile]:
    paths = sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()
    )
    relative = ((path, path.relative_to(folder)) for path in paths)
    return [
        SourceFile(path, inner.with_suffix("").as_posix(), language)
        for path, inner in relative
        if not any(part.startswith(".") for part in inner.parts)
    ]
