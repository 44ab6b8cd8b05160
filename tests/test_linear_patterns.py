"""No pattern of the code takes more than a time in proportion to what it reads, whatever that is."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import citechat
import citechat_ingest
from growth import LINEAR, growth

# A hundred thousand short looks.
pytestmark = pytest.mark.slow

# What runs of have made patterns slow: blanks, signs, digits, letters, and words that patterns begin with.
_RUNS = (
    *(" ", "\n", "1", "1,", ", ", "a", "A", "(", "。", "算", "的"),
    *("was the ", "What ", "der ", "und ", "What is Ä", "第1", "什么"),
)
# Half of what is read: a question has 2,000 at most, a sentence of a document seldom more.
_CHARACTERS = 2_000
# The ways to read from one place alone, where a pattern is tried once.
_AT_ONE_PLACE = frozenset(("match", "fullmatch"))
_ANYWHERE = frozenset(("search", "sub", "subn", "split", "findall", "finditer"))
_DEEPEST = 3

Pattern = re.Pattern[str]


def _modules() -> Iterator[ModuleType]:
    for package in (citechat_ingest, citechat):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def _patterns(value: object, depth: int = 0) -> Iterator[Pattern]:
    """The patterns of a module's value: itself, or what its tables hold."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < _DEEPEST and isinstance(value, dict):
        yield from (one for held in value.values() for one in _patterns(held, depth + 1))
    elif depth < _DEEPEST and isinstance(value, tuple | list):
        yield from (one for held in value for one in _patterns(held, depth + 1))


def _read_at_one_place(module: ModuleType) -> set[str]:
    """The names of a module whose patterns its source only ever lays on at one place."""
    assert module.__file__
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    ways: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            table = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            if isinstance(table, ast.Name):
                ways.setdefault(table.id, set()).add(node.attr)
    return {name for name, used in ways.items() if used & _AT_ONE_PLACE and not used & _ANYWHERE}


def _read_anywhere() -> dict[Pattern, str]:
    """Each pattern that may be tried at every place of a text, and what it is called."""
    return {
        pattern: f"{module.__name__}.{name}"
        for module in _modules()
        for name in vars(module).keys() - _read_at_one_place(module)
        for pattern in _patterns(vars(module)[name])
    }


def _is_slow(pattern: Pattern, run: str) -> bool:
    return growth(pattern.search, run, _CHARACTERS // len(run)) > LINEAR


def test_no_pattern_is_worse_than_linear():
    read = _read_anywhere()
    slow = [
        (name, run) for pattern, name in read.items() for run in _RUNS if _is_slow(pattern, run)
    ]

    assert len(read) > 500
    assert slow == []
