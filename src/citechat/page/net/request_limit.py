"""No request is read into memory without a bound, nor waited for without one.

A body that is too large is refused with 413, one that does not come to its end with 408.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from .asgi import App, Message, Receive, Send, header, refuse

# With every question the browser sends the conversation so far: forty exchanges of four quotes each
# are about 0.2 MB. Twenty times that leaves room for long answers of a model.
MOST_BYTES = 4_000_000
# Seconds for the whole of a body: 4 MB in a minute is a slow line of 0.5 Mbit/s.
LONGEST_WAIT = 60.0
# What is read of a refused body, so that its sender hears the reason.
_DRAINED_BYTES = 32_000_000
_DRAINED_SECONDS = 5.0


class RequestLimit:
    """ASGI middleware: refuses a request by the length it tells, and ends one that goes on beyond."""

    def __init__(
        self, app: App, most_bytes: int = MOST_BYTES, longest_wait: float = LONGEST_WAIT
    ) -> None:
        self._app = app
        self._most = most_bytes
        self._longest_wait = longest_wait

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stated = header(scope, b"content-length") or "0"
        if not stated.isdigit() or int(stated[:20]) > self._most:
            await _drain(receive)
            await _refuse_size(send, self._most)
            return
        body = _Bounded(receive, self._most, self._longest_wait)

        async def send_unless_refused(message: Message) -> None:
            if not body.refused:
                await send(message)

        # What the app makes of a body that breaks off is no longer of interest.
        try:
            await self._app(scope, body, send_unless_refused)
        except Exception:
            if not body.refused:
                raise
        if body.refused == 413:
            await _drain(receive)
            await _refuse_size(send, self._most)
        elif body.refused:
            reason = f"the request did not end within {self._longest_wait:g} s"
            await refuse(send, body.refused, reason, [(b"connection", b"close")])


class _Bounded:
    """Receives a body in parts; for the app, a client that sends too much has hung up."""

    def __init__(self, receive: Receive, most: int, longest_wait: float) -> None:
        self._receive = receive
        self._left = most
        self._deadline = asyncio.get_running_loop().time() + longest_wait
        self._is_complete = False
        self.refused = 0

    async def __call__(self) -> Message:
        if self._is_complete:  # what may still come is that the client hangs up
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            return self._refuse(408)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            return self._refuse(413)
        self._is_complete = not message.get("more_body", False)
        return message

    def _refuse(self, status: int) -> Message:
        self.refused = status
        return {"type": "http.disconnect"}


async def _drain(receive: Receive) -> None:
    """Throw away what is still coming, for a while: most clients read nothing before they have sent
    all, and would see a broken connection instead of the reason."""
    left = _DRAINED_BYTES
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAINED_SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


async def _refuse_size(send: Send, most: int) -> None:
    reason = f"the request is larger than {most} bytes; send less"
    await refuse(send, 413, reason, [(b"connection", b"close")])
