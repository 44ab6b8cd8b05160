"""CiteChat: opens the index and the models, and answers, streams and searches."""

from __future__ import annotations

import asyncio
import logging
import os
import weakref
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from citechat_ingest import Document, Passage, detect_language

from .answering import Answering
from .composing import as_stream, refuse
from .errors import CorpusError, IndexBuildError
from .generation.language_model import LanguageModel
from .generation.prompts import read_instructions
from .generation.provider_errors import ModelFailure
from .generation.providers import make_language_model
from .index.building import Progress, current_manifest, ensure_index, newer_index
from .index.chroma_client import ServerAwayError
from .index.corpus_state import corpus_roots
from .index.embedder import Embedder, make_embedder
from .index.litter import prune
from .index.opening import Index
from .index.pruning import forget_hidden
from .library import (
    Changes,
    LibraryStatus,
    ListedDocument,
    add_files,
    changes_between,
    erase_files,
    library_status,
    listed,
    put_away_documents,
)
from .question.tidying import tidy_count, tidy_history, tidy_question, tidy_within
from .reading import make_reader
from .settings import Settings
from .values import Answer, Turn

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.runnables import Runnable

# So many characters tell the language of a text; a longer one is refused all the same.
_TELLS_LANGUAGE = 2_000
_log = logging.getLogger(__name__)
Found = TypeVar("Found")
Within = str | Sequence[str] | None
"""The ids of the documents to answer from, or one of them; None for all."""


@dataclass(eq=False)
class _Shared:
    """What the chats over one corpus have in common, whatever model writes."""

    index: Index | None = None
    models: dict[str, LanguageModel] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        _ALL_SHARED.add(self)


_ALL_SHARED: weakref.WeakSet[_Shared] = weakref.WeakSet()
_LEFT_TO_THE_PARENT: list[Index] = []


def _start_anew_in_a_child() -> None:
    """A forked process opens the index for itself: the threads that serve the parent's are not in
    it, and a lock that one of them held would never be released. Nothing is freed, since that
    would wait for those threads, too.
    """
    for shared in list(_ALL_SHARED):
        if shared.index:
            _LEFT_TO_THE_PARENT.append(shared.index)
        shared.index, shared.lock = None, Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_anew_in_a_child)


