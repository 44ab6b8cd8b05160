"""Passages → vectors and terms on disk: built beside and renamed into place, named by all that
shapes it.

Layout of ``index_dir``::

    <fingerprint>/chroma-…/     passages, sentences, documents: the only truth
    <fingerprint>/terms/en/     BM25, one folder a language; rebuilt from Chroma when missing
    <fingerprint>/vectors/      a copy that is faster to read; rewritten from Chroma when missing
    <fingerprint>/skipped.json  which files could not be read, and why
    .<fingerprint>.lock         held by whoever builds that index
    embeddings.sqlite           what was ever embedded, for the next build

Beside each of the three folders lies its seal: a changed byte is met with a new build, the derived
ones from Chroma, Chroma from the corpus. An index that cannot be written is read from a copy.
A changed corpus, embedder or setting gives another fingerprint, so a stale index is never met.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import numpy as np

from citechat_ingest import (
    Check,
    Document,
    Glossary,
    Passage,
    Role,
    attach_expected_questions,
    can_read,
    corpus_files,
    expected_files,
    read_checks,
    read_corpus,
    read_expected,
    read_glossary,
    read_questions,
    shipped_corpus,
    split_passages,
)

from ..errors import CorpusError, IndexBuildError
from ..settings import Settings
from .bm25_index import LexicalIndex
from .build_lock import UNFINISHED, only_builder, sweep
from .chroma_store import (
    Store,
    finish,
    refuse_after_fork,
    rewritten_at_opening,
    sentence_texts,
)
from .embedder import KINDS, Embedder, Kind, Vectors
from .embedding_cache import CachedEmbedder
from .figure_table import NO_FIGURES, FigureTable, read_figure_table
from .seals import is_sealed, seal

# Raise this when the layout, the splitting or the terms change: old indexes are then built anew.
FORMAT = "11"
Progress = Callable[[int, int], None]
_BATCH = 256
_SKIPPED = "skipped.json"
_BUILD_ANEW = "run: citechat index --rebuild"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Index:
    """An open index: where the passages of the corpus are found by vector and by term."""

    fingerprint: str
    store: Store
    lexical: dict[str, LexicalIndex]
    roles: dict[tuple[str, str], Role]
    """(language, document id) of every document, sorted → what it is to the corpus."""
    glossary: Glossary
    questions: dict[str, tuple[str, ...]]
    """Language → questions that the corpus is known to answer."""
    checks: tuple[Check, ...] = ()
    """The audit: what the sources make of each claim of the article."""
    figures: FigureTable = NO_FIGURES
    """The numbers of the corpus, with what they are called."""
    skipped: tuple[str, ...] = ()
    """The files that could not be read, each with the reason and the cure."""

    @cached_property
    def documents(self) -> frozenset[tuple[str, str]]:
        """(language, document id) of every document."""
        return frozenset(self.roles)

    def document_with_role(self, role: Role, language: str) -> str:
        """The id of the first document with ``role`` in ``language``; empty where there is none."""
        ids = (name for (code, name), its in self.roles.items() if (code, its) == (language, role))
        return next(ids, "")

    @cached_property
    def profiles(self) -> dict[tuple[str, str], str]:
        """(language, title in small letters) of every profile → its document id; "A (B)" is also
        found by A and by B."""
        titled = {}
        for (language, document_id), role in self.roles.items():
            document = self.store.document(document_id, language) if role == "profile" else None
            title = document.title.casefold() if document else ""
            for part in filter(None, (title, *re.split(r"\s*[(（）)]", title))):
                titled[language, part] = document_id
        return titled

    def languages_for(self, language: str) -> tuple[str, ...]:
        """Where to look for an answer to a question in ``language``: there first, then in every
        language that has documents which ``language`` lacks. A language whose documents hold no
        passage is not among them.
        """
        own = {name for code, name in self.roles if code == language}
        # Its own documents are all among them, so ``language`` itself is not among the others.
        others = {code for code, name in self.roles if name not in own}
        return tuple(filter(self.lexical.__contains__, (language, *sorted(others))))


def corpus_roots(settings: Settings) -> tuple[Path, ...]:
    """The folders of the corpus: the user's, or the shipped one."""
    # Settings made a tuple of it.
    return settings.corpus or (shipped_corpus(),)  # type: ignore[return-value]


