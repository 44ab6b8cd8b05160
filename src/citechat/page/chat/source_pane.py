"""The source pane: a document with a passage marked, its other languages, what bears on it, and what the audit says.

A place is named by an address, ``?doc=…&lang=…&at=start-end``, wherever it is opened from.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qs

from citechat_ingest import LANGUAGES, Check, Document, Paragraph

from ...chat import CiteChat
from ...errors import CiteChatError
from ...values import place_address
from ..buttons import opener
from ..render import icon
from ..views.claims import claim_address, note_address, source_buttons
from ..views.view_words import VERDICTS
from ..words import LANGUAGE_NAMES, LANGUAGE_SIGNS, WORDS


def open_place(chat: CiteChat, address: str, language: str) -> str:
    """The pane for an address, its labels in ``language``; a bad address leaves the pane empty."""
    query = parse_qs(address.lstrip("?"))
    try:
        document = chat.document(query["doc"][0], query["lang"][0])
        start, end = map(int, query["at"][0].split("-"))
    except (KeyError, ValueError, CiteChatError):
        return nothing_open(language)
    return _pane(chat, document, start, end, language)


def nothing_open(language: str) -> str:
    """The pane before anything has been opened."""
    words = WORDS[language]
    return f'<aside class="source empty" aria-label="{words["source"]}" lang="{language}"><p>{words["source_empty"]}</p></aside>'


def _pane(chat: CiteChat, document: Document, start: int, end: int, language: str) -> str:
    words = WORDS[language]
    here = document.paragraph_at(start) if end > start else None
    body = "".join(
        text_of(document, paragraph, start, end)
        + (_notes(chat, document, paragraph, language) if paragraph is here else "")
        for paragraph in document.paragraphs
    )
    address, title = (
        escape(place_address(document.document_id, document.language, start, end)),
        escape(document.title),
    )
    return (
        f'<aside class="source" aria-label="{words["source"]}" lang="{language}" data-place="{address}"><header>'
        f'<div class="tools">{_switches(chat, document, start, language)}{_link_and_close(address, words)}</div>'
        f'<h2 lang="{document.language}">{title}</h2>{_imprint(document, words["open_original"])}</header>'
        f'<div class="text" tabindex="0" role="region" aria-label="{title}" lang="{document.language}">{body}</div></aside>'
    )


def _link_and_close(address: str, words: dict[str, str]) -> str:
    return (
        f'<button type="button" class="tool" data-copy-link="{address}" data-done="{words["copied"]}">{icon("link")}'
        f"<span>{words['copy_link']}</span></button>"
        f'<button type="button" class="tool close" data-close aria-label="{words["close"]}">{icon("close")}</button>'
    )


def _imprint(document: Document, label: str) -> str:
    facts = [escape(fact) for fact in (document.publisher, document.published) if fact]
    if document.url.startswith(("https://", "http://")):
        facts.append(
            f'<a href="{escape(document.url)}" target="_blank" rel="noopener noreferrer">{label}{icon("out")}</a>'
        )
    return f'<p class="imprint">{" · ".join(facts)}</p>' if facts else ""


def _switches(chat: CiteChat, document: Document, start: int, language: str) -> str:
    """The languages of the document, the shown one pressed; the others open the same paragraph."""
    position = next(
        (n for n, p in enumerate(document.paragraphs) if p.start <= start < p.end), None
    )
    buttons = "".join(_switch(chat, document, position, code) for code in LANGUAGES)
    label, several = WORDS[language]["other_languages"], buttons.count("<button") > 1
    return f'<div class="switches" role="group" aria-label="{label}">{buttons if several else ""}</div>'


def _switch(chat: CiteChat, document: Document, position: int | None, code: str) -> str:
    if (code, document.document_id) not in chat.index.documents:
        return ""
    twin = chat.document(document.document_id, code)
    p = (
        twin.paragraphs[position]
        if position is not None and position < len(twin.paragraphs)
        else Paragraph(0, 0)
    )
    address = escape(place_address(twin.document_id, code, p.start, p.end))
    pressed = "true" if code == document.language else "false"
    return (
        f'<button type="button" class="switch" data-address="{address}" lang="{code}" title="{LANGUAGE_NAMES[code]}" '
        f'aria-pressed="{pressed}">{LANGUAGE_SIGNS[code]}</button>'
    )


def text_of(document: Document, paragraph: Paragraph, start: int, end: int) -> str:
    """A paragraph as HTML, with what of ``document.text[start:end]`` lies in it marked."""
    tag = {"heading": "h3", "code": "pre"}.get(paragraph.kind, "p")
    low, high = max(start, paragraph.start), min(end, paragraph.end)
    text = document.text
    if low >= high:
        return f"<{tag}>{escape(text[paragraph.start : paragraph.end])}</{tag}>"
    before, marked, after = text[paragraph.start : low], text[low:high], text[high : paragraph.end]
    return f"<{tag}>{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</{tag}>"


# Beside the paragraph: what the audit says, which sources bear on it


def _notes(chat: CiteChat, document: Document, paragraph: Paragraph, language: str) -> str:
    if document.role == "audit":
        found = "".join(
            _own_check(chat, check, language)
            for check in chat.index.checks
            if check.check_id == paragraph.name
        )
    else:
        found = _audited(chat, paragraph, language) + _bearing(
            chat, paragraph.sources, language, "bearing"
        )
    return f'<div class="notes" lang="{language}">{found}</div>' if found else ""


def _audited(chat: CiteChat, paragraph: Paragraph, language: str) -> str:
    """The audited claims of the paragraph: the verdict in view, the note and its sources one click away."""
    checks = [
        check for check in chat.index.checks if paragraph.name and check.paragraph == paragraph.name
    ]
    claims = "".join(_check(chat, check, language) for check in checks)
    return f"<h4>{WORDS[language]['audited']}</h4>{claims}" if claims else ""


def _check(chat: CiteChat, check: Check, language: str) -> str:
    words = WORDS[language]
    return (
        f"<details><summary>{verdict(check, language)} {escape(check.claim[language])}</summary>"
        f"<p>{escape(check.note[language])} {opener(note_address(chat, check, language), words['in_audit'])}</p>"
        f"{_bearing(chat, check.sources, language, '')}</details>"
    )


def _own_check(chat: CiteChat, check: Check, language: str) -> str:
    """Below a note of the audit: its verdict, its sources, and the way to the claim in the article."""
    there = opener(claim_address(chat, check, language), WORDS[language]["in_article"])
    return f"<p>{verdict(check, language)} {there}</p>{_bearing(chat, check.sources, language, '')}"


def verdict(check: Check, language: str) -> str:
    """The audit's verdict as a badge."""
    return f'<span class="verdict {check.verdict}">{VERDICTS[language][check.verdict]}</span>'


def _bearing(chat: CiteChat, slugs: Sequence[str], language: str, title: str) -> str:
    buttons = source_buttons(chat, slugs, language)
    heading = f"<h4>{WORDS[language][title]}</h4>" if title else ""
    return f'{heading}<p class="openers">{buttons}</p>' if buttons else ""
