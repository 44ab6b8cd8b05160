"""EPUB → its chapters in reading order. A packed folder of HTML pages: nothing but Python's own
library is needed.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from ..errors import UnreadableError
from ..everyday import put_right
from ..layout import Block, Content, lay_out
from .html_page import decode_html, page_blocks
from .kinds import unpacked

_CURE = "open it in its program and save it anew"
# What the archive and the XML in it raise where bytes of them are others.
_BROKEN = (
    *(LookupError, ValueError, RuntimeError, EOFError, OSError),
    *(ET.ParseError, BadZipFile, zlib.error),
)
_ENCRYPTED = "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm")


def read_epub(data: bytes) -> Content:
    """The text of a book. Raises UnreadableError."""
    with unpacked(data) as packed:
        try:
            _refuse_locked(packed)
            package_path = _package_path(packed)
            package = ET.fromstring(packed.read(package_path))
            blocks = list(_chapters(packed, package, posixpath.dirname(package_path)))
        except _BROKEN as error:
            reason = " ".join(str(error).split())
            raise UnreadableError(f"is broken ({reason})", _CURE) from error
    return lay_out(put_right(blocks), {"title": _first_text(package, "title")})


def _refuse_locked(packed: ZipFile) -> None:
    """A book under digital rights management lists its pages as encrypted; fonts may be."""
    if _ENCRYPTED not in packed.namelist():
        return
    listed = ET.fromstring(packed.read(_ENCRYPTED))
    paths = [element.get("URI", "").lower() for element in listed.iter()]
    if any(path.endswith(_PAGES) for path in paths):
        raise UnreadableError("is encrypted", "use a copy without copy protection")


def _package_path(packed: ZipFile) -> str:
    container = ET.fromstring(packed.read("META-INF/container.xml"))
    for element in container.iter():
        if _name(element) == "rootfile":
            return element.get("full-path", "")
    raise UnreadableError("is broken (it names no package)", _CURE)


def _chapters(packed: ZipFile, package: ET.Element, folder: str) -> Iterator[Block]:
    """The blocks of the pages that the spine lists; the table of contents is none of them."""
    contents = {
        element.get("href", "")
        for element in package.iter()
        if _name(element) == "reference" and element.get("type") == "toc"
    }
    pages: dict[str, str] = {}
    for element in package.iter():
        is_contents = "nav" in element.get("properties", "") or element.get("href", "") in contents
        if _name(element) == "item" and not is_contents:
            pages[element.get("id", "")] = unquote(element.get("href", ""))
    for element in package.iter():
        page = pages.get(element.get("idref", "")) if _name(element) == "itemref" else None
        if page:
            source = decode_html(packed.read(posixpath.normpath(posixpath.join(folder, page))))
            yield from page_blocks(source)


def _first_text(package: ET.Element, name: str) -> str:
    named = (element for element in package.iter() if _name(element) == name)
    texts = (" ".join((element.text or "").split()) for element in named)
    return next(filter(None, texts), "")


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
