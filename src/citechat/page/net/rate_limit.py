"""No reader may send more requests than his share: beyond it 429, with the seconds to wait."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic

from .asgi import READER, App, Message, Receive, Send, send_away
from .routes import FILES

_MINUTE = 60.0
# Readers that are remembered; of more, those are forgotten that have been quiet longest.
_READERS = 10_000


class RateLimit:
    """ASGI middleware: each reader has a bucket of ``per_minute`` requests, which fills again
    steadily. The page's own files are free; 0 lets everything pass."""

    def __init__(self, app: App, per_minute: int) -> None:
        self._app = app
        self._per_minute = per_minute
        # Reader → (what is left in the bucket, when that was so)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        is_free = not self._per_minute or FILES.fullmatch(scope["path"])
        wait = 0.0 if is_free else self.take(scope[READER], monotonic())
        if wait:
            reason = f"more than {self._per_minute} requests in a minute; wait a little"
            await send_away(send, 429, reason, wait)
            return
        await self._app(scope, receive, send)

    def take(self, reader: str, now: float) -> float:
        """Take one request out of a reader's bucket; the seconds until there is one, if none is."""
        left, before = self._buckets.pop(reader, (float(self._per_minute), now))
        rate = self._per_minute / _MINUTE
        left = min(float(self._per_minute), left + (now - before) * rate)
        wait = 0.0 if left >= 1 else (1 - left) / rate
        self._buckets[reader] = (left if wait else left - 1, now)
        if len(self._buckets) > _READERS:
            self._buckets.popitem(last=False)
        return wait
