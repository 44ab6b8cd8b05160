"""One question through every door: Python, the command line, HTTP, gradio_client and MCP give the same."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citechat import CiteChat, Settings
from machine import free_port

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Settings:
    """A small corpus of its own, with the real model: each door below opens the same index."""
    corpus: Path = tmp_path_factory.mktemp("corpus")
    (corpus / "lighthouse.md").write_text(
        "# The lighthouse\n\nThe lighthouse of Norden was built in 1892. It is 30 metres high.\n"
    )
    (corpus / "hafen.md").write_text(
        "# Der Hafen\n\nDer Hafen von Norden hat 25 Liegeplätze.\n", encoding="utf-8"
    )
    return Settings(corpus=corpus, index_dir=tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def door(settings, embedder) -> CiteChat:
    return CiteChat(settings, embedder=embedder)


@pytest.fixture(scope="module")
def address(door) -> Iterator[str]:
    from citechat.page import launch

    port = free_port()
    page = launch(door, port=port, block=False)
    yield f"http://127.0.0.1:{port}/"
    page.close()


def post(address: str, endpoint: str, *arguments: Any) -> Any:
    body = json.dumps({"data": arguments}).encode()
    request = urllib.request.Request(
        f"{address}gradio_api/run/{endpoint}", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["data"][0]


def plain(value: Any) -> Any:
    """As it is after a journey as JSON."""
    return json.loads(json.dumps(value))


QUESTIONS = (
    "How high is the lighthouse of Norden?",
    "Wie viele Liegeplätze hat der Hafen?",
    "Who won the World Cup in 2022?",
)


@pytest.fixture(scope="module")
def expected(door) -> dict[str, Any]:
    """Question → what the Python door says to it: an answer in English, one in German, an abstention."""
    replies = {question: plain(door.answer(question).to_dict()) for question in QUESTIONS}
    assert [reply["answered"] for reply in replies.values()] == [True, True, False]
    return replies


def test_http_answers_like_python(address, expected):
    assert {question: post(address, "answer", question, []) for question in QUESTIONS} == expected


def test_gradio_client_answers_like_python(address, expected):
    from gradio_client import Client

    client = Client(address, verbose=False)

    assert {
        question: client.predict(question, api_name="/answer") for question in QUESTIONS
    } == expected


def test_the_command_line_answers_like_python(settings, expected):
    command = [sys.executable, "-m", "citechat", "ask", QUESTIONS[0], "--json"]

    printed = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment(settings)
    ).stdout

    assert json.loads(printed) == expected[QUESTIONS[0]]


def test_search_and_document_are_the_same_over_http(address, door):
    from dataclasses import asdict

    assert post(address, "search", "lighthouse", 1) == plain(
        [asdict(p) for p in door.search("lighthouse", k=1)]
    )
    assert post(address, "document", "hafen", "de") == plain(asdict(door.document("hafen", "de")))


def test_an_error_reaches_the_program_as_its_line(address):
    with pytest.raises(urllib.error.HTTPError) as caught:
        post(address, "document", "nothing", "en")

    assert "no document 'nothing'" in caught.value.read().decode()


def environment(settings: Settings) -> dict[str, str]:
    (corpus,) = settings.corpus  # type: ignore[misc]
    return {
        **os.environ,
        "CITECHAT_CORPUS": str(corpus),
        "CITECHAT_INDEX_DIR": str(settings.index_dir),
    }


@pytest.fixture(scope="module")
def over_mcp(settings, expected) -> dict[str, Any]:
    """What a client of ``citechat mcp`` is told: the tools, the answers, and an error."""
    mcp = pytest.importorskip("mcp", reason='needs: pip install "citechat[mcp]"')
    from mcp.client.stdio import stdio_client

    server = mcp.StdioServerParameters(
        command=sys.executable, args=["-m", "citechat", "mcp"], env=environment(settings)
    )

    async def talk() -> dict[str, Any]:
        async with stdio_client(server) as (read, write), mcp.ClientSession(read, write) as session:
            await session.initialize()
            return {
                "tools": {tool.name: tool for tool in (await session.list_tools()).tools},
                "answers": {
                    question: await session.call_tool("answer", {"question": question})
                    for question in expected
                },
                "error": await session.call_tool(
                    "document", {"document_id": "nothing", "language": "en"}
                ),
            }

    return asyncio.run(talk())


def test_an_mcp_client_finds_the_three_tools_described(over_mcp):
    tools = over_mcp["tools"]

    assert tools.keys() == {"answer", "search", "document"}
    assert "Every sentence is cited" in tools["answer"].description
    assert tools["document"].inputSchema["properties"]["language"]["enum"] == ["en", "de", "zh"]


def test_an_mcp_client_is_answered_like_python(over_mcp, expected):
    assert {
        question: result.structuredContent for question, result in over_mcp["answers"].items()
    } == expected
    assert {
        question: json.loads(result.content[0].text)
        for question, result in over_mcp["answers"].items()
    } == expected


def test_an_mcp_client_is_told_what_is_wrong(over_mcp):
    assert over_mcp["error"].isError
    assert "no document 'nothing'" in over_mcp["error"].content[0].text
