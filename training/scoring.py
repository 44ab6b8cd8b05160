"""Figures of a reader on rows and pairs: whatever runs it, torch or ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from citechat.reading.packing import Packed, pack_pair, pack_window, room, size
from citechat_ingest.sentences import sentence_spans

from .sources import Pair, Row

Run = Callable[[Sequence[Packed]], tuple[list[NDArray[np.float32]], NDArray[np.float32]]]
"""Inputs → the logits of each one's sentences, and entailment logits of shape (inputs, 3)."""


def row_windows(row: Row, cut: Tokenizer) -> list[Packed]:
    """A whole paragraph or page, in as few windows as it fits in."""
    question = _ids(cut, in_english_of(row.question, row.language))
    sentences = [_ids(cut, in_english_of(sentence, row.language)) for sentence in row.sentences]
    found: list[Packed] = []
    taken: list[list[int]] = []
    left = room(question)
    for sentence in sentences:
        if taken and size(sentence) > left:
            found.append(pack_window(question, taken))
            taken, left = [], room(question)
        taken.append(sentence)
        left -= size(sentence)
    return [*found, pack_window(question, taken)]


def sentence_logits(rows: Sequence[Row], cut: Tokenizer, run: Run) -> list[NDArray[np.float32]]:
    """The logit of each sentence of each row."""
    windows = [row_windows(row, cut) for row in rows]
    logits, _ = run([window for of_row in windows for window in of_row])
    remaining = iter(logits)
    return [np.concatenate([next(remaining) for _ in of_row]) for of_row in windows]


def best_is_right(rows: Sequence[Row], logits: Sequence[NDArray[np.float32]]) -> float:
    """The share of answerable rows whose highest sentence answers."""
    right = [
        int(found.argmax()) in row.answers
        for row, found in zip(rows, logits, strict=True)
        if row.answers
    ]
    return float(np.mean(right)) if right else float("nan")


def separation(answered: NDArray[np.float32], unanswered: NDArray[np.float32]) -> float:
    """The chance that a window with an answer scores higher than one without (area under the ROC curve)."""
    if not len(answered) or not len(unanswered):
        return float("nan")
    ordered = np.sort(unanswered)
    below = np.searchsorted(ordered, answered, "left") + np.searchsorted(ordered, answered, "right")
    return float(below.mean() / 2 / len(unanswered))


def refused_at(
    answered: NDArray[np.float32], unanswered: NDArray[np.float32], wrongly: float
) -> float:
    """How many without an answer score below the threshold that refuses this share of those with one."""
    if not len(answered) or not len(unanswered):
        return float("nan")
    return float((unanswered < np.quantile(answered, wrongly)).mean())


def without_answer(row: Row) -> Row:
    """The paragraph with its answering sentences taken out."""
    left = [sentence for number, sentence in enumerate(row.sentences) if number not in row.answers]
    return row._replace(sentences=tuple(left), answers=frozenset())


def reading_figures(rows: Sequence[Row], cut: Tokenizer, run: Run) -> dict[str, float]:
    """First sentence right; and answered rows apart from the same rows without their answer."""
    answerable = [row for row in rows if row.answers]
    logits = sentence_logits(answerable, cut, run)
    highest = np.array([found.max() for found in logits], dtype=np.float32)
    emptied = [without_answer(row) for row in answerable]
    others = [row for row in emptied if row.sentences] + [row for row in rows if not row.answers]
    refused = np.array(
        [found.max() for found in sentence_logits(others, cut, run)], dtype=np.float32
    )
    return {
        "questions": len(answerable),
        "first": round(best_is_right(answerable, logits), 3),
        "auc": round(separation(highest, refused), 3),
        "refused_at_.05": round(refused_at(highest, refused, 0.05), 3),
    }


def pair_accuracy(found: Sequence[Pair], cut: Tokenizer, run: Run) -> float:
    """The share of pairs whose relation is told right."""
    packed = [pack_pair(_ids(cut, pair.claim), _ids(cut, pair.source)) for pair in found]
    _, logits = run(packed)
    labels = np.array([pair.label for pair in found])
    return float((logits.argmax(axis=1) == labels).mean())


def xquad_rows(folder: Path, language: str) -> list[Row]:
    """XQuAD as rows: measured on only."""
    read = json.loads((folder / f"xquad.{language}.json").read_text(encoding="utf-8"))
    found = []
    for article in read["data"]:
        for paragraph in article["paragraphs"]:
            context = paragraph["context"]
            spans = sentence_spans(context)
            sentences = tuple(context[start:end] for start, end in spans)
            for asked in paragraph["qas"]:
                answer = asked["answers"][0]
                right = [
                    number
                    for number, (start, end) in enumerate(spans)
                    if answer["text"] in context[start:end] or start <= answer["answer_start"] < end
                ]
                row = Row(
                    set=f"xquad.{language}",
                    id=asked["id"],
                    language=language,
                    title=article.get("title", ""),
                    question=asked["question"],
                    sentences=sentences,
                    answers=frozenset(right),
                    texts=(answer["text"],),
                )
                found.append(row)
    return found


def some(rows: Sequence[Row], number: int) -> list[Row]:
    """The same few rows each time, for figures on the way."""
    return Random(0).sample(list(rows), min(number, len(rows)))


def _ids(cut: Tokenizer, text: str) -> list[int]:
    found: list[int] = cut.encode(text, add_special_tokens=False).ids
    return found
