"""The audit: what the article and the sources say, by verdict and place, both a click away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape

from citechat_ingest import VERDICTS as VERDICT_ORDER
from citechat_ingest import Check, Glossary

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
    checks, labels = chat.index.checks, LABELS[language]
    columns = [labels[name] for name in ("verdict", "claim", "note")]
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    rows = "".join(_row(chat, check, language) for check in checks)
    shown = labels["shown"].format(shown=len(checks), count=len(checks))
    return (
        f'<section class="audit" lang="{language}"><header><h2>{labels["audit_title"]}</h2>'
        f"<p>{labels['audit_intro'].format(count=len(checks))}</p></header>"
        f"{_picture(checks)}{_filters(chat.index.glossary, checks, language)}"
        f'<p class="shown" role="status" data-template="{labels["shown"]}">{shown}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="nothing" hidden>{labels["nothing_shown"]}</p></section>'
    )


def _verdict_counts(checks: Sequence[Check]) -> dict[str, int]:
    """Verdict → how many claims have it, without those that none has, in the order to show."""
    counts = Counter(check.verdict for check in checks)
    return {verdict: counts[verdict] for verdict in VERDICT_ORDER if counts[verdict]}


def _picture(checks: Sequence[Check]) -> str:
    """The counts as one bar; the buttons below it say the same in words."""
    counts = _verdict_counts(checks)
    parts = [
        f'<span class="{verdict}" style="flex-grow:{count}"></span>'
        for verdict, count in counts.items()
    ]
    return f'<div class="counts" aria-hidden="true">{"".join(parts)}</div>'


def _filters(glossary: Glossary, checks: Sequence[Check], language: str) -> str:
    labels = LABELS[language]
    buttons = [choice("verdict-filter", "", labels["all_verdicts"], True, count=len(checks))]
    for verdict, count in _verdict_counts(checks).items():
        name = VERDICTS[language][verdict]
        buttons.append(choice("verdict-filter", verdict, name, False, verdict, count))
    verdicts = choices(labels["verdict"], "".join(buttons), show_label=False)
    return f'<div class="filters">{verdicts}{_place_filter(glossary, checks, language)}</div>'


def _place_filter(glossary: Glossary, checks: Sequence[Check], language: str) -> str:
    """A list of the places that claims are about, those of most claims first."""
    labels = LABELS[language]
    counts = Counter(place for check in checks for place in places(glossary, check))
    options = [f'<option value="">{labels["all_places"]}</option>']
    for place, count in counts.most_common():
        name = escape(place_name(glossary, place, language))
        options.append(f'<option value="{escape(place)}">{name} ({count})</option>')
    select = f"<select data-place-filter>{''.join(options)}</select>"
    return f"<label>{labels['place']} {select}</label>"


def _row(chat: CiteChat, check: Check, language: str) -> str:
    labels, glossary = LABELS[language], chat.index.glossary
    about = places(glossary, check)
    where = ", ".join(place_name(glossary, place, language) for place in about)
    claimed = opener(claim_address(chat, check, language), labels["in_article"])
    judged = opener(note_address(chat, check, language), labels["in_audit"])
    sources = source_buttons(chat, check.sources, language)
    verdict = f'<span class="verdict {check.verdict}">{VERDICTS[language][check.verdict]}</span>'
    return (
        f'<tr data-verdict="{check.verdict}" data-places="{escape("|".join(about))}">'
        f"<td>{verdict}<small>{escape(where)}</small></td>"
        f'<td data-label="{labels["claim"]}"><p>{escape(check.claim[language])}</p>{claimed}</td>'
        f'<td data-label="{labels["note"]}"><p>{escape(check.note[language])}</p>'
        f"{judged}{sources}</td></tr>"
    )


def places(glossary: Glossary, check: Check) -> list[str]:
    """English names of the places that a claim is about: the one it is filed under, and those it
    names."""
    names = glossary.found_in(check.claim["en"])
    named = [name.names["en"] for name in names if name.kind == "place"]
    return list(dict.fromkeys([check.city, *named]))


def place_name(glossary: Glossary, place: str, language: str) -> str:
    """What a place is called in ``language``; as it stands where the glossary does not know it."""
    for name in glossary.found_in(place):
        if place in name.all_spellings:
            return name.names[language]
    return place
