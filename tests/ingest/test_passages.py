"""Passages are whole paragraphs, or whole sentences of a long one, and point exactly into their document."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from citechat_ingest import (
    Document,
    Paragraph,
    read_corpus,
    read_document,
    shipped_corpus,
    split_passages,
)
from citechat_ingest.passages import MAX_CHARACTERS
from growth import LINEAR, growth


def _document(text: str, language: str = "en", **values: object) -> Document:
    return Document("doc", language, "Title", text, (replace(Paragraph(0, len(text)), **values),))  # type: ignore[arg-type]


def test_a_short_paragraph_is_one_passage_with_all_its_sentences() -> None:
    text = "The lamp shines. It turns."

    (passage,) = split_passages(_document(text, section="Light", name="p-1", sources=("a", "b")))

    assert (passage.text, passage.start, passage.end) == (text, 0, len(text))
    assert passage.sentences == ((0, 16), (17, 26))
    assert (passage.document_id, passage.language, passage.title, passage.section) == (
        "doc",
        "en",
        "Title",
        "Light",
    )
    assert (passage.paragraph, passage.sources, passage.score) == ("p-1", ("a", "b"), 0.0)


def test_headings_are_context_and_never_passages(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Tower\n\n## Light\n\nIt shines.\n\n- It turns.\n", encoding="utf-8"
    )

    passages = list(split_passages(read_document(tmp_path / "a.md", "a")))

    assert [(p.section, p.text) for p in passages] == [
        ("Light", "It shines."),
        ("Light", "It turns."),
    ]


@pytest.mark.parametrize("kind", ["paragraph", "item", "table", "code"])
def test_every_other_kind_of_block_becomes_a_passage(kind: str) -> None:
    assert [p.text for p in split_passages(_document("It shines.", kind=kind))] == ["It shines."]


def test_a_long_paragraph_is_cut_between_sentences_into_about_equal_parts() -> None:
    sentence = "The lamp turns once."
    text = " ".join([sentence] * 8)

    passages = list(split_passages(_document(text, name="p-1", sources=("a",)), max_characters=120))

    assert [p.text for p in passages] == [" ".join([sentence] * 4)] * 2
    assert {(p.paragraph, p.sources) for p in passages} == {("p-1", ("a",))}


def test_a_paragraph_of_just_the_limit_is_not_cut() -> None:
    text = "The lamp turns once. It shines."

    assert len(list(split_passages(_document(text), max_characters=len(text)))) == 1
    assert len(list(split_passages(_document(text), max_characters=len(text) - 1))) == 2


def test_a_single_sentence_above_the_limit_stays_whole() -> None:
    long = "The lamp " + "and the lamp " * 20 + "turns."

    texts = [
        p.text for p in split_passages(_document(f"It shines. {long} It stops."), max_characters=50)
    ]

    assert texts == ["It shines.", long, "It stops."]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The lamp turns once. "),
        ("de", "Der Turm dreht sich. "),
        ("zh", "灯塔每十二秒转一次。"),
    ],
)
def test_the_limit_follows_the_language_where_none_is_given(language: str, sentence: str) -> None:
    text = sentence * (2 * MAX_CHARACTERS[language] // len(sentence))

    passages = list(split_passages(_document(text, language)))

    assert 2 <= len(passages) <= 3
    assert all(len(p.text) <= MAX_CHARACTERS[language] for p in passages)


@pytest.mark.parametrize("text", ["", "  \n "], ids=["empty", "blank"])
def test_a_paragraph_without_text_gives_no_passage(text: str) -> None:
    assert list(split_passages(_document(text))) == []


def test_a_document_without_paragraphs_gives_no_passage() -> None:
    assert list(split_passages(Document("doc", "en", "Title", "", ()))) == []


@pytest.mark.parametrize("limit", [1, 40, 300, None])
def test_passages_of_the_shipped_corpus_point_exactly_into_their_documents(
    limit: int | None,
) -> None:
    for document in read_corpus([shipped_corpus()]):
        passages = list(split_passages(document, limit))
        blocks = [
            document.text[p.start : p.end] for p in document.paragraphs if p.kind != "heading"
        ]

        assert all(document.text[p.start : p.end] == p.text for p in passages)
        assert all(a.end <= b.start for a, b in pairwise(passages))
        assert all((p.sentences[0][0], p.sentences[-1][1]) == (p.start, p.end) for p in passages)
        assert all(
            len(p.sentences) == 1 or len(p.text) <= (limit or MAX_CHARACTERS[p.language])
            for p in passages
        )
        assert "".join("".join(p.text for p in passages).split()) == "".join(
            "".join(blocks).split()
        )


def test_a_heading_of_a_plain_document_that_states_something_is_a_passage(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Trip to Lisbon\n\n## Guide: Rosa Lima\n\nCall her.\n\n## 出发：6月3日\n\nWait.\n",
        encoding="utf-8",
    )
    document = read_document(tmp_path / "a.md", "a")

    assert [p.text for p in split_passages(document)] == [
        "Guide: Rosa Lima",
        "Call her.",
        "出发：6月3日",
        "Wait.",
    ]
    assert [p.text for p in split_passages(replace(document, role="article"))] == [
        "Call her.",
        "Wait.",
    ]


def test_a_list_without_full_stops_is_cut_at_its_lines() -> None:
    lines = [f"item number {n} costs {n} euros" for n in range(200)]

    passages = list(split_passages(_document("\n".join(lines))))

    assert all(len(p.text) <= MAX_CHARACTERS["en"] for p in passages)
    assert [line for p in passages for line in p.text.split("\n")] == lines


@pytest.mark.parametrize(
    ("unit", "language"),
    [("word ", "en"), ("one, two and three; ", "de"), ("x", "en"), ("北京、", "zh"), ("灯", "zh")],
)
def test_words_without_a_stop_are_cut_to_what_the_embedder_reads(unit: str, language: str) -> None:
    text = (unit * 3000).strip()

    passages = list(split_passages(_document(text, language)))

    assert all(len(p.text) <= MAX_CHARACTERS[language] for p in passages)
    assert "".join("".join(p.text.split()) for p in passages) == "".join(text.split())
    # Whole words: what stands before a space or behind a mark.
    assert all(p.text[-1] == passages[0].text[-1] for p in passages[:-1])


@pytest.mark.slow
def test_a_wall_of_words_takes_twice_the_time_when_it_is_twice_as_long() -> None:
    def split(text: str) -> None:
        assert list(split_passages(_document(text)))

    assert growth(split, "word ", 40_000) < LINEAR


# Lists of frequent questions

QUESTION_LISTS = {
    "bold in a block": ("a.md", "# FAQ\n\n**How long?**\nFour weeks.\n\n**Who pays?**\nThe city."),
    "bold by itself": (
        "a.md",
        "# FAQ\n\n**How long?**\n\nFour weeks.\n\n**Who pays?**\n\nThe city.",
    ),
    "a list": ("a.md", "# FAQ\n\n- How long?\n  - Four weeks.\n- Who pays?\n  - The city."),
    "lines of text": ("a.txt", "FAQ\n\nHow long?\nFour weeks.\n\nWho pays?\nThe city.\n"),
}


@pytest.mark.parametrize(("name", "text"), QUESTION_LISTS.values(), ids=QUESTION_LISTS)
def test_a_question_is_context_of_what_answers_it(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")

    passages = list(split_passages(read_document(tmp_path / name, "a", "en")))

    answers = [(p.section.split(" · ")[-1], p.text) for p in passages if "FAQ" not in p.text]
    assert answers == [("How long?", "Four weeks."), ("Who pays?", "The city.")]
