"""Figures in the order and the groups in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from citechat_ingest import Figure

from ...language.number_format import base_unit, magnitude

# A group whose longest bar would be shorter than this share of the longest has its own scale.
_READABLE = Decimal("0.05")

Groups = dict[str, list[Figure]]
"""Place or year → its figures, in the order in which they are drawn."""


def amount(figure: Figure) -> Decimal:
    """The value without its scale: what makes figures of one base unit comparable."""
    return magnitude(figure.value, figure.unit)


def by_subject(figures: Sequence[Figure]) -> Groups:
    """Place → its figures in the order of time; the places by their largest figure."""
    largest: dict[str, Decimal] = {}
    for figure in figures:
        largest[figure.subject] = max(amount(figure), largest.get(figure.subject, Decimal(0)))

    def place(figure: Figure) -> tuple[Decimal, str, str]:
        return -largest[figure.subject], figure.subject, figure.year

    groups: Groups = {}
    for figure in sorted(figures, key=place):
        groups.setdefault(figure.subject, []).append(figure)
    return groups


def by_year(figures: Sequence[Figure]) -> Groups:
    """Year → its figures, largest first; the years in the order of time."""

    def place(figure: Figure) -> tuple[str, Decimal, str]:
        return figure.year[:4], -amount(figure), figure.subject

    groups: Groups = {}
    for figure in sorted(figures, key=place):
        groups.setdefault(figure.year[:4], []).append(figure)
    return groups


def scales(groups: Groups) -> list[Groups]:
    """The groups in panels of one scale each.

    So the smallest stay readable, and unlike units never share a scale.
    """
    panels: list[Groups] = []
    for name, figures in groups.items():
        fitting = [panel for panel in panels if _fits(figures, in_panel(panel))]
        if fitting:
            fitting[0][name] = figures
        else:
            panels.append({name: figures})
    return panels


def in_panel(panel: Groups) -> list[Figure]:
    """All figures of a panel."""
    return [figure for figures in panel.values() for figure in figures]


def longest(figures: Iterable[Figure]) -> Decimal:
    """The amount of the largest figure."""
    return max(map(amount, figures))


def _fits(figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether the longest bars of both are of one kind and near enough in length."""
    if base_unit(figures[0].unit) != base_unit(others[0].unit):
        return False
    low, high = sorted((longest(figures), longest(others)))
    return low >= _READABLE * high
