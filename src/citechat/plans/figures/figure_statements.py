"""What the plans of figures share: the figures of those asked about, a statement for each figure
with the sentence that gives it, and the chat's own words before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from citechat_ingest import Figure

from ...language.asked_rank import MORE
from ...messages import say
from ...retrieval.selection import Quote
from ..audit_verdicts import verdict_for
from ..statements import Findings, Statement, naming
from .asked_figure import AskedFigure
from .figure_sentences import given_beside, names, names_first, opens_with, sentence_for
from .figure_sides import size, whole

# So many rows has the table below an answer.
_TABLE_ROWS = 8


def figures_of(subjects: Collection[str], figures: Sequence[Figure]) -> list[Figure]:
    """The figures of some subjects."""
    return [figure for figure in figures if figure.subject in subjects]


def subjects_of_kinds(
    places: frozenset[str], pool: Sequence[Figure], findings: Findings
) -> set[str]:
    """The subjects that are such places; a corpus that does not say what they are has cities."""
    kinds = findings.index.figures.kinds
    return {figure.subject for figure in pool if kinds.get(figure.subject, "city") in places}


def counted_among(subjects: Collection[str], pool: Sequence[Figure]) -> set[str]:
    """Those of the subjects that have a figure."""
    return {figure.subject for figure in pool if figure.subject in subjects}


def contenders(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Figure]:
    """The figures whose subject may be the answer."""
    if len(asked.subjects) > 1:
        return figures_of(asked.subjects, pool)
    if asked.by_year:
        return figures_of(asked.subjects or (whole(pool, findings),), pool)
    return figures_of(subjects_of_kinds(asked.places, pool, findings), pool)


def told_each(
    told: Sequence[Figure],
    pool: Sequence[Figure],
    asked: AskedFigure,
    findings: Findings,
    alike: bool = True,
) -> list[Statement]:
    """A statement a figure, one for all that a sentence gives; nothing where one has no sentence."""
    answer: list[Statement] = []
    is_list = asked.all_sides or asked.over_time
    of_one = len({figure.subject for figure in told}) == 1
    are_equal = len(told) > 1 and len(set(map(size, told))) == 1
    for figure in told:
        if any(figure in statement.figures for statement in answer):
            continue
        quote = sentence_for(figure, pool, findings, beside=told)
        if quote is None:
            return []
        stated = given_beside(quote, figure, told)
        gives_all = len(stated) == len(told) or (
            is_list and (of_one or names(quote.text, figure, findings))
        )
        needs_none = are_equal or (gives_all and not asks_who(asked, findings))
        lead = "" if needs_none else lead_naming(figure, quote, asked, findings)
        if len(answer) == 1 and not alike:
            lead = by_another_count(figure, told[0], quote, findings)
        answer.append(Statement(quote, lead, stated))
    return answer


def asks_who(asked: AskedFigure, findings: Findings) -> bool:
    """Whether one of the sides is asked for, and not the number of each."""
    return asked.is_rank or bool(MORE.search(findings.query.text))


def told_otherwise(
    other: Figure | None,
    told: Figure,
    first: Quote,
    pool: Sequence[Figure],
    findings: Findings,
) -> list[Statement]:
    """What another count says; the audit's word on the first where there is no such."""
    quote = sentence_for(other, pool, findings) if other else None
    if other and quote and quote.text != first.text:
        return [Statement(quote, by_another_count(other, told, quote, findings), (other,))]
    judged = verdict_for(first, findings)
    return [Statement(judged)] if judged else []


def for_the_table(figures: Sequence[Figure], answer: Sequence[Statement]) -> list[Statement]:
    """The other figures of a count, for the table alone."""
    shown: list[Figure] = []
    for statement in answer:
        shown += statement.figures
    others = tuple(figure for figure in figures[:_TABLE_ROWS] if figure not in shown)
    return [Statement(figures=others)] if others else []


# The chat's own words


def lead_naming(figure: Figure, quote: Quote, asked: AskedFigure, findings: Findings) -> str:
    """The place, where the sentence does not open with it; for a question by year, the year."""
    language = findings.language
    if len(asked.dates) > 1 or len(asked.sayers) > 1:
        return ""
    if asked.by_year:
        year = figure.year[:4]
        return "" if year in quote.text else naming(year, language)
    if opens_with(quote, figure, findings) and not _is_of_another(figure, quote, asked, findings):
        return ""
    return naming(findings.index.figures.name("subject", figure.subject, language), language)


def _is_of_another(figure: Figure, quote: Quote, asked: AskedFigure, findings: Findings) -> bool:
    """Whether one of several is asked for, and the sentence names another before it: "Norden and Southam each"."""
    is_one_asked = len(asked.subjects) > 1 and asks_who(asked, findings)
    return is_one_asked and not names_first(quote, figure, findings)


def by_another_count(figure: Figure, first: Figure, quote: Quote, findings: Findings) -> str:
    """That somebody else counted, and whom, where that is not clear."""
    language = findings.language
    if figure.subject == first.subject or opens_with(quote, figure, findings):
        return say("another_count", language)
    place = findings.index.figures.name("subject", figure.subject, language)
    return say("another_count_of", language, place=place)
