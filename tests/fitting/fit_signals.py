"""Fit the fast signals of plain corpora on reading sets: which sentence first (``ranking``), is it there (``evidence``).

    python tests/fitting/fit_signals.py DATA    DATA: the folder of *.train.jsonl.gz

Of each set only rows that are not held back are asked, so that ``fit_reading.py`` can weigh these signals against the
reader on rows that neither has seen. The pages are a corpus of text files; each question is asked once of all pages and
once of all but its own. Every set weighs the same, those of the language itself as much as all others together. Nothing
of XQuAD and no ``.test`` file is read: they are what the figures are measured on. Everyday pages are left out: their
questions do not name the page, and of four hundred pages any other may answer.

Prints, for each set, what the weights of its language give when the set is left out of the fit.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from page_sets import digests_of, document_of, index_of, rows_of
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from training.sources import READING_SETS, Row, is_held_back, split_key

from citechat.index.opening import Index
from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.retrieval import answerability
from citechat.retrieval.query import make_query
from citechat.retrieval.ranking import FEATURES
from citechat.retrieval.retriever import ScoredPassage, retrieve
from citechat.retrieval.selection import rank_quotes
from fitting import holds_an_answer, unscaled, write_weights

SETS = READING_SETS
LANGUAGES = ("en", "de", "zh")
CANDIDATES = 24
PAGES = 400
WRONGLY_REFUSED = 0.025
STRENGTH = 1e-3
STRENGTH_OF_EVIDENCE = 0.03


@dataclass(frozen=True)
class Ranked:
    """The sentences that are found for a question that has an answer."""

    set: str
    features: NDArray[np.float64]  # (sentences, len(FEATURES))
    gold: NDArray[np.bool_]  # (sentences,): it answers
    right: NDArray[np.bool_]  # (sentences,): it stands on the right page


@dataclass(frozen=True)
class Judged:
    """The signals of one retrieval, with the page that answers or without it."""

    set: str
    features: NDArray[np.float64]  # (len(answerability.FEATURES),)
    answerable: bool


def main() -> None:
    """Ask every set, report, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--questions", type=int, default=250, help="most questions of a set")
    options = parser.parse_args()
    ranked: list[Ranked] = []
    judged: list[Judged] = []
    for name in SETS:
        for one, two in asked_set(name, options.data, options.questions):
            ranked += one
            judged += two
        print(name, sum(one.set == name for one in ranked), "questions", flush=True)
    data = digests_of(SETS, options.data)
    for language in LANGUAGES:
        figures = left_out(ranked, judged, language)
        record = {"data": data, "cross_validation": figures}
        ranking = fit_ranking(ranked, language)
        evidence = fit_evidence(judged, language)
        write_weights("ranking", language, FEATURES, ranking, {**record, "strength": STRENGTH})
        write_weights(
            "evidence",
            language,
            answerability.FEATURES,
            evidence,
            {**record, "strength": STRENGTH_OF_EVIDENCE, "threshold": WRONGLY_REFUSED},
        )


Asked = tuple[list[Ranked], list[Judged]]


def asked_set(name: str, data: Path, most: int) -> Iterator[Asked]:
    """What is retrieved for questions of one set that are not held back."""
    rows = [row for row in rows_of(name, data) if not is_held_back(split_key(row))]
    chance = random.Random(16)
    chance.shuffle(rows)
    asked = rows[:most]
    titles = {row.sentences: row.title for row in (*asked, *rows)}
    wanted = {row.sentences for row in asked}
    # Those that are asked of, and others for company.
    pages = [page for page in titles if page in wanted]
    others = [page for page in titles if page not in wanted]
    pages += others[: max(0, PAGES - len(pages))]
    index = index_of(pages, [titles[page] for page in pages], name)
    number_of = {page: document_of(number) for number, page in enumerate(pages)}
    embedder = PackagedEmbedder()
    for row in asked:
        yield asked_twice(row, number_of[row.sentences], index, embedder)


def asked_twice(row: Row, own: str, index: Index, embedder: PackagedEmbedder) -> Asked:
    """A question asked of all pages, and of all but its own."""
    vector = embedder.encode([row.question], row.language, "query")[0]
    query = make_query(row.question, row.language, vector, index, row.language)
    passages = retrieve(query, index, CANDIDATES)
    without = [scored for scored in passages if scored.passage.document_id != own]
    of_all, of_others = ((passages, bool(row.answers)), (without, False))
    judged = [
        Judged(
            row.set,
            answerability.features(query, found, rank_quotes(query, found), index),
            answerable,
        )
        for found, answerable in ((of_all, of_others) if row.answers else (of_all,))
        if found
    ]
    return ([ranked_of(row, own, passages)] if row.answers and passages else []), judged


