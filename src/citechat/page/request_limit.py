"""No request is read into memory without a bound: a body that is too large is refused with 413."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

# With every question the browser sends the conversation so far: forty exchanges of four quotes each
# are about 0.2 MB. Twenty times that leaves room for long answers of a model.
MOST_BYTES = 4_000_000

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


class RequestLimit:
    """ASGI middleware: refuses a request by the length it tells, and ends one that goes on beyond."""

    def __init__(self, app: App, most_bytes: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most_bytes

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"0")
        if not told.isdigit() or int(told[:20]) > self._most:
            await _refuse(send, self._most)
            return
        await self._app(scope, _Counted(receive, self._most), send)


class _Counted:
    """Receives a body in parts; a client that sends too much is taken to have hung up."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._left < 0 else message


async def _refuse(send: Send, most: int) -> None:
    reason = {"error": f"the request is larger than {most} bytes; send less"}
    body = json.dumps(reason).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})
