"""What the browser keeps of a conversation, and what is believed of it when it comes back.

It comes from outside: anybody may write anything into it. So every field must be of its type and of
a bounded length, and an answer that is to be recorded bears a seal that only this server can make.
"""

from __future__ import annotations

import hmac
import json
import logging
import os
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from citechat_ingest import LANGUAGES

from ...errors import CiteChatError
from ...values import Answer
from .conversation import Exchange

# Most exchanges that a browser keeps; its storage is small.
_MOST_EXCHANGES = 40
# The longest question that a setting allows; no answer is longer.
_LONGEST_TEXT = 100_000
_LASTING = ("answered", "stopped", "failed")
_THUMBS = ("", "up", "down")
_KEY_FILE = ".seal-key"
_log = logging.getLogger(__name__)


def for_browser(exchanges: Sequence[Exchange]) -> list[dict[str, Any]]:
    """The newest exchanges as plain values; ``from_browser`` reads them back."""
    return [_plain(exchange) for exchange in exchanges[-_MOST_EXCHANGES:]]


def _plain(exchange: Exchange) -> dict[str, Any]:
    answer = exchange.answer.to_dict() if exchange.answer else None
    return {**asdict(exchange), "answer": answer}


def from_browser(kept: Any) -> tuple[Exchange, ...]:
    """What ``for_browser`` wrote. Anything else, from an older page perhaps, is an empty
    conversation."""
    if not isinstance(kept, list | tuple):
        return ()
    try:
        exchanges = _adapter().validate_python(kept[-_MOST_EXCHANGES:])
        for exchange in exchanges:
            _check(exchange)
    except ValueError:  # pydantic's own error is one, too
        return ()
    return exchanges


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[tuple[Exchange, ...]]:
    return TypeAdapter(tuple[Exchange, ...])


def _check(exchange: Exchange) -> None:
    """Raises ValueError for what no page wrote, whatever its types."""
    answer = exchange.answer
    if exchange.state not in _LASTING or exchange.thumb not in _THUMBS:
        raise ValueError(f"an exchange is never kept as {exchange.state!r}, {exchange.thumb!r}")
    if (exchange.state == "answered") != bool(answer):
        raise ValueError(f"an exchange that is {exchange.state!r} has an answer, or has none")
    if any(len(text) > _LONGEST_TEXT for text in _texts(asdict(exchange))):
        raise ValueError(f"a text is longer than {_LONGEST_TEXT} characters")
    if answer:
        _check_answer(answer)


def _check_answer(answer: Answer) -> None:
    spoken = {answer.language, *(citation.language for citation in answer.citations)}
    if not spoken <= set(LANGUAGES):
        raise ValueError(f"there are no answers in {sorted(spoken)}")
    for mark in answer.marks:
        if answer.text[mark.start : mark.end] != f"[{mark.number}]":
            raise ValueError(f"no mark stands at {mark.start}")
    if not all(isfinite(row.amount) for row in answer.figures):
        raise ValueError("an amount is no number")


def _texts(value: Any) -> Iterator[str]:
    """Every text in plain values, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


# The seal


def sealed(exchange: Exchange, folder: Path | None) -> Exchange:
    """The exchange with its seal, where feedback is kept in ``folder``; without one where no key
    can be kept there."""
    if folder is None or exchange.answer is None:
        return exchange
    try:
        return replace(exchange, seal=_seal(exchange, folder))
    except CiteChatError as error:
        _log.warning("%s", error)
        return exchange


def is_sealed(exchange: Exchange, folder: Path) -> bool:
    """Whether the answer is one that was given here. Raises CiteChatError where no key can be
    kept."""
    return hmac.compare_digest(exchange.seal.encode(), _seal(exchange, folder).encode())


def _seal(exchange: Exchange, folder: Path) -> str:
    """What only the holder of the key can compute of a question and its answer."""
    bare = _plain(replace(exchange, seal="", thumb=""))
    return hmac.new(_key(folder), json.dumps(bare, sort_keys=True).encode(), "sha256").hexdigest()


def _key(folder: Path) -> bytes:
    """The key of the folder, shared by all who serve it; made on first use. Raises
    CiteChatError."""
    path = folder / _KEY_FILE
    try:
        with suppress(FileNotFoundError):
            return path.read_bytes()
        folder.mkdir(parents=True, exist_ok=True)
        # Written aside and linked into place: of several workers one wins, and none reads half.
        descriptor, aside = tempfile.mkstemp(dir=folder)
        try:
            os.write(descriptor, secrets.token_bytes(32))
            with suppress(FileExistsError):
                os.link(aside, path)
        finally:
            os.close(descriptor)
            Path(aside).unlink()
        return path.read_bytes()
    except OSError as error:
        reason = f"{folder}: feedback cannot be written ({error.strerror})"
        raise CiteChatError(f"{reason}; make the folder writable") from error
