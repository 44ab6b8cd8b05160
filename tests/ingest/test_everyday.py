"""Questions stand above their answers, labelled lines alone, and a list is one passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat_ingest import Document, Passage, read_document, split_passages


def _read(folder: Path, source: str, name: str = "page.md") -> Document:
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return read_document(path, "page", "en")


def _passages(document: Document) -> list[Passage]:
    return list(split_passages(document))


@pytest.mark.parametrize(
    "source",
    [
        "# Pool\n\n## When does it open?\n\nAt seven.\n",
        "# Pool\n\n**Q: When does it open?**\n\nA: At seven.\n",
        "# Pool\n\nWhen does it open?\n\nAt seven.\n",
        "# Pool\n\n<details><summary>When does it open?</summary>At seven.</details>\n",
    ],
    ids=["heading", "marks", "paragraph", "html"],
)
def test_the_answer_is_quoted_and_never_the_question(tmp_path: Path, source: str) -> None:
    (passage,) = _passages(_read(tmp_path, source))

    assert passage.text == "At seven."
    assert passage.section.endswith("When does it open?")
    assert passage.expected == ((passage.section,),)


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_labelled_lines_stand_alone_below_their_heading(tmp_path: Path, name: str) -> None:
    source = "The pool\n\nOpening hours\nMonday: closed\nTuesday: 9 to 5\n\nIt is heated.\n"

    first, second = _passages(_read(tmp_path, source, name))[-2:]

    assert (first.kind, first.section) == ("item", "Opening hours")
    assert [first.sentence(n) for n in range(2)] == ["Monday: closed", "Tuesday: 9 to 5"]
    assert second.text == "It is heated."


def test_prose_with_a_colon_stays_a_paragraph(tmp_path: Path) -> None:
    source = "He said: it is late.\nThen he left the pier and went home.\n"

    assert [p.kind for p in _read(tmp_path, source).paragraphs] == ["paragraph"]


def test_a_list_is_one_passage_with_a_sentence_an_item(tmp_path: Path) -> None:
    document = _read(tmp_path, "# Lamp\n\n## Lighting\n\n1. Open the door.\n2. Strike a match.\n")

    (passage,) = _passages(document)

    assert passage.text == "1. Open the door.\n2. Strike a match."
    assert len(passage.sentences) == 2
    assert passage.expected[0] == ("Lamp, Lighting: 1. Open the door.",)


def test_the_first_line_of_a_text_is_its_title(tmp_path: Path) -> None:
    document = _read(tmp_path, "Branham Town Library\n\nIt has many books.\n", "a.txt")

    assert document.title == "Branham Town Library"
    assert [p.text for p in _passages(document)] == ["It has many books."]
