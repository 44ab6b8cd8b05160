"""The page's own look, words and movements in the HTML itself.

Gradio adds a page's CSS and scripts only after its own have loaded, a second later: until then a reader would see its
colours and no text. So they go into the HTML on its way out, with a skeleton that stands where the page will.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from ..render import skeleton
from ..words import WORDS, browser_language

_STATIC = Path(__file__).parents[1] / "static"
_STYLES, _SCRIPTS = ("page.css", "views.css"), ("page.js", "views.js")
_FOREIGN = re.compile(r"\s*<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>")

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]


class FirstPaint:
    """ASGI middleware: dresses the page at ``/`` in the reader's language and passes everything else through."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._scripts = "".join(f"<script>{_text(name)}</script>" for name in _SCRIPTS)
        self._styles = "".join(f"<style>{_text(name)}</style>" for name in _STYLES)

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send
    ) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in ("", "/"):
            await self._app(scope, receive, send)
            return
        language = browser_language(
            dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
        )
        await self._app(
            scope, receive, _Rewritten(send, lambda html: self._dressed(html, language))
        )

    def _dressed(self, html: str, language: str) -> str:
        """Gradio's page in our clothes, its language named, and without links to other hosts."""
        html = _FOREIGN.sub("", html)
        html = re.sub(r"<html[^>]*>", f'<html lang="{language}">', html, count=1)
        about = f'<meta name="description" content="{WORDS[language]["description"]}" />'
        html = html.replace("</head>", f"{about}{self._scripts}</head>", 1)
        # The styles stand in the body: gradio puts its own into the head, and the later of two equals wins.
        return re.sub(
            r"<body[^>]*>",
            lambda body: body.group() + self._styles + skeleton(language),
            html,
            count=1,
        )


class _Rewritten:
    """Collects one HTML response and sends it rewritten."""

    def __init__(self, send: Send, rewrite: Callable[[str], str]) -> None:
        self._send, self._rewrite = send, rewrite
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            body = self._rewrite(self._body.decode("utf-8")).encode("utf-8")
            kept = [
                (name, value)
                for name, value in self._start["headers"]
                if name.lower() != b"content-length"
            ]
            await self._send(
                {**self._start, "headers": [*kept, (b"content-length", b"%d" % len(body))]}
            )
            await self._send({"type": "http.response.body", "body": body})


def _text(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
