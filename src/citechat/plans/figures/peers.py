"""Who the others are: "and the other cities?" asks of those of which the table counts the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citechat_ingest import Name

from ...index.opening import Index
from ...question.follow_ups.others import asked_in, others_of
from ...question.follow_ups.side_by_side import in_a_row
from ...values import Turn
from .asked_figure import read_asked_figure

# So many others are named at most.
_MOST = 4


def with_peers(asked: str, history: Sequence[Turn], language: str, index: Index) -> str:
    """The question of the others with their names: those of the kind of which the table counts the same,
    and of which nothing was asked in the talk yet. Unchanged where it asks of no others, or the
    table has none."""
    written, kind = others_of(asked, language)
    figure = read_asked_figure(asked, language, index) if written else None
    if figure is None:
        return asked
    asked_before = index.glossary.found_in(asked_in(history))
    counted = (*_counted(figure.metric, kind, index),)
    others = [name.names[language] for name in counted if name not in asked_before][:_MOST]
    if not others:
        return asked
    return asked.replace(written, in_a_row(others, language))


def _counted(metric: str, kind: str, index: Index) -> Iterator[Name]:
    """The names of a kind of which the table has a figure of the metric, the largest first; of places
    the cities."""
    table = index.figures
    values = {row.subject: row.value for row in table.by_metric[metric]}
    for subject in sorted(values, key=values.__getitem__, reverse=True):
        named = index.glossary.found_in(subject)
        fitting = [name for name in named if name.kind == kind]
        is_city = table.kinds.get(subject) == "city"
        if is_city or kind != "place":
            yield from fitting
