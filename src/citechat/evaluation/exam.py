"""An exam for a corpus: JSON lines, one question each, asked and judged.

::

    {"id": "en-001", "language": "en", "kind": "fact", "question": "…", "history": [],
     "patterns": ["2[,.]?400"], "first": ["2[,.]?400"], "most": 2, "never": ["2[,.]?800"],
     "documents": ["article"]}

A right answer matches all of ``patterns`` and nothing of ``never``. A clean one is right, its first
sentence matches all of ``first``, and it has at most ``most`` sentences: it opens with the answer,
says all of it, and stops. An exam without ``first`` and ``most`` tells right from wrong only.
``documents`` are the only ones that should be cited. Kind "unanswerable" asks for a refusal, which
should name what ``offers`` match; kind "chat" asks about the chat itself, greetings among them.

All expressions are Python's, case ignored. They see the answer without its marks [1].
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from citechat_ingest import sentence_spans

from ..chat import CiteChat
from ..errors import CorpusError
from ..values import Answer, AnswerSentence
from .files import CorpusFiles

UNANSWERABLE = "unanswerable"
CHAT = "chat"
Tick = Callable[[int, int], None]
"""Called with (questions asked, questions in all)."""

_EXPRESSIONS = ("patterns", "first", "never", "offers")
_LISTS = ("history", *_EXPRESSIONS, "documents")
_MARK = re.compile(r"\s?\[\d+\]")
_NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True)
class Question:
    """One question of an exam and what a right answer holds; the module's docstring has the fields.

    ``most`` None means that the exam does not say how long a clean answer may be.
    """

    question_id: str
    language: str
    kind: str
    question: str
    history: tuple[dict[str, str], ...] = ()
    patterns: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    most: int | None = None

    @property
    def asks_for_clean(self) -> bool:
        """Whether the exam says what a clean answer is, beyond a right one."""
        return bool(self.first) or self.most is not None


class Outcome(StrEnum):
    """What became of a question. The first six are of questions that have an answer."""

    CLEAN = "clean"
    """Right, opens with the answer, and stops in time."""
    RIGHT = "right"
    """Right; the exam does not say what clean would be."""
    PADDED = "padded"
    """Right, but too long, or the first sentence is not yet the answer."""
    PARTIAL = "partial"
    """Some of what was asked for."""
    WRONG = "wrong"
    """Nothing of what was asked for, or something that must not stand there."""
    REFUSED = "refused"
    """Refused, though the corpus says it."""
    ANSWERED = "answered"
    """Answered, though the corpus does not say it."""
    HONEST = "honest"
    """Refused, and the corpus does not say it."""


RIGHT = frozenset({Outcome.CLEAN, Outcome.RIGHT, Outcome.PADDED})


@dataclass(frozen=True)
class Result:
    """What came back for a question, judged.

    ``missed`` says in words what the answer lacks. ``supported`` has a value for each citation of a
    sentence: whether the proof found that its quote bears the sentence out. ``cited`` has one for
    each sentence that is not the chat's own; ``allowed`` one for each citation, where the exam names
    documents. ``exact``: all quotes stand in the index and in the files on disk. ``seconds`` is the
    time of ``answer`` alone.
    """

    question: Question
    answer: Answer = field(repr=False)
    outcome: Outcome
    missed: tuple[str, ...]
    supported: tuple[bool, ...]
    allowed: tuple[bool, ...]
    cited: tuple[bool, ...]
    exact: bool
    seconds: float


# Reading


def read_exam(path: Path) -> list[Question]:
    """The questions of a JSON lines file, or of every such file of a folder.

    Raises CorpusError naming file and line.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise CorpusError(path, "holds no exam", "give a .jsonl file, or a folder of them")
    return [question for file in files for question in _questions(file)]


def _questions(path: Path) -> Iterator[Question]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        cure = "give a .jsonl file in UTF-8"
        raise CorpusError(path, f"cannot be read ({error})", cure) from error
    for number, line in enumerate(lines, 1):
        try:
            yield _question(json.loads(line))
        except (ValueError, KeyError, TypeError, re.error) as error:
            cure = "each line needs id, language, kind and question; expressions stand in lists"
            raise CorpusError(f"{path}:{number}", f"is not a question ({error})", cure) from error


def _question(row: Any) -> Question:
    """A row, checked: a string in place of a list would be read as one expression a letter."""
    if not isinstance(row, dict):
        raise TypeError("it is no object")
    lists = {name: row.get(name, []) for name in _LISTS}
    for name, value in lists.items():
        if not isinstance(value, list):
            raise TypeError(f"{name} is {value!r}, not a list")
    for name in _EXPRESSIONS:
        for expression in lists[name]:
            re.compile(expression)
    most = row.get("most")
    if most is not None and (type(most) is not int or most < 0):
        raise ValueError(f"most is {most!r}, not a number of sentences")
    values = {name: tuple(value) for name, value in lists.items()}
    return Question(row["id"], row["language"], row["kind"], row["question"], most=most, **values)


