"""Plain text → its paragraphs: what lies between blank lines."""

from __future__ import annotations

import re

from ..documents import Paragraph
from ..layout import Content

_BLOCK = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)


def read_plain_text(source: str) -> Content:
    """A text as it stands."""
    places = ((match.start(), match.end()) for match in _BLOCK.finditer(source))
    return Content(source, tuple(Paragraph(start, end) for start, end in places))
