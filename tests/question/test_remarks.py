"""What readers say of themselves beside their question."""

from __future__ import annotations

import pytest

from citechat.question.remarks import without_remarks
from citechat_ingest import Glossary
from quoting import NAMES


@pytest.mark.parametrize(
    ("language", "typed", "asked"),
    [
        ("en", "What is a lamp? My students will ask.", "What is a lamp?"),
        ("en", "Hello! I am writing a paper. Who leads? Thanks!", "Who leads?"),
        ("en", "Who leads? I mean in Norden.", "Who leads? I mean in Norden."),
        ("en", "I want to buy a boat. How much is it?", "I want to buy a boat. How much is it?"),
        ("en", "It burns oil. What is it?", "It burns oil. What is it?"),
        ("en", "My students will ask.", "My students will ask."),
        ("en", "How big is GPT-4.5? Thanks!", "How big is GPT-4.5?"),
        ("en", "The mine closed in 2020. Why?", "The mine closed in 2020. Why?"),
        ("en", "The US leads in lamps. Who is next?", "The US leads in lamps. Who is next?"),
        ("de", "Kostet die Fähre 2.000 Euro? Vielen Dank!", "Kostet die Fähre 2.000 Euro?"),
        (
            "de",
            "Alle meinen, sie sei zu teuer. Stimmt das?",
            "Alle meinen, sie sei zu teuer. Stimmt das?",
        ),
        ("zh", "我国渡船很多。谁排第二？", "我国渡船很多。谁排第二？"),
        ("de", "Was ist eine Fähre? Meine Schüler fragen danach.", "Was ist eine Fähre?"),
        ("de", "Ich bin neu hier. Wer führt?", "Wer führt?"),
        ("zh", "什么是渡船？我的学生会问。", "什么是渡船？"),
        ("zh", "渡船很贵。谁买的？", "渡船很贵。谁买的？"),
    ],
)
def test_only_the_question_is_asked(language: str, typed: str, asked: str) -> None:
    assert without_remarks(typed, language, Glossary(NAMES)) == asked
