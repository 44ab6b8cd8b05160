"""How much happens in a line: the branches of a function, over its lines.

A branch is what makes a reader ask "and if not?" or "for each of what?": if, for, while, except, case, a ternary, each
further operand of ``and`` and ``or``, each ``for`` and ``if`` of a comprehension; the function itself is one.
Lines are those of code: a docstring does not thin a function out. One with six branches or more and 0.8 or more of
them a line cannot be read step by step. ruff's C901 does not see it: it counts neither operands nor comprehensions.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = (ROOT / "src" / "citechat", ROOT / "ingest" / "citechat_ingest")
FEWEST_BRANCHES = 6
DENSEST = 0.8

# Functions that are tables in disguise: a row a line, and each row a condition.
TABLES: frozenset[str] = frozenset()

# Those that are still to be taken apart. This list may only shrink.
TO_BE_MENDED = frozenset(
    {
        "citechat.evaluation.reading_sets.page_figures",
        "citechat.evaluation.report._model_figures",
    }
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def branches(function: ast.AST) -> int:
    """How many branches a function has, with those of the functions inside of it."""
    count = 1
    for node in ast.walk(function):
        match node:
            case ast.If() | ast.IfExp() | ast.For() | ast.AsyncFor() | ast.While():
                count += 1
            case ast.ExceptHandler() | ast.match_case():
                count += 1
            case ast.BoolOp():
                count += len(node.values) - 1
            case ast.comprehension():
                count += 1 + len(node.ifs)
    return count


def lines(function: Function) -> int:
    """How many lines of code a function has, from ``def`` to its end."""
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    documented = docstring.end_lineno - docstring.lineno + 1 if docstring else 0  # type: ignore[operator]
    return function.end_lineno - function.lineno + 1 - documented  # type: ignore[operator]


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the packages, by module and name."""
    for package in PACKAGES:
        for path in sorted(package.rglob("*.py")):
            module = ".".join(path.relative_to(package.parent).with_suffix("").parts)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, Function):
                    yield f"{module}.{node.name}", node


@cache
def too_dense() -> dict[str, str]:
    """The functions that are too dense, and how dense they are."""
    measured = ((name, branches(node), lines(node)) for name, node in functions())
    return {
        name: f"{count} branches on {length} lines"
        for name, count, length in measured
        if count >= FEWEST_BRANCHES and count / length >= DENSEST
    }


@pytest.mark.slow
def test_no_function_is_too_dense_to_read() -> None:
    unknown = too_dense().keys() - TABLES - TO_BE_MENDED
    dense = {name: too_dense()[name] for name in unknown}

    assert not dense, f"a function has less than {DENSEST} branches a line; take apart: {dense}"


@pytest.mark.parametrize("name", sorted(TO_BE_MENDED | TABLES))
def test_what_was_mended_is_taken_off_the_list(name: str) -> None:
    assert name in too_dense(), f"{name} is no longer too dense: take it off the list"


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("return 1", 1),
        ("if a: b()", 2),
        ("return a and b and c", 3),
        ("return [x for x in y if x if z]", 4),
        ("return a if b else c", 2),
        ("try: a()\n  except B: c()\n  except D: e()", 3),
        ("while a:\n    for b in c: d()", 3),
        ("match a:\n    case 1: b()\n    case 2: c()", 3),
    ],
)
def test_branches_are_counted_as_told(body: str, counted: int) -> None:
    (function,) = ast.parse(f"def f():\n  {body}").body

    assert branches(function) == counted


def test_a_docstring_is_no_line_of_code() -> None:
    (function,) = ast.parse('def f():\n    """One.\n\n    Two."""\n    return 1').body

    assert isinstance(function, ast.FunctionDef)
    assert lines(function) == 2
