"""Counts and times in the text that Prometheus reads; nothing of what was asked, or by whom.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Literal

# Seconds: upper bounds of the classes that times are counted in.
_BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)

Outcome = Literal["answered", "abstained", "failed", "stopped", "refused"]


@dataclass
class Times:
    """How many things took how long."""

    classes: list[int] = field(default_factory=lambda: [0] * (len(_BOUNDS) + 1))
    seconds: float = 0.0

    def note(self, seconds: float) -> None:
        """Count one more."""
        self.classes[bisect_left(_BOUNDS, seconds)] += 1
        self.seconds += seconds

    def lines(self, name: str) -> Iterator[str]:
        """A histogram; each class counts all that took no longer."""
        count = 0
        for bound, counted in zip((*_BOUNDS, "+Inf"), self.classes, strict=True):
            count += counted
            yield f'{name}_bucket{{le="{bound}"}} {count}'
        yield f"{name}_sum {self.seconds:.6f}"
        yield f"{name}_count {count}"


@dataclass
class AnswerInProgress:
    """An answer that is being written; whoever writes it says how it ended."""

    outcome: Outcome = "stopped"


class Metrics:
    """What has been counted since the start. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._answers: Counter[Outcome] = Counter()
        self._request_times, self._answer_times = Times(), Times()
        self.answers_in_progress = 0

    def count_request(self, route: str, status: int, seconds: float) -> None:
        """A request has been replied to; ``route`` is one of a few names."""
        with self._lock:
            self._requests[route, status] += 1
            self._request_times.note(seconds)

    @contextmanager
    def answering(self) -> Iterator[AnswerInProgress]:
        """While an answer is being written."""
        progress, begun = AnswerInProgress(), monotonic()
        with self._lock:
            self.answers_in_progress += 1
        try:
            yield progress
        finally:
            with self._lock:
                self.answers_in_progress -= 1
                self._answers[progress.outcome] += 1
                self._answer_times.note(monotonic() - begun)

    def text(self) -> str:
        """All of it."""
        with self._lock:
            return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "# TYPE citechat_requests_total counter"
        for (route, status), count in sorted(self._requests.items()):
            yield f'citechat_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# TYPE citechat_request_seconds histogram"
        yield from self._request_times.lines("citechat_request_seconds")
        yield "# TYPE citechat_answers_total counter"
        for outcome, count in sorted(self._answers.items()):
            yield f'citechat_answers_total{{outcome="{outcome}"}} {count}'
        yield "# TYPE citechat_answer_seconds histogram"
        yield from self._answer_times.lines("citechat_answer_seconds")
        yield "# TYPE citechat_answers_in_progress gauge"
        yield f"citechat_answers_in_progress {self.answers_in_progress}"
