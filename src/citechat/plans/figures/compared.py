"""How many, who has more, who has most: from the table of figures, told by the sentences that state
them.

Figures are compared where one counter counted all sides in one year. Where nobody did, each side
speaks by its own count, and the answer says so. What is asked of the figures stands in
``asked_figure.py``; how it is told in a module for each kind: ``single_figure.py``,
``side_by_side.py``, ``one_side_alone.py``, ``superlative.py``, ``row_of_figures.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from citechat_ingest import Figure, Name

from ...language import terms
from ...language.asked_rank import MORE
from ...language.measures import gives_the_measure
from ...retrieval.asked.number_or_time import holds_type
from ...retrieval.selection import Quote
from ..statements import Findings, Statement
from . import ranking
from .asked_arithmetic import asked_working
from .asked_figure import AskedFigure, read_asked_figure
from .asked_metric import is_percentage
from .figure_sentences import stated_in
from .figure_sides import axis_of, by_subject, figures_asked_for, whole
from .figure_statements import counted_among
from .one_side_alone import compares, told_of_one_side
from .row_of_figures import beside_in_the_row, beyond_bound, first_of_the_row
from .side_by_side import told_side_by_side
from .single_figure import told_of_the_one, told_single
from .superlative import told_superlative

# What figures do not answer, whatever they count.
_ASKS_ELSE = frozenset({"reason", "truth"})
_TIME = frozenset({"time"})
# From here on a sentence that names all may be an answer by the reader's word (.31 for a right one in German), and
# here the reader is sure of it; among how many of the best one is sought.
_ANSWERS, _SURE = 0.3, 0.8
_NEAR = 3
_PAIR = 2
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def statements(findings: Findings, number_asked: bool = False) -> Sequence[Statement]:
    """The leader, or each side, or the number, with the sentence that states it, and other counts.

    ``number_asked`` says that the question wants a number, even if it does not say so.
    """
    index, types = findings.index, findings.query.types
    if not index.figures or types & _ASKS_ELSE:
        return ()
    asked = read_asked_figure(findings.query.text, findings.language, index)
    if asked is None or _asks_when(asked, findings) or _is_share_told(asked, findings):
        return ()
    asked = _told_by_the_best(_counted_of_all(asked, findings), findings)
    pool = figures_asked_for(asked, findings)
    number_asked = number_asked or "number" in types or _is_terse(asked, findings)
    answer = _answer(asked, pool, number_asked, findings)
    return answer if _explains(asked, answer, findings) else ()


def _asks_when(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question asks when something was, and not in which year most were counted."""
    return findings.query.types == _TIME and not asked.by_year


def _counted_of_all(asked: AskedFigure, findings: Findings) -> AskedFigure:
    """What is asked of the figures, of a metric counted alike where that is counted of all sides,
    and what the question names is not: of compute the compute for AI."""
    if len(asked.subjects) < 2:
        return asked
    share = _share_as_told(asked, findings)
    if share:
        return share
    read = [
        _of_metric(metric, asked, findings) for metric in _metrics_alike(asked.metric, findings)
    ]
    return next((one for one in (asked, *read) if _are_all_counted(one, findings)), asked)


def _share_as_told(asked: AskedFigure, findings: Findings) -> AskedFigure | None:
    """The share that a figure gives one of the subjects, of the other: no share of anything else is worked out then."""
    if asked_working(findings.query.text) != "share":
        return None
    for metric in filter(
        partial(_is_share_of, asked.metric, findings), findings.index.figures.by_metric
    ):
        read = replace(asked, metric=metric, working="")
        counted = counted_among(asked.subjects, figures_asked_for(read, findings))
        whole_named = findings.index.figures.name("metric", metric, "en")
        others = set(asked.subjects) - counted
        if len(counted) == len(others) == 1 and others.pop() in whole_named:
            return replace(read, subjects=tuple(counted))
    return None


def _is_share_of(own: str, findings: Findings, metric: str) -> bool:
    """Whether a metric is a percentage, and this one or one that bears its name and a word more."""
    table = findings.index.figures
    called, asked = (table.name("metric", one, "en").casefold() for one in (metric, own))
    return called.endswith(asked) and is_percentage(metric, findings.index)


def _of_metric(metric: str, asked: AskedFigure, findings: Findings) -> AskedFigure:
    """The same asked of another metric: a share that no figure tells is worked out of what is counted."""
    is_of_a_part = asked_working(findings.query.text) == "share"
    if is_of_a_part and not is_percentage(metric, findings.index):
        return replace(asked, metric=metric, working="share")
    return replace(asked, metric=metric)


