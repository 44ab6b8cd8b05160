"""Who may come in: users with a password (HTTP Basic, RFC 7617), or readers that a proxy names.

Basic needs no cookie and no session: it survives a restart, works with several workers, and every
program speaks it. The password travels with each request, so the way has to be TLS.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from base64 import b64decode
from collections.abc import Mapping

from ..labels import LABELS, browser_language
from . import passwords
from .asgi import App, Header, Message, Receive, Send, header, refuse, reply

_ASK: Header = (b"www-authenticate", b'Basic realm="citechat", charset="UTF-8"')
# Hashing costs 50 ms and 16 MB: so many guesses at a time.
_GUESSES_AT_ONCE = 2
_REMEMBERED = 1_000


class PasswordLogin:
    """ASGI middleware: lets in who names a user and its password."""

    def __init__(self, app: App, users: Mapping[str, str]) -> None:
        self._app = app
        self._users = users
        # One who is not known is compared with this: it takes as long.
        self._nobody = passwords.hashed(secrets.token_hex())
        # Digests of what has been right, under a key of this process: a page sends its
        # credentials with each of its hundred files.
        self._key = secrets.token_bytes(32)
        self._right: dict[bytes, str] = {}
        self._guesses = asyncio.Semaphore(_GUESSES_AT_ONCE)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        name = await self._name(header(scope, b"authorization"))
        if not name:
            await _ask(scope, send)
            return
        # Nothing behind the door needs to see a password.
        scope["headers"] = [item for item in scope["headers"] if item[0] != b"authorization"]
        await self._app(scope, receive, send)

    async def _name(self, credentials: str) -> str:
        """The user whose password is given; empty if none is."""
        if not credentials:
            return ""
        digest = hmac.digest(self._key, credentials.encode("latin-1"), hashlib.sha256)
        if digest in self._right:
            return self._right[digest]
        name, password = _name_and_password(credentials)
        kept = self._users.get(name, self._nobody)
        async with self._guesses:
            is_right = await asyncio.to_thread(passwords.matches, password, kept)
        if not is_right or name not in self._users:
            return ""
        if len(self._right) < _REMEMBERED:
            self._right[digest] = name
        return name


class ProxyLogin:
    """ASGI middleware: lets in whom a proxy has logged in; ``Readers`` has struck the header from
    everybody else's requests."""

    def __init__(self, app: App, user_header: str) -> None:
        self._app = app
        self._header = user_header.lower().encode("latin-1")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        name = header(scope, self._header).strip()
        if not name:
            await refuse(send, 403, "log in at the proxy before this server: it named nobody")
            return
        await self._app(scope, receive, send)


def _name_and_password(credentials: str) -> tuple[str, str]:
    """Both empty where the header is not Basic."""
    scheme, _, encoded = credentials.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        name, _, password = b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except ValueError:
        return "", ""
    return name, password


async def _ask(scope: Message, send: Send) -> None:
    """A reader who cancels his browser's question sees a line in his language; programs, JSON."""
    if "text/html" not in header(scope, b"accept"):
        await refuse(send, 401, "log in with a user's name and password (HTTP Basic)", [_ASK])
        return
    language = browser_language(header(scope, b"accept-language"))
    line = LABELS[language]["log_in"]
    html = f'<!doctype html><html lang="{language}"><title>citechat</title><p>{line}</p></html>'
    await reply(send, 401, html.encode("utf-8"), b"text/html; charset=utf-8", [_ASK])
