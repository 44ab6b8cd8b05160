"""Each request is counted, timed and, where logs are structured, written down in one line."""

from __future__ import annotations

import logging
import secrets
from time import monotonic

from .asgi import App, Message, Receive, Send
from .metrics import Metrics
from .routes import route_name

_log = logging.getLogger("citechat.requests")


class Watch:
    """ASGI middleware, outside of all others: they may refuse, and that counts, too.

    A response carries a number of its own, ``X-Request-Id``, under which the log has it. What was
    asked is not written down, nor the address: paths are named by their kind.
    """

    def __init__(self, app: App, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        begun, number, status = monotonic(), secrets.token_hex(8), 500

        async def send_with_number(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                numbered = [*message["headers"], (b"x-request-id", number.encode())]
                message = {**message, "headers": numbered}
            await send(message)

        try:
            await self._app(scope, receive, send_with_number)
        finally:
            seconds = monotonic() - begun
            route = route_name(scope["path"])
            self._metrics.count_request(route, status, seconds)
            facts = {"route": route, "status": status, "ms": round(seconds * 1000), "id": number}
            _log.info("request", extra={"facts": {"method": _method(scope), **facts}})


def _method(scope: Message) -> str:
    known = scope["method"] in ("GET", "HEAD", "POST", "OPTIONS")
    return scope["method"] if known else "other"
