"""The program endpoints: POST /gradio_api/run/answer, …/search and …/document.

They read and answer as gradio's own would ({"data": […]} both ways), but know the types of their
arguments, how many may work at once, and always a reason: {"error": …} with

400  the body is no JSON                    422  an argument is missing or of another type
404  there is no such document              503  too many ask at once, or the server is ending
500  anything else; the log has more
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any

from ...errors import CiteChatError, InputError, UnknownDocumentError
from ...tools import call
from .asgi import App, Message, Receive, Send, refuse, reply_json, send_away
from .concurrency import Full, Slots
from .metrics import Metrics
from .routes import PROGRAMS

_log = logging.getLogger(__name__)
_PATHS = {f"/gradio_api/run/{name}": name for name in PROGRAMS}


Tools = Mapping[str, Callable[..., Any]]
"""Name → tool, as ``citechat.tools`` makes them."""


class NotJson(ValueError):  # noqa: N818
    """The body of a request cannot be read."""


class Programs:
    """ASGI middleware: answers those paths by ``tools``, and passes everything else on."""

    def __init__(self, app: App, tools: Tools, slots: Slots, metrics: Metrics) -> None:
        self._app = app
        self._tools = tools
        self._slots = slots
        self._metrics = metrics

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        name = _PATHS.get(scope["path"])
        if name is None:
            await self._app(scope, receive, send)
            return
        body = await whole_body(receive)
        if body is None:  # the client has hung up
            return
        begun = monotonic()
        try:
            arguments = arguments_in(body)
            async with self._slots.place():
                result = await asyncio.to_thread(self._call, name, arguments)
        except Exception as error:
            await _tell(send, error)
            return
        seconds = monotonic() - begun
        await reply_json(send, 200, {"data": [result], "duration": seconds, "is_generating": False})

    def _call(self, name: str, arguments: list[Any]) -> Any:
        """What the tool returns; answers are counted."""
        if name != "answer":
            return call(self._tools[name], arguments)
        with self._metrics.answering() as progress:
            progress.outcome = "failed"
            try:
                result = call(self._tools[name], arguments)
            except InputError:
                progress.outcome = "refused"
                raise
            progress.outcome = "answered" if result["answered"] else "abstained"
        return result


async def whole_body(receive: Receive) -> bytes | None:
    """The body of a request; None when the client hangs up before its end."""
    parts: list[bytes] = []
    while (message := await receive())["type"] == "http.request":
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)
    return None


def arguments_in(body: bytes) -> list[Any]:
    """The arguments in a request. Raises NotJson, or InputError for other JSON."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotJson(f"the body is not JSON ({type(error).__name__})") from None
    arguments = given.get("data") if isinstance(given, dict) else None
    if not isinstance(arguments, list):
        raise InputError('the body is no {"data": […]}; put the arguments in that list')
    return arguments


# The first kind that fits says the status.
_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (NotJson, 400),
    (InputError, 422),
    (UnknownDocumentError, 404),
    (CiteChatError, 500),
)


async def _tell(send: Send, error: Exception) -> None:
    if isinstance(error, Full):
        await send_away(send, 503, str(error))
        return
    statuses = [status for kind, status in _STATUS if isinstance(error, kind)]
    if not statuses:
        _log.error("an unforeseen fault", exc_info=error)
    reason = str(error) if statuses else "an unforeseen fault; the server's log has more"
    await refuse(send, [*statuses, 500][0], reason)
