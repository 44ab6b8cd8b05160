"""What a chat model object holds within: its secrets, and the clients that it talks HTTP with.

Each provider's package keeps them elsewhere, some below a fallback or a bound argument; so all that
an object has is looked through, some steps deep.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

from ..settings import password_of

_DEEP = 5
_MOST_PARTS = 2_000
_LEAVES = (str, bytes, int, float, type, ModuleType, FunctionType)
# Made on first use by some packages, and kept under this name.
_CLIENT = "_client"
_SECRET_NAME = re.compile(r"(?i)key|token|secret|password|authorization")
_SHORTEST_SECRET = 6


def secrets_of(model: Any) -> frozenset[str]:
    """Keys, tokens and passwords that ``model`` holds."""
    return frozenset(secret for name, value in _parts(model) for secret in _secrets(name, value))


def http_clients_of(model: Any) -> list[Any]:
    """Its clients of httpx and of what has come after it, which all providers' packages use."""
    clients = {
        id(part): part
        for _, part in _parts(model)
        if hasattr(part, "event_hooks") and hasattr(part, "build_request")
    }
    return list(clients.values())


def _secrets(name: str, value: Any) -> Iterator[str]:
    if hasattr(value, "get_secret_value"):
        value, name = value.get_secret_value(), "key"
    if not isinstance(value, str):
        return
    secret = value.removeprefix("Bearer ") if _SECRET_NAME.search(name) else password_of(value)
    if len(secret) >= _SHORTEST_SECRET:
        yield secret


def _parts(model: Any) -> Iterator[tuple[str, Any]]:
    """(name, value) of everything within, the model first, then what lies next to it."""
    waiting = deque([("model", model, 0)])
    seen: set[int] = set()
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        name, value, depth = waiting.popleft()
        yield name, value
        if depth == _DEEP or isinstance(value, _LEAVES) or id(value) in seen:
            continue
        seen.add(id(value))
        waiting.extend((inner_name, inner, depth + 1) for inner_name, inner in _held(value))


def _held(value: Any) -> Iterator[tuple[str, Any]]:
    """What a mapping, a sequence or an object holds, by name."""
    if isinstance(value, Mapping):
        yield from ((str(name), inner) for name, inner in value.items())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (("", inner) for inner in value)
    else:
        yield from _attributes(value).items()


def _attributes(value: Any) -> dict[str, Any]:
    """The attributes of an object, those that pydantic hides too."""
    attributes = dict(getattr(value, "__dict__", {}))
    attributes.update(getattr(value, "__pydantic_private__", None) or {})
    if attributes and _CLIENT not in attributes and hasattr(type(value), _CLIENT):
        attributes[_CLIENT] = _client(value)
    return attributes


def _client(value: Any) -> Any:
    try:
        return getattr(value, _CLIENT)
    except Exception:  # without a key, for example: the first question will say so
        return None
