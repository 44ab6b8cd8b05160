"""What goes on behind the page until it can answer: opening or building the index, loading the model."""

from __future__ import annotations

from threading import Event, Thread

from ...chat import CiteChat
from ...errors import CiteChatError
from ...index.building import Progress
from ..words import WORDS


class Warming:
    """Opens the index and loads the model in a thread of its own. Questions wait for it; the page does not.

    Hand ``count`` to CiteChat as its ``progress``; ``also`` hears the same counts.
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
        """The index is being built and has come this far."""
        self._stage, self._counts = "building", (done, total)
        if self._also:
            self._also(done, total)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all is ready, or has failed, at most ``seconds``; False when it still goes on."""
        return self._over.wait(seconds)

    def line(self, language: str) -> str:
        """What a reader should know: how far it is, what went wrong, or nothing once all is ready."""
        words = WORDS[language]
        if self.failure:
            return words["broken"].format(reason=self.failure)
        done, total = self._counts
        return "" if self._over.is_set() else words[self._stage].format(done=done, total=total)

    def _run(self, chat: CiteChat) -> None:
        try:
            chat.index  # noqa: B018  # opens or builds it, before the model is loaded
            self._stage = "loading"
            chat.warm_up()
            # The first look-up compiles the pattern of all names, which takes seconds.
            chat.index.glossary.found_in("")
        except CiteChatError as error:
            self.failure = error
        finally:
            self._over.set()
