"""Which sentences make the answer, and in which order, from candidates made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from citechat.retrieval.query import Query
from citechat.retrieval.retriever import ScoredPassage, ScoredSentence
from citechat.retrieval.selection import distinct, pick_quotes, rank_quotes
from citechat_ingest import Check, Passage


def query(text="What about the harbour?", language="en"):
    return Query(text, language, np.zeros(1, np.float32))


def candidate(document_id, *scored, sources=()):
    """A candidate whose sentences are the given (text, a tenth of its score)."""
    text, sentences = "", []
    for sentence, _ in scored:
        text += " " if text else ""
        sentences.append((len(text), len(text) + len(sentence)))
        text += sentence
    passage = Passage(
        document_id, "en", "", "", 0, len(text), text, tuple(sentences), sources=sources
    )
    marks = tuple(ScoredSentence(number, 10 * value) for number, (_, value) in enumerate(scored))
    return ScoredPassage(passage, max(mark.score for mark in marks), marks)


def texts(quotes):
    return [quote.text for quote in quotes]


def picked_from(asked, candidates, checks, limit, firsts=()):
    return pick_quotes(asked, rank_quotes(asked, candidates), checks, limit, firsts)


def test_without_candidates_there_is_no_quote():
    assert picked_from(query(), [], (), 4) == []


def test_the_best_sentence_alone_is_picked_when_nothing_adds_to_it():
    found = picked_from(query(), [candidate("a", ("Best.", 0.9), ("Weak.", 0.1))], (), 4)

    assert texts(found) == ["Best."]


def test_a_quote_is_where_its_passage_says():
    (quote,) = picked_from(query(), [candidate("a", ("Weak.", 0.1), ("Best.", 0.9))], (), 4)

    start, end = quote.span
    assert quote.passage.text[start:end] == quote.text == "Best."
    assert quote.number == 1


def test_all_sentences_are_ranked_by_score():
    candidates = [candidate("a", ("Low.", 0.2), ("High.", 0.9)), candidate("b", ("Middle.", 0.5))]

    ranked = rank_quotes(query(), candidates)

    assert texts(ranked) == ["High.", "Middle.", "Low."]
    assert [q.score for q in ranked] == sorted((q.score for q in ranked), reverse=True)


def test_of_equal_sentences_the_article_comes_before_its_source():
    candidates = [
        candidate("sources/s", ("From the source.", 0.5)),
        candidate("article", ("From the article.", 0.5), sources=("s",)),
    ]

    assert texts(rank_quotes(query(), candidates))[0] == "From the article."


@pytest.mark.parametrize(("score", "added"), [(0.71, True), (0.69, False)])
def test_a_neighbour_is_added_when_it_answers_well_enough(score, added):
    found = picked_from(query(), [candidate("a", ("Best.", 1.0), ("Neighbour.", score))], (), 4)

    assert texts(found) == (["Best. Neighbour."] if added else ["Best."])


def test_a_list_goes_on_in_the_next_sentence_that_enumerates():
    boats = candidate(
        "a",
        ("Boats are Anna, Berta and Clara.", 1.0),
        ("Others are Dora, Emma and Frida.", 0.2),
        ("Sand.", 0.5),
    )

    assert texts(picked_from(query("Name all the boats."), [boats], (), 4)) == [
        "Boats are Anna, Berta and Clara. Others are Dora, Emma and Frida."
    ]
    assert texts(picked_from(query("What about the boats?"), [boats], (), 4)) == [
        "Boats are Anna, Berta and Clara."
    ]


def test_a_sentence_that_leans_brings_the_one_before_it():
    (quote,) = picked_from(
        query(), [candidate("a", ("The lamp is old.", 0.1), ("It was lit in 1892.", 0.9))], (), 4
    )

    assert (quote.text, quote.opens, quote.number) == ("The lamp is old. It was lit in 1892.", 0, 1)


def test_no_quote_is_longer_than_two_sentences_and_no_sentence_is_quoted_twice():
    lamp = candidate("a", ("One.", 0.8), ("It is two.", 1.0), ("It is three.", 0.9))

    assert texts(picked_from(query(), [lamp], (), 4)) == ["One. It is two.", "It is three."]


def test_the_best_sentence_for_each_part_of_a_question_comes_first():
    candidates = [
        candidate(f"d{number}", (f"Sentence {number}.", 1 - number / 10)) for number in range(5)
    ]
    parts = rank_quotes(query(), candidates)[3:]

    found = texts(picked_from(query(), candidates, (), 4, parts))

    assert found == ["Sentence 3.", "Sentence 4.", "Sentence 0.", "Sentence 1."]


def test_a_source_that_says_the_same_in_the_same_words_is_not_repeated():
    candidates = [
        candidate("article", ("Grüße aus Norden.", 1.0), sources=("s",)),
        candidate("s", ("GRÜSSE aus Norden.", 0.9)),
    ]

    assert texts(picked_from(query(), candidates, (), 4)) == ["Grüße aus Norden."]


def test_the_article_is_read_before_its_source_even_where_the_source_answers_best():
    candidates = [
        candidate("sources/s", ("Source.", 1.0)),
        candidate("article", ("Article.", 0.9), sources=("s",)),
    ]

    assert texts(rank_quotes(query(), candidates))[0] == "Source."
    assert texts(picked_from(query(), candidates, (), 4)) == ["Article.", "Source."]


def test_an_article_that_answers_less_well_than_its_source_is_read_after_it():
    candidates = [
        candidate("sources/s", ("Source.", 1.0)),
        candidate("article", ("Article.", 0.75), sources=("s",)),
    ]

    assert texts(picked_from(query(), candidates, (), 4)) == ["Source.", "Article."]


@pytest.mark.parametrize(
    ("limit", "picked"),
    [(1, ["Best."]), (2, ["Best.", "Source."]), (3, ["Best. Neighbour.", "Source."])],
)
def test_no_more_sentences_are_picked_than_the_limit(limit, picked):
    candidates = [
        candidate("article", ("Best.", 1.0), ("Neighbour.", 0.9), sources=("s",)),
        candidate("sources/s", ("Source.", 0.8)),
    ]

    assert texts(picked_from(query(), candidates, (), limit)) == picked


def test_no_sentence_is_picked_twice():
    candidates = [
        candidate("article", ("One.", 1.0), ("Two.", 0.95), ("Three.", 0.9), sources=("s",)),
        candidate("sources/s", ("Four.", 0.99), ("Five.", 0.98)),
    ]

    found = picked_from(query(), candidates, (), 4)
    quoted = [
        (quote.passage.passage_id, number)
        for quote in found
        for number in range(quote.opens, quote.number + 1)
    ]

    assert len(set(quoted)) == len(quoted) == 4


def test_a_sentence_that_repeats_an_earlier_one_in_other_letters_is_left_out():
    quotes = rank_quotes(
        query(),
        [
            candidate("a", ("Straße.", 0.9)),
            candidate("b", ("STRASSE.", 0.8)),
            candidate("c", ("Other.", 0.7)),
        ],
    )

    assert texts(distinct(quotes)) == ["Straße.", "Other."]


CHECK = Check(
    "c",
    "p",
    "Norden",
    "refined",
    (),
    {"en": "The lamp shines 40 kilometres."},
    {"en": "It shines 30."},
)


def audited(claim, verdict="refined"):
    """What is picked for an article that makes ``claim`` in paragraph p, when the audit has a note on that paragraph."""
    article = candidate("article", (claim, 1.0), sources=("s",))
    article = replace(article, passage=replace(article.passage, paragraph="p"))
    note = candidate("audit", ("The lamp shines 30 kilometres only.", 0.2))
    note = replace(note, passage=replace(note.passage, paragraph="c", role="audit"))
    return texts(picked_from(query(), [article, note], (replace(CHECK, verdict=verdict),), 4))


def test_an_answer_that_uses_a_refined_claim_says_so():
    assert audited("The lamp shines 40 kilometres.") == [
        "The lamp shines 40 kilometres.",
        "The lamp shines 30 kilometres only.",
    ]


def test_a_claim_that_is_borne_out_needs_no_second_sentence():
    assert audited("The lamp shines 40 kilometres.", "supported") == [
        "The lamp shines 40 kilometres."
    ]


def test_the_audit_of_another_claim_of_the_paragraph_is_left_out():
    assert audited("Ada Holm was the keeper.") == ["Ada Holm was the keeper."]
