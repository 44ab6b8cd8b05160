"""Answers and documents → HTML. Every string of a reader or of a document is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from citechat_ingest import Document, Paragraph

from ..values import Answer, Citation, place_address
from .words import LANGUAGE_NAMES, WORDS

_MARK = re.compile(r" ?\[(\d+)\]")


def conversation(turns: Sequence[tuple[str, Answer | str]], language: str) -> str:
    """All turns: a question with its answer, or with a line that says that one is on its way."""
    rows = "".join(_turn(question, reply, language) for question, reply in turns)
    return f'<div role="log" aria-live="polite" aria-label="{WORDS[language]["conversation"]}">{rows}</div>'


def _turn(question: str, reply: Answer | str, language: str) -> str:
    asked = f'<h3 class="asked"><span class="for-ears">{WORDS[language]["you"]}: </span>{escape(question)}</h3>'
    if isinstance(reply, str):
        return f'<article class="turn">{asked}<p class="waiting">{escape(reply)}</p></article>'
    return f'<article class="turn">{asked}{_answer(reply, language)}</article>'


def _answer(reply: Answer, language: str) -> str:
    kind = "answer" if reply.answered else "answer abstained"
    note = f'<p class="backend">{WORDS[language]["quotes_only"]}</p>' if reply.answered else ""
    text = with_marks(reply) if reply.answered else escape(_without_suggestions(reply))
    return f'<div class="{kind}" lang="{reply.language}"><p>{text}</p>{question_buttons(reply.suggestions)}{note}</div>'


def _without_suggestions(reply: Answer) -> str:
    """The suggestions are buttons on the page, so the sentence that lists them is left out."""
    cut = min((reply.text.find(s) for s in reply.suggestions if s in reply.text), default=-1)
    return reply.text if cut < 0 else re.split(r"(?<=[.。])\s*", reply.text[:cut])[0]


def with_marks(reply: Answer) -> str:
    """The text with each mark [n] as a button that opens its citation."""
    by_number = {citation.number: citation for citation in reply.citations}
    parts = _MARK.split(reply.text)
    shown = [escape(parts[0])]
    for number, text in zip(parts[1::2], parts[2::2], strict=True):
        citation = by_number.get(int(number))
        shown.append(mark(citation) if citation else escape(f" [{number}]"))
        shown.append(escape(text))
    return "".join(shown)


def mark(citation: Citation) -> str:
    """A small button with the citation's number; hovering shows the title and the quote."""
    hint = f"{citation.title}: {citation.quote}"
    return (
        f'<button type="button" class="mark" data-citation="{citation.number}" data-address="{escape(citation.address)}" '
        f'title="{escape(hint)}" aria-label="[{citation.number}] {escape(citation.title)}">{citation.number}</button>'
    )


def question_buttons(questions: Iterable[str]) -> str:
    """Questions to click, each asked when clicked."""
    buttons = "".join(f'<button type="button" class="ask" data-question="{escape(q)}">{escape(q)}</button>' for q in questions)
    return f'<div class="questions">{buttons}</div>' if buttons else ""


def header(language: str) -> str:
    return f'<header class="masthead"><h1>citechat</h1><p>{WORDS[language]["tagline"]}</p></header>'


def examples(by_language: dict[str, tuple[str, ...]], language: str) -> str:
    """Example questions: three in the reader's language, one in each other."""
    order = [language, *(other for other in by_language if other != language)]
    shown = [q for n, lang in enumerate(order) for q in by_language.get(lang, ())[n : n + (3 if n == 0 else 1)]]
    return f'<div class="examples"><h2>{WORDS[language]["examples"]}</h2>{question_buttons(shown)}</div>' if shown else ""


def no_source(language: str) -> str:
    return f'<aside class="source empty"><p>{WORDS[language]["source_empty"]}</p></aside>'


def source(document: Document, start: int, end: int, siblings: Sequence[Document], language: str) -> str:
    """A document with ``document.text[start:end]`` marked, and the same paragraph one click away in its siblings."""
    body = "".join(_paragraph(document, paragraph, start, end) for paragraph in document.paragraphs)
    switches = _switches(document, start, siblings, language)
    return (
        f'<aside class="source" aria-label="{WORDS[language]["source"]}" lang="{document.language}">'
        f"<h2>{escape(document.title)}</h2>{_imprint(document, language)}{switches}<div class='text'>{body}</div></aside>"
    )


def _imprint(document: Document, language: str) -> str:
    facts = " · ".join(escape(fact) for fact in (document.publisher, document.published) if fact)
    link = ""
    if document.url.startswith(("https://", "http://")):
        label = WORDS[language]["open_original"]
        link = f' · <a href="{escape(document.url)}" target="_blank" rel="noopener noreferrer">{label}</a>'
    return f'<p class="imprint">{facts}{link}</p>'


def _switches(document: Document, start: int, siblings: Sequence[Document], language: str) -> str:
    """Buttons that open the same paragraph in the document's other languages."""
    position = next((n for n, p in enumerate(document.paragraphs) if p.start <= start < p.end), None)
    buttons = ""
    for sibling in siblings:
        if position is not None and position < len(sibling.paragraphs):
            p = sibling.paragraphs[position]
            address = place_address(sibling.document_id, sibling.language, p.start, p.end)
            name = LANGUAGE_NAMES[sibling.language]
            buttons += (
                f'<button type="button" class="switch" data-address="{escape(address)}" lang="{sibling.language}">{name}</button>'
            )
    return f'<p class="switches">{WORDS[language]["other_languages"]} {buttons}</p>' if buttons else ""


def _paragraph(document: Document, paragraph: Paragraph, start: int, end: int) -> str:
    tag = {"heading": "h3", "code": "pre"}.get(paragraph.kind, "p")
    low, high = max(start, paragraph.start), min(end, paragraph.end)
    text = document.text
    if low >= high:
        return f"<{tag}>{escape(text[paragraph.start : paragraph.end])}</{tag}>"
    before, marked, after = text[paragraph.start : low], text[low:high], text[high : paragraph.end]
    return f"<{tag}>{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</{tag}>"
