"""The words of ASGI that the other files use (https://asgi.readthedocs.io), and how to refuse.

Programs read every refusal as JSON: {"error": reason}.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]

READER = "citechat.reader"
"""Where a scope names the reader, by his address."""
NONCE = "citechat.nonce"
"""Where a scope holds what the page's own scripts are marked with."""
# Seconds after which one who was sent away may try again.
_TRY_AGAIN = 2


def header(scope: Message, name: bytes) -> str:
    """The first header of that name (in small letters), or an empty text."""
    values = (value for key, value in scope["headers"] if key.lower() == name)
    return next(values, b"").decode("latin-1")


async def reply(
    send: Send, status: int, body: bytes, kind: bytes, headers: Iterable[Header] = ()
) -> None:
    """One whole response."""
    described = [(b"content-type", kind), (b"content-length", b"%d" % len(body))]
    first = {"type": "http.response.start", "status": status, "headers": [*described, *headers]}
    await send(first)
    await send({"type": "http.response.body", "body": body})


async def reply_json(
    send: Send, status: int, value: Mapping[str, Any], headers: Iterable[Header] = ()
) -> None:
    """A value as JSON."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8")
    await reply(send, status, body, b"application/json", headers)


async def refuse(send: Send, status: int, reason: str, headers: Iterable[Header] = ()) -> None:
    """A reason as JSON."""
    await reply_json(send, status, {"error": reason}, headers)


async def send_away(send: Send, status: int, reason: str, seconds: float = _TRY_AGAIN) -> None:
    """A reason, and when to come back."""
    await refuse(send, status, reason, [(b"retry-after", b"%d" % max(1, round(seconds)))])
