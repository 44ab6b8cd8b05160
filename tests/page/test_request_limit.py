"""Bodies of requests are bounded, whatever length they tell."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from citechat.page.net.asgi import Message
from citechat.page.net.request_limit import RequestLimit

MOST = 100


def ask(parts: list[bytes], headers: list[tuple[bytes, bytes]]) -> tuple[list[dict], list[Any]]:
    """What the client is sent, and what the app behind the limit gets to read."""
    sent: list[dict] = []
    read: list[Any] = []
    waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]

    async def receive() -> dict:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(dict(message))

    async def app(scope: Any, receive: Any, send: Any) -> None:
        read.extend([await receive() for _ in parts])

    scope = {"type": "http", "headers": headers}
    asyncio.run(RequestLimit(app, MOST)(scope, receive, send))
    return sent, read


def test_a_body_within_the_limit_passes_untouched():
    sent, read = ask([b"x" * 60, b"y" * 40], [(b"content-length", b"100")])

    assert sent == []
    assert [message["body"] for message in read] == [b"x" * 60, b"y" * 40]


@pytest.mark.parametrize("told", [b"101", b"9" * 5000, b"-1", b"many"])
def test_a_length_that_is_too_large_or_none_is_refused_with_a_reason(told):
    sent, read = ask([b"x"], [(b"content-length", told)])

    assert read == []
    assert sent[0]["status"] == 413
    assert "larger than 100 bytes" in json.loads(sent[1]["body"])["error"]


def test_a_body_that_tells_no_length_ends_at_the_limit():
    sent, read = ask([b"x" * 60, b"y" * 60], [])

    assert [message["type"] for message in read] == ["http.request", "http.disconnect"]
    assert sent[0]["status"] == 413
