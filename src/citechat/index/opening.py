"""An open index, and how the one in a folder is opened: every byte that matters is as it was sealed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from citechat_ingest import (
    AuditedClaim,
    Glossary,
    Passage,
    Role,
    expected_files,
    read_audited_claims,
    read_glossary,
    read_questions,
)

from ..errors import IndexBuildError, UnknownDocumentError
from ..settings import Settings
from .bm25_index import LexicalIndex
from .chroma_client import connect
from .chroma_store import Store
from .corpus_state import corpus_roots
from .figure_table import NO_FIGURES, FigureTable, read_figure_table
from .layered_store import LayeredStore
from .manifest import NO_MANIFEST, Manifest, read_manifest
from .seals import is_sealed, seal
from .server_builds import layer_prefix

_BUILD_ANEW = "run: citechat index --rebuild"
_MAKE_WRITABLE = "make the folder writable, or name another with CITECHAT_INDEX_DIR"
Opened = TypeVar("Opened")


@dataclass(frozen=True)
class Index:
    """An open index: where the passages of the corpus are found by vector and by term."""

    fingerprint: str
    store: LayeredStore
    lexical: dict[str, LexicalIndex]
    roles: dict[tuple[str, str], Role]
    """(language, document id) of every document, sorted → what it is to the corpus."""
    glossary: Glossary
    questions: dict[str, tuple[str, ...]]
    """Language → questions that the corpus is known to answer."""
    audited_claims: tuple[AuditedClaim, ...] = ()
    """The audit: what the sources make of each claim of the article."""
    figures: FigureTable = NO_FIGURES
    """The numbers of the corpus, with what they are called."""
    manifest: Manifest = NO_MANIFEST
    """What the index consists of."""
    is_curated: bool = False
    """Whether the corpus comes with the questions expected of its sentences: weights of their own are fitted for it."""

    @property
    def skipped(self) -> tuple[str, ...]:
        """The files that could not be read, each with the reason and the cure."""
        return self.manifest.skipped

    @cached_property
    def documents(self) -> frozenset[tuple[str, str]]:
        """(language, document id) of every document."""
        return frozenset(self.roles)

    def document_with_role(self, role: Role, language: str) -> str:
        """The id of the first document with ``role`` in ``language``; empty where there is none."""
        return next(iter(self.documents_by_role.get((role, language), ())), "")

    @cached_property
    def documents_by_role(self) -> dict[tuple[Role, str], list[str]]:
        """(role, language) → the ids of its documents, sorted: gone through once, however many
        there are.
        """
        grouped: dict[tuple[Role, str], list[str]] = {}
        for (language, document_id), role in self.roles.items():
            grouped.setdefault((role, language), []).append(document_id)
        return grouped

    def passages(self, language: str, ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by id, in that order; those that there are not are left out."""
        lexical = self.lexical.get(language)
        return lexical.passages(ids) if lexical else {}

    def paragraphs(self, document_id: str, language: str) -> tuple[tuple[str, int], ...]:
        """(name, start) of each paragraph of a document, headings and the like left out; none of
        an unknown one. The document is read once, however often it is asked for.
        """
        key = (language, document_id)
        known = self._paragraphs.get(key)
        if known is None:
            document = self.store.document(document_id, language)
            paragraphs = document.paragraphs if document else ()
            known = tuple((p.name, p.start) for p in paragraphs if p.kind == "paragraph")
            self._paragraphs[key] = known
        return known

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
        """What ``paragraphs`` has read."""
        return {}

    def selection(self, document_ids: Collection[str]) -> Index:
        """The index as though it held these documents alone. Raises UnknownDocumentError for an id
        that it has in no language, and where none is given.
        """
        chosen = frozenset(document_ids)
        documents = {k: its for k, its in self.manifest.documents.items() if k[1] in chosen}
        unknown = sorted(chosen - {name for _, name in documents})
        if unknown or not documents:
            shown = ", ".join(unknown) or "(none given)"
            cure = "citechat list, or CiteChat.documents(), names those that there are"
            raise UnknownDocumentError(f"within: no document {shown}; {cure}")
        languages = {language for (language, _), its in documents.items() if its.passages}
        lexical = {code: self.lexical[code].selection(chosen) for code in sorted(languages)}
        store = self.store.selection(documents, lambda code: lexical[code].passage_ids)
        audited = any(its.role == "audit" for its in documents.values())
        return replace(
            self,
            store=store,
            lexical=lexical,
            roles={key: role for key, role in self.roles.items() if key in documents},
            questions={},
            audited_claims=self.audited_claims if audited else (),
            figures=self.figures.of_documents(chosen),
            manifest=replace(self.manifest, documents=documents),
        )

    @cached_property
    def profiles(self) -> dict[tuple[str, str], str]:
        """(language, title in small letters) of every profile → its document id; "A (B)" is also
        found by A and by B."""
        titled = {}
        for (role, language), document_ids in self.documents_by_role.items():
            for document_id in document_ids if role == "profile" else ():
                document = self.store.document(document_id, language)
                title = document.title.casefold() if document else ""
                for part in filter(None, (title, *re.split(r"\s*[(（）)]", title))):
                    titled[language, part] = document_id
        return titled

    def languages_for(self, language: str) -> tuple[str, ...]:
        """Where to look for an answer to a question in ``language``: there first, then in every
        language that has documents which ``language`` lacks. A language whose documents hold no
        passage is not among them.
        """
        if language not in self._lists:
            own = {name for code, name in self.roles if code == language}
            # Its own documents are all among them, so ``language`` is not among the others.
            others = {code for code, name in self.roles if name not in own}
            listed = filter(self.lexical.__contains__, (language, *sorted(others)))
            self._lists[language] = tuple(listed)
        return self._lists[language]

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        """What ``languages_for`` has found, each once: it goes through all documents."""
        return {}


