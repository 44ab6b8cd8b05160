"""Retrieval: two searches fused by standardised scores, passages ranked by their best sentence."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from citechat import CiteChat
from citechat.retrieval import retriever
from citechat.retrieval.query import Query, make_query
from citechat.retrieval.retriever import (
    ScoredPassage,
    ScoredSentence,
    rank,
    retrieve,
    standardised,
)
from citechat_ingest import Passage

VECTOR = np.ones(1, np.float32)


def passage(name: str) -> Passage:
    return Passage(name, "en", "", "", 0, 2, f"{name}.", ((0, 2),))


def asked(chat: CiteChat, text: str) -> Query:
    (vector,) = chat.embedder.encode([text], "en", "query")
    return make_query(text, "en", vector, chat.index)


class TwoSearches:
    """An index of the passages a, b, c: a is nearest by vector, b holds the words, c a few of them.

    ``looked_up`` keeps the passages whose similarity was asked for beside the nearest.
    """

    def __init__(self) -> None:
        self.looked_up: list[str] = []
        self.store: Any = self
        self.lexical = {"en": SimpleNamespace(search=lambda queries, k: [("b", 5.0), ("c", 1.0)])}

    def nearest(self, language: str, vector: object, k: int) -> dict[str, float]:
        return {"a": 0.9, "b": 0.1}

    def similarities(self, language: str, ids: Sequence[str], vector: object) -> dict[str, float]:
        self.looked_up += ids
        return dict.fromkeys(ids, 0.0)

    def passages(self, language: str, ids: Sequence[str]) -> dict[str, Passage]:
        return {name: passage(name) for name in ids}


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stands for ``rank``: keeps the pairs that it was given, in their order."""

    def keep(query: Query, pairs: Sequence[Any], index: Any) -> list[Any]:
        return [(found.document_id, similarity) for found, similarity in pairs]

    monkeypatch.setattr(retriever, "rank", keep)


def test_what_either_search_finds_is_a_candidate_by_the_sum_of_its_standardised_scores(
    chosen: None,
) -> None:
    index: Any = TwoSearches()

    found: Any = retrieve(Query("words", "en", VECTOR), index, 3)

    # Vector: a 1.41, b -0.58, c -0.83. Terms: a -0.93, b 1.39, c -0.46.
    assert found == [("b", 0.1), ("a", 0.9), ("c", 0.0)]
    assert index.looked_up == ["c"]


def test_only_the_first_candidates_are_ranked(
    chosen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    index: Any = TwoSearches()
    monkeypatch.setattr(retriever, "_RANKED", 2)

    found: Any = retrieve(Query("words", "en", VECTOR), index, 1)

    assert found == [("b", 0.1)]
    assert len(retrieve(Query("words", "en", VECTOR), index, 3)) == 3


def test_without_passages_nothing_is_retrieved() -> None:
    index: Any = TwoSearches()
    index.nearest = lambda language, vector, k: {}
    index.lexical["en"].search = lambda queries, k: []

    assert retrieve(Query("words", "en", VECTOR), index, 3) == []


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([1.0, 3.0], [-1.0, 1.0]),
        ([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0], [-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0]),
        ([0.3, 0.3], [0.0, 0.0]),
        ([7.0], [0.0]),
    ],
)
def test_scores_are_standardised_to_mean_0_and_deviation_1(
    scores: list[float], expected: list[float]
) -> None:
    assert standardised(scores).tolist() == expected


def test_a_passage_is_as_good_as_its_best_sentence(small_chat: CiteChat) -> None:
    query = asked(small_chat, "When was the lighthouse of Norden built?")
    store = small_chat.index.store
    pairs = [(found, 0.5) for found in store.all_passages("en")]

    ranked = rank(query, pairs, small_chat.index)

    assert [found.score for found in ranked] == sorted(
        (found.score for found in ranked), reverse=True
    )
    for found in ranked:
        assert found.score == found.best_sentence.score == max(s.score for s in found.sentences)
        assert [s.number for s in found.sentences] == list(range(len(found.passage.sentences)))
    assert ranked[0].passage.sentence(ranked[0].best_sentence.number).endswith("built in 1892.")


def test_the_best_passages_come_first_and_no_more_than_asked_for(small_chat: CiteChat) -> None:
    query = asked(small_chat, "How many loaves does the bakery sell?")

    found = retrieve(query, small_chat.index, 2)

    assert len(found) == 2
    assert found[0].passage.text.startswith("The bakery on the harbour sells 300 loaves")


def test_the_best_sentence_is_the_one_with_the_highest_score() -> None:
    sentences = (ScoredSentence(0, 0.2), ScoredSentence(1, 0.9), ScoredSentence(2, 0.5))

    assert ScoredPassage(passage("a"), 0.9, sentences).best_sentence.number == 1
