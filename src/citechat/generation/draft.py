"""Passages and a language model → an answer of which nothing is believed.

passages → ids → prompt → stream → marks → sentences → proof of each → numbers → Answer

Two steps, no agent: the model sees passages, and writes. What it writes is shown as it comes, but a mark only when its
sentence is complete and has been held against the passages that it cites.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from citechat_ingest import FUNCTION_WORDS, Document, Glossary, Passage, Span, detect_language

from ..values import Answer, AnswerSentence, Checks, Citation, Turn
from ..verification.citations import cite
from ..verification.verifier import Similarity, verify
from .citation_marks import MarkedSentence, MarkReader, SentenceCutter, show_marks
from .language_model import LanguageModel, ModelFailure
from .prompts import (
    ANSWER,
    NO_ANSWER,
    Message,
    answer_messages,
    hand_out,
    rewrite_messages,
    translate_messages,
)

# A context that is too long is tried once more with so many passages.
_FEWER = 3
# The share of the time that is left which a rewriting or a translation may take.
_HELPER_SHARE = 0.25
_LONGEST_QUESTION = 400
# So much is read before anything is shown: enough to tell the language.
_OPENING = {"en": 40, "de": 40, "zh": 12}
# So many times as much, if it looks like another language: names of people and companies can look so.
_DOUBTFUL = 6


@dataclass(frozen=True)
class Assignment:
    """What a model is asked, and what its answer is held against.

    ``document`` gives a document by id and language; ``drop`` leaves out the sentences that are not borne out.
    """

    question: str
    language: str
    passages: tuple[Passage, ...]
    glossary: Glossary
    document: Callable[[str, str], Document]
    similarity: Similarity | None = None
    instructions: str = ANSWER
    drop: bool = False


def write(model: LanguageModel, task: Assignment, deadline: float) -> Iterator[str | Answer]:
    """Text as it comes, with the reader's marks, then the Answer. Raises ModelFailure; "no_evidence" if the model
    finds no answer in the passages."""
    shown = False
    try:
        for item in _attempt(model, task, deadline):
            shown = True
            yield item
    except ModelFailure as failure:
        if shown or failure.code != "model_context_too_long" or len(task.passages) <= _FEWER:
            raise
        yield from _attempt(model, replace(task, passages=task.passages[:_FEWER]), deadline)


def _attempt(model: LanguageModel, task: Assignment, deadline: float) -> Iterator[str | Answer]:
    handed_out = hand_out(task.question, task.passages)
    draft = _Draft(task, MarkReader(handed_out))
    for piece in model.stream(
        answer_messages(task.question, task.language, handed_out, task.instructions), deadline
    ):
        yield from draft.take(piece)
    yield from draft.finish()
    yield draft.answer(model.name)


class _Draft:
    """An answer in the making: what has been read, proven and shown of it."""

    def __init__(self, task: Assignment, reader: MarkReader) -> None:
        self._task = task
        self._reader = reader
        self._cutter = SentenceCutter(reader.marks, whole=task.drop)
        self._citations: dict[tuple[str, int, int], Citation] = {}
        self._sentences: list[AnswerSentence] = []
        self._verdicts: list[str] = []
        self._read = ""
        self._held = ""
        self._shown = ""

    def take(self, piece: str) -> Iterator[str]:
        """What can be shown after one more piece of the model's text."""
        yield from self._events(self._cutter.feed(self._reader.feed(piece)))

    def finish(self) -> Iterator[str]:
        """What is left to show once the model has ended. Raises ModelFailure for a text that is none."""
        yield from self._events(self._cutter.feed(self._reader.finish()))
        yield from self._events(self._cutter.finish())
        check_text(self._read, self._task.language, proven="supported" in self._verdicts)
        if not self._sentences:
            raise ModelFailure("model_unsupported", "not one sentence is borne out by the passages")
        yield from self._show(self._held)

    def answer(self, backend: str) -> Answer:
        """The finished answer."""
        counts = {
            name: self._verdicts.count(name)
            for name in ("supported", "number_mismatch", "unsupported")
        }
        return Answer(
            self._shown,
            answered=True,
            language=self._task.language,
            citations=tuple(self._citations.values()),
            backend=backend,
            question=self._task.question,
            sentences=tuple(self._sentences),
            checks=Checks(**counts, invented_marks=self._reader.invented),
        )

    def _events(self, events: Iterator[str | MarkedSentence]) -> Iterator[str]:
        for event in events:
            text = event if isinstance(event, str) else self._proven(event)
            self._read += show_marks(
                event if isinstance(event, str) else event.shown, self._reader.marks, lambda _: ()
            )
            if self._shown:
                yield from self._show(text)
                continue
            self._held += text
            if self._has_opened():
                opening, self._held = self._held, ""
                yield from self._show(opening)

    def _has_opened(self) -> bool:
        """Whether enough has been read to tell that it is an answer in the right language. Raises ModelFailure."""
        enough = _OPENING[self._task.language]
        try:
            check_language(self._read, self._task.language)
        except ModelFailure:
            if len(self._read.strip()) >= _DOUBTFUL * enough:
                raise
            return False
        return len(self._read.strip()) >= enough

    def _show(self, text: str) -> Iterator[str]:
        text = text if self._shown else text.lstrip()
        self._shown += text
        if text:
            yield text

    def _proven(self, sentence: MarkedSentence) -> str:
        """A sentence as it is shown: held against its passages, with numbers for its marks; dropped, it is nothing."""
        found = verify(
            sentence.text,
            self._task.language,
            sentence.passages,
            self._task.glossary,
            self._task.similarity,
        )
        self._verdicts.append(found.verdict)
        if self._task.drop and found.verdict != "supported":
            return ""
        cited: list[int] = []

        def numbers(passages: tuple[Passage, ...]) -> tuple[int, ...]:
            named = {passage.passage_id for passage in passages}
            now = tuple(
                self._number(span) for span in found.spans if span.passage.passage_id in named
            )
            cited.extend(now)
            return now

        shown = show_marks(sentence.shown, self._reader.marks, numbers)
        self._sentences.append(
            AnswerSentence(
                sentence.text, tuple(dict.fromkeys(cited)), found.verdict, found.problems
            )
        )
        return shown

    def _number(self, span: Span) -> int:
        """The number of a quote; a new one is proven and gets the next."""
        place = (f"{span.passage.language}/{span.passage.document_id}", span.start, span.end)
        if place not in self._citations:
            document = self._task.document(span.passage.document_id, span.passage.language)
            self._citations[place] = cite(len(self._citations) + 1, span, document)
        return self._citations[place].number