# Asking


def examine(
    chat: CiteChat, questions: Sequence[Question], tick: Tick | None = None
) -> list[Result]:
    """Ask every question and judge the answers."""
    chat.warm_up()
    files = CorpusFiles(chat.settings.corpus)
    results = []
    for number, question in enumerate(questions, 1):
        start = time.perf_counter()
        answer = chat.answer(question.question, question.history)
        seconds = time.perf_counter() - start
        results.append(_result(chat, files, question, answer, seconds))
        if tick:
            tick(number, len(questions))
    return results


def _result(
    chat: CiteChat, files: CorpusFiles, question: Question, answer: Answer, seconds: float
) -> Result:
    outcome, missed = judge(question, answer)
    allowed = [c.document_id in question.documents for c in answer.citations]
    own_words = [sentence for sentence in answer.sentences if sentence.text]
    supported = [s.verdict == "supported" for s in own_words for _ in s.citations]
    exact = True
    for citation in answer.citations:
        text = chat.document(citation.document_id, citation.language).text
        exact &= text[citation.start : citation.end] == citation.quote
        exact &= files.hold(citation)
    return Result(
        question=question,
        answer=answer,
        outcome=outcome,
        missed=missed,
        supported=tuple(supported),
        allowed=tuple(allowed) if question.documents else (),
        cited=tuple(bool(sentence.citations) for sentence in own_words),
        exact=exact,
        seconds=seconds,
    )


# Judging


def judge(question: Question, answer: Answer) -> tuple[Outcome, tuple[str, ...]]:
    """What became of the question, and in words what the answer lacks."""
    if question.kind == UNANSWERABLE:
        return _judge_refusal(question, answer)
    if _is_refused(question, answer):
        return Outcome.REFUSED, ()
    text = _plain(answer.text)
    missing = _unmatched(question.patterns, text)
    forbidden = [pattern for pattern in question.never if _matches(pattern, text)]
    missed = [f"does not say {pattern}" for pattern in missing]
    missed += [f"must not say {pattern}" for pattern in forbidden]
    if forbidden or (missing and len(missing) == len(question.patterns)):
        return Outcome.WRONG, tuple(missed)
    if missing:
        return Outcome.PARTIAL, tuple(missed)
    return _judge_form(question, answer)


def _judge_refusal(question: Question, answer: Answer) -> tuple[Outcome, tuple[str, ...]]:
    if answer.answered:
        return Outcome.ANSWERED, ("the corpus does not say this",)
    text = " ".join((answer.text, *answer.suggestions))
    unnamed = _unmatched(question.offers, text)
    return Outcome.HONEST, tuple(f"does not offer {pattern}" for pattern in unnamed)


def _is_refused(question: Question, answer: Answer) -> bool:
    """Words about the chat itself need no evidence, so only the refusal for want of it is one."""
    if answer.answered:
        return False
    return question.kind != CHAT or answer.reason == _NO_EVIDENCE


def _judge_form(question: Question, answer: Answer) -> tuple[Outcome, tuple[str, ...]]:
    """A right answer: is it clean?"""
    if not question.asks_for_clean:
        return Outcome.RIGHT, ()
    sentences = sentences_of(answer)
    opening = sentences[0] if sentences else ""
    missing = _unmatched(question.first, opening)
    missed = [f"the first sentence does not say {pattern}" for pattern in missing]
    if question.most is not None and len(sentences) > question.most:
        missed.append(f"{len(sentences)} sentences where {question.most} would do")
    return (Outcome.PADDED if missed else Outcome.CLEAN), tuple(missed)


def sentences_of(answer: Answer) -> list[str]:
    """The sentences of an answer as a reader counts them, without marks.

    A quote of two sentences counts as two, and the chat's own words before a quote count with it.
    A line of the chat's own that ends in a colon belongs to what it announces.
    """
    if not answer.sentences:
        text = _plain(answer.text)
        return [text[start:end] for start, end in sentence_spans(text)]
    sentences: list[str] = []
    announcement = ""
    for sentence in answer.sentences:
        lead = f"{announcement} {sentence.lead}".strip()
        announcement = ""
        if not sentence.text and lead.endswith((":", "：")):
            announcement = lead
            continue
        sentences += _spoken(sentence, lead)
    return sentences


def _spoken(sentence: AnswerSentence, lead: str) -> list[str]:
    """The sentences of one quote, the chat's words before the first; or these words alone."""
    words = _plain(sentence.text or lead)
    spoken = [words[start:end] for start, end in sentence_spans(words)] or [words]
    if sentence.text:
        spoken[0] = f"{lead} {spoken[0]}".strip()
    return spoken


def _plain(text: str) -> str:
    """A text without marks and in one line: a mark's number must not pass for a fact."""
    return " ".join(_MARK.sub("", text).split())


def _matches(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text, re.IGNORECASE))


def _unmatched(patterns: Sequence[str], text: str) -> list[str]:
    return [pattern for pattern in patterns if not _matches(pattern, text)]
