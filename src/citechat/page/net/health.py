"""For those who watch over the server: /healthz says whether it can answer, /metrics what it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from .asgi import App, Message, Receive, Send, reply, reply_json
from .metrics import Metrics

State = Literal["ok", "starting", "failed", "ending"]
_PROMETHEUS = b"text/plain; version=0.0.4; charset=utf-8"


class Healthz:
    """ASGI middleware: 200 once it can answer, 503 before and at the end. It asks for no login and
    no name: a watcher has neither, and learns one word."""

    def __init__(self, app: App, state: Callable[[], State]) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["path"] != "/healthz":
            await self._app(scope, receive, send)
            return
        state = self._state()
        await reply_json(send, 200 if state == "ok" else 503, {"status": state})


class MetricsPage:
    """ASGI middleware: the counts, to those who have been let in."""

    def __init__(self, app: App, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["path"] != "/metrics":
            await self._app(scope, receive, send)
            return
        await reply(send, 200, self._metrics.text().encode(), _PROMETHEUS)
