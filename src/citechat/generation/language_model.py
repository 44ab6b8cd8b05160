"""Any chat model of LangChain, asked for text within a deadline.

Whatever goes wrong comes out as a ModelFailure with a short code; a model that hangs is left behind
in its own thread.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from ..errors import CiteChatError
from .http_deadline import PRESENT, Limit, close_at_the_limit
from .model_parts import secrets_of
from .provider_errors import ModelFailure, failure_of

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

Message = tuple[str, str]
"""(role, text), the role being "system" or "human": what every chat model takes."""

# Where the providers' packages put why a text ended, and what they call an end that came too soon.
_ENDINGS = ("finish_reason", "stop_reason", "done_reason", "status")
_CUT_SHORT = frozenset({"length", "max_tokens", "incomplete", "MAX_TOKENS"})
# Characters. An answer is asked for in one to four sentences; a model that writes twenty times as
# much has lost its way, and is not waited for.
_LONGEST_TEXT = 12_000
# So often a provider that asks for patience is asked again.
_RETRIES = 3
# A server that keeps a connection open and says nothing holds a thread beyond the deadline. So many
# may wait for one server; while they do, it is not asked.
_MOST_LEFT_BEHIND = 8


class LanguageModel:
    """A chat model and its name, "provider:model". Safe to share between threads.

    The chat model is made on first use, by ``make``. ``reports_ending`` says that its provider
    always tells why a text ended, so that one which ends without a word was broken off.
    ``address`` is the one that was set for it, for whoever must find out why nobody answers there.
    """

    def __init__(
        self,
        name: str,
        make: Callable[[], Runnable[Any, Any]],
        *,
        reports_ending: bool = False,
        address: str = "",
    ) -> None:
        self.name = name
        self.address = address
        self._make = make
        self._reports_ending = reports_ending
        self._lock = Lock()
        self._chat_model: Runnable[Any, Any] | None = None
        self._secrets: frozenset[str] = frozenset()
        self._left_behind = _LeftBehind()

    def load(self) -> Runnable[Any, Any]:
        """The chat model itself, or the chain it writes in.

        Raises ModelFailure, SettingsError, MissingExtraError.
        """
        with self._lock:
            if self._chat_model is None:
                chat_model = self._make()
                close_at_the_limit(chat_model)
                self._secrets = secrets_of(chat_model)
                self._chat_model = chat_model
            return self._chat_model

    def complete(self, messages: Sequence[Message], deadline: float) -> str:
        """The whole reply. Raises ModelFailure."""
        return "".join(self.stream(messages, deadline)).strip()

    def stream(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        """The reply piece by piece, all before ``deadline`` (of ``time.monotonic``).

        A provider that asks for patience gets it as long as the deadline allows. Raises
        ModelFailure.
        """
        for attempt in range(_RETRIES + 1):
            pieces = without_thoughts(self._pieces(messages, deadline))
            try:
                yield from _no_longer_than(_LONGEST_TEXT, pieces)
            except ModelFailure as failure:
                if failure.wait is None or attempt == _RETRIES:
                    raise
                if time.monotonic() + failure.wait >= deadline:
                    raise
                time.sleep(failure.wait)
            else:
                return

    def _pieces(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        """The text of each chunk; a text that did not end by itself is a failure."""
        ending = ""
        chunks = _in_a_thread(
            lambda: self.load().stream(list(messages)),
            deadline,
            lambda: self._secrets,
            self._left_behind,
        )
        for chunk in chunks:
            ending = _ending(getattr(chunk, "response_metadata", {})) or ending
            text = _text_of(chunk)
            if text:
                yield text
        if ending in _CUT_SHORT:
            raise ModelFailure("model_cut_off", f"the text ended with {ending!r}")
        if self._reports_ending and not ending:
            raise ModelFailure("model_cut_off", "the connection broke off")


def _text_of(chunk: object) -> str:
    """The text of a piece of a chat model's message, or of what a parser behind it makes of one.

    Raises ModelFailure for what is no text.
    """
    text = chunk if isinstance(chunk, str) else getattr(chunk, "text", None)
    if not isinstance(text, str):
        raise ModelFailure("model_garbage", f"a {type(chunk).__name__} instead of text")
    return str(text)


def _ending(metadata: Mapping[str, Any]) -> str:
    """Why the text ended, as a chunk tells it; empty as long as it goes on."""
    reasons = [metadata.get(key) for key in _ENDINGS]
    return next((str(reason) for reason in reasons if reason), "")


def _no_longer_than(limit: int, pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > limit:
            raise ModelFailure("model_garbage", f"more than {limit} characters")
        yield piece


# Within the deadline

_DONE = object()


class _LeftBehind:
    """The threads that still wait for a server when nobody waits for them any more."""

    def __init__(self) -> None:
        self._threads: set[Thread] = set()
        self._lock = Lock()

    def add(self, thread: Thread) -> None:
        with self._lock:
            self._threads.add(thread)

    def refuse_too_many(self) -> None:
        """Raises ModelFailure."""
        with self._lock:
            self._threads = {thread for thread in self._threads if thread.is_alive()}
            waiting = len(self._threads)
        if waiting >= _MOST_LEFT_BEHIND:
            detail = f"{waiting} earlier requests have not ended yet"
            raise ModelFailure("model_unreachable", detail)


def _in_a_thread(
    start: Callable[[], Iterator[Any]],
    deadline: float,
    secrets: Callable[[], Iterable[str]],
    left_behind: _LeftBehind,
) -> Iterator[Any]:
    """The items of ``start()``, made in a daemon thread: nothing waits beyond the deadline.

    ``secrets()`` are kept out of what is told of its exceptions.
    """
    left_behind.refuse_too_many()
    items: SimpleQueue[Any] = SimpleQueue()
    stop = Event()

    def work() -> None:
        PRESENT.set(Limit(deadline, stop))
        try:
            for item in start():
                items.put(item)
                if stop.is_set():
                    break
            items.put(_DONE)
        except BaseException as error:
            items.put(error)

    # In the caller's context, where LangChain keeps its callbacks.
    run = copy_context().run
    thread = Thread(target=run, args=(work,), daemon=True, name="citechat-language-model")
    thread.start()
    has_begun, has_ended = False, False
    try:
        while (item := _next(items, deadline)) is not _DONE:
            has_ended = isinstance(item, BaseException)
            if isinstance(item, CiteChatError):
                raise item
            if isinstance(item, BaseException):
                broken = "model_cut_off" if has_begun else "model_unreachable"
                raise failure_of(item, broken, secrets()) from None
            has_begun = True
            yield item
        has_ended = True
    finally:
        stop.set()
        if not has_ended:
            left_behind.add(thread)


def _next(items: SimpleQueue[Any], deadline: float) -> Any:
    try:
        return items.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise ModelFailure("model_timeout", "no answer within the deadline") from None


# Thoughts

_THOUGHTS = re.compile(r"\s*<(think|thinking|thought|reasoning)>")
# After so many characters it is certain whether a text opens with thoughts: twice the longest tag.
_LONGEST_OPENING = 24


def without_thoughts(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces without the ``<think>…</think>`` with which some models begin.

    A text that opens nothing passes at once.
    """
    opening = ""
    for piece in pieces:
        opening += piece
        thoughts = _THOUGHTS.match(opening)
        if thoughts:
            yield from _after(f"</{thoughts.group(1)}>", opening[thoughts.end() :], pieces)
            return
        may_open = opening.lstrip()[:1] in ("", "<") and len(opening) < _LONGEST_OPENING
        if not may_open:
            yield opening
            yield from pieces
            return
    if opening:
        yield opening


def _after(closing: str, text: str, pieces: Iterator[str]) -> Iterator[str]:
    """What comes after ``closing`` in ``text`` and the pieces that follow it."""
    while closing not in text:
        piece = next(pieces, None)
        if piece is None:
            return
        # Of what has been read, only a closing tag that has begun is still of interest.
        text = text[-len(closing) :] + piece
    yield text.partition(closing)[2]
    yield from pieces
