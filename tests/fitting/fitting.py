"""What the fitting tools share: SQuAD files as real indexes, the practice questions, and where weights are written."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.question.follow_ups import contextualize_question
from citechat.question.spelling import correct_spelling
from citechat.retrieval.query import Query, make_query
from citechat.retrieval.retriever import ScoredPassage, retrieve

TESTS = Path(__file__).parents[1]
CANDIDATES = 24
PRACTICE = [TESTS / "exams" / "practice" / f"{language}.jsonl" for language in ("en", "de", "zh")]


@dataclass(frozen=True)
class Asked:
    """A question, the number of its paragraph and of its article, and its gold answers in the corpus's language."""

    question: str
    paragraph: int
    article: int
    golds: tuple[str, ...]


def read(file: str) -> tuple[list[str], list[Asked]]:
    """The paragraphs of a SQuAD file and its questions."""
    data = json.loads(Path(file).read_text(encoding="utf-8"))["data"]
    paragraphs = [(n, p) for n, article in enumerate(data) for p in article["paragraphs"]]
    asked = [
        Asked(qa["question"], number, article, tuple(answer["text"] for answer in qa["answers"]))
        for number, (article, paragraph) in enumerate(paragraphs)
        for qa in paragraph["qas"]
    ]
    return [paragraph["context"] for _, paragraph in paragraphs], asked


def build(paragraphs: Sequence[str | None], embedder: PackagedEmbedder) -> Index:
    """An index of the paragraphs that are there, each a text file."""
    folder = Path(tempfile.mkdtemp())
    (folder / "corpus").mkdir()
    for number, text in enumerate(paragraphs):
        if text is not None:
            (folder / "corpus" / f"p{number:04}.txt").write_text(text, encoding="utf-8")
    return CiteChat(
        Settings(corpus=folder / "corpus", index_dir=folder / "index"), embedder=embedder
    ).index


def ask(
    questions: Sequence[str],
    asked_in: str,
    language: str,
    index: Index,
    embedder: PackagedEmbedder,
) -> Iterator[tuple[Query, list[ScoredPassage]]]:
    """What is retrieved in a language for questions asked in another, or the same."""
    vectors = embedder.encode(questions, asked_in, "query")
    for question, vector in zip(questions, vectors, strict=True):
        query = make_query(question, language, vector, index, asked_in)
        yield query, retrieve(query, index, CANDIDATES)


Practised = tuple[dict[str, Any], Query, list[ScoredPassage], Index]


def practise(language: str, embedder: PackagedEmbedder) -> Iterator[Practised]:
    """Each question of tests/exams/practice in a language, and what is retrieved for it from the shipped corpus."""
    index = CiteChat(
        Settings(index_dir=Path(tempfile.gettempdir()) / "citechat-fitting"), embedder=embedder
    ).index
    for line in (
        (TESTS / "exams" / "practice" / f"{language}.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    ):
        item = json.loads(line)
        alone = contextualize_question(item["question"], item["history"], index.glossary, language)
        asked = correct_spelling(alone, language, index)
        query = make_query(asked, language, embedder.encode([asked], language, "query")[0], index)
        yield item, query, retrieve(query, index, CANDIDATES), index


def paragraph_of(candidate: ScoredPassage) -> int:
    """The number of the paragraph that a candidate stands in."""
    return int(candidate.passage.document_id[1:])


def digests(files: Sequence[str | Path]) -> dict[str, str]:
    """Name → SHA-256, for the record of what was fitted on."""
    return {
        f"{Path(file).parent.name}/{Path(file).name}": hashlib.sha256(
            Path(file).read_bytes()
        ).hexdigest()
        for file in files
    }


def holds_an_answer(sentence: str, answers: Sequence[str]) -> bool:
    """Whether a sentence of ours is, or holds, one of those that a reading set marks."""
    own = "".join(sentence.split())
    marked = ["".join(answer.split()) for answer in answers]
    return any(own in answer or answer in own for answer in marked)


def unscaled(model: Any, threshold: float) -> tuple[float, NDArray[np.float64]]:
    """Bias and weights for raw signals; the bias is shifted so that ``threshold`` becomes one half."""
    scaler, fitted = model[0], model[1]
    weights = np.where(scaler.var_ > 1e-12, fitted.coef_[0] / scaler.scale_, 0.0)
    return float(
        fitted.intercept_[0] - weights @ scaler.mean_ - np.log(threshold / (1 - threshold))
    ), weights


def write_weights(
    model: str,
    case: str,
    names: Sequence[str],
    values: Sequence[float],
    record: Mapping[str, Any] | None = None,
) -> None:
    """Put a fitted set of weights into the package, and how it came about: see ``weights.Fit``."""
    path = Path(__file__).parents[2] / "src" / "citechat" / "retrieval" / "weights.json"
    all_weights = json.loads(path.read_text(encoding="utf-8"))
    all_weights[model][case] = {
        name: round(float(value), 3) for name, value in zip(names, values, strict=True)
    }
    if record:
        told = {**record, "date": date.today().isoformat()}
        all_weights.setdefault("fitted", {}).setdefault(model, {})[case] = told
    path.write_text(json.dumps(all_weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
