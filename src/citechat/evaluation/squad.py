"""Files in the SQuAD format (.json): their paragraphs become a corpus of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import CorpusError
from ..index.embedder import Embedder
from ..settings import Settings
from .exam import Tick
from .reading_sets import PageQuestion, ReadingSet, examine_pages, page_figures


def read_squad(path: Path) -> ReadingSet:
    """The paragraphs of a SQuAD file and their questions. Raises CorpusError."""
    pages: list[str] = []
    questions: list[PageQuestion] = []
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
        for article in articles:
            for paragraph in article["paragraphs"]:
                questions += [_question(row, len(pages)) for row in paragraph["qas"]]
                pages.append(paragraph["context"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        cure = "give a file in the SQuAD 1.1 format"
        raise CorpusError(path, f"is not a SQuAD file ({error})", cure) from error
    return ReadingSet(path.stem, tuple(pages), tuple(questions))


def _question(row: dict[str, Any], page: int) -> PageQuestion:
    """A row marks the answer's words alone; the language of its file is not told."""
    texts = tuple(answer["text"] for answer in row["answers"])
    return PageQuestion(str(row.get("id", "")), "", row["question"], page, texts=texts)


def examine_squad(
    path: Path, settings: Settings, embedder: Embedder, tick: Tick | None = None
) -> dict[str, Any]:
    """Figures of retrieval and answers on a SQuAD file, indexed in a temporary folder."""
    return page_figures(examine_pages(read_squad(path), settings, embedder, tick))
