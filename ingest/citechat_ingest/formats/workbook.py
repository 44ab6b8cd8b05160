"""XLSX → a row a block, with the names of its columns, under the name of its sheet.

The only file that knows openpyxl.
"""

from __future__ import annotations

import datetime as dt
import warnings
from io import BytesIO
from typing import Any

from ..errors import UnreadableError
from ..layout import Block, Content, lay_out
from .csv_file import blocks_of_rows


def read_xlsx(data: bytes) -> Content:
    """The rows of all sheets that a reader sees. Raises UnreadableError."""
    import openpyxl

    blocks: list[Block] = []
    try:
        with warnings.catch_warnings():
            # Of parts that the library leaves out: colours, checks of what is typed in.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    blocks += _sheet_blocks(sheet)
        title = book.properties.title or ""
    except Exception as error:  # whatever the library meets in a broken file
        reason = f"is broken ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        raise UnreadableError(reason, "open it in its program and save it anew") from error
    return lay_out(blocks, {"title": title})


def _sheet_blocks(sheet: Any) -> list[Block]:
    """A sheet under its name; "Sheet1" is no name that says anything, but parts it from the
    next.
    """
    rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
    blocks = blocks_of_rows(_without_empty_columns(rows))
    return [Block("heading", sheet.title), *blocks] if blocks else []


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    columns = filter(any, zip(*rows, strict=True))
    return list(map(list, zip(*columns, strict=True)))


def _shown(cell: Any) -> str:
    """A cell about as its reader sees it: dates without an empty time, percentages as such."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes") if value.time() != dt.time() else _day(value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, float | int):
        return _number_shown(value, str(cell.number_format))
    return str(value)


def _day(moment: dt.datetime) -> str:
    return moment.date().isoformat()


_CURRENCIES = ("€", "$", "£", "¥", "￥", "CHF")


def _number_shown(value: float, number_format: str) -> str:
    """With the percent sign, the decimal places and the currency of its format."""
    is_share = "%" in number_format
    number = value * 100 if is_share else value
    places = number_format.partition(".")[2]
    fixed = len(places) - len(places.lstrip("0"))
    shown = f"{number:.{fixed}f}" if fixed else f"{round(number, 10):.15g}"
    if is_share:
        return f"{shown}%"
    currency = next(filter(number_format.__contains__, _CURRENCIES), "")
    return f"{shown} {currency}".strip()
