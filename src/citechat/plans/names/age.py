"""How old is it, which is older: the sentences that tell the year of foundation or birth of each name asked,
the one that is asked for first.

A year is a name's own where the sentence opens with the name and says in one clause that it was
founded, or born. Whoever founds something else in that year is as old as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citechat_ingest import Name

from ...messages import say
from ...retrieval.query import Query
from ...retrieval.selection import Quote
from ...verification.facts import names_in
from ...verification.numerals import years_in
from ..statements import Findings, Statement
from .profile import profile_of, profile_quotes

_KINDS = frozenset({"company", "person", "university", "institution"})
# What asks for the one that is there longer, and for the one that came after.
_EARLIER = (
    r"\bolder\b|\belder\b|\b(?:founded|established|set up|started|born)\b.*\b(?:first|earlier|before)\b"
    r"|\b(?:first|earlier)\b.*\b(?:founded|established|born)\b|\bälter\w*"
    r"|\b(?:früher|eher|zuerst|vor)\b.*\b(?:gegründet|geboren)\b|\bgibt es (?:schon )?länger\b"
    r"|(?:成立|创立|创办|出生)[得的]?(?:时间)?更?[早先]|更?[早先](?:成立|创立|创办|出生)|年长|年纪更?大|(?:谁|哪个)更?大(?=[？?]?$)|更?老(?=[？?]?$)"
    r"|历史更?[久长]|资历更?老"
)
_LATER = (
    r"\byounger\b|\b(?:founded|established|set up|started|born)\b.*\b(?:later|after)\b"
    r"|\blater\b.*\b(?:founded|established|born)\b|\bjünger\w*|\b(?:später|nach)\b.*\b(?:gegründet|geboren)\b"
    r"|(?:成立|创立|创办|出生)[得的]?(?:时间)?更?[晚后]|更?[晚后](?:成立|创立|创办|出生)|年轻|年纪更?[小轻]|更?小(?=[？?]?$)"
)
_SOONER, _AFTERWARDS = re.compile(_EARLIER, re.IGNORECASE), re.compile(_LATER, re.IGNORECASE)
_HOW_OLD = re.compile(
    r"\bhow old\b|\bwhat age\b|\bage of\b|\bwie alt\b|\bwelches alter\b|[几多少]岁|多大(?:年[纪龄]|岁数|了)|年龄"
    r"|(?:成立|创立|创办)了?(?:有)?(?:多少|几|多长|多久)(?:年|时间)?",
    re.IGNORECASE,
)
_HOW_MANY_YEARS = re.compile(
    r"\bhow (?:many years|much)\b|\bwie ?viele? jahre\b|\bum wie ?viel\b|[几多少]年", re.IGNORECASE
)
_BORN = re.compile(r"\bborn\b|\bgeboren\b|生于|出生", re.IGNORECASE)
# "founded the centre" and 成立了中心 tell of another thing.
_FOUNDED = re.compile(
    r"\b(?:founded|established|set up|started)\b(?! (?:the|a|an|its|their|another)\b)"
    r"|\b(?:gegründet|ausgegründet|entstanden|geschaffen)\b|(?:成立|创办|创立|创建)(?!了)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:has|have|had|hat|haben|hatten?)\b", re.IGNORECASE)
# Who reports it is not whom it is of: 据人民网，…
_REPORTED = re.compile(r"^据[^，]*，")
_CLAUSE = re.compile(r"[,;，；。]\s?")


@dataclass(frozen=True)
class _Told:
    """The year that a sentence tells of a name."""

    name: Name
    year: int
    quote: Quote


def is_asked(findings: Findings) -> bool:
    """Whether a question asks for the age of one company, person or institution, or which of two is
    older; one that names a year asks for something else."""
    query = findings.query
    if years_in(query.text, query.language):
        return False
    asks = {1: (_HOW_OLD,), 2: (_SOONER, _AFTERWARDS)}
    patterns = asks.get(len(_names(query)), ())
    return any(pattern.search(query.text) for pattern in patterns)


def statements(findings: Findings) -> Sequence[Statement]:
    """The year of each name, the one that is asked for first; of a name of which no year is told,
    that. Nothing where none is told of any."""
    query, language = findings.query, findings.language
    names = _names(query)
    told = [found for name in names if (found := _told_of(name, findings))]
    asks_later = bool(_AFTERWARDS.search(query.text))
    told.sort(key=lambda its: its.year, reverse=asks_later)
    if len(told) < len(names):
        silent = [name for name in names if all(its.name is not name for its in told)]
        leads = [_not_told(name, language) for name in silent]
        return [*map(_alone, told), *(Statement(lead=lead) for lead in leads)] if told else []
    if len(told) < 2:
        return [*map(_alone, told)]
    first, second = told
    answer = [Statement(first.quote, _which(first, second, asks_later, language))]
    if second.quote.text != first.quote.text:
        answer.append(_alone(second))
    if _HOW_MANY_YEARS.search(query.text):
        apart = abs(first.year - second.year)
        answer.append(Statement(lead=say("years_apart", language, number=str(apart))))
    return answer


def _which(first: _Told, second: _Told, asks_later: bool, language: str) -> str:
    """Which of two is older, or younger where that is asked."""
    if first.year == second.year:
        return say("same_year", language, year=str(first.year))
    message = "is_younger" if asks_later else "is_older"
    years = {"year": str(first.year), "other": str(second.year)}
    return say(message, language, name=first.name.names[language], **years)


def _names(query: Query) -> list[Name]:
    """The names asked about, of the kind that the question has most of."""
    by_kind: dict[str, list[Name]] = {}
    for name in query.proper_names:
        if name.name.kind in _KINDS:
            by_kind.setdefault(name.name.kind, []).append(name.name)
    return max(by_kind.values(), key=len, default=[])


def _alone(told: _Told) -> Statement:
    return Statement(told.quote)


def _not_told(name: Name, language: str) -> str:
    """That the documents are silent on a name."""
    message = "no_year_of_birth" if name.kind == "person" else "no_founding_year"
    return say(message, language, name=name.names[language])


def _told_of(name: Name, findings: Findings) -> _Told | None:
    """The first sentence that tells a name's year: of its profile, else of those that were found."""
    for quote in _candidates(name, findings):
        year = _year_in(quote, name, findings)
        if year:
            return _Told(name, year, quote)
    return None


def _candidates(name: Name, findings: Findings) -> Iterator[Quote]:
    document_id = profile_of(name, findings.index, findings.language)
    yield from profile_quotes(document_id, findings.language, findings.index)
    yield from findings.quotes


def _year_in(quote: Quote, name: Name, findings: Findings) -> int:
    """The year in which a sentence says that a name was founded, or born; 0 where it does not.

    Of several the earliest: a later one is that of the report.
    """
    language = quote.passage.language
    # "Unitree's founder, born in 1990" opens with another.
    mentions = names_in(_REPORTED.sub("", quote.text), language, findings.index.glossary)
    if not mentions or mentions[0].name is not name:
        return 0
    says = _BORN if name.kind == "person" else _FOUNDED
    for clause in _CLAUSE.split(quote.text):
        if says.search(clause) and not _OF_ANOTHER.search(clause):
            years = years_in(clause, language)
            if years:
                return min(years)
    return 0