def ranked_of(row: Row, own: str, passages: Sequence[ScoredPassage]) -> Ranked:
    """The sentences of what was found, each with its features and whether it is right."""
    sentences = [(scored.passage, one) for scored in passages for one in scored.sentences]
    answers = [row.sentences[number].strip() for number in sorted(row.answers)]
    right = [passage.document_id == own for passage, _ in sentences]
    gold = [
        is_right and holds_an_answer(passage.sentence(one.number), answers)
        for (passage, one), is_right in zip(sentences, right, strict=True)
    ]
    features = np.array([one.features for _, one in sentences])
    return Ranked(row.set, features, np.array(gold), np.array(right))


def shares(sets: Sequence[str], language: str) -> NDArray[np.float64]:
    """How much each example weighs: sets alike, those of the language as much as all others."""
    names = list(sets)
    own = {name for name in names if name.endswith(language)}
    others = set(names) - own
    of_set = {name: 1.0 / max(1, len(own)) for name in own}
    of_set |= {name: 1.0 / len(others) for name in others}
    weights = np.array([of_set[name] / names.count(name) for name in names])
    return weights / weights.sum()


def fit_ranking(examples: Sequence[Ranked], language: str) -> NDArray[np.float64]:
    """Weights of a softmax over the sentences of each question: the right page, the answer on it."""
    every = np.concatenate([example.features for example in examples])
    scale = every.std(axis=0)
    scale[scale == 0] = 1
    owner = np.repeat(np.arange(len(examples)), [len(example.gold) for example in examples])
    starts = np.searchsorted(owner, np.arange(len(examples)))
    weight = shares([example.set for example in examples], language)
    marks = [
        np.concatenate([getattr(example, kind) for example in examples])
        for kind in ("gold", "right")
    ]
    scaled = every / scale

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = scaled @ weights
        highest = np.maximum.reduceat(scores, starts)[owner]
        exponents = np.exp(scores - highest)
        total = np.add.reduceat(exponents, starts)
        share = exponents / total[owner]
        value, pull = STRENGTH * weights @ weights, np.zeros_like(scores)
        for marked in marks:
            of_marked = np.add.reduceat(exponents * marked, starts)
            known = of_marked > 0
            chosen = np.where(known, of_marked, 1.0)
            value -= (weight * known * (np.log(chosen) - np.log(total))).sum()
            wanted = exponents * marked / chosen[owner]
            pull += (weight * known)[owner] * (share - wanted)
        return float(value), scaled.T @ pull + 2 * STRENGTH * weights

    return minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x / scale


def fit_evidence(examples: Sequence[Judged], language: str) -> NDArray[np.float64]:
    """Logistic regression; .5 is where ``WRONGLY_REFUSED`` of the answerable ones are refused."""
    rows = np.array([example.features for example in examples])[:, 1:]
    answerable = np.array([example.answerable for example in examples])
    weight = shares([example.set for example in examples], language)
    model = make_pipeline(
        StandardScaler(), LogisticRegression(C=STRENGTH_OF_EVIDENCE, max_iter=5000)
    )
    model.fit(rows, answerable, logisticregression__sample_weight=weight * len(weight))
    rated = model.predict_proba(rows)[:, 1]
    threshold = quantile(rated[answerable], weight[answerable], WRONGLY_REFUSED)
    bias, weights = unscaled(model, threshold)
    return np.concatenate([[bias], weights])


def quantile(values: NDArray[np.float64], weight: NDArray[np.float64], share: float) -> float:
    """The value below which ``share`` of the weight lies."""
    order = np.argsort(values)
    below = np.cumsum(weight[order]) / weight.sum()
    return float(values[order][np.searchsorted(below, share)])


def left_out(ranked: Sequence[Ranked], judged: Sequence[Judged], language: str) -> dict[str, float]:
    """Means over the sets of a language, each measured with weights that were fitted without it."""
    rows = []
    for name in [name for name in SETS if name.endswith(language)]:
        ranking = fit_ranking([one for one in ranked if one.set != name], language)
        evidence = fit_evidence([one for one in judged if one.set != name], language)
        own = [one for one in ranked if one.set == name]
        best = [int(np.argmax(one.features @ ranking)) for one in own]
        value = np.array([one.features @ evidence for one in judged if one.set == name])
        there = np.array([one.answerable for one in judged if one.set == name])
        rows.append(
            {
                "right page first": np.mean(
                    [one.right[n] for one, n in zip(own, best, strict=True)]
                ),
                "best sentence answers": np.mean(
                    [one.gold[n] for one, n in zip(own, best, strict=True)]
                ),
                "refused": np.mean(value[~there] < 0),
                "wrongly refused": np.mean(value[there] < 0),
            }
        )
        print(name, {key: round(float(figure), 3) for key, figure in rows[-1].items()}, flush=True)
    return {key: round(float(np.mean([row[key] for row in rows])), 3) for key in rows[0]}


if __name__ == "__main__":
    main()
