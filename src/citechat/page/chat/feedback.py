"""What readers say about answers: JSON lines in a folder that the operator names.

The answer comes back from the reader's browser, so only one that bears this server's seal is
recorded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from ...errors import CiteChatError
from ...values import Answer
from .conversation import Exchange
from .kept_in_browser import is_sealed

_LONGEST_COMMENT = 2000
_writing = Lock()


def note_opinion(folder: Path, exchanges: Sequence[Exchange], opinion: str) -> tuple[Exchange, ...]:
    """Record what page.js sent of a reader's opinion; the exchanges, with the thumb on that one.

    ``opinion`` is JSON with turn, thumb and perhaps comment. One about no answer, or about one that
    was not given here, changes nothing. Raises CiteChatError as ``record`` does.
    """
    try:
        said = json.loads(opinion)
        turn, thumb, comment = int(said["turn"]), said["thumb"], str(said.get("comment", ""))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return tuple(exchanges)
    answer = exchanges[turn].answer if 0 <= turn < len(exchanges) else None
    if answer is None or thumb not in ("up", "down") or not is_sealed(exchanges[turn], folder):
        return tuple(exchanges)
    record(folder, answer, thumb, comment)
    noted = replace(exchanges[turn], thumb=thumb)
    return (*exchanges[:turn], noted, *exchanges[turn + 1 :])


def record(folder: Path, answer: Answer, thumb: str, comment: str = "") -> None:
    """Append one line to ``folder/feedback.jsonl``. Raises CiteChatError when that fails."""
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "thumb": thumb,
        "comment": comment.strip()[:_LONGEST_COMMENT],
        "question": answer.question,
        "language": answer.language,
        "answered": answer.answered,
        "reason": answer.reason,
        "backend": answer.backend,
        "text": answer.text,
        "citations": [citation.address for citation in answer.citations],
    }
    try:
        with _writing:
            folder.mkdir(parents=True, exist_ok=True)
            # A lone half of a character cannot be written as it is.
            with (folder / "feedback.jsonl").open("a", encoding="utf-8", errors="replace") as lines:
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        reason = f"{folder}: feedback cannot be written ({error.strerror})"
        raise CiteChatError(f"{reason}; make the folder writable") from error