def open_index(
    settings: Settings, folder: Path, *, mend: bool = False, sharing: Index | None = None
) -> Index:
    """The index in ``folder``; the layers that ``sharing`` has open are used again.

    With ``mend`` derived files that are missing or damaged are written anew, which only the one
    builder may do. Raises IndexBuildError.
    """
    manifest = read_manifest(folder)
    if not manifest.documents:
        raise IndexBuildError(f"{folder}: the index is empty; {_BUILD_ANEW}")
    shared = sharing.store.layers if sharing else {}
    layers = {
        layer: shared.get(layer) or _open_layer(settings, folder.parent, layer, mend)
        for layer in manifest.layers
    }
    store = LayeredStore(layers, manifest.documents, manifest.layers)
    lexical: dict[str, LexicalIndex] = {}
    for language in store.languages():

        def opened(place: Path, may_mend: bool, code: str = language) -> LexicalIndex:
            return open_terms(place, code, store, may_mend)

        lexical[language] = _readable(folder / "terms", (language,), mend, opened)
    roots = corpus_roots(settings)
    glossary = read_glossary(roots)
    return Index(
        folder.name,
        store,
        lexical,
        store.document_roles(),
        glossary,
        read_questions(roots),
        read_audited_claims(roots),
        read_figure_table(roots, glossary),
        manifest,
        is_curated=bool(expected_files(roots)),
    )


def _open_layer(settings: Settings, index_dir: Path, layer: str, mend: bool) -> Store:
    fingerprint, database = layer.split("/")

    def opened(place: Path, may_mend: bool) -> Store:
        if settings.chroma_url:
            store = server_store(settings, layer)
            _clear_if_behind(place, database, may_mend)
        else:
            store = _standing_store(place / database)
        open_vectors(place, store, may_mend)
        return store

    return _readable(index_dir / fingerprint, (database, "vectors"), mend, opened)


