"""The figures that an answer compares → a small table, with bars where three share a unit."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ...values import Answer, Citation, FigureRow
from ..labels import LABELS
from .answer_html import mark

# Two bars say no more than two numbers do.
_FEWEST_BARS = 3


def compared(answer: Answer, language: str) -> str:
    """The figures of ``answer`` as a table; empty without figures.

    The captions are in ``language``, that of the page; the rows are in the answer's own.
    """
    rows = answer.figures
    if not rows:
        return ""
    citations = {citation.number: citation for citation in answer.citations}
    longest = _longest_bars(rows)
    is_one_metric = len({row.metric for row in rows}) == 1
    body = "".join(
        _row(row, citations.get(row.citation), longest, is_one_metric, language) for row in rows
    )
    caption = rows[0].metric if is_one_metric and rows[0].metric else LABELS[language]["compared"]
    looks = "compared charted" if longest else "compared"
    return (
        f'<table class="{looks}"><caption>{escape(caption)}</caption>'
        f"{_head(bool(longest), language)}<tbody>{body}</tbody></table>"
    )


def _longest_bars(rows: tuple[FigureRow, ...]) -> dict[str, float]:
    """Unit → its largest amount, for the units that are drawn; amounts below 0 cannot be."""
    amounts: dict[str, list[float]] = {}
    for row in rows:
        amounts.setdefault(row.unit, []).append(row.amount)
    longest = {}
    for unit, of_unit in amounts.items():
        is_drawn = len(of_unit) >= _FEWEST_BARS and min(of_unit) >= 0
        if is_drawn and max(of_unit) > 0:
            longest[unit] = max(of_unit)
    return longest


def _head(is_charted: bool, language: str) -> str:
    """What the columns hold, for ears only: to the eye the rows say it themselves."""
    labels = LABELS[language]
    names = [labels["compared_subject"], labels["value"], labels["said_by"]]
    bars = "<td></td>" if is_charted else ""
    cells = [f'<th scope="col">{name}</th>' for name in names]
    return f'<thead class="for-ears"><tr>{cells[0]}{bars}{"".join(cells[1:])}</tr></thead>'


def _row(
    row: FigureRow,
    citation: Citation | None,
    longest: Mapping[str, float],
    is_one_metric: bool,
    language: str,
) -> str:
    """Whose, the bar, how much, and who says so when, with the mark that opens the sentence."""
    label = row.label if is_one_metric else " · ".join(filter(None, (row.label, row.metric)))
    bar = f"<td>{_bar(row, citation, longest, language)}</td>" if longest else ""
    comma = "，" if language == "zh" else ", "
    said = escape(comma.join(filter(None, (row.said_by, row.year))))
    opens = mark(citation) if citation else ""
    return (
        f'<tr><th scope="row">{escape(label)}</th>{bar}'
        f'<td class="value">{escape(row.value)}</td><td class="sayer">{said}{opens}</td></tr>'
    )


def _bar(
    row: FigureRow, citation: Citation | None, longest: Mapping[str, float], language: str
) -> str:
    """A bar that opens the sentence which states the figure; silent where none does."""
    if row.unit not in longest:
        return ""
    width = 100 * row.amount / longest[row.unit]
    fill = f'<span class="fill" style="width:{width:.2f}%"></span>'
    if citation is None:
        return f'<span class="track" aria-hidden="true">{fill}</span>'
    words = {"label": row.label, "value": row.value, "title": citation.title}
    name = escape(LABELS[language]["bar_opens"].format(**words))
    place = f'data-address="{escape(citation.address)}"'
    return (
        f'<button type="button" class="track" {place} aria-label="{name}" title="{name}">'
        f"{fill}</button>"
    )
