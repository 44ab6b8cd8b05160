"""Sentences that rank, and sentences that give both sides, where no table knows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans import Findings, ranking
from citechat.retrieval.query import make_query
from citechat.retrieval.selection import Quote
from citechat.testing import LetterCountEmbedder
from towns import told

GLOSSARY = "\n".join(
    f'[[name]]\nkind = "company"\nen = "{name}"\nde = "{name}"\nzh = "{name}"'
    for name in ("Anker", "Brise")
)
TEXT = (
    "Boats were built in the first half of 2020. Anker is the largest yard of the coast. "
    "Of 90 boats, Anker built 30 and Brise 45 boats. Anker built 7 boats of oak."
)


@pytest.fixture(scope="module")
def yards(tmp_path_factory: pytest.TempPathFactory) -> Index:
    root: Path = tmp_path_factory.mktemp("yards")
    (root / "corpus").mkdir()
    (root / "corpus" / "yards.txt").write_text(TEXT + "\n", encoding="utf-8")
    (root / "corpus" / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    settings = Settings(corpus=root / "corpus", index_dir=root / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


def found(question: str, index: Index, step: float = 1.0) -> Findings:
    """The sentences in their order, each ``step`` worse than the one before."""
    (passage,) = index.store.all_passages("en")
    quotes = [Quote(passage, n, -step * n, n, 1.0) for n in range(len(passage.sentences))]
    query = make_query(question, "en", np.zeros(26, dtype=np.float32), index)
    return Findings(query, tuple(quotes), index)


def test_the_sentence_that_ranks_is_told(yards: Index) -> None:
    answer = ranking.statements(found("Which yard is the largest?", yards))

    assert told(answer) == ["Anker is the largest yard of the coast."]


def test_a_sentence_far_below_the_best_is_not(yards: Index) -> None:
    assert ranking.statements(found("Which yard is the largest?", yards, step=9.0)) == ()


def test_of_a_sentence_with_both_sides_the_larger_is_named_first(yards: Index) -> None:
    answer = ranking.statements(found("Who built more boats, Anker or Brise?", yards))

    assert told(answer) == ["Brise: Of 90 boats, Anker built 30 and Brise 45 boats."]


@pytest.mark.parametrize("question", ["When were boats built?", "Why is Anker the largest yard?"])
def test_other_questions_are_left_alone(yards: Index, question: str) -> None:
    assert ranking.statements(found(question, yards)) == ()
