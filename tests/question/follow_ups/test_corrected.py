"""What is said instead of what was asked: "no, I meant Osten"."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.corrected import what_was_meant
from citechat_ingest import Glossary
from histories import NAMES, turns

GLOSSARY = Glossary(NAMES)
ASKED = {
    "en": "How many boats does Norden have?",
    "de": "Wie viele Boote hat Norden?",
    "zh": "北城有多少艘船？",
}


@pytest.mark.parametrize(
    ("said", "language", "asked"),
    [
        ("No, I meant Osten.", "en", "How many boats does Osten have?"),
        ("no, Osten", "en", "How many boats does Osten have?"),
        ("sorry, i was asking about Osten", "en", "How many boats does Osten have?"),
        ("I meant Osten, not Norden", "en", "How many boats does Osten have?"),
        ("Nein, ich meinte Osten.", "de", "Wie viele Boote hat Osten?"),
        ("nein, Osten", "de", "Wie viele Boote hat Osten?"),
        ("Ich meine Osten, nicht Norden", "de", "Wie viele Boote hat Osten?"),
        ("不对，我是问东城", "zh", "东城有多少艘船？"),
        ("不是，我说的是东城", "zh", "东城有多少艘船？"),
        ("我问的是东城", "zh", "东城有多少艘船？"),
    ],
)
def test_a_correction_asks_the_question_before_of_what_was_meant(said, language, asked):
    history = turns(ASKED[language], "Norden has 9 boats. [1]")

    assert readings(said, history, GLOSSARY, language)[0] == asked


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("No, why?", "en"),
        ("No?", "en"),
        ("Norden", "en"),
        ("Wait, who founded Acme?", "en"),
        ("Nein, warum?", "de"),
        ("Norden?", "de"),
        ("不是吗？", "zh"),
        ("不对，谁说的？", "zh"),
    ],
)
def test_what_takes_nothing_back_or_asks_something_is_let_be(said, language):
    assert what_was_meant(said, language) == said


def test_before_anything_was_asked_there_is_nothing_to_take_back():
    assert readings("No, I meant Osten.", [], GLOSSARY, "en") == ["No, I meant Osten."]
