"""From the page being there to its being able to answer: index opened or built, models loaded."""

from __future__ import annotations

from threading import Event, Thread

from ...chat import CiteChat
from ...errors import CiteChatError
from ...index.building import Progress
from ..labels import LABELS


class Startup:
    """Opens the index and loads the model in a thread of its own. Questions wait for it; the page
    does not.

    Hand ``count`` to CiteChat as its ``progress``; ``also`` gets the same counts.
    """

    def __init__(self, also: Progress | None = None) -> None:
        self.failure: CiteChatError | None = None
        self._also = also
        self._stage = "opening"
        self._counts = (0, 0)
        self._over = Event()

    def start(self, chat: CiteChat) -> None:
        """Begin; a failure is kept, not raised."""
        Thread(target=self._run, args=(chat,), daemon=True).start()

    def count(self, done: int, total: int) -> None:
        """The index is being built: ``done`` of ``total`` passages."""
        self._stage, self._counts = "building", (done, total)
        if self._also:
            self._also(done, total)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait at most ``seconds`` until all is ready or has failed; False while it goes on."""
        return self._over.wait(seconds)

    def status_line(self, language: str) -> str:
        """How far it is, or what went wrong; empty once all is ready."""
        labels = LABELS[language]
        if self.failure:
            return labels["broken"].format(reason=self.failure)
        if self._over.is_set():
            return ""
        done, total = self._counts
        return labels[self._stage].format(done=done, total=total)

    def _run(self, chat: CiteChat) -> None:
        try:
            chat.index  # noqa: B018  # opens or builds it, before the model is loaded
            self._stage = "loading"
            chat.warm_up()
        except CiteChatError as error:
            self.failure = error
        finally:
            self._over.set()
