"""What a follow-up leaves out, and is about."""

import pytest

from citechat.question.follow_ups import readings
from histories import BOAT_NAMES, BOATS, GLOSSARY, turns


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
