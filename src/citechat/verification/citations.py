"""Spans → citations: numbered in the order of use, and proven against the document first."""

from __future__ import annotations

from citechat_ingest import Document, Span

from ..errors import CiteChatError
from ..values import Citation


def cite(number: int, span: Span, document: Document) -> Citation:
    """A citation, made only if ``document`` reads where ``span`` stands what its passage reads.

    The quote is the passage's text, which is what was searched and verified; the document is what
    a reader opens. Raises CiteChatError where the two differ, as in an index that is out of date.
    """
    quote = span.text
    if not quote or document.text[span.start : span.end] != quote:
        place = f"{document.language}/{document.document_id}[{span.start}:{span.end}]"
        raise CiteChatError(f"{place} does not read {quote[:60]!r}; run: citechat index --rebuild")
    return Citation(
        number=number,
        document_id=document.document_id,
        language=document.language,
        title=document.title,
        section=span.passage.section,
        url=document.url,
        published=document.published,
        quote=quote,
        start=span.start,
        end=span.end,
        page=document.page_at(span.start),
    )
