"""An audit → Markdown: a table of the claims, and below it what is cited, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..markdown_text import inert, literal
from ..messages import say
from ..values import Citation, in_quotation_marks, linked_source

if TYPE_CHECKING:
    from .results import Audit, JudgedClaim


def to_markdown(audit: Audit) -> str:
    """Headed in the article's language; no link or HTML that a document wrote comes alive."""
    language = audit.language
    title = literal(say("audit_title", language, title=audit.title))
    intro = say("audit_intro", language, count=len(audit.claims))
    counts = ", ".join(
        f"{say(f'audit_{outcome}', language)}: {count}" for outcome, count in audit.counts.items()
    )
    rows = [_head(language), *(_row(claim, language) for claim in audit.claims)]
    sources = [_source(citation) for citation in cited_in(audit)]
    return "\n\n".join([f"# {title}", intro, counts, "\n".join(rows), *sources]) + "\n"


def cited_in(audit: Audit) -> list[Citation]:
    """Every citation of an audit once, by its number."""
    cited = {
        citation.number: citation
        for claim in audit.claims
        for citation in (*claim.bearing, *claim.otherwise)
    }
    return [cited[number] for number in sorted(cited)]


def _head(language: str) -> str:
    columns = ("audit_number", "audit_claim", "audit_verdict", "audit_sources")
    names = " | ".join(say(column, language) for column in columns)
    return f"| {names} |\n|---|---|---|---|"


def _row(claim: JudgedClaim, language: str) -> str:
    verdict = say(f"audit_{claim.outcome}", language)
    cells = (str(claim.number), claim.text, verdict, "; ".join(_notes(claim, language)))
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _notes(claim: JudgedClaim, language: str) -> Iterator[str]:
    """The numbers of what is cited, and which words none of it has."""
    if claim.bearing:
        yield _marks(claim.bearing)
    if claim.otherwise:
        yield f"{say('audit_otherwise', language)}: {_marks(claim.otherwise)}"
    if claim.unstated:
        yield say("audit_unstated", language, words=", ".join(claim.unstated))
    if not (claim.bearing or claim.otherwise):
        yield say("audit_nothing", language)


def _marks(citations: tuple[Citation, ...]) -> str:
    return " ".join(f"[{citation.number}]" for citation in citations)


def _cell(text: str) -> str:
    return inert(" ".join(text.split())).replace("|", "\\|")


def _source(citation: Citation) -> str:
    where = linked_source(citation, citation.language)
    place = f"{literal(citation.document_id)} {citation.start}–{citation.end}"
    quote = inert(" ".join(citation.quote.split()))
    quoted = in_quotation_marks(quote, citation.language)
    return f"[{citation.number}] {where} ({place}): {quoted}"
