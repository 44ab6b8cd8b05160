"""Blocks of a page → one text, with the place of each block in it. What every reader of a format
hands over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from .documents import Paragraph
from .language import HAN

# Soft hyphen, zero-width space, word joiner, byte order mark: no reader sees them, and a word with
# one inside is not found. Nor the marks that turn the direction of what follows, on the page and
# beyond the quote.
_UNSEEN = "\u00ad\u200b\u2060\ufeff" + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Control characters, which a terminal would obey; tabs and line ends are none.
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - set(map(ord, "\t\n\r"))
INVISIBLE: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(map(ord, _UNSEEN)),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block before its place in the text is known; ``kind``, ``name`` and ``sources`` as in
    ``Paragraph``.
    """

    kind: str
    text: str
    name: str = ""
    sources: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    """(offset in ``text``, number of the page that begins there): where the format knows pages, one
    pair at the least, or two where the block goes on overleaf."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: the text that a reader sees, its paragraphs, what it says of itself
    (title, url, …), and where its pages begin (as ``Document.pages``).
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    values: dict[str, str] = field(default_factory=dict)
    pages: tuple[tuple[int, int], ...] = ()


def lay_out(blocks: Iterable[Block], values: dict[str, str] | None = None) -> Content:
    """Join the blocks into one text and give each its offsets and the heading it stands under;
    empty ones are left out.
    """
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    pages: list[tuple[int, int]] = []
    section, end = "", 0
    for block in blocks:
        shown = block.text.translate(INVISIBLE).strip()
        if not shown:
            continue
        if block.kind == "heading":
            section = shown
        gap = "\n" if block.kind in ("item", "table") else "\n\n"
        if pieces:
            pieces.append(gap)
            end += len(gap)
        start, end = end, end + len(shown)
        pieces.append(shown)
        paragraphs.append(Paragraph(start, end, section, block.kind, block.name, block.sources))
        for offset, page in block.pages:
            if not pages or pages[-1][1] != page:
                pages.append((start + offset, page))
    return Content("".join(pieces), tuple(paragraphs), values or {}, tuple(pages))


def table_blocks(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Block]:
    """Each row with the names of its columns, so that it says by itself what its cells mean: "City:
    Beijing | Firms: 2400".

    A table of nothing but a header is that one row.
    """
    texts = [_row_text(header, row) for row in rows]
    if not texts:
        texts = [" | ".join(filter(None, header))]
    return [Block("table", text) for text in texts if text]


def _row_text(header: Sequence[str], cells: Sequence[str]) -> str:
    named: list[str] = []
    for name, cell in zip_longest(header, cells, fillvalue=""):
        label = name.rstrip(":：")
        colon = "：" if HAN.search(label) else ": "
        if cell:
            named.append(f"{label}{colon}{cell}" if label else cell)
    return " | ".join(named)
