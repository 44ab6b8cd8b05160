"""Answers → one HTML page that needs nothing else: marks lead to footnotes, and footnotes back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..messages import say
from ..values import Answer, Citation, FigureRow
from .parts import clean, details_of, linked_title, paragraphs

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "h2{margin-top:2.5rem}.sources{font-size:.875rem}table{border-collapse:collapse}"
    "td{padding:.2rem .8rem .2rem 0}sup a{text-decoration:none}"
)


def to_html(answers: Sequence[Answer]) -> str:
    """The page, in the language of the first answer."""
    language = answers[0].language if answers else "en"
    title = escape(say("export_title", language))
    sections = "\n".join(_section(answer, number) for number, answer in enumerate(answers, 1))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{sections}\n</body>\n</html>\n"
    )


def _section(answer: Answer, number: int) -> str:
    question = f"<h2>{escape(clean(answer.question))}</h2>\n" if answer.question else ""
    cited: set[int] = set()
    text = "\n".join(_paragraph(parts, number, cited) for parts in paragraphs(answer))
    return (
        f'<section lang="{answer.language}">\n{question}{text}\n{_table(answer.figures)}'
        f"{_footnotes(answer, number)}</section>"
    )


def _paragraph(parts: Sequence[str | Citation], answer: int, cited: set[int]) -> str:
    inner = "".join(
        _mark(part, answer, cited) if isinstance(part, Citation) else escape(part) for part in parts
    )
    return f"<p>{inner}</p>"


def _mark(citation: Citation, answer: int, cited: set[int]) -> str:
    """A mark; the first of each citation is where its footnote leads back to."""
    place = f"{answer}-{citation.number}"
    anchor = "" if citation.number in cited else f' id="mark-{place}"'
    cited.add(citation.number)
    return f'<sup><a{anchor} href="#note-{place}">[{citation.number}]</a></sup>'


def _footnotes(answer: Answer, number: int) -> str:
    if not answer.citations:
        return ""
    heading = escape(say("export_sources", answer.language))
    notes = "\n".join(_footnote(citation, number, answer.language) for citation in answer.citations)
    return f'<div class="sources">\n<h3>{heading}</h3>\n<ol>\n{notes}\n</ol>\n</div>\n'


def _footnote(citation: Citation, answer: int, language: str) -> str:
    place = f"{answer}-{citation.number}"
    where = ", ".join(filter(None, (linked_title(citation), escape(details_of(citation)))))
    quote = f'<q lang="{citation.language}">{escape(clean(citation.quote))}</q>'
    back = f'<a href="#mark-{place}" aria-label="{escape(say("export_back", language))}">↩</a>'
    return f'<li id="note-{place}" value="{citation.number}">{where}: {quote} {back}</li>'


def _table(rows: Sequence[FigureRow]) -> str:
    return f"<table>\n{''.join(map(_row, rows))}</table>\n" if rows else ""


def _row(row: FigureRow) -> str:
    cells = "".join(f"<td>{escape(clean(text))}</td>" for text in row.cells)
    return f"<tr>{cells}</tr>\n"
