"""What a server writes about itself on standard error, without keys: plain lines, or JSON.

A JSON line has time, level, logger, message, the facts of a request, and the traceback of a fault.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from .scrubbing import scrubbed
from .settings import Settings, password_of, secrets


def write_logs(settings: Settings) -> None:
    """Send what all libraries log to standard error, as ``log_format`` says."""
    hidden = {*secrets(), password_of(settings.llm_base_url), password_of(settings.chroma_url)}
    is_json = settings.log_format == "json"
    handler = _StandardError()
    handler.setFormatter(_Json(hidden) if is_json else _Plain(hidden))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("citechat.requests").setLevel(logging.INFO if is_json else logging.WARNING)


class _StandardError(logging.StreamHandler[Any]):
    """Standard error as it is when something is written: it may have been put elsewhere meanwhile."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


class _Plain(logging.Formatter):
    def __init__(self, hidden: Iterable[str]) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._hidden = frozenset(hidden)

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record), self._hidden)


class _Json(logging.Formatter):
    def __init__(self, hidden: Iterable[str]) -> None:
        super().__init__()
        self._hidden = frozenset(hidden)

    def format(self, record: logging.LogRecord) -> str:
        facts: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": scrubbed(record.getMessage(), self._hidden),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            facts["traceback"] = scrubbed(self.formatException(record.exc_info), self._hidden)
        return json.dumps(facts, ensure_ascii=False)
