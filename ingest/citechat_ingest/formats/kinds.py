"""What a file really is, told by its first bytes: an ending says only what somebody called it."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ..errors import UnreadableError

MOST_UNPACKED = 10
"""How many times the longest file the content of a packed one may be, once it is unpacked."""

_MARKUP = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# The old files of Office, and a file of today's Office that has a password, are OLE containers.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PARTS = {
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
    "xl/workbook.xml": ".xlsx",
    "content.xml": ".odt",
    "META-INF/container.xml": ".epub",
}
"""A member that only one kind of packed file has → the ending of that kind."""
_BROKEN = "open it in its program and save it anew"
_NOT_HELD = "rename it to {}, or save it anew as {}"


def refuse_mislabelled(data: bytes, suffix: str) -> None:
    """Raise UnreadableError where the bytes are of another kind than the file's ending says."""
    kind = kind_of(data)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise UnreadableError("is encrypted", "remove its password and save it anew")
    if kind and kind != suffix:
        cure = _NOT_HELD.format(f"*{kind}", f"*{suffix}")
        raise UnreadableError(f"ends in {suffix} but holds {_NAMES[kind]}", cure)
    if not kind:
        reason = f"ends in {suffix} but holds no {_NAMES[suffix]}"
        raise UnreadableError(reason, "check what it is, and give it its own ending")


_NAMES = {
    ".pdf": "PDF",
    ".docx": "a Word document",
    ".pptx": "a presentation",
    ".xlsx": "a workbook",
    ".epub": "an e-book",
    ".odt": "an OpenDocument file",
    ".html": "HTML",
    ".rtf": "RTF",
    ".doc": "a file of old Office",
    ".zip": "a packed archive",
}


def kind_of(data: bytes) -> str:
    """The ending that fits the bytes; empty where they are text or something else."""
    # A PDF may stand behind a few lines of a mail or of a server's own.
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_packed(data)
    if data.startswith(_OLE):
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    return ".html" if _MARKUP.match(data[:4096]) else ""


def _kind_of_packed(data: bytes) -> str:
    with unpacked(data) as packed:
        names = set(packed.namelist())
    return next((kind for part, kind in _PARTS.items() if part in names), ".zip")


def unpacked(data: bytes) -> ZipFile:
    """A packed file, open. Raises UnreadableError when it is broken."""
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, EOFError, NotImplementedError, struct.error) as error:
        raise UnreadableError(f"is broken ({error})", _BROKEN) from error


def refuse_bomb(data: bytes, most_bytes: int) -> None:
    """Raise UnreadableError where a packed file says that it unpacks to more than ``most_bytes``.

    What it says binds: the library stops a member at the size that its header gives.
    """
    with unpacked(data) as packed:
        total = sum(member.file_size for member in packed.infolist())
    if total > most_bytes:
        reason = f"unpacks to {total >> 20} MB, more than {most_bytes >> 20} MB"
        raise UnreadableError(reason, "raise CITECHAT_MAX_FILE_MEGABYTES if you trust it")
