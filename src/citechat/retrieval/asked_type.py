"""Whether a sentence holds what the question asks for: a number or a time, a count of just that thing; and of a
follow-up, something that was not said a moment ago."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary

from ..language import answer_types, terms
from ..language.answer_types import asked_types
from ..language.future import is_of_the_time
from ..language.measures import asks_for_a_measure, gives_the_measure
from ..language.weekdays import weekdays
from ..values import Turn
from ..verification.measure_words import counted_thing, counts
from ..verification.numerals import Date, read_numerals
from .query import Query
from .selection import Quote, brought_first

# What a question can ask for that a sentence plainly holds or not, and how far down it is sought.
_TYPED = frozenset({"number", "time"})
_TYPED_REACH = 6
# How much less a sentence that the last answer gave is worth to a follow-up, in the units of the
# score: as much as the reader is surer of .95 than of .5.
_HEARD = 2.5
# How much more one that has the follow-up's own names, or its words: the question before has more.
_OWN_NAMES, _OWN_WORDS = 3.0, 1.5
# What a question may wish of a number or a time → how a sentence tells it.
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
)
_TOLD_SO = tuple(
    (re.compile(question, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for question, told in (
        (
            r"\b(?:what|which|exact) (?:day|date)\b|\ban welchem tag\b|\bwelche[sm] datum\b|\bdatum\b"
            r"|哪一?天|哪日|几号|几月几[日号]",
            rf"\b\d{{1,2}}\.? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b(?!\d)|\d月\d{{1,2}}日",
        ),
        (
            r"\bsince when\b|\bseit wann\b|\bab wann\b|[从自](?:什么时候|何时|哪一?年)",
            r"\bsince\b|\bfirst time\b|\bfrom \d|\bseit\b|\berstmals\b|\bzum ersten mal\b|\bab \w* ?\d|[自从].{1,12}(?:起|以来|开始)|首次",
        ),
        (
            r"\b(?:until|till|by) when\b|\bbis wann\b|到(?:什么时候|何时|哪一?年)",
            r"\b(?:by|until|till|deadline|(?:close|end|expire)s?)\b|\bbis\b|\b(?:schließ|end)(?:t|en|et)\b|schluss\b"
            r"|\d年(?:底|末|前)|到\d{4}年|截止|之?前|结束",
        ),
        (
            r"\bpercent\w*|\bper cent\b|\bprozent\w*|百分|[%％]",
            r"\d ?(?:[%％]|percent|per cent|prozent)|百分之",
        ),
        (
            r"\b[ep]flops\b|\b(?:in|how many|wie ?viele?) P\b|(?:多少|几)(?:个|万)? ?P(?![a-z])",
            r"\d ?万? ?(?:P|[EP]FLOPS)(?![a-z])",
        ),
        (
            r"\bhow much money\b|\bwie ?viel geld\b|多少(?:钱|资金|美元|元)",
            r"\b(?:yuan|dollars?|euros?)\b|\d[万亿]*(?:美|欧)?元",
        ),
    )
)
# A time that only tells when something was reported, and what asks for just that.
_REPORTS = (
    r"report(?:s|ed)?|wr[io]te?s?|said|says?|recalled|noted|announced|berichte\w*|schrieb\w*|schreibt|melde\w*|sagte\w*"
    r"|teilte|erklärte"
)
_DATE = (
    rf"(?:(?:early|late|mid|Anfang|Mitte|Ende)[- ])?(?:\d{{1,2}}\.? )?(?:(?:{_MONTHS}) )?\d{{4}}"
)
_REPORTED = re.compile(
    rf"\b(?:{_REPORTS})(?: \w+){{0,2}} (?:on|in|am|im) {_DATE}|\b(?:on|in|am|im) {_DATE}(?: \w+)? (?:{_REPORTS})\b"
    rf"|\b(?:report|bericht\w*)(?: [\w.-]+){{0,3}} (?:of|vom) {_DATE}"
    r"|\d{4}年(?:初|底|末)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:报道|写道|指出|刊文|发文|称|表示|披露|透露|说)",
    re.IGNORECASE,
)
_ASKS_OF_REPORT = re.compile(
    rf"\b(?:{_REPORTS}|report)\b|报道|写|指出|称|表示|披露|说", re.IGNORECASE
)
# Years from one to another, and since one.
_SPAN = re.compile(r"\b(20\d\d)年?\s?(?:to|until|bis|[-–至到])\s?(20\d\d)", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:\b(?:since|seit|from|ab)\s(?:\w+\s)?|自|(?=20\d\d年?(?:起|以来)))(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_EVER = "9999"
_EARLY = (1, 2, 3, 4)
# How far below the best such a sentence may lie.
_AS_GOOD = 2.5
_REASON = frozenset({"reason"})
# How far below the best, and among how many, a sentence is sought that tells of the year asked about.
_YEAR_NEAR = 4.0
_YEAR_REACH = 12
_MARK = re.compile(r"\[\d+\]")


def of_the_asked_type_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """Where a number, a time or a measure is asked for, the first of the best sentences that holds
    one opens, and before all one that tells it as it is asked: the day, since when, in percent."""
    told_so = _how_it_is_told(query) if query else None
    if query is None or not (query.types & _TYPED or told_so or asks_for_a_measure(query.text)):
        return tuple(quotes)
    near, further = quotes[:_TYPED_REACH], quotes[_TYPED_REACH:]
    least = quotes[0].score - _AS_GOOD if quotes else 0.0

    def lacks(quote: Quote) -> tuple[bool, bool]:
        is_near = quote.score >= least and query.names_held(quote.text) > 0
        is_told_so = is_near and bool(told_so and told_so.search(quote.text))
        return not holds_type(quote, query), not is_told_so

    # Sorting keeps the order of those that hold one, and of those that do not.
    return (*sorted(near, key=lacks), *further)


def _how_it_is_told(query: Query) -> re.Pattern[str] | None:
    """How a sentence tells the number or time that is asked for, where a question wishes that."""
    asked = (told for question, told in _TOLD_SO if question.search(query.text))
    return next(asked, None)


def of_the_asked_year_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """Where a year is asked about and the best sentence tells of other years only, the first near it
    that tells of that year opens; of a year before it, a sentence of that year only reports."""
    if query is None or not quotes:
        return tuple(quotes)
    asked = _years(query.text, query.language)
    said = _years(quotes[0].text, query.language)
    if not (asked and said) or asked & said:
        return tuple(quotes)
    least = quotes[0].score - _YEAR_NEAR
    for number, quote in enumerate(quotes[:_YEAR_REACH]):
        is_near = quote.score >= least and quote.names >= quotes[0].names
        told = _years(quote.text, query.language)
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


def _years(text: str, language: str) -> set[int]:
    dates = [numeral.value for numeral in read_numerals(text, language)]
    return {date.year for date in dates if isinstance(date, Date) and date.year}


def holds_the_asked_type(quotes: Sequence[Quote], query: Query | None) -> bool:
    """Whether the sentence that would open the answer holds the number, time or measure that is
    asked for: "Xi'an is a city of hard technology" does not tell how many companies it has."""
    if query is None or not quotes:
        return True
    first = quotes[0]
    is_typed = not query.types & _TYPED or holds_type(first, query)
    return is_typed and _is_as_it_is_asked(first, query)


def _is_as_it_is_asked(quote: Quote, query: Query) -> bool:
    """Whether a sentence has the unit that is asked for, and speaks of the time: of what is to come,
    of that year."""
    if "number" in query.types and _is_of_other_years(quote, query):
        return False
    is_measured = gives_the_measure(query.text, quote.text)
    return is_measured and is_of_the_time(query.text, quote.text)


def _is_of_other_years(quote: Quote, query: Query) -> bool:
    """Whether one year is asked about, and a sentence tells of far other years only; a report of the
    year after may tell of the year asked."""
    asked, said = _asked_years(query), _years(quote.text, query.language)
    if len(asked) != 1 or not said:
        return False
    (year,) = asked
    return min(abs(year - other) for other in said) > 1


def is_of_another_year(quote: Quote, query: Query) -> bool:
    """Whether one year is asked about, and is none of those that a sentence tells of, when it was
    reported left aside; of a number also the month, where others of that year are told."""
    asked, text = _asked_years(query), without_report(quote.text)
    said = _years(text, query.language)
    if len(asked) != 1 or not said:
        return False
    (year,) = asked
    if year in said or _lasts_through(year, text):
        return "number" in query.types and _is_of_another_month(year, text, query)
    return True


def _lasts_through(year: int, text: str) -> bool:
    """Whether a text tells of years from one to another, or since one, and this is among them."""
    spans = [*_SPAN.findall(text), *((begun, _EVER) for begun in _SINCE.findall(text))]
    return any(int(first) <= year <= int(last) for first, last in spans)


def _is_of_another_month(year: int, text: str, query: Query) -> bool:
    """Whether a month of the year is asked about, and a text tells of others of that year only; of the
    month before, it may be the report's."""
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


