"""A thing by its last word, by "such a thing", or by "what is that?"."""

import pytest

from citechat.question.follow_ups import readings
from citechat_ingest import Glossary, Name
from histories import GLOSSARY, turns


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "Who leads the Norden Tide Index?",
            "What does the index measure?",
            "en",
            "What does the Norden Tide Index measure?",
        ),
        (
            "Was ist ein Bootsgutschein?",
            "Gibt es sowas auch in Osten?",
            "de",
            "Gibt es Bootsgutschein in Osten?",
        ),
        (
            "What is a boat voucher?",
            "and something like it in Osten?",
            "en",
            "Does Osten have boat voucher?",
        ),
        ("船券是什么？", "东城有类似的吗", "zh", "东城有船券吗？"),
        (
            "Was ist ein Bootsgutschein?",
            "Wie hoch ist der maximal?",
            "de",
            "Wie hoch ist Bootsgutschein maximal?",
        ),
        (
            "What are the five lamps?",
            "Which of them are new?",
            "en",
            "Which of five lamps are new?",
        ),
        ("五灯是哪些？", "其中哪几家是新的？", "zh", "五灯哪几家是新的？"),
    ],
)
def test_a_thing_is_meant_by_its_last_word_or_by_such_a_thing(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        ("How many boat vouchers has Norden?", "what's that?", "en", "What is boat voucher?"),
        (
            "Wie viele Bootsgutscheine hat Norden?",
            "was ist das eigentlich?",
            "de",
            "Was ist Bootsgutschein?",
        ),
        ("北城有多少船券？", "那是什么？", "zh", "船券是什么？"),
    ],
)
def test_what_is_that_asks_for_the_term_that_was_used(before, question, language, first):
    spelled = Name(
        "concept",
        {"en": "boat voucher", "de": "Bootsgutschein", "zh": "船券"},
        ("boat vouchers", "Bootsgutscheine"),
    )
    glossary = Glossary((spelled, *(n for n in GLOSSARY.names if n.names["zh"] != "船券")))

    assert readings(question, turns(before, "Nine. [1]"), glossary, language)[0] == first
