"""A follow-up read along with the question before it, of which nothing is left out."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .asking_again import asks_something
from .opening import without_opening
from .turns import Turn

# "And by money?" says how a thing is asked for, and not what.
SAYS_IN_WHAT_WAY = re.compile(
    r"(?:in|of|by|from|for|to|at|on|with|per|since|until|nach|für|bei|mit|von|ab|bis|pro|je|seit)\b|[按用以在从对]",
    re.IGNORECASE,
)
# What points back where a name stands behind it.
_POINTS_BACK = re.compile(
    r"\b(?:there|of (?:them|these|those|that|it)|dort|davon|darunter|dorthin|why not|warum nicht)\b|那里|那儿|那边|其中"
    # 为什么没有北城: in what was answered
    r"|为什么(?:没有|没|不是|不包括)",
    re.IGNORECASE,
)


def along(question: str, last: Turn) -> str:
    """A follow-up read along with the question before. That may itself be one, read along with its own:
    what asks something, or says of the last in what way, is asked of it, and else stands in its place."""
    ways = [bool(SAYS_IN_WHAT_WAY.match(without_opening(text))) for text in (question, last.typed)]
    is_of_the_last = asks_something(question) or ways == [True, False]
    before = last.asked
    if last.typed:
        before = last.typed if is_of_the_last else before.removesuffix(last.typed).rstrip()
    return f"{before} {question}"


def of_that_place(question: str, last: Turn, glossary: Glossary) -> str:
    """The question before with one that points to it and names something itself, and for which nothing
    could be put in place: "why there and not in Norden?"."""
    pointer = _POINTS_BACK.search(question)
    names = [mention.start for mention in glossary.mentions(question)]
    is_first = pointer is not None and bool(names) and pointer.start() < names[0]
    return f"{last.asked} {question}" if is_first else ""
