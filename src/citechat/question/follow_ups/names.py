"""The names that a text uses, and another in the place of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from citechat_ingest import Glossary, Name

from ...verification.facts import names_in

# A report's publisher is named for the report's sake, and a concept is no thing that "it" could be.
NO_THINGS = frozenset({"concept", "publisher"})
_CHINESE = r"\u3400-\u9fff"


def things(text: str, glossary: Glossary) -> list[Name]:
    """The companies, persons, places, … that a text names, in its order."""
    return [name for name in named(text, glossary) if name.kind not in NO_THINGS]


def named(text: str, glossary: Glossary) -> list[Name]:
    """The names that a text uses, each once, in the German genitive, too."""
    return list(each_once([mention.name for mention in names_in(text, "de", glossary)]))


def names_of(kind: str, text: str, glossary: Glossary) -> list[Name]:
    """The names of a kind that a text uses."""
    return [name for name in named(text, glossary) if name.kind == kind]


def without(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names that are none of the others."""
    return [name for name in names if name not in others]


def only(kinds: Set[str], names: Iterable[Name]) -> list[Name]:
    """The names that are of some kinds."""
    return [name for name in names if name.kind in kinds]


def each_once(names: Sequence[Name]) -> Iterator[Name]:
    """The names in their order, without those that came before."""
    seen: set[int] = set()
    for name in names:
        if id(name) not in seen:
            seen.add(id(name))
            yield name


def exchanged(text: str, name: Name, other: str) -> str:
    """A text with something else in a name's place, in the German genitive, too.

    >>> exchanged("Wie groß ist Nordens Flotte?", Name("place", {"de": "Norden"}), "Osten")
    'Wie groß ist Osten Flotte?'
    """
    spellings = sorted(name.all_spellings, key=len, reverse=True)
    written = "|".join(map(_with_its_ends, spellings))
    return re.sub(written, other.replace("\\", ""), text, flags=re.IGNORECASE)


def _with_its_ends(spelling: str) -> str:
    """A spelling as a pattern that fits no part of a longer word, and the German genitive. A Chinese one
    has no ends: 北京AI."""
    if re.search(f"[{_CHINESE}]", spelling):
        return re.escape(spelling)
    return rf"(?<![^\W{_CHINESE}]){re.escape(spelling)}s?(?![^\W{_CHINESE}])"
