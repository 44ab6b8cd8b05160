"""A response that goes on without an end is closed at the deadline.

A read timeout starts anew with each byte: a server that only sends signs of life would hold a
thread and a connection for each question, long after the reader has had his answer.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Event
from typing import Any

from .model_parts import http_clients_of


@dataclass(frozen=True)
class Limit:
    """When the present question is over: at ``deadline`` of time.monotonic, or when nobody waits
    for it any more."""

    deadline: float
    left: Event

    def is_over(self) -> bool:
        """Whether it is."""
        return self.left.is_set() or time.monotonic() > self.deadline


PRESENT: ContextVar[Limit | None] = ContextVar("citechat_present", default=None)
"""The limit of the question that this thread asks a model; None in all other threads."""


def close_at_the_limit(chat_model: Any) -> None:
    """Have each response that ``chat_model`` reads ended at the limit of the present question."""
    for client in http_clients_of(chat_model):
        hooks = client.event_hooks
        is_async = hasattr(client, "aclose")
        if not is_async and _limit not in hooks.get("response", []):
            client.event_hooks = {**hooks, "response": [*hooks.get("response", []), _limit]}


def _limit(response: Any) -> None:
    """A hook of the client: it is called when the head of a response is there."""
    present = PRESENT.get()
    if present:
        response.stream = _limited(response.stream, present)


def _limited(stream: Any, limit: Limit) -> Any:
    """``stream``, which ends at the limit. It stays of the kind that its library asks for: there
    are several, httpx and its successors, and none is imported here."""
    kinds = [kind for kind in type(stream).__mro__ if kind.__name__ == "SyncByteStream"]

    def pieces(_self: Any) -> Iterator[bytes]:
        for piece in stream:
            if limit.is_over():
                stream.close()
                raise TimeoutError("the time for this question is over")
            yield piece

    methods = {"__iter__": pieces, "close": lambda _self: stream.close()}
    return type("LimitedStream", tuple(kinds[:1]), methods)()
