"""Word, slides, workbooks, tables, pages of HTML and e-books become the text that a reader sees;
what cannot be read is named with its cure.
"""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from citechat_ingest import CorpusError, Document, formats, read_corpus, read_document
from citechat_ingest.formats import FORMATS, Format

from .making import epub, packed, pdf

Blocks = list[tuple[str, str]]


def _read(folder: Path, data: bytes | str, name: str, **bounds: int) -> Document:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return read_document(path, path.stem, "en", **bounds)


def _blocks(document: Document) -> Blocks:
    return [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]


# Word


def _word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Rules of the pier"
    document.add_heading("Opening hours", 1)
    document.add_paragraph("The pier opens at seven.")
    document.add_paragraph("Light the lamp.", style="List Number")
    document.add_paragraph("Close the door.", style="List Number")
    document.add_paragraph("Sleep.", style="List Bullet")
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(
        table.rows, (("Boat", "Berth", "Fee"), ("Alma", "7", "12"), ("Berta", "9", "")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[1].cells[1].merge(table.rows[1].cells[2])
    document.add_paragraph("After the table.")
    return _saved(document)


def _saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_a_word_file_without_properties_is_not_called_by_the_librarys_name_for_it(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.core_properties.title = "Word Document"
    document.add_heading("The van", 1)
    document.add_paragraph("The van is white.")

    assert _read(tmp_path, _saved(document), "van.docx").title == "The van"


def test_word_keeps_headings_numbers_and_tables_in_order(tmp_path: Path) -> None:
    document = _read(tmp_path, _word(), "pier.docx")

    assert document.title == "Rules of the pier"
    assert _blocks(document) == [
        ("heading", "Opening hours"),
        ("paragraph", "The pier opens at seven."),
        ("item", "1. Light the lamp."),
        ("item", "2. Close the door."),
        ("item", "Sleep."),
        ("table", "Boat: Alma | Berth: 7, 12"),
        ("table", "Boat: Berta | Berth: 9"),
        ("paragraph", "After the table."),
    ]


# Slides


def _slides() -> bytes:
    presentation = pptx.Presentation()
    first = presentation.slides.add_slide(presentation.slide_layouts[1])
    first.shapes.title.text = "The harbour"
    first.placeholders[1].text = "Opens at seven\nCloses at nine"
    first.notes_slide.notes_text_frame.text = "Say why it closes early."
    second = presentation.slides.add_slide(presentation.slide_layouts[5])
    second.shapes.title.text = "Boats"
    numbers = CategoryChartData()
    numbers.categories = ["2023", "2024"]
    numbers.add_series("Boats", (12, 15.5))
    inches = Inches(1), Inches(2), Inches(4), Inches(3)
    second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *inches, numbers)
    return _saved(presentation)


def test_slides_stand_under_their_titles_with_their_numbers(tmp_path: Path) -> None:
    document = _read(tmp_path, _slides(), "harbour.pptx")

    assert _blocks(document) == [
        ("heading", "The harbour"),
        ("item", "Opens at seven"),
        ("item", "Closes at nine"),
        ("paragraph", "Say why it closes early."),
        ("heading", "Boats"),
        ("table", "2023 | Boats: 12"),
        ("table", "2024 | Boats: 15.5"),
    ]
    assert document.page_at(document.text.index("why it closes")) == 1
    assert document.page_at(document.text.index("15.5")) == 2


# Tables


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Fees"
    for row in (
        ["Fees of the harbour"],
        [],
        ["Boat", "Berth", "Since", "Fee", "Share"],
        ["Alma", 7, dt.datetime(2024, 3, 1), 12.5, 0.25],
        ["Berta", 9, dt.datetime(2025, 1, 2), 15, 0.3],
    ):
        sheet.append(row)
    sheet["D4"].number_format = '#,##0.00 "€"'
    sheet["E4"].number_format = "0%"
    hidden = book.create_sheet("Draft")
    hidden.append(["not", "shown"])
    hidden.sheet_state = "hidden"
    return _saved(book)


def test_each_row_of_a_workbook_has_its_headers(tmp_path: Path) -> None:
    assert _blocks(_read(tmp_path, _workbook(), "fees.xlsx")) == [
        ("heading", "Fees"),
        ("paragraph", "Fees of the harbour"),
        ("table", "Boat: Alma | Berth: 7 | Since: 2024-03-01 | Fee: 12.50 € | Share: 25%"),
        ("table", "Boat: Berta | Berth: 9 | Since: 2025-01-02 | Fee: 15 | Share: 0.3"),
    ]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param("Boat,Fee\nAlma,12\n", ["Boat: Alma | Fee: 12"], id="commas"),
        pytest.param('Boat;Fee\nAlma;"12,50"\n', ["Boat: Alma | Fee: 12,50"], id="semicolons"),
        pytest.param("Boat\tFee\nAlma\t12\n", ["Boat: Alma | Fee: 12"], id="tabs"),
        pytest.param(
            'Boat,Note\nAlma,"two\nlines"\n', ["Boat: Alma | Note: two lines"], id="lines"
        ),
        pytest.param("名称,价格\n小船,12元\n", ["名称：小船 | 价格：12元"], id="Chinese"),
        pytest.param("Alma,12\nBerta,15\n", ["Alma | 12", "Berta | 15"], id="no header"),
        pytest.param(
            "Boat,2023,2024\nAlma,12,13\n", ["Boat: Alma | 2023: 12 | 2024: 13"], id="years"
        ),
        pytest.param("Boat,Fee\n,\nAlma,\n", ["Boat: Alma"], id="empty cells and rows"),
        pytest.param("Boat,Fee\n", ["Boat | Fee"], id="nothing but a header"),
        pytest.param("one\ntwo\n", ["one", "two"], id="one column"),
    ],
)
def test_each_row_of_csv_has_its_headers(tmp_path: Path, source: str, rows: list[str]) -> None:
    assert [text for _, text in _blocks(_read(tmp_path, source, "fees.csv"))] == rows


