"""Which figures an answer compares: those that are asked for, a figure a side, by one counter where there is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from citechat_ingest import Figure

from ...language.number_format import base_unit, magnitude
from ..statements import Findings
from .asked_figure import AskedFigure

# Counts that differ by less than this share agree: 2,400 and "about 2,500" do not contradict.
_AGREES = Fraction(6, 100)
_PLANS = ("target", "forecast")
_PLAN_ASKED = re.compile(
    r"\btargets?\b|\bgoals?\b|\bplan(?:s|ned)?\b|\bforecast\w*|\bziele?\b|\bplant?\b|\bprognose\w*|目标|计划|预计|预测",
    re.IGNORECASE,
)
Key = Callable[[Figure], str]
"""What differs between the sides of a comparison."""


def is_of_time(axis: Key) -> bool:
    """Whether the sides are times."""
    return axis in (by_year, by_month, by_moment)


@dataclass(frozen=True)
class Sides:
    """What is compared: a figure a side, the largest first. ``alike`` says that one counter counted
    them all in one year."""

    figures: tuple[Figure, ...]
    alike: bool


def by_subject(figure: Figure) -> str:
    """Whose figure it is."""
    return figure.subject


def by_year(figure: Figure) -> str:
    """The year of a figure."""
    return figure.year[:4]


def by_month(figure: Figure) -> str:
    """The time of a figure, to the month where it has one."""
    return figure.year


def by_moment(figure: Figure) -> str:
    """The time of a figure, and its size: what two counters give at one time are two sides."""
    return f"{figure.year} {size(figure)}"


def by_sayer(figure: Figure) -> str:
    """Who gives a figure."""
    return figure.said_by


def axis_of(asked: AskedFigure) -> Key | None:
    """What differs between the sides that are asked for, if there are several."""
    if len(asked.subjects) > 1:
        return by_subject
    by_time = _time_axis(asked)
    if by_time:
        return by_time
    return by_sayer if len(asked.sayers) > 1 else None


def _time_axis(asked: AskedFigure) -> Key | None:
    """The times that are asked for: all there are, years, or months where a year is asked for twice."""
    if not asked.over_time and len(asked.dates) < 2:
        return None
    if asked.over_time and not asked.working:
        return by_moment
    years = {date[:4] for date in asked.dates}
    is_year_twice = len(years) < len(asked.dates)
    if is_year_twice:
        return by_month
    return by_year


def figures_asked_for(asked: AskedFigure, findings: Findings) -> list[Figure]:
    """The figures of the metric, date and counter that are asked for; no plans, unless they are."""
    plans_count = bool(_PLAN_ASKED.search(findings.query.text))

    def is_meant(figure: Figure) -> bool:
        if figure.note in _PLANS and not plans_count:
            return False
        return not asked.sayers or figure.said_by in asked.sayers

    figures = [f for f in findings.index.figures.by_metric[asked.metric] if is_meant(f)]
    if asked.since:
        return _from_then_on(figures, asked.since)
    return _of_the_time(figures, asked.dates)


def _from_then_on(figures: list[Figure], since: str) -> list[Figure]:
    """The figures of a date and later; none where that year was not counted."""
    later = [figure for figure in figures if figure.year >= since]
    return later if _in((since[:4],), later) else []


def _of_the_time(figures: list[Figure], dates: tuple[str, ...]) -> list[Figure]:
    """The figures of the dates, to the month where there are such, else to the year."""
    if not dates:
        return figures
    years = tuple(date[:4] for date in dates)
    return _in(dates, figures) or _in(years, figures)


def _in(dates: tuple[str, ...], figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.year.startswith(dates)]


def whole(figures: Sequence[Figure], findings: Findings) -> str:
    """The subject that a question means which names none: the country most counted, else the
    subject most counted."""
    kinds = findings.index.figures.kinds
    subjects = [figure.subject for figure in figures]
    countries = [subject for subject in subjects if kinds.get(subject) == "country"]
    counted = countries or subjects
    return max(counted, key=counted.count, default="")


def of_one_unit(figures: Sequence[Figure]) -> list[Figure]:
    """The figures in the unit that most of them have: yuan are never compared with dollars."""
    units = [base_unit(figure.unit) for figure in figures]
    common = max(units, key=units.count, default="")
    return [figure for figure, unit in zip(figures, units, strict=True) if unit == common]


def sides_of(figures: Sequence[Figure], axis: Key) -> Sides:
    """A figure for each side: by one counter in one year, else in one year, else the latest of each."""

    def count(figure: Figure) -> tuple[str, str]:
        return figure.said_by, year(figure)

    def report(figure: Figure) -> tuple[str, str]:
        # Years are compared across reports; of places, one report gives each its latest number.
        return figure.said_by, year(figure) if is_of_time(axis) else figure.document_id

    def year(figure: Figure) -> str:
        return "" if is_of_time(axis) else figure.year[:4]

    same_count = max(
        (_fullest(figures, axis, group) for group in (count, report)), key=len, default=[]
    )
    same_year = _fullest(figures, axis, year)
    each = latest_of_each(figures, axis)
    if len(same_count) > 1 and len(same_count) >= len(same_year):
        return Sides(largest_first(same_count), True)
    best = same_year if len(same_year) >= min(2, len(each)) else each
    # Years and counters are what is asked about: that they differ need not be said.
    return Sides(largest_first(best), axis is not by_subject)


def _fullest(
    figures: Sequence[Figure], axis: Key, group: Callable[[Figure], object]
) -> list[Figure]:
    """The latest figures of the group that has most sides; of equals, of the latest."""
    groups: dict[object, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(group(figure), []).append(figure)
    sides = [latest_of_each(members, axis) for members in groups.values()]
    return max(sides, key=lambda side: (len(side), max(f.year for f in side)), default=[])


def latest_of_each(figures: Iterable[Figure], axis: Key) -> list[Figure]:
    """The latest figure of each side."""
    latest: dict[str, Figure] = {}
    for figure in figures:
        before = latest.get(axis(figure))
        if before is None or figure.year > before.year:
            latest[axis(figure)] = figure
    return list(latest.values())


# Sizes


def size(figure: Figure) -> Fraction:
    """The value of a figure in its base unit."""
    return Fraction(magnitude(figure.value, figure.unit))


def largest_first(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures by size; equals keep their order."""
    return tuple(sorted(figures, key=lambda figure: -size(figure)))


def agree(figure: Figure, other: Figure) -> bool:
    """Whether two figures are near enough to say the same."""
    smaller, larger = sorted((size(figure), size(other)))
    return larger - smaller <= _AGREES * larger


def is_same_count(figure: Figure, other: Figure) -> bool:
    """Whether two figures give one number of one thing for one year."""
    same_thing = (figure.subject, figure.year[:4]) == (other.subject, other.year[:4])
    return same_thing and size(figure) == size(other)


def disputes(figure: Figure, other: Figure) -> bool:
    """Whether two sayers give different numbers for one thing at one time."""
    if figure.subject != other.subject or figure.said_by == other.said_by:
        return False
    earlier, later = sorted((figure.year, other.year))
    return later.startswith(earlier) and not agree(figure, other)


def as_of(figure: Figure) -> str:
    """The time of a figure to sort by: a whole year is later than one of its months."""
    return f"{figure.year}-13"[:7]
