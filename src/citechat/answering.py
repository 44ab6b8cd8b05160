"""Question → Answer: the path.

own words? → language → stand alone → retrieve → enough evidence? → plan → cite → Answer
(talking.py)            └──────────── planning.py ────────────────────┘   │ (composing.py)
                                                                          └─ with a model: draft.py writes from the
                                                                             same passages, and each sentence of it is
                                                                             proven; should the model fail, the plan is
                                                                             the answer
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from citechat_ingest import Document

from .composing import abstain, as_stream, compose, find_document
from .generation.draft import GenerationTask, write
from .generation.language_model import LanguageModel
from .generation.provider_errors import ModelFailure
from .index.embedder import Embedder
from .index.opening import Index
from .messages import say
from .planning import Planning
from .plans.statements import quotes_of
from .question.language import language_in_talk, language_of
from .question.plain_words import in_plain_words
from .reading.reader import SentenceReader
from .retrieval.retriever import ScoredPassage
from .retrieval.selection import Quote
from .searching import RetrievalResult, Searching
from .settings import Settings
from .talk.about_chat import speaks_of_the_documents, talk
from .talk.kinds import loose_kind
from .talking import Talking
from .values import Answer, Turn

_PASSAGES_FOR_A_MODEL = 8
# The share of ``llm_timeout`` that is kept for what follows a model's failure.
_RESERVE = 0.1
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answering:
    """All that answering a question takes: the open index, the models, the settings."""

    settings: Settings
    index: Index
    embedder: Embedder
    model: LanguageModel | None = None
    instructions: str = ""
    reader: SentenceReader | None = None

    @property
    def searching(self) -> Searching:
        """What looks things up in the index."""
        return Searching(self.index, self.embedder, self.reader)

    @property
    def planning(self) -> Planning:
        """What finds the statements of an answer."""
        return Planning(self.searching, self.settings.max_sentences, self.model)

    def stream(
        self, question: str, history: Sequence[Turn], language: str
    ) -> Iterator[str | Answer]:
        """The answer's text piece by piece, then the Answer itself as the last item."""
        deadline = time.monotonic() + (1 - _RESERVE) * self.settings.llm_timeout
        language = language_in_talk(language, question, history, self.index.glossary)
        typed = question.strip()
        plain = in_plain_words(typed, language, self.index)
        own = Talking(self.planning).own_words(typed, plain, history, language, deadline)
        if own is not None:
            yield from as_stream(replace(own, question=typed))
            return
        asked, statements, result = self.planning.find(plain, history, language, deadline)
        if not statements:
            yield from as_stream(self._say_nothing_is_found(typed, asked, language, result))
            return
        extract = compose(statements, language, self.index)
        extract = replace(extract, question=typed if asked == plain else asked)
        if self.model is None or not extract.answered:
            yield from as_stream(extract)
            return
        quotes = quotes_of(statements)
        yield from self._generate(extract, quotes, result.passages, deadline)

    def search(self, question: str, k: int) -> list[ScoredPassage]:
        """The ``k`` best passages, those of the question's language first."""
        language = language_of(question, self.index.glossary)
        plain = in_plain_words(question.strip(), language, self.index)
        return self.searching.search(plain, language, k)

    def document(self, document_id: str, language: str) -> Document:
        """A document as it was indexed. Raises UnknownDocumentError."""
        return find_document(self.index, document_id, language)

    def _say_nothing_is_found(
        self, typed: str, asked: str, language: str, result: RetrievalResult
    ) -> Answer:
        """A word of the chat's own where that is what was said to it, else that the documents do
        not say it."""
        # In a folder of anybody's own, what has a word of the documents was asked of them.
        is_theirs = not self.index.is_curated and speaks_of_the_documents(
            typed, language, self.index
        )
        kind = "" if is_theirs else loose_kind(typed, self.index.glossary)
        loose = talk(kind, language, self.index) if kind else ()
        if loose:
            return compose(loose, language, self.index)
        return abstain(asked, language, result.passages, self.index)

    # With a language model

    def _generate(
        self,
        extract: Answer,
        quotes: Sequence[Quote],
        passages: Sequence[ScoredPassage],
        deadline: float,
    ) -> Iterator[str | Answer]:
        """What the model writes from the passages; should it fail, the extract, which says why."""
        assert self.model
        ordered = [*(quote.passage for quote in quotes), *(scored.passage for scored in passages)]
        distinct = {passage.passage_id: passage for passage in ordered}
        task = GenerationTask(
            question=extract.question,
            language=extract.language,
            passages=tuple(distinct.values())[:_PASSAGES_FOR_A_MODEL],
            glossary=self.index.glossary,
            document=partial(find_document, self.index),
            similarity=self._similarity,
            instructions=self.instructions,
            drop=self.settings.unsupported == "drop",
        )
        shown = False
        try:
            for item in write(self.model, task, deadline):
                shown = True
                yield item
        except ModelFailure as failure:
            _log.warning("%s: %s%s", self.model.name, failure, self._where(failure.code))
            reply = self._fallback(extract, failure.code, passages)
            yield from (reply,) if shown else as_stream(reply)

    def _where(self, code: str) -> str:
        """For the log: the address that was set, where nobody could be reached."""
        address = self.model.address if self.model else ""
        if code != "model_unreachable" or not address:
            return ""
        return f" (CITECHAT_LLM_BASE_URL is {address})"

    def _fallback(self, extract: Answer, code: str, passages: Sequence[ScoredPassage]) -> Answer:
        """The extract with the reason why no model wrote; an abstention where the model found no
        answer in the passages."""
        if code == "no_evidence" and self.model:
            abstention = abstain(extract.question, extract.language, passages, self.index)
            return replace(abstention, backend=self.model.name)
        return replace(extract, reason=code, notice=say(code, extract.language))

    def _similarity(self, sentence: str, others: Sequence[str]) -> list[float]:
        """Cosine of a sentence with each of the others."""
        # only English sentences are compared by their vectors
        vectors = self.embedder.encode([sentence, *others], "en", "passage")
        return [float(value) for value in vectors[1:] @ vectors[0]]
