"""Quotes → citations: numbered in the order of use, and proven against the document before they exist."""

from __future__ import annotations

from citechat_ingest import Document

from ..errors import CiteChatError
from ..values import Citation


def cite(
    number: int, document: Document, section: str, start: int, end: int, quote: str
) -> Citation:
    """A citation, made only if ``document.text[start:end] == quote``. Raises CiteChatError otherwise."""
    if not quote or document.text[start:end] != quote:
        place = f"{document.language}/{document.document_id}[{start}:{end}]"
        raise CiteChatError(f"{place} does not read {quote[:60]!r}; run: citechat index --rebuild")
    return Citation(
        number=number,
        document_id=document.document_id,
        language=document.language,
        title=document.title,
        section=section,
        url=document.url,
        published=document.published,
        quote=quote,
        start=start,
        end=end,
    )
