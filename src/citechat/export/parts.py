"""What every format is made of: an answer's text cut at its marks, and the sources that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from citechat_ingest import web_address

from ..values import Answer, Citation, page_label, section_label

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def clean(text: str) -> str:
    """A text without what no file of text may hold: control characters, halves of letters."""
    return _UNPRINTABLE.sub("", text)


def on_one_line(text: str) -> str:
    """A text with all its gaps as single spaces."""
    return " ".join(clean(text).split())


def paragraphs(answer: Answer) -> Iterator[list[str | Citation]]:
    """The answer's paragraphs, each as its stretches of text and, where its marks stand, what they
    cite; the notice, where there is one, last.
    """
    paragraph: list[str | Citation] = []
    for piece in _pieces(answer):
        if isinstance(piece, Citation):
            paragraph.append(piece)
            continue
        first, *others = _PARAGRAPHS.split(piece)
        paragraph.append(first)
        for text in others:
            yield paragraph
            paragraph = [text]
    yield paragraph
    if answer.notice:
        yield [clean(answer.notice)]


def _pieces(answer: Answer) -> Iterator[str | Citation]:
    citations = {citation.number: citation for citation in answer.citations}
    shown = 0
    for mark in answer.marks:
        yield clean(answer.text[shown : mark.start]).removesuffix(" ")
        yield citations[mark.number]
        shown = mark.end
    yield clean(answer.text[shown:])


def address_of(citation: Citation) -> str:
    """The web address of the cited document; empty where it has none that may be shown."""
    return web_address(citation.url)


def linked_title(citation: Citation) -> str:
    """The title of the cited document as HTML, a link where it has an address."""
    title, address = escape(on_one_line(citation.title)), address_of(citation)
    return f'<a href="{escape(address)}">{title}</a>' if address else title


def details_of(citation: Citation) -> str:
    """Where in the document, and when it was published: what follows its title."""
    page = page_label(citation.page, citation.language)
    facts = (page, section_label(citation), citation.published)
    return ", ".join(map(on_one_line, filter(None, facts)))


def sources_of(answers: Sequence[Answer]) -> list[Citation]:
    """One citation of each document that is cited, in the order of use."""
    first: dict[tuple[str, str], Citation] = {}
    for answer in answers:
        for citation in answer.citations:
            first.setdefault((citation.document_id, citation.language), citation)
    return list(first.values())
