"""A citation exists only if the document reads at its place what the passage reads."""

import pytest

from citechat.errors import CiteChatError
from citechat.verification.citations import cite
from citechat_ingest import Document, Paragraph, Passage, Span

TEXT = "Grüße aus Norden. 港口有25个泊位。 It turns 🗼 once."


def document(text: str = TEXT) -> Document:
    return Document(
        "notes",
        "de",
        "Notizen",
        text,
        (Paragraph(0, len(text)),),
        "Verlag",
        "2024-05-01",
        "https://example.org",
    )


def span(quote: str, passage_text: str = TEXT, passage_start: int = 0) -> Span:
    """Where ``quote`` stands in a passage that starts at ``passage_start`` of its document."""
    passage_end = passage_start + len(passage_text)
    passage = Passage(
        "notes", "de", "Notizen", "Abschnitt", passage_start, passage_end, passage_text
    )
    start = passage_start + passage_text.index(quote)
    return Span(passage, start, start + len(quote))


def test_a_citation_takes_over_what_document_and_passage_say_of_themselves():
    citation = cite(3, span("Grüße aus Norden."), document())

    assert (citation.number, citation.quote) == (3, "Grüße aus Norden.")
    assert citation.section == "Abschnitt"
    assert (citation.document_id, citation.language, citation.title) == ("notes", "de", "Notizen")
    assert (citation.url, citation.published) == ("https://example.org", "2024-05-01")


@pytest.mark.parametrize(
    "quote",
    ["Grüße aus Norden.", "港口有25个泊位。", "It turns 🗼 once."],
    ids=["umlauts", "Chinese", "emoji"],
)
def test_the_offsets_of_a_citation_cut_its_quote_out_of_the_document(quote):
    citation = cite(1, span(quote), document())

    assert document().text[citation.start : citation.end] == citation.quote == quote


def test_a_passage_within_its_document_counts_in_the_documents_characters():
    citation = cite(1, span("25", TEXT[18:], passage_start=18), document())

    assert document().text[citation.start : citation.end] == citation.quote == "25"


@pytest.mark.parametrize(
    "tampered",
    [
        pytest.param(TEXT.replace("Norden", "Süden "), id="other words"),
        pytest.param(f" {TEXT}", id="one character off"),
        pytest.param(TEXT.lower(), id="other case"),
        pytest.param("Grüße", id="the document ends before"),
        pytest.param("", id="an empty document"),
    ],
)
def test_a_document_that_reads_otherwise_than_the_passage_is_refused_with_place_and_cure(tampered):
    with pytest.raises(CiteChatError) as caught:
        cite(1, span("Grüße aus Norden."), document(tampered))
    assert (
        str(caught.value)
        == "de/notes[0:17] does not read 'Grüße aus Norden.'; run: citechat index --rebuild"
    )


def test_an_empty_span_is_no_quote():
    with pytest.raises(CiteChatError, match="does not read ''"):
        cite(1, span(""), document())


def test_a_long_wrong_quote_is_shown_shortened():
    with pytest.raises(CiteChatError) as caught:
        cite(1, span("x" * 500, "x" * 500), document())
    assert f"does not read {'x' * 60!r};" in str(caught.value)
