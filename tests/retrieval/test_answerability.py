"""Does the corpus answer? The signals by hand, and what they come to on a small corpus."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from citechat import CiteChat
from citechat.retrieval.answerability import (
    FEATURES,
    THRESHOLD,
    features,
    probability,
    unknown_names,
)
from citechat.retrieval.query import Query, QueryName, make_query
from citechat.retrieval.ranking import FEATURES as SENTENCE_FEATURES
from citechat.retrieval.retriever import ScoredPassage, ScoredSentence, retrieve
from citechat.retrieval.selection import Quote, rank_quotes
from citechat_ingest import Name, Passage

WIDTH = len(SENTENCE_FEATURES)
VECTOR = np.ones(1, np.float32)
TEXT = "Norden has 40 lamps."
PASSAGE = Passage("lamps", "en", "", "", 0, len(TEXT), TEXT, ((0, len(TEXT)),))
NORDEN = QueryName(
    frozenset({"norden"}),
    (frozenset({"norden"}),),
    True,
    Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"}),
)


def index_with(*stems: str) -> Any:
    """An index in which these terms stand, and no other."""
    frequency = SimpleNamespace(document_frequency=lambda term: int(term in stems))
    return SimpleNamespace(lexical={"en": frequency, "de": frequency, "zh": frequency})


def candidate(score: float, **values: float) -> ScoredPassage:
    """A passage of one sentence with these features; the others are 0."""
    row = [values.get(name.replace(" ", "_"), 0.0) for name in SENTENCE_FEATURES]
    return ScoredPassage(PASSAGE, score, (ScoredSentence(0, score, tuple(row)),))


def quote(score: float = 1.0, names: float = 1.0, passage: Passage = PASSAGE) -> Quote:
    return Quote(passage, 0, score, 0, names)


def signals(query: Query, *candidates: ScoredPassage, quotes: Any = ()) -> dict[str, float]:
    values = features(query, candidates, quotes or [quote()], index_with("norden", "lamp"))
    return dict(zip(FEATURES, values.tolist(), strict=True))


def test_without_candidates_there_is_no_evidence() -> None:
    assert probability(Query("Why?", "en", VECTOR), [], [], index_with()) == 0.0


def test_likeness_alone_is_no_evidence() -> None:
    near = candidate(9.0, sentence_similarity=0.99, passage_similarity=0.99)

    assert probability(Query("Why?", "en", VECTOR), [near], [quote()], index_with()) == 0.0


def test_a_word_or_a_concept_that_is_held_is_evidence() -> None:
    query = Query("Why lamps?", "en", VECTOR)

    for held in ("words_held_by_the_passage", "concepts_held_by_the_passage"):
        near = candidate(1.0, **{held: 0.5})
        assert 0 < probability(query, [near], [quote()], index_with("lamp")) < 1


def test_a_question_that_only_names_is_answered_by_what_names_it() -> None:
    query = Query("Norden", "en", VECTOR, (NORDEN,))
    near = candidate(0.0, words_held_by_the_passage=0.1)

    assert probability(query, [near], [quote(names=1.0)], index_with()) == 1.0
    assert probability(query, [near], [quote(names=0.0)], index_with()) < 1.0


def test_a_question_that_asks_more_of_a_name_is_weighed() -> None:
    query = Query("How many lamps has Norden?", "en", VECTOR, (NORDEN,))
    near = candidate(0.0, words_held_by_the_passage=0.1)

    assert probability(query, [near], [quote()], index_with()) < 1.0


def test_there_is_a_signal_for_each_feature_and_all_are_numbers() -> None:
    values = features(
        Query("How many lamps?", "en", VECTOR), [candidate(1.0)], [quote()], index_with()
    )

    assert values.shape == (len(FEATURES),)
    assert np.isfinite(values).all()


def test_the_best_sentence_the_most_and_the_mean_of_a_feature_are_signals() -> None:
    near = [candidate(2.0, words_held=0.25), candidate(1.0, words_held=0.75)]

    told = signals(Query("lamps", "en", VECTOR), *near)

    assert told["words held, best sentence"] == 0.25
    assert told["words held, most of any"] == 0.75
    assert told["words held, mean of the best"] == 0.5


def test_of_what_is_missing_the_least_counts() -> None:
    near = [
        candidate(2.0, weightiest_concept_missing=0.9),
        candidate(1.0, weightiest_concept_missing=0.2),
    ]

    told = signals(Query("lamps", "en", VECTOR), *near)

    assert told["weightiest concept missing, least of any"] == 0.2


def test_only_the_six_best_sentences_are_averaged() -> None:
    near = [candidate(9.0 - n, words_held=float(n < 6)) for n in range(8)]

    assert signals(Query("lamps", "en", VECTOR), *near)["words held, mean of the best"] == 1.0


@pytest.mark.parametrize(
    ("scores", "lead"), [((3.0, 1.0), 2.0), ((9.0, 1.0), 5.0), ((1.0, 1.0), 0.0), ((1.0,), 5.0)]
)
def test_the_lead_of_the_first_passage_is_at_most_five(
    scores: tuple[float, ...], lead: float
) -> None:
    near = [candidate(score) for score in scores]

    told = signals(Query("lamps", "en", VECTOR), *near)

    assert (told["lead"], told["score"]) == (lead, scores[0])


def test_what_is_asked_for_is_a_signal() -> None:
    told = signals(Query("How many lamps are there?", "en", VECTOR), candidate(1.0))

    assert told["asks for number"] == 1.0
    assert told["asks for reason"] == 0.0


def test_a_question_without_names_holds_them_all() -> None:
    told = signals(Query("How many lamps?", "en", VECTOR), candidate(1.0))

    assert (told["nothing named"], told["names held"], told["names asked"]) == (1.0, 1.0, 0.0)


def test_of_a_question_with_names_the_rest_is_looked_for_in_the_quotes() -> None:
    query = Query("Norden lamps towers", "en", VECTOR, (NORDEN,))

    told = signals(query, candidate(1.0), quotes=[quote(names=0.5)])

    assert (told["nothing named"], told["names asked"], told["names held"]) == (0.0, 0.5, 0.5)
    assert told["weightiest rest missing"] == 0.5  # of lamps and towers, the towers
    assert 0.5 <= told["rest held"] < 1.0
    assert told["rest held with the names"] == told["rest held"] / 2


def test_that_the_audit_speaks_is_a_signal() -> None:
    query = Query("Norden lamps", "en", VECTOR, (NORDEN,))
    audit = Passage("a", "en", "", "", 0, len(TEXT), TEXT, ((0, len(TEXT)),), role="audit")

    assert signals(query, candidate(1.0), quotes=[quote(passage=audit)])["audit speaks"] == 1.0
    assert signals(query, candidate(1.0), quotes=[quote()])["audit speaks"] == 0.0


@pytest.mark.parametrize(
    ("language", "question", "unknown"),
    [
        ("en", "When was Norden built?", 0.0),
        ("en", "When was Suhl built?", 1.0),
        ("en", "Did Suhl, Ilmenau and Gotha build lamps?", 2.0),
        ("en", "Suhl was built when?", 0.0),  # the first word has its capital anyway
        ("de", "Wann wurde Suhl gebaut?", 1.0),
        ("zh", "北京", 0.5),
        ("zh", "北京上海广州深圳", 2.0),
    ],
)
def test_names_that_stand_nowhere_are_counted(language: str, question: str, unknown: float) -> None:
    query = Query(question, language, VECTOR)

    assert unknown_names(query, index_with("norden", "lamp", "build", "built")) == unknown


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("When was the lighthouse of Norden built?", True),
        ("How many loaves does the bakery sell a day?", True),
        ("Which volcano erupted in Peru?", False),
        ("Who is the president of Xanadu?", False),
    ],
)
def test_the_small_corpus_answers_what_it_says(
    question: str, answered: bool, small_chat: CiteChat
) -> None:
    (vector,) = small_chat.embedder.encode([question], "en", "query")
    query = make_query(question, "en", vector, small_chat.index)
    near = retrieve(query, small_chat.index, 8)

    rated = probability(query, near, rank_quotes(query, near), small_chat.index)

    assert (rated >= THRESHOLD) == answered
