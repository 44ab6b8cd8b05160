"""Small files of every format, made here: no file of anybody else's is kept."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Text = tuple[float, float, str]
"""Left, baseline, and what stands there."""


def pdf(pages: Sequence[Sequence[Text]], *, size: int = 10, title: str = "") -> bytes:
    """A PDF of lines set in Helvetica at their places; an empty page shows nothing."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects[2] = objects[2].replace(b" >>", b" /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        drawn = "\n".join(_drawn(text, size) for text in page).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return _with_table(objects)


def _drawn(text: Text, size: int) -> str:
    left, baseline, words = text
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    large = 2 * size if words.startswith("# ") else size
    return f"BT /F1 {large} Tf {left} {baseline} Td ({escaped.removeprefix('# ')}) Tj ET"


def _with_table(objects: Sequence[bytes]) -> bytes:
    """The objects with the table of their places that a PDF ends with."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        len(data),
    )
    return data + head + table + tail


def lines(*texts: str, left: float = 60, top: float = 700, step: float = 12) -> list[Text]:
    """Texts one below the other."""
    return [(left, top - step * number, text) for number, text in enumerate(texts)]


def packed(members: dict[str, str | bytes]) -> bytes:
    """A packed file with these members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def epub(pages: dict[str, str], *, locked: bool = False) -> bytes:
    """An e-book of these pages of HTML, in their order."""
    items = "".join(
        f'<item id="p{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="c"><rootfiles>'
        '<rootfile full-path="book/a.opf"/></rootfiles></container>',
        "book/a.opf": '<package xmlns="o" xmlns:dc="d"><metadata><dc:title>The Pier</dc:title>'
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{f"book/{name}": page for name, page in pages.items()},
    }
    if locked:
        members["META-INF/encryption.xml"] = (
            '<encryption><EncryptedData><CipherReference URI="book/one.xhtml"/></EncryptedData>'
            "</encryption>"
        )
    return packed(members)
