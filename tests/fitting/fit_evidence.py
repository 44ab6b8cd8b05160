"""Fit the weights of ``citechat.retrieval.answerability`` for two cases of their own, and write them into weights.json.

    python tests/fitting/fit_evidence.py --squad FOLDER    "cross", where question and text differ in language: every question is
                                                         asked of the half of the paragraphs with its own, and of the half without it
    python tests/fitting/fit_evidence.py --practice        the shipped corpus: the questions of tests/exams/practice, never the exam

Prints what they give in cross-validation.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from citechat.index.packaged_embedder import PackagedEmbedder
from citechat.retrieval import answerability as evidence
from citechat.retrieval.selection import rank_quotes
from fitting import PRACTICE, ask, build, digests, practise, read, unscaled, write_weights

LANGUAGES = ("en", "de", "zh")
# So many answerable questions may be refused wrongly: more than within a language, since words seldom match.
_WRONGLY_REFUSED = 0.1
_STRENGTH, _STRENGTH_OF_PRACTICE = 0.03, 0.1
# F1 hardly differs between .3 and .4; the lower refuses fewer questions that could be answered.
_PRACTICE_THRESHOLD = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--squad", type=Path, help="folder with xquad.en.json, xquad.de.json, xquad.zh.json"
    )
    parser.add_argument("--practice", action="store_true")
    options = parser.parse_args()
    embedder = PackagedEmbedder()
    if options.squad:
        files = {language: str(options.squad / f"xquad.{language}.json") for language in LANGUAGES}
        pairs = (("en", "de"), ("de", "en"), ("zh", "en"), ("en", "zh"))
        cross = [examples(files, asked, held, embedder) for asked, held in pairs]
        columns = (np.concatenate(column) for column in zip(*cross, strict=True))
        rows, answerable, groups = columns
        fit("cross", rows, answerable, groups, list(files.values()))
    if options.practice:
        fit_practice([practice(language, embedder) for language in LANGUAGES])


def examples(files, asked_in, language, embedder):
    """Signals, whether the paragraph is there, and the article's number, one row a question and half."""
    paragraphs, asked = read(files[language])
    questions = [question.question for question in read(files[asked_in])[1]]
    rows, answerable, groups = [], [], []
    for half in (0, 1):
        index = build(
            [text if n % 2 == half else None for n, text in enumerate(paragraphs)], embedder
        )
        for question, (query, found) in zip(
            asked, ask(questions, asked_in, language, index, embedder), strict=True
        ):
            rows.append(evidence.features(query, found, rank_quotes(query, found), index))
            answerable.append(question.paragraph % 2 == half)
            groups.append(question.article)
    return np.array(rows), np.array(answerable), np.array(groups)


def practice(language: str, embedder: PackagedEmbedder):
    """The signals of the practice questions in a language, and whether each can be answered."""
    found = list(practise(language, embedder))
    rows = [
        evidence.features(query, near, rank_quotes(query, near), index)
        for _, query, near, index in found
    ]
    return np.array(rows), np.array([item["kind"] != "unanswerable" for item, *_ in found])


def fit(name, rows, answerable, groups, files) -> None:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=5000))
    rated = cross_val_predict(
        model, rows[:, 1:], answerable, groups=groups, cv=GroupKFold(6), method="predict_proba"
    )[:, 1]
    threshold = float(np.quantile(rated[answerable], _WRONGLY_REFUSED))
    refused = float((rated[~answerable] < threshold).mean())
    bias, weights = unscaled(model.fit(rows[:, 1:], answerable), threshold)
    figures = {"refused": refused, "wrongly refused": _WRONGLY_REFUSED}
    record = {"data": digests(files), "strength": _STRENGTH, "cross_validation": figures}
    record["threshold"] = threshold
    write_weights("evidence", name, evidence.FEATURES, (bias, *weights), record)
    print(f"{name}: unanswerable refused {refused:.3f} at {_WRONGLY_REFUSED} wrongly", flush=True)


def fit_practice(found) -> None:
    """One set of weights for the three languages, with a bias of its own for each; too few questions for three sets."""
    own = np.concatenate([np.full(len(rows), n) for n, (rows, _) in enumerate(found)])
    rows = np.concatenate([rows for rows, _ in found])[:, 1:]
    answerable = np.concatenate([is_answerable for _, is_answerable in found])
    inputs = np.hstack([rows, np.eye(len(found))[own]])
    model = make_pipeline(
        StandardScaler(), LogisticRegression(C=_STRENGTH_OF_PRACTICE, max_iter=5000)
    )
    folds = (KFold(10, shuffle=True, random_state=seed) for seed in range(5))
    rated = np.mean(
        [
            cross_val_predict(model, inputs, answerable, cv=f, method="predict_proba")[:, 1]
            for f in folds
        ],
        axis=0,
    )
    bias, weights = unscaled(model.fit(inputs, answerable), _PRACTICE_THRESHOLD)
    for n, language in enumerate(LANGUAGES):
        values = (bias + weights[rows.shape[1] + n], *weights[: rows.shape[1]])
        score = f1((rated < _PRACTICE_THRESHOLD)[own == n], ~answerable[own == n])
        record = {"data": digests(PRACTICE), "strength": _STRENGTH_OF_PRACTICE}
        record |= {"threshold": _PRACTICE_THRESHOLD, "cross_validation": {"abstention F1": score}}
        write_weights("evidence", f"{language} curated", evidence.FEATURES, values, record)
        print(f"{language} curated: abstention F1 {score:.3f}", flush=True)


def f1(refused, unanswerable) -> float:
    return 2 * float((refused & unanswerable).sum()) / float(refused.sum() + unanswerable.sum())


if __name__ == "__main__":
    main()
