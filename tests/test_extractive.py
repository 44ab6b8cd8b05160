"""Which sentences make the answer, and in which order, from candidates made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from citechat.extractive import distinct, pick_quotes, rank_quotes
from citechat.retrieval import Candidate, Query, ScoredSentence
from citechat_ingest import AUDIT, Check, Passage


def query(text="What about the harbour?", language="en"):
    return Query(text, language, np.zeros(1, np.float32))


def candidate(document_id, *scored, score=0.0, sources=()):
    """A candidate whose sentences are the given (text, score)."""
    text, sentences = "", []
    for sentence, _ in scored:
        text += " " if text else ""
        sentences.append((len(text), len(text) + len(sentence)))
        text += sentence
    passage = Passage(document_id, "en", "", "", 0, len(text), text, tuple(sentences), sources=sources)
    marks = tuple(ScoredSentence(number, value, value, value) for number, (_, value) in enumerate(scored))
    return Candidate(passage, 0.0, 0.0, score, marks)


def texts(quotes):
    return [quote.text for quote in quotes]


def test_without_candidates_there_is_no_quote():
    assert pick_quotes(query(), [], (), 4) == []


def test_the_best_sentence_alone_is_picked_when_nothing_adds_to_it():
    found = pick_quotes(query(), [candidate("a", ("Best.", 0.9), ("Weak.", 0.1))], (), 4)

    assert texts(found) == ["Best."]


def test_a_quote_is_where_its_passage_says():
    (quote,) = pick_quotes(query(), [candidate("a", ("Weak.", 0.1), ("Best.", 0.9))], (), 4)

    start, end = quote.span
    assert quote.passage.text[start:end] == quote.text == "Best."
    assert quote.number == 1


def test_all_sentences_are_ranked_by_score():
    candidates = [candidate("a", ("Low.", 0.2), ("High.", 0.9)), candidate("b", ("Middle.", 0.5))]

    ranked = rank_quotes(query(), candidates)

    assert texts(ranked) == ["High.", "Middle.", "Low."]
    assert [q.score for q in ranked] == sorted((q.score for q in ranked), reverse=True)


def test_of_equal_sentences_the_one_in_the_better_passage_comes_first():
    candidates = [candidate("a", ("In the worse.", 0.5), score=0.0), candidate("b", ("In the better.", 0.5), score=2.0)]

    assert texts(rank_quotes(query(), candidates))[0] == "In the better."


def test_of_equal_sentences_the_article_comes_before_its_source():
    candidates = [
        candidate("sources/s", ("From the source.", 0.5)),
        candidate("article", ("From the article.", 0.5), sources=("s",)),
    ]

    assert texts(rank_quotes(query(), candidates))[0] == "From the article."


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        ("How many boats are there?", "There are 25 boats."),
        ("Why are the boats there?", "They wait because of the storm."),
        ("Who owns the boats?", "They belong to Grete Sand."),
        ("When did the boats come?", "They came in June."),
    ],
)
def test_a_sentence_of_the_type_that_is_asked_for_overtakes_an_equal_one(question, winner):
    plain = ("They lie in the harbour.", 0.5)

    assert texts(rank_quotes(query(question), [candidate("a", plain, (winner, 0.45))]))[0] == winner


def test_where_no_type_is_asked_for_a_number_is_worth_nothing_more():
    found = rank_quotes(query("What about boats?"), [candidate("a", ("They lie there.", 0.5), ("There are 25 boats.", 0.45))])

    assert texts(found)[0] == "They lie there."


@pytest.mark.parametrize(("score", "added"), [(0.41, True), (0.39, False)])
def test_a_neighbour_is_added_when_it_answers_well_enough(score, added):
    found = pick_quotes(query(), [candidate("a", ("Best.", 1.0), ("Neighbour.", score))], (), 4)

    assert ("Neighbour." in texts(found)) is added


def test_one_thing_asked_is_answered_in_three_sentences_and_a_list_in_four():
    lamps = candidate("a", *((f"Lamp {number}.", 1 - number / 10) for number in range(5)))

    assert len(pick_quotes(query("What about the lamps?"), [lamps], (), 4)) == 3
    assert len(pick_quotes(query("Name all the lamps."), [lamps], (), 4)) == 4


def test_the_best_sentence_for_each_part_of_a_question_comes_first():
    candidates = [candidate("a", *((f"Sentence {number}.", 1 - number / 10) for number in range(5)))]
    parts = rank_quotes(query(), candidates)[3:]

    found = texts(pick_quotes(query(), candidates, (), 4, parts))

    assert found == ["Sentence 3.", "Sentence 4.", "Sentence 0.", "Sentence 1."]


def test_a_source_that_says_the_same_in_the_same_words_is_not_repeated():
    candidates = [candidate("article", ("Grüße aus Norden.", 1.0), sources=("s",)), candidate("s", ("GRÜSSE aus Norden.", 0.9))]

    assert texts(pick_quotes(query(), candidates, (), 4)) == ["Grüße aus Norden."]


def test_the_article_is_read_before_its_source_even_where_the_source_answers_best():
    candidates = [candidate("sources/s", ("Source.", 1.0), score=2.0), candidate("article", ("Article.", 0.9), sources=("s",))]

    assert texts(rank_quotes(query(), candidates))[0] == "Source."
    assert texts(pick_quotes(query(), candidates, (), 4)) == ["Article.", "Source."]


@pytest.mark.parametrize(
    ("limit", "picked"), [(1, ["Best."]), (2, ["Best.", "Neighbour."]), (3, ["Best.", "Neighbour.", "Source."])]
)
def test_no_more_sentences_are_picked_than_the_limit(limit, picked):
    candidates = [
        candidate("article", ("Best.", 1.0), ("Neighbour.", 0.9), sources=("s",)),
        candidate("sources/s", ("Source.", 0.8)),
    ]

    assert texts(pick_quotes(query(), candidates, (), limit)) == picked


def test_no_sentence_is_picked_twice():
    candidates = [
        candidate("article", ("One.", 1.0), ("Two.", 0.95), ("Three.", 0.9), sources=("s",)),
        candidate("sources/s", ("Four.", 0.99), ("Five.", 0.98)),
    ]

    found = pick_quotes(query(), candidates, (), 4)

    assert len({(q.passage.passage_id, q.number) for q in found}) == len(found) == 3


def test_a_sentence_that_repeats_an_earlier_one_in_other_letters_is_left_out():
    quotes = rank_quotes(
        query(), [candidate("a", ("Straße.", 0.9)), candidate("b", ("STRASSE.", 0.8)), candidate("c", ("Other.", 0.7))]
    )

    assert texts(distinct(quotes)) == ["Straße.", "Other."]


CHECK = Check("c", "p", "Norden", "refined", (), {"en": "The lamp shines 40 kilometres."}, {"en": "It shines 30."})


def audited(claim, verdict="refined"):
    """What is picked for an article that makes ``claim`` in paragraph p, when the audit has a note on that paragraph."""
    article = candidate("article", (claim, 1.0), sources=("s",))
    article = replace(article, passage=replace(article.passage, paragraph="p"))
    note = candidate(AUDIT, ("The lamp shines 30 kilometres only.", 0.2))
    note = replace(note, passage=replace(note.passage, paragraph="c"))
    return texts(pick_quotes(query(), [article, note], (replace(CHECK, verdict=verdict),), 4))


def test_an_answer_that_uses_a_refined_claim_says_so():
    assert audited("The lamp shines 40 kilometres.") == ["The lamp shines 40 kilometres.", "The lamp shines 30 kilometres only."]


def test_a_claim_that_is_borne_out_needs_no_second_sentence():
    assert audited("The lamp shines 40 kilometres.", "supported") == ["The lamp shines 40 kilometres."]


def test_the_audit_of_another_claim_of_the_paragraph_is_left_out():
    assert audited("Ada Holm was the keeper.") == ["Ada Holm was the keeper."]
