"""Passages and a language model → an answer, each sentence of which is verified before it counts.

passages → ids → prompt → stream → marks → sentences → proof of each → numbers → Answer

Two steps, no agent: the model sees passages, and writes. What it writes is shown as it comes, but a
mark only when its sentence is complete and has been held against the passages that it cites.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from citechat_ingest import FUNCTION_WORDS, Document, Glossary, Passage, Span, detect_language

from ..values import Answer, AnswerSentence, Citation, Mark, Verdict, VerdictCounts
from ..verification.citations import cite
from ..verification.verifier import Similarity, Verified, verify
from .citation_mark_parser import CitationMarkParser
from .language_model import LanguageModel
from .mark_numbering import number_marks, spell_numbers, without_marks
from .prompts import ANSWER, NO_ANSWER, answer_messages, assign_ids
from .provider_errors import ModelFailure
from .sentence_cutter import MarkedSentence, SentenceCutter

# A context that is too long is tried once more with so many passages: the best ones.
_FEWER = 3
# Characters that are read before anything is shown: enough to tell the language.
_OPENING = {"en": 40, "de": 40, "zh": 12}
# So many times as much, if it looks like another language: an answer that opens with a list of
# names of people and companies can look so for a sentence or two.
_DOUBTFUL = 6


@dataclass(frozen=True)
class GenerationTask:
    """What a model is asked, and what its answer is held against.

    ``document`` gives a document by id and language; ``drop`` leaves out the sentences that are not
    borne out.
    """

    question: str
    language: str
    passages: tuple[Passage, ...]
    glossary: Glossary
    document: Callable[[str, str], Document]
    similarity: Similarity | None = None
    instructions: str = ANSWER
    drop: bool = False


def write(model: LanguageModel, task: GenerationTask, deadline: float) -> Iterator[str | Answer]:
    """Text as it comes, with the reader's marks, then the Answer.

    Raises ModelFailure, with the code "no_evidence" if the model finds no answer in the passages;
    CiteChatError where a document no longer reads what its passage reads.
    """
    has_shown = False
    try:
        for item in _attempt(model, task, deadline):
            has_shown = True
            yield item
    except ModelFailure as failure:
        can_be_shorter = len(task.passages) > _FEWER and not has_shown
        if failure.code != "model_context_too_long" or not can_be_shorter:
            raise
        yield from _attempt(model, replace(task, passages=task.passages[:_FEWER]), deadline)


def _attempt(model: LanguageModel, task: GenerationTask, deadline: float) -> Iterator[str | Answer]:
    passages = assign_ids(task.question, task.passages)
    messages = answer_messages(task.question, task.language, passages, task.instructions)
    draft = _Draft(task, CitationMarkParser(passages))
    for piece in model.stream(messages, deadline):
        yield from draft.take(piece)
    yield from draft.finish()
    yield draft.answer(model.name)


class _Draft:
    """An answer in the making: what has been read, verified and shown of it."""

    def __init__(self, task: GenerationTask, reader: CitationMarkParser) -> None:
        self._task = task
        self._reader = reader
        self._cutter = SentenceCutter(reader.marks, whole=task.drop)
        # By where the quote stands, in the order of use
        self._citations: dict[tuple[str, int, int], Citation] = {}
        self._sentences: list[AnswerSentence] = []
        self._verdicts: list[Verdict] = []
        # All that the model wrote, without marks; what is held back of it until the language is
        # certain, with a private character for each number; what has been shown, and the marks in
        # it.
        self._read = ""
        self._held_back = ""
        self._shown = ""
        self._marks: list[Mark] = []
        self._is_open = False

    def take(self, piece: str) -> Iterator[str]:
        """What can be shown after one more piece of the model's text."""
        yield from self._process(self._cutter.feed(self._reader.feed(piece)))

    def finish(self) -> Iterator[str]:
        """What is left to show once the model has ended.

        Raises ModelFailure for a text that is none.
        """
        yield from self._process(self._cutter.feed(self._reader.finish()))
        yield from self._process(self._cutter.finish())
        check_text(self._read, self._task.language, proven="supported" in self._verdicts)
        if not self._sentences:
            raise ModelFailure("model_unsupported", "not one sentence is borne out by the passages")
        yield from self._show(self._held_back)

    def answer(self, backend: str) -> Answer:
        """The finished answer."""
        counts = VerdictCounts(
            supported=self._verdicts.count("supported"),
            number_mismatch=self._verdicts.count("number_mismatch"),
            unsupported=self._verdicts.count("unsupported"),
            invented_marks=self._reader.invented,
        )
        return Answer(
            self._shown,
            answered=True,
            language=self._task.language,
            citations=tuple(self._citations.values()),
            backend=backend,
            question=self._task.question,
            sentences=tuple(self._sentences),
            checks=counts,
            marks=tuple(self._marks),
        )

    def _process(self, parts: Iterator[str | MarkedSentence]) -> Iterator[str]:
        """What can be shown of text and sentences as the cutter gives them out."""
        for part in parts:
            if isinstance(part, MarkedSentence):
                text = self._verify_and_show(part)
                self._read += without_marks(part.shown, self._reader.marks)
            else:
                text = part
                self._read += part
            self._held_back += text
            self._is_open = self._is_open or self._has_opened()
            if self._is_open:
                certain, self._held_back = self._held_back, ""
                yield from self._show(certain)

    def _has_opened(self) -> bool:
        """Whether enough has been read to tell that it is an answer in the right language.

        Raises ModelFailure when it certainly is not.
        """
        enough = _OPENING[self._task.language]
        length = len(self._read.strip())
        try:
            check_language(self._read, self._task.language)
        except ModelFailure:
            if length >= _DOUBTFUL * enough:
                raise
            return False
        return length >= enough

    def _show(self, text: str) -> Iterator[str]:
        numbered = text if self._shown else text.lstrip()
        shown, marks = spell_numbers(numbered, offset=len(self._shown))
        self._shown += shown
        self._marks += marks
        if shown:
            yield shown

    def _verify_and_show(self, sentence: MarkedSentence) -> str:
        """A sentence as it is shown, with a private character for each number of its marks;
        dropped, it is nothing."""
        task = self._task
        verified = verify(
            sentence.text, task.language, sentence.passages, task.glossary, task.similarity
        )
        self._verdicts.append(verified.verdict)
        if task.drop and verified.verdict != "supported":
            return ""
        cited: list[int] = []

        def numbers(passages: tuple[Passage, ...]) -> tuple[int, ...]:
            numbers = self._numbers(verified, passages)
            cited.extend(numbers)
            return numbers

        shown = number_marks(sentence.shown, self._reader.marks, numbers)
        citations = tuple(dict.fromkeys(cited))
        self._sentences.append(
            AnswerSentence(
                sentence.text,
                citations,
                verdict=verified.verdict,
                problems=verified.problems,
            )
        )
        return shown

    def _numbers(self, verified: Verified, passages: tuple[Passage, ...]) -> tuple[int, ...]:
        """The numbers of the quotes that bear a sentence out, for a mark that names passages."""
        named = {passage.passage_id for passage in passages}
        spans = [span for span in verified.spans if span.passage.passage_id in named]
        return tuple(self._number(span) for span in spans)

    def _number(self, span: Span) -> int:
        """The number of a quote; a new one is proven and gets the next."""
        place = (f"{span.passage.language}/{span.passage.document_id}", span.start, span.end)
        if place not in self._citations:
            document = self._task.document(span.passage.document_id, span.passage.language)
            self._citations[place] = cite(len(self._citations) + 1, span, document)
        return self._citations[place].number


