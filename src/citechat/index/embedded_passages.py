"""The passages of a corpus, and what is embedded of them, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from citechat_ingest import (
    Document,
    Passage,
    attach_expected_questions,
    read_expected,
    split_passages,
)

from ..settings import Settings
from .chroma_store import sentence_texts
from .corpus_state import corpus_roots
from .embedder import KINDS, Embedder, Kind, Vectors

# So many passages are embedded at once.
_BATCH = 256


def corpus_passages(documents: Iterable[Document], settings: Settings) -> list[Passage]:
    """All passages of the documents, with the questions expected of them."""
    limit = settings.passage_characters or None
    passages = (passage for document in documents for passage in split_passages(document, limit))
    return attach_expected_questions(passages, read_expected(corpus_roots(settings)))


def embedded_texts(passages: Sequence[Passage]) -> list[tuple[str, Kind]]:
    """What is embedded of passages: each as a whole, then all their sentences and questions."""
    whole: list[tuple[str, Kind]] = [(passage.text, "passage") for passage in passages]
    return whole + [text for passage in passages for text in sentence_texts(passage)]


def encode_texts(texts: Sequence[tuple[str, Kind]], language: str, embedder: Embedder) -> Vectors:
    """Vectors of texts of one language, a row each in their order; those of one kind go to the
    model together.
    """
    vectors = np.empty((0, 0), dtype=np.float32)
    for kind in KINDS:
        rows = [row for row, (_, its_kind) in enumerate(texts) if its_kind == kind]
        if rows:
            encoded = embedder.encode([texts[row][0] for row in rows], language, kind)
            if not vectors.size:
                vectors = np.empty((len(texts), encoded.shape[1]), dtype=np.float32)
            vectors[rows] = encoded
    return vectors


def batches(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs of one language, at most ``_BATCH`` long; sorting keeps documents together."""
    for _, group in groupby(sorted(passages, key=lambda p: p.language), key=lambda p: p.language):
        run = list(group)
        yield from (run[i : i + _BATCH] for i in range(0, len(run), _BATCH))
