"""What a follow-up leaves out, and is about."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.antecedents import DESIGNATION
from histories import BOAT_NAMES, BOATS, GLOSSARY, WHO, turns


def test_whether_there_is_one_is_asked_of_what_was_said_and_then_of_the_thing():
    history = turns("How tall is Acme One?", "Acme One is 9 feet tall. [1]")

    assert readings("Is there a successor?", history, GLOSSARY, "en")[:2] == [
        "How tall is Acme One? Is there a successor?",
        "Is there a successor Acme One?",
    ]


@pytest.mark.parametrize(
    ("question", "language"),
    [("are there any exceptions?", "en"), ("gab es Ausnahmen?", "de"), ("有例外吗？", "zh")],
)
def test_whether_there_are_any_is_asked_of_what_was_said(question, language):
    history = turns("Norden?", "So. [1]")

    assert readings(question, history, GLOSSARY, language) == [f"Norden? {question}"]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("and who is first?", "en"),
        ("und wer liegt auf Platz eins?", "de"),
        ("那第一是谁？", "zh"),
    ],
)
def test_who_leads_is_not_asked_of_the_one_that_was_asked_about(question, language):
    assert readings(question, turns(*BOATS[language]), BOAT_NAMES, language) == [
        f"{BOATS[language][0]} {question}"
    ]


@pytest.mark.parametrize(
    ("before", "answer", "question", "language", "first"),
    [
        (
            "Which city is Acme in?",
            "Acme is in Osten. [1]",
            "what did it earn?",
            "en",
            "what did Acme earn?",
        ),
        (
            "In welcher Stadt sitzt Acme?",
            "Acme sitzt in Osten. [1]",
            "was verdient es?",
            "de",
            "was verdient Acme?",
        ),
        ("顶点公司在哪个城市？", "顶点公司在东城。[1]", "收入多少？", "zh", "顶点公司收入多少？"),
    ],
)
def test_where_a_thing_is_is_asked_of_the_thing(before, answer, question, language, first):
    assert readings(question, turns(before, answer), GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "question", "language", "read"),
    [
        (
            "When did Norden hand out its first boat voucher?",
            "does Osten hand out any too?",
            "en",
            "does Osten hand out boat voucher too?",
        ),
        (
            "Wann gab Norden den ersten Bootsgutschein aus?",
            "gibt Osten auch welche aus?",
            "de",
            "gibt Osten auch Bootsgutschein aus?",
        ),
        ("北城哪天发的船券？", "东城也发吗？", "zh", "船券：东城也发吗？"),
    ],
)
def test_whether_one_more_place_does_so_is_asked_with_the_thing(before, question, language, read):
    history = turns(before, "So. [1]")

    assert read in readings(question, history, GLOSSARY, language)


@pytest.mark.parametrize(
    ("before", "question", "language", "read"),
    [
        ("What is a boat voucher?", "max per firm?", "en", "max per firm boat voucher?"),
        (
            "Was ist ein Bootsgutschein?",
            "Höchstbetrag je Firma jährlich?",
            "de",
            "Höchstbetrag je Firma jährlich Bootsgutschein?",
        ),
    ],
)
def test_a_few_key_words_are_asked_of_what_was_spoken_of(before, question, language, read):
    history = turns(before, "So. [1]")

    assert read in readings(question, history, GLOSSARY, language)


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("who runs it?", "en", "who runs Acme?"),
        ("wer leitet sie?", "de", "wer leitet Acme?"),
        ("有多少员工？", "zh", "顶点公司有多少员工？"),
    ],
)
def test_staff_and_a_head_are_a_firms_and_no_persons(question, language, first):
    assert readings(question, WHO[language], GLOSSARY, language)[0] == first


def test_what_says_whose_a_thing_is_is_meant_last():
    history = turns("How many Acme chips does Brio use?", "Nine. [1]")

    assert readings("what did it cost?", history, GLOSSARY, "en")[0] == "what did Brio cost?"


@pytest.mark.parametrize(
    ("asked", "said", "question", "language", "first"),
    [
        (
            "Which city leads by boats? who is second?",
            "By boats Norden is first, Osten second.",
            "how many did it get?",
            "en",
            "how many did Osten get?",
        ),
        (
            "哪座城市的船最多？第二是谁？",
            "按船数，北城第一、东城第二。",
            "花了多少钱？",
            "zh",
            "东城花了多少钱？",
        ),
    ],
)
def test_who_is_second_is_the_one_whom_the_answer_names_so(asked, said, question, language, first):
    assert readings(question, turns(asked, f"{said} [1]"), GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("the H1 and the GPT-4", ["H1", "GPT-4"]),
        ("in mid-2025, Q1 or H1 2025, the top-10 of the G20, post-2022", []),
    ],
)
def test_a_designation_is_a_thing_and_no_time(text: str, things: list[str]) -> None:
    assert DESIGNATION.findall(text) == things
