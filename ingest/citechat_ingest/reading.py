"""One file → one Document: front matter, headings, paragraphs, and the plain text that citations point into.

Markdown is parsed by markdown-it-py and written out as the text that a reader sees, block by block, so that
a quote never holds a link's address or an asterisk. A plain text file is taken as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from .documents import Document, Paragraph, Role
from .errors import CorpusError
from .language import detect_language

MARKDOWN, PLAIN = (".md", ".markdown"), (".txt", ".text")
SUFFIXES = (*MARKDOWN, *PLAIN)

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_NOTE = re.compile(r"<!--\s*paragraph:\s*([\w-]*)\s*(?:;\s*sources:\s*([^>]*?))?\s*-->")
_TEXT_BLOCK = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)


def read_document(path: Path, document_id: str, language: str | None = None) -> Document:
    """Read one Markdown or text file.

    ``language`` None means: find it from the text. Raises CorpusError when the file cannot be read, is not UTF-8,
    or has front matter that is not valid YAML.
    """
    source = _read_utf8(path)
    meta, body = _front_matter(path, source) if path.suffix.lower() in MARKDOWN else ({}, source)
    blocks = list(_markdown_blocks(body)) if path.suffix.lower() in MARKDOWN else []
    text, paragraphs = (
        _lay_out(blocks) if path.suffix.lower() in MARKDOWN else (source, _text_paragraphs(source))
    )
    heading = next((text[p.start : p.end] for p in paragraphs if p.kind == "heading"), "")
    return Document(
        document_id=document_id,
        language=language or detect_language(text[:5000]) or "en",
        title=meta.get("title") or heading or _title_of(document_id),
        text=text,
        paragraphs=paragraphs,
        publisher=meta.get("publisher", ""),
        published=meta.get("published", ""),
        url=meta.get("url", ""),
        role=_role(meta.get("role", ""), document_id),
    )


def _read_utf8(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte 0x{error.object[error.start]:02x} at position {error.start})"
        raise CorpusError(
            path, reason, "save the file as UTF-8, or move it out of the corpus"
        ) from error
    except OSError as error:
        raise CorpusError(
            path, f"cannot be read ({error.strerror})", "check the path and its permissions"
        ) from error


def _front_matter(path: Path, source: str) -> tuple[dict[str, str], str]:
    """The values between the --- lines as they are written, without the empty ones, and the text below them."""
    match = _FRONT_MATTER.match(source)
    if not match:
        return {}, source
    try:
        values: Any = yaml.load(match.group(1) or "", yaml.BaseLoader) or {}
        return {key: str(value) for key, value in values.items() if value}, source[match.end() :]
    except (yaml.YAMLError, AttributeError) as error:
        reason = f"the front matter between the --- lines is not valid YAML ({str(error).splitlines()[0]})"
        raise CorpusError(
            path, reason, 'write one "key: value" a line, values with a colon in quotation marks'
        ) from error


def front_matter_role(file: Path, document_id: str) -> Role:
    """The role that a file gives itself, read from its head alone. Raises CorpusError as reading does."""
    if file.suffix.lower() not in MARKDOWN:
        return _role("", document_id)
    meta, _ = _front_matter(file, _read_utf8(file))
    return _role(meta.get("role", ""), document_id)


def _role(said: str, document_id: str) -> Role:
    """What the front matter says, else what the folder says; an audit is made of checks.toml, never read."""
    if said == "article":
        return "article"
    in_profiles = "profiles" in document_id.split("/")[:-1]
    if said == "profile" or (in_profiles and not said):
        return "profile"
    return "document"


def _title_of(document_id: str) -> str:
    return document_id.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").strip()


@dataclass(frozen=True, slots=True)
class _Block:
    """A block before its place in the text is known; ``gap`` parts it from the block before."""

    text: str
    paragraph: Paragraph
    gap: str


def _markdown_blocks(body: str) -> Iterator[_Block]:
    """The visible blocks in order; a comment below a paragraph is folded into it."""
    section, pending = "", None
    for kind, content in _contents(MarkdownIt("commonmark").enable("table").parse(body)):
        if kind == "comment":
            pending = pending and replace(pending, paragraph=_noted(pending.paragraph, content))
            continue
        if pending:
            yield pending
        section = content if kind == "heading" else section
        pending = _Block(
            content, Paragraph(0, 0, section, kind), "\n" if kind in ("item", "table") else "\n\n"
        )
    if pending:
        yield pending


def _contents(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """(kind, visible text) of each block; the cells of a table row become one block."""
    cells: list[str] = []
    lists = 0
    for opening, token in zip([tokens[0], *tokens] if tokens else [], tokens, strict=False):
        lists += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type == "html_block":
            yield "comment", token.content
        elif token.type == "inline" and opening.type in ("th_open", "td_open"):
            cells.append(_visible_text(token))
        elif token.type == "tr_close":
            yield "table", " | ".join(cells)
            cells = []
        elif token.type in ("fence", "code_block"):
            yield "code", token.content.strip("\n")
        elif token.type == "inline":
            kind = "heading" if opening.type == "heading_open" else "item" if lists else "paragraph"
            yield kind, _visible_text(token)


def _visible_text(token: Token) -> str:
    shown = {"softbreak": "\n", "hardbreak": "\n"}
    parts = (
        shown.get(child.type, "" if child.type == "html_inline" else child.content)
        for child in token.children or []
    )
    return "".join(parts).strip()


def _noted(paragraph: Paragraph, comment: str) -> Paragraph:
    """The paragraph with the name and the sources that the comment below it gives."""
    match = _NOTE.search(comment)
    if not match:
        return paragraph
    sources = tuple(slug.strip() for slug in (match.group(2) or "").split(",") if slug.strip())
    return replace(paragraph, name=match.group(1), sources=sources)


def _lay_out(blocks: list[_Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """Join the blocks into one text and give each its offsets."""
    text, paragraphs = "", []
    for block in blocks:
        if not block.text:
            continue
        text += block.gap if text else ""
        paragraphs.append(
            replace(block.paragraph, start=len(text), end=len(text) + len(block.text))
        )
        text += block.text
    return text, tuple(paragraphs)


def _text_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The stretches of a plain text between blank lines."""
    return tuple(Paragraph(m.start(), m.end()) for m in _TEXT_BLOCK.finditer(text))
