"""HTML → the blocks that a reader sees, for the HTML that stands in Markdown. By Python's own
parser, which forgives all.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from .layout import Block, table_blocks

_UNSEEN = frozenset({"script", "style", "template"})
# Of a page of its own, what is about the site and not of its text.
_CHROME = frozenset(
    "aside button datalist dialog footer form head iframe menu nav noscript select svg title".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Tags that end a block where they begin and where they end; all others stand within a line.
_BLOCKS = _HEADINGS | frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt
    fieldset figcaption figure footer form header hr html legend li main nav ol p pre
    section summary table tbody tfoot thead tr ul""".split()
)
_OF_TABLES = frozenset({"caption", "table", "tbody", "tfoot", "thead", "tr"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
COMMENT = "comment"
"""The kind of a block that is a comment; it is not shown."""


def html_blocks(html: str, *, chrome: bool = True) -> list[Block]:
    """The visible blocks of a piece of HTML in order, and its comments as blocks of kind
    ``COMMENT``; without ``chrome``, without menus, forms and footers.
    """
    parser = _Parser(_UNSEEN if chrome else _UNSEEN | _CHROME)
    closed, rest = _closed(html)
    parser.feed(closed)
    parser.close()
    parser.handle_data(unescape(rest))
    parser.finish()
    return parser.blocks


def _closed(html: str) -> tuple[str, str]:
    """The part up to the last tag that ends, and the plain text behind it.

    The parser looks for the end of each tag and comment that begins: where there is none, as far as
    the end of the page each time. A comment that never ends hides all that follows, as in a browser.
    """
    comment = html.find("<!--", html.rfind("-->") + 1)
    shown = html if comment < 0 else html[:comment]
    end = shown.rfind(">") + 1
    return shown[:end], shown[end:]


class _Parser(HTMLParser):
    """Gathers text until a tag ends the block, a cell or a row."""

    def __init__(self, unseen: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._unseen_tags = unseen
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._kind = "paragraph"
        # For each list that is open how many items of it have a number; None where none has.
        self._lists: list[int | None] = []
        self._number = ""
        self._unseen = 0
        self._in_cell = False
        self._cells: list[str] = []
        self._row_is_header = False
        self._header: list[str] = []
        self._rows: list[list[str]] = []

    def handle_starttag(
        self,
        tag: str,
        attrs: list[tuple[str, str | None]],  # noqa: ARG002
    ) -> None:
        if tag in self._unseen_tags:
            self._unseen += 1
        elif tag == "br":
            self._text.append("\n")
        elif tag in ("td", "th"):
            self._end_cell()
            self._row_is_header = tag == "th" and (self._row_is_header or not self._cells)
            self._in_cell = True
        elif self._in_cell and tag in _BLOCKS - _OF_TABLES:
            self._text.append("\n")
        elif tag in _BLOCKS:
            self._end_block()
            self._begin_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen_tags:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif self._in_cell and tag in _BLOCKS - _OF_TABLES:
            self._text.append("\n")
        elif tag in _BLOCKS:
            self._end_block()
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()
            self._kind = "item" if self._lists and tag != "li" else "paragraph"

    def _begin_block(self, tag: str) -> None:
        """What the text after a tag is: what stands in a list is an item, with its number."""
        if tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        in_list = bool(self._lists) or tag == "li"
        self._kind = "item" if in_list else "paragraph"
        if tag in _HEADINGS:
            self._kind = "heading"
        if tag == "li":
            self._count_item()

    def _count_item(self) -> None:
        """The number of an item, where its list has numbers."""
        count = self._lists[-1] if self._lists else None
        if count is not None:
            self._lists[-1] = count + 1
            self._number = f"{count + 1}. "

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text.append(_SPACE.sub(" ", data))

    def parse_html_declaration(self, i: int) -> int:
        """Everything else that begins with "<!" is passed over up to its end, as a browser does:
        Python's own parser raises for some of it ("<![").
        """
        if self.rawdata.startswith("<!--", i):
            return self.parse_comment(i)
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_comment(self, data: str) -> None:
        self._end_block()
        self.blocks.append(Block(COMMENT, data))

    def finish(self) -> None:
        self._end_block()
        self._end_table()

    def _take_text(self) -> str:
        lines = "".join(self._text).split("\n")
        self._text = []
        return "\n".join(filter(None, (line.strip() for line in lines)))

    def _end_cell(self) -> None:
        """A cell ends with its tag, or where the next one or another row begins."""
        if self._in_cell:
            self._cells.append(self._take_text().replace("\n", ", "))
        self._in_cell = False

    def _end_block(self) -> None:
        if self._in_cell or self._cells:
            self._end_row()
            return
        text = self._take_text()
        if text:
            self.blocks.append(Block(self._kind, self._number + text))
            self._number = ""

    def _end_row(self) -> None:
        self._end_cell()
        if self._row_is_header and not self._rows and not self._header:
            self._header = self._cells
        elif self._cells:
            self._rows.append(self._cells)
        self._cells, self._row_is_header = [], False

    def _end_table(self) -> None:
        self._end_row()
        if self._header or self._rows:
            self.blocks += table_blocks(self._header, self._rows)
        self._header, self._rows = [], []
