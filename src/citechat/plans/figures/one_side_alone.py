"""Sides of which only one is counted so as it is asked for: its number, and of each other what was
counted otherwise, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citechat_ingest import Figure

from ...language.asked_rank import MORE
from ...language.enumerated import rows
from ...language.number_format import base_unit
from ...messages import say
from ...question.decomposition import COMPARES
from ..statements import Findings, Statement, quotes_of
from . import ranking
from .asked_figure import AskedFigure, is_of_the_metric
from .figure_sentences import sentence_for
from .figure_sides import as_of, figures_asked_for, size
from .figure_statements import asks_who, counted_among, figures_of, lead_naming
from .single_figure import told_single

# What is worked out of two sides that are set beside each other.
_SETS_APART = frozenset({"difference", "ratio", "share"})


def told_of_one_side(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """The number of the only side that is counted so, if one is; of the others what was counted
    otherwise, or that the documents give no such number. Nothing where no side has a number."""
    subjects = [*asked.subjects, *_never_counted(asked, findings)]
    counted = counted_among(subjects, pool)
    # Who is first may be told by a rank that no number tells.
    if not _sets_side_by_side(asked, findings) or _is_ranked(asked, findings):
        return []
    if len(subjects) < 2 or len(counted) > 1:
        return []
    sides = [_side(subject, asked, pool, findings) for subject in subjects]
    # Counted as it is asked for before counted otherwise, and that before not counted at all.
    sides.sort(key=lambda side: (side.quote is None, bool(side.lead)))
    if sides[0].quote is None:
        return []
    # Nothing was told before that the first could differ from.
    lead = lead_naming(sides[0].figures[0], sides[0].quote, asked, findings)
    sides[0] = replace(sides[0], lead=lead)
    told = _larger_first(sides, asked, findings)
    return _said_to_differ(told, findings) if asked.working else told


def _said_to_differ(sides: list[Statement], findings: Findings) -> list[Statement]:
    """The sides of which something was to be worked out: that they were counted otherwise, and so
    nothing can be, is said once, before them."""
    if any(side.quote is None for side in sides):
        return sides
    first, *others = (replace(side, lead="") for side in sides)
    return [replace(first, lead=say("no_common_count", findings.language)), *others]


def _is_ranked(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a sentence ranks the sides that are asked for, by what is asked for."""
    if asked.aim == "plain":
        return False
    told = quotes_of(ranking.statements(findings)[:1])
    index, language = findings.index, findings.language
    return any(is_of_the_metric(quote.text, asked.metric, language, index) for quote in told)


def _sets_side_by_side(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question compares, or names several in a row that each want their number; "how tall
    is A, and how many lamps has B?" does neither."""
    return compares(asked, findings) or bool(rows(findings.query.text, findings.index.glossary))


def compares(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question sets sides beside each other."""
    question = findings.query.text
    return bool(asked.working in _SETS_APART or MORE.search(question) or COMPARES.search(question))


def _larger_first(
    sides: list[Statement], asked: AskedFigure, findings: Findings
) -> list[Statement]:
    """The sides, the larger first where it is asked who has more; the other still says that it was
    counted otherwise."""
    first, second, *_ = sides
    if len(sides) != 2 or second.quote is None or not asks_who(asked, findings):
        return sides
    [one], [other] = first.figures, second.figures
    if size(one) >= size(other):
        return sides
    place = findings.index.figures.name("subject", one.subject, findings.language)
    lead = say("another_count_of", findings.language, place=place)
    return [
        replace(second, lead=lead_naming(other, second.quote, asked, findings)),
        replace(first, lead=lead),
    ]


def _side(
    subject: str, asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> Statement:
    """The number of one side; else what was counted otherwise of it, or that there is no number."""
    if subject in counted_among([subject], pool):
        alone = replace(asked, subjects=(subject,))
        told = told_single(alone, figures_of([subject], pool), findings)
        if told:
            return replace(told[0], lead="")
    return _other_side(subject, asked, findings)


def _never_counted(asked: AskedFigure, findings: Findings) -> list[str]:
    """The names beside the subject that are of its kind, and of which there is no figure at all."""
    kinds = {
        name.kind
        for subject in asked.subjects
        for name in findings.index.glossary.found_in(subject)
    }
    return [name.names["en"] for name in asked.others if name.kind in kinds]


def _other_side(subject: str, asked: AskedFigure, findings: Findings) -> Statement:
    """What was counted of a side at another time, or otherwise, by the sentence that says what;
    else that there is no such number of it."""
    table, language = findings.index.figures, findings.language
    place = table.name("subject", subject, language)
    units = {base_unit(figure.unit) for figure in table.by_metric[asked.metric]}
    for metric in (asked.metric, *table.metrics_counted_alike(asked.metric)):
        pool = figures_asked_for(replace(asked, metric=metric, dates=()), findings)
        figures = [f for f in figures_of([subject], pool) if base_unit(f.unit) in units]
        latest = max(figures, key=as_of, default=None)
        quote = sentence_for(latest, figures, findings) if latest else None
        if latest and quote:
            return Statement(quote, say("another_count_of", language, place=place), (latest,))
    return Statement(lead=say("no_figure_of", language, place=place))
