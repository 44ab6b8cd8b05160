"""Quotes are looked for in the files on disk, not in the index."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.evaluation.files import CorpusFiles
from citechat.values import Citation

CITED = Citation(1, "lighthouse", "en", "", "", "", "", "", 0, 0)


def cited(quote, document_id="lighthouse"):
    return replace(CITED, quote=quote, document_id=document_id)


@pytest.fixture
def files(folder):
    (folder / "harbour.md").write_text(
        "# Harbour\n\nIts *light* is [red](https://example.org/a_(b)) &amp; green.\n\n"
        "<!-- paragraph: p1 -->\n\n1. Rope\n2. Paint\n\n| boat | length |\n|---|---|\n| Ada | 9.5 |\n",
        encoding="utf-8",
    )
    (folder / "checks.toml").write_text('note = "The sources say 1893."', encoding="utf-8")
    return CorpusFiles(folder)


@pytest.mark.parametrize(
    "quote",
    [
        "The lighthouse of Norden was built in 1892.",
        "The lighthouse of Norden was\nbuilt in 1892. Its keeper was Ada Holm.",
    ],
)
def test_a_quote_of_the_file_stands_there_however_its_lines_break(files, quote):
    assert files.hold(cited(quote))


@pytest.mark.parametrize(
    "quote",
    [
        "The lighthouse of Norden was built in 1893.",
        "The lighthouse of Norden was built in 18.92.",
        "The bakery on the harbour sells 300 loaves a day.",
    ],
)
def test_a_quote_with_another_word_or_from_another_file_does_not(files, quote):
    assert not files.hold(cited(quote))


@pytest.mark.parametrize("quote", ["light", "Rope\nPaint", "boat | length\nAda | 9.5"])
def test_markdown_marks_are_not_part_of_what_a_reader_sees(files, quote):
    assert files.hold(cited(quote, "harbour"))


def test_the_audit_is_looked_for_where_it_is_written(files):
    assert files.hold(cited("The sources say 1893.", "audit"))
    assert not files.hold(cited("The sources say 1894.", "audit"))


def test_the_shipped_corpus_is_read_where_no_folder_is_named():
    assert CorpusFiles(()).hold(cited("Wu Ting", "article"))
