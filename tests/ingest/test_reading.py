"""A file becomes the text that a reader sees, with exact offsets for every block."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat_ingest import CorpusError, Document, read_document


def _read(
    folder: Path, content: str | bytes, name: str = "page.md", language: str | None = None
) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_document(path, name.rsplit(".", 1)[0], language)


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("markdown", "visible"),
    [
        pytest.param(
            "A [link](http://x.example/y) here.", "A link here.", id="link loses its address"
        ),
        pytest.param(
            "See <http://x.example>.",
            "See http://x.example.",
            id="bare address is what a reader sees",
        ),
        pytest.param(
            "A [link][1] here.\n\n[1]: http://x.example", "A link here.", id="reference link"
        ),
        pytest.param("An *old* and **big** ***tower***.", "An old and big tower.", id="emphasis"),
        pytest.param(
            "A **[bold *link*](http://x.example)**.",
            "A bold link.",
            id="emphasis around and in a link",
        ),
        pytest.param("Run `make *all*`.", "Run make *all*.", id="code keeps its asterisks"),
        pytest.param("![A tower](tower.png)", "A tower", id="image shows its description"),
        pytest.param("A <b>bold</b> word.", "A bold word.", id="inline html"),
        pytest.param("2 \\* 3 &amp; 4", "2 * 3 & 4", id="escape and entity"),
        pytest.param(
            "2 * 3 * 4 and snake_case_name",
            "2 * 3 * 4 and snake_case_name",
            id="marks that are none",
        ),
        pytest.param("one\ntwo", "one\ntwo", id="soft line break"),
        pytest.param("one  \ntwo\\\nthree", "one\ntwo\nthree", id="hard line breaks"),
        pytest.param("> quoted\n> words", "quoted\nwords", id="block quote"),
        pytest.param("above\n\n---\n\nbelow", "above\n\nbelow", id="rule"),
        pytest.param("seen<!-- not seen --> still", "seen still", id="comment in a line"),
        pytest.param("**深圳**发放[训练券](http://x.example)。", "深圳发放训练券。", id="Chinese"),
    ],
)
def test_markdown_becomes_the_text_a_reader_sees(
    tmp_path: Path, markdown: str, visible: str
) -> None:
    assert _read(tmp_path, markdown).text == visible


def test_each_list_item_is_a_block_on_a_line_of_its_own(tmp_path: Path) -> None:
    document = _read(
        tmp_path, "Ships:\n\n- one\n- *two*\n  - two and a half\n\n1. three\n\nafter\n"
    )

    assert document.text == "Ships:\none\ntwo\ntwo and a half\n1. three\n\nafter"
    assert [kind for kind, _ in _blocks(document)] == [
        "paragraph",
        "item",
        "item",
        "item",
        "item",
        "paragraph",
    ]


def test_a_table_row_is_one_block_that_names_its_columns(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "| City | **Firms** |\n|---|---|\n| Beijing | [2400](http://x.example) |\n\nafter\n",
    )

    assert _blocks(document) == [
        ("table", "City: Beijing | Firms: 2400"),
        ("paragraph", "after"),
    ]
    assert document.text == "City: Beijing | Firms: 2400\n\nafter"


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("```python\nx = '**1**'\n\n# no heading\n```\n", id="fenced"),
        pytest.param("    x = '**1**'\n\n    # no heading\n", id="indented"),
    ],
)
def test_a_code_block_is_kept_letter_by_letter(tmp_path: Path, markdown: str) -> None:
    assert _blocks(_read(tmp_path, markdown)) == [("code", "x = '**1**'\n\n# no heading")]


def test_paragraphs_stand_under_the_nearest_heading_above_them(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "Before.\n\n# Tower\n\nTall.\n\n## The *lamp*\n\n- Bright.\n\nHarbour\n-------\n\nWet.\n",
    )

    assert [
        (p.section, document.text[p.start : p.end])
        for p in document.paragraphs
        if p.kind != "heading"
    ] == [
        ("", "Before."),
        ("Tower", "Tall."),
        ("The lamp", "Bright."),
        ("Harbour", "Wet."),
    ]


def test_front_matter_fills_the_document_and_stays_out_of_its_text(tmp_path: Path) -> None:
    source = (
        '---\ntitle: "Tower: a history"\npublisher: Norden Press\npublished: 2024-10-22\nurl: https://x.example/a\n'
        "other: ignored\n---\n\n# Heading\n\nText.\n"
    )
    document = _read(tmp_path, source)

    assert document.title == "Tower: a history"
    assert (document.publisher, document.published, document.url) == (
        "Norden Press",
        "2024-10-22",
        "https://x.example/a",
    )
    assert document.text == "Heading\n\nText."


@pytest.mark.parametrize(
    ("written", "published"),
    [
        pytest.param("2024-02-30", "2024-02-30", id="a day that is none"),
        pytest.param("2024-10-22T25:61:00Z", "2024-10-22T25:61:00Z", id="an hour that is none"),
        pytest.param("2024-10", "2024-10", id="month"),
        pytest.param("0017", "0017", id="zeros in front"),
        pytest.param("yes", "yes", id="truth value"),
        pytest.param("1_000", "1_000", id="number with an underscore"),
        pytest.param("", "", id="nothing"),
        pytest.param('""', "", id="empty text"),
    ],
)
def test_values_of_the_front_matter_are_kept_as_they_are_written(
    tmp_path: Path, written: str, published: str
) -> None:
    assert _read(tmp_path, f"---\npublished: {written}\n---\nText.\n").published == published


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param(
            "---\ntitle: From the front\n---\n# Heading\n", "From the front", id="front matter"
        ),
        pytest.param(
            "---\ntitle:\n---\n# Heading\n", "Heading", id="empty title in the front matter"
        ),
        pytest.param('---\ntitle: ""\n---\n# Heading\n', "Heading", id="empty text as title"),
        pytest.param("Text.\n\n## The **heading**\n\n# Later\n", "The heading", id="first heading"),
        pytest.param("Text.\n", "old light house", id="file name"),
    ],
)
def test_the_title_comes_from_the_front_matter_then_the_heading_then_the_name(
    tmp_path: Path, source: str, title: str
) -> None:
    path = tmp_path / "old-light_house.md"
    path.write_text(source, encoding="utf-8")

    assert read_document(path, "coast/old-light_house").title == title


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("---\n---\nText.", "Text.", id="empty"),
        pytest.param("Text.\n\n---\ntitle: T\n", "Text.\n\ntitle: T", id="not on the first line"),
        pytest.param("---\ntitle: T\n", "title: T", id="never closed"),
    ],
)
def test_only_a_closed_block_on_the_first_line_is_front_matter(
    tmp_path: Path, source: str, text: str
) -> None:
    assert _read(tmp_path, source).text == text


@pytest.mark.parametrize(
    ("front", "title"),
    [
        pytest.param("title: Tower: a history", "Tower: a history", id="colon in a value"),
        pytest.param("title: [Tower\nurl: u", "[Tower", id="bracket never closed"),
        pytest.param(f"title: {'[' * 3000}", "[" * 3000, id="brackets without end"),
        pytest.param("Title: 'Tower'", "Tower", id="capital key"),
        pytest.param("title: Tower\ntags: [a, b]\nauthor: {name: x}", "Tower", id="nested"),
    ],
)
def test_front_matter_that_yaml_refuses_is_read_line_by_line(
    tmp_path: Path, front: str, title: str
) -> None:
    document = _read(tmp_path, f"---\n{front}\n---\n\nText.\n")

    assert (document.title, document.text) == (title, "Text.")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(
            "---\n\nThe pool opens at seven.\n\n---\n\nThe sauna opens at nine.",
            "The pool opens at seven.\n\nThe sauna opens at nine.",
            id="a rule above and below",
        ),
        pytest.param(
            "---\n\nNote: The pool is closed.\n\n---\n\nText.",
            "Note: The pool is closed.\n\nText.",
            id="a sentence with a colon",
        ),
        pytest.param(
            "---\nNote: The pool is closed.\n---\nText.",
            "Note: The pool is closed.\n\nText.",
            id="close to the rules",
        ),
        pytest.param(
            "---\n# Rules of the pool\n---\nText.", "Rules of the pool\n\nText.", id="a heading"
        ),
        pytest.param("---\n- Tower\n---\nText.", "Tower\n\nText.", id="a list"),
        pytest.param("---\njust words\n---\nText.", "just words\n\nText.", id="words"),
    ],
)
def test_a_page_that_begins_with_a_rule_loses_nothing(
    tmp_path: Path, source: str, text: str
) -> None:
    assert _read(tmp_path, source).text == text


def test_aliases_that_unfold_without_end_cost_nothing(tmp_path: Path) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for n in range(1, 12):
        levels.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]")
    front = "\n".join(["title: Tower", *levels])

    assert _read(tmp_path, f"---\n{front}\n---\nText.\n").title == "Tower"


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        pytest.param(
            "<details>\n<summary>A dog?</summary>\nDogs may not enter.\n</details>\n",
            [("heading", "A dog?"), ("paragraph", "Dogs may not enter.")],
            id="details",
        ),
        pytest.param(
            "<p>Adults pay <b>nine</b> euros &amp; more.</p>\n",
            [("paragraph", "Adults pay nine euros & more.")],
            id="paragraph",
        ),
        pytest.param(
            '<div align=center>\nOpen<br>daily\n<img src="x.png">\n</div>\n',
            [("paragraph", "Open\ndaily")],
            id="division with a line break",
        ),
        pytest.param(
            "<table>\n<tr><th>Thing</th><th>Price</th></tr>\n"
            "<tr><td>Locker</td><td>2 euros</td></tr>\n</table>\n",
            [("table", "Thing: Locker | Price: 2 euros")],
            id="table with a header",
        ),
        pytest.param(
            "<table>\n<tr><td>Locker<td><p>2 euros</p><p>a day</p>\n<tr><td>Towel</td></tr></table>\n",
            [("table", "Locker | 2 euros, a day"), ("table", "Towel")],
            id="table without a header, tags left open",
        ),
        pytest.param(
            "<ol><li><p>one</p></li><li>two</li></ol>\n",
            [("item", "1. one"), ("item", "2. two")],
            id="numbered list",
        ),
        pytest.param("<ul><li>one<li>two</ul>\n", [("item", "one"), ("item", "two")], id="list"),
        pytest.param(
            "<h2>Light</h2>\nIt shines.\n",
            [("heading", "Light"), ("paragraph", "It shines.")],
            id="heading",
        ),
        pytest.param(
            "<style>p {color: red}</style>\n<script>alert(1)</script>\n\nText.\n",
            [("paragraph", "Text.")],
            id="what no reader sees",
        ),
        pytest.param(
            "<div>\n\nText.\n\n</div>\n", [("paragraph", "Text.")], id="parted from its tags"
        ),
    ],
)
def test_html_blocks_are_read_as_a_reader_sees_them(
    tmp_path: Path, markdown: str, blocks: list[tuple[str, str]]
) -> None:
    assert _blocks(_read(tmp_path, markdown)) == blocks


def test_a_comment_below_html_names_it(tmp_path: Path) -> None:
    (paragraph,) = _read(
        tmp_path, "<p>It shines.</p>\n<!-- paragraph: p-1; sources: a -->\n"
    ).paragraphs

    assert (paragraph.name, paragraph.sources) == ("p-1", ("a",))


@pytest.mark.parametrize(
    ("markdown", "visible"),
    [
        pytest.param("7:00<br>20:00", "7:00\n20:00", id="in a paragraph"),
        pytest.param("## Opening<br/>hours", "Opening\nhours", id="in a heading"),
        pytest.param(
            "| Day | Hours |\n|---|---|\n| Monday<br>Tuesday | 7:00<BR />20:00 |",
            "Day: Monday, Tuesday | Hours: 7:00, 20:00",
            id="in a table",
        ),
    ],
)
def test_a_line_break_tag_does_not_glue_words(tmp_path: Path, markdown: str, visible: str) -> None:
    assert _read(tmp_path, markdown).text == visible


def test_a_title_from_a_heading_is_one_line(tmp_path: Path) -> None:
    assert _read(tmp_path, "# Opening<br>hours\n").title == "Opening hours"


@pytest.mark.parametrize(
    ("markdown", "visible"),
    [
        pytest.param("1. Stay calm.\n2. Close it.", "1. Stay calm.\n2. Close it.", id="stops"),
        pytest.param("3) Walk.\n4) Wait.", "3) Walk.\n4) Wait.", id="brackets, from three"),
        pytest.param("- a\n  1. b\n- c", "a\n1. b\nc", id="within bullets"),
        pytest.param("1. a\n\n   more\n2. b", "1. a\nmore\n2. b", id="two paragraphs"),
        pytest.param("1. ```\n   code\n   ```\n- b", "code\nb", id="code only"),
    ],
)
def test_the_numbers_of_an_ordered_list_are_read(
    tmp_path: Path, markdown: str, visible: str
) -> None:
    assert _read(tmp_path, markdown).text.replace("\n\n", "\n") == visible


@pytest.mark.parametrize(
    ("markdown", "rows"),
    [
        pytest.param("| a | b |\n|---|---|", ["a | b"], id="a header alone"),
        pytest.param("| | b |\n|---|---|\n| 1 | 2 |", ["1 | b: 2"], id="a column without name"),
        pytest.param("| a: | b |\n|---|---|\n| 1 | |", ["a: 1"], id="an empty cell, a colon"),
        pytest.param(
            "| 城市 | 企业 |\n|---|---|\n| 北京 | 2400 |", ["城市：北京 | 企业：2400"], id="Chinese"
        ),
    ],
)
def test_each_row_of_a_table_says_what_its_cells_mean(
    tmp_path: Path, markdown: str, rows: list[str]
) -> None:
    assert _blocks(_read(tmp_path, markdown)) == [("table", row) for row in rows]


def test_a_sentence_with_a_rule_right_below_it_is_no_heading(tmp_path: Path) -> None:
    document = _read(tmp_path, "The concert is on 12 June.\n---\nTickets are free.\n")

    assert [p.kind for p in document.paragraphs] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_what_no_reader_sees_is_not_in_the_text(tmp_path: Path, name: str) -> None:
    source = "Die Ver\u00adtrags\u00adstrafe, the pen\u200balty, a\u2060b, \ufeffc."

    assert _read(tmp_path, source, name).text == "Die Vertragsstrafe, the penalty, ab, c."


def test_lists_and_quotes_may_be_deep(tmp_path: Path) -> None:
    nested = "\n".join("  " * depth + f"- item {depth}" for depth in range(40))

    assert len(_read(tmp_path, nested).paragraphs) == 40
    assert _read(tmp_path, "> " * 40 + "deep").text == "deep"


@pytest.mark.parametrize(
    ("markdown", "notes"),
    [
        pytest.param(
            "A.\n<!-- paragraph: p-1; sources: miit-2024, caict -->\n",
            [("p-1", ("miit-2024", "caict"))],
            id="both",
        ),
        pytest.param("A.\n<!-- paragraph: p-1 -->\n", [("p-1", ())], id="name only"),
        pytest.param(
            "A.\n<!-- paragraph: p-1; sources: -->\n", [("p-1", ())], id="no source named"
        ),
        pytest.param(
            "A.\n\n<!-- paragraph: p-1; sources: a -->\n\nB.\n",
            [("p-1", ("a",)), ("", ())],
            id="after a blank line",
        ),
        pytest.param(
            "A.\n<!--\nparagraph: p-1;\nsources: a,\n  b\n-->\n",
            [("p-1", ("a", "b"))],
            id="over several lines",
        ),
        pytest.param("A.\n<!-- to do: rewrite -->\n", [("", ())], id="another comment"),
        pytest.param("<!-- paragraph: p-1 -->\n\nA.\n", [("", ())], id="above the first paragraph"),
        pytest.param(
            "- A.\n<!-- paragraph: p-1; sources: a -->\n- B.\n",
            [("p-1", ("a",)), ("", ())],
            id="below a list item",
        ),
    ],
)
def test_a_comment_names_the_paragraph_above_it_and_its_sources(
    tmp_path: Path, markdown: str, notes: list[tuple[str, tuple[str, ...]]]
) -> None:
    document = _read(tmp_path, markdown)

    assert [(p.name, p.sources) for p in document.paragraphs] == notes
    assert "<!--" not in document.text


def test_a_byte_order_mark_does_not_hide_the_front_matter(tmp_path: Path) -> None:
    document = _read(tmp_path, b"\xef\xbb\xbf---\ntitle: Tower\n---\nText.\n")

    assert (document.title, document.text) == ("Tower", "Text.")


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old mac"])
@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_line_ends_of_other_systems_read_like_plain_ones(
    tmp_path: Path, name: str, end: str
) -> None:
    source = "---\ntitle: Tower\n---\n\n# Heading\n\nOne\ntwo.\n\nThree.\n"

    assert _read(tmp_path, source.replace("\n", end), name) == _read(tmp_path, source, name)


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        pytest.param("Гавань".encode("cp1251"), "byte 0xc3 at position 0", id="Cyrillic"),
        pytest.param("port: łódka".encode("cp1250"), "byte 0xb3 at position 6", id="Polish"),
    ],
)
def test_a_file_whose_encoding_cannot_be_told_is_refused_with_the_place_and_the_cure(
    tmp_path: Path, name: str, content: bytes, place: str
) -> None:
    with pytest.raises(CorpusError) as caught:
        _read(tmp_path, content, name)

    message = str(caught.value)
    assert message.startswith(f"{tmp_path / name}: is in an encoding that cannot be told (byte 0x")
    assert place in message
    assert message.endswith("save the file as UTF-8, or move it out of the corpus")


def test_a_file_that_is_not_there_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(
        CorpusError, match=r"gone\.md: cannot be read \(.+\); check the path and its permissions"
    ):
        read_document(tmp_path / "gone.md", "gone")


def test_plain_text_is_kept_verbatim(tmp_path: Path) -> None:
    source = (
        "---\ntitle: T\n---\n  A *star* [x](y)\n# no heading\n\n \t\n 二。 \n\n\n- <b>three</b>\n"
    )
    document = _read(tmp_path, source, "old_note.txt")

    assert document.text == source
    assert document.title == "old note"
    assert _blocks(document) == [
        ("paragraph", "---\ntitle: T\n---\n  A *star* [x](y)\n# no heading"),
        ("paragraph", "二。"),
        ("paragraph", "- <b>three</b>"),
    ]


@pytest.mark.parametrize(
    ("name", "source", "reason"),
    [
        ("page.md", "", "is empty"),
        ("page.txt", " \n\t\n\n", "is empty"),
        ("page.md", "---\ntitle: T\n---", "holds no text"),
    ],
)
def test_a_file_without_text_is_named(tmp_path: Path, name: str, source: str, reason: str) -> None:
    with pytest.raises(CorpusError, match=f"{reason}; fill it, or delete it"):
        _read(tmp_path, source, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", "A star"),
        ("page.MD", "A star"),
        ("page.markdown", "A star"),
        ("page.txt", "A *star*"),
        ("page.TEXT", "A *star*"),
    ],
)
def test_the_ending_decides_whether_a_file_is_markdown(
    tmp_path: Path, name: str, text: str
) -> None:
    assert _read(tmp_path, "A *star*", name).text == text


@pytest.mark.parametrize(
    ("source", "given", "language"),
    [
        pytest.param("Der Hafen liegt an der See.", None, "de", id="German found"),
        pytest.param("The harbour is by the sea.", None, "en", id="English found"),
        pytest.param("港口在海边。", None, "zh", id="Chinese found"),
        pytest.param("Гавань у моря.", None, "en", id="another script counts as English"),
        pytest.param("The harbour is by the sea.", "de", "de", id="given wins"),
    ],
)
def test_the_language_is_the_given_one_or_found_in_the_text(
    tmp_path: Path, source: str, given: str | None, language: str
) -> None:
    assert _read(tmp_path, source, language=given).language == language


_MIXED = """\
---
title: Mixed
---
# Überblick 概览