# Is it a text at all, and in the right language?

_NOISE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_LOOP = 0.1
_GIBBERISH_WORDS = 12


def check_text(text: str, language: str, proven: bool = True) -> None:
    """Raises ModelFailure for nothing, for noise, for a loop, for the wrong language, and for a refusal to answer."""
    if not text.strip():
        raise ModelFailure("model_empty")
    check_language(text, language)
    data = text.encode("utf-8", "replace")
    loops = len(data) > 400 and len(zlib.compress(data)) < _LOOP * len(data)
    if not re.search(r"\w", text) or len(_NOISE.findall(text)) > 0.02 * len(text) or loops:
        raise ModelFailure("model_garbage", "no words, or the same ones again and again")
    words = re.findall(r"[^\W\d_]+", text.lower())
    if (
        language != "zh"
        and not proven
        and len(words) >= _GIBBERISH_WORDS
        and not FUNCTION_WORDS[language] & set(words)
    ):
        raise ModelFailure("model_garbage", "words without grammar")


def check_language(text: str, language: str) -> None:
    """Raises ModelFailure for another language, or when the model says that the passages hold no answer."""
    if text.strip(" .*\"'\n").upper().startswith(NO_ANSWER):
        raise ModelFailure("no_evidence", "the model finds no answer in the passages")
    detected = detect_language(text, default=language)
    short = len(text.strip()) < _OPENING[language]  # a name or two, whose spelling tells little
    if detected != language and not (short and detected in ("en", "de")):
        raise ModelFailure(
            "model_wrong_language", f"{detected or 'another script'} instead of {language}"
        )


# Helpers for the search


def rewrite(
    model: LanguageModel, question: str, history: Sequence[Turn], language: str, deadline: float
) -> str:
    """A follow-up as a question of its own, in the model's words; empty when they are of no use."""
    return _one_line(model, rewrite_messages(question, history, language), language, deadline)


def translate(model: LanguageModel, question: str, language: str, deadline: float) -> str:
    """The question in another language; empty when the model's words are of no use."""
    return _one_line(model, translate_messages(question, language), language, deadline)


def _one_line(
    model: LanguageModel, messages: Sequence[Message], language: str, deadline: float
) -> str:
    now = time.monotonic()
    try:
        lines = model.complete(messages, now + _HELPER_SHARE * (deadline - now)).splitlines()
    except ModelFailure:
        return ""  # the question as it stands is searched for, and the answer's own failure will be told
    line = lines[0].strip(" \"'“”„*") if len(lines) == 1 else ""
    usable = (
        re.search(r"\w", line)
        and len(line) <= _LONGEST_QUESTION
        and detect_language(line, default=language) == language
    )
    return line if usable else ""
