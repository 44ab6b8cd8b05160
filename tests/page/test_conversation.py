"""Conversations: how an exchange grows, what the browser keeps of it, what to ask next."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from citechat import Answer, CiteChat
from citechat.page.chat.conversation import (
    Exchange,
    converse,
    history,
    related,
)
from citechat.page.chat.kept_in_browser import for_browser, from_browser
from citechat.page.labels import LABELS
from citechat.page.startup.startup import Startup
from citechat.testing import LetterCountEmbedder

QUESTION = "When was the lighthouse of Norden built?"


@pytest.fixture
def answered(small_chat) -> Exchange:
    *_, last = converse(small_chat, QUESTION, [], "en")
    return last


def test_an_exchange_waits_first_and_is_answered_at_last(small_chat):
    first, *_, last = converse(small_chat, QUESTION, [], "en")

    assert (first.state, first.text) == ("waiting", LABELS["en"]["thinking"])
    assert (last.state, isinstance(last.answer, Answer)) == ("answered", True)


def test_a_text_is_shown_while_it_grows(small_chat, monkeypatch, answered):
    monkeypatch.setattr("citechat.page.chat.conversation._BETWEEN_PIECES", 0)
    monkeypatch.setattr(
        small_chat, "stream", lambda question, history: iter(["One", " two", answered.answer])
    )

    texts = [e.text for e in converse(small_chat, QUESTION, [], "en") if e.state == "writing"]

    assert texts == ["One", "One two"]


def test_a_question_asked_too_early_waits_and_is_answered(small_chat):
    startup = Startup()
    growing = converse(small_chat, QUESTION, [], "de", startup)
    startup.count(3, 10)

    assert "3 von 10 Passagen" in next(growing).text
    startup.start(small_chat)
    assert list(growing)[-1].state == "answered"


def test_an_error_becomes_a_line_of_the_conversation(settings, folder):
    given = settings.with_changes(index_dir=folder / "hafen.txt")  # a file, not a folder
    *_, last = converse(CiteChat(given, embedder=LetterCountEmbedder()), "x", [], "en")

    assert last.state == "failed"
    assert "cannot be written" in last.text


def test_an_abstention_names_the_nearest_documents(small_chat):
    *_, last = converse(small_chat, "Who won the World Cup in 2022?", [], "en")

    assert not last.answer.answered
    assert len(last.near) == len(dict(last.near)) >= 1
    assert all(address.startswith("?doc=") for _, address in last.near)


def test_the_browser_gives_back_what_it_was_given(answered):
    exchanges = (
        answered,
        Exchange("And?", "stopped", "Stopped."),
        Exchange("Why?", "answered", answer=answered.answer, thumb="up"),
    )

    assert from_browser(json.loads(json.dumps(for_browser(exchanges)))) == exchanges


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", 3, [{}], [{"question": "x"}], [["x"]], [{"question": "x", "state": "waiting"}]],
)
def test_what_no_page_wrote_is_an_empty_conversation(kept):
    assert from_browser(kept) == ()


def test_an_answer_of_an_older_page_is_not_half_read(answered):
    kept = for_browser([answered])
    del kept[0]["answer"]["citations"][0]["quote"]

    assert from_browser(kept) == ()


def test_only_answered_exchanges_are_told_to_the_next_question(answered):
    told = history([answered, Exchange("And?", "stopped", "Stopped.")])

    assert [turn["role"] for turn in told] == ["user", "assistant"]
    assert told[1]["content"] == answered.answer.text


def test_what_to_ask_next_is_near_the_answer_and_was_not_asked_yet(settings, folder):
    (folder / "questions.toml").write_text(
        'en = ["When was the lighthouse of Norden built?", "How many loaves does the bakery sell?", "Who keeps the lighthouse?"]',
        encoding="utf-8",
    )
    chat = CiteChat(settings, embedder=LetterCountEmbedder())
    answer = Answer(
        "The lighthouse was built in 1892.",
        True,
        "en",
        question="when was the lighthouse of norden built",
    )

    found = related(chat, answer, [answer.question])

    assert found == ("Who keeps the lighthouse?", "How many loaves does the bakery sell?")


def test_an_unforeseen_fault_becomes_a_line_and_the_log_tells_it(small_chat, monkeypatch, caplog):
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(small_chat, "stream", breaks)
    *_, last = converse(small_chat, QUESTION, [], "de")

    assert (last.state, last.text) == ("failed", LABELS["de"]["failed_unforeseen"])
    assert "ZeroDivisionError: inside" in caplog.text


# What another page, or anybody, wrote

FORGED: dict[str, Callable[[dict[str, Any]], object]] = {
    "a language": lambda kept: kept["answer"].update(language='en" onload="alert(1)'),
    "a quote's language": lambda kept: kept["answer"]["citations"][0].update(language="<b>"),
    "a verdict": lambda kept: kept["answer"]["sentences"][0].update(verdict='"><script>'),
    "an amount of text": lambda kept: kept["answer"].update(text="x" * 5_000_000),
    "an amount that is none": lambda kept: kept["answer"].update(
        figures=[{"label": "a", "value": "1", "amount": float("inf")}]
    ),
    "an amount in words": lambda kept: kept["answer"].update(
        figures=[{"label": "a", "value": "1", "amount": "many"}]
    ),
    "a mark where none is": lambda kept: kept["answer"]["marks"][0].update(start=0),
    "a thumb": lambda kept: kept.update(thumb="<i>"),
    "a state": lambda kept: kept.update(state="writing"),
    "no answer": lambda kept: kept.update(answer=None),
    "a number for a text": lambda kept: kept.update(question=5),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_conversation_that_was_rewritten_is_an_empty_one(answered, forge):
    kept = json.loads(json.dumps(for_browser([answered])))
    assert from_browser(kept) == (answered,)

    forge(kept[0])

    assert from_browser(kept) == ()


def test_of_a_long_conversation_the_newest_exchanges_are_believed(answered):
    assert len(from_browser(for_browser([answered]) * 3_000)) == 40
