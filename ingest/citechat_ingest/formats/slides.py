"""PPTX → the text of each slide under its title, with the slide's number as its page.

The only file that knows python-pptx.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from ..errors import UnreadableError
from ..layout import Block, Content, lay_out, table_blocks
from .csv_file import blocks_of_rows

# Placeholders that repeat on every slide: date, footer, number.
_REPEATED = (13, 15, 16)
_GROUP = 6


def read_pptx(data: bytes) -> Content:
    """The text of a presentation. Raises UnreadableError."""
    import pptx

    try:
        presentation = pptx.Presentation(BytesIO(data))
        blocks = [
            replace(block, pages=((0, number),))
            for number, slide in enumerate(presentation.slides, 1)
            for block in _slide_blocks(slide)
        ]
        title = presentation.core_properties.title or ""
    except Exception as error:  # whatever the library meets in a broken file
        reason = f"is broken ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        raise UnreadableError(reason, "open it in its program and save it anew") from error
    # What python-pptx and PowerPoint write where nobody gave a title.
    return lay_out(blocks, {} if title == "PowerPoint Presentation" else {"title": title})


def _slide_blocks(slide: Any) -> Iterator[Block]:
    """The title as heading, then the shapes in reading order, then the speaker's notes."""
    title = slide.shapes.title
    if title is not None:
        yield Block("heading", _one_line(title.text))
    title_id = None if title is None else title.shape_id
    for shape in sorted(_leaves(slide.shapes), key=_place):
        if shape.shape_id != title_id and not _is_repeated(shape):
            yield from _shape_blocks(shape)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if notes is not None:
        yield from _text_blocks(notes)


def _place(shape: Any) -> tuple[int, int]:
    return shape.top or 0, shape.left or 0


def _leaves(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == _GROUP:
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _is_repeated(shape: Any) -> bool:
    return bool(shape.is_placeholder) and int(shape.placeholder_format.type or 0) in _REPEATED


def _shape_blocks(shape: Any) -> Iterator[Block]:
    if shape.has_table:
        yield from blocks_of_rows(list(map(_row_texts, shape.table.rows)))
    elif shape.has_chart:
        yield from _chart_blocks(shape.chart)
    elif shape.has_text_frame:
        yield from _text_blocks(shape.text_frame)


def _row_texts(row: Any) -> list[str]:
    return [cell.text for cell in row.cells]


def _chart_blocks(chart: Any) -> Iterator[Block]:
    """The numbers behind a chart: a row a category, as in the table that it was drawn from."""
    yield Block("paragraph", _chart_title(chart))
    for plot in chart.plots:
        categories = [str(name) for name in plot.categories]
        columns = [list(map(_shown, series.values)) for series in plot.series]
        header = ["", *map(_series_name, plot.series)]
        yield from table_blocks(header, zip(categories, *columns, strict=False))


def _chart_title(chart: Any) -> str:
    """The title; none where it merely repeats the name of the only series."""
    if not chart.has_title:
        return ""
    title = _one_line(chart.chart_title.text_frame.text)
    names = [_series_name(series) for plot in chart.plots for series in plot.series]
    return "" if title in names else title


def _series_name(series: Any) -> str:
    return series.name or ""


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _text_blocks(frame: Any) -> Iterator[Block]:
    """The lines of a text: several are the items of a list."""
    texts = [_one_line(paragraph.text) for paragraph in frame.paragraphs]
    filled = list(filter(None, texts))
    kind = "item" if len(filled) > 1 else "paragraph"
    yield from (Block(kind, text) for text in filled)


def _one_line(text: str) -> str:
    return " ".join(text.split())
