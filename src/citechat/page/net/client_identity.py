"""Who is asking: the address behind the proxies that are believed, and the name they vouch for."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from .asgi import READER, App, Header, Message, Receive, Send, header

# What only a proxy may say: gradio, too, would take its own address from some of these.
_OF_PROXIES = ("x-forwarded", "forwarded", "x-real-ip", "x-gradio", "x-direct-url")
# One household or server has as many addresses of IPv6 as it likes, all with these first bits.
_ONE_READER_V6 = 64


class Readers:
    """ASGI middleware: notes the reader's address, and strikes what he says in a proxy's place.

    ``proxies`` are the networks that are believed, ``user_header`` is the header in which they
    name a reader they have logged in.
    """

    def __init__(self, app: App, proxies: Sequence[str] = (), user_header: str = "") -> None:
        self._app = app
        self._proxies = [ipaddress.ip_network(network) for network in proxies]
        self._user_header = user_header.lower()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        address = str((scope.get("client") or ("",))[0])
        if self._is_proxy(address):
            address = self._behind_proxies(header(scope, b"x-forwarded-for"), address)
            if header(scope, b"x-forwarded-proto") == "https":
                scope["scheme"] = "https"
        else:
            scope["headers"] = [item for item in scope["headers"] if not self._is_of_proxies(item)]
        scope[READER] = _one_reader(address)
        await self._app(scope, receive, send)

    def _is_proxy(self, address: str) -> bool:
        try:
            peer = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(peer in network for network in self._proxies)

    def _behind_proxies(self, forwarded_for: str, peer: str) -> str:
        """The last address that is no proxy of ours: those before it a reader may have made up."""
        for address in reversed(forwarded_for.split(",")):
            address = address.strip()
            if address and not self._is_proxy(address):
                return address
        return peer

    def _is_of_proxies(self, item: Header) -> bool:
        name = item[0].decode("latin-1").lower()
        return name.startswith(_OF_PROXIES) or name == self._user_header


def _one_reader(address: str) -> str:
    """An address as a reader is counted by; of IPv6 its network."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network((known, _ONE_READER_V6), strict=False))
