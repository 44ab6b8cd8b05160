"""Where the article makes a claim, where the audit judges it, which documents bear on it: buttons
that open them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import AuditedClaim, Document

from ...chat import CiteChat
from ...language.number_format import date
from ...retrieval.locating import document_in, most_similar_sentence
from ...values import place_address
from ..html import opener

# What a publisher's name goes on to explain.
_ASIDE = re.compile(r"(?<!\s)\s*[(（,，;；].*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def claimed_at(claim: AuditedClaim, article: Document) -> tuple[int, int] | None:
    """Start and end of the sentence of the article that makes the claim; None when the article has
    no such paragraph."""
    for paragraph in article.paragraphs:
        if paragraph.name == claim.paragraph:
            return most_similar_sentence(claim.text[article.language], article, paragraph)
    return None


def claim_address(chat: CiteChat, claim: AuditedClaim, language: str) -> str:
    """Where the article says it; empty when there is no article in ``language``."""
    article = chat.index.document_with_role("article", language)
    span = claimed_at(claim, chat.document(article, language)) if article else None
    return place_address(article, language, *span) if span else ""


def note_address(chat: CiteChat, claim: AuditedClaim, language: str) -> str:
    """Where the audit says what the sources make of it."""
    audit = chat.index.document_with_role("audit", language)
    paragraphs = chat.document(audit, language).paragraphs
    note = next(paragraph for paragraph in paragraphs if paragraph.name == claim.claim_id)
    return place_address(audit, language, note.start, note.end)


def source_document(chat: CiteChat, slug: str, language: str) -> Document | None:
    """The source called ``slug``, in ``language`` where there is one; None when it is missing."""
    in_its_folder = document_in(f"sources/{slug}", chat.index, language)
    return in_its_folder or document_in(slug, chat.index, language)


def source_buttons(chat: CiteChat, slugs: Sequence[str], language: str) -> str:
    """A button for each source, named by who published it and when, that opens it."""
    documents = [source_document(chat, slug, language) for slug in slugs]
    return "".join(_source_button(document) for document in documents if document)


def _source_button(document: Document) -> str:
    place = place_address(document.document_id, document.language, 0, 0)
    return opener(place, credit(document), document.title, document.language)


def credit(document: Document) -> str:
    """Who published a document and when, in short; its title when it does not say."""
    dated = _DATE.match(document.published)
    when = date(dated.group(), document.language) if dated else document.published
    parts = [_ASIDE.sub("", document.publisher), when]
    comma = "，" if document.language == "zh" else ", "
    return comma.join(filter(None, parts)) or document.title
