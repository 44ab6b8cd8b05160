"""An answer and a conversation in every format; titles and addresses that would do harm."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest

from citechat import Answer, Citation, InputError, MissingExtraError
from citechat.__main__ import main
from citechat.export import FORMATS, export
from citechat.testing import LetterCountEmbedder
from citechat.values import FigureRow, Mark

EVIL = '<script>alert(1)</script> [x](javascript:alert(1)) {\\input} & "q" | %'


def citation(number: int, **values) -> Citation:
    given = {
        "document_id": f"sources/town-{number}",
        "language": "en",
        "title": f"Town {number}",
        "section": "History",
        "url": f"https://example.org/{number}",
        "published": "2024-03-05",
        "quote": f"It has {number} houses [1].",
        "start": 0,
        "end": 19,
    }
    return Citation(number=number, **{**given, **values})


def answer(**values) -> Answer:
    text = "It has 1 houses [1]. [1] It has 2 houses [1]. [2]"
    marks = (Mark(1, 21, 24), Mark(2, 46, 49))
    given = {
        "citations": (citation(1), citation(2)),
        "marks": marks,
        "question": "How many houses?",
    }
    return Answer(text, True, "en", **{**given, **values})


class Reader(HTMLParser):
    """The tags and links of a page, and that each tag is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        values = dict(attrs)
        self.links += [values["href"]] if "href" in values else []
        self.ids += [values["id"]] if "id" in values else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_marks_lead_to_footnotes_and_back_also_where_several_answers_have_a_first_one():
    page = Reader(export([answer(), answer()], "html"))

    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert page.open == []
    assert len(inside) == 8
    assert set(inside) == set(page.ids)
    assert len(set(page.ids)) == len(page.ids)


def test_a_number_in_brackets_within_a_quote_is_no_mark():
    assert export(answer(), "html").count("<sup>") == 2
    assert "It has 1 houses [1].<sup>" in export(answer(), "html")


@pytest.mark.parametrize("to", FORMATS)
def test_what_a_document_says_of_itself_does_no_harm(to):
    hostile = citation(
        1, title=EVIL, section=EVIL, published=EVIL, url="javascript:alert(1)", quote="It has."
    )
    written = export(answer(citations=(hostile, citation(2))), to)

    if to == "html":
        page = Reader(written)
        assert "script" not in page.tags
        assert not [link for link in page.links if "javascript" in link]
    elif to == "markdown":
        assert not re.search(r"(?<!\\)\]\(javascript", written)
        assert "<script" not in re.sub(r"\\.", "", written)
    elif to == "bibtex":
        assert "\\input" not in written
        assert written.count("{") - written.count("\\{") == written.count("}") - written.count(
            "\\}"
        )
        assert "url = {javascript" not in written
    elif to == "csl":
        assert "URL" not in json.loads(written)[0]


def test_bibtex_and_csl_name_each_document_once_with_its_date():
    answers = [answer(), answer(citations=(citation(1), citation(2, published="2023")))]
    items = json.loads(export(answers, "csl"))

    assert [item["id"] for item in items] == ["sources-town-1", "sources-town-2"]
    assert items[0]["issued"] == {"date-parts": [[2024, 3, 5]]}
    assert items[0]["type"] == "webpage"
    written = export(answers, "bibtex")
    assert written.count("@online{") == 2
    assert "  date = {2024-03-05}," in written
    assert "  url = {https://example.org/1}," in written


def test_documents_whose_ids_have_no_latin_letter_have_keys_of_their_own():
    cited = (citation(1, document_id="上海"), citation(2, document_id="北京", language="zh"))
    assert [item["id"] for item in json.loads(export(answer(citations=cited), "csl"))] == [
        "document",
        "document-2",
    ]


def test_a_word_file_holds_question_text_table_and_sources():
    docx = pytest.importorskip("docx")
    row = FigureRow("Town", "1 house", "Somebody", "2024", 1)
    document = docx.Document(BytesIO(export(answer(figures=(row,)), "docx")))

    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[1] == "How many houses?"
    assert texts[2] == "It has 1 houses [1].[1] It has 2 houses [1].[2]"
    assert [run.text for run in document.paragraphs[2].runs if run.font.superscript] == [
        "[1]",
        "[2]",
    ]
    assert document.tables[0].rows[0].cells[3].text == "Somebody [1]"
    assert texts[-1].startswith("[2] Town 2, History, 2024-03-05, https://example.org/2: “")


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Sources"), ("de", "Quellen"), ("zh", "出处")]
)
def test_the_headings_are_in_the_answers_language(language, heading):
    page = export(replace(answer(), language=language), "html")
    assert f'<html lang="{language}">' in page
    assert f"<h3>{heading}</h3>" in page


def test_a_conversation_in_markdown_has_each_answer_below_its_question():
    written = export([answer(), answer(question="And\nhere?")], "markdown")
    assert re.findall(r"^## .*$", written, re.MULTILINE) == ["## How many houses?", "## And here?"]
    assert "[1] [Town 1](https://example.org/1), History, 2024-03-05: “It has 1" in written


@pytest.mark.parametrize("to", FORMATS)
def test_an_abstention_and_no_answer_at_all_can_be_exported(to):
    assert export(Answer("The documents do not say.", False, "en"), to) is not None
    assert export([], to) is not None


def test_an_unknown_format_is_named_with_those_that_there_are():
    with pytest.raises(InputError, match=r"'pdf'; give markdown, html, docx, bibtex, csl"):
        export(answer(), "pdf")


def test_without_python_docx_the_line_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"citechat\[files\]"):
        export(answer(), "docx")


def test_the_command_line_writes_every_format(settings, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("citechat.chat.make_embedder", lambda *_: LetterCountEmbedder())
    where = ["--corpus", str(settings.corpus[0]), "--index-dir", str(settings.index_dir)]
    question = "When was the lighthouse of Norden built?"

    assert main(["ask", question, "--format", "bibtex", *where]) == 0
    assert "@misc{lighthouse," in capsys.readouterr().out
    assert main(["ask", question, "--format", "docx", *where]) == 2
    file = tmp_path / "answer.docx"
    assert main(["ask", question, "--format", "docx", "-o", str(file), *where]) == 0
    assert file.read_bytes()[:2] == b"PK"
