"""Whether a sentence is of the year, the month or the day that is asked about. When something was
reported is told beside when it was, and left aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.dates import ANY_MONTH
from ...language.weekdays import weekdays
from ...verification.numerals import Date, read_numerals, years_in
from ..query import Query
from ..selection import Quote, brought_first

# A time that only tells when something was reported, and what asks for just that.
REPORTS = (
    r"report(?:s|ed)?|wr[io]te?s?|said|says?|recalled|noted|announced|berichte\w*|schrieb\w*|schreibt|melde\w*|sagte\w*"
    r"|teilte|erklärte"
)
_DATE = (
    rf"(?:(?:early|late|mid|Anfang|Mitte|Ende)[- ])?(?:\d{{1,2}}\.? )?(?:(?:{ANY_MONTH}) )?\d{{4}}"
)
_REPORTED = re.compile(
    rf"\b(?:{REPORTS})(?: \w+){{0,2}} (?:on|in|am|im) {_DATE}|\b(?:on|in|am|im) {_DATE}(?: \w+)? (?:{REPORTS})\b"
    rf"|\b(?:report|bericht\w*)(?: [\w.-]+){{0,3}} (?:of|vom) {_DATE}"
    r"|\d{4}年(?:初|底|末)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:的一?[篇份则]?)?(?:报道|写道|指出|刊文|发文|称|表示|披露|透露|说)",
    re.IGNORECASE,
)
# Years from one to another, and since one.
_SPAN = re.compile(r"\b(20\d\d)年?\s?(?:to|until|bis|[-–至到])\s?(20\d\d)", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:\b(?:since|seit|from|ab)\s(?:\w+\s)?|自|(?=20\d\d年?(?:起|以来)))(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_EVER = "9999"
_EARLY = (1, 2, 3, 4)
# How far below the best, and among how many, a sentence is sought that tells of the year asked
# about.
_YEAR_NEAR = 4.0
_YEAR_REACH = 12


def of_the_asked_year_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """Where a year is asked about and the best sentence tells of other years only, the first near
    it that tells of that year opens; of a year before it, a sentence of that year only reports."""
    if query is None or not quotes:
        return tuple(quotes)
    asked = years_in(query.text, query.language)
    said = years_in(quotes[0].text, query.language)
    if not (asked and said) or asked & said:
        return tuple(quotes)
    least = quotes[0].score - _YEAR_NEAR
    for number, quote in enumerate(quotes[:_YEAR_REACH]):
        is_near = quote.score >= least and quote.names >= quotes[0].names
        told = years_in(quote.text, query.language)
        if is_near and asked <= told and min(told) == min(asked):
            return (quote, *quotes[:number], *quotes[number + 1 :])
    return tuple(quotes)


def of_the_asked_day_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """Where a day of the week is asked about, the first sentence near the best that speaks of it:
    only in a folder of anybody's own, where hours are told by days."""
    if query is None or query.curated:
        return tuple(quotes)
    asked = weekdays(query.text)
    for quote in quotes[:_YEAR_REACH]:
        is_near = quote.score >= quotes[0].score - _YEAR_NEAR
        if is_near and asked <= weekdays(quote.text):
            return brought_first(quote, quotes)
    return tuple(quotes)


def is_of_another_year(quote: Quote, query: Query) -> bool:
    """Whether one year is asked about, and is none of those that a sentence tells of, when it was
    reported left aside; of a number also the month, where others of that year are told."""
    asked, text = _asked_years(query), without_report(quote.text)
    said = years_in(text, query.language)
    if len(asked) != 1 or not said or _is_of_the_report(asked, quote, query):
        return False
    (year,) = asked
    if year in said or _lasts_through(year, text):
        return "number" in query.types and _is_of_another_month(year, text, query)
    return True


def _is_of_the_report(asked: set[int], quote: Quote, query: Query) -> bool:
    """Whether who reports it is named in the question, and reported it in that year."""
    is_named = any(name.name.kind == "publisher" for name in query.names)
    return is_named and asked <= years_in(quote.text, query.language)


def is_of_far_years(quote: Quote, query: Query) -> bool:
    """Whether one year is asked about, and a sentence tells of far other years only; a report of
    the year after may tell of the year asked."""
    asked, said = _asked_years(query), years_in(quote.text, query.language)
    if len(asked) != 1 or not said:
        return False
    (year,) = asked
    return min(abs(year - other) for other in said) > 1


def without_report(text: str) -> str:
    """A sentence without the words that tell when it was reported."""
    return _REPORTED.sub(" ", text)


def _lasts_through(year: int, text: str) -> bool:
    """Whether a text tells of years from one to another, or since one, and this is among them."""
    spans = [*_SPAN.findall(text), *((begun, _EVER) for begun in _SINCE.findall(text))]
    return any(int(first) <= year <= int(last) for first, last in spans)


def _is_of_another_month(year: int, text: str, query: Query) -> bool:
    """Whether a month of the year is asked about, and a text tells of others of that year only; of
    the month before, it may be the report's."""
    asked = _months(query.text, year, query.language)
    told = _months(text, year, query.language)
    reported = {month + 1 for month in told}
    return bool(asked and told) and asked.isdisjoint(told | reported)


def _months(text: str, year: int, language: str) -> set[int]:
    """The months of a year that a text names."""
    early = re.search(rf"\b(?:early|Anfang) {year}|{year}年初", text)
    months = set(_EARLY if early else ())
    for numeral in read_numerals(text, language):
        date = numeral.value
        if isinstance(date, Date) and date.year == year and date.month:
            months.add(date.month)
    return months


def _asked_years(query: Query) -> set[int]:
    """The years that a question names, but for those of names: the list AI 2000 is of no year."""
    spelled = " ".join(name.name.names[query.language] for name in query.names)
    return years_in(query.text, query.language) - years_in(spelled, query.language)
