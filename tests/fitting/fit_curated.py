"""Fit what ``citechat.retrieval.reranking`` weighs on the shipped corpus, and write it into weights.json.

    python tests/fitting/fit_curated.py

On the practice questions of tests/exams/practice, never on another exam. The corpus is found by expected questions too, so
its signals say more than those of plain pages, and the reader's word weighs less beside them.
"""

from __future__ import annotations

import re

import numpy as np
from fit_reading import (
    STRENGTH,
    Example,
    fit_answerable,
    fit_order,
    left_out,
)

from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.reading.reader import Reader
from citechat.retrieval import answerability
from citechat.retrieval.reranking import (
    ANSWER_FEATURES,
    ORDER_FEATURES,
    answer_features,
    order_features,
    rerank,
)
from citechat.retrieval.selection import rank_quotes
from fitting import PRACTICE, digests, practise, write_weights

EVERY = 2
WRONGLY_REFUSED = 0.03


def main() -> None:
    embedder, reader = PackagedEmbedder(), Reader(threads=2)
    examples = [
        example
        for language in ("en", "de", "zh")
        for example in practice_examples(language, embedder, reader)
    ]
    order, answerable = fit_order(examples), fit_answerable(examples, WRONGLY_REFUSED)
    record = {"data": digests(PRACTICE), "strength": 0.0, "cross_validation": left_out(examples)}
    write_weights("order", "curated", ORDER_FEATURES, order, record)
    record |= {"strength": STRENGTH, "threshold": WRONGLY_REFUSED}
    write_weights("answerable", "curated", ANSWER_FEATURES, answerable, record)
    print("order", order.round(3), "answerable", answerable.round(3))


def practice_examples(language: str, embedder: PackagedEmbedder, reader: Reader) -> list[Example]:
    """Every second practice question of a language with what is retrieved and read for it."""
    examples = []
    for number, (item, query, passages, index) in enumerate(practise(language, embedder)):
        quotes = rank_quotes(query, passages)
        if number % EVERY or not quotes:
            continue
        rows, _ = order_features(query, quotes, reader)
        allowed = set(item.get("documents", ()))
        patterns = item.get("patterns", ())
        gold = np.array(
            [
                quote.passage.document_id in allowed
                and any(re.search(p, quote.text, re.IGNORECASE) for p in patterns)
                for quote in quotes
            ]
        )
        signals = answerability.probability(query, passages, quotes, index)
        answer_row = answer_features(rerank(query, quotes, reader), signals)
        is_answerable = item["kind"] != "unanswerable"
        examples.append(Example(language, rows, gold, answer_row, is_answerable))
    return examples


if __name__ == "__main__":
    main()
