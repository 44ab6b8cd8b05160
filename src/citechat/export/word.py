"""Answers → DOCX by python-docx, which writes no footnotes: the sources stand below each answer, by
their numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from ..errors import MissingExtraError
from ..messages import say
from ..values import Answer, Citation, in_quotation_marks
from .parts import address_of, clean, details_of, on_one_line, paragraphs


def to_docx(answers: Sequence[Answer]) -> bytes:
    """The bytes of the file. Raises MissingExtraError without python-docx."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(
            'DOCX needs one more package; run: pip install "citechat[files]"'
        ) from error
    document = docx.Document()
    language = answers[0].language if answers else "en"
    title = say("export_title", language)
    document.core_properties.title = title
    document.add_heading(title, 0)
    for answer in answers:
        _add_answer(document, answer)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_answer(document: Any, answer: Answer) -> None:
    if answer.question:
        document.add_heading(clean(answer.question), 1)
    for parts in paragraphs(answer):
        paragraph = document.add_paragraph()
        for part in parts:
            is_mark = isinstance(part, Citation)
            run = paragraph.add_run(f"[{part.number}]" if isinstance(part, Citation) else part)
            run.font.superscript = is_mark
    if answer.figures:
        _add_table(document, answer)
    if answer.citations:
        document.add_heading(say("export_sources", answer.language), 2)
    for citation in answer.citations:
        _add_source(document, citation)


def _add_table(document: Any, answer: Answer) -> None:
    table = document.add_table(rows=0, cols=4)
    for row in answer.figures:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = clean(text)


def _add_source(document: Any, citation: Citation) -> None:
    paragraph = document.add_paragraph()
    where = (on_one_line(citation.title), details_of(citation), address_of(citation))
    paragraph.add_run(f"[{citation.number}] {', '.join(filter(None, where))}: ")
    quoted = in_quotation_marks(clean(citation.quote), citation.language)
    paragraph.add_run(quoted).italic = True
