"""The figures of a corpus: ``figures.csv``, one number a line with who says it where, and
``figures.toml``, what its keys are called in the three languages.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .language import LANGUAGES

_YEAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_CURE = (
    "each line needs subject, metric, value, unit, year, said_by, document_id "
    "and note (which may be empty)"
)
Labels = dict[str, dict[str, dict[str, str]]]
"""Column of the figures → key → language → name."""
Phrases = dict[str, dict[str, tuple[str, ...]]]
"""Metric → language → what readers call it when they ask for it, each a few words that must all be there."""
# Tables of figures.toml that hold no names.
_PHRASES, _KINDS = "asked_as", "kind"


@dataclass(frozen=True)
class Figure:
    """One number: of whom, of what, how much, when, and who says so in which document.

    ``value`` is exact and counts ``unit`` ("count", "percent", "billion yuan", …). ``year`` is
    "2025" or "2025-06". ``note`` is "" or one of "about", "nearly", "more than", "target",
    "forecast".
    """

    subject: str
    metric: str
    value: Decimal
    unit: str
    year: str
    said_by: str
    document_id: str
    note: str = ""


_COLUMNS = [field.name for field in fields(Figure)]
_NEEDED = [name for name in _COLUMNS if name != "note"]


def read_figures(roots: Sequence[Path]) -> tuple[Figure, ...]:
    """The figures of all corpus folders; none where there is no file. Raises CorpusError, which
    names the line.
    """
    return tuple(figure for root in roots for figure in _figures(root / "figures.csv"))


def read_figure_labels(roots: Sequence[Path]) -> Labels:
    """What metrics, subjects and sayers are called. Raises CorpusError for a bad file."""
    labels: Labels = {}
    for path in (root / "figures.toml" for root in roots):
        for column, names in _labels(path).items():
            labels.setdefault(column, {}).update(names)
    return labels


def read_phrases(roots: Sequence[Path]) -> Phrases:
    """What readers call the metrics: the table [asked_as]. Raises CorpusError for a bad file."""
    phrases: Phrases = {}
    for path in (root / "figures.toml" for root in roots):
        for metric, wordings in _table(path, _PHRASES).items():
            if not _is_wordings(wordings):
                cure = 'write metric = { en = ["…"], de = ["…"], zh = ["…"] } below [asked_as]'
                raise CorpusError(path, f"asks for {metric} as {wordings!r}", cure)
            phrases[metric] = {code: tuple(wordings[code]) for code in LANGUAGES}
    return phrases


def read_place_kinds(roots: Sequence[Path]) -> dict[str, str]:
    """Subject → what sort of place it is ("city"): the table [kind]. Raises CorpusError."""
    kinds: dict[str, str] = {}
    for path in (root / "figures.toml" for root in roots):
        for kind, subjects in _table(path, _KINDS).items():
            if not _is_texts(subjects):
                cure = 'write city = ["Beijing", "…"] below [kind]'
                raise CorpusError(path, f"has {subjects!r} of the kind {kind}", cure)
            kinds.update(dict.fromkeys(subjects, kind))
    return kinds


def _is_wordings(value: object) -> bool:
    return isinstance(value, dict) and all(_is_texts(value.get(code)) for code in LANGUAGES)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text for text in value)


def _figures(path: Path) -> Iterator[Figure]:
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if rows.fieldnames != _COLUMNS:
                raise CorpusError(
                    path,
                    f"has the columns {', '.join(rows.fieldnames or ()) or 'of an empty file'}",
                    _CURE,
                )
            for row in rows:
                yield _figure(path, rows.line_num, row)
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(
            path, f"cannot be read as CSV ({error})", "save it as UTF-8 with commas"
        ) from error


def _figure(path: Path, line: int, row: dict[str, Any]) -> Figure:
    place = f"{path}, line {line}"
    if None in row or None in row.values():
        raise CorpusError(place, f"has not {len(_COLUMNS)} columns", _CURE)
    empty = [name for name in _NEEDED if not row[name].strip()]
    if empty:
        raise CorpusError(place, f"has no {empty[0]}", _CURE)
    if not _YEAR.fullmatch(row["year"]):
        raise CorpusError(place, f"has the year {row['year']!r}", "write it as 2025 or 2025-06")
    return Figure(**{**row, "value": _number(place, row["value"])})


def _number(place: str, text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite() or value < 0:
        raise CorpusError(place, f"has the value {text!r}", "write a number such as 1500 or 43.2")
    return value


def _table(path: Path, name: str) -> dict[str, Any]:
    """One table of figures.toml; empty where there is none."""
    table = _tables(path).get(name, {})
    if not isinstance(table, dict):
        raise CorpusError(path, f"has {name} = {table!r}", f"make it a table: [{name}]")
    return table


def _tables(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _no_names(path, error) from error


def _labels(path: Path) -> Labels:
    columns = {key: its for key, its in _tables(path).items() if key not in (_PHRASES, _KINDS)}
    try:
        return {
            column: {
                key: {language: str(names[language]) for language in LANGUAGES}
                for key, names in entries.items()
            }
            for column, entries in columns.items()
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise _no_names(path, error) from error


def _no_names(path: Path, error: Exception) -> CorpusError:
    cure = 'below [metric], [subject] or [said_by] write key = { en = "…", de = "…", zh = "…" }'
    return CorpusError(path, f"is not a table of names ({type(error).__name__}: {error})", cure)