def _json_lines(*records: object) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        pytest.param(
            _json_lines({"Boat": "Alma", "Fee": 12}, {"Boat": "Berta", "Berth": 9}),
            ["Boat: Alma | Fee: 12", "Boat: Berta | Berth: 9"],
            id="each with its own keys",
        ),
        pytest.param(
            _json_lines({"名称": "小船", "价格": "12元"}), ["名称：小船 | 价格：12元"], id="Chinese"
        ),
        pytest.param(_json_lines({"Größe": "über 5 m"}), ["Größe: über 5 m"], id="German"),
        pytest.param('{"Fee": 12.50, "Tax": 1e3}', ["Fee: 12.50 | Tax: 1e3"], id="as written"),
        pytest.param(
            _json_lines({"Master": {"Name": "Ada", "Age": 40}}),
            ["Master Name: Ada | Master Age: 40"],
            id="within another",
        ),
        pytest.param(
            _json_lines({"Days": ["Mon", "Tue"], "Crew": [{"Name": "Ole"}, {"Name": "Ada"}]}),
            ["Days: Mon, Tue | Crew Name: Ole | Crew Name: Ada"],
            id="lists",
        ),
        pytest.param(
            _json_lines({"Open": True, "Fee": None, "Note": ""}), ["Open: true"], id="no value"
        ),
        pytest.param('\n{"Boat": "Alma\\ud800"}\r\n\n', ["Boat: Alma?"], id="half a character"),
        pytest.param('{"Boat": "Al\u2028ma"}', ["Boat: Al ma"], id="a line end within"),
    ],
)
def test_each_record_of_json_lines_is_a_row(tmp_path: Path, source: str, rows: list[str]) -> None:
    assert _blocks(_read(tmp_path, source, "fees.jsonl")) == [("table", row) for row in rows]


def test_a_long_text_of_a_record_is_cited_by_its_paragraphs(tmp_path: Path) -> None:
    record = {"Boat": "Alma", "Log": "We left at seven.\n\nThe sea was calm.", "Fee": 12}

    assert _blocks(_read(tmp_path, _json_lines(record), "log.ndjson")) == [
        ("table", "Boat: Alma | Fee: 12"),
        ("paragraph", "We left at seven."),
        ("paragraph", "The sea was calm."),
    ]


# Pages and books


HTML = """<!doctype html><html><head><title>The &amp; Pier</title><style>p {}</style></head>
<body><nav><a href="/">Home</a></nav><h1>Fees</h1><p>A berth costs <b>12</b> marks.</p>
<ul><li>Alma</li><li>Berta</li></ul><table><tr><th>Boat</th><th>Fee</th></tr>
<tr><td>Alma</td><td>12</td></tr></table><form><button>Send</button></form>
<footer>Imprint</footer></body></html>"""
SEEN: Blocks = [
    ("heading", "Fees"),
    ("paragraph", "A berth costs 12 marks."),
    ("item", "Alma"),
    ("item", "Berta"),
    ("table", "Boat: Alma | Fee: 12"),
]


def test_a_page_is_read_without_its_menus(tmp_path: Path) -> None:
    document = _read(tmp_path, HTML, "pier.html")

    assert document.title == "The & Pier"
    assert _blocks(document) == SEEN


def test_a_page_that_is_all_menu_is_shown(tmp_path: Path) -> None:
    assert _read(tmp_path, "<body><nav><p>Boats and nets", "pier.htm").text == "Boats and nets"


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = '<meta charset="shift_jis"><p>図書館</p>'

    assert _read(tmp_path, page.encode("shift_jis"), "pier.html").text == "図書館"