def without_report(text: str) -> str:
    """A sentence without the words that tell when it was reported."""
    return _REPORTED.sub(" ", text)


def _asked_years(query: Query) -> set[int]:
    """The years that a question names, but for those of names: the list AI 2000 is of no year."""
    spelled = " ".join(name.name.names[query.language] for name in query.names)
    return _years(query.text, query.language) - _years(spelled, query.language)


def holds_type(quote: Quote, query: Query) -> bool:
    """Whether a sentence holds the number, time or measure asked for, of a thing that is named."""
    text = quote.text
    if query.types & _TYPED == {"time"} and not _ASKS_OF_REPORT.search(query.text):
        text = without_report(text)
    if not quote.names or not answer_types.holds(text, query.types & _TYPED):
        return False
    if not gives_the_measure(query.text, quote.text):
        return False
    # A row names the unit of what it counts in its header, or nowhere.
    if quote.passage.kind == "table":
        return True
    thing = counted_thing(query.text, query.language) if "number" in query.types else ""
    return counts(quote.text, thing, quote.passage.language)


def for_a_follow_up(
    quotes: Sequence[Quote],
    query: Query | None,
    question: str,
    history: Sequence[Turn],
    glossary: Glossary,
) -> tuple[Quote, ...]:
    """The quotes for the follow-up ``question``, which ``query`` completes: those with its own words
    come sooner, and what the last answer has said comes later, for it was not enough.

    Unless the follow-up itself asks for a number or time that the heard sentence holds, or stands alone
    in the words of ``query``, without the question that the heard sentence answered.
    """
    if query is None:
        return tuple(quotes)
    heard = _heard(history)
    is_typed = bool(asked_types(question) & _TYPED)
    is_joined = query.text.endswith(question)
    own = _own_terms(question, query.language, glossary)

    def worth(quote: Quote) -> float:
        said = _folded(quote.passage.sentence(quote.number)) in heard
        is_enough = is_typed and holds_type(quote, query)
        share = _share(own, quote, query.language)
        return quote.score + share - (_HEARD if said and is_joined and not is_enough else 0.0)

    return tuple(sorted(quotes, key=worth, reverse=True))


