"""A PDF becomes paragraphs in reading order, each with its page."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from citechat_ingest import Document, read_document, split_passages
from citechat_ingest.errors import CorpusError

from .making import Text, lines, pdf

# A blank page with a password, written by pypdf.
ENCRYPTED = base64.b64decode(
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUHJvZHVjZXIgPGNlNmI0N2I3Mzg+Cj4+CmVuZG9iagoyIDAgb2Jq"
    "Cjw8Ci9UeXBlIC9QYWdlcwovQ291bnQgMQovS2lkcyBbIDQgMCBSIF0KPj4KZW5kb2JqCjMgMCBvYmoKPDwKL1R5"
    "cGUgL0NhdGFsb2cKL1BhZ2VzIDIgMCBSCj4+CmVuZG9iago0IDAgb2JqCjw8Ci9UeXBlIC9QYWdlCi9SZXNvdXJj"
    "ZXMgPDwKPj4KL01lZGlhQm94IFsgMC4wIDAuMCA3MiA3MiBdCi9QYXJlbnQgMiAwIFIKPj4KZW5kb2JqCjUgMCBv"
    "YmoKPDwKL1YgMgovUiAzCi9MZW5ndGggMTI4Ci9QIDQyOTQ5NjcyOTIKL0ZpbHRlciAvU3RhbmRhcmQKL08gPDBl"
    "NTIyOTI1YTNlNGU4NzRjM2NmYWNiZWY1MTFhNzNhYzRlYzJiZDg2NWRjZDNkNDYyNzYxNDkxN2FiZmQ3ZTQ+Ci9V"
    "IDxmNTUzMmU4ZTg5NjVmYjk3MWRlOTI3MGZmMjM3MzE3ZTI4YmY0ZTVlNGU3NThhNDE2NDAwNGU1NmZmZmEwMTA4"
    "Pgo+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAw"
    "MDAwNTkgMDAwMDAgbiAKMDAwMDAwMDExOCAwMDAwMCBuIAowMDAwMDAwMTY3IDAwMDAwIG4gCjAwMDAwMDAyNTkg"
    "MDAwMDAgbiAKdHJhaWxlcgo8PAovU2l6ZSA2Ci9Sb290IDMgMCBSCi9JbmZvIDEgMCBSCi9JRCBbIDw4NGYxNzUy"
    "NWYzNzdmNzlhOTU3OWI2NWQwOGFmMzNiOD4gPDg0ZjE3NTI1ZjM3N2Y3OWE5NTc5YjY1ZDA4YWYzM2I4PiBdCi9F"
    "bmNyeXB0IDUgMCBSCj4+CnN0YXJ0eHJlZgo0NzQKJSVFT0YK"
)


def _read(folder: Path, data: bytes) -> Document:
    path = folder / "harbour.pdf"
    path.write_bytes(data)
    return read_document(path, "harbour", "en")


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]


def test_lines_become_paragraphs_and_hyphens_are_mended(tmp_path: Path) -> None:
    page = lines(
        "# The harbour",
        "",
        "The boats are mended in the work-",
        "shop behind the pier, which has been open",
        "since 1892. A well-known smith works there.",
        "",
        "Die Vor- und Nach-",
        "teile sind bekannt, ebenso die Ein-",
        "und Ausfahrt.",
    )

    document = _read(tmp_path, pdf([page]))

    assert _blocks(document) == [
        ("heading", "The harbour"),
        (
            "paragraph",
            "The boats are mended in the workshop behind the pier, which has been open since 1892. "
            "A well-known smith works there.",
        ),
        (
            "paragraph",
            "Die Vor- und Nachteile sind bekannt, ebenso die Ein- und Ausfahrt.",
        ),
    ]


def test_headers_and_page_numbers_go_and_pages_are_kept(tmp_path: Path) -> None:
    pages = [
        [
            (60.0, 770.0, "Harbour rules"),
            *lines(f"Rule {word} is kept by all who moor here, day and night."),
            (300.0, 30.0, f"Page {number} of 3"),
        ]
        for number, word in enumerate(("one", "two", "three"), 1)
    ]

    document = _read(tmp_path, pdf(pages))

    assert "Harbour rules" not in document.text
    assert "Page" not in document.text
    assert [document.page_at(p.start) for p in document.paragraphs] == [1, 2, 3]
    assert [passage.page for passage in split_passages(document)] == [1, 2, 3]


def test_a_header_that_names_the_chapter_goes_too(tmp_path: Path) -> None:
    heads = ("Boats", "Nets", "Lamps", "Ropes", "Sails")
    pages = [
        [
            (60.0, 770.0, f"Of {head.lower()} and what becomes of them"),
            *lines(f"{head} are mended in spring.", "They are kept dry.", "Nobody may lend them."),
        ]
        for head in heads
    ]

    document = _read(tmp_path, pdf(pages))

    assert "what becomes of them" not in document.text


def test_a_paragraph_goes_on_overleaf(tmp_path: Path) -> None:
    pages = [
        lines("The lamp is lit at dusk and", top=100),
        lines("put out at dawn. It burns oil.", top=700),
    ]

    document = _read(tmp_path, pdf(pages))

    assert document.text == "The lamp is lit at dusk and put out at dawn. It burns oil."
    assert document.page_at(0) == 1
    assert document.page_at(document.text.index("put out")) == 2


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = lines(*[f"The left column says at line {n} what" for n in range(6)], left=50)
    right = lines(*[f"and the right one says it in line {n}" for n in range(6)], left=320)

    by_column = _read(tmp_path, pdf([[*left, *right]])).text
    by_line = _read(
        tmp_path, pdf([[each for pair in zip(left, right, strict=True) for each in pair]])
    )

    assert by_column.index("right one") > by_column.index("line 5 what")
    assert by_line.text.index("right one") > by_line.text.index("line 5 what")


def test_a_table_keeps_its_headers(tmp_path: Path) -> None:
    rows = [("Boat", "Berth", "Fee"), ("Alma", "Seven", "12 marks"), ("Berta", "Nine", "15 marks")]
    page: list[Text] = [
        (60.0 + 150 * column, 700.0 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]

    assert _blocks(_read(tmp_path, pdf([page]))) == [
        ("table", "Boat: Alma | Berth: Seven | Fee: 12 marks"),
        ("table", "Boat: Berta | Berth: Nine | Fee: 15 marks"),
    ]


def test_list_items_stand_alone_and_keep_their_numbers(tmp_path: Path) -> None:
    page = lines("1. Light the lamp with a", "   long match.", "2. Close the door.", "• Sleep.")

    assert _blocks(_read(tmp_path, pdf([page]))) == [
        ("item", "1. Light the lamp with a long match."),
        ("item", "2. Close the door."),
        ("item", "• Sleep."),
    ]


def test_dotted_lines_of_a_table_of_contents_go(tmp_path: Path) -> None:
    contents = lines("Boats . . . . . . . . . 3", "Lamps ............ 7", "Ropes .......... 9")

    document = _read(tmp_path, pdf([contents, lines("Boats are mended in spring.")]))

    assert document.text == "Boats are mended in spring."


@pytest.mark.parametrize(
    ("title", "expected"), [("Rules of the pier", "Rules of the pier"), ("rules.doc", "harbour")]
)
def test_a_title_that_a_program_gave_is_none(tmp_path: Path, title: str, expected: str) -> None:
    assert _read(tmp_path, pdf([lines("A text.")], title=title)).title == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(ENCRYPTED, "is encrypted; save it anew without a password", id="encrypted"),
        pytest.param(b"%PDF-1.4\nnothing more", "is broken; open it in its program", id="broken"),
        pytest.param(pdf([[]]), "holds no text, only pictures of its pages", id="scanned"),
        pytest.param(
            b"<!doctype html><html><body>Sign in",
            r"ends in .pdf but holds HTML; rename it to \*.html",
            id="mislabelled",
        ),
        pytest.param(b"Just words.", "ends in .pdf but holds no PDF", id="text"),
        pytest.param(b"", "is empty", id="empty"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cure(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    with pytest.raises(CorpusError, match=reason):
        _read(tmp_path, data)
