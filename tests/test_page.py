"""What the page shows, without a browser: escaping, marks, the source pane, words in three languages."""

from __future__ import annotations

import pytest

from citechat import Answer, Citation, Document
from citechat.page import converse, open_source, render
from citechat.page.words import WORDS, browser_language
from citechat_ingest import Paragraph


def reply(quote: str = "A < B.") -> Answer:
    citation = Citation(1, "a", "en", 'The "A"', "", "", "", quote, 0, len(quote))
    return Answer(f"{quote} [1]", True, "en", (citation,))


def test_a_mark_is_a_button_with_its_number_and_its_address():
    html = render.with_marks(reply())

    assert 'data-citation="1"' in html
    assert 'data-address="?doc=a&amp;lang=en&amp;at=0-6"' in html


def test_texts_of_documents_and_readers_are_escaped():
    html = render.conversation([("<script>", reply("<b>bold</b>"))], "en")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;bold&lt;/b&gt;" in html


def test_a_number_in_brackets_without_a_citation_is_not_a_mark():
    assert "data-citation" not in render.with_marks(Answer("Row [7].", True, "en"))


def test_the_source_pane_marks_the_quote_and_nothing_else():
    document = Document("a", "en", "A", "One. Two.\n\nThree.", (Paragraph(0, 9), Paragraph(11, 17)))

    html = render.source(document, 5, 9, [], "en")

    assert "<p>One. <mark>Two.</mark></p><p>Three.</p>" in html


def test_only_web_addresses_become_links():
    document = Document("a", "en", "A", "x", (Paragraph(0, 1),), url="javascript:alert(1)")

    assert "href" not in render.source(document, 0, 1, [], "en")


@pytest.mark.parametrize("address", ["", "?doc=a", "?doc=a&lang=en&at=x", "?doc=nothing&lang=en&at=0-1"])
def test_a_bad_address_leaves_the_pane_empty(small_chat, address):
    assert open_source(small_chat, address, "en") == render.no_source("en")


def test_a_conversation_shows_the_question_at_once_and_then_the_answer(small_chat):
    first, last = converse(small_chat, "When was the lighthouse of Norden built?", [], "en")

    assert first == [("When was the lighthouse of Norden built?", WORDS["en"]["thinking"])]
    assert isinstance(last[0][1], Answer)


def test_an_error_becomes_a_line_of_the_conversation(settings, folder):
    from citechat import CiteChat
    from citechat.testing import LetterCountEmbedder

    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff")
    *_, last = converse(CiteChat(settings, embedder=LetterCountEmbedder()), "x", [], "en")

    assert "is not UTF-8" in str(last[0][1])


def test_every_word_of_the_page_exists_in_the_three_languages():
    assert WORDS["en"].keys() == WORDS["de"].keys() == WORDS["zh"].keys()


@pytest.mark.parametrize(("header", "language"), [("de-AT,de;q=0.9", "de"), ("zh-CN", "zh"), ("fr,en;q=0.5", "en"), ("", "en")])
def test_the_interface_follows_the_browser(header, language):
    assert browser_language(header) == language
