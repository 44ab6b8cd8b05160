"""The sentence that states a figure, and the one that makes a claim."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from citechat import Document
from citechat.index.figure_table import FigureTable
from citechat.retrieval.locating import most_similar_sentence, sentence_stating
from citechat_ingest import Figure, Paragraph

STATED = {
    ("en", "300", "billion yuan"): "The market is worth 300 billion yuan.",
    ("de", "300", "billion yuan"): "Der Markt ist 300 Milliarden Yuan groß.",
    ("zh", "300", "billion yuan"): "市场规模为3000亿元。",
    ("en", "1500", "count"): "Norden counted 1,500 ships.",
    ("de", "1500", "count"): "Norden zählte 1.500 Schiffe.",
    ("zh", "20000", "count"): "诺登有2万艘船。",
    ("en", "15", "EFLOPS"): "The centre offers 15 EFLOPS.",
}


def figure(value: str, unit: str = "count", **changes: str) -> Figure:
    facts = {"subject": "Norden", "metric": "ships", "said_by": "Ada Holm", "year": "2024"}
    return Figure(value=Decimal(value), unit=unit, **{"document_id": "survey", **facts, **changes})


def index(language: str, text: str) -> Any:
    """As much of an index as locating reads: one document, "survey", and no figure names."""
    paragraph = Paragraph(0, len(text))
    document = Document("survey", language, "The survey", text, (paragraph,))
    documents = {(language, "survey"): document}
    store = SimpleNamespace(document=lambda name, code: documents[code, name])
    return SimpleNamespace(documents=documents, store=store, figures=FigureTable())


@pytest.mark.parametrize(("case", "sentence"), STATED.items())
def test_a_figure_is_found_as_the_language_writes_it(case, sentence):
    language, value, unit = case
    text = f"Ada Holm 2024. {sentence}" if language != "zh" else f"这里没有数字。{sentence}"

    span = sentence_stating(figure(value, unit), index(language, text), language)

    assert span
    assert span.text == sentence
    assert span.passage.document_id == "survey"


def test_of_sentences_with_the_number_the_one_about_the_figure_is_taken():
    text = "Süden has 40 ships, by 2020. Norden has 40 houses. In 2024 Norden has 40 ships."

    span = sentence_stating(figure("40"), index("en", text), "en")

    assert span
    assert span.text == "In 2024 Norden has 40 ships."


@pytest.mark.parametrize("text", ["It has 11,500.", "It has 1,500.5 in all.", "It has 1,5001."])
def test_a_part_of_another_number_is_not_the_figure(text):
    assert sentence_stating(figure("1500"), index("en", text), "en") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It costs 100 million yuan."),
        ("en", "It has 100 percent."),
        ("de", "Es kostet 100 Milliarden."),
        ("zh", "超过100亿元。"),
    ],
)
def test_a_number_with_a_scale_or_a_unit_is_no_count(language, text):
    assert sentence_stating(figure("100"), index(language, text), language) is None


def test_a_document_in_another_language_states_it_as_well():
    span = sentence_stating(figure("1500"), index("de", "Es sind 1.500 Schiffe."), "zh")

    assert span
    assert span.passage.language == "de"


def test_a_figure_whose_document_is_missing_is_stated_nowhere():
    lost = figure("1500", document_id="nowhere")

    assert sentence_stating(lost, index("en", "It has 1,500."), "en") is None


def test_a_year_is_found_without_separators():
    span = sentence_stating(figure("2009", "year", year="2009"), index("en", "In 2009."), "en")

    assert span


def test_a_claim_is_found_by_the_words_it_shares_with_a_sentence():
    text = "The lamp is old. It shines forty kilometres far. It turns."
    document = Document("a", "en", "A", text, (Paragraph(0, len(text)),))

    start, end = most_similar_sentence(
        "Shining for 40 kilometres", document, Paragraph(0, len(text))
    )

    assert text[start:end] == "It shines forty kilometres far."


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_every_figure_of_the_shipped_corpus_is_stated_by_a_sentence(shipped_index, language):
    figures = shipped_index.figures.figures
    lost = [f for f in figures if sentence_stating(f, shipped_index, language) is None]

    assert len(figures) > 300
    assert lost == []
