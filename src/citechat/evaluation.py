"""An exam for a corpus: how many answers are right, proven, in the right language, and honestly refused.

Two kinds of file are read. JSON lines, one question each::

    {"id": "en-001", "language": "en", "kind": "fact", "question": "…", "history": [], "patterns": ["2[,.]?400"],
     "documents": ["article"]}

where a right answer's text matches every pattern and cites only the named documents, and kind "unanswerable" asks for
an abstention; and SQuAD files (.json), whose paragraphs become a corpus of their own in a temporary folder.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

from .chat import CiteChat
from .errors import CorpusError
from .index.embedder import Embedder
from .settings import Settings
from .values import Answer, AnswerSentence

UNANSWERABLE = "unanswerable"
Tick = Callable[[int, int], None]


@dataclass(frozen=True)
class Question:
    """One question of an exam and what a right answer holds."""

    question_id: str
    language: str
    kind: str
    question: str
    history: tuple[dict[str, str], ...] = ()
    patterns: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What came back for a question, judged. ``seconds`` is the time of ``answer`` alone."""

    question: Question
    answer: Answer = field(repr=False)
    correct: bool
    supported: tuple[bool, ...]
    allowed: tuple[bool, ...]
    cited: tuple[bool, ...]
    exact: bool
    seconds: float


def read_exam(path: Path) -> list[Question]:
    """The questions of a JSON lines file, or of every such file of a folder. Raises CorpusError naming file and line."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise CorpusError(path, "holds no exam", "give a .jsonl file, or a folder of them")
    return [question for file in files for question in _questions(file)]


def _questions(path: Path) -> Iterator[Question]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(
            path, f"cannot be read ({error})", "give a .jsonl file in UTF-8"
        ) from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            texts = (row["id"], row["language"], row["kind"], row["question"])
            yield Question(
                *texts, *(tuple(row.get(name, ())) for name in ("history", "patterns", "documents"))
            )
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            cure = "each line needs id, language, kind and question"
            raise CorpusError(f"{path}:{number}", f"is not a question ({error})", cure) from error


def examine(
    chat: CiteChat, questions: Sequence[Question], tick: Tick | None = None
) -> list[Result]:
    """Ask every question and judge the answers. ``tick`` is called with (asked, in all)."""
    chat.warm_up()
    results = []
    for number, question in enumerate(questions, 1):
        start = time.perf_counter()
        reply = chat.answer(question.question, question.history)
        results.append(judge(chat, question, reply, time.perf_counter() - start))
        if tick:
            tick(number, len(questions))
    return results


def judge(chat: CiteChat, question: Question, reply: Answer, seconds: float) -> Result:
    """Compare an answer with what the exam asks, and its quotes with their documents."""
    if question.kind == UNANSWERABLE:
        correct = not reply.answered
    else:
        correct = reply.answered and all(
            re.search(p, reply.text, re.IGNORECASE) for p in question.patterns
        )
    quotes = {c.number: c.quote for c in reply.citations}
    supported = tuple(_bears_out(reply, s, quotes[n]) for s in reply.sentences for n in s.citations)
    return Result(
        question=question,
        answer=reply,
        correct=correct,
        supported=supported,
        allowed=tuple(c.document_id in question.documents for c in reply.citations)
        if question.documents
        else (),
        cited=tuple(bool(s.citations) for s in reply.sentences),
        exact=all(
            chat.document(c.document_id, c.language).text[c.start : c.end] == c.quote
            for c in reply.citations
        ),
        seconds=seconds,
    )


def _bears_out(reply: Answer, sentence: AnswerSentence, quote: str) -> bool:
    """Whether a quote is the sentence, or, where a model wrote, whether the proof found that it bears the sentence out."""
    if reply.backend != "extractive":
        return sentence.verdict == "supported"
    return " ".join(quote.split()) in " ".join(sentence.text.split())


def summary(results: Sequence[Result]) -> dict[str, dict[str, Any]]:
    """Figures by language, by "language/kind", and for "all"; shares are 0 to 1, times in milliseconds."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        language, kind = result.question.language, result.question.kind
        for name in ("all", language, f"{language}/{kind}"):
            groups.setdefault(name, []).append(result)
    return {name: _figures(groups[name]) for name in sorted(groups)}


