"""How much is done at the same time: so many questions at work, so many waiting, no more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

# Seconds that a program's question waits for its turn.
LONGEST_WAIT = 30.0


class Full(Exception):  # noqa: N818
    """There is no room now; the message says why."""


class Slots:
    """``at_once`` places to work in, ``waiting`` to wait for one."""

    def __init__(self, at_once: int, waiting: int, longest_wait: float = LONGEST_WAIT) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._waiting, self._most_waiting = 0, waiting
        self._longest_wait = longest_wait

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for a place, and hold it. Raises Full when too many wait, or none gets free."""
        await self._take()
        try:
            yield
        finally:
            self._free.release()

    async def _take(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        if self._waiting >= self._most_waiting:
            raise Full("too many questions are waiting; ask again in a little while")
        self._waiting += 1
        try:
            await asyncio.wait_for(self._free.acquire(), self._longest_wait)
        except TimeoutError:
            raise Full(f"no turn came within {self._longest_wait:g} s; ask again later") from None
        finally:
            self._waiting -= 1
