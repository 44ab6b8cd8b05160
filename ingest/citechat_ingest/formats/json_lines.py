"""JSON Lines → a record a row, with its keys as headers; long texts are paragraphs below their row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..errors import UnreadableError
from ..layout import Block, Content, lay_out, table_blocks
from .encoding import decode

_CURE = "write one record a line: {…}"
_BLANK_LINES = re.compile(r"\n\s*\n")
# A longer value is a text of its own, which a reader cites by the sentence.
_LONGEST_CELL = 200

# The names of the keys that lead to a value, and the value as it is written.
_Cell = tuple[str, str]


def read_json_lines(data: bytes) -> Content:
    """The records of a file. Raises UnreadableError."""
    blocks: list[Block] = []
    # A text may hold other line ends than the line feed, such as U+2028.
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if line.strip():
            blocks += _blocks(_cells_of(line, number))
    return lay_out(blocks)


def _cells_of(line: str, number: int) -> list[_Cell]:
    """The cells of the record of one line."""
    try:
        # Numbers are told as they are written: 12.50 stays 12.50.
        record = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
        if not isinstance(record, dict):
            raise ValueError("a value without keys")
        return list(_cells("", record))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"holds no record in line {number} ({error})", _CURE) from error


def _cells(name: str, value: object) -> Iterator[_Cell]:
    """The cells of a value; what lies within another is named by both keys, and null is no cell.

    Raises ValueError for a name without end, which each cell below it would repeat.
    """
    if len(name) > _LONGEST_CELL:
        raise ValueError(f"a key of more than {_LONGEST_CELL} characters")
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _cells(f"{name} {key}".strip(), inner)
    elif isinstance(value, list):
        yield from _cells_of_list(name, value)
    elif value is not None:
        yield name, _text(value)


def _cells_of_list(name: str, values: list[object]) -> Iterator[_Cell]:
    """One cell of plain values, or the cells of each record."""
    cells: list[_Cell] = []
    for value in values:
        cells += _cells(name, value)
    if any(isinstance(value, dict | list) for value in values):
        yield from cells
    else:
        texts = [text for _, text in cells]
        yield name, ", ".join(texts)


def _text(value: object) -> str:
    """A value as JSON writes it; half of a pair of surrogates is no character."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text.encode("utf-8", "replace").decode("utf-8")


def _blocks(cells: list[_Cell]) -> list[Block]:
    """The row of a record, and below it the paragraphs of its long texts."""
    header: list[str] = []
    row: list[str] = []
    paragraphs: list[Block] = []
    for name, text in cells:
        if _is_long(text):
            paragraphs += (Block("paragraph", part) for part in _BLANK_LINES.split(text))
        else:
            header.append(name)
            row.append(" ".join(text.split()))
    return table_blocks(header, [row]) + paragraphs


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST_CELL or "\n" in text.strip()
