"""Passages → vectors and terms on disk: built beside and renamed into place, named by all that
shapes it.

Layout of ``index_dir``::

    <fingerprint>/chroma-…/      passages, sentences, documents: the only truth
    <fingerprint>/vectors/       a copy that is faster to read; rewritten from Chroma when missing
    <fingerprint>/terms/en/      BM25, one folder a language; rebuilt from Chroma when missing
    <fingerprint>/manifest.json  which documents there are, and in which layer each lives
    .<fingerprint>.lock          held by whoever builds that index
    .<recipe>.current            the index that answers now; .<recipe>.lock is held to change it
    embeddings.sqlite            what was ever embedded, for the next build

Beside each of the three folders lies its seal: a changed byte is met with a new build, the derived
ones from Chroma, Chroma from the corpus. An index that cannot be written is read from a copy.
A changed corpus, embedder or setting gives another fingerprint, so a stale index is never met.
Where only documents have changed, the new index is a layer above the old one, whose vectors stay
where they are and whose terms are shared by links (``update_plan``).
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from citechat_ingest import (
    Passage,
)

from ..errors import IndexBuildError
from ..settings import Settings
from .bm25_index import LexicalIndex
from .build_lock import only_builder
from .chroma_client import (
    Connection,
    ServerAwayError,
    connect,
    finish,
    refuse_after_fork,
    rewritten_at_opening,
)
from .chroma_store import Store
from .corpus_state import CorpusState, corpus_roots, corpus_state, index_recipe
from .embedded_passages import batches, corpus_passages, embedded_texts, encode_texts
from .embedder import Embedder
from .embedding_cache import CachedEmbedder
from .litter import UNFINISHED, sweep
from .manifest import (
    IndexedDocument,
    Key,
    Manifest,
    current_index,
    make_current,
    read_manifest,
    write_manifest,
)
from .opening import Index, open_index, open_terms, open_vectors, seal_folder, server_store
from .server_builds import ServerBuilds
from .update_plan import Plan, plan_changes, plan_everything

__all__ = ["Index", "Progress", "ensure_index", "newer_index"]

Progress = Callable[[int, int], None]
_log = logging.getLogger(__name__)


def ensure_index(
    settings: Settings,
    embedder: Embedder,
    progress: Progress | None = None,
    rebuild: bool = False,
    sharing: Index | None = None,
) -> Index:
    """Open the index of ``settings``, building it first when it is missing, outdated or will not
    open. Where only documents have changed, they alone are read and embedded.

    ``progress`` is called with (passages done, passages in all). ``sharing`` is an open index whose
    layers are used again. Raises CorpusError, IndexBuildError, ModelError; an index that stands
    stays whole whatever happens. Of several that would build it at once one does, and the others
    wait for it.
    """
    if not settings.chroma_url:
        refuse_after_fork()
    work = _Work(settings, embedder, progress or _unseen, sharing)
    state = work.state()
    if sharing and sharing.fingerprint == state.fingerprint and not rebuild:
        return sharing
    index = None if rebuild else work.standing(state)
    if index is None:
        index = work.build(rebuild)
    make_current(work.index_dir, work.recipe, index.fingerprint)
    return index


def current_manifest(settings: Settings, embedder: Embedder) -> Manifest | None:
    """What the current index of a corpus consists of; None where there is none."""
    return _Work(settings, embedder, _unseen).manifest_before()


def newer_index(settings: Settings, embedder: Embedder, opened: Index) -> Index | None:
    """The index that another chat or program has made of the corpus since ``opened`` was; None
    where there is none, or it will not open: then the old one answers on.
    """
    index_dir = Path(str(settings.index_dir))
    current = current_index(index_dir, index_recipe(settings, embedder))
    if current in ("", opened.fingerprint):
        return None
    try:
        return open_index(settings, index_dir / current, sharing=opened)
    except IndexBuildError as error:
        _log.warning("the newer index is left alone: %s", error)
        return None


@dataclass(frozen=True)
class _Work:
    """Opening or building the index of ``settings``."""

    settings: Settings
    embedder: Embedder
    progress: Progress
    sharing: Index | None = None

    @property
    def index_dir(self) -> Path:
        return Path(str(self.settings.index_dir))

    @cached_property
    def recipe(self) -> str:
        return index_recipe(self.settings, self.embedder)

    def state(self) -> CorpusState:
        """The corpus as it is now."""
        return corpus_state(self.settings, self.embedder, self.manifest_before())

    def standing(self, state: CorpusState, mend: bool = False) -> Index | None:
        """The index of ``state``, or None where there is none or it is damaged: the corpus is the
        truth, so it is built anew.
        """
        folder = self.index_dir / state.fingerprint
        if self.settings.chroma_url and not self._is_on_server(folder, mend):
            return None
        if not folder.is_dir():
            return None
        try:
            return open_index(self.settings, folder, mend=mend, sharing=self.sharing)
        except ServerAwayError:
            raise
        except IndexBuildError as error:
            _log.info("the index is mended or built anew: %s", error)
            return None

    def build(self, rebuild: bool) -> Index:
        """Build the index, unless another has done so in the meantime."""
        sweep(self.index_dir)
        with only_builder(self.index_dir, self.recipe):
            # Documents may have changed while it waited for another builder, or moved into place
            # just as it looked.
            state = self.state()
            standing = None if rebuild else self.standing(state, mend=True)
            if standing:
                return standing
            folder = self.index_dir / state.fingerprint
            with only_builder(self.index_dir, state.fingerprint):
                if self.settings.chroma_url:
                    self._fill_server(folder, state, rebuild)
                else:
                    before = None if rebuild else self._index_before(state)
                    _build_beside(folder, state, self, before)
                # Still under the lock: what is not current may be swept by another builder.
                make_current(self.index_dir, self.recipe, state.fingerprint)
            sharing = None if rebuild else self.sharing
            return open_index(self.settings, folder, mend=True, sharing=sharing)

    # A Chroma server

    @cached_property
    def _connection(self) -> Connection:
        return connect(self.settings)

    def _is_on_server(self, folder: Path, mend: bool) -> bool:
        """Whether the server has all of the index in ``folder``, and the folder is that of the same
        build. With ``mend`` a folder that is behind, or missing, becomes so.
        """
        manifest = ServerBuilds(self._connection, folder.name).finished()
        if manifest is None:
            return False
        try:
            if read_manifest(folder).layers == manifest.layers:
                return True
        except IndexBuildError:
            pass  # missing or damaged: the server's is good
        if mend:
            beside = _fresh_folder(folder)
            write_manifest(beside, manifest)
            _take_the_name(beside, folder)
        return mend

    def _fill_server(self, folder: Path, state: CorpusState, rebuild: bool) -> None:
        """Let one worker fill the server, this one or another while it waits."""
        builds = ServerBuilds(self._connection, folder.name)
        with builds.only_builder(self.progress) as lease:
            if not rebuild and self._is_on_server(folder, mend=True):
                return
            builds.sweep()

            def count(done: int, total: int) -> None:
                lease.count(done, total)
                self.progress(done, total)

            before = None if rebuild else self._index_before(state)
            _build_beside(folder, state, replace(self, progress=count), before)
            builds.sweep()

    def manifest_before(self) -> Manifest | None:
        """What the last index of this corpus consists of."""
        current = current_index(self.index_dir, self.recipe)
        if self.sharing and self.sharing.fingerprint == current:
            return self.sharing.manifest
        try:
            return read_manifest(self.index_dir / current) if current else None
        except IndexBuildError:
            return None

    def _index_before(self, state: CorpusState) -> Index | None:
        """The index that the new one may follow; none where that is the damaged one itself."""
        current = current_index(self.index_dir, self.recipe)
        if current in ("", state.fingerprint):
            return None
        folder = self.index_dir / current
        if self.settings.chroma_url and not self._is_on_server(folder, mend=False):
            return None
        try:
            return open_index(self.settings, folder, sharing=self.sharing)
        except ServerAwayError:
            raise
        except IndexBuildError as error:
            _log.info("all is read anew, since the last index will not open: %s", error)
            return None


def _unseen(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _build_beside(folder: Path, state: CorpusState, work: _Work, before: Index | None) -> None:
    """Build in a folder of its own; only a finished index takes the name, a failed one leaves
    nothing behind.
    """
    plan = before and plan_changes(work.settings, state, before.manifest, before.store)
    plan = plan or plan_everything(work.settings, state)
    for reason in plan.skipped:
        _log.warning("skipped: %s", reason)
    beside = _fresh_folder(folder)
    try:
        passages = corpus_passages((*plan.added, *plan.carried), work.settings)
        layer = f"{folder.name}/chroma-{beside.name[-8:]}"
        written: dict[str, dict[str, int]] = {}
        if plan.added or plan.carried:
            written[layer] = _write_layer(beside, layer, plan, passages, work)
        manifest = _manifest(plan, state, layer, passages)
        if plan.is_update:
            assert before
            _write_terms(beside, folder.parent, plan, passages, manifest, before)
        write_manifest(beside, manifest)
        if work.settings.chroma_url:
            ServerBuilds(connect(work.settings), folder.name).finish(manifest, written)
        _take_the_name(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_layer(
    beside: Path, layer: str, plan: Plan, passages: Sequence[Passage], work: _Work
) -> dict[str, int]:
    """The new documents in a database of their own; of an index without other layers the terms,
    too. Returns how many rows each collection was given.
    """
    # Chroma keeps a failed database in memory by its path, so every build gets a path of its own.
    database = beside / layer.split("/")[1]
    database.mkdir()
    server = bool(work.settings.chroma_url)
    store = server_store(work.settings, layer) if server else Store.local(database)
    store.add_documents((*plan.added, *plan.carried))
    _fill(store, passages, work)
    for language in () if plan.is_update else store.languages():
        open_terms(beside / "terms", language, store, mend=True)
    open_vectors(beside, store, mend=True)
    store.close()
    if not server:
        # Last, when Chroma has written all it had in mind.
        finish(database)
        seal_folder(database, rewritten_at_opening)
    return store.counts()


def _write_terms(
    beside: Path,
    index_dir: Path,
    plan: Plan,
    passages: Sequence[Passage],
    manifest: Manifest,
    before: Index,
) -> None:
    """The terms of the index before, without what is gone, with what is new."""
    gone: dict[str, list[str]] = defaultdict(list)
    for language, document_id in sorted(plan.gone):
        gone[language].append(document_id)
    added = {(document.language, document.document_id) for document in plan.added}
    new = [passage for passage in passages if (passage.language, passage.document_id) in added]
    for language in sorted(language for language, count in manifest.passages.items() if count):
        place = beside / "terms" / language
        its_new = [passage for passage in new if passage.language == language]
        if language in before.lexical:
            old = index_dir / before.fingerprint / "terms" / language
            LexicalIndex.follow(place, old, language, gone[language], its_new)
        else:
            LexicalIndex.build(place, language, its_new)
        seal_folder(place)


def _manifest(plan: Plan, state: CorpusState, layer: str, passages: Sequence[Passage]) -> Manifest:
    counted: Counter[Key] = Counter((p.language, p.document_id) for p in passages)
    documents = dict(plan.kept)
    for document in (*plan.added, *plan.carried):
        key = (document.language, document.document_id)
        documents[key] = IndexedDocument(layer, document.role, counted[key], document.title)
    own = {layer: len(passages)} if plan.added or plan.carried else {}
    return Manifest(
        shape=state.shape,
        written=time.time_ns(),
        layers={**plan.layers, **own},
        documents=documents,
        files=plan.files,
        skipped=plan.skipped,
    )


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


def _fill(store: Store, passages: Sequence[Passage], work: _Work) -> None:
    """Embed and add all passages, batch by batch."""
    cached = CachedEmbedder(work.embedder, work.index_dir, corpus_roots(work.settings))
    done = 0
    work.progress(done, len(passages))
    try:
        for batch in batches(passages):
            vectors = encode_texts(embedded_texts(batch), batch[0].language, cached)
            store.add_passages(batch, vectors[: len(batch)], vectors[len(batch) :])
            done += len(batch)
            work.progress(done, len(passages))
    finally:
        cached.close()