def test_a_book_is_read_in_the_order_of_its_chapters(tmp_path: Path) -> None:
    document = _read(tmp_path, epub({"z.xhtml": HTML, "a.xhtml": "<p>The end.</p>"}), "pier.epub")

    assert document.title == "The Pier"
    assert _blocks(document) == [*SEEN, ("paragraph", "The end.")]


# What cannot be read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.docx", LOCKED, "is encrypted; remove its password", id="encrypted"),
        pytest.param("a.docx", OLE, "holds a file of old Office", id="old Word"),
        pytest.param("a.docx", _workbook(), "holds a workbook; rename it", id="mislabelled"),
        pytest.param("a.txt", pdf([[]]), "ends in .txt but holds PDF", id="no text"),
        pytest.param("a.docx", _word()[:-400], "is broken", id="cut off"),
        pytest.param(
            "a.docx", packed({"word/document.xml": "<w"}), "is broken", id="no XML within"
        ),
        pytest.param("a.xlsx", packed({"xl/workbook.xml": ""}), "is broken", id="empty within"),
        pytest.param("a.pptx", packed({"ppt/presentation.xml": ""}), "is broken", id="no slides"),
        pytest.param("a.epub", epub({"one.xhtml": "x"}, locked=True), "is encrypted", id="locked"),
        pytest.param(
            "a.epub", packed({"META-INF/container.xml": "<c/>"}), "names no package", id="no book"
        ),
        pytest.param("a.doc", OLE, "format that is not read; save it as .docx", id="old format"),
        pytest.param("a.csv", '"' + "x" * (2 << 20), "is no table", id="a cell without end"),
        pytest.param("a.jsonl", '{"a": 1}\n{"a": ', "no record in line 2", id="a line cut off"),
        pytest.param("a.jsonl", "[1]\n", r"\(a value without keys\); write one", id="a bare list"),
        pytest.param("a.jsonl", '{"a":' + "[" * 9999, "no record in line 1", id="without end"),
        pytest.param("a.jsonl", '{"' + "k" * 201 + '": 1}', "a key of more than", id="a long key"),
        pytest.param("a.jsonl", pdf([[]]), "ends in .jsonl but holds PDF", id="no records"),
        pytest.param("a.jsonl", '{"a": null}', "holds no text", id="a record of nothing"),
        pytest.param("a.md", " \n", "is empty", id="empty"),
        pytest.param("a.html", "<title>Only</title>", "holds no text", id="no text within"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, name: str, data: bytes | str, reason: str
) -> None:
    with pytest.raises(CorpusError, match=reason):
        _read(tmp_path, data, name)


def test_a_file_beyond_the_bound_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"is 2.0 MB long, more than 1 MB; split it, or raise"):
        _read(tmp_path, "x" * (2 << 20), "long.txt", max_bytes=1 << 20)


def test_a_packed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = packed({"word/document.xml": "<w/>", "word/zeros": b"\0" * (12 << 20)})

    with pytest.raises(CorpusError, match="unpacks to 12 MB, more than 10 MB"):
        _read(tmp_path, bomb, "bomb.docx", max_bytes=1 << 20)


def test_without_the_extra_the_way_to_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(formats.FORMATS, ".pdf", Format(FORMATS[".pdf"].read, ".pdf", "no_such"))

    with pytest.raises(CorpusError, match=r'run: pip install "citechat\[files\]"'):
        _read(tmp_path, pdf([[(60, 700, "Text.")]]), "pier.pdf")


def test_the_others_are_read_and_each_failure_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("Boat,Fee\nAlma,12\n", encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-")
    (tmp_path / "old.rtf").write_bytes(b"{\\rtf1}")
    skipped: list[CorpusError] = []

    documents = list(read_corpus([tmp_path], skipped.append))

    assert [document.document_id for document in documents] == ["good"]
    assert [Path(error.path).name for error in skipped] == ["bad.pdf", "old.rtf"]


def test_a_new_format_is_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.FORMATS, ".page", FORMATS[".html"])

    assert _read(tmp_path, "<p>Boats</p>", "pier.page").text == "Boats"


def test_a_packed_file_whose_bytes_have_changed_is_named(tmp_path: Path) -> None:
    good = epub({"one.xhtml": "<p>The pier opens at seven.</p>"})
    changed = [bytearray(good) for _ in range(2)]
    changed[0][good.index(b"META-INF/container.xml") + 30] ^= 0xFF  # what is packed
    changed[1][good.index(b"PK\x01\x02") + 6] = 200  # the version that unpacks it

    for data in changed:
        with pytest.raises(CorpusError, match="is broken"):
            _read(tmp_path, bytes(data), "book.epub")
