"""Features of sentences, computed by hand on a small index."""

import numpy as np
import pytest

from citechat.index.bm25_index import LexicalIndex
from citechat.retrieval.query import Query, QueryName
from citechat.retrieval.ranking import FEATURES, features, score
from citechat_ingest import Name, Passage

LAMP = "The lamp shines far over the sea."
BUILT = "It was lit in 1892."


def passage(name, *sentences, title=""):
    text = " ".join(sentences)
    spans = [(text.index(sentence), text.index(sentence) + len(sentence)) for sentence in sentences]
    return Passage(name, "en", title, "", 0, len(text), text, tuple(spans))


TWO = [passage("lamp", LAMP, BUILT, title="Norden"), passage("bread", "The bakery sells bread.")]
SIMILAR = {TWO[0].passage_id: [[0.5], [0.2, 0.7]], TWO[1].passage_id: [[0.1]]}


@pytest.fixture
def found(tmp_path):
    lexical = LexicalIndex.build(tmp_path, "en", TWO)

    def ask(question, synonyms=()):
        pairs = [(TWO[0], 0.4), (TWO[1], 0.3)]
        query = Query(question, "en", np.zeros(1, np.float32), tuple(synonyms))
        rows = features(query, pairs, SIMILAR, lexical)
        return [[dict(zip(FEATURES, row, strict=True)) for row in part] for part in rows]

    return ask


def test_every_sentence_has_a_row_and_every_feature_a_value(found):
    lamp, bread = found("When was the lamp lit?")

    assert [len(lamp), len(bread)] == [2, 1]
    assert all(np.isfinite(value) for row in (*lamp, *bread) for value in row.values())


def test_similarities_are_those_of_the_sentence_its_questions_its_passage_and_its_neighbours(found):
    (first, second), (alone,) = found("lamp")

    assert (
        second["sentence similarity"],
        second["similarity of the sentence or what it is expected to answer"],
    ) == (0.2, 0.7)
    assert (first["passage similarity"], alone["passage similarity"]) == (0.4, 0.3)
    assert (first["similarity of the one before"], first["similarity of the one after"]) == (
        0.0,
        0.7,
    )
    assert (second["similarity of the one before"], second["similarity of the one after"]) == (
        0.5,
        0.0,
    )
    assert (alone["similarity of the one before"], alone["similarity of the one after"]) == (
        0.0,
        0.0,
    )


def test_what_is_held_is_a_share_of_the_question(found):
    (first, second), (bread,) = found("lamp lit")

    assert first["words held"] == second["words held"] == 0.5
    assert second["words held with the one before"] == 1
    assert first["words held by the passage"] == 1
    assert bread["words held"] == bread["words, BM25"] == 0
    assert bread["weightiest concept missing"] == 0.5


def test_the_heading_counts_for_the_passage_not_for_the_sentence(found):
    (first, _), _ = found("norden")

    assert (first["words held"], first["words held by the passage"]) == (0, 1)


def test_another_spelling_of_a_name_counts_as_the_name(found):
    beacon = QueryName(frozenset({"beacon"}), (frozenset({"lamp"}),), True, Name("concept", {}, ()))
    (first, _), _ = found("beacon", [beacon])

    assert first["words held"] == 1


def test_a_typo_counts_in_part(found):
    (_, _), (bread,) = found("bakerry")

    assert 0 < bread["words held"] < 1


def test_a_question_for_a_time_finds_the_sentence_with_one(found):
    (first, second), _ = found("When was it lit?")

    assert (first["asked type held"], second["asked type held"]) == (0, 1)


def test_a_question_without_terms_holds_nothing(found):
    (first, _), _ = found("what is the")

    assert (
        first["words held"] == first["concepts, BM25"] == first["weightiest concept missing"] == 0
    )


@pytest.mark.parametrize("case", ["en", "de", "zh", "cross", "curated"])
def test_more_of_the_question_and_more_likeness_score_higher(case):
    less, more = np.zeros(len(FEATURES)), np.zeros(len(FEATURES))
    for name in (
        "sentence similarity",
        "passage similarity",
        "concepts held",
        "concepts held by the passage",
        "grams held",
    ):
        more[FEATURES.index(name)] = 0.5

    assert score(more[None], case)[0] > score(less[None], case)[0]
