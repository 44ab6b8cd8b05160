"""The tools for programs: what they return, and what a missing package says."""

from __future__ import annotations

import json
import sys

import pytest

from citechat import MissingExtraError, UnknownDocumentError
from citechat.tools import serve_mcp, tools


@pytest.fixture
def tool(small_chat):
    return {function.__name__: function for function in tools(small_chat)}


def test_the_tools_return_what_the_python_door_returns(small_chat, tool):
    question = "When was the lighthouse of Norden built?"

    assert tool["answer"](question) == small_chat.answer(question).to_dict()
    assert [p["text"] for p in tool["search"](question, 2)] == [
        p.text for p in small_chat.search(question, k=2)
    ]
    assert (
        tool["document"]("lighthouse", "en")["text"] == small_chat.document("lighthouse", "en").text
    )


def test_what_the_tools_return_can_be_sent_as_json(tool):
    for value in (
        tool["answer"]("lamp"),
        tool["search"]("lamp"),
        tool["document"]("lighthouse", "en"),
    ):
        assert json.loads(json.dumps(value))


def test_an_unknown_document_is_an_error_that_names_some(tool):
    with pytest.raises(UnknownDocumentError, match="there are baker"):
        tool["document"]("nothing", "en")


def test_without_the_extra_mcp_says_what_to_install(small_chat, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp.server.fastmcp", None)

    with pytest.raises(MissingExtraError, match=r'pip install "citechat\[mcp\]"'):
        serve_mcp(small_chat)
