"""The article to read: a mark at each claim that the audit has judged, the sources under each paragraph."""

from __future__ import annotations

from functools import cache
from html import escape

import gradio as gr

from citechat_ingest import LANGUAGES, Check, Document, Paragraph, has_role, sentence_spans

from ...chat import CiteChat
from ...index.building import corpus_roots
from ..buttons import choice, choices, opener
from ..words import LANGUAGE_NAMES
from .claims import claimed_at, note_address, source_buttons
from .view import View, waiting
from .view_words import VERDICT_MEANINGS, VERDICTS, VIEW_WORDS

_SIGNS = {"supported": "✓", "refined": "≈", "contradicted": "✕", "unconfirmed": "?"}


def build(chat: CiteChat) -> View | None:
    """The view, empty as yet; None for a corpus without an article."""
    if not has_role(corpus_roots(chat.settings), "article"):
        return None
    languages, text = waiting(lines=0), waiting()
    # views.js writes the language that a reader picks for the article alone.
    reading = gr.Textbox(elem_id="reading", visible="hidden")
    reading.change(
        lambda picked: render(chat, picked.partition(" ")[0]),
        reading,
        text,
        show_progress="hidden",
        api_visibility="private",
    )
    return View(
        [languages, text],
        cache(lambda language: (language_switch(chat, language), render(chat, language))),
    )


def language_switch(chat: CiteChat, language: str) -> str:
    """Buttons for the languages that the article exists in, when there are several."""
    codes = [code for code in LANGUAGES if chat.index.document_with_role("article", code)]
    buttons = "".join(
        choice("reading", code, LANGUAGE_NAMES[code], code == language) for code in codes
    )
    return choices(VIEW_WORDS[language]["read_in"], buttons) if len(codes) > 1 else ""


def render(chat: CiteChat, language: str) -> str:
    """The whole article in ``language``, or in the first language that it exists in."""
    codes = [
        code for code in (language, *LANGUAGES) if chat.index.document_with_role("article", code)
    ]
    document = chat.document(chat.index.document_with_role("article", codes[0]), codes[0])
    checks = dict(enumerate(chat.index.checks))
    spans = {number: claimed_at(check, document) for number, check in checks.items()}
    words = VIEW_WORDS[document.language]
    body = "".join(
        _paragraph(chat, document, n, p, checks, spans) for n, p in enumerate(document.paragraphs)
    )
    legend = f'<p class="legend">{words["legend"]}</p>' if checks else ""
    cards = "".join(
        _card(chat, number, check, document.language)
        for number, check in checks.items()
        if spans[number]
    )
    asking = f'data-ask-label="{words["ask_about"]}" data-ask="{escape(words["question_about"])}"'
    return (
        f'<article class="reading" lang="{document.language}" {asking}><header><h2>{escape(document.title)}</h2>'
        f"{_byline(document)}{legend}</header>{_contents(document)}{body}{cards}</article>"
    )


def _byline(document: Document) -> str:
    facts = " · ".join(escape(fact) for fact in (document.publisher, document.published) if fact)
    return f'<p class="byline">{facts}</p>' if facts else ""


def _contents(document: Document) -> str:
    headings = [(n, p) for n, p in enumerate(document.paragraphs) if p.kind == "heading"]
    entries = "".join(
        f'<li><button type="button" data-scroll="article-{n}">{escape(document.text[p.start : p.end])}</button></li>'
        for n, p in headings
    )
    label = VIEW_WORDS[document.language]["contents"]
    return (
        f'<nav class="contents" aria-label="{label}"><h3>{label}</h3><ol>{entries}</ol></nav>'
        if len(headings) > 1
        else ""
    )


def _paragraph(
    chat: CiteChat,
    document: Document,
    position: int,
    paragraph: Paragraph,
    checks: dict[int, Check],
    spans: dict[int, tuple[int, int] | None],
) -> str:
    if paragraph.kind == "heading":
        return f'<h3 id="article-{position}" tabindex="-1">{escape(document.text[paragraph.start : paragraph.end])}</h3>'
    sentences = sentence_spans(document.text[paragraph.start : paragraph.end], paragraph.start)
    shown = ("" if document.language == "zh" else " ").join(
        _sentence(document, span, [(n, checks[n]) for n, place in spans.items() if place == span])
        for span in sentences
    )
    sources = source_buttons(chat, paragraph.sources, document.language)
    label = VIEW_WORDS[document.language]["sources"]
    credit = (
        f'<div class="credit" role="group" aria-label="{label}"><span>{label}</span>{sources}</div>'
        if sources
        else ""
    )
    return f"<p>{shown}</p>{credit}"


def _sentence(document: Document, span: tuple[int, int], marks: list[tuple[int, Check]]) -> str:
    text = f'<span class="sentence">{escape(document.text[slice(*span)])}</span>'
    return text + "".join(_mark(number, check, document.language) for number, check in marks)


def _mark(number: int, check: Check, language: str) -> str:
    """A small button at the claim: a sign, and the verdict in words unless the sources simply agree."""
    name = VERDICTS[language][check.verdict]
    word = f'<span class="for-ears">{name}</span>' if check.verdict == "supported" else f" {name}"
    label = escape(f"{name}: {check.claim[language]}")
    return (
        f'<button type="button" class="claim {check.verdict}" popovertarget="claim-{number}" title="{label}">'
        f'<span aria-hidden="true">{_SIGNS[check.verdict]}</span>{word}</button>'
    )


def _card(chat: CiteChat, number: int, check: Check, language: str) -> str:
    """What opens at a mark: verdict, claim, note, sources, and a question to ask."""
    words = VIEW_WORDS[language]
    question = escape(words["question_about"].format(quote=check.claim[language]))
    sources = source_buttons(chat, check.sources, language)
    return (
        f'<div popover id="claim-{number}" class="claim-card" role="dialog" aria-label="{VERDICTS[language][check.verdict]}">'
        f'<p class="verdict-line"><span class="verdict {check.verdict}">{VERDICTS[language][check.verdict]}</span> '
        f"<small>{VERDICT_MEANINGS[language][check.verdict]}</small></p>"
        f"<dl><dt>{words['claim']}</dt><dd>{escape(check.claim[language])}</dd>"
        f"<dt>{words['note']}</dt><dd>{escape(check.note[language])}</dd></dl>"
        f'<div class="credit"><span>{words["sources"]}</span>{sources}</div>'
        f'<p class="steps">{opener(note_address(chat, check, language), words["in_audit"])}'
        f'<button type="button" class="opens" data-question="{question}">{words["ask_about"]}</button></p></div>'
    )
