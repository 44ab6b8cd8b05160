"""What every response tells a browser: run nothing foreign, be framed by nobody, guess no types.

The page is gradio's: its scripts come from this server, its colours stand in style attributes, and
its one line of set-up in the HTML is marked with a nonce, as our own are.
"""

from __future__ import annotations

import secrets

from .asgi import NONCE, App, Header, Message, Receive, Send

_POLICY = "; ".join(
    (
        "default-src 'none'",
        # gradio's HTML component compiles its template: no page without 'unsafe-eval'. What a
        # document or a reader could bring in is inline, and that stays forbidden.
        "script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_FIXED: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_STRUCK = frozenset((b"server", *(name for name, _ in _FIXED)))


class SecurityHeaders:
    """ASGI middleware: adds them, and strikes the server's name."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        nonce = scope[NONCE] = secrets.token_urlsafe(16)
        policy = (b"content-security-policy", _POLICY.format(nonce=nonce).encode())

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [item for item in message["headers"] if item[0].lower() not in _STRUCK]
                message = {**message, "headers": [*own, policy, *_FIXED]}
            await send(message)

        await self._app(scope, receive, send_with_headers)
