"""A server that is told to end: SIGTERM and SIGINT (Ctrl-C), whenever they come.

The code is 128 and the signal's number, 143 and 130: what a shell shows for a process that the
signal itself ends, as it does before Python has begun. So it is the same in every moment, and tells
who asked for the end; systemd takes 143 for success with ``SuccessExitStatus=143``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import current_thread, main_thread
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """Listens for both from now on. Until ``wait`` is called there is nothing to finish, and a
    signal ends the process at once; so does a second one.

    ``at_end`` is called before the process ends.
    """

    def __init__(self, at_end: Callable[[], object] = lambda: None) -> None:
        self._at_end = at_end
        self._number = 0
        self._is_waiting = False
        # Its put may come in the middle of its get, as an Event's set may not.
        self._asked: SimpleQueue[int] = SimpleQueue()
        # In another thread Python takes no signals: whoever starts one there ends it, too.
        if current_thread() is main_thread():
            for number in _SIGNALS:
                signal.signal(number, self._on_signal)

    def wait(self) -> None:
        """Until a signal comes."""
        self._is_waiting = True
        self._asked.get()

    def leave(self) -> None:
        """End the process.

        Not by way of Python's own end: threads of models and databases may be at work in native
        code, and tearing the interpreter down under them aborts the process.
        """
        with suppress(Exception):
            self._at_end()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(128 + self._number if self._number else 0)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._number or not self._is_waiting:
            self._number = self._number or number
            self.leave()
        self._number = number
        self._asked.put(number)