def ensure_index(
    settings: Settings, embedder: Embedder, progress: Progress | None = None, rebuild: bool = False
) -> Index:
    """Open the index of ``settings``, building it first when it is missing, outdated or will not
    open.

    ``progress`` is called with (passages done, passages in all). Raises CorpusError,
    IndexBuildError, ModelError; an index that stands stays whole whatever happens. Of several that
    would build it at once one does, and the others wait for it.
    """
    if not settings.chroma_url:
        refuse_after_fork()
    fingerprint = index_fingerprint(settings, embedder)
    folder = Path(str(settings.index_dir)) / fingerprint
    standing = None if rebuild else _standing(settings, folder, fingerprint)
    if standing:
        return standing
    sweep(folder.parent)
    with only_builder(folder.parent, fingerprint):
        # Another may have built it in the meantime, or moved it into place just as we looked.
        standing = None if rebuild else _standing(settings, folder, fingerprint, mend=True)
        if standing:
            return standing
        _build_beside(settings, folder, fingerprint, embedder, progress or _unseen)
        return _open(settings, folder, fingerprint)


def _standing(
    settings: Settings, folder: Path, fingerprint: str, mend: bool = False
) -> Index | None:
    """The index in ``folder``, or None where there is none or it is damaged: the corpus is the
    truth, so it is built anew.
    """
    if not folder.is_dir():
        return None
    try:
        return _open(settings, folder, fingerprint, mend=mend)
    except IndexBuildError as error:
        _log.info("the index is mended or built anew: %s", error)
        return None


def _unseen(done: int, total: int) -> None:
    """Progress that nobody watches."""


def index_fingerprint(settings: Settings, embedder: Embedder) -> str:
    """Sixteen hex digits that change with the corpus, the embedder, the passage length or the
    index's format.
    """
    shape = (FORMAT, embedder.identity, settings.passage_characters, settings.max_file_megabytes)
    digest = hashlib.sha256("|".join(map(str, shape)).encode())
    for file in corpus_files(corpus_roots(settings), skip=_told_when_it_is_built):
        digest.update(f"|{file.document_id}|{file.language}|".encode())
        # What could not be read for want of a library is read once it is there.
        digest.update(b"" if can_read(file.path) else b"unread")
        digest.update(hashlib.sha256(_bytes_of(file.path)).digest())
    audits = [root / "checks.toml" for root in corpus_roots(settings)]
    for path in (*audits, *expected_files(corpus_roots(settings))):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:16]


def _told_when_it_is_built(error: CorpusError) -> None:
    """A file that is left out of the index leaves its fingerprint alone."""


