"""What may be asked for at all: what the page and programs use of the hundred routes gradio has.

Among the others are one that fetches any address for anybody, uploads without a limit, reloading
and editing, and a monitor.
"""

from __future__ import annotations

import re

from .asgi import App, Message, Receive, Send, refuse

PROGRAMS = ("answer", "search", "document")
WORK = re.compile(r"/gradio_api/(run/\w+|queue/join)")
"""Paths that make the server work."""
FILES = re.compile(r"/(static|assets)/(?!.*\.\.)[\w.@+/-]+")
"""The page's own scripts and styles."""

_READ = ("GET", "HEAD")
_ALLOWED: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (_READ, FILES),
    (_READ, re.compile(r"/|/theme\.css|/favicon\.ico|/robots\.txt|/config|/healthz|/metrics")),
    (_READ, re.compile(r"/gradio_api/(info|app_id|queue/data|heartbeat/\w+(-\w+)*)")),
    (("POST",), re.compile(rf"/gradio_api/run/(predict|{'|'.join(PROGRAMS)})")),
    (("POST",), re.compile(r"/gradio_api/(queue/join|cancel|reset)")),
)
_INSTEAD = ", ".join(f"POST /gradio_api/run/{name}" for name in PROGRAMS)


class Routes:
    """ASGI middleware: refuses every other path with 404, and another method with 405."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        path = scope["path"] or "/"
        methods = [known for known, pattern in _ALLOWED if pattern.fullmatch(path)]
        if not methods:
            await refuse(send, 404, f"there is nothing at {path[:100]!r}; programs use {_INSTEAD}")
            return
        if scope["method"] not in methods[0]:
            allowed = ", ".join(methods[0])
            wrong = f"{scope['method'][:20]} is not for {path[:100]}; use {allowed}"
            await refuse(send, 405, wrong, [(b"allow", allowed.encode())])
            return
        await self._app(scope, receive, send)


_RUN = frozenset(f"/gradio_api/run/{name}" for name in (*PROGRAMS, "predict"))
_PLAIN = frozenset(("/", "/config", "/healthz", "/metrics", "/gradio_api/info"))
_NAMED = _RUN | _PLAIN | {"/gradio_api/queue/join"}
_STREAMS = ("/gradio_api/queue/data", "/gradio_api/heartbeat/")


def route_name(path: str) -> str:
    """A path as logs and counts name it: one of about fifteen, whatever is asked for."""
    if FILES.fullmatch(path):
        return "files"
    if path in _NAMED:
        return path
    return "stream" if path.startswith(_STREAMS) else "other"
