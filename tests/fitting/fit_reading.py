"""Fit what ``citechat.retrieval.reranking`` weighs, and write it into weights.json.

    python tests/fitting/fit_reading.py DATA    DATA: the folder of *.train.jsonl.gz

Of each set only the rows that the reader was not trained on are asked (``training.sources``: twelve percent of the
articles). Their pages and as many others are a corpus of text files; each question is asked twice: of all pages, and of
all but its own, so that nothing answers. One set of weights for all sets and languages. Prints what the fit gives on each
set when it is left out of the fit.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from page_sets import EVERYDAY_SETS, digests_of, document_of, index_of, rows_of
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from training.sources import READING_SETS, Row, is_held_back, split_key

from citechat.index.opening import Index
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.reading.reader import Reader
from citechat.retrieval import answerability
from citechat.retrieval.query import make_query
from citechat.retrieval.reranking import (
    ANSWER_FEATURES,
    ORDER_FEATURES,
    answer_features,
    order_features,
    rerank,
)
from citechat.retrieval.retriever import ScoredPassage, retrieve
from citechat.retrieval.selection import rank_quotes
from fitting import holds_an_answer, write_weights

# Sentences without their pages are no corpus to search.
SETS = (*(name for name in READING_SETS if name != "squad-sentences.en"), *EVERYDAY_SETS)
CANDIDATES = 24
PAGES = 240
# Everyday questions do not name their page: they are asked of a folder such as anybody has, not of hundreds alike.
PAGES_OF_A_FOLDER = 24
# Mean over the sets. At .05, which was tried, city offices' pages refuse .39 (de) and .17 (en) of what they do not
# answer, against .19 and .09, and Wikipedia's .66 against .57; but of everyday documents' questions (prices, hours,
# curricula vitae) a tenth is refused wrongly, and of terse real questions (qed, clapnq) .13.
WRONGLY_REFUSED = 0.03
STRENGTH = 1.0


@dataclass(frozen=True)
class Example:
    """One question asked once: its sentences' (score, reader's logit), which of them answer, and
    the features of answerability."""

    set: str
    rows: NDArray[np.float64]  # (sentences, len(ORDER_FEATURES))
    gold: NDArray[np.bool_]  # (sentences,)
    answer_row: NDArray[np.float64]  # (len(ANSWER_FEATURES),)
    answerable: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--questions", type=int, default=120, help="most questions of a set")
    parser.add_argument("--sets", default=",".join(SETS))
    options = parser.parse_args()
    examples = [
        example
        for name in options.sets.split(",")
        for example in examples_of(name, options.data, options.questions)
    ]
    order = fit_order(examples)
    answerable = fit_answerable(examples)
    figures = left_out(examples)
    data = digests_of(options.sets.split(","), options.data)
    record = {"data": data, "strength": 0.0, "cross_validation": figures}
    write_weights("order", "all", ORDER_FEATURES, order, record)
    record |= {"strength": STRENGTH, "threshold": WRONGLY_REFUSED}
    write_weights("answerable", "all", ANSWER_FEATURES, answerable, record)
    print("order", order.round(3), "answerable", answerable.round(3))


def examples_of(name: str, data: Path, most: int) -> list[Example]:
    """The held-back questions of a set, asked with and without their pages."""
    rows = rows_of(name, data)
    held = [row for row in rows if is_held_back(split_key(row))]
    chance = random.Random(16)
    chance.shuffle(held)
    is_everyday = name.startswith("everyday")
    if is_everyday:
        held = of_one_folder(held)
    asked = held[:most]
    titles = {row.sentences: row.title for row in (held if is_everyday else rows)}
    wanted = {row.sentences for row in asked}
    pages = [page for page in titles if page in wanted]
    others = [page for page in titles if page not in wanted]
    chance.shuffle(others)
    pages += others[: max(0, PAGES - len(pages))]
    index = index_of(pages, [titles[page] for page in pages], name)
    print(name, len(asked), "questions,", len(pages), "pages", flush=True)
    return list(_asked(name, asked, pages, index))


def of_one_folder(rows: Sequence[Row]) -> list[Row]:
    """The rows of as many pages as a folder has."""
    folder = list(dict.fromkeys(row.sentences for row in rows))[:PAGES_OF_A_FOLDER]
    return [row for row in rows if row.sentences in folder]


def _asked(
    name: str, rows: Sequence[Row], pages: Sequence[tuple[str, ...]], index: Index
) -> Iterator[Example]:
    number_of = {page: document_of(number) for number, page in enumerate(pages)}
    embedder, reader = PackagedEmbedder(), Reader(threads=1)
    for row in rows:
        language = row.language
        vector = embedder.encode([row.question], language, "query")[0]
        query = make_query(row.question, language, vector, index, language)
        found = retrieve(query, index, CANDIDATES)
        own = number_of[row.sentences]
        without = [scored for scored in found if scored.passage.document_id != own]
        asked_twice = (
            ((found, bool(row.answers)), (without, False)) if row.answers else ((found, False),)
        )
        for passages, answerable in asked_twice:
            example = _example(name, row, own, passages, answerable, query, index, reader)
            if example:
                yield example


def _example(name, row, own, passages: Sequence[ScoredPassage], answerable, query, index, reader):
    quotes = rank_quotes(query, passages)
    if not quotes:
        return None
    rows, _ = order_features(query, quotes, reader)
    answers = [row.sentences[n].strip() for n in sorted(row.answers)]
    gold = np.array(
        [
            q.passage.document_id == own and holds_an_answer(q.passage.sentence(q.number), answers)
            for q in quotes
        ]
    )
    signals = answerability.probability(query, passages, quotes, index)
    reranked = rerank(query, quotes, reader)
    answer_row = answer_features(reranked, signals)
    return Example(name, rows, gold, answer_row, answerable)


def fit_order(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Weights of a softmax over the sentences of each answerable question."""
    known = [example for example in examples if example.gold.any()]

    def loss(weights: NDArray[np.float64]) -> float:
        total = 0.0
        for example in known:
            scores = example.rows @ weights
            total += np.logaddexp.reduce(scores) - np.logaddexp.reduce(scores[example.gold])
        return total / len(known)

    return minimize(loss, np.array([0.5, 0.5]), method="Nelder-Mead").x


