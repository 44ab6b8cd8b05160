"""The source pane: the marked quote, its other languages, the audit and the sources beside it."""

from __future__ import annotations

import pytest

from citechat import CiteChat
from citechat.page.chat.source_pane import nothing_open, open_place


def place(chat: CiteChat, quote: str, document_id: str = "article") -> str:
    start = chat.document(document_id, "en").text.index(quote)
    return f"?doc={document_id}&lang=en&at={start}-{start + len(quote)}"


def test_the_quote_is_marked_and_nothing_else(lights):
    html = open_place(lights, place(lights, "old & heavy"), "en")

    assert (
        "<p>The lamp of Norden is <mark>old &amp; heavy</mark>. It shines 40 kilometres far.</p>"
        in html
    )
    assert html.count("<mark>") == 1


def test_the_other_language_opens_the_same_paragraph(lights):
    html = open_place(lights, place(lights, "old"), "en")

    german = lights.document("article", "de").paragraphs[2]
    assert (
        f'data-address="?doc=article&amp;lang=de&amp;at={german.start}-{german.end}" lang="de"'
        in html
    )


def test_the_audit_and_the_sources_stand_beside_the_paragraph(lights):
    html = open_place(lights, place(lights, "old"), "de")

    assert 'class="verdict refined">Präzisiert<' in html
    assert "Die Vermessung sagt 38 Kilometer." in html
    assert 'data-address="?doc=sources/survey&amp;lang=de&amp;at=0-0"' in html
    assert "missing" not in html


def test_a_note_of_the_audit_leads_to_the_article(lights):
    html = open_place(lights, place(lights, "38 kilometres", "audit"), "en")

    claim = lights.document("article", "en").text.index("It shines 40")
    assert f'data-address="?doc=article&amp;lang=en&amp;at={claim}-' in html


def test_a_whole_document_opens_without_a_mark(lights):
    html = open_place(lights, "?doc=sources/survey&lang=en&at=0-0", "en")

    assert "<mark>" not in html
    assert 'Survey Office (a branch) · 2024-06-01 · <a href="https://example.org/survey"' in html


def test_only_web_addresses_become_links(lights):
    assert "href" not in open_place(lights, "?doc=sources/survey&lang=de&at=0-0", "en")


def test_texts_of_the_audit_are_escaped(lights):
    assert "<b>" not in open_place(lights, place(lights, "old"), "en")


@pytest.mark.parametrize(
    "address", ["", "?doc=a", "?doc=article&lang=en&at=x", "?doc=nothing&lang=en&at=0-1"]
)
def test_a_bad_address_leaves_the_pane_empty(lights, address):
    assert open_place(lights, address, "en") == nothing_open("en")
