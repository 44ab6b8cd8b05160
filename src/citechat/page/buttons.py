"""The buttons that the article, the audit and the figures share. Plain HTML; every text is escaped here."""

from __future__ import annotations

from html import escape


def opener(address: str, label: str, title: str = "", language: str = "") -> str:
    """A quiet button that opens a place; ``title`` tells more on hover. Empty without an address."""
    hint = f' title="{escape(title)}"' if title else ""
    spoken = f' lang="{language}"' if language else ""
    opened = f'class="opens" data-address="{escape(address)}"'
    return (
        f'<button type="button" {opened}{hint}{spoken}>{escape(label)}</button>' if address else ""
    )


def choice(
    kind: str, value: str, label: str, pressed: bool, look: str = "", count: int | None = None
) -> str:
    """One of several buttons of which one is pressed; views.js acts on ``data-<kind>``."""
    state = f'data-{kind}="{escape(value)}" aria-pressed="{str(pressed).lower()}"'
    number = "" if count is None else f" <b>{count}</b>"
    return f'<button type="button" class="{f"choice {look}".strip()}" {state}>{escape(label)}{number}</button>'


def choices(label: str, buttons: str, show_label: bool = True) -> str:
    """A row of such buttons, with its label before them or for ears only."""
    shown = f"<span>{label}</span>" if show_label else ""
    return f'<div class="choices" role="group" aria-label="{label}">{shown}{buttons}</div>'
