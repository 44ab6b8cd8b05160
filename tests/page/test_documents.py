"""Documents that a reader adds, and a conversation that he takes away."""

from __future__ import annotations

import json
from base64 import b64decode

import pytest

from citechat import Answer, CiteChat
from citechat.export import FORMATS
from citechat.page.app import format_choices
from citechat.page.chat.conversation import Exchange
from citechat.page.chat.documents import add_documents, exported, may_add
from citechat.page.labels import LABELS
from citechat.testing import LetterCountEmbedder

FERRY = "The ferry of Norden was built in 1931. It carries 12 cars."


@pytest.mark.parametrize("language", LABELS)
def test_a_dropped_file_is_added_told_and_answered_from(small_chat, tmp_path, language):
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY)
    assert small_chat.index

    lines = list(add_documents(small_chat, [str(file)], language))

    assert "ferry" in lines[-1]
    assert LABELS[language]["adding"] in lines[0]
    assert "1931" in small_chat.answer("When was the ferry of Norden built?").text


def test_a_file_that_cannot_be_added_is_told_with_the_reason_escaped(small_chat, tmp_path):
    *_, last = add_documents(small_chat, [str(tmp_path / "<b>.txt")], "en")

    assert "Not added: " in last
    assert "&lt;b&gt;.txt: is not a file" in last


def test_readers_may_add_only_where_the_operator_says_so(small_chat, settings):
    assert not may_add(small_chat)
    allowed = settings.with_changes(add_on_page="yes")
    assert may_add(CiteChat(allowed, embedder=LetterCountEmbedder()))
    shipped = allowed.with_changes(corpus=())
    assert not may_add(CiteChat(shipped, embedder=LetterCountEmbedder()))


@pytest.mark.parametrize("to", FORMATS)
def test_a_conversation_is_exported_as_a_file_to_save(to):
    answer = Answer("The documents do not say.", False, "en", question="What?")
    exchanges = (Exchange("What?", "answered", answer=answer), Exchange("Then?", "stopped", "…"))

    file = json.loads(exported(exchanges, to))

    assert file["name"] == f"citechat{FORMATS[to].suffix}"
    assert isinstance(b64decode(file["data"]), bytes)


def test_a_format_that_there_is_not_is_no_file():
    assert exported((), "") == ""


@pytest.mark.parametrize("language", LABELS)
def test_every_choice_of_a_format_is_one_that_there_is(language):
    (_, none), *others = format_choices(language)
    assert none == ""
    assert {name for _, name in others} <= set(FORMATS)
