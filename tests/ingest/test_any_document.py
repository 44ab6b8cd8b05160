"""Any bytes under any ending are a document, or are named in one line; never a traceback, never a wait.

A few hundred each time; ``make fuzz`` tries ten thousand of each kind (``CITECHAT_FUZZ``).
"""

from __future__ import annotations

import io
import os
import time
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl
import pptx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from citechat_ingest import SUFFIXES, CorpusError, Document, read_document, split_passages

from .formats.making import epub, lines, packed, pdf

CASES = int(os.environ.get("CITECHAT_FUZZ", "300"))
# Seconds of this thread's work.
LONGEST_WAIT = 2.0
OF_TEXT = (".md", ".txt", ".html", ".csv", ".tsv", ".jsonl", ".xhtml")
many = settings(
    max_examples=CASES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def read(data: bytes, suffix: str) -> None:
    """Read a file as the corpus does, and check what came of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"any{suffix}"
        path.write_bytes(data)
        begun = time.thread_time()
        document, told = _read_or_named(path)
        passages = list(split_passages(document)) if document else []
        assert time.thread_time() - begun < LONGEST_WAIT
    assert told.isprintable()
    if document:
        document.text.encode("utf-8")
        assert all(p.text == document.text[p.start : p.end] for p in passages)
        places = [(p.start, p.end) for p in document.paragraphs]
        assert places == sorted(places)


def _read_or_named(path: Path) -> tuple[Document | None, str]:
    try:
        return read_document(path, "any"), ""
    except CorpusError as error:
        return None, str(error)


@many
@given(data=st.binary(max_size=2_000), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_are_read_or_named(data: bytes, suffix: str) -> None:
    read(data, suffix)


@many
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=600),
    suffix=st.sampled_from(OF_TEXT),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "latin-1")),
)
def test_any_text_in_any_encoding_is_read_or_named(text: str, suffix: str, encoding: str) -> None:
    handler = "surrogatepass" if encoding.startswith("utf") else "replace"
    read(text.encode(encoding, handler), suffix)


# What the formats are made of, in any order.
PIECES = [
    *("---\n", "title: a\n", "role: audit\n", "url: javascript:x\n", "&a [*a, *a]\n", "a: &a\n"),
    *("# ", "## ", "===\n", "- ", "1. ", "> ", "    ", "\t", "|a|b|\n", "|-|-|\n", "```\n", "***"),
    *(
        "<div>",
        "</div>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<script>",
        "<p hidden>",
        "&#x0;",
        "<br>",
    ),
    *("[a](b)", "[1]", "![x](y)", "[1]: z\n", "\\", "<https://a.b>", '"', ",", ";", "\n", "\n\n"),
    *(
        "The boat has 12 seats. ",
        "z. B. ",
        "船有十二个座位。",
        "Q: Why?\n",
        "A: Because.\n",
        "1962.[1] ",
        '{"Boat": {"Fee": ',
        '["Alma", null, 1.50]',
        "}",
    ),
    *("\ufeff", "\u200b", "\u2028", "\x00", "\x0c", "\r", "e\u0301", "\U0001f600", "\u202e"),
]


@pytest.mark.slow
@many
@given(
    pieces=st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from((1, 1, 1, 2, 40))), max_size=40
    ),
    suffix=st.sampled_from(OF_TEXT),
)
def test_any_order_of_marks_is_read_or_named(pieces: list[tuple[str, int]], suffix: str) -> None:
    read("".join(piece * times for piece, times in pieces).encode(), suffix)


# Files of programs, damaged


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("The boats", 1)
    document.add_paragraph("The boat has 12 seats.", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "Seats"
    return _saved(document)


def _slides() -> bytes:
    slides = pptx.Presentation()
    slides.slides.add_slide(slides.slide_layouts[1]).shapes.title.text = "The boats"
    return _saved(slides)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (("Boat", "Seats"), ("Ada", 12), ("Ines", 9)):
        book.active.append(row)
    return _saved(book)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


MADE = {
    ".docx": _word,
    ".pptx": _slides,
    ".xlsx": _workbook,
    ".epub": lambda: epub(
        {"one.xhtml": "<html><body><h1>Boats</h1><p>It sails.</p></body></html>"}
    ),
    ".pdf": lambda: pdf([lines("The boat has 12 seats.", "It sails at noon.")]),
}


@cache
def whole_file(suffix: str) -> bytes:
    """One good file of a kind; no fixture, which hypothesis would print with each case."""
    return MADE[suffix]()


def test_the_files_that_are_damaged_below_can_be_read_when_they_are_whole(
    tmp_path: Path,
) -> None:
    for suffix in MADE:
        (tmp_path / f"boats{suffix}").write_bytes(whole_file(suffix))
        assert "oat" in read_document(tmp_path / f"boats{suffix}", "boats").text


@pytest.mark.slow
@many
@given(
    suffix=st.sampled_from(tuple(MADE)),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_a_damaged_file_of_a_program_is_read_or_named(
    suffix: str, flips: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(whole_file(suffix))
    for place, value in flips:
        data[int(place * len(data))] = value
    read(bytes(data[: int(kept * len(data))]), suffix)


# Within the archive: its checks of sums do not stand before what reads the XML.
@pytest.mark.slow
@many
@given(
    suffix=st.sampled_from((".docx", ".pptx", ".xlsx", ".epub")),
    member=st.integers(0, 60),
    place=st.floats(0, 1, exclude_max=True),
    put=st.sampled_from(
        (b"", b"<", b">", b"&", b'"', b"\x00", b"\xff", b"9" * 30, b"-1", b"<a>" * 300, b"&x;")
    ),
    cut=st.integers(0, 40),
)
def test_a_damaged_part_of_an_archive_is_read_or_named(
    suffix: str, member: int, place: float, put: bytes, cut: int
) -> None:
    with zipfile.ZipFile(io.BytesIO(whole_file(suffix))) as whole:
        parts: dict[str, str | bytes] = {name: whole.read(name) for name in whole.namelist()}
    assume(member < len(parts))
    name = list(parts)[member]
    content = bytes(parts[name])  # type: ignore[arg-type]
    at = int(place * len(content))
    read(packed({**parts, name: content[:at] + put + content[at + cut :]}), suffix)
