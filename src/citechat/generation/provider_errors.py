"""Any provider's exception → ModelFailure: a short code, one line without secrets, a wait.

Exceptions are told apart by their HTTP status and by the names of their classes, since each
provider brings its own HTTP library, and none of them is imported here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from ..errors import ModelError
from ..scrubbing import scrubbed
from ..settings import secrets as environment_secrets


class ModelFailure(ModelError):  # noqa: N818
    """A model did not answer. It does not reach callers: quotes stand in for the answer.

    ``code`` is "model_timeout", "model_unreachable", "model_rate_limited", "model_error",
    "model_key_refused", "model_context_too_long", "model_cut_off", "model_empty", "model_garbage",
    "model_wrong_language" or "model_unsupported"; ``wait`` the seconds after which the provider
    would be asked again, None where that is of no use.
    """

    def __init__(self, code: str, detail: str = "", wait: float | None = None) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.wait = wait


# Seconds, for a provider that asks for patience without saying how much.
_WAIT = 1.0
_TOO_LONG = re.compile(
    r"context|too (?:long|large|many tokens)|maximum.{0,40}tokens|token.{0,20}(?:limit|exceed)",
    re.I,
)
_NO_KEY = re.compile(r"api[_ ]?key|authentication", re.I)
_NETWORK = frozenset(
    {
        "ConnectionError",
        "APIConnectionError",
        "ModelConnectionError",
        "TransportError",
        "NetworkError",
        "ProtocolError",
        "OSError",
    }
)


def failure_of(
    error: BaseException, broken: str = "model_unreachable", secrets: Iterable[str] = ()
) -> ModelFailure:
    """What an exception of any provider means.

    ``broken`` is the code for a connection that broke: before the first word or in the middle.
    ``secrets`` are those that the model itself holds; the environment's are known.
    """
    hidden = {*environment_secrets(), *secrets}
    detail = _one_line(f"{type(error).__name__}: {error}", hidden)
    status = _status(error)
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if _is_too_long(str(error), status, kinds):
        return ModelFailure("model_context_too_long", detail)
    # LangChain's own word for a stream without any text
    if "No generation chunk" in str(error):
        return ModelFailure("model_empty", detail)
    wait = _retry_after(error)
    # 529 is Anthropic's "overloaded"; an overload without a wait is an error like any other.
    if status == 429 or (status in (503, 529) and wait is not None):
        return ModelFailure("model_rate_limited", detail, _WAIT if wait is None else wait)
    if _is_key_refused(str(error), status):
        return ModelFailure("model_key_refused", detail)
    if status in (408, 504) or any("Timeout" in kind for kind in kinds):
        return ModelFailure("model_timeout", detail)
    if status is None and kinds & _NETWORK:
        return ModelFailure(broken, detail)
    return ModelFailure("model_error", detail)


def _is_too_long(message: str, status: int | None, kinds: set[str]) -> bool:
    if "ContextOverflowError" in kinds:
        return True
    return status in (400, 413, 500) and bool(_TOO_LONG.search(message))


def _is_key_refused(message: str, status: int | None) -> bool:
    """Also before anything is sent: a package that finds no key raises an error of its own."""
    if status is None:
        return bool(_NO_KEY.search(message))
    return status in (401, 403)


def _status(error: BaseException) -> int | None:
    """The HTTP status that an error carries, wherever its library puts it."""
    response = getattr(error, "response", None)
    places = (
        getattr(error, "status_code", None),
        getattr(response, "status_code", None),
        getattr(error, "code", None),
    )
    for value in places:
        if isinstance(value, int) and 100 <= value < 600:
            return value
    return None


def _retry_after(error: BaseException) -> float | None:
    """The seconds that a provider asks to wait: in retry-after-ms or Retry-After."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        milliseconds = headers.get("retry-after-ms")
        if milliseconds:
            return max(0.0, float(milliseconds) / 1000)
        return _seconds(str(headers.get("retry-after") or "").strip())
    except (ValueError, TypeError):
        return None


def _seconds(retry_after: str) -> float | None:
    """A Retry-After in seconds or as a date. Raises ValueError for what is neither."""
    if not retry_after:
        return None
    if retry_after.isdigit():
        return float(retry_after)
    return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())


# Characters of an error that are worth telling.
_LONGEST_DETAIL = 300


def _one_line(text: str, secrets: Iterable[str]) -> str:
    """``text`` on one line, without keys. What may be shown of it is cut before it is searched."""
    shown = text[: _LONGEST_DETAIL * 4]
    return " ".join(scrubbed(shown, secrets).split())[:_LONGEST_DETAIL]
