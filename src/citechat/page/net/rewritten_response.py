"""One response, collected and sent with another body."""

from __future__ import annotations

from collections.abc import Callable

from .asgi import Message, Send

_LENGTH = b"content-length"


class Rewritten:
    """In place of ``send``: waits for the whole response, then sends it with what ``rewrite`` makes
    of its status and body.
    """

    def __init__(self, send: Send, rewrite: Callable[[int, bytes], bytes]) -> None:
        self._send, self._rewrite = send, rewrite
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body", False):
            return
        body = self._rewrite(self._start["status"], self._body)
        headers = [header for header in self._start["headers"] if header[0].lower() != _LENGTH]
        headers.append((_LENGTH, b"%d" % len(body)))
        await self._send({**self._start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})
