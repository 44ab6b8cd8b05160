"""What readers say about answers: JSON lines in a folder that the operator names."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from ...errors import CiteChatError
from ...values import Answer

_LONGEST_COMMENT = 2000
_writing = Lock()


def record(folder: Path, answer: Answer, thumb: str, comment: str = "") -> None:
    """Append one line to ``folder/feedback.jsonl``. Raises CiteChatError when it cannot be written."""
    said = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "thumb": "up" if thumb == "up" else "down",
        "comment": comment.strip()[:_LONGEST_COMMENT],
        **{
            name: getattr(answer, name)
            for name in ("question", "language", "answered", "reason", "backend", "text")
        },
        "citations": [citation.address for citation in answer.citations],
    }
    try:
        with _writing:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / "feedback.jsonl").open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(said, ensure_ascii=False) + "\n")
    except OSError as error:
        raise CiteChatError(
            f"{folder}: feedback cannot be written ({error.strerror}); make the folder writable"
        ) from error