def _standing_store(database: Path) -> Store:
    """The store of a finished layer. Raises IndexBuildError where a byte of it has changed."""
    if not is_sealed(database):
        raise IndexBuildError(f"{database}: the database is missing or damaged; {_BUILD_ANEW}")
    return Store.local(database)


def server_store(settings: Settings, layer: str) -> Store:
    """A layer on the Chroma server. Its collections bear its name, so that no two builds share
    any.
    """
    return Store(connect(settings), layer_prefix(layer))


def _clear_if_behind(folder: Path, database: str, mend: bool) -> None:
    """Clear away vectors that were copied from another layer than the server has now. An empty
    folder of the layer's name says which one they were copied from.
    """
    if (folder / database).is_dir():
        return
    _may_mend(folder / "vectors", mend)
    (folder / database).mkdir(parents=True)


def open_vectors(folder: Path, store: Store, mend: bool) -> None:
    """Let ``store`` read its vectors from the copy in ``folder``, written anew if need be."""
    place = folder / "vectors"
    if is_sealed(place):
        store.copy_vectors(place)
        return
    _may_mend(place, mend)
    store.copy_vectors(place)
    seal_folder(place)


def open_terms(
    folder: Path, language: str, store: LayeredStore | Store, mend: bool
) -> LexicalIndex:
    """The terms of a language below ``folder``, written anew if need be."""
    place = folder / language
    if is_sealed(place):
        return LexicalIndex(place, language)
    _may_mend(place, mend)
    terms = LexicalIndex.build(place, language, store.all_passages(language))
    seal_folder(place)
    return terms


def _may_mend(folder: Path, mend: bool) -> None:
    """Clear the way for derived files that are to be written anew. Raises IndexBuildError."""
    if not mend:
        raise IndexBuildError(f"{folder}: the files are missing or damaged; {_BUILD_ANEW}")
    shutil.rmtree(folder, ignore_errors=True)


def seal_folder(
    folder: Path, loose_in: Callable[[Path], Sequence[Sequence[int]]] = lambda _: ()
) -> None:
    """Write the seal of a finished folder. Raises IndexBuildError when it cannot be written."""
    try:
        seal(folder, loose_in)
    except OSError as error:
        cure = "make room, or name another folder with CITECHAT_INDEX_DIR"
        raise IndexBuildError(f"{folder}: cannot be sealed ({error.strerror}); {cure}") from error


# What can only be read


def _readable(
    folder: Path, names: Sequence[str], mend: bool, opened: Callable[[Path, bool], Opened]
) -> Opened:
    """What is ``opened`` in a folder, or in a copy of what it has under ``names`` where it cannot
    be written: Chroma and tantivy write beside what they only read.
    """
    if os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return opened(folder, mend)
    if not folder.exists():
        return opened(folder, mend)
    copy = _copied(folder, names)
    try:
        held = opened(copy, True)
    except IndexBuildError:
        _delete_copy(copy, os.getpid())
        raise
    weakref.finalize(held, _delete_copy, copy, os.getpid())
    return held


def _copied(folder: Path, names: Sequence[str]) -> Path:
    """A copy among the temporary ones of this machine, whose files may be written: of what is
    called after one of ``names``, its seal included.
    """
    try:
        copy = Path(tempfile.mkdtemp(prefix="citechat-"))
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            place = copy / inner
            if inner.parts[0].removesuffix(".seal") not in names:
                continue
            if path.is_dir():
                place.mkdir()
            else:
                shutil.copyfile(path, place)
    except OSError as error:
        reason = f"the index cannot be written, nor copied to be read ({error.strerror})"
        raise IndexBuildError(f"{folder}: {reason}; {_MAKE_WRITABLE}") from error
    return copy


def _delete_copy(copy: Path, process: int) -> None:
    """Delete a copy in the process that made it: a forked child ends before its parent does."""
    if os.getpid() == process:
        shutil.rmtree(copy, ignore_errors=True)
