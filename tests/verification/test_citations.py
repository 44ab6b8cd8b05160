"""A citation exists only if its quote stands in the document where it says."""

import pytest

from citechat.errors import CiteChatError
from citechat.verification.citations import cite
from citechat_ingest import Document, Paragraph

TEXT = "Grüße aus Norden. 港口有25个泊位。 It turns 🗼 once."
DOCUMENT = Document(
    "notes",
    "de",
    "Notizen",
    TEXT,
    (Paragraph(0, len(TEXT)),),
    "Verlag",
    "2024-05-01",
    "https://example.org",
)


def test_a_citation_takes_over_what_the_document_says_of_itself():
    citation = cite(3, DOCUMENT, "Abschnitt", 0, 17, "Grüße aus Norden.")

    assert (citation.number, citation.section, citation.quote) == (
        3,
        "Abschnitt",
        "Grüße aus Norden.",
    )
    assert (citation.document_id, citation.language, citation.title) == ("notes", "de", "Notizen")
    assert (citation.url, citation.published) == ("https://example.org", "2024-05-01")


@pytest.mark.parametrize(
    "quote",
    ["Grüße aus Norden.", "港口有25个泊位。", "It turns 🗼 once."],
    ids=["umlauts", "Chinese", "emoji"],
)
def test_the_offsets_of_a_citation_cut_its_quote_out_of_the_document(quote):
    start = TEXT.index(quote)

    citation = cite(1, DOCUMENT, "", start, start + len(quote), quote)

    assert DOCUMENT.text[citation.start : citation.end] == citation.quote == quote


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        pytest.param(0, 17, "Grüsse aus Norden", id="other words"),
        pytest.param(1, 18, "Grüße aus Norden.", id="one character off"),
        pytest.param(0, 17, "grüße aus norden.", id="other case"),
        pytest.param(0, 16, "Grüße aus Norden.", id="too short a span"),
        pytest.param(900, 917, "Grüße aus Norden.", id="beyond the end"),
        pytest.param(5, 5, "", id="an empty quote"),
    ],
)
def test_a_quote_that_does_not_stand_there_is_refused_with_place_and_cure(start, end, quote):
    with pytest.raises(CiteChatError) as caught:
        cite(1, DOCUMENT, "", start, end, quote)
    assert (
        str(caught.value)
        == f"de/notes[{start}:{end}] does not read {quote!r}; run: citechat index --rebuild"
    )


def test_a_long_wrong_quote_is_shown_shortened():
    with pytest.raises(CiteChatError) as caught:
        cite(1, DOCUMENT, "", 0, 500, "x" * 500)
    assert f"does not read {'x' * 60!r};" in str(caught.value)