def _told_by_the_best(asked: AskedFigure, findings: Findings) -> AskedFigure:
    """What is asked of a whole row, of that count of the same things which the best sentence gives of all."""
    if not asked.all_sides or not findings.quotes:
        return asked
    by_metric = findings.index.figures.by_metric
    things = _things_counted(by_metric[asked.metric])
    best = findings.quotes[0]
    for metric, figures in by_metric.items():
        is_told = stated_in(best, figures) == figures
        if is_told and _things_counted(figures) == things:
            return replace(asked, metric=metric)
    return asked


def _things_counted(figures: Sequence[Figure]) -> set[str]:
    return {figure.subject for figure in figures}


def _metrics_alike(metric: str, findings: Findings) -> list[str]:
    """The metrics that bear the name of this and a word more, or are counted alike."""
    return [*_narrower(metric, findings), *_counted_alike(metric, findings)]


def _narrower(metric: str, findings: Findings) -> list[str]:
    own = _called(metric, findings)
    others = (other for other in findings.index.figures.by_metric if other != metric)
    return [other for other in others if _called(other, findings).endswith(own)]


def _counted_alike(metric: str, findings: Findings) -> list[str]:
    alike = findings.index.figures.metrics_counted_alike(metric)
    asked = _terms(name.name for name in findings.query.names)
    if not asked:
        return alike
    return [other for other in alike if not _has_another_term(other, asked, findings)]


def _has_another_term(metric: str, asked: Sequence[Name], findings: Findings) -> bool:
    """Whether a metric's own name has a term that a question has not: the deals of firms are no firms."""
    called = findings.index.figures.name("metric", metric, findings.language)
    own = _terms(findings.index.glossary.found_in(called))
    return any(name not in asked for name in own)


def _terms(names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.kind == "concept"]


def _called(metric: str, findings: Findings) -> str:
    """What a metric is called, however that is written."""
    return findings.index.figures.name("metric", metric, "de").casefold()


def _are_all_counted(asked: AskedFigure, findings: Findings) -> bool:
    """Whether there is a figure of each subject."""
    pool = figures_asked_for(asked, findings)
    return counted_among(asked.subjects, pool) == set(asked.subjects)


def asks_for_working(findings: Findings) -> bool:
    """Whether a question wants something worked out of figures: how many more, what share."""
    query, index = findings.query, findings.index
    asked = read_asked_figure(query.text, query.language, index) if index.figures else None
    return asked is not None and asked.working != ""


def worked_out_of(findings: Findings) -> Sequence[Statement]:
    """What a question wants to be worked out, the result first; nothing where none can be."""
    if not findings.quotes or not asks_for_working(findings):
        return ()
    answer = statements(findings, number_asked=True)
    # A result is a sentence of its own, what only names a side ends with a colon.
    is_result = bool(answer) and answer[0].lead.endswith((".", "。"))
    return answer if is_result else ()


def _is_share_told(asked: AskedFigure, findings: Findings) -> bool:
    """Whether the reader is sure of a sentence that tells the share of other counts than those of the question."""
    is_of_a_share = asked_working(findings.query.text) == "share" and not asked.sayers
    if not is_of_a_share or not findings.quotes:
        return False
    best, asked = findings.quotes[0], _counted_of_all(asked, findings)
    stated = stated_in(best, figures_asked_for(asked, findings))
    is_of_others = counted_among(asked.subjects, stated) != set(asked.subjects)
    return is_of_others and _is_told(findings) and bool(ranking.SHARE.search(best.text))


def is_lacking(findings: Findings) -> bool:
    """Whether the question asks for nothing but a number that the table has of others, and not of
    the places that it names: then a sentence with another number of such a place is no answer.

    Not where the reader is sure of a sentence that counts just that thing of them.
    """
    if _is_told_near(findings):
        return False
    table = findings.index.figures
    asked = _asked_number(findings)
    if asked is None or asked.all_sides or not _is_plain(asked):
        return False
    metrics = table.metrics_asked_with(asked.metric)
    counted = {figure.subject for metric in metrics for figure in table.by_metric[metric]}
    return counted.isdisjoint(asked.subjects)


def _is_told(findings: Findings) -> bool:
    return _is_surely_told(findings.quotes[0], findings)


def _is_told_near(findings: Findings) -> bool:
    """Whether the best sentence tells it, or one near it that is of the year which is asked about, or one that sets the
    two which are asked about beside each other."""
    near = findings.quotes[:_NEAR]
    is_told_besides = any(_tells_it_besides(quote, findings) for quote in near)
    return is_told_besides or _is_told(findings)


def _tells_it_besides(quote: Quote, findings: Findings) -> bool:
    is_of_then = _is_of_the_year(quote, findings) and _is_surely_told(quote, findings)
    return is_of_then or _sets_beside(quote, findings)


def _is_of_the_year(quote: Quote, findings: Findings) -> bool:
    """Whether a question names a year, and a sentence each that it names."""
    years = _YEAR.findall(findings.query.text)
    return bool(years) and all(year in quote.text for year in years)


