"""Question → Answer: the whole path on one screen.

check → language → stand alone → retrieve → enough evidence? → pick sentences → cite → Answer: quotes
                                                │                  └─ with a model: draft.py writes from these
                                                │                     passages, and each sentence of it is proven;
                                                │                     should the model fail, the quotes are the answer
                                                └─ no: say so, and offer questions that are answered (no model is asked)
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from citechat_ingest import Document, Passage, detect_language

from .errors import UnknownDocumentError
from .generation import draft
from .generation.language_model import LanguageModel, ModelFailure, make_language_model
from .generation.prompts import read_instructions
from .index.building import Index, Progress, ensure_index
from .index.embedder import Embedder, make_embedder
from .language import terms
from .messages import say
from .question import follow_up as turns
from .question.decomposition import parts
from .question.language import settled
from .question.spelling import as_the_corpus_spells
from .retrieval import answerability, selection
from .retrieval.retriever import Candidate, Query, make_query, retrieve
from .retrieval.selection import Quote
from .settings import Settings
from .values import Answer, AnswerSentence, Checks, Citation, Turn
from .verification.citations import cite

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.runnables import Runnable

_CANDIDATES = 24
_SUGGESTIONS = 3
_PASSAGES_FOR_A_MODEL = 8
# The share of ``llm_timeout`` that is kept for what follows a model's failure.
_RESERVE = 0.1
_NONE: Mapping[str, str] = {}
_log = logging.getLogger(__name__)


@dataclass
class _Shared:
    """What the chats over one corpus have in common, whatever model writes."""

    index: Index | None = None
    models: dict[str, LanguageModel] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Found:
    """What one list has for a question: its passages and their sentences, ranked, and how sure it is that they answer, 0 to 1."""

    query: Query | None = None
    candidates: tuple[Candidate, ...] = ()
    quotes: tuple[Quote, ...] = ()
    support: float = 0.0

    @property
    def answers(self) -> bool:
        """Whether that is enough."""
        return self.support >= answerability.THRESHOLD


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
        self.embedder = embedder or make_embedder(self.settings.embedding_model)
        self._progress = progress
        self._shared = _Shared()
        self._instructions = read_instructions(self.settings.prompt)
        self._model = make_language_model(self.settings) if self.settings.llm else None

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
            if self._shared.index is None:
                self._shared.index = ensure_index(self.settings, self.embedder, self._progress)
            return self._shared.index

    def rebuild(self) -> Index:
        """Build the index anew, even if it is good, and use it from now on."""
        with self._shared.lock:
            if self._shared.index:
                self._shared.index.store.close()
            self._shared.index = ensure_index(
                self.settings, self.embedder, self._progress, rebuild=True
            )
            return self._shared.index

    def warm_up(self) -> None:
        """Load the models and open the index, so that the first question does not wait for them."""
        for question in (
            "Is it warm?",
            "Ist es warm?",
            "暖和吗？",
        ):  # each language reads its dictionary on first use
            self.search(question, k=1)
        if self._model:
            try:
                self._model.load()
            except ModelFailure as failure:
                _log.warning("%s: %s", self._model.name, failure)

    # Asking

    def answer(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question; ``history`` holds the turns before, oldest first. A bad question gets an Answer, too."""
        return next(item for item in self.stream(question, history) if isinstance(item, Answer))

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[str | Answer]:
        """The answer's text piece by piece, then the Answer itself as the last item.

        The pieces join to ``answer.text``, unless a model failed in the middle: then the Answer stands in their place.
        """
        language = detect_language(question) or ""
        refusal = self._refuse(question, language)
        if refusal:
            yield from _told(refusal)
            return
        glossary = self.index.glossary  # the deadline counts from an open index
        language = settled(language, question, glossary)
        deadline = time.monotonic() + (1 - _RESERVE) * self.settings.llm_timeout
        asked = self._rewritten(question.strip(), history, language, deadline)
        asked = asked or turns.stand_alone(question.strip(), history, glossary, language)
        found = self._find(asked, language, self._translations(asked, language, deadline))
        each = self._find_parts(asked, language)
        if not (found.answers or (each and all(part.answers for part in each))):
            yield from _told(self._abstain(asked, language, found.candidates))
            return
        quotes = self._quotes(found, each)
        extract = replace(self._compose(quotes, language), question=asked)
        yield from (
            self._written(extract, quotes, found.candidates, deadline)
            if self._model
            else _told(extract)
        )

    async def aanswer(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """``answer`` without blocking the event loop."""
        return await asyncio.to_thread(self.answer, question, history)

    async def astream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> AsyncIterator[str | Answer]:
        """``stream`` without blocking the event loop."""
        items = self.stream(question, history)
        try:
            while (item := await asyncio.to_thread(next, items, None)) is not None:
                yield item
        finally:
            with suppress(ValueError):  # still at work in its thread: the deadline will end it
                items.close()  # type: ignore[attr-defined]

    # Looking

    def search(self, question: str, k: int = 8) -> list[Passage]:
        """The ``k`` best passages, best first: those in the question's language, then those only others have."""
        if not question.strip() or k < 1:
            return []
        language = settled(detect_language(question) or "en", question, self.index.glossary)
        lists = self._lists(question.strip(), language, max(k, _CANDIDATES), _NONE)
        found = [candidate for _, candidates in lists for candidate in candidates]
        return [replace(c.passage, score=c.score) for c in found[:k]]

    def document(self, document_id: str, language: str) -> Document:
        """A document as it was indexed. Raises UnknownDocumentError."""
        found = self.index.store.document(document_id, language)
        if found is None:
            known = ", ".join(sorted({name for _, name in self.index.documents})[:5])
            raise UnknownDocumentError(
                f"no document {document_id!r} in language {language!r}; there are {known}, …"
            )
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
            return self._refusal(
                "question_too_long", language or "en", length=len(question), limit=limit
            )
        return None if language else self._refusal("unsupported_script", "en")

    def _refusal(self, reason: str, language: str, **values: object) -> Answer:
        return Answer(
            say(reason, language, **values), answered=False, language=language, reason=reason
        )

    def _rewritten(
        self, question: str, history: Sequence[Turn], language: str, deadline: float
    ) -> str:
        """A follow-up as the model would ask it alone; empty without a model, without turns before, or if it fails."""
        return (
            draft.rewrite(self._model, question, history, language, deadline)
            if self._model and history
            else ""
        )

    def _translations(self, question: str, language: str, deadline: float) -> dict[str, str]:
        """The question in the languages of a corpus that has none of its own, as far as a model can tell."""
        if not self._model or language in self.index.lexical:
            return {}
        listed = self.index.languages_for(language)
        translated = {
            code: draft.translate(self._model, question, code, deadline) for code in listed
        }
        return {code: text for code, text in translated.items() if text}

    def _lists(
        self, question: str, language: str, limit: int, translations: Mapping[str, str]
    ) -> Iterator[tuple[Query, list[Candidate]]]:
        """One ranked list a language, the question's own first; a translation adds one."""
        encode = lru_cache(lambda text, code: self.embedder.encode([text], code, "query")[0])
        for listed in self.index.languages_for(language):
            askings = [(translations[listed], listed)] if listed in translations else []
            for asked, asked_in in [*askings, (question, language)]:
                text = (
                    as_the_corpus_spells(asked, listed, self.index) if asked_in == listed else asked
                )
                query = make_query(text, listed, encode(text, asked_in), self.index, asked_in)
                yield query, retrieve(query, self.index, limit)

    def _find(self, question: str, language: str, translations: Mapping[str, str] = _NONE) -> Found:
        """The first list with enough evidence, or the one with the most."""
        best = Found()
        for query, candidates in self._lists(question, language, _CANDIDATES, translations):
            quotes = selection.rank_quotes(query, candidates)
            support = answerability.support(query, candidates, quotes, self.index)
            if best.query is None or support > best.support:
                best = Found(query, tuple(candidates), tuple(quotes), support)
            if best.answers:
                break
        return best

    def _find_parts(self, question: str, language: str) -> list[Found]:
        """What is found for each part of a question that asks several things; nothing for a simple one."""
        asked = parts(question, self.index.glossary, language)
        return [self._find(part, language) for part in asked] if len(asked) > 1 else []

    def _written(
        self,
        extract: Answer,
        quotes: Sequence[Quote],
        candidates: Sequence[Candidate],
        deadline: float,
    ) -> Iterator[str | Answer]:
        """What the model writes from the passages; should it fail, the extract, which says why."""
        assert self._model
        passages = {
            p.passage_id: p
            for p in (*(q.passage for q in quotes), *(c.passage for c in candidates))
        }
        task = draft.Assignment(
            question=extract.question,
            language=extract.language,
            passages=tuple(passages.values())[:_PASSAGES_FOR_A_MODEL],
            glossary=self.index.glossary,
            document=self.document,
            similarity=self._similarity,
            instructions=self._instructions,
            drop=self.settings.unsupported == "drop",
        )
        shown = False
        try:
            for item in draft.write(self._model, task, deadline):
                shown = True
                yield item
        except ModelFailure as failure:
            _log.warning("%s: %s", self._model.name, failure)
            reply = self._instead(extract, failure.code, candidates)
            yield from (reply,) if shown else _told(reply)

    def _instead(self, extract: Answer, code: str, candidates: Sequence[Candidate]) -> Answer:
        """The quotes with the reason why no model wrote; an abstention where it found no answer in the passages."""
        if code == "no_evidence" and self._model:
            return replace(
                self._abstain(extract.question, extract.language, candidates),
                backend=self._model.name,
            )
        return replace(extract, reason=code, notice=say(code, extract.language))

    def _similarity(self, sentence: str, others: Sequence[str]) -> list[float]:
        vectors = self.embedder.encode(
            [sentence, *others], "en", "passage"
        )  # only English is compared
        return [float(value) for value in vectors[1:] @ vectors[0]]

    def _quotes(self, found: Found, each: Sequence[Found]) -> list[Quote]:
        """The sentences to answer with; a question of several parts gets the best for each part first."""
        assert found.query
        firsts = [quote for part in each for quote in part.quotes[:1]]
        return selection.pick_quotes(
            found.query, found.quotes, self.index.checks, self.settings.max_sentences, firsts
        )

    def _compose(self, quotes: list[Quote], language: str) -> Answer:
        citations = [self._cite(number, quote) for number, quote in enumerate(quotes, 1)]
        sentences = tuple(AnswerSentence(c.quote, (c.number,)) for c in citations)
        text = " ".join(f"{' '.join(c.quote.split())} [{c.number}]" for c in citations)
        return Answer(
            text,
            True,
            language,
            tuple(citations),
            sentences=sentences,
            checks=Checks(supported=len(sentences)),
        )

    def _cite(self, number: int, quote: Quote) -> Citation:
        document = self.document(quote.passage.document_id, quote.passage.language)
        return cite(number, document, quote.passage.section, *quote.span, quote.text)

    def _abstain(self, question: str, language: str, candidates: Sequence[Candidate]) -> Answer:
        suggestions = tuple(self._suggestions(question, language, candidates))
        text = say("no_evidence", language)
        if suggestions:
            text += (" " if language != "zh" else "") + say(
                "try_instead", language, questions=" · ".join(suggestions)
            )
        return Answer(
            text, False, language, reason="no_evidence", suggestions=suggestions, question=question
        )

    def _suggestions(
        self, question: str, language: str, candidates: Sequence[Candidate]
    ) -> Iterator[str]:
        """Up to three questions near this one that are answered: known ones, else about what was found nearest."""
        about = dict.fromkeys(c.passage.section or c.passage.title for c in candidates)
        known = self.index.questions[language] or tuple(
            say("about", language, topic=topic) for topic in about if topic
        )
        asked = set(terms.grams(question, language)) | set(terms.words(question, language))
        near = sorted(
            known,
            key=lambda q: -len(asked & {*terms.grams(q, language), *terms.words(q, language)}),
        )
        answered = (q for q in near if q != question and self._find(q, language).answers)
        yield from (q for q, _ in zip(answered, range(_SUGGESTIONS), strict=False))


def _told(reply: Answer) -> Iterator[str | Answer]:
    """The text in pieces that join to it again, a sentence with its mark at a time; then the answer."""
    rest = reply.text
    for citation in reply.citations:
        end = rest.index(f"[{citation.number}]") + len(f"[{citation.number}]")
        yield rest[:end]
        rest = rest[end:]
    if rest:
        yield rest
    yield reply


@lru_cache(maxsize=1)
def _default_chat() -> CiteChat:
    return CiteChat()


def answer(question: str, history: Sequence[Turn] = ()) -> Answer:
    """Answer from the shipped corpus, or the one that CITECHAT_CORPUS names; the index is built on first use.

    >>> print(answer("why is Hebei first in compute"))  # doctest: +SKIP
    """
    return _default_chat().answer(question, history)
