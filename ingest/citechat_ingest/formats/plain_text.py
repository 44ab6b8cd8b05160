"""Plain text → its paragraphs: what lies between blank lines, and lines of "label: value" each alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..documents import Paragraph
from ..everyday import is_question, line_kinds
from ..layout import Content

_BLOCK = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)
# A first line that is no sentence, no date, no rule and no "label: value".
_TITLE = re.compile(r"\s*(?P<title>[^\W\d_][^:：\n\d]{1,60}(?<![.!?,;。！？，；\s]))[ \t]*\n")
_LINE = re.compile(r"\S(?:.*\S)?")


def read_plain_text(source: str) -> Content:
    """A text as it stands."""
    paragraphs: list[Paragraph] = []
    section = ""
    for kind, start, end in _blocks(source):
        section = source[start:end] if kind == "heading" else section
        paragraphs.append(Paragraph(start, end, section, kind))
    return Content(source, tuple(paragraphs))


def _blocks(source: str) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each block; a short first line is the title, a question of one line
    the heading of its answer.
    """
    title = _title(source)
    if title:
        yield "heading", title.start(), title.end()
    for match in _BLOCK.finditer(source, title.end() if title else 0):
        lines = list(_LINE.finditer(source, match.start(), match.end()))
        kinds = line_kinds([line.group() for line in lines])
        if is_question(lines[0].group()) and len(lines) > 1:
            yield "heading", lines[0].start(), lines[0].end()
            yield "paragraph", lines[1].start(), match.end()
        elif kinds:
            for kind, line in zip(kinds, lines, strict=True):
                yield kind, line.start(), line.end()
        else:
            kind = "heading" if is_question(match.group()) else "paragraph"
            yield kind, match.start(), match.end()


def _title(source: str) -> re.Match[str] | None:
    """The place of a title, if the text begins with one and goes on below it."""
    first = _TITLE.match(source)
    if not first or not source[first.end() :].strip():
        return None
    return _LINE.search(source, first.start("title"), first.end("title"))