def _figures(results: Sequence[Result]) -> dict[str, Any]:
    answerable = [r for r in results if r.question.kind != UNANSWERABLE]
    refused = [r for r in results if not r.answer.answered]
    rightly = sum(r.question.kind == UNANSWERABLE for r in refused)
    unanswerable = len(results) - len(answerable)
    times = [1000 * r.seconds for r in results]
    spread = quantiles(times, n=20) if len(times) > 1 else times * 19
    figures = {
        "questions": len(results),
        "correct": share(r.correct for r in answerable),
        "citation_precision": share(ok for r in results for ok in r.supported),
        "citation_recall": share(ok for r in results for ok in r.cited),
        "document_precision": share(ok for r in answerable for ok in r.allowed),
        "abstention_precision": rightly / len(refused) if refused else None,
        "abstention_recall": rightly / unanswerable if unanswerable else None,
        "abstention_f1": 2 * rightly / (len(refused) + unanswerable)
        if refused or unanswerable
        else None,
        "quotes_exact": share(r.exact for r in results),
        "right_language": share(r.answer.language == r.question.language for r in results),
        "p50_ms": round(spread[9], 1),
        "p95_ms": round(spread[18], 1),
    }
    return {**figures, **_model_figures(results)}


def _model_figures(results: Sequence[Result]) -> dict[str, Any]:
    """How a language model fared: shares of its sentences, marks that it invented, answers for which quotes stood in."""
    if all(r.answer.backend == "extractive" and not r.answer.notice for r in results):
        return {}
    checks = [r.answer.checks for r in results if r.answer.backend != "extractive"]
    sentences = sum(c.supported + c.number_mismatch + c.unsupported for c in checks)
    return {
        "supported_sentences": sum(c.supported for c in checks) / sentences if sentences else None,
        "wrong_numbers": sum(c.number_mismatch for c in checks) / sentences if sentences else None,
        "invented_marks": sum(c.invented_marks for c in checks),
        "quotes_instead": share(bool(r.answer.notice) for r in results if r.answer.answered),
    }


def share(values: Any) -> float | None:
    """The share of true values; None of nothing."""
    listed = list(values)
    return mean(map(float, listed)) if listed else None


# SQuAD


def examine_squad(
    path: Path, settings: Settings, embedder: Embedder, tick: Tick | None = None
) -> dict[str, Any]:
    """Retrieval and answers on a SQuAD file: its paragraphs are the corpus, indexed in a temporary folder."""
    paragraphs = _squad(path)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, (text, _) in enumerate(paragraphs):
            (corpus / f"p{number:04}.txt").write_text(text, encoding="utf-8")
        chat = CiteChat(
            settings.with_changes(corpus=corpus, index_dir=Path(folder) / "index"),
            embedder=embedder,
        )
        chat.warm_up()
        asked = [
            (f"p{n:04}", q, golds)
            for n, (_, questions) in enumerate(paragraphs)
            for q, golds in questions
        ]
        rows = []
        for number, question in enumerate(asked, 1):
            rows.append(_squad_row(chat, *question))
            if tick:
                tick(number, len(asked))
        chat.index.store.close()
    names = rows[0].keys() if rows else ()
    return {
        "questions": len(rows),
        **{name: mean(float(row[name]) for row in rows) for name in names},
    }


def _squad(path: Path) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """(paragraph, [(question, its gold answers)]) of a SQuAD file. Raises CorpusError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))["data"]
        found = [paragraph for article in data for paragraph in article["paragraphs"]]
        return [
            (p["context"], [(q["question"], [a["text"] for a in q["answers"]]) for q in p["qas"]])
            for p in found
        ]
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise CorpusError(
            path, f"is not a SQuAD file ({error})", "give a file in the SQuAD 1.1 format"
        ) from error


def _squad_row(chat: CiteChat, paragraph: str, question: str, golds: list[str]) -> dict[str, bool]:
    found = [passage.document_id for passage in chat.search(question, k=5)]
    reply = chat.answer(question)
    quotes = [citation.quote for citation in reply.citations]
    return {
        "right_first": found[:1] == [paragraph],
        "right_among_five": paragraph in found,
        "gold_in_first_quote": any(gold in quote for gold in golds for quote in quotes[:1]),
        "gold_in_two_quotes": any(gold in quote for gold in golds for quote in quotes[:2]),
        "gold_in_quotes": any(gold in quote for gold in golds for quote in quotes),
        "wrongly_abstains": not reply.answered,
    }


def as_table(figures: dict[str, dict[str, Any]]) -> str:
    """The summary as a Markdown table."""
    columns = list(dict.fromkeys(column for row in figures.values() for column in row))
    rows = [["", *columns], ["---"] * (len(columns) + 1)]
    rows += [
        [name, *(_shown(row.get(column)) for column in columns)] for name, row in figures.items()
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _shown(value: float | None) -> str:
    return (
        "–"
        if value is None
        else f"{value:.3f}"
        if isinstance(value, float) and value <= 1
        else f"{value:g}"
    )
