"""A row of one counter, cut: the first three, the one right after somebody, all beyond a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from citechat_ingest import Figure

from ...language.asked_rank import tells_another_place
from ...language.number_format import base_unit, magnitude
from ...messages import say
from ..statements import Findings, Statement
from .asked_arithmetic import Bound
from .asked_figure import AskedFigure
from .figure_sides import by_subject, largest_first, latest_of_each, of_one_unit, sides_of, size
from .figure_statements import contenders, figures_of, subjects_of_kinds, told_each

# So many are told that come before one, and that lie beyond a bound.
_MOST_BEFORE, _MOST_BEYOND = 4, 8


def first_of_the_row(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """So many of one counter's row from the first on, in their order; nothing where the row is
    shorter, or a sentence tells that the last of them has a later place."""
    if asked.first < 2:
        return []
    sides = sides_of(of_one_unit(contenders(asked, pool, findings)), by_subject)
    leading = asked.leading_first(sides.figures)
    told = leading[: asked.first]
    if not sides.alike or len(told) < asked.first:
        return []
    answer = told_each(told, pool, asked, findings)
    last = [statement.quote for statement in answer if told[-1] in statement.figures]
    is_later = any(tells_another_place(quote.text, asked.first) for quote in last if quote)
    return [] if is_later else answer


def beside_in_the_row(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """The one right after a subject in one counter's row, or all before it; nothing where others
    are as large as it, or a sentence tells that the place is another."""
    counted = figures_of(subjects_of_kinds(asked.places, pool, findings), pool)
    row = sides_of(of_one_unit(counted), by_subject)
    own = next((figure for figure in row.figures if figure.subject in asked.subjects), None)
    if own is None or not row.alike:
        return []
    place = row.figures.index(own)
    before, after = row.figures[:place], row.figures[place + 1 :]
    told = after[:1] if asked.beside > 0 else before[:_MOST_BEFORE]
    if any(size(figure) == size(own) for figure in told):
        return []
    answer = told_each(told, pool, asked, findings)
    is_another = _is_told_another_place(answer, place + 1 + asked.beside)
    return [] if is_another else answer


def _is_told_another_place(answer: Sequence[Statement], place: int) -> bool:
    """Whether the last sentence of an answer names places of a row, and not that one."""
    last = answer[-1].quote if answer else None
    return last is not None and place > 1 and tells_another_place(last.text, place)


def beyond_bound(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """Those that go beyond a bound, each by the count of most, else by its latest; where none does,
    the nearest."""
    pool = of_one_unit(contenders(asked, pool, findings))
    sides = sides_of(pool, by_subject)
    row = sides.figures if sides.alike else ()
    counted = {figure.subject for figure in row}
    uncounted = [figure for figure in pool if figure.subject not in counted]
    every = largest_first((*row, *latest_of_each(uncounted, by_subject)))
    if asked.bound is None:
        return []
    beyond = [figure for figure in every if _is_beyond(figure, asked.bound)]
    if len(every) < 2 and not beyond:
        return []
    nearest = every[:1] if asked.bound.is_above else every[-1:]
    answer = told_each((beyond or nearest)[:_MOST_BEYOND], pool, asked, findings)
    if not answer:
        return []
    language, table = findings.language, findings.index.figures
    names = [table.name("subject", figure.subject, language) for figure in beyond or nearest]
    joined = ("、" if language == "zh" else ", ").join(names)
    key = "beyond_bound" if beyond else "none_beyond_bound"
    lead = say(key, language, count=len(every), names=joined)
    first, *others = (replace(statement, lead="") for statement in answer)
    return [replace(first, lead=lead), *others]


def _is_beyond(figure: Figure, bound: Bound) -> bool:
    value = bound.value
    # A question says 100,000 P, of which the base unit is far smaller.
    if base_unit(figure.unit) == "P":
        value *= Fraction(magnitude(Decimal(1), "P"))
    if not bound.is_above:
        return size(figure) < value
    return size(figure) > value or (size(figure) == value and figure.note == "more than")
