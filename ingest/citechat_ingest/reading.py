"""One file → one Document: its text, paragraphs, title, language and role. A format is one entry in
``READERS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from .documents import Document, Paragraph, Role
from .errors import CorpusError
from .front_matter import split_front_matter
from .language import detect_language
from .layout import Content
from .markdown import read_markdown

# Soft hyphen, zero-width space, word joiner, byte order mark: no reader sees them, and a word with
# one inside is not found.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_TEXT_BLOCK = re.compile(r"\S(?:.*?\S)??(?=[ \t]*\n[ \t]*\n|\s*\Z)", re.DOTALL)


def read_plain_text(source: str) -> Content:
    """A text as it stands; its paragraphs are what lies between blank lines."""
    return Content(
        source, tuple(Paragraph(m.start(), m.end()) for m in _TEXT_BLOCK.finditer(source))
    )


READERS: dict[str, Callable[[str], Content]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_plain_text,
    ".text": read_plain_text,
}
"""Ending of a file's name → what makes its text of its source."""
SUFFIXES = tuple(READERS)


def read_document(path: Path, document_id: str, language: str | None = None) -> Document:
    """Read one file by its ending, or as plain text where the ending is unknown.

    ``language`` None means: find it from the text. Raises CorpusError when the file cannot be read
    or is not UTF-8.
    """
    reader = READERS.get(path.suffix.lower(), read_plain_text)
    content = reader(_read_utf8(path))
    headings = (p for p in content.paragraphs if p.kind == "heading")
    heading = next((content.text[p.start : p.end].replace("\n", " ") for p in headings), "")
    values = content.values
    return Document(
        document_id=document_id,
        language=language or detect_language(content.text) or "en",
        title=values.get("title") or heading or _title_of(document_id),
        text=content.text,
        paragraphs=content.paragraphs,
        publisher=values.get("publisher", ""),
        published=values.get("published", ""),
        url=values.get("url", ""),
        role=_role(values.get("role", ""), document_id),
    )


def front_matter_role(path: Path, document_id: str) -> Role:
    """The role that a file gives itself, without reading its text into blocks. Raises CorpusError
    as reading does.
    """
    if READERS.get(path.suffix.lower()) is not read_markdown:
        return _role("", document_id)
    values, _ = split_front_matter(_read_utf8(path))
    return _role(values.get("role", ""), document_id)


def _role(said: str, document_id: str) -> Role:
    """What the front matter says, else what the folder says; an audit is made of checks.toml, never
    read.
    """
    if said == "article":
        return "article"
    in_profiles = "profiles" in document_id.split("/")[:-1]
    if said == "profile" or (in_profiles and not said):
        return "profile"
    return "document"


def _read_utf8(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte 0x{error.object[error.start]:02x} at position {error.start})"
        cure = "save the file as UTF-8, or move it out of the corpus"
        raise CorpusError(path, reason, cure) from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise CorpusError(path, reason, "check the path and its permissions") from error
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(INVISIBLE)


def _title_of(document_id: str) -> str:
    return document_id.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").strip()
