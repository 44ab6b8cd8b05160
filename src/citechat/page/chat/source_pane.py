"""The source pane: a document with a passage marked, its other languages, what bears on it, and
what the audit says.

A place is named by an address, ``?doc=…&lang=…&at=start-end``, wherever it is opened from.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qs

from citechat_ingest import LANGUAGES, AuditedClaim, Document, Paragraph, web_address

from ...chat import CiteChat
from ...errors import CiteChatError
from ...values import page_label, place_address
from ..html import icon, opener, tool
from ..labels import LABELS, LANGUAGE_NAMES, LANGUAGE_SIGNS, VERDICTS
from ..views.claims import claim_address, note_address, source_buttons

_TAGS = {"heading": "h3", "code": "pre"}


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
    labels = LABELS[language]
    named = f'aria-label="{labels["source"]}" lang="{language}"'
    return f'<aside class="source empty" {named}><p>{labels["source_empty"]}</p></aside>'


def _pane(chat: CiteChat, document: Document, start: int, end: int, language: str) -> str:
    labels = LABELS[language]
    address = place_address(document.document_id, document.language, start, end)
    address, title = escape(address), escape(document.title)
    tools = _switches(chat, document, start, language) + _link_and_close(address, labels)
    spoken = f'lang="{document.language}"'
    place = f'aria-label="{labels["source"]}" lang="{language}" data-place="{address}"'
    return (
        f'<aside class="source" {place}><header><div class="tools">{tools}</div>'
        f"<h2 {spoken}>{title}</h2>{_imprint(document, start, language)}</header>"
        f'<div class="text" tabindex="0" role="region" aria-label="{title}" {spoken}>'
        f"{_body(chat, document, start, end, language)}</div></aside>"
    )


def _body(chat: CiteChat, document: Document, start: int, end: int, language: str) -> str:
    """The paragraphs, the place marked, with notes below the paragraph in which it begins."""
    here = document.paragraph_at(start) if end > start else None
    html = ""
    for paragraph in document.paragraphs:
        html += text_of(document, paragraph, start, end)
        if paragraph is here:
            html += _notes(chat, document, paragraph, language)
    return html


def _link_and_close(address: str, labels: dict[str, str]) -> str:
    data = f'data-copy-link="{address}" data-done="{labels["copied"]}"'
    return (
        f"{tool('link', labels['copy_link'], data)}"
        f'<button type="button" class="tool close" data-close aria-label="{labels["close"]}">'
        f"{icon('close')}</button>"
    )


def _imprint(document: Document, start: int, language: str) -> str:
    """Publisher, date, the page of the place, and a link to the original where there is a web
    address.
    """
    label, page = LABELS[language]["open_original"], page_label(document.page_at(start), language)
    facts = [escape(fact) for fact in (document.publisher, document.published, page) if fact]
    address = web_address(document.url)
    if address:
        target = f'href="{escape(address)}" target="_blank" rel="noopener noreferrer"'
        facts.append(f"<a {target}>{label}{icon('out')}</a>")
    return f'<p class="imprint">{" · ".join(facts)}</p>' if facts else ""


def _switches(chat: CiteChat, document: Document, start: int, language: str) -> str:
    """The languages of the document, the shown one pressed; the others open the same paragraph."""
    position = _position_at(document, start)
    known = [code for code in LANGUAGES if (code, document.document_id) in chat.index.documents]
    several = len(known) > 1
    buttons = [_switch(chat, document, position, code) for code in known] if several else []
    label = LABELS[language]["other_languages"]
    return f'<div class="switches" role="group" aria-label="{label}">{"".join(buttons)}</div>'


def _position_at(document: Document, offset: int) -> int | None:
    """Which paragraph holds the character at ``offset``, counted from 0."""
    paragraph = document.paragraph_at(offset)
    return document.paragraphs.index(paragraph) if paragraph else None


def _switch(chat: CiteChat, document: Document, position: int | None, code: str) -> str:
    """Opens the paragraph at ``position`` of the document in the language ``code``."""
    twin = chat.document(document.document_id, code)
    has_paragraph = position is not None and position < len(twin.paragraphs)
    twin_paragraph = twin.paragraphs[position or 0] if has_paragraph else Paragraph(0, 0)
    address = place_address(twin.document_id, code, twin_paragraph.start, twin_paragraph.end)
    pressed = str(code == document.language).lower()
    return (
        f'<button type="button" class="switch" data-address="{escape(address)}" lang="{code}" '
        f'title="{LANGUAGE_NAMES[code]}" aria-pressed="{pressed}">{LANGUAGE_SIGNS[code]}</button>'
    )


def text_of(document: Document, paragraph: Paragraph, start: int, end: int) -> str:
    """A paragraph as HTML, with what of ``document.text[start:end]`` lies in it marked."""
    tag, text = _TAGS.get(paragraph.kind, "p"), document.text
    low, high = max(start, paragraph.start), min(end, paragraph.end)
    if low >= high:
        return f"<{tag}>{escape(text[paragraph.start : paragraph.end])}</{tag}>"
    before, after = escape(text[paragraph.start : low]), escape(text[high : paragraph.end])
    return f"<{tag}>{before}<mark>{escape(text[low:high])}</mark>{after}</{tag}>"


# Beside the paragraph: what the audit says, which sources bear on it


def _notes(chat: CiteChat, document: Document, paragraph: Paragraph, language: str) -> str:
    if document.role == "audit":
        own = [claim for claim in chat.index.audited_claims if claim.claim_id == paragraph.name]
        notes = "".join(_own_claim(chat, claim, language) for claim in own)
    else:
        notes = _audited(chat, paragraph, language)
        notes += _bearing(chat, paragraph.sources, language, LABELS[language]["bearing"])
    return f'<div class="notes" lang="{language}">{notes}</div>' if notes else ""


def _audited(chat: CiteChat, paragraph: Paragraph, language: str) -> str:
    """The audited claims of the paragraph: the verdict in view, the note and its sources one click
    away."""
    if not paragraph.name:
        return ""
    details = ""
    for claim in chat.index.audited_claims:
        if claim.paragraph == paragraph.name:
            details += _claim(chat, claim, language)
    return f"<h4>{LABELS[language]['audited']}</h4>{details}" if details else ""


def _claim(chat: CiteChat, claim: AuditedClaim, language: str) -> str:
    there = opener(note_address(chat, claim, language), LABELS[language]["open_in_audit"])
    return (
        f"<details><summary>{verdict(claim, language)} {escape(claim.text[language])}</summary>"
        f"<p>{escape(claim.note[language])} {there}</p>"
        f"{_bearing(chat, claim.sources, language)}</details>"
    )


def _own_claim(chat: CiteChat, claim: AuditedClaim, language: str) -> str:
    """Below a note of the audit: its verdict, its sources, and the way to the claim."""
    there = opener(claim_address(chat, claim, language), LABELS[language]["open_in_article"])
    return f"<p>{verdict(claim, language)} {there}</p>{_bearing(chat, claim.sources, language)}"


def verdict(claim: AuditedClaim, language: str) -> str:
    """The audit's verdict as a badge."""
    name = VERDICTS[language][claim.verdict]
    return f'<span class="verdict {claim.verdict}">{name}</span>'


def _bearing(chat: CiteChat, slugs: Sequence[str], language: str, title: str = "") -> str:
    """Buttons for sources, under ``title``; empty where the corpus has none of them."""
    buttons = source_buttons(chat, slugs, language)
    heading = f"<h4>{title}</h4>" if title else ""
    return f'{heading}<p class="openers">{buttons}</p>' if buttons else ""
