"""A conversation: exchanges of a question and its reply, and how they come about.

The server forgets a conversation as soon as it has replied; all of it comes back from the browser
with the next question (kept_in_browser.py).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Literal

from citechat_ingest import Passage

from ...chat import CiteChat
from ...errors import CiteChatError
from ...language.likeness import most_alike_first
from ...values import Answer, Turn, place_address
from ..labels import LABELS
from ..net.metrics import Outcome
from ..startup.startup import Startup

_OFFERED = 3
# Seconds between two sendings of a text that grows, and between two looks at how far the index is.
_BETWEEN_PIECES = 0.05
_BETWEEN_LOOKS = 0.3

State = Literal["waiting", "writing", "answered", "stopped", "failed"]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Exchange:
    """A question and what came of it: an answer, or in ``text`` what goes on or went wrong.

    ``next`` are questions to go on with; ``near`` are (title, address) of passages to read where
    there is no answer. ``thumb`` is "up" or "down" once a reader has said so; ``seal`` shows that
    the answer was given here, where readers are asked what they think of it.
    """

    question: str
    state: State = "waiting"
    text: str = ""
    answer: Answer | None = None
    next: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    thumb: str = ""
    seal: str = ""


def backends(chat: CiteChat) -> dict[str, CiteChat]:
    """What can write the answers, by name, the default first; of several the reader may choose."""
    first = str(chat.settings.llm or "extractive")
    others = [name for name in chat.settings.llm_choices if name != first]
    return {first: chat, **{name: chat.with_llm(name) for name in others}}


def converse(
    chat: CiteChat,
    question: str,
    before: Sequence[Exchange],
    language: str,
    startup: Startup | None = None,
) -> Iterator[Exchange]:
    """The exchange as it grows: waiting, writing, answered. An error becomes a line that says what
    is wrong; one that nobody foresaw, a line that says how to go on."""
    while startup and not startup.wait(_BETWEEN_LOOKS):
        yield Exchange(question, text=startup.status_line(language))
    yield Exchange(question, text=LABELS[language]["thinking"])
    try:
        yield from _answer(chat, question, before)
    except CiteChatError as error:
        yield Exchange(question, "failed", LABELS[language]["failed"].format(reason=error))
    except Exception:
        # A fault of ours is for the log; the reader goes on.
        _log.exception("a question could not be answered")
        yield Exchange(question, "failed", LABELS[language]["failed_unforeseen"])


def outcome(exchange: Exchange) -> Outcome:
    """How an exchange is counted that ends like this."""
    if exchange.answer:
        return "answered" if exchange.answer.answered else "abstained"
    return "failed" if exchange.state == "failed" else "stopped"


def _answer(chat: CiteChat, question: str, before: Sequence[Exchange]) -> Iterator[Exchange]:
    text, shown_at = "", monotonic()
    for piece in chat.stream(question, history(before)):
        if isinstance(piece, Answer):
            yield _answered(chat, question, piece, before)
            return
        text += piece
        if monotonic() - shown_at > _BETWEEN_PIECES:
            shown_at = monotonic()
            yield Exchange(question, "writing", text)


def _answered(
    chat: CiteChat, question: str, answer: Answer, before: Sequence[Exchange]
) -> Exchange:
    exchange = Exchange(question, "answered", answer=answer)
    if answer.answered:
        asked = [question, *(earlier.question for earlier in before)]
        return replace(exchange, next=related(chat, answer, asked))
    if answer.reason == "no_evidence":
        return replace(exchange, near=_near(chat, question))
    return exchange


def history(before: Sequence[Exchange]) -> list[Turn]:
    """The exchanges that have an answer, as turns for the next question."""
    turns: list[Turn] = []
    for exchange in before:
        if exchange.answer:
            turns.append({"role": "user", "content": exchange.question})
            turns.append({"role": "assistant", "content": exchange.answer.text})
    return turns


def related(chat: CiteChat, answer: Answer, asked: Sequence[str]) -> tuple[str, ...]:
    """Up to three questions that the corpus answers, those first that share most with this answer;
    none of those ``asked`` before."""
    done = {_letters(question) for question in asked}
    known = chat.index.questions[answer.language]
    fresh = [question for question in known if _letters(question) not in done]
    about = f"{answer.question} {answer.text}"
    return tuple(most_alike_first(about, fresh, answer.language)[:_OFFERED])


def _letters(question: str) -> str:
    """A question without case, spaces and punctuation: what tells it from others."""
    return "".join(letter for letter in question.casefold() if letter.isalnum())


def _near(chat: CiteChat, question: str) -> tuple[tuple[str, str], ...]:
    """Where a reader might look for himself: the best passage of each of the nearest documents."""
    best: dict[str, Passage] = {}
    for passage in chat.search(question):
        best.setdefault(passage.document_id, passage)
    nearest = list(best.values())[:_OFFERED]
    return tuple(
        (p.title, place_address(p.document_id, p.language, p.start, p.end)) for p in nearest
    )