Ein *Absatz* mit [Link](http://x.example) 🚢 und **fett**.
<!-- paragraph: p; sources: a -->

- eins
- zwei

| a | b |
|---|---|
| 1 |   |

```
code
```

> 引用
"""


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_paragraphs_are_in_order_apart_and_hold_all_visible_letters(
    tmp_path: Path, name: str
) -> None:
    document = _read(tmp_path, _MIXED, name)
    bounds = [offset for p in document.paragraphs for offset in (p.start, p.end)]
    inside = "".join(document.text[p.start : p.end] for p in document.paragraphs)

    assert bounds == sorted(bounds)
    assert all(p.start < p.end for p in document.paragraphs)
    assert "".join(inside.split()) == "".join(document.text.split())


def test_every_shipped_article_reads_with_its_title_and_sources() -> None:
    corpus = Path(__file__).resolve().parents[2] / "corpus"
    articles = [
        read_document(corpus / language / "article.md", "article", language)
        for language in ("en", "de", "zh")
    ]

    assert all(article.title for article in articles)
    assert all(any(p.sources for p in article.paragraphs) for article in articles)
    assert all("<!--" not in article.text and "](" not in article.text for article in articles)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_what_is_nested_deeper_than_the_parser_goes_is_read_as_it_is_written(
    tmp_path: Path, mark: str
) -> None:
    lines = "\n".join(f"{mark * n}word{n}" for n in range(1, 400))
    path = tmp_path / "deep.md"
    path.write_text(f"# Deep\n\n{lines}\n\nThe last line.\n", encoding="utf-8")

    text = read_document(path, "deep").text

    assert all(f"word{n}" in text for n in range(1, 400))
    assert text.endswith("The last line.")


def test_what_a_terminal_or_a_page_would_obey_is_not_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The\x1b[31m pool\x00 is\u202e open\u2069.\x9b\tNow.\n", encoding="utf-8")

    text = read_document(path, "a").text

    assert text == "The [31m pool  is open. \tNow.\n"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("HTTP://example.org", "HTTP://example.org"),
        (" https://example.org/北京 (1) ", "https://example.org/%E5%8C%97%E4%BA%AC%20%281%29"),
        ('https://example.org/" onmouseover="x', "https://example.org/%22%20onmouseover=%22x"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        (" javascript://example.org/%0aalert(1)", ""),
        ("data:text/html,<script>", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("https://nytimes.com@evil.example/", ""),
        ("https://good.example\\@evil.example", ""),
        ("https://[::1", ""),
        ("https:///path", ""),
        ("example.org", ""),
    ],
)
def test_only_an_address_of_the_web_that_says_where_it_leads_is_kept(
    tmp_path: Path, written: str, address: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: A\nurl: '{written}'\n---\n\nText.\n", encoding="utf-8")

    assert read_document(path, "a").url == address