def _is_surely_told(quote: Quote, findings: Findings) -> bool:
    is_sure = quote.names == 1 and quote.probability >= _SURE
    return is_sure and holds_type(quote, findings.query)


def _sets_beside(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence itself names the two that are asked about, and the reader takes it for an answer."""
    query = findings.query
    is_of_all = len(query.proper_names) >= _PAIR and query.names_held(quote.text) == 1
    return is_of_all and quote.probability >= _ANSWERS


def _asked_number(findings: Findings) -> AskedFigure | None:
    """What a question for a number asks of the figures, if it is one."""
    index, types = findings.index, findings.query.types
    if not index.figures or types & _ASKS_ELSE:
        return None
    asked = read_asked_figure(findings.query.text, findings.language, index)
    return asked if asked and _wants_number(asked, findings) else None


def _wants_number(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question asks how many, who has more, or says no more than what is counted of whom."""
    query = findings.query
    says_so = "number" in query.types or bool(MORE.search(query.text))
    return says_so or _is_terse(asked, findings)


def _is_plain(asked: AskedFigure) -> bool:
    """Whether places and nothing else are asked about."""
    return bool(asked.subjects) and not (asked.rest or asked.others)


def _is_terse(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question is no more than a name and what is counted of it: "Beijing unicorns 2024"."""
    query = findings.query
    if query.types or re.search("[?？]", query.text):
        return False
    asks_more = asked.rest or asked.others
    return bool(asked.subjects) and not asks_more


def _answer(
    asked: AskedFigure, pool: Sequence[Figure], number_asked: bool, findings: Findings
) -> list[Statement]:
    """The statements of the kind that is asked for: a place in a row, the first of all, or sides."""
    asked = replace(asked, subjects=_below_the_country(asked.subjects, pool, findings))
    if asked.beside and len(asked.subjects) == 1:
        return beside_in_the_row(asked, pool, findings)
    if asked.bound and not asked.subjects:
        return beyond_bound(asked, pool, findings)
    first = first_of_the_row(asked, pool, findings)
    if first:
        return first
    if asked.aim != "plain" and len(asked.subjects) != 2 and not asked.all_sides:
        return told_superlative(asked, pool, findings)
    return _of_sides(asked, pool, number_asked, findings)


def _of_sides(
    asked: AskedFigure, pool: Sequence[Figure], number_asked: bool, findings: Findings
) -> list[Statement]:
    """The number of each side that is asked about, or of the one."""
    if asked.working == "rest":
        asked = replace(asked, subjects=(whole(pool, findings), *asked.subjects))
    axis = by_subject if asked.all_sides else axis_of(asked)
    if axis is by_subject and len(counted_among(asked.subjects, pool)) == 1:
        answer = told_of_the_one(asked, pool, findings) if number_asked else []
        return answer or told_of_one_side(asked, pool, findings)
    if number_asked or compares(asked, findings):
        one_sided = told_of_one_side(asked, pool, findings)
        if one_sided:
            return one_sided
    if axis is None:
        return told_single(asked, pool, findings) if number_asked else []
    return told_side_by_side(asked, axis, pool, findings)


def _below_the_country(
    subjects: tuple[str, ...], pool: Sequence[Figure], findings: Findings
) -> tuple[str, ...]:
    """The subjects without a country that is only where the others are: "second in China"."""
    kinds, counted = findings.index.figures.kinds, counted_among(subjects, pool)

    def is_a_side(subject: str) -> bool:
        return subject in counted or kinds.get(subject) != "country"

    return tuple(filter(is_a_side, subjects)) or subjects


# Whether the answer says all that is asked


def _explains(asked: AskedFigure, answer: Sequence[Statement], findings: Findings) -> bool:
    """Whether the answer has all words and names of the question that ask for more than a figure;
    of a rank, whether the paragraphs have them."""
    text = _read_along(answer, asked.is_rank or asked.first > 1)
    said = findings.index.glossary.found_in(text)
    words = set(terms.words(text, findings.language))
    names_are_there = all(name in said for name in asked.others)
    # How much power something takes is no count of it.
    is_measured = gives_the_measure(findings.query.text, text)
    return bool(text) and names_are_there and is_measured and words.issuperset(asked.rest)


def _read_along(answer: Sequence[Statement], whole_paragraphs: bool) -> str:
    """The sentences of an answer, or their paragraphs, below their headings."""
    return "\n".join(
        _with_headings(statement.quote, whole_paragraphs) if statement.quote else statement.lead
        for statement in answer
    )


def _with_headings(quote: Quote, whole_paragraph: bool) -> str:
    """A sentence, or all of its paragraph, below its headings."""
    said = quote.passage.text if whole_paragraph else quote.text
    return f"{quote.passage.title} {quote.passage.context} {said}"
