"""The formats that can be read: a new one is one entry in ``FORMATS``.

A reader takes the bytes of a file and hands back its text with the places of its blocks
(``Content``), or raises UnreadableError, which says what is wrong and how to mend it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from ..errors import UnreadableError
from ..layout import Content
from ..markdown import read_markdown
from .book import read_epub
from .csv_file import read_csv
from .encoding import decode
from .html_page import read_html
from .json_lines import read_json_lines
from .kinds import MOST_UNPACKED, kind_of, refuse_bomb, refuse_mislabelled
from .pdf import read_pdf
from .plain_text import read_plain_text
from .slides import read_pptx
from .word import read_docx
from .workbook import read_xlsx

Reader = Callable[[bytes], Content]
_INSTALL = 'run: pip install "citechat[files]"'


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one ending are read.

    ``kind`` is what their bytes must be, as ``kind_of`` tells it; empty for text of any kind.
    ``library`` is what the reader imports, and the extra ``files`` brings. ``is_read`` is False for
    a format that people have and that is only named, with what to do.
    """

    read: Reader
    kind: str = ""
    library: str = ""
    is_read: bool = True

    @property
    def is_installed(self) -> bool:
        """Whether what it needs is there; nothing is imported to find out."""
        return not self.library or find_spec(self.library) is not None


def _unread(cure: str) -> Format:
    """A format that is not read: the cure is told."""

    def refuse(data: bytes) -> Content:  # noqa: ARG001
        raise UnreadableError("is in a format that is not read", cure)

    return Format(refuse, is_read=False)


_MARKDOWN = Format(lambda data: read_markdown(decode(data)))
_TEXT = Format(lambda data: read_plain_text(decode(data)))
_HTML = Format(read_html)
_TABLE = Format(read_csv)
_RECORDS = Format(read_json_lines)
_WORD = Format(read_docx, ".docx", "docx")
_SLIDES = Format(read_pptx, ".pptx", "pptx")
_BOOK = Format(read_xlsx, ".xlsx", "openpyxl")

FORMATS: dict[str, Format] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".txt": _TEXT,
    ".text": _TEXT,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".jsonl": _RECORDS,
    ".ndjson": _RECORDS,
    ".epub": Format(read_epub, ".epub"),
    ".pdf": Format(read_pdf, ".pdf", "pypdfium2"),
    ".docx": _WORD,
    ".docm": _WORD,
    ".pptx": _SLIDES,
    ".pptm": _SLIDES,
    ".xlsx": _BOOK,
    ".xlsm": _BOOK,
    ".doc": _unread("save it as .docx"),
    ".ppt": _unread("save it as .pptx"),
    ".xls": _unread("save it as .xlsx"),
    ".odt": _unread("save it as .docx"),
    ".odp": _unread("save it as .pptx"),
    ".ods": _unread("save it as .xlsx"),
    ".rtf": _unread("save it as .docx"),
}
"""Ending of a file's name → how it is read."""
SUFFIXES = tuple(FORMATS)
READABLE = tuple(name for name, its in FORMATS.items() if its.is_read)
MARKDOWN = frozenset(name for name, its in FORMATS.items() if its is _MARKDOWN)


def read_content(data: bytes, suffix: str, most_bytes: int) -> Content:
    """The text of a file by its ending, or as plain text where the ending is unknown.

    Raises UnreadableError; what is packed may unpack to ten times ``most_bytes``.
    """
    form = FORMATS.get(suffix, _TEXT)
    if not form.is_installed:
        raise UnreadableError(f"needs {form.library} to be read", _INSTALL)
    if not data.strip():
        raise UnreadableError("is empty", "fill it, or delete it")
    if form.kind:
        refuse_mislabelled(data, form.kind)
    elif form.is_read and kind_of(data) not in ("", ".html"):
        refuse_mislabelled(data, suffix)
    if data.startswith(b"PK"):
        refuse_bomb(data, MOST_UNPACKED * most_bytes)
    return form.read(data)
