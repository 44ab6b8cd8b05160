"""The values that ingest hands on."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from citechat_ingest import Document, Paragraph, Passage, Span

_TEXT = "Light\n\nThe lamp shines. It turns."
_HEADING, _BODY = Paragraph(0, 5, "Light", "heading"), Paragraph(7, 33, "Light")
_DOCUMENT = Document("coast/tower", "en", "The tower", _TEXT, (_HEADING, _BODY))
_PASSAGE = Passage(
    "coast/tower", "en", "The tower", "Light", 7, 33, _TEXT[7:33], ((7, 23), (24, 33))
)


@pytest.mark.parametrize(
    ("offset", "paragraph"),
    [
        pytest.param(0, _HEADING, id="first letter"),
        pytest.param(4, _HEADING, id="last letter"),
        pytest.param(5, None, id="just past the end"),
        pytest.param(6, None, id="between paragraphs"),
        pytest.param(7, _BODY, id="next paragraph"),
        pytest.param(32, _BODY, id="last letter of the text"),
        pytest.param(33, None, id="past the text"),
        pytest.param(-1, None, id="before the text"),
    ],
)
def test_the_paragraph_at_an_offset(offset: int, paragraph: Paragraph | None) -> None:
    assert _DOCUMENT.paragraph_at(offset) is paragraph


def test_a_passage_counts_its_sentences_from_zero() -> None:
    assert [_PASSAGE.sentence(n) for n in (0, 1)] == ["The lamp shines.", "It turns."]


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        _PASSAGE.sentence(2)


def test_the_id_of_a_passage_tells_language_document_and_start() -> None:
    assert _PASSAGE.passage_id == "en/coast/tower#7"


@pytest.mark.parametrize(
    "change",
    [{"language": "de"}, {"document_id": "tower"}, {"start": 24}],
    ids=["language", "document", "start"],
)
def test_passages_from_another_place_have_another_id(change: dict[str, object]) -> None:
    assert replace(_PASSAGE, **change).passage_id != _PASSAGE.passage_id  # type: ignore[arg-type]


def test_a_score_does_not_change_the_id() -> None:
    assert replace(_PASSAGE, score=0.7).passage_id == _PASSAGE.passage_id


@pytest.mark.parametrize(
    ("title", "section", "context"),
    [
        ("The tower", "Light", "The tower · Light"),
        ("The tower", "The tower", "The tower"),
        ("The tower", "", "The tower"),
        ("", "Light", "Light"),
        ("", "", ""),
    ],
)
def test_the_context_joins_title_and_section_and_repeats_nothing(
    title: str, section: str, context: str
) -> None:
    assert replace(_PASSAGE, title=title, section=section).context == context


def test_a_long_text_stays_out_of_the_representation() -> None:
    assert repr(_DOCUMENT) == (
        "Document(document_id='coast/tower', language='en', title='The tower', publisher='', published='', url='', role='document')"
    )


@pytest.mark.parametrize(
    ("value", "field"),
    [(_DOCUMENT, "text"), (_HEADING, "start"), (_PASSAGE, "score")],
    ids=["document", "paragraph", "passage"],
)
def test_values_cannot_be_changed(value: object, field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, None)


def test_a_span_tells_the_words_of_its_passage() -> None:
    assert _PASSAGE.span(1) == Span(_PASSAGE, 24, 33)
    assert Span(_PASSAGE, 11, 15).text == "lamp"
    assert Span(_PASSAGE, 11, 11).text == ""


def test_a_span_tells_what_the_passage_says_even_where_the_document_says_something_else() -> None:
    tampered = replace(_PASSAGE, text="The lamp slumbers. It naps"[: len(_PASSAGE.text)])

    assert Span(tampered, 7, 15).text == "The lamp"
    assert Span(tampered, 16, 24).text != _DOCUMENT.text[16:24]


@pytest.mark.parametrize(("start", "end"), [(6, 10), (30, 34), (12, 11)])
def test_a_span_that_does_not_lie_within_its_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start} to {end} is not within the passage's 7 to 33"):
        Span(_PASSAGE, start, end)
