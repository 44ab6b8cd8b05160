"""Who has most or least: the first by one count, and a count that says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from citechat_ingest import Figure

from ...language.asked_rank import tells_another_place
from ...messages import say
from ...retrieval.selection import Quote
from ..statements import Findings, Statement
from . import ranking
from .asked_figure import AskedFigure
from .figure_sentences import ranking_quote, ranks, sentence_for, stated_in, telling_all
from .figure_sides import (
    Sides,
    agree,
    by_subject,
    by_year,
    disputes,
    is_same_count,
    largest_first,
    of_one_unit,
    sides_of,
    size,
)
from .figure_statements import contenders, for_the_table, lead_naming, told_otherwise


def told_superlative(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """The first by one count, and a count that says otherwise."""
    pool = of_one_unit(contenders(asked, pool, findings))
    sides = sides_of(pool, by_year if asked.by_year else by_subject)
    if not sides.figures:
        return []
    leading = asked.leading_first(sides.figures)
    if not _has_place(asked, leading, sides.alike):
        return []
    leader = leading[asked.place - 1]
    # Where nobody counted all, a sentence that sets both counts side by side says it best.
    both = None if sides.alike else telling_all(leading[:2], findings)
    claimed = _claimed(leader, sides, pool, asked, findings) if both is None else ()
    if claimed:
        return list(claimed)
    first = both or _first_told(leader, sides, pool, asked, findings)
    if first is None or (len(leading) < 2 and not ranks(first)):
        return []
    if asked.place > 1 and tells_another_place(first.text, asked.place):
        return []
    lead = lead_naming(leader, first, asked, findings)
    answer = [Statement(first, lead, stated_in(first, sides.figures))]
    if not stated_in(first, leading):
        return _only_ranked(answer, leader, pool, asked, findings)
    is_settled = both or asked.place > 1
    rival = None if is_settled else _rival(leader, pool, asked)
    answer += told_otherwise(rival, leader, first, pool, findings)
    if not (sides.alike or is_settled or rival):
        answer += _next(sides, asked, first, pool, findings)
    return [*answer, *for_the_table(sides.figures, answer)]


def _claimed(
    leader: Figure,
    sides: Sides,
    pool: Sequence[Figure],
    asked: AskedFigure,
    findings: Findings,
) -> Sequence[Statement]:
    """The article's claim of who is first, where nobody counted all: another place may lie beyond
    the first of a row."""
    is_settled = sides.alike and _beating(leader, pool, asked) is None
    if is_settled or asked.place > 1 or asked.by_year:
        return ()
    return ranking.claimed_first(asked, findings)


def _only_ranked(
    ranked: list[Statement],
    leader: Figure,
    pool: Sequence[Figure],
    asked: AskedFigure,
    findings: Findings,
) -> list[Statement]:
    """The rank that is told without a number, the number, and who else is said to lead."""
    first = ranked[0].quote
    assert first
    number = sentence_for(leader, pool, findings)
    answer = [*ranked, *([Statement(number, "", (leader,))] if number else [])]
    beating = _beating(leader, pool, asked) if asked.place == 1 else None
    return [*answer, *told_otherwise(beating, leader, first, pool, findings)]


def _has_place(asked: AskedFigure, leading: Sequence[Figure], alike: bool) -> bool:
    """Whether a row has the place that is asked for: who is second tells only one counter's row,
    and only where no neighbour counts as much."""
    if asked.place == 1:
        return True
    sizes = list(map(size, leading))
    return alike and len(leading) >= asked.place and len(set(sizes)) == len(sizes)


def _first_told(
    leader: Figure, sides: Sides, pool: Sequence[Figure], asked: AskedFigure, findings: Findings
) -> Quote | None:
    """A sentence that ranks by the leader's count, else the one that gives its number: who ranks
    first is no word on who is third. One that does both comes before one that only ranks."""
    numbered = sentence_for(leader, pool, findings)
    if asked.place > 1:
        return numbered
    documents = {figure.document_id for figure in pool if is_same_count(figure, leader)}
    ranking = ranking_quote(leader, documents, findings)
    if ranking is None or _is_told_better(leader, sides, ranking, numbered):
        return numbered
    return ranking


def _is_told_better(leader: Figure, sides: Sides, ranking: Quote, numbered: Quote | None) -> bool:
    """Whether the number, which the sentence that ranks has not, stands in one that sets apart as well; two of the same
    number it does not set apart."""
    if numbered is None or stated_in(ranking, [leader]) or _is_tied(leader, sides):
        return False
    return _sets_apart(numbered, sides)


def _is_tied(leader: Figure, sides: Sides) -> bool:
    """Whether the same count gives another as much: "above 50 billion each"."""
    others = (its for its in sides.figures if its.subject != leader.subject)
    return any(its.said_by == leader.said_by and size(its) == size(leader) for its in others)


def _sets_apart(quote: Quote, sides: Sides) -> bool:
    """Whether a sentence ranks, or gives the number of more than one."""
    return ranks(quote) or len(stated_in(quote, sides.figures)) > 1


def _rival(leader: Figure, pool: Sequence[Figure], asked: AskedFigure) -> Figure | None:
    """The figure that says otherwise: another leads, or the leader's number is another."""
    beating = None if asked.by_year else _beating(leader, pool, asked)
    disputing = (figure for figure in pool if disputes(figure, leader))
    return beating or next(disputing, None)


def _next(
    sides: Sides, asked: AskedFigure, first: Quote, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """Who comes after the first, where nobody counted both."""
    if len(sides.figures) < 2:
        return []
    second = sides.figures[-2 if asked.aim == "least" else 1]
    quote = sentence_for(second, pool, findings)
    if quote is None or quote.text == first.text:
        return []
    return [Statement(quote, say("next_by_own_count", findings.language), (second,))]


def _beating(leader: Figure, pool: Sequence[Figure], asked: AskedFigure) -> Figure | None:
    """The figure of another place that goes beyond the leader's, by whatever count."""
    ordered = largest_first(pool)
    extreme = ordered[-1] if asked.aim == "least" else ordered[0]
    if extreme.subject == leader.subject or agree(extreme, leader):
        return None
    return extreme
