"""What is worked out of figures: their sum, difference, ratio, growth, share or average, in the chat's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from citechat_ingest import Figure

from ...language.number_format import (
    base_unit,
    date,
    exact,
    magnitude,
    quantity,
    side_by_side,
)
from ...messages import say
from ..statements import Findings, naming
from .asked_arithmetic import Working
from .figure_sides import size

# From here on a ratio or a percentage is told without decimals, below with one.
_LARGE = 100
_ROUNDED = ("count", "percent")
# What is told as growth of years.
_OF_YEARS = ("growth", "difference")


def worked_out(
    working: Working, figures: Sequence[Figure], over_time: bool, findings: Findings
) -> str:
    """What the question wants of the figures, with the numbers it is worked out of; empty where that
    cannot be told of them: of mixed units, or a sum of places of which one is part of another.

    Of years the figures come in their order, else the larger first.
    """
    units = {base_unit(figure.unit) for figure in figures}
    if len(figures) < 2 or len(units) > 1:
        return ""
    if over_time and working in _OF_YEARS:
        return _growth(figures, findings)
    tell = _TELLS.get(working)
    return tell(figures, findings) if tell else ""


def _growth(figures: Sequence[Figure], findings: Findings) -> str:
    first, last = figures[0], figures[-1]
    unit = _common_unit(figures)
    gain = _amount(last, unit) - _amount(first, unit)
    words = {
        "number": _told(abs(gain), figures, findings, _apart(unit)),
        "sides": _sides((first, last), findings, by_year=True),
    }
    # Of percentages no percentage is told.
    if first.unit == "percent":
        return say("gained" if gain >= 0 else "lost", findings.language, **words)
    percent = _told(abs(gain) / _amount(first, unit) * 100, figures, findings, "percent")
    key = "grew" if gain >= 0 else "fell"
    return say(key, findings.language, percent=percent, **words)


def _difference(figures: Sequence[Figure], findings: Findings) -> str:
    if len(figures) > 2:
        return ""
    unit = _common_unit(figures)
    gap = abs(_amount(figures[0], unit) - _amount(figures[-1], unit))
    number = _told(gap, figures, findings, _apart(unit))
    return _say("difference", number, figures, findings)


def _ratio(figures: Sequence[Figure], findings: Findings) -> str:
    first, last = figures[0], figures[-1]
    # Years stand in their order, places by size.
    larger, smaller = (last, first) if first.subject == last.subject else (first, last)
    if len(figures) > 2 or not size(smaller):
        return ""
    ratio = size(larger) / size(smaller)
    return _say("ratio", _told(ratio, figures, findings, "count"), figures, findings)


def _share(figures: Sequence[Figure], findings: Findings) -> str:
    first, last = sorted(figures, key=size)[:: len(figures) - 1]
    kinds = {_kind(figure, findings) for figure in figures}
    # A share is of a district in its city, or of a city in its country.
    if len(figures) > 2 or len(kinds) < 2:
        return ""
    percent = size(first) / size(last) * 100
    return _say("share", _told(percent, figures, findings, "percent"), (first, last), findings)


def _rest(figures: Sequence[Figure], findings: Findings) -> str:
    unit = _common_unit(figures)
    rest = _amount(figures[0], unit) - _amount(figures[-1], unit)
    number = _told(rest, figures, findings, unit)
    return _say("rest", number, figures, findings) if len(figures) == 2 else ""


def _sum(figures: Sequence[Figure], findings: Findings) -> str:
    if len({_kind(figure, findings) for figure in figures}) > 1:
        return ""
    unit = _common_unit(figures)
    total = sum((_amount(figure, unit) for figure in figures), Fraction(0))
    # What is more than 2,800 and more than 2,400 is more than 5,200 together.
    notes = {figure.note for figure in figures if figure.note}
    note = notes.pop() if len(notes) == 1 else "about"
    return _say("sum", _told(total, figures, findings, unit, note), figures, findings)


def _average(figures: Sequence[Figure], findings: Findings) -> str:
    unit = _common_unit(figures)
    total = sum((_amount(figure, unit) for figure in figures), Fraction(0))
    number = _told(total / len(figures), figures, findings, unit)
    return _say("average", number, figures, findings)


_TELLS: dict[str, Callable[[Sequence[Figure], Findings], str]] = {
    "difference": _difference,
    "ratio": _ratio,
    "share": _share,
    "rest": _rest,
    "sum": _sum,
    "average": _average,
}


def _say(key: str, number: str, figures: Sequence[Figure], findings: Findings) -> str:
    by_year = len({figure.subject for figure in figures}) < len(figures)
    sides = _sides(figures, findings, by_year)
    return say(key, findings.language, number=number, sides=sides)


def _sides(figures: Sequence[Figure], findings: Findings, by_year: bool) -> str:
    """The numbers that something is worked out of, each with whose it is, or of when."""
    language, table = findings.language, findings.index.figures
    gap = "" if language == "zh" else " "

    def told(figure: Figure) -> str:
        number = quantity(figure.value, figure.unit, figure.note, language)
        if by_year:
            return f"{naming(date(figure.year, language), language)}{gap}{number}"
        name = table.name("subject", figure.subject, language)
        # A Latin name does not run into its number: "OpenAI o1 91.8".
        return f"{name}{gap or ' ' * name.isascii()}{number}"

    return side_by_side(map(told, figures), language)


def _told(
    value: Fraction, figures: Sequence[Figure], findings: Findings, unit: str, note: str = "about"
) -> str:
    """A number that was worked out, with its note where the figures are not exact; about, where it
    does not come out even."""
    shown = _rounded(value) if unit in _ROUNDED else value
    are_exact = not any(figure.note for figure in figures)
    if shown != value:
        note = "about"
    elif are_exact:
        note = ""
    return quantity(exact(shown), unit, note, findings.language)


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value, 0 if value >= _LARGE else 1))


def _amount(figure: Figure, unit: str) -> Fraction:
    """The value in a unit without a scale: yuan, EFLOPS, or a count."""
    return size(figure) / Fraction(magnitude(Decimal(1), unit))


def _common_unit(figures: Sequence[Figure]) -> str:
    """The unit of what is worked out: EFLOPS where all have it, else the base unit of all."""
    units = {figure.unit for figure in figures}
    base = base_unit(figures[0].unit)
    return units.pop() if base == "P" and len(units) == 1 else base


def _apart(unit: str) -> str:
    """The unit of a difference: percentages lie percentage points apart."""
    return "percentage points" if unit == "percent" else unit


def _kind(figure: Figure, findings: Findings) -> str:
    return findings.index.figures.kinds.get(figure.subject, "city")
