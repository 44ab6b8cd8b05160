"""CSV → a row a block, with the names of its columns."""

from __future__ import annotations

import csv
import re

from ..errors import UnreadableError
from ..layout import Block, Content, lay_out, table_blocks
from .encoding import decode

_DELIMITERS = ",;\t|"
_SAMPLE = 1 << 14
_LONGEST_CELL = 1 << 20
_YEAR = re.compile(r"(?:19|20)\d\d")
# The digits are taken at once and never given back: a cell may hold a million of them and then a letter.
_NUMBER = re.compile(r"[-+]?[.,' ]*+\d[\d.,']*+(?: ++[\d.,']++)*+\s*+[%€$£¥]?\Z")


def read_csv(data: bytes) -> Content:
    """The rows of a table. Raises UnreadableError."""
    text = decode(data)
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.split("\n")
    try:
        rows = list(csv.reader((f"{line}\n" for line in lines), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UnreadableError(f"is no table ({error})", "save it anew as CSV") from error
    return lay_out(blocks_of_rows(rows))


def _delimiter(text: str) -> str:
    """What parts the cells: the mark that stands equally often, and at least once, in most of the
    first lines.
    """
    lines = [line for line in text[:_SAMPLE].split("\n")[:30] if line.strip()]
    return max(_DELIMITERS, key=lambda mark: _agreement(lines, mark))


def _agreement(lines: list[str], mark: str) -> tuple[int, int]:
    counts = [_outside_quotes(line).count(mark) for line in lines]
    usual = max(set(counts), key=counts.count) if counts else 0
    return (counts.count(usual) if usual else 0, usual)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def blocks_of_rows(rows: list[list[str]], *, has_header: bool = True) -> list[Block]:
    """The rows of a sheet as blocks. Lines above the table that fill one cell are its title; the
    first full row of words is its header, where it may have one; a row of one cell between others
    is a heading.
    """
    bare = [[" ".join(cell.split()) for cell in row] for row in rows]
    full = list(filter(any, bare))
    width = max(map(_filled, full), default=0)
    if width < 2:
        return [Block("paragraph", _joined(row)) for row in full]
    above = _rows_above(full, width)
    blocks = [Block("paragraph", _joined(row)) for row in full[:above]]
    return blocks + _table_blocks(full[above:], width, has_header)


def _table_blocks(table: list[list[str]], width: int, has_header: bool) -> list[Block]:
    """The rows below the header, if there is one; a row of one cell is a heading."""
    header = table[0] if has_header and _is_header(table) else []
    body = table[1:] if header else table
    has_headings = width > 2
    blocks: list[Block] = []
    for row in body:
        if has_headings and row[0] and _filled(row) == 1:
            blocks.append(Block("heading", row[0]))
        else:
            blocks += table_blocks(header, [row])
    return blocks


def _filled(row: list[str]) -> int:
    return len(list(filter(None, row)))


def _joined(row: list[str]) -> str:
    return " ".join(filter(None, row))


def _rows_above(rows: list[list[str]], width: int) -> int:
    """How many lines stand above the table proper: those that fill less than half of its width."""
    for place, row in enumerate(rows):
        if 2 * _filled(row) > width:
            return place
    return 0


def _is_header(table: list[list[str]]) -> bool:
    """Whether the first row names columns: it holds words, no numbers but years, and each of them
    once.
    """
    first = list(filter(None, table[0]))
    if len(table) < 2 or len(set(first)) < len(first):
        return False
    are_years = len(first) > 2 and all(map(_YEAR.fullmatch, first[1:]))
    return are_years or not any(map(_NUMBER.match, first))
