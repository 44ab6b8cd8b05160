"""What an abbreviation stands for: the sentence that spells it out, in brackets or in words."""

from __future__ import annotations

import re

import pytest

from citechat.plans.names import spelled_out
from quoting import findings_of, quote_of, quoted

SENTENCES = {
    "en": [
        "The HPC has nine members and a boat of its own.",
        "The Harbour Pilots' Council (HPC) meets on Mondays.",
        "The AIS (Automatic Identification System) tells where each boat is.",
        "VTS is short for vessel traffic service.",
        "The nets of the fishers (NGO) are sold on Mondays.",
        "The nets (_) of the traffic centre are sold by the Trafficcentre (TC).",
        "A DWT, T for short, is a measure of ships.",
    ],
    "de": [
        "Der RHL hat neun Mitglieder und ein eigenes Boot.",
        "Der Rat der Hafenlotsen (RHL) tagt montags.",
        "Das AIS (Automatisches Identifikationssystem) sagt, wo jedes Boot ist.",
        "VZ ist die Abkürzung für Verkehrszentrale.",
        "Die Netze der Fischer (GÖN) werden montags verkauft.",
    ],
    "zh": [
        "HPC有九名成员，还有自己的一条船。",
        "港口引航员理事会（HPC）每周一开会。",
        "船舶自动识别系统（简称AIS）会告诉人们每条船在哪里。",
        "港管会是港口管理委员会的简称。",
        "渔民的NGO（渔民之家）卖渔网。",
    ],
}


def answer(question: str, language: str) -> list[str]:
    quotes = [quote_of(text, language=language) for text in SENTENCES[language]]
    return quoted(spelled_out.statements(findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "language", "number"),
    [
        ("What does HPC stand for?", "en", 1),
        ("What is the HPC an abbreviation of?", "en", 1),
        ("What is AIS short for?", "en", 2),
        ("what does vts stand for", "en", 3),
        ("What is the full form of VTS?", "en", 3),
        ("What does the letter T stand for?", "en", 6),
        ("What is TC short for?", "en", 5),
        ("Do you know what VTS stands for in this article?", "en", 3),
        ("Wofür steht RHL?", "de", 1),
        ("Was heißt AIS ausgeschrieben?", "de", 2),
        ("Wovon ist RHL eigentlich die Abkürzung?", "de", 1),
        ("Was bedeutet die Abkürzung AIS?", "de", 2),
        ("Wie heißt VZ ausgeschrieben?", "de", 3),
        ("HPC代表什么？", "zh", 1),
        ("HPC是哪个机构的简称？", "zh", 1),
        ("HPC到底是什么的缩写？", "zh", 1),
        ("AIS的全称是什么？", "zh", 2),
        ("港管会是什么的简称？", "zh", 3),
    ],
)
def test_the_sentence_that_spells_it_out_is_told(question: str, language: str, number: int) -> None:
    assert answer(question, language) == [SENTENCES[language][number]]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does NGO stand for?", "en"),
        ("What does USB stand for?", "en"),
        ("Wofür steht GÖN?", "de"),
        ("NGO是什么的缩写？", "zh"),
    ],
)
def test_what_only_stands_in_a_sentence_is_not_spelled_out(question: str, language: str) -> None:
    assert spelled_out.is_asked(findings_of(question, language=language))
    assert answer(question, language) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does Norden stand for?", "en"),
        ("What does hope stand for?", "en"),
        ("What does _ stand for?", "en"),
        ("What is the HPC?", "en"),
        ("What is the HPC for?", "en"),
        ("What does HPC stand for and when does it meet?", "en"),
        ("What is the abbreviation of vessel traffic service?", "en"),
        ("Wofür steht Norden?", "de"),
        ("Was bedeutet AIS für den Hafen?", "de"),
        ("Was ist das AIS?", "de"),
        ("HPC是什么？", "zh"),
        ("港口代表什么？", "zh"),
        ("HPC什么时候开会？", "zh"),
    ],
)
def test_other_questions_ask_for_no_long_form(question: str, language: str) -> None:
    assert not spelled_out.is_asked(findings_of(question, language=language))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("What does CAICT stand for?", "^The China Academy of Information and Communications"),
        ("Wofür steht die Abkürzung PUE?", r"\(Power Usage Effectiveness\)"),
        ("CNNIC的全称是什么？", "^中国互联网络信息中心（CNNIC）"),
        ("What does GPU stand for?", ""),
        ("Wofür steht KI?", ""),
        ("AI是什么的缩写？", ""),
    ],
)
def test_of_the_shipped_corpus_what_is_spelled_out_is_told_and_all_else_refused(
    chat, question: str, fact: str
) -> None:
    reply = chat.answer(question)

    assert reply.answered == bool(fact)
    assert re.search(fact, reply.text)
