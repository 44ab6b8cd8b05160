"""The page's own look, words and movements in the HTML itself.

Gradio adds a page's CSS and scripts only after its own have loaded, a second later: until then a
reader would see its colours and no text. So they go into the HTML on its way out, with a skeleton
that stands where the page will.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..html import skeleton
from ..labels import LABELS, browser_language
from ..net.asgi import NONCE, App, Message, Receive, Send, header
from ..net.rewritten_response import Rewritten

_STATIC = Path(__file__).parents[1] / "static"
_STYLES = ("page.css", "views.css")
# In this order: the first is what the others are written with.
_SCRIPTS = ("shared.js", "page.js", "views.js", "picture.js")
_FOREIGN = re.compile(r"(?<!\s)\s*<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>")


class FirstPaint:
    """ASGI middleware: adds styles, scripts, skeleton and language to the page at ``/``.

    Everything else passes through untouched.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._scripts = "".join(f"<script>{_text(name)}</script>" for name in _SCRIPTS)
        self._styles = "".join(f"<style>{_text(name)}</style>" for name in _STYLES)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in ("", "/"):
            await self._app(scope, receive, send)
            return
        language = browser_language(header(scope, b"accept-language"))
        nonce = scope.get(NONCE, "")

        def complete(_status: int, body: bytes) -> bytes:
            return self._complete(body.decode("utf-8"), language, nonce).encode("utf-8")

        await self._app(scope, receive, Rewritten(send, complete))

    def _complete(self, html: str, language: str, nonce: str) -> str:
        """Gradio's page with our head, styles and skeleton, and without links to other hosts."""
        html = _FOREIGN.sub("", html)
        html = re.sub(r"<html[^>]*>", f'<html lang="{language}">', html, count=1)
        about = f'<meta name="description" content="{LABELS[language]["description"]}" />'
        html = html.replace("</head>", f"{about}{self._scripts}</head>", 1)
        # No text of a document holds a tag here: in gradio's own set-up "<" is written as an escape.
        html = html.replace("<script", f'<script nonce="{nonce}"')
        # The styles stand in the body: gradio puts its own into the head, and the later wins.
        first = self._styles + skeleton(language)
        return re.sub(r"<body[^>]*>", lambda body: body.group() + first, html, count=1)


def _text(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
