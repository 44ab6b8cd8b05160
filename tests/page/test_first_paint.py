"""The page's own clothes in gradio's HTML."""

from __future__ import annotations

import asyncio
from typing import Any

from citechat.page.startup.first_paint import FirstPaint

HTML = b'<html lang="en"><head><meta property="og:image" content="https://elsewhere/x.png" /></head><body style="x">b</body></html>'


def response(path: str = "/", language: bytes = b"de") -> tuple[dict[bytes, bytes], str]:
    """What a browser gets for ``path`` when gradio answers with HTML in two pieces."""
    sent: list[dict[str, Any]] = []

    async def gradio(scope, receive, send):
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-length", str(len(HTML)).encode())],
            }
        )
        await send({"type": "http.response.body", "body": HTML[:20], "more_body": True})
        await send({"type": "http.response.body", "body": HTML[20:]})

    async def receive():
        return {}

    async def send(message):
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [(b"accept-language", language)],
    }
    asyncio.run(FirstPaint(gradio)(scope, receive, send))
    start, *bodies = sent
    return dict(start["headers"]), b"".join(m["body"] for m in bodies).decode("utf-8")


def test_the_page_comes_with_styles_scripts_and_a_skeleton_in_the_readers_language():
    headers, html = response()

    assert '<html lang="de">' in html
    assert (
        html.index("window.citechat =")
        < html.index("</head>")
        < html.index('<body style="x"><style>')
        < html.index("citechat startet")
    )
    assert headers[b"content-length"] == str(len(html.encode())).encode()


def test_links_to_other_hosts_are_taken_out():
    assert "elsewhere" not in response()[1]


def test_everything_but_the_page_passes_untouched():
    assert response("/assets/x.js")[1] == HTML.decode()
