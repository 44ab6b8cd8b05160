"""A quote ends with the clause that answers."""

from __future__ import annotations

import numpy as np
import pytest

from citechat.plans.statements import Statement
from citechat.plans.tails import without_tails
from citechat.retrieval.query import Query
from citechat.retrieval.quoted_before import passages_beside
from citechat.testing import FixedReader
from quoting import query_of, quote_of

SURE = FixedReader({}, other=0.9)


def told(question: str, sentence: str, language: str = "en", reader: FixedReader = SURE) -> str:
    query = query_of(question, language)
    statement = Statement(quote_of(sentence, 1.0, language=language))
    [cut] = without_tails([statement], query, reader)
    assert cut.quote
    start, end = cut.quote.span
    assert sentence.startswith(cut.quote.text)
    assert end - start == len(cut.quote.text)
    return cut.quote.text


@pytest.mark.parametrize(
    ("question", "sentence", "clause", "language"),
    [
        (
            "How many lamps has Norden?",
            "Norden has 300 lamps, a rise of 4 percent, the Herald wrote.",
            "Norden has 300 lamps",
            "en",
        ),
        (
            "Wie viele Lampen hat Norden?",
            "Norden hat 300 Lampen, was 4 Prozent der Lampen des Landes sind.",
            "Norden hat 300 Lampen",
            "de",
        ),
        ("诺登有多少盏灯？", "诺登有300盏灯，占全国的4%。", "诺登有300盏灯", "zh"),
        (
            "And how many lamps?",
            "Norden has 300 lamps, a rise of 4 percent.",
            "Norden has 300 lamps",
            "en",
        ),
        ("灯的数量增长了百分之几？", "灯的数量增长4%，收于118.42盏。", "灯的数量增长4%", "zh"),
        # in other questions, what only sets the answer beside something
        (
            "Who leads in lamps?",
            "Ada Holm leads in lamps, ahead of Ben Holm.",
            "Ada Holm leads in lamps",
            "en",
        ),
        (
            "Wo leuchten Lampen?",
            "In Norden leuchten Lampen, ein Plus von 4 Prozent.",
            "In Norden leuchten Lampen",
            "de",
        ),
        ("哪里有300盏灯？", "诺登有300盏灯，占全国的4%。", "诺登有300盏灯", "zh"),
    ],
)
def test_what_nobody_asked_is_left_out(question, sentence, clause, language):
    assert told(question, sentence, language) == clause


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        # it says no more than who tells it
        ("How many lamps has Norden?", "Norden has 300 lamps, the Herald wrote.", "en"),
        ("Wie viele Lampen hat Norden?", "Norden hat 300 Lampen, laut Herold.", "de"),
        # it limits what stands before it
        ("How many lamps has Norden?", "Norden has 300 lamps, but only 200 of them shine.", "en"),
        ("Wie viele Lampen hat Norden?", "Norden hat 300 Lampen, von denen keine leuchtet.", "de"),
        ("诺登有多少盏灯？", "诺登有300盏灯，但这一数字有争议。", "zh"),
        # it says the same of another year
        ("How many lamps has Norden?", "Norden had 300 lamps in 2020, and 400 in 2024.", "en"),
        # it is the next member of a row
        ("How many lamps has Norden?", "Norden has 300 lamps, boats and towers.", "en"),
        # it holds a word of the question
        ("How many lamps and boats?", "Norden has 300 lamps, and there are 40 boats.", "en"),
        ("How many lamps shine in Norden?", "Norden has 300 lamps, 200 in the port shine.", "en"),
        # the amount that is asked for stands in it
        ("How large was its revenue?", "Revenue rose by 16 percent, reaching 40 yuan.", "en"),
        ("去年的收入是多少？", "收入增长16%，达到40亿元。", "zh"),
        # what stands before it is no sentence
        ("How many lamps has Norden?", "Norden, which has 300 lamps, is a town.", "en"),
        # it has the share, the change or the difference that is asked for
        ("How much of the light is from Norden?", "Norden gives 300 lamps, about 4 percent.", "en"),
        ("How fast did its revenue grow?", "Its revenue was 40 yuan, up 16 percent.", "en"),
        ("诺登的灯有多少是绿色的？", "诺登有300盏绿色的灯，占4%。", "zh"),
        ("By how many does Norden lead?", "Norden has 300 lamps, Southam has 200.", "en"),
        # it begins with the name that is asked about, or has its word in a longer one
        ("Wie viele Lampen hat Norden?", "Südheim zählt mit Norden 300 Lampen, Norden 200.", "de"),
        (
            "Wie viele Lampen hat die Welt?",
            "Norden hat 300 Lampen, 4 Prozent der weltweit 900.",
            "de",
        ),
        # it is the rest of a name, or the verb
        ("How many lamps has Norden?", "Norden has 300 lamps in Longhua, Southam.", "en"),
        ("Wie viele Lampen hat Norden?", "Norden hat 300 Lampen in Holm, Südheim, gezählt.", "de"),
        # it says how sure the number is
        ("Wie viele Lampen hat Norden?", "Norden hat 300 Lampen, eine umstrittene Zahl.", "de"),
        # more than a number is asked for
        ("Why has Norden 300 lamps?", "Norden has 300 lamps, a rise of 4 percent.", "en"),
        ("What is Norden?", "Norden is a town of 300 lamps, founded in 1892.", "en"),
    ],
)
def test_what_belongs_to_the_answer_stays(question, sentence, language):
    assert told(question, sentence, language) == sentence


def test_the_reader_must_hold_as_much_of_the_clause():
    sentence = "Norden has 300 lamps, a rise of 4 percent."
    doubts = FixedReader({sentence: 0.9}, other=0.6)

    assert told("How many lamps has Norden?", sentence, reader=doubts) == sentence
    assert told("How many lamps has Norden?", sentence, reader=FixedReader({}, 0.1)) == sentence


def test_what_sets_claim_beside_finding_and_answers_of_several_sentences_stay_whole():
    query = Query("How many lamps has Norden?", "en", np.zeros(0, np.float32))
    sentence = "The article gives Norden 300 lamps, a rise of 4 percent."
    both = [Statement(quote_of(sentence, 1.0))]
    several = [Statement(quote_of("Norden has 300 lamps, a rise of 4 percent.", 1.0))] * 2

    assert without_tails(both, query, SURE) == both
    assert without_tails(several, query, SURE) == several
    assert without_tails(several[:1], query, None) == several[:1]


@pytest.mark.parametrize(
    ("question", "ends", "left_out"),
    [
        (
            "Wie viel Strom haben die Rechenzentren in Zhangjiakou im ersten Quartal 2025 gebraucht?",
            "lag …",
            "43,47",
        ),
        ("海淀人工智能核心产值有多少？", "亿元……", "30%"),
    ],
)
def test_an_answer_shows_that_its_quote_goes_on(chat, question, ends, left_out):
    reply = chat.answer(question)

    [citation] = reply.citations
    document = chat.document(citation.document_id, citation.language)
    assert citation.quote == document.text[citation.start : citation.end]
    assert reply.sentences[0].text.endswith(ends)
    assert reply.sentences[0].text.startswith(citation.quote)
    assert left_out not in reply.text


def test_a_quote_that_is_cut_is_found_again_by_what_follows_up(chat):
    said = chat.answer("海淀人工智能核心产值有多少？")
    assert "……" in said.text
    turns = [{"role": "assistant", "content": said.text}]

    near = {passage.document_id for passage in passages_beside(turns, "zh", chat.index)}
    assert said.citations[0].document_id in near
