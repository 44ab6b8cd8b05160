"""Small parts of the page → HTML: icons, buttons, masthead, welcome, skeleton. Every text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from .words import LANGUAGE_NAMES, LANGUAGE_SIGNS, WORDS

VIEWS = ("chat", "article", "audit", "figures")

# Strokes on a grid of 16; the colour is the text's.
_ICONS = {
    "copy": "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
    "retry": "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
    "up": "M5 7.2 7.6 2c1.2 0 1.8.8 1.6 2l-.4 2.4h3.4c.9 0 1.5.8 1.3 1.6l-1 4.4c-.2.7-.7 1.1-1.4 1.1H5M5 7v6.5H2.5V7z",
    "down": "M11 8.8 8.4 14c-1.2 0-1.8-.8-1.6-2l.4-2.4H3.8c-.9 0-1.5-.8-1.3-1.6l1-4.4c.2-.7.7-1.1 1.4-1.1H11M11 9V2.5h2.5V9z",
    "link": "M7 9a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.7.7M9 7a2.5 2.5 0 0 0-3.6 0l-2 2A2.5 2.5 0 0 0 7 12.6l.7-.7",
    "close": "M3.5 3.5l9 9M12.5 3.5l-9 9",
    "out": "M6 3.5H3v9.5h9.5V10M9 3h4v4M13 3 7.5 8.5",
}


def icon(name: str) -> str:
    """A small line drawing, silent to screen readers."""
    return (
        f'<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'
    )


def question_buttons(questions: Iterable[str], label: str = "") -> str:
    """Questions to click, each asked when clicked, under a heading."""
    buttons = "".join(
        f'<button type="button" class="ask" data-question="{escape(q)}">{escape(q)}</button>'
        for q in questions
    )
    heading = f"<h4>{label}</h4>" if label else ""
    return f'<div class="questions">{heading}{buttons}</div>' if buttons else ""


def masthead(language: str, views: Sequence[str]) -> str:
    """The name, the views to go to, and the languages of the page. page.js moves between the views."""
    words = WORDS[language]
    links = "".join(
        f'<a href="#{view}" data-view="{view}">{words[f"view_{view}"]}</a>' for view in views
    )
    codes = "".join(_language_button(code, language) for code in WORDS)
    navigation = f'<nav aria-label="{words["views"]}">{links}</nav>' if len(views) > 1 else ""
    return (
        f'<header class="masthead" lang="{language}" data-language="{language}">'
        f'<a class="skip" href="#chat" data-skip>{words["skip"]}</a>{_wordmark()}{navigation}'
        f'<div class="languages" role="group" aria-label="{words["language"]}">{codes}</div></header>'
    )


def _wordmark() -> str:
    return '<h1 class="wordmark">citechat<span aria-hidden="true">1</span></h1>'


def _language_button(code: str, chosen: str) -> str:
    pressed = "true" if code == chosen else "false"
    return (
        f'<button type="button" data-language-choice="{code}" lang="{code}" aria-pressed="{pressed}" '
        f'aria-label="{LANGUAGE_NAMES[code]}" title="{LANGUAGE_NAMES[code]}">{LANGUAGE_SIGNS[code]}</button>'
    )


def welcome(by_language: Mapping[str, Sequence[str]], language: str, shipped: bool) -> str:
    """What stands where the conversation will: what this is, and questions to begin with."""
    words = WORDS[language]
    title = words["welcome_shipped" if shipped else "welcome_own"]
    return (
        f'<section class="welcome" lang="{language}"><h2>{title}</h2><p>{words["lead"]}</p>'
        f"{question_buttons(examples(by_language, language), words['examples'])}</section>"
    )


def examples(by_language: Mapping[str, Sequence[str]], language: str) -> list[str]:
    """Example questions: four in the reader's language, one in each other."""
    order = [language, *(other for other in by_language if other != language)]
    return [
        q
        for n, code in enumerate(order)
        for q in by_language.get(code, ())[3 + n if n else 0 : 4 + n]
    ]


def status(line: str) -> str:
    """One line on how far the index and the model are; nothing when all is ready."""
    return f'<p class="status" role="status">{escape(line)}</p>' if line else ""


def skeleton(language: str) -> str:
    """What a reader sees until the page is there; page.js takes it away."""
    bars = "".join(f'<i style="width:{width}%"></i>' for width in (62, 94, 88, 91, 40))
    return (
        f'<div id="skeleton" lang="{language}" role="status"><div class="masthead">{_wordmark()}</div>'
        f'<div class="bars" aria-hidden="true">{bars}</div><p>{WORDS[language]["starting"]}</p></div>'
    )
