"""The sentences of candidates made by hand as quotes, and in which order."""

from dataclasses import replace

import numpy as np
import pytest

from citechat.retrieval.query import Query, QueryName
from citechat.retrieval.retriever import ScoredPassage, ScoredSentence
from citechat.retrieval.selection import rank_quotes
from citechat_ingest import Name, Passage


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


def ranked(asked, *candidates):
    return rank_quotes(asked, candidates)


def test_without_candidates_there_is_no_quote():
    assert ranked(query()) == []


def test_a_quote_is_where_its_passage_says():
    quote, _ = ranked(query(), candidate("a", ("Weak.", 0.1), ("Best.", 0.9)))

    start, end = quote.span
    assert quote.passage.text[start:end] == quote.text == "Best."
    assert quote.number == 1


def test_all_sentences_are_ranked_by_score():
    found = ranked(
        query(), candidate("a", ("Low.", 0.2), ("High.", 0.9)), candidate("b", ("Middle.", 0.5))
    )

    assert texts(found) == ["High.", "Middle.", "Low."]
    assert [quote.score for quote in found] == [9.0, 5.0, 2.0]


def test_of_equal_sentences_the_article_comes_before_its_source():
    source = candidate("sources/s", ("From the source.", 0.5))
    article = candidate("article", ("From the article.", 0.5), sources=("s",))

    first, second = ranked(query(), source, article)

    assert (first.text, second.text) == ("From the article.", "From the source.")
    assert first.score - second.score == pytest.approx(0.3)


@pytest.mark.parametrize(
    "remark",
    [
        "The survey has not stated the year of the 40 ships.",
        "Neither the survey nor the town names a year.",
        "Der Bericht nennt zu den 40 Schiffen kein Jahr.",
        "报道没有说明40条船对应的年份。",
    ],
)
def test_a_sentence_that_tells_what_another_does_not_comes_later(remark):
    plain = "The harbour has 40 ships."
    candidates = [candidate("a", (remark, 0.5)), candidate("b", (plain, 0.4))]
    found = ranked(query(), *candidates)
    asked_whether = ranked(query("Is it true that it has 40?"), *candidates)

    assert texts(found) == [plain, remark]
    assert texts(asked_whether) == [remark, plain]


@pytest.mark.parametrize(
    ("text", "difference"),
    [("What about the harbour?", -2.0), ("Is the harbour old, really?", 0.9)],
)
def test_the_audit_speaks_where_truth_is_asked_for(text, difference):
    found = candidate("audit", ("It is old.", 0.5))
    audit = replace(found, passage=replace(found.passage, role="audit"))

    (quote,) = ranked(query(text), audit)

    assert quote.score == pytest.approx(5.0 + difference)


@pytest.mark.parametrize(("text", "bonus"), [("Name all the boats.", 0.8), ("What boats?", 0.0)])
def test_what_enumerates_comes_first_where_a_list_is_asked_for(text, bonus):
    boats = candidate("a", ("Boats are Anna, Berta and Clara.", 0.5), ("The sea is wide.", 0.5))

    listed, other = sorted(ranked(query(text), boats), key=lambda quote: quote.number)

    assert listed.score - other.score == pytest.approx(bonus)


def test_a_sentence_without_the_names_asked_comes_later():
    norden = QueryName(
        frozenset({"norden"}), (frozenset({"norden"}),), True, Name("place", {"en": "Norden"})
    )
    asked = Query("How old is Norden?", "en", np.zeros(1, np.float32), (norden,))

    named, other = ranked(asked, candidate("a", ("It is old.", 0.5), ("Norden is old.", 0.5)))

    assert (named.text, named.names, other.names) == ("Norden is old.", 1.0, 0.0)
    assert named.score - other.score == pytest.approx(1.2)


def test_a_sentence_that_leans_brings_the_one_before_it():
    quote, _ = ranked(
        query(), candidate("a", ("The lamp is old.", 0.1), ("It was lit in 1892.", 0.9))
    )

    assert (quote.text, quote.opens, quote.number) == ("The lamp is old. It was lit in 1892.", 0, 1)


def test_no_quote_is_longer_than_two_sentences():
    lamp = candidate("a", ("One.", 0.8), ("It is two.", 1.0), ("It is three.", 0.9))

    assert texts(ranked(query(), lamp)) == ["One. It is two.", "It is two. It is three.", "One."]


@pytest.mark.parametrize(
    ("pointer", "sentence"),
    [
        ("More information can be found here.", "Offices are on the second floor."),
        ("Weitere Informationen finden Sie hier.", "Das Amt ist im zweiten Stock."),
        ("更多信息请点击这里。", "办公室在二楼。"),
    ],
)
def test_a_sentence_that_only_points_on_comes_later(pointer, sentence):
    quotes = ranked(query("office?"), candidate("a", (pointer, 0.6), (sentence, 0.4)))

    assert texts(quotes) == [sentence, pointer]


def test_a_sentence_that_says_where_is_no_mere_pointer():
    place = "More information is given in room 12, here in the town hall."
    quotes = ranked(query("office?"), candidate("a", (place, 0.6), ("Bread is baked.", 0.4)))

    assert texts(quotes) == [place, "Bread is baked."]
