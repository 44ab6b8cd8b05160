"""The page's own look, words and movements in the HTML itself.

Gradio adds a page's CSS and scripts only after its own have loaded, a second later: until then a reader would see its
colours and no text. So they go into the HTML on its way out, with a skeleton that stands where the page will.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from .render import skeleton
from .words import WORDS, browser_language

_HERE = Path(__file__).parent
_STYLES, _SCRIPTS = ("look.css", "views.css"), ("behaviour.js", "views.js")
_FOREIGN = re.compile(r"\s*<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>")

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]


class FirstPaint:
    """ASGI middleware: dresses the page at ``/`` in the reader's language and passes everything else through."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._head = _head()

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in ("", "/"):
            await self._app(scope, receive, send)
            return
        accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
        await self._app(scope, receive, _Rewritten(send, self._head, browser_language(accepted)))


class _Rewritten:
    """Collects one HTML response and sends it dressed."""

    def __init__(self, send: Send, head: str, language: str) -> None:
        self._send, self._head, self._language = send, head, language
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            body = dressed(self._body.decode("utf-8"), self._head, self._language).encode("utf-8")
            kept = [(name, value) for name, value in self._start["headers"] if name.lower() != b"content-length"]
            await self._send({**self._start, "headers": [*kept, (b"content-length", b"%d" % len(body))]})
            await self._send({"type": "http.response.body", "body": body})


def dressed(html: str, head: str, language: str) -> str:
    """Gradio's page with our head and skeleton, its language named, and without links to other hosts."""
    html = _FOREIGN.sub("", html)
    html = re.sub(r"<html[^>]*>", f'<html lang="{language}">', html, count=1)
    about = f'<meta name="description" content="{WORDS[language]["description"]}" />'
    html = html.replace("</head>", f"{about}{head}</head>", 1)
    return re.sub(r"(<body[^>]*>)", lambda body: body.group(1) + skeleton(language), html, count=1)


def _head() -> str:
    styles = "".join(f"<style>{_text(name)}</style>" for name in _STYLES)
    return styles + "".join(f"<script>{_text(name)}</script>" for name in _SCRIPTS)


def _text(name: str) -> str:
    path = _HERE / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
