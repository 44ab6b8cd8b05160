"""The article to read: a mark at each claim that the audit has judged, the sources under each
paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from citechat_ingest import LANGUAGES, AuditedClaim, Document, Paragraph, sentence_spans

from ...chat import CiteChat
from ..html import choice, choices, opener
from ..labels import LABELS, LANGUAGE_NAMES, VERDICT_MEANINGS, VERDICTS
from .claims import claimed_at, note_address, source_buttons
from .view import View, picked_field, placeholder

_SIGNS = {"supported": "✓", "refined": "≈", "contradicted": "✕", "unconfirmed": "?"}


@dataclass(frozen=True)
class _MarkedClaim:
    """A judged claim: its number in the audit, and the sentence of the article that makes it."""

    number: int
    claim: AuditedClaim
    span: tuple[int, int]


def build(chat: CiteChat) -> View:
    """The view, empty as yet."""
    languages, text = placeholder(lines=0), placeholder()
    # views.js writes the language that a reader picks for the article alone, and a counter.
    picked_field("reading", lambda picked: render(chat, picked.partition(" ")[0]), text)

    @cache
    def values(language: str) -> tuple[str, str]:
        return language_switch(chat, language), render(chat, language)

    return View([languages, text], values)


def _languages(chat: CiteChat) -> list[str]:
    """The languages that the article exists in."""
    return [code for code in LANGUAGES if chat.index.document_with_role("article", code)]


def language_switch(chat: CiteChat, language: str) -> str:
    """Buttons for the languages that the article exists in, when there are several."""
    codes = _languages(chat)
    if len(codes) < 2:
        return ""
    buttons = [choice("reading", code, LANGUAGE_NAMES[code], code == language) for code in codes]
    return choices(LABELS[language]["read_in"], "".join(buttons))


def render(chat: CiteChat, language: str) -> str:
    """The whole article in ``language``, or in the first language that it exists in."""
    codes = _languages(chat)
    shown = language if language in codes else codes[0]
    document = chat.document(chat.index.document_with_role("article", shown), shown)
    marked_claims = _marked(chat.index.audited_claims, document)
    labels = LABELS[shown]
    numbered = enumerate(document.paragraphs)
    body = "".join(
        _paragraph(chat, document, n, paragraph, marked_claims) for n, paragraph in numbered
    )
    cards = "".join(_card(chat, marked, shown) for marked in marked_claims)
    legend = f'<p class="legend">{labels["legend"]}</p>' if chat.index.audited_claims else ""
    header = f"<h2>{escape(document.title)}</h2>{_byline(document)}{legend}"
    asking = f'data-ask-label="{labels["ask_about"]}" data-ask="{escape(labels["question_about"])}"'
    return (
        f'<article class="reading" lang="{shown}" {asking}><header>{header}</header>'
        f"{_contents(document)}{body}{cards}</article>"
    )


def _marked(claims: Sequence[AuditedClaim], document: Document) -> list[_MarkedClaim]:
    """The judged claims that this text of the article makes."""
    marked_claims = []
    for number, claim in enumerate(claims):
        span = claimed_at(claim, document)
        if span:
            marked_claims.append(_MarkedClaim(number, claim, span))
    return marked_claims


def _byline(document: Document) -> str:
    facts = " · ".join(escape(fact) for fact in (document.publisher, document.published) if fact)
    return f'<p class="byline">{facts}</p>' if facts else ""


def _contents(document: Document) -> str:
    """A way to each heading, when there are several; views.js scrolls."""
    entries = [
        _contents_entry(document, position)
        for position, paragraph in enumerate(document.paragraphs)
        if paragraph.kind == "heading"
    ]
    if len(entries) < 2:
        return ""
    label = LABELS[document.language]["contents"]
    return (
        f'<nav class="contents" aria-label="{label}"><h3>{label}</h3>'
        f"<ol>{''.join(entries)}</ol></nav>"
    )


def _contents_entry(document: Document, position: int) -> str:
    title = _text_of(document, document.paragraphs[position])
    return f'<li><button type="button" data-scroll="article-{position}">{title}</button></li>'


def _text_of(document: Document, paragraph: Paragraph) -> str:
    return escape(document.text[paragraph.start : paragraph.end])


def _paragraph(
    chat: CiteChat,
    document: Document,
    position: int,
    paragraph: Paragraph,
    claims: Sequence[_MarkedClaim],
) -> str:
    if paragraph.kind == "heading":
        title = _text_of(document, paragraph)
        return f'<h3 id="article-{position}" tabindex="-1">{title}</h3>'
    text = document.text[paragraph.start : paragraph.end]
    spans = sentence_spans(text, paragraph.start)
    gap = "" if document.language == "zh" else " "
    shown = gap.join(_sentence(document, span, claims) for span in spans)
    return f"<p>{shown}</p>{_credit(chat, paragraph, document.language)}"


def _credit(chat: CiteChat, paragraph: Paragraph, language: str) -> str:
    """The sources of a paragraph; nothing where it has none."""
    sources = source_buttons(chat, paragraph.sources, language)
    label = LABELS[language]["sources"]
    group = f'class="credit" role="group" aria-label="{label}"'
    return f"<div {group}><span>{label}</span>{sources}</div>" if sources else ""


def _sentence(document: Document, span: tuple[int, int], claims: Sequence[_MarkedClaim]) -> str:
    text = f'<span class="sentence">{escape(document.text[slice(*span)])}</span>'
    marks = [_mark(marked, document.language) for marked in claims if marked.span == span]
    return text + "".join(marks)


def _mark(marked: _MarkedClaim, language: str) -> str:
    """A small button at the claim: a sign, and the verdict in words unless the sources agree."""
    verdict = marked.claim.verdict
    name = VERDICTS[language][verdict]
    word = f'<span class="for-ears">{name}</span>' if verdict == "supported" else f" {name}"
    title = escape(f"{name}: {marked.claim.text[language]}")
    return (
        f'<button type="button" class="claim {verdict}" popovertarget="claim-{marked.number}" '
        f'title="{title}"><span aria-hidden="true">{_SIGNS[verdict]}</span>{word}</button>'
    )


def _card(chat: CiteChat, marked: _MarkedClaim, language: str) -> str:
    """What opens at a mark: verdict, claim, note, sources, and a question to ask."""
    claim, labels = marked.claim, LABELS[language]
    name, meaning = VERDICTS[language][claim.verdict], VERDICT_MEANINGS[language][claim.verdict]
    question = escape(labels["question_about"].format(quote=claim.text[language]))
    sources = source_buttons(chat, claim.sources, language)
    dialog = f'popover id="claim-{marked.number}" class="claim-card" role="dialog"'
    return (
        f'<div {dialog} aria-label="{name}"><p class="verdict-line">'
        f'<span class="verdict {claim.verdict}">{name}</span> <small>{meaning}</small></p>'
        f"<dl><dt>{labels['claim']}</dt><dd>{escape(claim.text[language])}</dd>"
        f"<dt>{labels['note']}</dt><dd>{escape(claim.note[language])}</dd></dl>"
        f'<div class="credit"><span>{labels["sources"]}</span>{sources}</div><p class="steps">'
        f"{opener(note_address(chat, claim, language), labels['in_audit'])}"
        f'<button type="button" class="opens" data-question="{question}">'
        f"{labels['ask_about']}</button></p></div>"
    )
