"""Which sentences are read, and what the reader's word changes, with a reader that knows its answers."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

import pytest

from citechat.retrieval.reranking import (
    ANSWER_FEATURES,
    ORDER_FEATURES,
    Window,
    answer_features,
    logit,
    probability_with_reader,
    rerank,
    runs,
    windows_to_read,
    with_their_documents,
)
from citechat.retrieval.weights import load_weights
from citechat.testing import FixedReader
from quoting import passage_of, query_of, quote_of

LAMP = "The lamp is old."
BUILT = "Norden built the tower in 1892."
BREAD = "Bread is baked at night."
QUERY = query_of("How old is the lamp?")
# A corpus with names is curated, and has weights of its own.
QUERIES = [
    pytest.param(QUERY, "curated", id="curated"),
    pytest.param(replace(QUERY, curated=False), "all", id="any corpus"),
]


def quotes_of(passage, *numbers):
    """Quotes of some sentences of a passage, the first one first."""
    return [
        replace(quote_of("."), passage=passage, number=number, opens=number, score=-float(place))
        for place, number in enumerate(numbers)
    ]


# What is read


@pytest.mark.parametrize(
    ("numbers", "stretches"),
    [
        ([], []),
        ([4], [(4, 4)]),
        ({1, 2, 5}, [(1, 2), (5, 5)]),
        ([3, 2, 1, 0], [(0, 3)]),
        ([0, 2, 4], [(0, 0), (2, 2), (4, 4)]),
    ],
)
def test_numbers_are_parted_where_they_have_gaps(numbers, stretches):
    assert runs(numbers) == stretches


def windows(quotes):
    return [(w.first, w.last) for w in windows_to_read(QUERY, quotes)]


def test_a_sentence_is_read_with_its_neighbours():
    passage = passage_of(*"ABCDEFGH")

    assert windows(quotes_of(passage, 3)) == [(2, 4)]
    assert windows(quotes_of(passage, 0)) == [(0, 1)]
    assert windows(quotes_of(passage, 7)) == [(6, 7)]
    assert windows_to_read(QUERY, quotes_of(passage, 3))[0].sentences == ["C", "D", "E"]


def test_neighbours_that_are_wanted_twice_are_read_once():
    passage = passage_of(*"ABCDEFGH")

    assert windows(quotes_of(passage, 1, 3)) == [(0, 4)]
    assert windows(quotes_of(passage, 1, 6)) == [(0, 2), (5, 7)]


def test_each_passage_is_a_window_of_its_own():
    lamp, bread = passage_of(LAMP), passage_of(BREAD, document_id="bread")

    read = windows_to_read(QUERY, [*quotes_of(bread, 0), *quotes_of(lamp, 0)])

    assert read == [Window(bread, 0, 0), Window(lamp, 0, 0)]


@pytest.mark.parametrize(
    ("language", "curated", "most"),
    [("en", True, 22), ("de", True, 20), ("zh", True, 64), ("en", False, 33), ("zh", False, 96)],
)
def test_no_more_is_read_than_there_is_time_for(language, curated, most):
    """Sentences of 100 characters, in Chinese of 10: as many as the budget of characters holds."""
    query = replace(QUERY, language=language, curated=curated)
    sentence = "字" * 10 if language == "zh" else "x" * 100
    passages = [passage_of(sentence, document_id=f"d{n}", language=language) for n in range(99)]
    quotes = [quote for passage in passages for quote in quotes_of(passage, 0)]

    assert len(windows_to_read(query, quotes)) == most


def test_the_best_sentence_is_read_however_long_it_is():
    long = passage_of("x" * 9000)

    assert windows([*quotes_of(long, 0), quote_of(BREAD, document_id="bread")]) == [(0, 0)]


def test_nothing_is_read_where_nothing_was_found():
    reader = FixedReader({})

    assert rerank(QUERY, [], reader) == []
    assert reader.windows == []


# The new order


def test_what_the_reader_holds_for_the_answer_comes_first():
    quotes = [quote_of(BREAD, 0.5, document_id="bread"), quote_of(LAMP, 0.0)]

    reranked = rerank(QUERY, quotes, FixedReader({LAMP: 0.99, BREAD: 0.01}))

    assert [quote.text for quote in reranked] == [LAMP, BREAD]
    assert [quote.probability for quote in reranked] == pytest.approx([0.99, 0.01])


def test_where_the_reader_sees_no_difference_the_signals_decide():
    quotes = [quote_of(LAMP, 1.0), quote_of(BREAD, 2.0, document_id="bread")]

    assert [q.text for q in rerank(QUERY, quotes, FixedReader({}, 0.4))] == [BREAD, LAMP]


@pytest.mark.parametrize(("query", "weight_set"), QUERIES)
def test_a_score_is_the_signals_and_the_reader_s_logit_weighed(query, weight_set):
    by_signals, by_reader = load_weights("order", weight_set, ORDER_FEATURES)

    (quote,) = rerank(query, [quote_of(LAMP, 3.0)], FixedReader({LAMP: 0.75}))

    assert by_signals > 0
    assert by_reader > 0
    assert quote.score == pytest.approx(3.0 * by_signals + log(3) * by_reader)


def test_a_sentence_that_was_not_read_counts_as_the_least_of_those_that_were():
    long = quote_of("x" * 2200, 0.0, document_id="long")
    unread = quote_of(BREAD, 0.0, document_id="bread")

    first, last = rerank(QUERY, [long, unread], FixedReader({BREAD: 0.9}, other=0.3))

    assert (first, last) == (replace(long, score=first.score, probability=first.probability), last)
    assert first.probability == pytest.approx(0.3)
    assert last.probability == 0.0
    assert last.score == pytest.approx(first.score)


def test_a_passage_is_read_together_and_each_sentence_gets_its_own_probability():
    passage = passage_of(LAMP, BUILT, BREAD)
    reader = FixedReader({LAMP: 0.9, BUILT: 0.5, BREAD: 0.1})

    reranked = rerank(QUERY, quotes_of(passage, 2, 1, 0), reader)

    assert reader.windows == [[[LAMP, BUILT, BREAD]]]
    told = {quote.number: quote.probability for quote in reranked}
    assert told == pytest.approx({0: 0.9, 1: 0.5, 2: 0.1})


# Does it answer at all?


@pytest.mark.parametrize(
    ("probability", "value"),
    [(0.5, 0.0), (0.75, log(3)), (0.25, -log(3)), (0.0, log(0.002 / 0.998)), (1.0, log(499))],
)
def test_log_odds_are_kept_finite(probability, value):
    assert logit(probability) == pytest.approx(value)


def test_the_features_are_the_two_best_readings_the_signals_and_the_names():
    quotes = [
        quote_of(LAMP, probability=0.25, names=0.5),
        quote_of(BREAD, probability=0.75),
        quote_of(BUILT, probability=0.5),
    ]

    features = dict(zip(ANSWER_FEATURES, answer_features(quotes, 0.25), strict=True))

    assert features == pytest.approx(
        {
            "bias": 1.0,
            "reader, best": log(3),
            "reader, second": 0.0,
            "signals": -log(3),
            "names of the best": 0.5,
        }
    )


def test_a_single_sentence_has_no_second_reading():
    features = answer_features([quote_of(LAMP, probability=0.5)], 0.5)

    assert features[ANSWER_FEATURES.index("reader, second")] == pytest.approx(logit(0.0))


@pytest.mark.parametrize(("query", "weight_set"), QUERIES)
def test_the_probability_is_the_logistic_of_the_weighed_features(query, weight_set):
    quotes = [quote_of(LAMP, probability=0.6), quote_of(BREAD, probability=0.2)]
    weights = load_weights("answerable", weight_set, ANSWER_FEATURES)

    value = float(answer_features(quotes, 0.7) @ weights)

    assert probability_with_reader(query, quotes, 0.7) == pytest.approx(1 / (1 + exp(-value)))


@pytest.mark.parametrize("query", [QUERY, replace(QUERY, curated=False)])
def test_the_surer_reader_and_signals_the_likelier_the_answer(query):
    def likely(best, signals):
        return probability_with_reader(query, [quote_of(LAMP, probability=best)], signals)

    assert 0 < likely(0.1, 0.1) < likely(0.9, 0.1) < likely(0.9, 0.9) < 1
    assert likely(0.1, 0.1) < likely(0.1, 0.9)


# The documents


def test_of_two_sentences_alike_the_one_of_the_fitting_document_is_worth_more():
    chance = quote_of("Mills are closed on Monday.", 3.0, document_id="market")
    meant = quote_of("The mill is closed on Monday.", 2.9, document_id="mill")
    beside = [
        quote_of("Bread.", -4.0, document_id="market"),
        quote_of("Hours.", 2.0, document_id="mill"),
    ]

    worth = {quote.text: quote.score for quote in with_their_documents([chance, meant, *beside])}

    assert worth[meant.text] > worth[chance.text]


def test_in_one_document_the_order_stays():
    quotes = [
        quote_of(text, score, document_id="mill") for text, score in ((LAMP, 3.0), (BREAD, 1.0))
    ]

    first, second = with_their_documents(quotes)

    assert first.score - second.score == pytest.approx(2.0)


def test_a_question_is_read_in_its_own_language():
    class Told(FixedReader):
        def read(self, question, windows, language, asked_in=""):
            self.languages = language, asked_in
            return super().read(question, windows, language, asked_in)

    reader = Told({})
    rerank(replace(QUERY, source_language="de"), quotes_of(passage_of(LAMP), 0), reader)

    assert reader.languages == ("en", "de")
