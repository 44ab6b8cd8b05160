"""Who has most or least, who has more, how many: from the table of figures, told by the sentences that state them.

Figures are compared where one counter counted all sides in one year. Where nobody did, each side
speaks by its own count, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from citechat_ingest import Figure

from ...language import terms
from ...language.number_format import base_unit, magnitude
from ...messages import say
from ...question.decomposition import COMPARES
from ...retrieval.asked_type import holds_type
from ...retrieval.selection import Quote
from ..asked_rank import MORE, tells_another_place
from ..choosing import is_verdict, verdict_for
from ..enumerated import rows
from ..statements import Findings, Statement, naming
from . import ranking
from .arithmetic import worked_out
from .asked_arithmetic import Bound
from .asked_figure import AskedFigure, read_asked_figure
from .figure_sentences import (
    given_beside,
    names,
    opens_with,
    ranking_quote,
    ranks,
    sentence_for,
    stated_in,
    telling_all,
    telling_each,
    tells,
)
from .figure_sides import (
    Key,
    Sides,
    agree,
    axis_of,
    by_month,
    by_subject,
    by_year,
    disputes,
    figures_asked_for,
    is_of_time,
    is_same_count,
    largest_first,
    latest_of_each,
    of_one_unit,
    sides_of,
    size,
    whole,
)

_MOST_SIDES = 4
_ROW_SIDES = 8
_TABLE_ROWS = 8
# What figures do not answer, whatever they count.
_ASKS_ELSE = frozenset({"reason", "truth"})
# From here on the reader is sure that a sentence answers.
_SURE = 0.8
# What is worked out of two sides that are set beside each other.
_SETS_APART = frozenset({"difference", "ratio", "share"})
_WORKED_OUT = frozenset({"arithmetic", "arithmetic from the article"})


def statements(findings: Findings, number_asked: bool = False) -> Sequence[Statement]:
    """The leader, or each side, or the number, with the sentence that states it, and other counts.

    ``number_asked`` says that the question wants a number, even if it does not say so.
    """
    index, types = findings.index, findings.query.types
    if not index.figures or types & _ASKS_ELSE:
        return ()
    asked = read_asked_figure(findings.query.text, findings.language, index)
    if asked is None:
        return ()
    pool = figures_asked_for(asked, findings)
    number_asked = number_asked or "number" in types or _is_terse(asked, findings)
    answer = _answer(asked, pool, number_asked, findings)
    return answer if _explains(asked, answer, findings) else ()


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


def is_lacking(findings: Findings) -> bool:
    """Whether the question asks for nothing but a number that the table has of others, and not of
    the places that it names: then a sentence with another number of such a place is no answer.

    Not where the reader is sure of a sentence that counts just that thing of them.
    """
    if _is_told(findings):
        return False
    table = findings.index.figures
    asked = _asked_number(findings)
    if asked is None or asked.all_sides or not _is_plain(asked):
        return False
    metrics = table.metrics_asked_with(asked.metric)
    counted = {figure.subject for metric in metrics for figure in table.by_metric[metric]}
    return counted.isdisjoint(asked.subjects)


def _is_told(findings: Findings) -> bool:
    best = findings.quotes[0]
    is_sure = best.names == 1 and best.probability >= _SURE
    return is_sure and holds_type(best, findings.query)


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
    asked = replace(asked, subjects=_below_the_country(asked.subjects, pool, findings))
    if asked.beside and len(asked.subjects) == 1:
        return _beside(asked, pool, findings)
    if asked.bound and not asked.subjects:
        return _beyond_bound(asked, pool, findings)
    first = _first_of_the_row(asked, pool, findings)
    if first:
        return first
    if asked.aim != "plain" and len(asked.subjects) != 2 and not asked.all_sides:
        return _superlative(asked, pool, findings)
    return _of_sides(asked, pool, number_asked, findings)


def _of_sides(
    asked: AskedFigure, pool: Sequence[Figure], number_asked: bool, findings: Findings
) -> list[Statement]:
    """The number of each side that is asked about, or of the one."""
    if asked.working == "rest":
        asked = replace(asked, subjects=(whole(pool, findings), *asked.subjects))
    axis = by_subject if asked.all_sides else axis_of(asked)
    if axis is by_subject and len(_counted_among(asked.subjects, pool)) == 1:
        answer = _of_the_one(asked, pool, findings) if number_asked else []
        return answer or _one_sided(asked, pool, findings)
    if number_asked or _compares(asked, findings):
        one_sided = _one_sided(asked, pool, findings)
        if one_sided:
            return one_sided
    if axis is None:
        return _single(asked, pool, findings) if number_asked else []
    return _comparison(asked, axis, pool, findings)


def _below_the_country(
    subjects: tuple[str, ...], pool: Sequence[Figure], findings: Findings
) -> tuple[str, ...]:
    """The subjects without a country that is only where the others are: "second in China"."""
    kinds, counted = findings.index.figures.kinds, _counted_among(subjects, pool)

    def is_a_side(subject: str) -> bool:
        return subject in counted or kinds.get(subject) != "country"

    return tuple(filter(is_a_side, subjects)) or subjects


def _compares(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question sets sides beside each other."""
    question = findings.query.text
    return bool(asked.working in _SETS_APART or MORE.search(question) or COMPARES.search(question))


