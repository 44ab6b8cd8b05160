"""A conversation: exchanges of a question and its reply, how they come about, and how the browser keeps them.

The server forgets a conversation as soon as it has replied; all of it comes back from the browser with the next question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from time import monotonic
from typing import Any, Literal

from ...chat import CiteChat
from ...errors import CiteChatError
from ...language import terms
from ...values import Answer, AnswerSentence, Checks, Citation, FigureRow, Turn, place_address
from ..startup.warming import Warming
from ..words import WORDS

_KEPT = 40
"""Most exchanges that a browser keeps; its storage is small."""
_OFFERED = 3
_BLINK = 0.05
"""Seconds between two sendings of a text that grows."""
_LOOK = 0.3
"""Seconds between two looks at how far the index is."""

State = Literal["waiting", "writing", "answered", "stopped", "failed"]


@dataclass(frozen=True)
class Exchange:
    """A question and what came of it: an answer, or a line (``text``) that says what is going on or went wrong.

    ``next`` are questions to go on with; ``near`` are (title, address) of passages to read where there is no answer.
    """

    question: str
    state: State = "waiting"
    text: str = ""
    answer: Answer | None = None
    next: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    thumb: str = ""


def backends(chat: CiteChat) -> dict[str, CiteChat]:
    """What can write the answers, by name, the default first. More than one lets the reader choose."""
    first = str(chat.settings.llm or "extractive")
    return {
        first: chat,
        **{name: chat.with_llm(name) for name in chat.settings.llm_choices if name != first},
    }


def converse(
    chat: CiteChat,
    question: str,
    before: Sequence[Exchange],
    language: str,
    warming: Warming | None = None,
) -> Iterator[Exchange]:
    """The exchange as it grows: waiting, writing, answered. An error becomes a line that says what is wrong."""
    while warming and not warming.wait(_LOOK):
        yield Exchange(question, text=warming.line(language))
    yield Exchange(question, text=WORDS[language]["thinking"])
    try:
        yield from _answering(chat, question, before)
    except CiteChatError as error:
        yield Exchange(question, "failed", WORDS[language]["failed"].format(reason=error))


def _answering(chat: CiteChat, question: str, before: Sequence[Exchange]) -> Iterator[Exchange]:
    text, shown = "", monotonic()
    for piece in chat.stream(question, history(before)):
        if isinstance(piece, Answer):
            yield _finished(chat, question, piece, before)
        else:
            text += piece
            if monotonic() - shown > _BLINK:
                shown = monotonic()
                yield Exchange(question, "writing", text)


def _finished(
    chat: CiteChat, question: str, answer: Answer, before: Sequence[Exchange]
) -> Exchange:
    done = Exchange(question, "answered", answer=answer)
    if answer.answered:
        return replace(done, next=related(chat, answer, [question, *(e.question for e in before)]))
    return replace(done, near=_near(chat, question)) if answer.reason == "no_evidence" else done


def history(before: Sequence[Exchange]) -> list[Turn]:
    """The exchanges that have an answer, as turns for the next question."""
    told: list[Turn] = []
    for exchange in before:
        if exchange.answer:
            told.append({"role": "user", "content": exchange.question})
            told.append({"role": "assistant", "content": exchange.answer.text})
    return told


def related(chat: CiteChat, answer: Answer, asked: Sequence[str]) -> tuple[str, ...]:
    """Up to three questions that the corpus answers, those first that share most with this answer; none asked before."""
    about = _terms(f"{answer.question} {answer.text}", answer.language)
    done = {_plain(question) for question in asked}
    known = [q for q in chat.index.questions[answer.language] if _plain(q) not in done]
    return tuple(sorted(known, key=lambda q: -len(about & _terms(q, answer.language)))[:_OFFERED])


def _plain(question: str) -> str:
    return "".join(c for c in question.casefold() if c.isalnum())


def _terms(text: str, language: str) -> set[str]:
    return {*terms.words(text, language), *terms.grams(text, language)}


def _near(chat: CiteChat, question: str) -> tuple[tuple[str, str], ...]:
    """Where a reader might look for himself: the best passage of each of the nearest documents."""
    best = {p.document_id: p for p in reversed(chat.search(question))}
    found = [
        (p.title, place_address(p.document_id, p.language, p.start, p.end)) for p in best.values()
    ]
    return tuple(found[::-1][:_OFFERED])


def for_browser(exchanges: Sequence[Exchange]) -> list[dict[str, Any]]:
    """The exchanges as plain values; ``from_browser`` reads them back."""
    return [
        {**asdict(e), "answer": e.answer.to_dict() if e.answer else None}
        for e in exchanges[-_KEPT:]
    ]


def from_browser(kept: Any) -> tuple[Exchange, ...]:
    """What ``for_browser`` wrote. Anything else, from an older page perhaps, is an empty conversation."""
    try:
        return tuple(_exchange(entry) for entry in kept or ())
    except (KeyError, TypeError, ValueError, AttributeError):
        return ()


def _exchange(kept: Mapping[str, Any]) -> Exchange:
    answer = _answer(kept["answer"]) if kept["answer"] else None
    near = tuple((str(title), str(address)) for title, address in kept["near"])
    plain = {name: str(kept[name]) for name in ("question", "text", "thumb")}
    if kept["state"] not in ("answered", "stopped", "failed") or (
        kept["state"] == "answered"
    ) != bool(answer):
        raise ValueError(kept["state"])
    return Exchange(
        **plain, state=kept["state"], answer=answer, near=near, next=tuple(map(str, kept["next"]))
    )


def _answer(kept: Mapping[str, Any]) -> Answer:
    return Answer(
        text=str(kept["text"]),
        answered=bool(kept["answered"]),
        language=str(kept["language"]),
        reason=str(kept["reason"]),
        backend=str(kept["backend"]),
        question=str(kept["question"]),
        notice=str(kept["notice"]),
        suggestions=tuple(map(str, kept["suggestions"])),
        citations=tuple(Citation(**_known(Citation, c)) for c in kept["citations"]),
        sentences=tuple(AnswerSentence(**_known(AnswerSentence, s)) for s in kept["sentences"]),
        checks=Checks(**{name: int(count) for name, count in kept["checks"].items()}),
        figures=tuple(FigureRow(**_known(FigureRow, row)) for row in kept["figures"]),
    )


def _known(
    kind: type[Citation | AnswerSentence | FigureRow], kept: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields of ``kind`` in what the browser kept, lists as tuples again. Raises KeyError."""
    values = {field.name: kept[field.name] for field in fields(kind)}
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
