"""One file → one Document: its text, paragraphs, title, language and role. How its bytes are read
is said by the table in ``formats``.
"""

from __future__ import annotations

from pathlib import Path

from .addresses import web_address
from .documents import Document, Role
from .errors import CorpusError, UnreadableError
from .formats import FORMATS, MARKDOWN, SUFFIXES, read_content
from .formats.encoding import decode
from .front_matter import split_front_matter
from .language import detect_language
from .layout import Content

__all__ = ["MAX_BYTES", "SUFFIXES", "can_read", "front_matter_role", "read_document"]

MAX_BYTES = 50 << 20
"""The longest file that is read where nothing else is said."""


def read_document(
    path: Path, document_id: str, language: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """Read one file by its ending, or as plain text where the ending is unknown.

    ``language`` None means: find it from the text. Raises CorpusError when the file cannot be read:
    it is broken, encrypted, empty, longer than ``max_bytes``, or not what its ending says.
    """
    content = _content(path, max_bytes)
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
        url=web_address(values.get("url", "")),
        role=_role(values.get("role", ""), document_id),
        pages=content.pages,
    )


def _content(path: Path, max_bytes: int) -> Content:
    data = _read_bytes(path, max_bytes)
    try:
        content = read_content(data, path.suffix.lower(), max_bytes)
    except UnreadableError as error:
        raise CorpusError(path, error.reason, error.cure) from error
    if not content.text.strip():
        raise CorpusError(path, "holds no text", "fill it, or delete it")
    return content


def can_read(path: Path) -> bool:
    """Whether what reads files of this ending is installed."""
    form = FORMATS.get(path.suffix.lower())
    return form is None or form.is_installed


def front_matter_role(path: Path, document_id: str) -> Role:
    """The role that a file gives itself, without reading its text into blocks. Raises CorpusError
    as reading does.
    """
    if path.suffix.lower() not in MARKDOWN:
        return _role("", document_id)
    try:
        values, _ = split_front_matter(decode(_read_bytes(path, MAX_BYTES)))
    except UnreadableError as error:
        raise CorpusError(path, error.reason, error.cure) from error
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


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= max_bytes else b""
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise CorpusError(path, reason, "check the path and its permissions") from error
    if size > max_bytes:
        reason = f"is {size / (1 << 20):.1f} MB long, more than {max_bytes / (1 << 20):g} MB"
        raise CorpusError(path, reason, "split it, or raise CITECHAT_MAX_FILE_MEGABYTES")
    return data


def _title_of(document_id: str) -> str:
    return document_id.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ").strip()
