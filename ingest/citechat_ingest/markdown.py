"""Markdown → the text that a reader sees, block by block, so that a quote never holds a link's
address or an asterisk.

The only file that knows markdown-it-py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .everyday import put_right
from .front_matter import split_front_matter
from .html_blocks import COMMENT, html_blocks
from .layout import Block, Content, lay_out, table_blocks

_NOTE = re.compile(r"\bparagraph:\s*([\w-]*)\s*(?:;\s*sources:\s*([^>]*?))?\s*\Z")
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)]*\Z")
# Deeper lists and quotes are dropped by the parser; its own limit is 20.
_DEEPEST = 100
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def read_markdown(source: str) -> Content:
    """The visible text of a Markdown page and the values of its front matter."""
    values, body = split_front_matter(source)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    tokens = parser.parse(body)
    # Where the parser has reached its limit it has dropped what lies deeper: such a page is taken
    # as it is written.
    is_too_deep = any(token.level >= _DEEPEST - 1 for token in tokens)
    blocks = _as_written(body) if is_too_deep else _with_notes(_blocks(tokens))
    return lay_out(put_right(blocks), values)


def _as_written(body: str) -> Iterator[Block]:
    """What lies between blank lines, marks and all."""
    for part in _BLANK_LINES.split(body):
        yield Block("paragraph", part.strip())


def _with_notes(blocks: Iterator[Block]) -> Iterator[Block]:
    """The visible blocks; a comment below one names it and its sources (corpus/README.md)."""
    waiting: Block | None = None
    for block in blocks:
        if block.kind == COMMENT:
            note = _NOTE.search(block.text)
            if waiting and note:
                slugs = (slug.strip() for slug in (note.group(2) or "").split(","))
                waiting = replace(waiting, name=note.group(1), sources=tuple(filter(None, slugs)))
            continue
        if waiting:
            yield waiting
        waiting = block
    if waiting:
        yield waiting


@dataclass
class _Table:
    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """The blocks that a list of markdown-it's tokens shows. Text stands in "inline" tokens, right
    after what opens them.
    """
    table = _Table()
    lists = 0
    number = ""
    opening: Token | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                lists += 1
                # Of an ordered list "info" is the number as it is written, "markup" the stop or
                # bracket behind it.
                number = f"{token.info}{token.markup} " if token.info else ""
            case "list_item_close":
                lists -= 1
                number = ""
            case "html_block":
                yield from html_blocks(token.content)
            case "fence" | "code_block":
                yield Block("code", token.content.strip("\n"))
            case "tr_open":
                table.rows.append([])
            case "thead_close":
                table.header = table.rows.pop()
            case "table_close":
                yield from table_blocks(table.header, table.rows)
                table = _Table()
            case "inline" if opening and opening.type in ("th_open", "td_open"):
                table.rows[-1].append(_visible_text(token).replace("\n", ", "))
            case "inline" if opening:
                kind = _kind_of(token, opening, in_list=lists > 0)
                text = _visible_text(token)
                yield Block(kind, number + text if text else "")
                number = ""
        opening = token


def _kind_of(token: Token, opening: Token, in_list: bool) -> str:
    if opening.type == "heading_open":
        # A paragraph with a rule right below it is a heading to Markdown, seldom to its writer: a
        # heading is no sentence.
        underlined = opening.markup in ("-", "=")
        return "paragraph" if underlined and _SENTENCE_END.search(token.content) else "heading"
    return "item" if in_list else "paragraph"


def _visible_text(token: Token) -> str:
    return "".join(_visible_part(child) for child in token.children or ()).strip()


def _visible_part(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "html_inline":
        return "\n" if _LINE_BREAK_TAG.fullmatch(child.content) else ""
    return child.content
