"""A quote begins with the clause that answers."""

from __future__ import annotations

import pytest

from citechat.plans.beginnings import without_beginnings
from citechat.plans.statements import Statement
from citechat.plans.tails import without_tails
from citechat.retrieval.quoted_before import passages_beside
from citechat.testing import FixedReader
from quoting import query_of, quote_of


def told(
    question: str, sentence: str, language: str = "en", typed: str = "", of_rest: float = 0.1
) -> str:
    """What is quoted of a sentence, where the reader holds ``of_rest`` of what stands before a clause."""
    ends = {
        "en": ("; ", ", and ", ", while "),
        "de": ("; ", ", und ", ", "),
        "zh": ("，", "；", "，而"),
    }
    heads = [sentence[: sentence.rfind(end) + len(end)] for end in ends[language]]
    reader = FixedReader(dict.fromkeys(heads, of_rest), other=0.9)
    query = query_of(question, language)
    statement = Statement(quote_of(sentence, 1.0, language=language))
    [cut] = without_beginnings([statement], query, typed or question, reader)
    assert cut.quote
    start, end = cut.quote.span
    assert cut.quote.text == sentence[start:end]
    assert cut.quote.begins_late == (start > 0)
    return cut.quote.text


@pytest.mark.parametrize(
    ("question", "sentence", "clause", "language"),
    [
        (
            "How many boats has Norden?",
            "Southam has 300 lamps, and Norden has 200 boats.",
            "Norden has 200 boats.",
            "en",
        ),
        (
            "How many boats has Norden?",
            "Southam has 300 lamps, while Norden has 200 boats.",
            "Norden has 200 boats.",
            "en",
        ),
        (
            "Wie viele Boote hat Norden?",
            "Südheim hat 300 Lampen; Norden hat 200 Boote.",
            "Norden hat 200 Boote.",
            "de",
        ),
        ("诺登有多少船？", "南城有300盏灯，而诺登有200条船。", "诺登有200条船。", "zh"),
        # it is the article's word on another thing
        (
            "How many boats has Norden?",
            "The article speaks of lamps; in 2020 Norden had 200 boats.",
            "in 2020 Norden had 200 boats.",
            "en",
        ),
    ],
)
def test_what_is_said_before_of_others_is_left_out(question, sentence, clause, language):
    assert told(question, sentence, language) == clause


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        # it says whose word it is, or on what condition
        ("How many boats has Norden?", "If Southam has lamps, and Norden has 200 boats.", "en"),
        (
            "How many boats has Norden?",
            "The Herald says lamps shine, and Norden has 200 boats.",
            "en",
        ),
        ("诺登有多少船？", "先驱报写道，诺登有200条船。", "zh"),
        # it denies, and what follows may be what is true instead
        ("How many boats has Norden?", "Not all sail, and Norden has 200 boats.", "en"),
        # it is where or by what
        ("诺登有多少船？", "在南城的名单上，诺登有200条船。", "zh"),
        # the clause leans on it
        ("How many boats has Norden?", "Southam has lamps, and it gave Norden 200 boats.", "en"),
        ("Wie viele Boote hat Norden?", "Südheim hat Lampen, und auch Norden hat 200 Boote.", "de"),
        # the comma ends another clause
        ("Wie viele Boote hat Norden?", "Südheim, das leuchtet, und Norden haben 200 Boote.", "de"),
        # it has the year, or a word of the question
        (
            "How many boats has Norden?",
            "In 2020 Southam had lamps, and Norden had 200 boats.",
            "en",
        ),
        ("How many boats and lamps?", "Southam has lamps, and Norden has 200 boats.", "en"),
        ("How many boats sail in Norden?", "Boats that sail are new, and Norden has 200.", "en"),
        # a Chinese clause may go on with the subject before
        ("诺登有多少船？", "南城有300盏灯，还有诺登的200条船。", "zh"),
        # what only judges what the article says
        (
            "How many boats has Norden?",
            "The article gives Norden 300; no source confirms Norden has boats.",
            "en",
        ),
        # yes or no, or a reason, is asked for
        ("Has Norden boats?", "Southam has 300 lamps, and Norden has 200 boats.", "en"),
        ("Why has Norden boats?", "Southam has 300 lamps, and Norden has 200 boats.", "en"),
    ],
)
def test_a_beginning_that_belongs_to_the_clause_stays(question, sentence, language):
    assert told(question, sentence, language) == sentence


def test_a_follow_up_needs_the_words_that_were_typed_alone():
    sentence = "Lamps shine in Southam, and Norden has 200 boats."
    question = "How many lamps shine in Norden?"

    assert told(question, sentence, typed="Norden?") == "Norden has 200 boats."
    assert told(question, sentence, typed=question) == sentence


def test_what_stands_before_must_not_answer():
    sentence = "Southam has 300 lamps, and Norden has 200 boats."

    assert told("How many boats has Norden?", sentence, of_rest=0.6) == sentence


def test_the_end_of_what_is_left_is_cut_as_well():
    sentence = "Southam has lamps; Norden has 200 boats, a rise of 4 percent."
    reader = FixedReader({"Southam has lamps; ": 0.1}, other=0.9)
    query = query_of("How many boats has Norden?")
    begun = without_beginnings([Statement(quote_of(sentence, 1.0))], query, query.text, reader)

    [cut] = without_tails(begun, query, reader)

    assert cut.quote
    assert cut.quote.text == "Norden has 200 boats"


def test_an_answer_shows_that_its_quote_begins_late(chat):
    asked = "An welchem Tag hat der Staatsrat den KI-Plan unterschrieben?"
    first = chat.answer(asked)
    turns = [{"role": "user", "content": asked}, {"role": "assistant", "content": first.text}]
    reply = chat.answer("Und wann wurde er veröffentlicht?", turns)

    [citation] = reply.citations
    document = chat.document(citation.document_id, citation.language)
    assert citation.quote == document.text[citation.start : citation.end]
    assert reply.sentences[0].text == f"… {citation.quote}"
    said = [{"role": "assistant", "content": reply.text}]
    near = {passage.document_id for passage in passages_beside(said, "de", chat.index)}
    assert citation.document_id in near