def _counted_among(subjects: Collection[str], pool: Sequence[Figure]) -> set[str]:
    """Those of the subjects that have a figure."""
    return {figure.subject for figure in pool if figure.subject in subjects}


def _of_the_one(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The number of the only one of the subjects that is counted, by a sentence that names them all:
    "What share of Southam's lamps has Norden?" asks of one."""
    [subject] = _counted_among(asked.subjects, pool)
    answer = _single(replace(asked, subjects=(subject,)), _of([subject], pool), findings)
    names_all = all(_first_names(name, answer, findings) for name in asked.subjects)
    return answer if names_all else []


def _one_sided(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The number of the only side that is counted so, if one is; of the others what was counted
    otherwise, or that the documents give no such number. Nothing where no side has a number."""
    subjects = [*asked.subjects, *_never_counted(asked, findings)]
    counted = _counted_among(subjects, pool)
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
    sides[0] = replace(sides[0], lead=_named(sides[0].figures[0], sides[0].quote, asked, findings))
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
    told = (statement.quote for statement in ranking.statements(findings))
    first = next(told, None)
    counted = read_asked_figure(first.text, findings.language, findings.index) if first else None
    return counted is not None and counted.metric == asked.metric


def _sets_side_by_side(asked: AskedFigure, findings: Findings) -> bool:
    """Whether a question compares, or names several in a row that each want their number; "how tall
    is A, and how many lamps has B?" does neither."""
    return _compares(asked, findings) or bool(rows(findings.query.text, findings.index.glossary))


def _larger_first(
    sides: list[Statement], asked: AskedFigure, findings: Findings
) -> list[Statement]:
    """The sides, the larger first where it is asked who has more; the other still says that it was
    counted otherwise."""
    first, second, *_ = sides
    if len(sides) != 2 or second.quote is None or not _asks_who(asked, findings):
        return sides
    [one], [other] = first.figures, second.figures
    if size(one) >= size(other):
        return sides
    place = findings.index.figures.name("subject", one.subject, findings.language)
    lead = say("another_count_of", findings.language, place=place)
    return [
        replace(second, lead=_named(other, second.quote, asked, findings)),
        replace(first, lead=lead),
    ]


def _side(
    subject: str, asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> Statement:
    """The number of one side; else what was counted otherwise of it, or that there is no number."""
    if subject in _counted_among([subject], pool):
        alone = replace(asked, subjects=(subject,))
        told = _single(alone, _of([subject], pool), findings)
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
    """What was counted of a side at another time, or otherwise, by the sentence that says what; else
    that there is no such number of it."""
    table, language = findings.index.figures, findings.language
    place = table.name("subject", subject, language)
    units = {base_unit(figure.unit) for figure in table.by_metric[asked.metric]}
    for metric in (asked.metric, *table.metrics_counted_alike(asked.metric)):
        pool = figures_asked_for(replace(asked, metric=metric, dates=()), findings)
        figures = [f for f in _of([subject], pool) if base_unit(f.unit) in units]
        latest = max(figures, key=_as_of, default=None)
        quote = sentence_for(latest, figures, findings) if latest else None
        if latest and quote:
            return Statement(quote, say("another_count_of", language, place=place), (latest,))
    return Statement(lead=say("no_figure_of", language, place=place))


def _first_names(subject: str, answer: Sequence[Statement], findings: Findings) -> bool:
    """Whether the first sentence of an answer names this subject."""
    first = answer[0].quote if answer else None
    said = findings.index.glossary.found_in(first.text) if first else []
    return any(subject in name.all_spellings for name in said)


def _explains(asked: AskedFigure, answer: Sequence[Statement], findings: Findings) -> bool:
    """Whether the answer has all words and names of the question that ask for more than a figure;
    of a rank, whether the paragraphs have them."""
    text = _read_along(answer, asked.is_rank or asked.first > 1)
    said = findings.index.glossary.found_in(text)
    words = set(terms.words(text, findings.language))
    names_are_there = all(name in said for name in asked.others)
    return bool(text) and names_are_there and words.issuperset(asked.rest)


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


# Most and least


def _superlative(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The first by one count, and a count that says otherwise."""
    pool = of_one_unit(_contenders(asked, pool, findings))
    sides = sides_of(pool, by_year if asked.by_year else by_subject)
    if not sides.figures:
        return []
    leading = sides.figures[::-1] if asked.aim == "least" else sides.figures
    if not _has_place(asked, leading, sides.alike):
        return []
    leader = leading[asked.place - 1]
    # Where nobody counted all, a sentence that sets both counts side by side says it best.
    both = None if sides.alike else telling_all(leading[:2], findings)
    claimed = _claimed(leader, sides, pool, asked, findings) if both is None else ()
    if claimed:
        return list(claimed)
    first = both or _first_told(leader, pool, asked, findings)
    if first is None or (len(leading) < 2 and not ranks(first)):
        return []
    if asked.place > 1 and tells_another_place(first.text, asked.place):
        return []
    lead = _named(leader, first, asked, findings)
    answer = [Statement(first, lead, stated_in(first, sides.figures))]
    if not stated_in(first, leading):
        return _only_ranked(answer, leader, pool, asked, findings)
    is_settled = both or asked.place > 1
    rival = None if is_settled else _rival(leader, pool, asked)
    answer += _otherwise(rival, leader, first, pool, findings)
    if not (sides.alike or is_settled or rival):
        answer += _next(sides, asked, first, pool, findings)
    return [*answer, *_unquoted(sides.figures, answer)]


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
    return [*answer, *_otherwise(beating, leader, first, pool, findings)]


def _has_place(asked: AskedFigure, leading: Sequence[Figure], alike: bool) -> bool:
    """Whether a row has the place that is asked for: who is second tells only one counter's row, and
    only where no neighbour counts as much."""
    if asked.place == 1:
        return True
    sizes = list(map(size, leading))
    return alike and len(leading) >= asked.place and len(set(sizes)) == len(sizes)


def _contenders(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Figure]:
    """The figures whose subject may be the answer."""
    if len(asked.subjects) > 1:
        return _of(asked.subjects, pool)
    if asked.by_year:
        return _of(asked.subjects or (whole(pool, findings),), pool)
    return _of(_of_kinds(asked.places, pool, findings), pool)


def _of(subjects: Collection[str], figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.subject in subjects]


def _of_kinds(places: frozenset[str], pool: Sequence[Figure], findings: Findings) -> set[str]:
    """The subjects that are such places; a corpus that does not say what they are has cities."""
    kinds = findings.index.figures.kinds
    return {figure.subject for figure in pool if kinds.get(figure.subject, "city") in places}


def _first_told(
    leader: Figure, pool: Sequence[Figure], asked: AskedFigure, findings: Findings
) -> Quote | None:
    """A sentence that ranks by the leader's count, else the one that gives its number: who ranks
    first is no word on who is third."""
    documents = {figure.document_id for figure in pool if is_same_count(figure, leader)}
    ranking = ranking_quote(leader, documents, findings) if asked.place == 1 else None
    return ranking or sentence_for(leader, pool, findings)


def _first_of_the_row(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """So many of one counter's row from the first on, in their order; nothing where the row is
    shorter, or a sentence tells that the last of them has a later place."""
    if asked.first < 2:
        return []
    sides = sides_of(of_one_unit(_contenders(asked, pool, findings)), by_subject)
    leading = sides.figures[::-1] if asked.aim == "least" else sides.figures
    told = leading[: asked.first]
    if not sides.alike or len(told) < asked.first:
        return []
    answer = _told_each(told, pool, asked, findings)
    last = [statement.quote for statement in answer if told[-1] in statement.figures]
    is_later = any(tells_another_place(quote.text, asked.first) for quote in last if quote)
    return [] if is_later else answer


def _beside(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The one right after a subject in one counter's row, or all before it; nothing where others are
    as large as it, or a sentence tells that the place is another."""
    row = sides_of(of_one_unit(_of(_of_kinds(asked.places, pool, findings), pool)), by_subject)
    own = next((figure for figure in row.figures if figure.subject in asked.subjects), None)
    if own is None or not row.alike:
        return []
    place = row.figures.index(own)
    before, after = row.figures[:place], row.figures[place + 1 :]
    told = after[:1] if asked.beside > 0 else before[:_MOST_SIDES]
    if any(size(figure) == size(own) for figure in told):
        return []
    answer = _told_each(told, pool, asked, findings)
    is_another = _is_told_another_place(answer, place + 1 + asked.beside)
    return [] if is_another else answer


def _is_told_another_place(answer: Sequence[Statement], place: int) -> bool:
    """Whether the last sentence of an answer names places of a row, and not that one."""
    last = answer[-1].quote if answer else None
    return last is not None and place > 1 and tells_another_place(last.text, place)


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


def _otherwise(
    other: Figure | None,
    told: Figure,
    first: Quote,
    pool: Sequence[Figure],
    findings: Findings,
) -> list[Statement]:
    """What another count says; the audit's word on the first where there is no such."""
    quote = sentence_for(other, pool, findings) if other else None
    if other and quote and quote.text != first.text:
        return [Statement(quote, _by_another_count(other, told, quote, findings), (other,))]
    judged = verdict_for(first, findings)
    return [Statement(judged)] if judged else []


# Comparisons


def _comparison(
    asked: AskedFigure, axis: Key, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """A statement a side, the larger first; one for all where a sentence gives them all."""
    if asked.all_sides and len(asked.subjects) < 2:
        subjects: Collection[str] = _of_kinds(asked.places, pool, findings)
    else:
        subjects = asked.subjects or (whole(pool, findings),)
    pool = of_one_unit(_of(subjects, pool))
    sides = sides_of(pool, axis)
    is_short = bool(asked.working) and len(sides.figures) < len(asked.subjects)
    if is_short and asked.working == "sum":
        return _told_sum(asked, findings)
    if len(sides.figures) < 2 or is_short:
        return []
    if asked.aim != "plain" and len(set(map(size, sides.figures))) == 1:
        return []  # equal figures do not tell who is ahead
    told = _those_told(_in_order(sides.figures, axis, asked), axis, asked)
    together = None if sides.alike else _set_side_by_side(asked, told, pool, findings)
    if together:
        told, answer = together.figures, [together]
    else:
        answer = _told_each(told, pool, asked, findings, sides.alike)
    if answer and asked.working:
        return _with_result(asked, told, sides.alike, answer, findings)
    if together or not answer:
        return answer
    return [*answer, *_unquoted(sides.figures, answer)]


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
    """What is worked out of the figures, and that they are by different counters, should they be; then
    the sentences that state them."""
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


def _beyond_bound(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """Those that go beyond a bound, each by the count of most, else by its latest; where none does,
    the nearest."""
    pool = of_one_unit(_contenders(asked, pool, findings))
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
    answer = _told_each((beyond or nearest)[:_ROW_SIDES], pool, asked, findings)
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


def _told_each(
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
        needs_none = are_equal or (gives_all and not _asks_who(asked, findings))
        lead = "" if needs_none else _named(figure, quote, asked, findings)
        if len(answer) == 1 and not alike:
            lead = _by_another_count(figure, told[0], quote, findings)
        answer.append(Statement(quote, lead, stated))
    return answer


def _asks_who(asked: AskedFigure, findings: Findings) -> bool:
    """Whether one of the sides is asked for, and not the number of each."""
    return asked.is_rank or bool(MORE.search(findings.query.text))


def _set_side_by_side(
    asked: AskedFigure, told: Sequence[Figure], pool: Sequence[Figure], findings: Findings
) -> Statement | None:
    """The sentence that gives all sides, where nobody counted them alike: it says best what it compares."""
    together = telling_each(pool, [figure.subject for figure in told], findings)
    if together is None:
        return None
    quote, stated = together
    leader = stated[-1 if asked.aim == "least" else 0]
    lead = _named(leader, quote, asked, findings) if _asks_who(asked, findings) else ""
    return Statement(quote, lead, stated)


def _in_order(figures: Sequence[Figure], axis: Key, asked: AskedFigure) -> Sequence[Figure]:
    """Years in their order; else the larger first, or the smaller where the less is asked for."""
    if is_of_time(axis):
        return sorted(figures, key=by_month)
    return figures[::-1] if asked.aim == "least" else figures


# One number


def _single(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The number of one place, and the audit's word on it or who counts otherwise."""
    subject = asked.subjects[0] if asked.subjects else whole(pool, findings)
    of_subject = [figure for figure in pool if figure.subject == subject]
    # What somebody counted before what is only worked out from other figures.
    own = [figure for figure in of_subject if figure.said_by not in _WORKED_OUT] or of_subject
    others = [figure for figure in pool if figure.subject != subject]
    if not own:
        return []
    latest_last = sorted(own, key=_as_of)
    first, stated = _best_of(asked, latest_last, others, findings)
    if first is None:
        return []
    lead = ""
    if asked.subjects and not names(first.text, stated, findings):
        lead = _named(stated, first, asked, findings)
    answer = [Statement(first, lead, (stated,))]
    judged = verdict_for(first, findings)
    if judged:
        return [*answer, Statement(judged)]
    disputing = [figure for figure in latest_last if disputes(figure, stated)]
    if disputing and len(stated_in(first, disputing)) == len(disputing):
        return answer
    other = disputing[-1] if disputing else None
    return [*answer, *_otherwise(other, stated, first, latest_last, findings)]


def _as_of(figure: Figure) -> str:
    """The time of a figure to sort by: a whole year is later than one of its months."""
    return f"{figure.year}-13"[:7]


def _best_of(
    asked: AskedFigure, figures: Sequence[Figure], others: Sequence[Figure], findings: Findings
) -> tuple[Quote | None, Figure]:
    """The best sentence found, where it gives one of the figures and none of other places; else the
    sentence of the latest figure. What is outdated is told only by the article itself."""
    best = findings.quotes[0]
    latest = max(figures, key=_as_of)
    stated = stated_in(best, figures)
    elsewhere = any(tells(best, figure, findings) for figure in others)
    if stated and not elsewhere and not is_verdict(best) and _is_dated(best, asked):
        is_current = bool(best.passage.sources) or _holds_still(stated[-1], latest, asked)
        if is_current:
            return best, stated[-1]
    return sentence_for(latest, figures, findings), latest


def _holds_still(figure: Figure, latest: Figure, asked: AskedFigure) -> bool:
    """Whether a figure is of the latest year, or agrees with the latest; or a time is asked about."""
    return bool(asked.dates) or figure.year[:4] >= latest.year[:4] or agree(figure, latest)


def _is_dated(quote: Quote, asked: AskedFigure) -> bool:
    """Whether a sentence names a year that is asked for, if one is."""
    return not asked.dates or any(date[:4] in quote.text for date in asked.dates)


# The table


def _unquoted(figures: Sequence[Figure], answer: Sequence[Statement]) -> list[Statement]:
    """The other figures of a count, for the table alone."""
    shown: list[Figure] = []
    for statement in answer:
        shown += statement.figures
    others = tuple(figure for figure in figures[:_TABLE_ROWS] if figure not in shown)
    return [Statement(figures=others)] if others else []


# The chat's own words


def _named(figure: Figure, quote: Quote, asked: AskedFigure, findings: Findings) -> str:
    """The place, where the sentence does not open with it; for a question by year, the year."""
    language = findings.language
    if len(asked.dates) > 1 or len(asked.sayers) > 1:
        return ""
    if asked.by_year:
        year = figure.year[:4]
        return "" if year in quote.text else naming(year, language)
    if opens_with(quote, figure, findings):
        return ""
    return naming(findings.index.figures.name("subject", figure.subject, language), language)


def _by_another_count(figure: Figure, first: Figure, quote: Quote, findings: Findings) -> str:
    """That somebody else counted, and whom, where that is not clear."""
    language = findings.language
    if figure.subject == first.subject or opens_with(quote, figure, findings):
        return say("another_count", language)
    place = findings.index.figures.name("subject", figure.subject, language)
    return say("another_count_of", language, place=place)
