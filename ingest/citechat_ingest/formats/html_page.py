"""A page of HTML → what its reader sees, without menus, forms and footers."""

from __future__ import annotations

import codecs
import html
import re

from ..everyday import put_right
from ..html_blocks import COMMENT, html_blocks
from ..layout import Block, Content, lay_out
from .encoding import decode

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_DECLARED_IN_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)""")
_TITLE = re.compile(r"<title[^<>]*>", re.IGNORECASE)
_TITLE_END = re.compile(r"</title\b[^<>]{0,80}>?", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def read_html(data: bytes) -> Content:
    """The visible text of a page. Raises UnreadableError."""
    source = decode_html(data)
    blocks = page_blocks(source)
    return lay_out(put_right(blocks), {"title": title_of(source)})


def decode_html(data: bytes) -> str:
    """In the encoding that the page names, if it can be decoded so, else as any text."""
    head = data[:2048]
    declared = _DECLARED.search(head) or _DECLARED_IN_XML.search(head)
    if declared:
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeError):  # "undefined" and "idna" raise the wider one
            pass
    return decode(data)


def title_of(source: str) -> str:
    """What stands in the page's own title, in one line."""
    _, title, _ = _around_title(source)
    return _SPACE.sub(" ", html.unescape(title)).strip()


def _around_title(source: str) -> tuple[str, str, str]:
    """What stands before the title, in it and behind it."""
    begins = _TITLE.search(source)
    ends = _TITLE_END.search(source, begins.end()) if begins else None
    if not begins or not ends:
        return source, "", ""
    return source[: begins.start()], source[begins.end() : ends.start()], source[ends.end() :]


def page_blocks(source: str) -> list[Block]:
    """The blocks of the body. Where all is menu and form, or a tag that is never closed hides the
    rest, all of it is shown.
    """
    body = _BODY.search(source)
    before, _, behind = _around_title(source)
    shown = source[body.start() :] if body else before + behind
    blocks = _text_blocks(shown, chrome=False)
    return blocks or _text_blocks(shown, chrome=True)


def _text_blocks(source: str, *, chrome: bool) -> list[Block]:
    return [block for block in html_blocks(source, chrome=chrome) if block.kind != COMMENT]
