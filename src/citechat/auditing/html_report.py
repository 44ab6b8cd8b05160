"""An audit → one HTML page that needs nothing else: claims beside quotes. Every text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..export.parts import clean, details_of, linked_title
from ..messages import say
from ..values import Citation

if TYPE_CHECKING:
    from .results import Audit, JudgedClaim

# A verdict's colour is its second sign: the first is its word. Dark letters on light ground.
_STYLE = (
    "body{max-width:70rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "table{border-collapse:collapse;width:100%}th,td{padding:.6rem;border-bottom:1px solid #ccc;"
    "text-align:left;vertical-align:top}td:nth-child(2){width:36%}"
    ".verdict{white-space:nowrap;padding:.1rem .5rem;border-radius:.8rem}"
    ".borne_out{background:#d3ecd5;color:#123c16}.in_part{background:#fbeac2;color:#4a3500}"
    ".contradicted{background:#f6d0cb;color:#5a120a}.not_found{background:#e3e3e6;color:#2b2b30}"
    "blockquote{margin:0 0 .6rem;padding-left:.6rem;border-left:3px solid #7fb685}"
    "blockquote.otherwise{border-color:#c9766a}blockquote.nearest{border-color:#aaa}cite,.place{font-size:.85rem;color:#555}"
)


def to_html(audit: Audit) -> str:
    """The page, headed in the article's language."""
    language = audit.language
    title = escape(clean(say("audit_title", language, title=audit.title)))
    intro = escape(say("audit_intro", language, count=len(audit.claims)))
    columns = ("audit_number", "audit_claim", "audit_verdict", "audit_sources")
    head = "".join(f'<th scope="col">{escape(say(name, language))}</th>' for name in columns)
    rows = "\n".join(_row(claim, audit) for claim in audit.claims)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{intro}</p>\n"
        f"<p>{_counts(audit)}</p>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n"
        "</tbody>\n</table>\n</body>\n</html>\n"
    )


def _counts(audit: Audit) -> str:
    return " ".join(
        f"{_verdict(outcome, audit.language)} {count}" for outcome, count in audit.counts.items()
    )


def _verdict(outcome: str, language: str) -> str:
    return f'<span class="verdict {outcome}">{escape(say(f"audit_{outcome}", language))}</span>'


def _row(claim: JudgedClaim, audit: Audit) -> str:
    place = f"{escape(clean(audit.article))} {claim.start}–{claim.end}"
    said = f'{escape(clean(claim.text))} <span class="place">{place}</span>'
    cells = (
        str(claim.number),
        said,
        _verdict(claim.outcome, audit.language),
        _evidence(claim, audit),
    )
    inner = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="claim-{claim.number}">{inner}</tr>'


def _evidence(claim: JudgedClaim, audit: Audit) -> str:
    language = audit.language
    # What is nearest to a claim that was not found speaks neither for nor against it.
    kind = "nearest" if claim.outcome == "not_found" else "bearing"
    bearing = "".join(_quote(citation, kind) for citation in claim.bearing)
    against = "".join(_quote(citation, "otherwise") for citation in claim.otherwise)
    if against:
        against = f"<p>{escape(say('audit_otherwise', language))}:</p>{against}"
    words = escape(clean(say("audit_unstated", language, words=", ".join(claim.unstated))))
    unstated = f"<p>{words}</p>" if claim.unstated else ""
    return bearing + against + unstated or escape(say("audit_nothing", language))


def _quote(citation: Citation, kind: str) -> str:
    details = escape(details_of(citation))
    place = f"{escape(clean(citation.document_id))} {citation.start}–{citation.end}"
    where = ", ".join(filter(None, (linked_title(citation), details, place)))
    quote = escape(clean(citation.quote))
    return (
        f'<blockquote class="{kind}" lang="{citation.language}">{quote} <cite>[{citation.number}] '
        f"{where}</cite></blockquote>"
    )
