"""PDF → the lines of its pages, as they stand there. ``pdf_layout`` makes paragraphs of them.

The only file that knows pypdfium2. The library gives characters in the order in which they were
drawn, with breaks where a line ends; in nearly all files that is the order of reading, columns
included, so it is kept.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableError
from ..everyday import put_right
from ..layout import Content, lay_out
from .pdf_layout import Cell, Line, Page, blocks_of_pages

# How many times the size of its letters a gap must be wide to part two cells of a row.
_CELL_GAP = 1.3
# What the library writes for a hyphen that only the end of the line asked for.
_SOFT_HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0xAD), "-")
_LINE_ENDS = frozenset((0x0A, 0x0D, *_SOFT_HYPHENS))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xA0: " "}
_LEFT_OUT = dict.fromkeys((0x00, 0x200B, 0xFEFF), "")
_SHOWN = _SOFT_HYPHENS | _LIGATURES | _LEFT_OUT
_BOLD = re.compile(r"bold|black|heavy|semib|cmbx|-bd\b", re.IGNORECASE)
# Titles that a program gave, not a writer: a file's name, or nothing.
_NO_TITLE = re.compile(r"^(?:untitled|microsoft \w+ - .*|.*\.\w{2,5}|\W*)$", re.IGNORECASE)
_NO_TEXT = "holds no text, only pictures of its pages"


def read_pdf(data: bytes) -> Content:
    """The text of a document, with its pages. Raises UnreadableError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("is encrypted", "save it anew without a password") from error
        raise UnreadableError("is broken", "open it in its program and save it anew") from error
    try:
        pages = list(_pages(document))
        title = document.get_metadata_dict().get("Title", "").strip()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"is broken ({error})", "print it into a new PDF") from error
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise UnreadableError(_NO_TEXT, "let a program read them first, for example ocrmypdf")
    return lay_out(
        put_right(blocks_of_pages(pages)), {} if _NO_TITLE.match(title) else {"title": title}
    )


def _pages(document: Any) -> Iterator[Page]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield Page(number + 1, page.get_height(), tuple(_lines(text.raw)))
        text.close()
        page.close()


def _lines(text: Any) -> Iterator[Line]:
    """The lines of a page, each with its cells: stretches parted by a wide gap."""
    import pypdfium2.raw as pdfium

    codes = [pdfium.FPDFText_GetUnicode(text, i) for i in range(pdfium.FPDFText_CountChars(text))]
    start = 0
    for end, code in enumerate((*codes, 0x0A)):
        # The library goes on in the same line after a hyphen that ended one.
        if code in _LINE_ENDS:
            stop = end + (code in _SOFT_HYPHENS)
            visible = [i for i in range(start, stop) if _is_visible(codes[i])]
            if visible:
                yield _line(text, codes, visible)
            start = end + 1


def _is_visible(code: int) -> bool:
    return (code > 0x20 and code != 0xA0) or code in _SOFT_HYPHENS


def _line(text: Any, codes: list[int], visible: list[int]) -> Line:
    baseline, size = _baseline_and_size(text, visible)
    cells: list[Cell] = []
    begun = before = visible[0]
    left, _ = _sides(text, begun)
    for i in visible[1:]:
        # Only where there is a space can there be a gap; boxes cost time.
        if i > before + 1:
            right, next_left = _sides(text, before)[1], _sides(text, i)[0]
            if next_left - right > _CELL_GAP * size:
                cells.append(Cell(_string(codes, begun, before), left, right))
                begun, left = i, next_left
        before = i
    cells.append(Cell(_string(codes, begun, before), left, _sides(text, before)[1]))
    return Line(tuple(cells), baseline, size, _is_bold(text, visible))


def _string(codes: list[int], first: int, last: int) -> str:
    characters = (_SHOWN.get(code, chr(code)) for code in codes[first : last + 1])
    return " ".join("".join(characters).split())


def _sides(text: Any, index: int) -> tuple[float, float]:
    """Where a character begins and ends, in points from the left."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, rect)
    return rect.left, rect.right


def _baseline_and_size(text: Any, visible: list[int]) -> tuple[float, float]:
    """Where the line stands and how large its letters are, in points: what the character in the
    middle and its neighbours have, since a line may begin with a mark set high.
    """
    import pypdfium2.raw as pdfium

    places, sizes = [], []
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    for i in (visible[0], visible[len(visible) // 2], visible[-1]):
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        places.append(y.value)
        sizes.append(pdfium.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d))
    return sorted(places)[1], max(sorted(sizes)[1], 1.0)


def _is_bold(text: Any, visible: list[int]) -> bool:
    """Whether the first and the last letter are of a bold font."""
    import pypdfium2.raw as pdfium

    for i in (visible[0], visible[-1]):
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text, i, name, 128, flags)
        if not _BOLD.search(name.value.decode("latin-1")):
            return False
    return True
