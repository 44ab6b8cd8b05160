"""Fit the weights of ``citechat.evidence`` on SQuAD files.

    python tests/tools/fit_evidence.py --language en squad.en.json --language de squad.de.json

Each file's paragraphs are dealt into two corpora. Every question is asked of both: of the one that holds its paragraph
(answerable) and of the one that does not (unanswerable). Prints the weights, and how well they part the two in
cross-validation over paragraphs: the share of unanswerable questions refused while a few of the answerable ones are.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from citechat import CiteChat, Settings, evidence
from citechat.embedder import SentenceTransformersEmbedder
from citechat.retrieval import make_query, retrieve

_CANDIDATES = 24
# Across languages little evidence is left, so there it is better to say nothing than something wrong.
_WRONGLY_REFUSED = {"en": 0.03, "de": 0.03, "zh": 0.03, "cross": 0.3}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", nargs=2, action="append", metavar=("LANGUAGE", "FILE"), default=[])
    parser.add_argument("--cross", nargs=2, metavar=("QUESTIONS", "PARAGRAPHS"), help="two files, asked across languages")
    options = parser.parse_args()
    embedder = SentenceTransformersEmbedder()
    for language, file in options.language:
        report(language, *examples(read(file), read(file), language, embedder))
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


def build(texts: list[str | None], embedder: SentenceTransformersEmbedder):
    folder = Path(tempfile.mkdtemp())
    (folder / "corpus").mkdir()
    for n, text in enumerate(texts):
        if text is not None:
            (folder / "corpus" / f"p{n:03}.txt").write_text(text, encoding="utf-8")
    return CiteChat(Settings(corpus=folder / "corpus", index_dir=folder / "index"), embedder=embedder).index


def report(name: str, rows, answerable, groups) -> None:
    model = LogisticRegression(C=10, max_iter=5000)
    rated = cross_val_predict(model, rows[:, 1:], answerable, groups=groups, cv=GroupKFold(6), method="predict_proba")[:, 1]
    threshold = np.quantile(rated[answerable], _WRONGLY_REFUSED[name])
    model.fit(rows[:, 1:], answerable)
    # Shift the bias so that the threshold that refuses so many answerable questions becomes one half.
    bias = float(model.intercept_[0]) - float(np.log(threshold / (1 - threshold)))
    weights = ", ".join(f"{w:.2f}" for w in (bias, *model.coef_[0]))
    refused = float((rated[~answerable] < threshold).mean())
    print(f'    "{name}": ({weights}),  # unanswerable refused {refused:.3f} at {_WRONGLY_REFUSED[name]} wrongly')


if __name__ == "__main__":
    main()
