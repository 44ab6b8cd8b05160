"""An error of gradio's reaches a program with a reason: never as {"error": null}."""

from __future__ import annotations

import json
import logging
from typing import Any

from .asgi import App, Message, Receive, Send, refuse

_log = logging.getLogger(__name__)
_UNKNOWN = "that could not be done; the server's log has more"
_SECONDS = b"2"


class Reasons:
    """ASGI middleware: puts ``error`` into each JSON body of a failure, and Retry-After to 503."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        responding = _WithReason(send)
        try:
            await self._app(scope, receive, responding)
        except Exception:
            if responding.has_begun:
                raise
            _log.exception("an unforeseen fault")
            await refuse(send, 500, _UNKNOWN)


class _WithReason:
    """Holds back the response of a failure until its body is there."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] >= 400:
            self._start = message
            return
        if not self._start:
            self.has_begun = True
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._send_with_reason()

    async def _send_with_reason(self) -> None:
        status, headers = self._start["status"], self._start["headers"]
        body = json.dumps(with_reason(self._body), ensure_ascii=False).encode("utf-8")
        replaced = (b"content-length", b"content-type")
        kept = [item for item in headers if item[0].lower() not in replaced]
        kept += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        if status == 503:
            kept.append((b"retry-after", _SECONDS))
        self.has_begun = True
        await self._send({**self._start, "headers": kept})
        await self._send({"type": "http.response.body", "body": body})


def with_reason(body: bytes) -> dict[str, Any]:
    """A failure's body as an object whose ``error`` is a line of text."""
    try:
        given = json.loads(body)
    except ValueError:
        given = body.decode("utf-8", "replace")[:200].strip()
    failure: dict[str, Any] = given if isinstance(given, dict) else {"detail": given}
    if isinstance(failure.get("error"), str) and failure["error"]:
        return failure
    return {**failure, "error": _reason(failure.get("detail")) or _UNKNOWN}


def _reason(detail: Any) -> str:
    """What FastAPI says: a line, or a list of what is wrong where."""
    if isinstance(detail, list):
        return "; ".join(map(_place_and_reason, detail))
    return str(detail or "")


def _place_and_reason(wrong: Any) -> str:
    if not isinstance(wrong, dict):
        return str(wrong)
    place = ".".join(map(str, wrong.get("loc", ())))
    return f"{place}: {wrong.get('msg', 'wrong')}"
