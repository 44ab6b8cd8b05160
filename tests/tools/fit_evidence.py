"""Fit the weights of ``citechat.evidence``.

    python tests/tools/fit_evidence.py --squad en squad.en.json --squad de squad.de.json --cross squad.en.json squad.de.json
    python tests/tools/fit_evidence.py --exam

SQuAD files, for corpora without a glossary: the paragraphs are dealt into two corpora, and every question is asked of both,
of the one that holds its paragraph (answerable) and of the one that does not. The exam, for corpora with one: the questions
of tests/practice and tests/gold on the shipped corpus. Prints the weights, and how well they part the two kinds in
cross-validation.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from citechat import CiteChat, Settings, evidence
from citechat.embedder import SentenceTransformersEmbedder
from citechat.history import stand_alone
from citechat.retrieval import make_query, retrieve
from citechat_ingest import LANGUAGES

TESTS = Path(__file__).parents[1]
_CANDIDATES = 24
# Across languages little evidence is left, so there it is better to say nothing than something wrong.
# In cross-validation this refuses 6 % of the answerable; the best F1 (.65) refuses 11 %, and readers see that first.
_EXAM_THRESHOLD = 0.52
_WRONGLY_REFUSED = {"en": 0.03, "de": 0.03, "zh": 0.03, "cross": 0.3}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--squad", nargs=2, action="append", metavar=("LANGUAGE", "FILE"), default=[])
    parser.add_argument("--exam", action="store_true", help="fit on tests/practice and tests/gold, on the shipped corpus")
    parser.add_argument("--cross", nargs=2, metavar=("QUESTIONS", "PARAGRAPHS"), help="two files, asked across languages")
    options = parser.parse_args()
    embedder = SentenceTransformersEmbedder()
    for language, file in options.squad:
        report(language, *examples(read(file), read(file), language, embedder))
    if options.exam:
        report_exam([exam(language, embedder) for language in LANGUAGES])
    if options.cross:
        asked, held = map(read, options.cross)
        language = "de" if "de" in Path(options.cross[1]).name else "en"
        report("cross", *examples(asked, held, language, embedder))


def read(file: str) -> list[tuple[str, list[str]]]:
    """(paragraph, its questions) in the order of the file."""
    data = json.loads(Path(file).read_text(encoding="utf-8"))["data"]
    paragraphs = [paragraph for article in data for paragraph in article["paragraphs"]]
    return [(paragraph["context"], [qa["question"] for qa in paragraph["qas"]]) for paragraph in paragraphs]


def examples(asked: list, held: list, language: str, embedder: SentenceTransformersEmbedder):
    """Signals, whether the paragraph is there, and the paragraph's number, one row a question and corpus."""
    rows, answerable, groups = [], [], []
    vectors = embedder.encode([question for _, questions in asked for question in questions])
    for half in (0, 1):
        index = build([text if n % 2 == half else None for n, (text, _) in enumerate(held)], embedder)
        position = 0
        for n, (_, questions) in enumerate(asked):
            for question in questions:
                query = make_query(question, language, vectors[position], index)
                rows.append(evidence.signals(query, retrieve(query, index, _CANDIDATES), index))
                answerable.append(n % 2 == half)
                groups.append(n)
                position += 1
    return np.array(rows), np.array(answerable), np.array(groups)


def exam(language: str, embedder: SentenceTransformersEmbedder):
    """The signals of the exam's questions in a language, and whether each can be answered."""
    chat = CiteChat(Settings(index_dir=Path(tempfile.gettempdir()) / "fit-evidence"), embedder=embedder)
    rows, answerable = [], []
    files = [TESTS / folder / f"{language}.jsonl" for folder in ("practice", "gold")]
    for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        item = json.loads(line)
        asked = stand_alone(item["question"], item["history"], chat.index.glossary, language)
        query = make_query(asked, language, embedder.encode([asked])[0], chat.index)
        rows.append(evidence.signals(query, retrieve(query, chat.index, _CANDIDATES), chat.index))
        answerable.append(item["kind"] != "unanswerable")
    return np.array(rows), np.array(answerable)


def build(texts: list[str | None], embedder: SentenceTransformersEmbedder):
    folder = Path(tempfile.mkdtemp())
    (folder / "corpus").mkdir()
    for n, text in enumerate(texts):
        if text is not None:
            (folder / "corpus" / f"p{n:03}.txt").write_text(text, encoding="utf-8")
    return CiteChat(Settings(corpus=folder / "corpus", index_dir=folder / "index"), embedder=embedder).index


def report(name: str, rows, answerable, groups) -> None:
    rows = rows * (rows.std(axis=0) > 0)
    model = LogisticRegression(C=10, max_iter=5000)
    rated = cross_val_predict(model, rows[:, 1:], answerable, groups=groups, cv=GroupKFold(6), method="predict_proba")[:, 1]
    threshold = np.quantile(rated[answerable], _WRONGLY_REFUSED[name])
    model.fit(rows[:, 1:], answerable)
    # Shift the bias so that the threshold that refuses so many answerable questions becomes one half.
    bias = float(model.intercept_[0]) - float(np.log(threshold / (1 - threshold)))
    weights = ", ".join(f"{w:.2f}" for w in (bias, *model.coef_[0]))  # constant signals get no weight
    refused = float((rated[~answerable] < threshold).mean())
    print(f'    "{name}": ({weights}),  # unanswerable refused {refused:.3f} at {_WRONGLY_REFUSED[name]} wrongly')


def report_exam(found) -> None:
    """One set of weights for the three languages, with a bias of its own for each; too few questions for three sets."""
    own = np.concatenate([np.full(len(rows), n) for n, (rows, _) in enumerate(found)])
    rows = np.concatenate([rows for rows, _ in found])
    answerable = np.concatenate([is_answerable for _, is_answerable in found])
    inputs = np.hstack([rows[:, 1:], np.eye(len(found))[own]])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.03, max_iter=5000))
    folds = (KFold(10, shuffle=True, random_state=seed) for seed in range(5))
    rated = np.mean([cross_val_predict(model, inputs, answerable, cv=f, method="predict_proba")[:, 1] for f in folds], axis=0)
    threshold = _EXAM_THRESHOLD
    model.fit(inputs, answerable)
    scaler, fitted = model[0], model[1]
    weights = fitted.coef_[0] / scaler.scale_
    bias = fitted.intercept_[0] - float(weights @ scaler.mean_) - np.log(threshold / (1 - threshold))
    for n, language in enumerate(LANGUAGES):
        values = (bias + weights[rows.shape[1] - 1 + n], *weights[: rows.shape[1] - 1])
        score = f1((rated < threshold)[own == n], ~answerable[own == n])
        print(f'    "{language}": ({", ".join(f"{v:.2f}" for v in values)}),  # abstention F1 {score:.3f} in cross-validation')


def f1(refused, unanswerable) -> float:
    return 2 * float((refused & unanswerable).sum()) / float(refused.sum() + unanswerable.sum())


if __name__ == "__main__":
    main()