class CiteChat:
    """A chat over one corpus. Making one is instant; the index is opened, or built, on first use.

    Safe to share between threads. ``progress`` is called with (passages done, in all) while an index is built.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        embedder: Embedder | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.settings = settings or Settings.from_env()
        self.embedder = embedder or make_embedder(
            self.settings.embedding_model, self.settings.threads
        )
        self._progress = progress
        self._shared = _Shared()
        self._instructions = read_instructions(self.settings.prompt)
        self._model = make_language_model(self.settings) if self.settings.llm else None

    def __reduce__(self) -> tuple[Callable[..., CiteChat], tuple[Any, ...]]:
        """A copy in another process, or a deep one, opens the index for itself."""
        return _copy, (self.settings, self.embedder)

    def with_llm(self, llm: Any) -> CiteChat:
        """A chat over the same open index with another model: "provider:model", a chat model, or "" for quotes only."""
        twin = CiteChat(
            self.settings.with_changes(llm=llm), embedder=self.embedder, progress=self._progress
        )
        twin._shared = self._shared
        if twin._model and isinstance(llm, str):
            twin._model = self._shared.models.setdefault(llm, twin._model)
        return twin

    @property
    def index(self) -> Index:
        """The open index. Raises CorpusError, IndexBuildError or ModelError when there can be none."""
        with self._shared.lock:
            opened = self._shared.index
            if opened is None:
                opened = ensure_index(self.settings, self.embedder, self._progress)
            else:
                opened = newer_index(self.settings, self.embedder, opened) or opened
            self._shared.index = opened
            return opened

    def rebuild(self) -> Index:
        """Build the index anew, even if it is good, and use it from now on.

        Until it stands the old one answers, also if the building fails; answers that are being
        written meanwhile keep it open to their end.
        """
        built = ensure_index(self.settings, self.embedder, self._progress, rebuild=True)
        with self._shared.lock:
            self._shared.index = built
        return built

    # The documents

    def add(self, *paths: str | Path, progress: Progress | None = None) -> Changes:
        """Copy files, and all that lies below folders, into the corpus, and answer from them.

        Only they are read and embedded; ``progress`` is called with (passages done, in all). What
        cannot be read is left out and named in ``skipped``.
        Raises CorpusError where nothing could be added, or the corpus has no folder of one's own.
        """
        with suppress(CorpusError):  # the first documents of an empty folder
            self.update()
        failures = add_files(paths, self.settings)
        changes = self.update(progress)
        told = tuple(str(failure) for failure in failures)
        return replace(changes, skipped=(*told, *changes.skipped))

    def remove(self, *document_ids: str, erase: bool = False) -> Changes:
        """Answer no more from documents, in any language; their files are put away in ``.removed``
        of their folder.

        With ``erase`` they are deleted, and forgotten as ``prune`` does. Raises
        UnknownDocumentError.
        """
        put_away_documents(document_ids, self.index.manifest, self.settings)
        changes = self.update()
        if erase:
            self.prune(erase=True)
        return changes

    def update(self, progress: Progress | None = None) -> Changes:
        """Follow what has come, changed and gone in the corpus since the index was made."""
        before = self._shared.index
        manifest = before.manifest if before else current_manifest(self.settings, self.embedder)
        told = progress or self._progress
        index = ensure_index(self.settings, self.embedder, told, sharing=before)
        with self._shared.lock:
            self._shared.index = index
        return changes_between(manifest, index.manifest)

    def prune(self, erase: bool = False) -> list[str]:
        """Delete the indexes that are no corpus's current one; returns their names.

        With ``erase`` nothing is left of documents that have changed or gone: the index is built
        anew, their vectors and the files that were put away are deleted. That takes as long as a
        first build without the embedding. Chroma pads the graph's files with whatever is in the
        memory of the process, so a process that has never read the documents should do it, as
        ``citechat prune --erase`` does.
        """
        index_dir = Path(str(self.settings.index_dir))
        if not erase:
            return prune(index_dir)
        forget_hidden(self.settings, self.embedder)
        self.rebuild()
        erase_files(self.settings)
        return prune(index_dir)

    def documents(self) -> list[ListedDocument]:
        """Every document with its language, title, role and number of passages, sorted by id."""
        return listed(self.index.manifest)

    def status(self) -> LibraryStatus:
        """How the index and the corpus stand."""
        index, roots = self.index, corpus_roots(self.settings)
        return library_status(index.fingerprint, index.manifest, self.settings, roots)

    def warm_up(self) -> None:
        """Load the models and open the index, so that the first question does not wait for them."""
        for question in (
            "Is it warm?",
            "Ist es warm?",
            "暖和吗？",
        ):  # each language reads its dictionary on first use
            self.search(question, k=1)
        make_reader(self.settings)
        if self._model:
            try:
                self._model.load()
            except ModelFailure as failure:
                _log.warning("%s: %s", self._model.name, failure)

    # Asking

    def answer(
        self, question: str, history: Sequence[Turn] = (), *, within: Within = None
    ) -> Answer:
        """Answer a question; ``history`` holds the turns before, oldest first.

        Both may come as chat messages or their parts, too. A question that cannot be looked up gets
        an Answer that says so; what is no text at all raises InputError. ``within`` are the ids of
        the documents to answer from, as though there were no others; an id that there is not
        raises UnknownDocumentError.
        """
        items = self.stream(question, history, within=within)
        return next(item for item in items if isinstance(item, Answer))

    def stream(
        self, question: str, history: Sequence[Turn] = (), *, within: Within = None
    ) -> Iterator[str | Answer]:
        """The answer's text piece by piece, then the Answer itself as the last item.

        The pieces join to ``answer.text``, unless a model failed in the middle: then the Answer stands in their place.
        """
        asked, turns = tidy_question(question), tidy_history(history)
        language = self._language_of(asked)
        refusal = refuse(asked, language, self.settings)
        if refusal:
            yield from as_stream(refusal)
            return
        index, begun = self.index, False
        try:
            for item in self._reading(index, within).stream(asked, turns, language):
                begun = True
                yield item
            return
        except ServerAwayError:
            raise  # what is open is good, once the server is back
        except IndexBuildError as error:
            if begun:  # what is written already cannot be taken back
                raise
            self._let_go_of(index, error)
        yield from self._reading(self.index, within).stream(asked, turns, language)

    async def aanswer(
        self, question: str, history: Sequence[Turn] = (), *, within: Within = None
    ) -> Answer:
        """``answer`` without blocking the event loop."""
        return await asyncio.to_thread(self.answer, question, history, within=within)

    async def astream(
        self, question: str, history: Sequence[Turn] = (), *, within: Within = None
    ) -> AsyncIterator[str | Answer]:
        """``stream`` without blocking the event loop."""
        items = self.stream(question, history, within=within)
        try:
            while (item := await asyncio.to_thread(next, items, None)) is not None:
                yield item
        finally:
            with suppress(ValueError):  # still at work in its thread: the deadline will end it
                items.close()  # type: ignore[attr-defined]

    # Looking

    def search(self, question: str, k: int = 8, *, within: Within = None) -> list[Passage]:
        """The ``k`` best passages, best first: those in the question's language, then those only others have.

        At most 100 come back. Of a question longer than ``max_question_characters`` the beginning
        is looked for. Raises InputError for a question that is no text and a ``k`` that is no
        whole number. ``within`` are the ids of the documents to look in.
        """
        asked = tidy_question(question)[: self.settings.max_question_characters]
        count = tidy_count(k)
        if not asked or count < 1:
            return []
        ranked = self._from_the_index(lambda path: path.search(asked, count), within)
        return [replace(scored.passage, score=scored.score) for scored in ranked]

    def document(self, document_id: str, language: str) -> Document:
        """A document as it was indexed. Raises UnknownDocumentError."""
        return self._from_the_index(lambda answering: answering.document(document_id, language))

    # LangChain

    def as_retriever(self, k: int = 8) -> BaseRetriever:
        """A LangChain retriever over ``search``; the documents' metadata holds what a citation needs."""
        from .langchain_adapters import make_retriever

        return make_retriever(self, k)

    def as_runnable(self) -> Runnable[Any, Answer]:
        """A LangChain runnable: question in, Answer out.

        In the place of a question may stand {"question": …, "history": …}, or the messages of a
        conversation, of which the last one asks.
        """
        from .langchain_adapters import make_runnable

        return make_runnable(self)

    # The open index

    def _language_of(self, question: str) -> str:
        """The language in which the chat answers; "" for a script that the packaged weights cannot
        read. Another model was chosen for what its reader asks: then the chat's own words are
        English."""
        unread = "en" if self.settings.embedding_model else ""
        return detect_language(question[:_TELLS_LANGUAGE]) or unread

    def _answering(self, index: Index, within: Within) -> Answering:
        """The path, with the open index; the deadline of an answer counts from here."""
        return Answering(
            settings=self.settings,
            index=index if within is None else index.selection(tidy_within(within)),
            embedder=self.embedder,
            model=self._model,
            instructions=self._instructions,
        )

    def _reading(self, index: Index, within: Within) -> Answering:
        """The path with the reader: what only searches does not load it."""
        return replace(self._answering(index, within), reader=make_reader(self.settings))

    def _from_the_index(self, look: Callable[[Answering], Found], within: Within = None) -> Found:
        """What ``look`` finds; where the open index fails, what it finds in one opened anew."""
        index = self.index
        try:
            return look(self._answering(index, within))
        except ServerAwayError:
            raise
        except IndexBuildError as error:
            self._let_go_of(index, error)
        return look(self._answering(self.index, within))

    def _let_go_of(self, failed: Index, error: IndexBuildError) -> None:
        """Forget an index that was rebuilt, deleted or damaged under this process, unless another
        thread has: the next to ask opens what stands there now, or builds it.
        """
        _log.warning("the index is opened anew: %s", error)
        with self._shared.lock:
            if self._shared.index is failed:
                self._shared.index = None


def _copy(settings: Settings, embedder: Embedder) -> CiteChat:
    return CiteChat(settings, embedder=embedder)


@lru_cache(maxsize=1)
def _default_chat() -> CiteChat:
    return CiteChat()


def answer(question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer from the shipped corpus, or the one that CITECHAT_CORPUS names; the index is built on first use.

    >>> print(answer("why is Hebei first in compute"))  # doctest: +SKIP
    """
    return _default_chat().answer(question, history)
