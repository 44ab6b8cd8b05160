"""Fit the weights of ``citechat.retrieval.ranking`` for two cases of their own, and write them into weights.json.

    python tests/fitting/fit_ranking.py --squad FOLDER    xquad.en.json, xquad.de.json, xquad.zh.json: "cross", where
                                                        question and text differ in language
    python tests/fitting/fit_ranking.py --practice        the shipped corpus and tests/exams/practice, never the exam: "curated"

Prints what they give in cross-validation over articles, or over the practice questions.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.retrieval.ranking import FEATURES
from fitting import PRACTICE, ask, build, digests, paragraph_of, practise, read, write_weights

_STRENGTH = {"curated": 5e-3}
_USUAL_STRENGTH = 1e-3
_FOLDS = 6
_NOT = -1e9


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--squad", type=Path)
    parser.add_argument("--practice", action="store_true")
    options = parser.parse_args()
    embedder = PackagedEmbedder()
    if options.squad:
        files = {
            language: str(options.squad / f"xquad.{language}.json")
            for language in ("en", "de", "zh")
        }
        indexes = {language: build(read(file)[0], embedder) for language, file in files.items()}
        pairs = [("en", "de"), ("de", "en"), ("en", "zh"), ("zh", "en"), ("de", "zh"), ("zh", "de")]
        parts = [examples(files, asked, held, indexes, embedder) for asked, held in pairs]
        report("cross", parts, list(files.values()))
    if options.practice:
        parts = [practice(language, embedder) for language in ("en", "de", "zh")]
        report("curated", parts, PRACTICE)


def practice(language: str, embedder):
    """An example for each pattern of a practice question: the right sentences are those that it matches."""
    rows, golds, numbers = [], [], []
    for number, (item, _, candidates, _) in enumerate(practise(language, embedder)):
        sentences = [(c.passage, s) for c in candidates for s in c.sentences]
        for pattern in item["patterns"]:
            allowed = [
                (p.document_id in item["documents"], p.sentence(s.number)) for p, s in sentences
            ]
            gold = [ok and bool(re.search(pattern, text, re.IGNORECASE)) for ok, text in allowed]
            if any(gold):
                rows.append([s.features for _, s in sentences])
                golds.append(gold)
                numbers.append(number)
    return padded(rows, golds, golds, numbers)


def examples(files, asked_in, language, indexes, embedder):
    """Features (questions, sentences, features); of each sentence, is it there, has it the answer, is its paragraph right."""
    questions = [asked.question for asked in read(files[asked_in])[1]]
    rows, golds, rights, articles = [], [], [], []
    for asked, (_, found) in zip(
        read(files[language])[1],
        ask(questions, asked_in, language, indexes[language], embedder),
        strict=True,
    ):
        sentences = [(c, s) for c in found for s in c.sentences]
        right = [paragraph_of(c) == asked.paragraph for c, _ in sentences]
        texts = [c.passage.sentence(s.number) for c, s in sentences]
        rows.append([s.features for _, s in sentences])
        rights.append(right)
        golds.append(
            [
                ok and any(gold in text for gold in asked.golds)
                for ok, text in zip(right, texts, strict=True)
            ]
        )
        articles.append(asked.article)
    return padded(rows, golds, rights, articles)


def padded(rows, golds, rights, groups):
    """The lists as arrays, every question with as many sentences as the one with the most."""
    width = max(map(len, rows))
    there = np.array([[n < len(row) for n in range(width)] for row in rows])
    grid = np.zeros((len(rows), width, len(FEATURES)))
    for n, row in enumerate(rows):
        grid[n, : len(row)] = row
    marked = [
        np.array([[*row, *[False] * (width - len(row))] for row in marks])
        for marks in (golds, rights)
    ]
    return grid, there, *marked, np.array(groups)


def fit(grid, there, gold, right, strength):
    scale = grid[there].std(axis=0)
    scale[scale == 0] = 1
    known = gold.any(axis=1), right.any(axis=1)

    def loss(weights):
        scores = np.where(there, grid @ (weights / scale), _NOT)
        total = logsumexp(scores, axis=1)
        value, pull = strength * weights @ weights, np.zeros_like(scores)
        share = np.exp(scores - total[:, None])
        for marks, has in zip((gold, right), known, strict=True):
            marked = np.where(marks, scores, _NOT)
            best = logsumexp(marked, axis=1)
            value -= (best - total)[has].mean()
            pull[has] += (share - np.exp(marked - best[:, None]))[has] / has.sum()
        return value, np.einsum("qs,qsf->f", pull, grid) / scale + 2 * strength * weights

    return minimize(loss, np.zeros(grid.shape[2]), jac=True, method="L-BFGS-B").x / scale


def widened(array, width: int):
    """The array with as many columns as ``width``, the new ones zero."""
    return np.pad(array, [(0, 0), (0, width - array.shape[1])] + [(0, 0)] * (array.ndim - 2))


def report(name, parts, files) -> None:
    width = max(part[0].shape[1] for part in parts)
    grid, there, gold, right = (
        np.concatenate([widened(part[n], width) for part in parts]) for n in range(4)
    )
    articles = np.concatenate([part[4] for part in parts])
    strength = _STRENGTH.get(name, _USUAL_STRENGTH)
    scores = np.zeros(there.shape)
    for fold in range(_FOLDS):
        out = articles % _FOLDS == fold
        scores[out] = grid[out] @ fit(grid[~out], there[~out], gold[~out], right[~out], strength)
    order = np.argsort(np.where(there, -scores, -_NOT), axis=1)
    first, two = order[:, :1], order[:, :2]
    found = [
        np.take_along_axis(m, n, axis=1).any(axis=1).mean()
        for m, n in ((right, first), (gold, first), (gold, two))
    ]
    figures = dict(
        zip(("right page first", "best sentence answers", "one of two answers"), found, strict=True)
    )
    record = {"data": digests(files), "strength": strength, "cross_validation": figures}
    write_weights("ranking", name, FEATURES, fit(grid, there, gold, right, strength), record)
    told = "right paragraph first {:.3f}, gold in the best sentence {:.3f}, in the best two {:.3f}".format(
        *found
    )
    print(f"{name}: {told}", flush=True)


if __name__ == "__main__":
    main()
