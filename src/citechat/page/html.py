"""Small parts of the page → HTML: buttons, icons, masthead, welcome. Every text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from .labels import LABELS, LANGUAGE_NAMES, LANGUAGE_SIGNS

# Strokes on a grid of 16; the colour is the text's.
_ICONS = {
    "copy": "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
    "retry": "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
    "up": "M5 7.2 7.6 2c1.2 0 1.8.8 1.6 2l-.4 2.4h3.4c.9 0 1.5.8 1.3 1.6l-1 4.4"
    "c-.2.7-.7 1.1-1.4 1.1H5M5 7v6.5H2.5V7z",
    "down": "M11 8.8 8.4 14c-1.2 0-1.8-.8-1.6-2l.4-2.4H3.8c-.9 0-1.5-.8-1.3-1.6l1-4.4"
    "c.2-.7.7-1.1 1.4-1.1H11M11 9V2.5h2.5V9z",
    "link": "M7 9a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.7.7"
    "M9 7a2.5 2.5 0 0 0-3.6 0l-2 2A2.5 2.5 0 0 0 7 12.6l.7-.7",
    "close": "M3.5 3.5l9 9M12.5 3.5l-9 9",
    "out": "M6 3.5H3v9.5h9.5V10M9 3h4v4M13 3 7.5 8.5",
}
# Which of the examples in the corpus a reader is shown: the first four of the own language, and
# of each other language a further one, so that no two say the same.
_OWN_EXAMPLES = 4


def icon(name: str) -> str:
    """A small line drawing, silent to screen readers."""
    path = f'<path d="{_ICONS[name]}"/>'
    return f'<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{path}</svg>'


# Buttons


def opener(address: str, label: str, title: str = "", language: str = "") -> str:
    """A quiet button that opens a place; ``title`` shows on hover. Empty without an address."""
    if not address:
        return ""
    hint = f' title="{escape(title)}"' if title else ""
    spoken = f' lang="{language}"' if language else ""
    place = f'data-address="{escape(address)}"'
    return f'<button type="button" class="opens" {place}{hint}{spoken}>{escape(label)}</button>'


def choice(
    kind: str, value: str, label: str, pressed: bool, look: str = "", count: int | None = None
) -> str:
    """One of several buttons of which one is pressed; views.js acts on ``data-<kind>``."""
    state = f'data-{kind}="{escape(value)}" aria-pressed="{str(pressed).lower()}"'
    number = "" if count is None else f" <b>{count}</b>"
    classes = f"choice {look}".strip()
    return f'<button type="button" class="{classes}" {state}>{escape(label)}{number}</button>'


def choices(label: str, buttons: str, show_label: bool = True) -> str:
    """A row of such buttons, with its label before them or for ears only."""
    shown = f"<span>{label}</span>" if show_label else ""
    return f'<div class="choices" role="group" aria-label="{label}">{shown}{buttons}</div>'


def tool(name: str, label: str, data: str) -> str:
    """A button with an icon and a label; page.js acts on ``data``."""
    inner = f"{icon(name)}<span>{label}</span>"
    return f'<button type="button" class="tool" {data}>{inner}</button>'


def question_buttons(questions: Iterable[str], label: str) -> str:
    """Questions to click, each asked when clicked, under a heading. Empty without questions."""
    buttons = "".join(map(_question_button, questions))
    return f'<div class="questions"><h4>{label}</h4>{buttons}</div>' if buttons else ""


def _question_button(question: str) -> str:
    text = escape(question)
    return f'<button type="button" class="ask" data-question="{text}">{text}</button>'


# The frame


def masthead(language: str, views: Sequence[str]) -> str:
    """The name, the views to go to, the languages of the page. page.js moves between the views."""
    labels = LABELS[language]
    codes = "".join(_language_button(code, language) for code in LABELS)
    group = f'role="group" aria-label="{labels["language"]}"'
    return (
        f'<header class="masthead" lang="{language}" data-language="{language}">'
        f'<a class="skip" href="#chat" data-skip>{labels["skip"]}</a>'
        f"{_wordmark()}{_navigation(language, views)}"
        f'<div class="languages" {group}>{codes}</div></header>'
    )


def _navigation(language: str, views: Sequence[str]) -> str:
    """Links to the views; nothing where the chat is the only one."""
    if len(views) < 2:
        return ""
    labels = LABELS[language]
    links = [f'<a href="#{view}" data-view="{view}">{labels[f"view_{view}"]}</a>' for view in views]
    return f'<nav aria-label="{labels["views"]}">{"".join(links)}</nav>'


def _wordmark() -> str:
    return '<h1 class="wordmark">citechat<span aria-hidden="true">1</span></h1>'


def _language_button(code: str, chosen: str) -> str:
    pressed = str(code == chosen).lower()
    name = LANGUAGE_NAMES[code]
    return (
        f'<button type="button" data-language-choice="{code}" lang="{code}" '
        f'aria-pressed="{pressed}" aria-label="{name}" title="{name}">'
        f"{LANGUAGE_SIGNS[code]}</button>"
    )


def welcome(by_language: Mapping[str, Sequence[str]], language: str, shipped: bool) -> str:
    """What stands where the conversation will: what this is, and questions to begin with."""
    labels = LABELS[language]
    title = labels["welcome_shipped" if shipped else "welcome_own"]
    questions = question_buttons(examples(by_language, language), labels["examples"])
    return (
        f'<section class="welcome" lang="{language}"><h2>{title}</h2>'
        f"<p>{labels['welcome_lead']}</p>{questions}</section>"
    )


def examples(by_language: Mapping[str, Sequence[str]], language: str) -> list[str]:
    """Example questions: four in the reader's language, one in each other."""
    chosen = list(by_language.get(language, ())[:_OWN_EXAMPLES])
    others = [code for code in by_language if code != language]
    for place, code in enumerate(others, _OWN_EXAMPLES):
        chosen += by_language[code][place : place + 1]
    return chosen


def status(line: str) -> str:
    """One line on how far the index and the model are; nothing when all is ready."""
    return f'<p class="status" role="status">{escape(line)}</p>' if line else ""


def skeleton(language: str) -> str:
    """What a reader sees until the page is there; page.js takes it away."""
    bars = "".join(f'<i style="width:{width}%"></i>' for width in (62, 94, 88, 91, 40))
    return (
        f'<div id="skeleton" lang="{language}" role="status">'
        f'<div class="masthead">{_wordmark()}</div>'
        f'<div class="bars" aria-hidden="true">{bars}</div>'
        f"<p>{LABELS[language]['starting']}</p></div>"
    )
