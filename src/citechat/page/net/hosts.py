"""Only requests that name this server are let in, and only pages of this server may send any.

A foreign web page whose name is pointed at 127.0.0.1 (DNS rebinding) would otherwise read a private
corpus through its reader's browser; one under its own name could make that browser ask.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from .asgi import App, Message, Receive, Send, header, refuse

_THIS_MACHINE = frozenset(("localhost", "127.0.0.1", "::1"))
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d+)?")
_EVERYWHERE = ("0.0.0.0", "::", "")


class TrustedHosts:
    """ASGI middleware: refuses a request to a foreign name, or from a page of a foreign name.

    ``host`` is what the server listens on, ``names`` are those it has besides; ``*`` is any, and
    ``*.example.org`` any below that one. A server that listens everywhere is also reached under
    each of its addresses: no foreign page can have a number for its name.
    """

    def __init__(self, app: App, host: str, names: Iterable[str] = ()) -> None:
        self._app = app
        self._names = {*_THIS_MACHINE, host.lower().strip("[]"), *names}
        self._is_everywhere = host.strip("[]") in _EVERYWHERE

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        host = header(scope, b"host")
        if not self.trusts(host):
            cure = "name it in CITECHAT_HOSTS if it is"
            await refuse(send, 400, f"{host[:100]!r} is not the name of this server; {cure}")
            return
        origin = header(scope, b"origin")
        is_foreign = bool(origin) and not self.trusts(origin.partition("://")[2])
        if is_foreign and scope["method"] not in ("GET", "HEAD"):
            await refuse(send, 403, f"pages of {origin[:100]!r} may not ask this server")
            return
        await self._app(scope, receive, send)

    def trusts(self, host: str) -> bool:
        """Whether ``host``, with or without a port, is a name of this server."""
        name = host_name(host)
        if not name:
            return False
        if "*" in self._names or name in self._names:
            return True
        if self._is_everywhere and _is_address(name):
            return True
        parents = name.split(".")
        return any("*." + ".".join(parents[n:]) in self._names for n in range(1, len(parents)))


def host_name(host: str) -> str:
    """A Host header without its port and brackets, in small letters; empty for what is none."""
    match = _HOST.fullmatch(host.lower())
    return match.group(1).strip("[]") if match else ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
