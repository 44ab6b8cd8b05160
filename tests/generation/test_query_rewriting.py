"""A model's help for the search is used where it is one line of the right language, in its time."""

from __future__ import annotations

import time

import pytest

from citechat.generation.language_model import LanguageModel
from citechat.generation.query_rewriting import rewrite, translate
from citechat.testing import ScriptedChatModel

HISTORY = [{"role": "user", "content": "When was the lighthouse built?"}]


def scripted(*script: object) -> LanguageModel:
    model = ScriptedChatModel(script=list(script))
    return LanguageModel("scripted:model", lambda: model)


def soon(seconds: float = 2.0) -> float:
    return time.monotonic() + seconds


@pytest.mark.parametrize(
    ("reply", "question"),
    [
        ("When was the bakery built?", "When was the bakery built?"),
        ("  “When was the bakery built?”\n", "When was the bakery built?"),
        ("**When was it built?**", "When was it built?"),
        ("Wann wurde die Bäckerei gebaut?", ""),
        ("One line.\nAnd another.", ""),
        ("???", ""),
        ("", ""),
        (RuntimeError("no"), ""),
    ],
)
def test_a_line_of_the_language_is_taken_and_nothing_else(reply, question):
    assert rewrite(scripted(reply), "And the bakery?", HISTORY, "en", soon()) == question


@pytest.mark.parametrize(("length", "is_used"), [(400, True), (401, False)])
def test_a_question_that_is_longer_than_questions_are_is_not_taken(length, is_used):
    reply = ("When was the bakery built? " * 20)[: length - 1] + "?"

    assert bool(translate(scripted(reply), "Wann?", "en", soon())) is is_used


def test_helping_takes_a_quarter_of_the_time_at_most():
    start = time.monotonic()

    assert translate(scripted([9.0, "When?"]), "Wann?", "en", soon(2.0)) == ""

    assert 0.4 < time.monotonic() - start < 1.9