# Is it a text at all, and in the right language?

# Control characters, and what is left of broken bytes
_NOISE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
# The share of its characters that a text may have of them.
_NOISY = 0.02
# Plain prose shrinks to a third or so; what shrinks to a tenth says one thing again and again. A
# text shorter than this, in bytes, tells too little.
_LOOP = 0.1
_SHORTEST_LOOP = 400
# So many words of a European language never come without an article, a preposition or a pronoun.
_GIBBERISH_WORDS = 12


def check_text(text: str, language: str, proven: bool = True) -> None:
    """Raises ModelFailure for nothing, noise, a loop, another language, and a refusal to answer.

    ``proven`` is whether one sentence at least is borne out: such a text is no gibberish, even if
    it is nothing but names.
    """
    if not text.strip():
        raise ModelFailure("model_empty")
    check_language(text, language)
    has_words = re.search(r"\w", text)
    is_noise = len(_NOISE.findall(text)) > _NOISY * len(text)
    if not has_words or is_noise or _is_loop(text):
        raise ModelFailure("model_garbage", "no words, or the same ones again and again")
    if not proven and _is_gibberish(text, language):
        raise ModelFailure("model_garbage", "words without grammar")


def _is_loop(text: str) -> bool:
    data = text.encode("utf-8", "replace")
    return len(data) > _SHORTEST_LOOP and len(zlib.compress(data)) < _LOOP * len(data)


def _is_gibberish(text: str, language: str) -> bool:
    if language == "zh":  # has no spaces to tell words by
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) >= _GIBBERISH_WORDS and not FUNCTION_WORDS[language] & set(words)


def check_language(text: str, language: str) -> None:
    """Raises ModelFailure for another language, or if the passages hold no answer for the model."""
    if text.strip(" .*\"'\n").upper().startswith(NO_ANSWER):
        raise ModelFailure("no_evidence", "the model finds no answer in the passages")
    detected = detect_language(text, default=language)
    if detected == language:
        return
    # A name or two, whose spelling tells little
    is_short = len(text.strip()) < _OPENING[language]
    if is_short and detected in ("en", "de"):
        return
    written = detected or "another script"
    raise ModelFailure("model_wrong_language", f"{written} instead of {language}")
