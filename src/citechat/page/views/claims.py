"""Where the article makes a claim, where the audit judges it, and which documents bear on it: addresses for buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import LANGUAGES, Check, Document, Paragraph, sentence_spans

from ...chat import CiteChat
from ...language import terms
from ...language.number_format import date
from ...values import place_address
from ..buttons import opener

_ASIDE = re.compile(r"\s*[(（,，;；].*")
"""What a publisher's name goes on to explain."""
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def claimed_at(check: Check, article: Document) -> tuple[int, int] | None:
    """Start and end of the sentence of the article that makes the claim; None when the paragraph is not there."""
    paragraph = next((p for p in article.paragraphs if p.name == check.paragraph), None)
    return best_sentence(article, paragraph, check.claim[article.language]) if paragraph else None


def best_sentence(document: Document, paragraph: Paragraph, text: str) -> tuple[int, int]:
    """The sentence of a paragraph that shares most terms with ``text``: claims restate a sentence, they do not quote it."""
    wanted = _terms(text, document.language)
    spans = sentence_spans(document.text[paragraph.start : paragraph.end], paragraph.start)
    return max(
        spans, key=lambda span: len(wanted & _terms(document.text[slice(*span)], document.language))
    )


def _terms(text: str, language: str) -> set[str]:
    return {*terms.words(text, language), *terms.grams(text, language)}


def claim_address(chat: CiteChat, check: Check, language: str) -> str:
    """Where the article says it; empty when there is no article in ``language``."""
    article = chat.index.document_with_role("article", language)
    span = claimed_at(check, chat.document(article, language)) if article else None
    return place_address(article, language, *span) if span else ""


def note_address(chat: CiteChat, check: Check, language: str) -> str:
    """Where the audit says what the sources make of it."""
    audit = chat.index.document_with_role("audit", language)
    paragraphs = chat.document(audit, language).paragraphs
    return next(
        place_address(audit, language, p.start, p.end)
        for p in paragraphs
        if p.name == check.check_id
    )


def source_document(chat: CiteChat, slug: str, language: str) -> Document | None:
    """The source called ``slug``, in ``language`` where there is one; None when the corpus lacks it."""
    codes = (language, *(code for code in LANGUAGES if code != language))
    places = ((name, code) for code in codes for name in (f"sources/{slug}", slug))
    return next(
        (
            chat.document(name, code)
            for name, code in places
            if (code, name) in chat.index.documents
        ),
        None,
    )


def source_buttons(chat: CiteChat, slugs: Sequence[str], language: str) -> str:
    """A button for each source, named by who published it and when, that opens it."""
    found = (source_document(chat, slug, language) for slug in slugs)
    return "".join(_source_button(document) for document in found if document)


def _source_button(document: Document) -> str:
    place = place_address(document.document_id, document.language, 0, 0)
    return opener(place, credit(document), document.title, document.language)


def credit(document: Document) -> str:
    """Who published a document and when, in short; its title when it does not say."""
    dated = _DATE.match(document.published)
    when = date(dated.group(), document.language) if dated else document.published
    parts = (_ASIDE.sub("", document.publisher), when)
    return ("，" if document.language == "zh" else ", ").join(
        part for part in parts if part
    ) or document.title