def answers_anew(quote: Quote, question: str, history: Sequence[Turn], glossary: Glossary) -> bool:
    """Whether a quote answers the follow-up itself, and not just the question before it: it has of what
    the follow-up names, or of its words; or it was not said yet, or the follow-up has no words."""
    language = quote.passage.language
    own = worth, said = _own_terms(question, language, glossary)
    if not said or _share(own, quote, language):
        return True
    return worth != _OWN_NAMES and not _was_said(quote, history)


_BEHIND_A_QUOTE = re.compile(r"\[\d+\]")


def _was_said(quote: Quote, history: Sequence[Turn]) -> bool:
    """Whether an answer said a quote, or a sentence with which it begins."""
    sentence = _folded(quote.text)
    answers = "".join(turn["content"] for turn in history if turn.get("role") == "assistant")
    heard = filter(None, map(_folded, _BEHIND_A_QUOTE.split(answers)))
    return any(sentence in said or sentence.startswith(said) for said in heard)


def only_unheard_reasons(quotes: Sequence[Quote], history: Sequence[Turn]) -> tuple[Quote, ...]:
    """Of "Why?", the sentences that give a reason and were not said yet: what was said is what is to
    be explained. None where the best of them lies far below the best of all."""
    heard = _heard(history)
    if not heard:
        return tuple(quotes)

    def explains(quote: Quote) -> bool:
        is_new = _folded(quote.text) not in heard
        return is_new and answer_types.holds(quote.text, _REASON)

    reasons = tuple(filter(explains, quotes))
    is_near = bool(reasons) and reasons[0].score >= quotes[0].score - _HEARD
    return reasons if is_near else ()


def _heard(history: Sequence[Turn]) -> str:
    """What the last answer said, folded."""
    answers = [t["content"] for t in history if t.get("role") == "assistant" and t.get("content")]
    return _folded(answers[-1]) if answers else ""


_Own = Sequence[tuple[frozenset[str], ...]]
"""Things that a follow-up says, each as the terms of every way to write it."""


def _own_terms(question: str, language: str, glossary: Glossary) -> tuple[float, _Own]:
    """What a follow-up says itself, its names or else its words, and how much that is worth."""
    names = glossary.found_in(question)
    if not names:
        words = terms.query_words(question, language)
        # A single Chinese character stands in any sentence.
        return _OWN_WORDS, [(frozenset((word,)),) for word in words if len(word) > 1]
    spellings = [
        tuple(frozenset(terms.words(spelling, language)) for spelling in name.all_spellings)
        for name in names
    ]
    return _OWN_NAMES, spellings


def _share(own: tuple[float, _Own], quote: Quote, language: str) -> float:
    """What the follow-up's own terms that a sentence holds are worth."""
    worth, things = own
    held = set(terms.words(quote.text, language))
    holding = [any(map(held.issuperset, filter(None, spellings))) for spellings in things]
    return worth * sum(holding) / len(holding) if holding else 0.0


def _folded(text: str) -> str:
    """A text without marks, blanks and case, to find a quote in an answer."""
    return "".join(_MARK.sub("", text).split()).casefold()
