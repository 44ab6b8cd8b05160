"""The names of a corpus in its languages, with their other spellings: ``glossary.toml`` in the
corpus folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .language import HAN, LANGUAGES

_LETTER = (
    rf"(?:(?!{HAN.pattern})[^\W_])"  # of a script that parts its words; digits are like letters
)


# The names in a question or a sentence are looked for at every step of an answer: so many short texts
# are remembered, and of those that are longer none.
_REMEMBERED_TEXTS = 4096
_SHORT = 400  # characters


@dataclass(frozen=True)
class Name:
    """One thing and what it is called: by language, and in other spellings of readers."""

    kind: str
    names: dict[str, str]
    spellings: tuple[str, ...] = ()

    @property
    def all_spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.names.values(), *self.spellings)))


@dataclass(frozen=True)
class Mention:
    """Where a text uses a name: ``text[start:end]`` is one of its spellings."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True)
class Glossary:
    """All names; ``found_in`` tells which of them a text uses, ``mentions`` also where."""

    names: tuple[Name, ...] = ()

    @cached_property
    def _by_spelling(self) -> dict[str, Name]:
        spelled = [(spelling, name) for name in self.names for spelling in name.all_spellings]
        return {
            folded: name
            for spelling, name in spelled
            for folded in (_fold(spelling), spelling.casefold())
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Spellings in Latin letters behind one look at what stands before them: then most of them
        cost next to nothing.
        """
        spellings = sorted(self._by_spelling, key=len, reverse=True)
        chinese = _closed([spelling for spelling in spellings if HAN.match(spelling)])
        other = _closed([spelling for spelling in spellings if not HAN.match(spelling)])
        return re.compile(rf"{_any_of(chinese)}|(?<!{_LETTER}){_any_of(other)}")

    def mentions(self, text: str) -> list[Mention]:
        """The names that ``text`` uses, in any language and spelling, in order; the longest match
        at each place.
        """
        mentions_in = self._remembering if len(text) <= _SHORT else self._mentions_in
        return list(mentions_in(text))

    @cached_property
    def _remembering(self) -> Callable[[str], tuple[Mention, ...]]:
        return lru_cache(_REMEMBERED_TEXTS)(self._mentions_in)

    def _mentions_in(self, text: str) -> tuple[Mention, ...]:
        matches = self._pattern.finditer(_fold(text))
        return tuple(Mention(m.start(), m.end(), self._by_spelling[m.group()]) for m in matches)

    def found_in(self, text: str) -> list[Name]:
        """The names that ``text`` uses, each once."""
        return list({id(mention.name): mention.name for mention in self.mentions(text)}.values())


def _fold(text: str) -> str:
    """Lower case, each letter in its place: "ß" stays one letter."""
    folded = text.casefold()
    return (
        folded
        if len(folded) == len(text)
        else "".join(c.casefold() if len(c.casefold()) == 1 else c for c in text)
    )


def _any_of(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def _closed(spellings: Sequence[str]) -> list[str]:
    """Patterns of the spellings, in their order. One must end as a word of its own, save where it
    ends in Chinese, which has no boundaries.

    Neighbours that end alike share one look at what stands behind them: to compile the look takes
    milliseconds, and a glossary has a thousand spellings.
    """
    runs = groupby(spellings, key=lambda spelling: HAN.match(spelling[-1]) is None)
    return [
        _any_of([re.escape(spelling) for spelling in run]) + (f"(?!{_LETTER})" if is_word else "")
        for is_word, run in runs
    ]


def read_glossary(roots: Sequence[Path]) -> Glossary:
    """The glossaries of all corpus folders joined; empty where there is none. Raises CorpusError
    for a bad file.
    """
    return Glossary(tuple(name for root in roots for name in _names(root / "glossary.toml")))


def _names(path: Path) -> Iterable[Name]:
    if not path.is_file():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["name"]
        return [_name(entry) for entry in _list("name", entries)]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, LookupError, *_OTHER_SHAPES) as error:
        cure = (
            "each [[name]] needs kind, en, de and zh, and may have spellings, a list of texts; "
            "a file of another program must be called otherwise"
        )
        raise CorpusError(
            path, f"is not a glossary ({type(error).__name__}: {error})", cure
        ) from error


# Tables and lists that are others than those meant, or nested without end.
_OTHER_SHAPES = (AttributeError, TypeError, RecursionError)


def _name(entry: dict[str, Any]) -> Name:
    spellings = _list("spellings", entry.get("spellings", []))
    names = {language: _text(language, entry[language]) for language in LANGUAGES}
    return Name(
        _text("kind", entry["kind"]),
        names,
        tuple(_text("spellings", spelling) for spelling in spellings),
    )


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{key} must be a list, not {value!r}")
    return value


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key} must be a text that is not empty, not {value!r}")
    return value
