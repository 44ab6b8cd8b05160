"""The audit: what the article and the sources say, by verdict and place, both a click away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape

from citechat_ingest import VERDICTS as VERDICT_ORDER
from citechat_ingest import AuditedClaim, Glossary

from ...chat import CiteChat
from ..html import choice, choices, opener
from ..labels import LABELS, VERDICTS
from .claims import claim_address, note_address, source_buttons
from .view import View, placeholder


def build(chat: CiteChat) -> View:
    """The view, empty as yet."""

    @cache
    def values(language: str) -> tuple[str]:
        return (render(chat, language),)

    return View([placeholder()], values)


def render(chat: CiteChat, language: str) -> str:
    """The audit as a table, its counts as a bar, and what narrows it down.

    views.js hides the rows that do not match.
    """
    claims, labels = chat.index.audited_claims, LABELS[language]
    columns = [labels[name] for name in ("verdict", "claim", "note")]
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    rows = "".join(_row(chat, claim, language) for claim in claims)
    shown = labels["shown"].format(shown=len(claims), count=len(claims))
    return (
        f'<section class="audit" lang="{language}"><header><h2>{labels["audit_title"]}</h2>'
        f"<p>{labels['audit_intro'].format(count=len(claims))}</p></header>"
        f"{_picture(claims)}{_filters(chat.index.glossary, claims, language)}"
        f'<p class="shown" role="status" data-template="{labels["shown"]}">{shown}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="nothing" hidden>{labels["nothing_shown"]}</p></section>'
    )


def _verdict_counts(claims: Sequence[AuditedClaim]) -> dict[str, int]:
    """Verdict → how many claims have it, without those that none has, in the order to show."""
    counts = Counter(claim.verdict for claim in claims)
    return {verdict: counts[verdict] for verdict in VERDICT_ORDER if counts[verdict]}


def _picture(claims: Sequence[AuditedClaim]) -> str:
    """The counts as one bar; the buttons below it say the same in words."""
    counts = _verdict_counts(claims)
    parts = [
        f'<span class="{verdict}" style="flex-grow:{count}"></span>'
        for verdict, count in counts.items()
    ]
    return f'<div class="counts" aria-hidden="true">{"".join(parts)}</div>'


def _filters(glossary: Glossary, claims: Sequence[AuditedClaim], language: str) -> str:
    labels = LABELS[language]
    buttons = [choice("verdict-filter", "", labels["all_verdicts"], True, count=len(claims))]
    for verdict, count in _verdict_counts(claims).items():
        name = VERDICTS[language][verdict]
        buttons.append(choice("verdict-filter", verdict, name, False, verdict, count))
    verdicts = choices(labels["verdict"], "".join(buttons), show_label=False)
    return f'<div class="filters">{verdicts}{_place_filter(glossary, claims, language)}</div>'


def _place_filter(glossary: Glossary, claims: Sequence[AuditedClaim], language: str) -> str:
    """A list of the places that claims are about, those of most claims first."""
    labels = LABELS[language]
    counts = Counter(place for claim in claims for place in places(glossary, claim))
    options = [f'<option value="">{labels["all_places"]}</option>']
    for place, count in counts.most_common():
        name = escape(place_name(glossary, place, language))
        options.append(f'<option value="{escape(place)}">{name} ({count})</option>')
    select = f"<select data-place-filter>{''.join(options)}</select>"
    return f"<label>{labels['place']} {select}</label>"


def _row(chat: CiteChat, claim: AuditedClaim, language: str) -> str:
    labels, glossary = LABELS[language], chat.index.glossary
    about = places(glossary, claim)
    where = ", ".join(place_name(glossary, place, language) for place in about)
    claimed = opener(claim_address(chat, claim, language), labels["in_article"])
    judged = opener(note_address(chat, claim, language), labels["in_audit"])
    sources = source_buttons(chat, claim.sources, language)
    verdict = f'<span class="verdict {claim.verdict}">{VERDICTS[language][claim.verdict]}</span>'
    return (
        f'<tr data-verdict="{claim.verdict}" data-places="{escape("|".join(about))}">'
        f"<td>{verdict}<small>{escape(where)}</small></td>"
        f'<td data-label="{labels["claim"]}"><p>{escape(claim.text[language])}</p>{claimed}</td>'
        f'<td data-label="{labels["note"]}"><p>{escape(claim.note[language])}</p>'
        f"{judged}{sources}</td></tr>"
    )


def places(glossary: Glossary, claim: AuditedClaim) -> list[str]:
    """English names of the places that a claim is about: the one it is filed under, and those it
    names."""
    names = glossary.found_in(claim.text["en"])
    named = [name.names["en"] for name in names if name.kind == "place"]
    return list(dict.fromkeys([claim.city, *named]))


def place_name(glossary: Glossary, place: str, language: str) -> str:
    """What a place is called in ``language``; as it stands where the glossary does not know it."""
    for name in glossary.found_in(place):
        if place in name.all_spellings:
            return name.names[language]
    return place