def _bytes_of(path: Path) -> bytes:
    """What a file holds; nothing, where it may not be read: the index will do without it."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _open(settings: Settings, folder: Path, fingerprint: str, *, mend: bool = False) -> Index:
    """The index in ``folder``. With ``mend`` derived files that are missing or damaged are written
    anew, which only the one builder may do. Raises IndexBuildError.
    """
    if os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return _opened(settings, folder, fingerprint, mend)
    # Chroma and tantivy write beside what they only read: a read-only index is read from a copy.
    copy = _copied(folder)
    try:
        index = _opened(settings, copy, fingerprint, mend=True)
    except IndexBuildError:
        _delete_copy(copy, os.getpid())
        raise
    weakref.finalize(index.store, _delete_copy, copy, os.getpid())
    return index


def _copied(folder: Path) -> Path:
    """A copy of a folder among the temporary ones of this machine, whose files may be written."""
    try:
        copy = Path(tempfile.mkdtemp(prefix="citechat-"))
        for path in sorted(folder.rglob("*")):
            place = copy / path.relative_to(folder)
            if path.is_dir():
                place.mkdir()
            else:
                shutil.copyfile(path, place)
    except OSError as error:
        reason = f"the index cannot be written, nor copied to be read ({error.strerror})"
        cure = "make the folder writable, or name another with CITECHAT_INDEX_DIR"
        raise IndexBuildError(f"{folder}: {reason}; {cure}") from error
    return copy


def _delete_copy(copy: Path, process: int) -> None:
    """Delete a copy in the process that made it: a forked child ends before its parent does."""
    if os.getpid() == process:
        shutil.rmtree(copy, ignore_errors=True)


def _opened(settings: Settings, folder: Path, fingerprint: str, mend: bool) -> Index:
    store = _standing_store(settings, folder, fingerprint)
    roles = store.document_roles()
    if not roles:
        raise IndexBuildError(f"{folder}: the index is empty; run: citechat index --rebuild")
    _open_vectors(folder / "vectors", store, mend)
    lexical: dict[str, LexicalIndex] = {}
    for language in store.languages():
        lexical[language] = _open_terms(folder / "terms" / language, language, store, mend)
    roots = corpus_roots(settings)
    glossary = read_glossary(roots)
    return Index(
        fingerprint,
        store,
        lexical,
        roles,
        glossary,
        read_questions(roots),
        read_checks(roots),
        read_figure_table(roots, glossary),
        _read_skipped(folder),
    )


def _standing_store(settings: Settings, folder: Path, fingerprint: str) -> Store:
    """The store of a finished index. Raises IndexBuildError where a byte of it has changed."""
    if settings.chroma_url:
        return _server_store(settings, fingerprint)
    # The seal bears the name of its folder; where it is missing, so is the database.
    seals = sorted(folder.glob("chroma-*.seal"))
    database = seals[0].with_suffix("") if seals else folder / "chroma"
    if not is_sealed(database):
        raise IndexBuildError(f"{folder}: the database is missing or damaged; {_BUILD_ANEW}")
    return Store.local(database)


def _server_store(settings: Settings, fingerprint: str) -> Store:
    return Store.server(settings.chroma_url, f"citechat-{fingerprint}-")


def _open_vectors(folder: Path, store: Store, mend: bool) -> None:
    if is_sealed(folder):
        store.copy_vectors(folder)
        return
    _may_mend(folder, mend)
    store.copy_vectors(folder)
    _seal(folder)


def _open_terms(folder: Path, language: str, store: Store, mend: bool) -> LexicalIndex:
    if is_sealed(folder):
        return LexicalIndex(folder, language)
    _may_mend(folder, mend)
    terms = LexicalIndex.build(folder, language, store.all_passages(language))
    _seal(folder)
    return terms


def _may_mend(folder: Path, mend: bool) -> None:
    """Clear the way for derived files that are to be written anew. Raises IndexBuildError."""
    if not mend:
        raise IndexBuildError(f"{folder}: the files are missing or damaged; {_BUILD_ANEW}")
    shutil.rmtree(folder, ignore_errors=True)


def _seal(folder: Path, loose_in: Callable[[Path], Sequence[Sequence[int]]] = lambda _: ()) -> None:
    try:
        seal(folder, loose_in)
    except OSError as error:
        cure = "make room, or name another folder with CITECHAT_INDEX_DIR"
        raise IndexBuildError(f"{folder}: cannot be sealed ({error.strerror}); {cure}") from error


def _read_skipped(folder: Path) -> tuple[str, ...]:
    """What is told of files that were left out; a list that cannot be read tells of none."""
    try:
        return tuple(map(str, json.loads((folder / _SKIPPED).read_bytes())))
    except (OSError, ValueError, TypeError):
        return ()


def _build_beside(
    settings: Settings, folder: Path, fingerprint: str, embedder: Embedder, progress: Progress
) -> None:
    """Build in a folder of its own; only a finished index takes the name, a failed one leaves
    nothing behind.
    """
    skipped: list[str] = []
    roots, most_bytes = corpus_roots(settings), settings.max_file_megabytes << 20
    reading = read_corpus(roots, lambda error: skipped.append(str(error)), most_bytes)
    documents = list(reading)
    for told in skipped:
        _log.warning("skipped: %s", told)
    beside = _fresh_folder(folder)
    try:
        # Chroma keeps a failed database in memory by its path, so every build gets a path of its
        # own.
        database = beside / f"chroma-{beside.name[-8:]}"
        database.mkdir()
        server = bool(settings.chroma_url)
        store = _server_store(settings, fingerprint) if server else Store.local(database)
        _fill(store, documents, settings, embedder, progress)
        for language in store.languages():
            _open_terms(beside / "terms" / language, language, store, mend=True)
        _open_vectors(beside / "vectors", store, mend=True)
        store.close()
        if not server:
            # Last, when Chroma has written all it had in mind.
            finish(database)
            _seal(database, rewritten_at_opening)
        (beside / _SKIPPED).write_text(json.dumps(skipped), encoding="utf-8")
        _take_the_name(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _fresh_folder(folder: Path) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f"{UNFINISHED}{folder.name}-", dir=folder.parent))
    except OSError as error:
        cure = "make the folder writable, or name another with CITECHAT_INDEX_DIR"
        raise IndexBuildError(
            f"{folder.parent}: the index cannot be written ({error.strerror}); {cure}"
        ) from error


def _take_the_name(beside: Path, folder: Path) -> None:
    """Rename into place. A damaged index of the same name steps aside first and is deleted last."""
    damaged = beside.with_name(beside.name + "-old")
    if folder.exists():
        folder.replace(damaged)
    beside.replace(folder)
    shutil.rmtree(damaged, ignore_errors=True)


def _fill(
    store: Store,
    documents: list[Document],
    settings: Settings,
    embedder: Embedder,
    progress: Progress,
) -> None:
    """Embed and add all passages, batch by batch."""
    passages = corpus_passages(documents, settings)
    cached = CachedEmbedder(embedder, Path(str(settings.index_dir)), corpus_roots(settings))
    done = 0
    progress(done, len(passages))
    store.add_documents(documents)
    try:
        for batch in _batches(passages):
            vectors = _encode(embedded_texts(batch), batch[0].language, cached)
            store.add_passages(batch, vectors[: len(batch)], vectors[len(batch) :])
            done += len(batch)
            progress(done, len(passages))
    finally:
        cached.close()


def corpus_passages(documents: Iterable[Document], settings: Settings) -> list[Passage]:
    """All passages of the documents, with the questions expected of them."""
    limit = settings.passage_characters or None
    passages = (passage for document in documents for passage in split_passages(document, limit))
    return attach_expected_questions(passages, read_expected(corpus_roots(settings)))


def embedded_texts(passages: Sequence[Passage]) -> list[tuple[str, Kind]]:
    """What is embedded of passages: each as a whole, then all their sentences and questions."""
    whole: list[tuple[str, Kind]] = [(passage.text, "passage") for passage in passages]
    return whole + [text for passage in passages for text in sentence_texts(passage)]


def _encode(texts: Sequence[tuple[str, Kind]], language: str, embedder: Embedder) -> Vectors:
    """Vectors of texts of one language, a row each in their order; those of one kind go to the
    model together.
    """
    vectors = np.empty((0, 0), dtype=np.float32)
    for kind in KINDS:
        rows = [row for row, (_, its_kind) in enumerate(texts) if its_kind == kind]
        if rows:
            encoded = embedder.encode([texts[row][0] for row in rows], language, kind)
            if not vectors.size:
                vectors = np.empty((len(texts), encoded.shape[1]), dtype=np.float32)
            vectors[rows] = encoded
    return vectors


def _batches(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs of one language, at most ``_BATCH`` long; sorting keeps documents together."""
    for _, group in groupby(sorted(passages, key=lambda p: p.language), key=lambda p: p.language):
        run = list(group)
        yield from (run[i : i + _BATCH] for i in range(0, len(run), _BATCH))
