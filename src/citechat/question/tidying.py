"""What comes in → plain, bounded text: the door that every question and every history goes through.

Programs hand over what they have: a string, bytes, a chat message, the parts of one. It is read as
what it means, once, before any pattern looks at it; what has no meaning here is refused in a line
that names the argument.
"""

from __future__ import annotations

import operator
import unicodedata
from collections import deque
from collections.abc import Iterable, Mapping
from itertools import accumulate, islice
from typing import Any

from ..errors import InputError
from ..values import Turn

# Longer texts are not made clean, for no setting lets them pass: 20 MB would take seconds.
_MOST_CHARACTERS = 100_000
# A follow-up leans on what was said lately. Twice as much is kept as a language model is shown, and
# every earlier question costs the time of one follow-up.
_MOST_TURNS = 12
# The longest question that is answered by default; of an answer, the first sentences count.
_TURN_CHARACTERS = 2_000
# Of all turns together: twelve long ones would be seconds of reading. The latest count.
_ALL_TURNS_CHARACTERS = 12_000
# A list longer than this is no conversation, and a generator may have no end.
_TURNS_LOOKED_AT = 10_000
# More than a search ever ranks.
_MOST_PASSAGES = 100

_ROLES = {
    "user": "user",
    "human": "user",
    "assistant": "assistant",
    "ai": "assistant",
    "model": "assistant",
    "bot": "assistant",
}
# Said by neither side: instructions, and what tools returned.
_UNHEARD = frozenset(("system", "developer", "tool", "function"))
# Letters and marks by their category that show nothing all the same: fillers, blank Braille,
# joiners and variation selectors.
_LOOKS_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0").union(
    map(chr, range(0xFE00, 0xFE10)), map(chr, range(0xE0100, 0xE01F0))
)
_SPACES = ("Cc", "Zs", "Zl", "Zp")
_INVISIBLE = ("Cf", "Cs")
_GIVE_TEXT = "give text"


def tidy_question(given: object) -> str:
    """The question as one line of visible text; empty where there is none.

    Raises InputError for what is no text. A text that is too long for any setting comes back as it
    is, so that its length can be told.
    """
    text = _text_of(given, "question")
    return text if len(text) > _MOST_CHARACTERS else tidy(text)


def tidy_within(given: object) -> tuple[str, ...]:
    """The ids of documents, given as one or several. Raises InputError for what is no text."""
    ids = [given] if isinstance(given, str) else given
    if not isinstance(ids, Iterable) or isinstance(ids, bytes | Mapping):
        raise InputError(f"within is {type(given).__name__}; give the ids of documents")
    several = list(ids)
    for document_id in several:
        if not isinstance(document_id, str):
            kind = type(document_id).__name__
            raise InputError(f"within holds {kind}; give the ids of documents")
    return tuple(dict.fromkeys(several))


def tidy_history(given: object) -> tuple[Turn, ...]:
    """The last turns that say something, oldest first, each one line of at most 2,000 characters
    and all together of at most 12,000: the oldest give way.

    A turn may be {"role": …, "content": …}, (role, text), a pair of question and answer, or a
    chat message of LangChain or OpenAI; None says nothing. Raises InputError for anything else.
    """
    if given is None:
        return ()
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise InputError(f"history is {_shown(given)}; give a list of turns, oldest first")
    turns: deque[Turn] = deque(maxlen=_MOST_TURNS)
    for number, entry in enumerate(islice(given, _TURNS_LOOKED_AT)):
        turns.extend(_turns_of(entry, f"history[{number}]"))
    return _latest(turns)


def _latest(turns: deque[Turn]) -> tuple[Turn, ...]:
    """As many of the last turns as have no more characters together than are read."""
    lengths = accumulate(len(turn["content"]) for turn in reversed(turns))
    count = sum(length <= _ALL_TURNS_CHARACTERS for length in lengths)
    return tuple(turns)[len(turns) - count :]