def fit_answerable(
    examples: Sequence[Example], wrongly_refused: float = WRONGLY_REFUSED
) -> NDArray[np.float64]:
    """Logistic regression, every set weighing the same; .5 is where that share of the answerable
    ones is refused."""
    rows = np.array([example.answer_row for example in examples])
    there = np.array([example.answerable for example in examples])
    names = [example.set for example in examples]
    weight = np.array([1 / names.count(name) for name in names])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(rows[:, 1:], there, sample_weight=weight * len(names) / len(set(names)))
    values = np.concatenate([model.intercept_, model.coef_[0]])
    threshold = np.quantile((rows @ values)[there], wrongly_refused)
    values[0] -= threshold
    return values


def left_out(examples: Sequence[Example]) -> dict[str, float]:
    """Means over the sets, each with weights that were fitted without it."""
    figures = []
    for name in dict.fromkeys(example.set for example in examples):
        own = [example for example in examples if example.set == name]
        others = [example for example in examples if example.set != name] or own
        figures.append(report(name, own, fit_order(others), fit_answerable(others)))
    return {key: round(float(np.mean([of[key] for of in figures])), 3) for key in figures[0]}


def report(name: str, examples: Sequence[Example], order, answerable) -> dict[str, float]:
    """How a set fares with weights that were fitted without it."""
    known = [example for example in examples if example.gold.any()]
    first = np.mean([e.gold[np.argmax(e.rows @ order)] for e in known])
    signals_only = np.mean([e.gold[np.argmax(e.rows[:, 0])] for e in known])
    reader_only = np.mean([e.gold[np.argmax(e.rows[:, 1])] for e in known])
    value = np.array([e.answer_row @ answerable for e in examples])
    there = np.array([e.answerable for e in examples])
    refused = (value[~there] < 0).mean()
    wrongly = (value[there] < 0).mean()
    own = np.quantile(value[there], WRONGLY_REFUSED)
    at_own = (value[~there] < own).mean()
    print(
        f"{name}: first sentence {first:.3f} (signals {signals_only:.3f}, reader {reader_only:.3f});"
        f" refused {refused:.3f} at {wrongly:.3f} wrongly; {at_own:.3f} at {WRONGLY_REFUSED}",
        flush=True,
    )
    return {"best sentence answers": first, "refused": refused, "wrongly refused": wrongly}


if __name__ == "__main__":
    main()
