"""Chinese words that say the same: ``wordlists/synonyms.tsv`` has a set a line, the commonest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files


def synonyms(word: str) -> tuple[str, ...]:
    """The other words of the sets that ``word`` is in, those of the first set first."""
    others = [other for group in _groups() if word in group for other in group if other != word]
    return tuple(dict.fromkeys(others))


def with_synonyms(text: str, change: Callable[[str], str]) -> str:
    """``text`` with ``change`` made to each word that has synonyms; of words that begin alike the longest."""
    return _pattern().sub(lambda match: change(match.group()), text)


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    path = files("citechat.language") / "wordlists" / "synonyms.tsv"
    return tuple(tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines())


@cache
def _pattern() -> re.Pattern[str]:
    words = {word for group in _groups() for word in group}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
