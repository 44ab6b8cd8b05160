"""The names of a corpus in its languages, with their other spellings: ``glossary.toml`` in the corpus folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .language import HAN, LANGUAGES

_LETTER = rf"(?:(?!{HAN.pattern})[^\W_])"  # of a script that parts its words; digits are like letters


@dataclass(frozen=True)
class Name:
    """One thing and what it is called: by language, and in other spellings that a reader may use."""

    kind: str
    names: dict[str, str]
    spellings: tuple[str, ...] = ()

    @property
    def all_spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.names.values(), *self.spellings)))


@dataclass(frozen=True)
class Glossary:
    """All names; ``found_in`` tells which of them a text uses."""

    names: tuple[Name, ...] = ()

    @cached_property
    def _by_spelling(self) -> dict[str, Name]:
        return {spelling.casefold(): name for name in self.names for spelling in name.all_spellings}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spellings = sorted(self._by_spelling, key=len, reverse=True)
        return re.compile("|".join(map(_bounded, spellings)) or r"(?!)")

    def found_in(self, text: str) -> list[Name]:
        """The names that ``text`` uses, in any language and spelling, longest match first at each place."""
        matches = (match.group() for match in self._pattern.finditer(text.casefold()))
        return list({id(name): name for name in map(self._by_spelling.__getitem__, matches)}.values())


def _bounded(spelling: str) -> str:
    """A spelling must stand as a word of its own, save where it begins or ends in Chinese, which has no boundaries."""
    start = "" if HAN.match(spelling[0]) else f"(?<!{_LETTER})"
    end = "" if HAN.match(spelling[-1]) else f"(?!{_LETTER})"
    return start + re.escape(spelling) + end


def read_glossary(roots: Sequence[Path]) -> Glossary:
    """The glossaries of all corpus folders joined; empty where there is none. Raises CorpusError for a bad file."""
    return Glossary(tuple(name for root in roots for name in _names(root / "glossary.toml")))


def _names(path: Path) -> Iterable[Name]:
    if not path.is_file():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["name"]
        return [_name(entry) for entry in _list("name", entries)]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        cure = "each [[name]] needs kind, en, de and zh, and may have spellings, a list of texts"
        raise CorpusError(path, f"is not a glossary ({type(error).__name__}: {error})", cure) from error


def _name(entry: dict[str, Any]) -> Name:
    spellings = _list("spellings", entry.get("spellings", []))
    names = {language: _text(language, entry[language]) for language in LANGUAGES}
    return Name(_text("kind", entry["kind"]), names, tuple(_text("spellings", spelling) for spelling in spellings))


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{key} must be a list, not {value!r}")
    return value


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key} must be a text that is not empty, not {value!r}")
    return value
