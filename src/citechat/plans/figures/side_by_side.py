"""The number of each side, the larger first, or of each year; with what is worked out of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from citechat_ingest import Figure

from ...messages import say
from ..statements import Findings, Statement
from .arithmetic import worked_out
from .asked_figure import AskedFigure
from .figure_sentences import sentence_for, telling_each
from .figure_sides import Key, by_month, by_subject, is_of_time, of_one_unit, sides_of, size, whole
from .figure_statements import (
    asks_who,
    figures_of,
    for_the_table,
    lead_naming,
    subjects_of_kinds,
    told_each,
)
from .told_leader import told_ahead

# So many sides are told, and of a row in which all are asked for.
_MOST_SIDES, _ROW_SIDES = 4, 8


def told_side_by_side(
    asked: AskedFigure, axis: Key, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """A statement a side, the larger first; one for all where a sentence gives them all."""
    if asked.all_sides and len(asked.subjects) < 2:
        subjects: Collection[str] = subjects_of_kinds(asked.places, pool, findings)
    else:
        subjects = asked.subjects or (whole(pool, findings),)
    pool = of_one_unit(figures_of(subjects, pool))
    sides = sides_of(pool, axis)
    is_short = bool(asked.working) and len(sides.figures) < len(asked.subjects)
    if is_short and asked.working == "sum":
        return _told_sum(asked, findings)
    if len(sides.figures) < 2 or is_short:
        return []
    are_equal = len(set(map(size, sides.figures))) == 1
    if asked.aim != "plain" and are_equal:
        return []  # equal figures do not tell who is ahead
    told = _those_told(_in_order(sides.figures, axis, asked), axis, asked)
    together = None if sides.alike else _set_side_by_side(asked, told, pool, findings)
    if together:
        told, answer = together.figures, [together]
    else:
        answer = told_each(told, pool, asked, findings, sides.alike)
    if answer and asked.working:
        return _with_result(asked, told, sides.alike, answer, findings)
    if together or not answer:
        return answer
    if are_equal and axis is by_subject and asks_who(asked, findings) and answer[0].quote:
        return told_ahead(asked, sides.figures, answer[0].quote, findings) or answer
    return [*answer, *for_the_table(sides.figures, answer)]


def _told_sum(asked: AskedFigure, findings: Findings) -> list[Statement]:
    """The sum of the places as a document gives it, where it cannot be worked out."""
    index = findings.index
    for figure in index.figures.by_metric[asked.metric]:
        summed = index.glossary.found_in(figure.subject)
        named = {name.names["en"] for name in summed}
        quote = sentence_for(figure, [figure], findings) if named == set(asked.subjects) else None
        if quote:
            return [Statement(quote, "", (figure,))]
    return []


def _those_told(ordered: Sequence[Figure], axis: Key, asked: AskedFigure) -> Sequence[Figure]:
    """The figures that are told: of growth the first and the last, of a row more than of sides."""
    if is_of_time(axis) and asked.working:
        return (ordered[0], ordered[-1])
    wants_all = (asked.all_sides, asked.over_time, asked.working)
    return ordered[: _ROW_SIDES if any(wants_all) else _MOST_SIDES]


def _with_result(
    asked: AskedFigure,
    told: Sequence[Figure],
    alike: bool,
    answer: list[Statement],
    findings: Findings,
) -> list[Statement]:
    """What is worked out of the figures, and that they are by different counters, should they be;
    then the sentences that state them."""
    of_years = len({figure.subject for figure in told}) == 1
    result = worked_out(asked.working, told, of_years, findings)
    if not result:
        return answer
    language = findings.language
    counters = {figure.said_by for figure in told}
    apart = len(counters) > 1 if of_years else not alike
    caveat = say("counted_apart", language) if apart else ""
    gap = "" if language == "zh" else " "
    first, *others = (replace(statement, lead="") for statement in answer)
    return [replace(first, lead=f"{result}{gap}{caveat}".rstrip()), *others]


def _set_side_by_side(
    asked: AskedFigure, told: Sequence[Figure], pool: Sequence[Figure], findings: Findings
) -> Statement | None:
    """The sentence that gives all sides, where nobody counted them alike: it says best what it
    compares."""
    together = telling_each(pool, [figure.subject for figure in told], findings)
    if together is None:
        return None
    quote, stated = together
    leader = stated[-1 if asked.aim == "least" else 0]
    lead = lead_naming(leader, quote, asked, findings) if asks_who(asked, findings) else ""
    return Statement(quote, lead, stated)


def _in_order(figures: Sequence[Figure], axis: Key, asked: AskedFigure) -> Sequence[Figure]:
    """Years in their order; else the larger first, or the smaller where the less is asked for."""
    if is_of_time(axis):
        return sorted(figures, key=by_month)
    return asked.leading_first(figures)
