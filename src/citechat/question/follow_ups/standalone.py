"""A talk so far, and what a follow-up means in it: its turns are read one after another, each after those
before, so that a third question can lean on the first through the second.
"""

from __future__ import annotations

from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ...language import terms
from ...values import Turn
from . import turns
from .along import along
from .asking_again import asks_something
from .leaning import SHORT
from .names import exchanged, named, things
from .opening import without_opening
from .order import readings_after, widest_reading
from .set_beside import sets_beside
from .subject import with_subject
from .the_answer import asks_of_the_answer
from .which_one import why_it_is_that_one
from .why import asks_only_why


def contextualize_question(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> str:
    """The question with what it leans on; a question that stands alone comes back unchanged.

    Earlier follow-ups are resolved first, so that a third question can lean on the first through the second.
    """
    last, _ = last_two(history, glossary, language)
    return widest_reading(question, last, glossary, language)


def readings(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> list[str]:
    """What a question may mean after the turns before, the likeliest first; itself where it stands alone.

    Each is to be tried until one is answered.
    """
    last, earlier = last_two(history, glossary, language)
    return readings_after(question, last, earlier, glossary, language)


def read_along(question: str, history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """A short question that names nothing behind the one before it: what to try where alone it has
    no answer. Empty where it is no such question, or the first."""
    kinds = {name.kind for name in named(question, glossary)}
    if len(question) > SHORT[language] or kinds - {"concept"}:
        return ""
    last, _ = last_two(history, glossary, language)
    return along(question, last) if last.asked else ""


def asked_of_what_was_spoken_of(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> list[str]:
    """What a follow-up asks, of each of the things that were likely spoken of, and without the question before."""
    last, _ = last_two(history, glossary, language)
    return with_subject(without_opening(question), last, glossary, language) if last.asked else []


def why_that_one(history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """ "Why?" after "Which city leads?", asked of the city that the answer named first; "" where it named none."""
    last, _ = last_two(history, glossary, language)
    return why_it_is_that_one(last, glossary, language)


def last_two(
    history: Sequence[Turn], glossary: Glossary, language: str
) -> tuple[turns.Turn, turns.Turn]:
    """The last turn and the one before it, their questions as they stand alone."""
    earlier = last = turns.Turn()
    for asked, answer in _exchanges(history):
        read = readings_after(asked, last, earlier, glossary, language)
        # After "why?" what was asked before it is still talked of.
        alone = (last.asked or asked) if asks_only_why(asked) else _next_topic(read)
        # What share that is, or how much in dollars, is no other thing to talk of.
        is_of_the_answer = last.asked and _is_of_the_answer(asked, language)
        topic = last.asked if is_of_the_answer else alone
        beside = _asked_the_same(topic, last, glossary)
        earlier, last = last, turns.turn(topic, answer, beside, asked)
    return last, earlier


def _is_of_the_answer(asked: str, language: str) -> bool:
    """Whether a follow-up asks what was answered amounts to, or sets another beside it."""
    return asks_of_the_answer(asked) or sets_beside(asked, language)


def _next_topic(read: Sequence[str]) -> str:
    """What is talked of after a follow-up: one that may be asked alone, or read along, is what it asks."""
    [likeliest, *others] = read
    wholes = (
        alone
        for alone in others
        if likeliest.endswith(alone)
        and asks_something(alone)
        # a Chinese name before it is what it asks of
        and asks_something(likeliest.removesuffix(alone))
    )
    return next(wholes, likeliest)


def _asked_the_same(asked: str, last: turns.Turn, glossary: Glossary) -> tuple[Name, ...]:
    """The things of which just this was asked in the turns before, and now of another in their place."""
    new, old = things(asked, glossary), things(last.asked, glossary)
    if asked == last.asked:
        return last.beside
    pairs = [(name, other) for name in old for other in new if name not in new and other not in old]
    if len(pairs) != 1:
        return ()
    [(name, other)] = pairs
    is_the_same = terms.fold(exchanged(last.asked, name, "")) == terms.fold(
        exchanged(asked, other, "")
    )
    return (*last.beside, name) if is_the_same else ()


def _exchanges(history: Sequence[Turn]) -> list[tuple[str, str]]:
    """The questions asked, each with the answer after it."""
    pairs: list[tuple[str, str]] = []
    for turn in history:
        content = (turn.get("content") or "").strip()
        if turn.get("role") == "user" and content:
            pairs.append((content, ""))
        elif turn.get("role") == "assistant" and pairs:
            pairs[-1] = (pairs[-1][0], content)
    return pairs