def tidy_count(given: object) -> int:
    """How many passages are asked for, at most 100. Raises InputError for what is no whole number."""
    try:
        if isinstance(given, bool):
            raise TypeError("true and false are no numbers")
        count = operator.index(given)  # type: ignore[arg-type]  # that is what is found out
    except TypeError as error:
        cure = f"give a whole number up to {_MOST_PASSAGES}"
        raise InputError(f"k is {_shown(given)}; {cure}") from error
    return min(count, _MOST_PASSAGES)


def tidy(text: str) -> str:
    """``text`` on one line: white space squeezed, invisible characters and lone surrogates gone."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    # Two halves of one character, as some JSON has them, become one; a half by itself is dropped.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return " ".join("".join(map(_visible, whole)).split())


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in _SPACES:
        return " "
    if category in _INVISIBLE or letter in _LOOKS_EMPTY:
        return ""
    return letter


# The forms in which a text comes


def _text_of(given: object, argument: str) -> str:
    """The text of a string, of bytes, of a message, or of the parts of one."""
    if given is None:
        return ""
    if isinstance(given, str):
        return str(given)
    if isinstance(given, bytes | bytearray):
        return given.decode("utf-8", "ignore")
    if isinstance(given, list | tuple):
        return _text_of_parts(given, argument)
    content = _field(given, "content")
    if content is None:
        content = _field(given, "text")
    if content is None or not isinstance(content, str | bytes | list | tuple):
        raise InputError(f"{argument} is {_shown(given)}; {_GIVE_TEXT}")
    return _text_of(content, argument)


def _text_of_parts(parts: Iterable[object], argument: str) -> str:
    """The texts of a message in parts; its pictures and files say nothing here."""
    texts: list[str] = []
    for part in parts:
        if _field(part, "role") is not None:
            cure = "give the last message as the question and those before as history"
            raise InputError(f"{argument} is a list of messages; {cure}")
        if isinstance(part, list | tuple):
            raise InputError(f"{argument} is a list of lists; {_GIVE_TEXT}")
        if isinstance(part, Mapping) and not isinstance(part.get("text"), str):
            continue
        texts.append(_text_of(part, argument))
    return "\n".join(texts)


def _turns_of(entry: object, argument: str) -> list[Turn]:
    if entry is None:
        return []
    if isinstance(entry, list | tuple):
        return _turns_of_pair(entry, argument)
    role = _field(entry, "role")
    if role is None:
        role = _field(entry, "type")
    return _turn(role, _field(entry, "content"), argument)


def _turns_of_pair(pair: list[Any] | tuple[Any, ...], argument: str) -> list[Turn]:
    """(role, text), or a question and its answer as older chat windows keep them."""
    if len(pair) != 2:
        raise InputError(f"{argument} is {_shown(pair)}; give a role and a text")
    first, second = pair
    if isinstance(first, str) and _role(first) in {*_ROLES, *_UNHEARD}:
        return _turn(first, second, argument)
    return _turn("user", first, argument) + _turn("assistant", second, argument)


def _turn(role: object, content: object, argument: str) -> list[Turn]:
    """The turn as a list of one; of none where it says nothing to either side."""
    known = _role(role)
    if known in _UNHEARD:
        return []
    if known not in _ROLES:
        raise InputError(f"{argument} has the role {_shown(role)}; give user or assistant")
    # Cut first: what is thrown away need not be made clean.
    text = tidy(_text_of(content, argument)[:_TURN_CHARACTERS])
    return [{"role": _ROLES[known], "content": text}] if text else []


def _role(given: object) -> str:
    """A role or the type of a LangChain message, also of a piece of one, in small letters."""
    name = given if isinstance(given, str) else ""
    return name.removesuffix("MessageChunk").lower()


def _field(given: object, name: str) -> Any:
    """What a mapping or an object has under a name, or None."""
    if isinstance(given, Mapping):
        return given.get(name)
    return None if isinstance(given, type) else getattr(given, name, None)


def _shown(given: object) -> str:
    """A value in an error, on one short line."""
    shown = repr(given) if isinstance(given, str | int | float) else type(given).__name__
    shown = tidy(shown[:200])
    return f"{shown[:60]}…" if len(shown) > 60 else shown
