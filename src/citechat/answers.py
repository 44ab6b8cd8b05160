"""Question → Answer: the whole path on one screen.

check → language → stand alone → retrieve → enough evidence? → pick sentences → cite → Answer
                                                └─ no: say so, and offer questions that are answered
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from citechat_ingest import Document, Passage, detect_language

from . import evidence, extractive, terms
from . import history as turns
from .citations import cite
from .embedder import Embedder, SentenceTransformersEmbedder
from .errors import SettingsError, UnknownDocumentError
from .extractive import Quote
from .index import Index, Progress, ensure_index
from .parts import parts
from .retrieval import Candidate, Query, make_query, retrieve
from .settings import Settings
from .values import Answer, AnswerSentence, Citation, Turn
from .wording import say

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.runnables import Runnable

_CANDIDATES = 24
_SUGGESTIONS = 3


class CiteChat:
    """A chat over one corpus. Making one is instant; the index is opened, or built, on first use.

    Safe to share between threads. ``progress`` is called with (passages done, in all) while an index is built.
    """

    def __init__(
        self, settings: Settings | None = None, *, embedder: Embedder | None = None, progress: Progress | None = None
    ) -> None:
        self.settings = settings or Settings.from_env()
        if self.settings.llm:
            raise SettingsError(f"llm is {self.settings.llm!r}, but answers are extractive only as yet; leave it empty")
        self.embedder = embedder or SentenceTransformersEmbedder(self.settings.embedding_model)
        self._progress = progress
        self._index: Index | None = None
        self._lock = Lock()

    @property
    def index(self) -> Index:
        """The open index. Raises CorpusError, IndexBuildError or ModelError when there can be none."""
        with self._lock:
            if self._index is None:
                self._index = ensure_index(self.settings, self.embedder, self._progress)
            return self._index

    def rebuild(self) -> Index:
        """Build the index anew, even if it is good, and use it from now on."""
        with self._lock:
            if self._index:
                self._index.store.close()
            self._index = ensure_index(self.settings, self.embedder, self._progress, rebuild=True)
            return self._index

    def warm_up(self) -> None:
        """Load the model and open the index, so that the first question does not wait for them."""
        self.search("warm up", k=1)

    # Asking

    def answer(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question; ``history`` holds the turns before, oldest first. A bad question gets an Answer, too."""
        language = detect_language(question) or ""
        refusal = self._refuse(question, language)
        if refusal:
            return refusal
        asked = turns.stand_alone(question.strip(), history, self.index.glossary, language)
        query, candidates, support = self._find(asked, language)
        if query is None or support < evidence.THRESHOLD:
            return self._abstain(asked, language, candidates)
        quotes = self._quotes(asked, query, candidates)
        return replace(self._compose(quotes, language), question=asked)

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[str | Answer]:
        """The answer's text piece by piece, then the Answer itself as the last item."""
        reply = self.answer(question, history)
        yield from _pieces(reply)
        yield reply

    async def aanswer(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """``answer`` without blocking the event loop."""
        return await asyncio.to_thread(self.answer, question, history)

    async def astream(self, question: str, history: Sequence[Turn] = ()) -> AsyncIterator[str | Answer]:
        """``stream`` without blocking the event loop."""
        reply = await self.aanswer(question, history)
        for piece in _pieces(reply):
            yield piece
        yield reply

    # Looking

    def search(self, question: str, k: int = 8) -> list[Passage]:
        """The ``k`` best passages, best first: those in the question's language, then those only others have."""
        language = detect_language(question) or "en"
        if not question.strip() or k < 1:
            return []
        found = [c for _, candidates, _ in self._lists(question.strip(), language, max(k, _CANDIDATES)) for c in candidates]
        return [replace(c.passage, score=c.score) for c in found[:k]]

    def document(self, document_id: str, language: str) -> Document:
        """A document as it was indexed. Raises UnknownDocumentError."""
        found = self.index.store.document(document_id, language)
        if found is None:
            known = ", ".join(sorted({name for _, name in self.index.documents})[:5])
            raise UnknownDocumentError(f"no document {document_id!r} in language {language!r}; there are {known}, …")
        return found

    # LangChain

    def as_retriever(self, k: int = 8) -> BaseRetriever:
        """A LangChain retriever over ``search``; the documents' metadata holds what a citation needs."""
        from .langchain_adapters import make_retriever

        return make_retriever(self, k)

    def as_runnable(self) -> Runnable[str, Answer]:
        """A LangChain runnable: question in, Answer out."""
        from .langchain_adapters import make_runnable

        return make_runnable(self)

    # The steps

    def _refuse(self, question: str, language: str) -> Answer | None:
        limit = self.settings.max_question_characters
        if not question.strip():
            return self._refusal("empty_question", "en")
        if len(question) > limit:
            return self._refusal("question_too_long", language or "en", length=len(question), limit=limit)
        return None if language else self._refusal("unsupported_script", "en")

    def _refusal(self, reason: str, language: str, **values: object) -> Answer:
        return Answer(say(reason, language, **values), answered=False, language=language, reason=reason)

    def _lists(self, question: str, language: str, limit: int) -> Iterator[tuple[Query, list[Candidate], float]]:
        """One ranked list a language, the question's own first, each with its evidence."""
        vector = self.embedder.encode([question])[0]
        for listed in self.index.languages_for(language):
            query = make_query(question, listed, vector, self.index)
            candidates = retrieve(query, self.index, limit)
            yield query, candidates, evidence.support(query, candidates, self.index, language)

    def _find(self, question: str, language: str) -> tuple[Query | None, list[Candidate], float]:
        """The first list with enough evidence, or the one with the most."""
        best: tuple[Query | None, list[Candidate], float] = (None, [], 0.0)
        for found in self._lists(question, language, _CANDIDATES):
            if found[2] >= evidence.THRESHOLD:
                return found
            best = max(best, found, key=lambda item: item[2])
        return best

    def _quotes(self, asked: str, query: Query, candidates: list[Candidate]) -> list[Quote]:
        """The sentences to answer with; a question of several parts gets the best for each part first."""
        limit, checks = self.settings.max_sentences, self.index.checks
        whole = extractive.pick_quotes(query, candidates, checks, limit)
        asked_parts = parts(asked, self.index.glossary, query.language)
        if len(asked_parts) == 1:
            return whole
        firsts = [quote for part in asked_parts for quote in self._best(part, query.language)]
        return extractive.reading_order(extractive.distinct([*firsts, *whole])[:limit])

    def _best(self, part: str, language: str) -> list[Quote]:
        query = make_query(part, language, self.embedder.encode([part])[0], self.index)
        return extractive.rank_quotes(query, retrieve(query, self.index, _CANDIDATES))[:1]

    def _compose(self, quotes: list[Quote], language: str) -> Answer:
        citations = [self._cite(number, quote) for number, quote in enumerate(quotes, 1)]
        sentences = tuple(AnswerSentence(c.quote, (c.number,)) for c in citations)
        text = " ".join(f"{' '.join(c.quote.split())} [{c.number}]" for c in citations)
        return Answer(text, True, language, tuple(citations), sentences=sentences)

    def _cite(self, number: int, quote: Quote) -> Citation:
        document = self.document(quote.passage.document_id, quote.passage.language)
        return cite(number, document, quote.passage.section, *quote.span, quote.text)

    def _abstain(self, question: str, language: str, candidates: Sequence[Candidate]) -> Answer:
        suggestions = tuple(self._suggestions(question, language, candidates))
        text = say("no_evidence", language)
        if suggestions:
            text += (" " if language != "zh" else "") + say("try_instead", language, questions=" · ".join(suggestions))
        return Answer(text, False, language, reason="no_evidence", suggestions=suggestions, question=question)

    def _suggestions(self, question: str, language: str, candidates: Sequence[Candidate]) -> Iterator[str]:
        """Up to three questions near this one that are answered: known ones, else about what was found nearest."""
        about = dict.fromkeys(c.passage.section or c.passage.title for c in candidates)
        known = self.index.questions[language] or tuple(say("about", language, topic=topic) for topic in about if topic)
        asked = set(terms.grams(question, language)) | set(terms.words(question, language))
        near = sorted(known, key=lambda q: -len(asked & {*terms.grams(q, language), *terms.words(q, language)}))
        answered = (q for q in near if q != question and self._find(q, language)[2] >= evidence.THRESHOLD)
        yield from (q for q, _ in zip(answered, range(_SUGGESTIONS), strict=False))


def _pieces(reply: Answer) -> Iterator[str]:
    """The text in pieces that join to it again, a sentence with its mark at a time."""
    rest = reply.text
    for citation in reply.citations:
        end = rest.index(f"[{citation.number}]") + len(f"[{citation.number}]")
        yield rest[:end]
        rest = rest[end:]
    if rest:
        yield rest


@lru_cache(maxsize=1)
def _default_chat() -> CiteChat:
    return CiteChat()


def answer(question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer from the shipped corpus, or the one that CITECHAT_CORPUS names; the index is built on first use.

    >>> print(answer("why is Hebei first in compute"))  # doctest: +SKIP
    """
    return _default_chat().answer(question, history)
