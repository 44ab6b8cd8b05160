"""The audit: what the article says, what the sources say, by verdict and place, both a click away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape

from citechat_ingest import VERDICTS as VERDICT_ORDER
from citechat_ingest import Check, Glossary, read_checks

from ...chat import CiteChat
from ...index.building import corpus_roots
from ..buttons import choice, choices, opener
from .claims import claim_address, note_address, source_buttons
from .view import View, waiting
from .view_words import VERDICTS, VIEW_WORDS


def build(chat: CiteChat) -> View | None:
    """The view, empty as yet; None for a corpus without an audit."""
    if not read_checks(corpus_roots(chat.settings)):
        return None
    table = waiting()
    return View([table], cache(lambda language: (render(chat, language),)))


def render(chat: CiteChat, language: str) -> str:
    """The audit as a table, its counts as a bar, and what narrows it down; views.js hides the rows that do not match."""
    checks, words = chat.index.checks, VIEW_WORDS[language]
    shown = words["shown"].format(shown=len(checks), count=len(checks))
    head = "".join(f'<th scope="col">{words[name]}</th>' for name in ("verdict", "claim", "note"))
    rows = "".join(_row(chat, check, language) for check in checks)
    return (
        f'<section class="audit" lang="{language}"><header><h2>{words["audit_title"]}</h2>'
        f"<p>{words['audit_intro'].format(count=len(checks))}</p></header>"
        f"{_picture(checks)}{_filters(chat.index.glossary, checks, language)}"
        f'<p class="shown" role="status" data-template="{words["shown"]}">{shown}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="nothing" hidden>{words["nothing_shown"]}</p></section>'
    )


def _picture(checks: Sequence[Check]) -> str:
    """The counts as one bar; the buttons below it say the same in words."""
    counts = Counter(check.verdict for check in checks)
    parts = "".join(
        f'<span class="{verdict}" style="flex-grow:{counts[verdict]}"></span>'
        for verdict in VERDICT_ORDER
        if counts[verdict]
    )
    return f'<div class="counts" aria-hidden="true">{parts}</div>'


def _filters(glossary: Glossary, checks: Sequence[Check], language: str) -> str:
    words = VIEW_WORDS[language]
    counts = Counter(check.verdict for check in checks)
    buttons = choice(
        "verdict-filter", "", words["all_verdicts"], True, count=len(checks)
    ) + "".join(
        choice(
            "verdict-filter", verdict, VERDICTS[language][verdict], False, verdict, counts[verdict]
        )
        for verdict in VERDICT_ORDER
        if counts[verdict]
    )
    verdicts = choices(words["verdict"], buttons, show_label=False)
    return f'<div class="filters">{verdicts}{_place_filter(glossary, checks, language)}</div>'


def _place_filter(glossary: Glossary, checks: Sequence[Check], language: str) -> str:
    words = VIEW_WORDS[language]
    found = Counter(place for check in checks for place in places(glossary, check))
    options = f'<option value="">{words["all_places"]}</option>' + "".join(
        f'<option value="{escape(place)}">{escape(place_name(glossary, place, language))} ({count})</option>'
        for place, count in found.most_common()
    )
    return f"<label>{words['place']} <select data-place-filter>{options}</select></label>"


def _row(chat: CiteChat, check: Check, language: str) -> str:
    words = VIEW_WORDS[language]
    named = places(chat.index.glossary, check)
    where = ", ".join(place_name(chat.index.glossary, place, language) for place in named)
    claimed = opener(claim_address(chat, check, language), words["in_article"])
    judged = opener(note_address(chat, check, language), words["in_audit"])
    return (
        f'<tr data-verdict="{check.verdict}" data-places="{escape("|".join(named))}">'
        f'<td><span class="verdict {check.verdict}">{VERDICTS[language][check.verdict]}</span><small>{escape(where)}</small></td>'
        f'<td data-label="{words["claim"]}"><p>{escape(check.claim[language])}</p>{claimed}</td>'
        f'<td data-label="{words["note"]}"><p>{escape(check.note[language])}</p>'
        f"{judged}{source_buttons(chat, check.sources, language)}</td></tr>"
    )


def places(glossary: Glossary, check: Check) -> list[str]:
    """English names of the places that a claim is about: the one it is filed under, and those it names."""
    named = (
        name.names["en"] for name in glossary.found_in(check.claim["en"]) if name.kind == "place"
    )
    return list(dict.fromkeys((check.city, *named)))


def place_name(glossary: Glossary, place: str, language: str) -> str:
    """What a place is called in ``language``; as it stands where the glossary does not know it."""
    return next(
        (name.names[language] for name in glossary.found_in(place) if place in name.all_spellings),
        place,
    )
