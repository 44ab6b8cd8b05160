"""Which corpus is a curated one: that whose sentences come with the questions expected of them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from citechat import CiteChat, Settings
from citechat.retrieval.query import make_query
from citechat.testing import LetterCountEmbedder

GLOSSARY = '[[name]]\nkind = "place"\nen = "Kelby"\nde = "Kelby"\nzh = "凯尔比"\n'
SENTENCE = "The whale museum of Kelby was founded in 1932 by Greta Falk."
EXPECTED = {"document": "whale", "sentence": SENTENCE, "questions": ["Whose museum is it?"]}


def corpus_of(root, *, with_expected):
    """A folder of one document and a glossary."""
    corpus = root / "corpus"
    (corpus / "en").mkdir(parents=True)
    (corpus / "en" / "whale.md").write_text(f"# Whale\n\n{SENTENCE}\n", encoding="utf-8")
    (corpus / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    if with_expected:
        (corpus / "expected").mkdir()
        lines = json.dumps(EXPECTED) + "\n"
        (corpus / "expected" / "en.jsonl").write_text(lines, encoding="utf-8")
    return Settings(corpus=corpus, index_dir=root / "index")


@pytest.mark.parametrize("with_expected", [False, True])
def test_expected_questions_make_it_one_and_a_glossary_alone_does_not(tmp_path, with_expected):
    settings = corpus_of(tmp_path, with_expected=with_expected)
    index = CiteChat(settings, embedder=LetterCountEmbedder()).index

    query = make_query("Who founded it?", "en", np.zeros(26, np.float32), index)

    assert index.glossary.names
    assert query.curated is with_expected
