"""DOCX → paragraphs, headings, list items and table rows in the order of the page.

The only file that reads with python-docx; ``citechat.export.word`` writes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableError
from ..everyday import put_right
from ..layout import Block, Content, lay_out
from .csv_file import blocks_of_rows

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# What python-docx calls a document that has no properties.
_NO_TITLE = "Word Document"
_HEADING = re.compile(r"heading|title|überschrift|titel|标题", re.IGNORECASE)
_ITEM = re.compile(r"list|liste|aufzählung|列表|项目符号", re.IGNORECASE)


def read_docx(data: bytes) -> Content:
    """The text of a document. Raises UnreadableError."""
    import docx

    try:
        document = docx.Document(BytesIO(data))
        blocks = list(_blocks(document))
        title = document.core_properties.title or ""
        title = "" if title == _NO_TITLE else title
    except Exception as error:  # whatever the library meets in a broken file
        reason = f"is broken ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        raise UnreadableError(reason, "open it in its program and save it anew") from error
    return lay_out(put_right(blocks), {"title": title})


def _blocks(document: Any) -> Iterator[Block]:
    from docx.table import Table

    counted: dict[tuple[str, int], int] = {}
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _table_blocks(part)
        else:
            yield _paragraph_block(part, document, counted)


def _table_blocks(table: Table) -> list[Block]:
    return blocks_of_rows([_row_texts(row) for row in table.rows])


def _row_texts(row: Any) -> list[str]:
    """The cells of a row; one that spans columns is listed once for each, and wanted once."""
    texts: list[str] = []
    before = None
    for cell in row.cells:
        merged = cell._tc is before
        texts.append("" if merged else ", ".join(filter(None, cell.text.split("\n"))))
        before = cell._tc
    return texts


def _paragraph_block(
    paragraph: Paragraph, document: Any, counted: dict[tuple[str, int], int]
) -> Block:
    style = (paragraph.style.name or "") if paragraph.style else ""
    text = "\n".join(" ".join(line.split()) for line in paragraph.text.split("\n")).strip()
    if _HEADING.search(style):
        return Block("heading", text.replace("\n", " "))
    numbering = _numbering(paragraph)
    if numbering is None:
        return Block("item" if _ITEM.search(style) else "paragraph", text)
    number = _number(numbering, document, counted) if text else ""
    return Block("item", f"{number} {text}".strip())


def _numbering(paragraph: Any) -> tuple[str, int] | None:
    """(id of the list, level) of a list item, by itself or by its style; None for other
    paragraphs.
    """
    style = paragraph.style.element.pPr if paragraph.style else None
    for properties in filter(_is_there, (paragraph._p.pPr, style)):
        numbering = properties.numPr
        if numbering is not None and numbering.numId is not None:
            level = numbering.ilvl.val if numbering.ilvl is not None else 0
            return str(numbering.numId.val), level
    return None


def _is_there(element: Any) -> bool:
    """Whether there is an element: one without children counts as false to lxml."""
    return element is not None


def _number(numbering: tuple[str, int], document: Any, counted: dict[tuple[str, int], int]) -> str:
    """The number that Word would show before an item; empty where it shows a dot."""
    list_id, level = numbering
    shape = _number_shape(document, list_id, level)
    for deeper in [key for key in counted if key[0] == list_id and key[1] > level]:
        del counted[deeper]
    counted[numbering] = counted.get(numbering, 0) + 1
    numbers = {f"%{depth + 1}": str(counted.get((list_id, depth), 1)) for depth in range(level + 1)}
    for sign, number in numbers.items():
        shape = shape.replace(sign, number)
    return shape


def _number_shape(document: Any, list_id: str, level: int) -> str:
    """How a level of a list is numbered: "%1." Empty for dots, and for letters and Roman numbers,
    which are not counted here.
    """
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return ""
    path = f"w:num[@w:numId='{list_id}']/w:abstractNumId/@w:val"
    for abstract in numbering.xpath(path):
        levels = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
        if numbering.xpath(f"{levels}/w:numFmt[@w:val='decimal']"):
            return str(next(iter(numbering.xpath(f"{levels}/w:lvlText/@w:val")), ""))
    return ""
