"""Whether a sentence holds the number, the time or the measure that is asked for, of the very
thing, and tells it as it is asked: the day, since when, in percent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language import answer_types
from ...language.dates import ANY_MONTH
from ...language.future import is_of_the_time
from ...language.measures import asks_for_a_measure, gives_the_measure
from ...verification.measure_words import counted_thing, counts
from ..query import Query
from ..selection import Quote
from .dates import REPORTS, is_of_far_years, without_report

# What a question can ask for that a sentence plainly holds or not, and how far down it is sought.
TYPED = frozenset({"number", "time"})
_TYPED_REACH = 6
_TOLD_SO = tuple(
    (re.compile(question, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for question, told in (
        (
            r"\b(?:what|which|exact) (?:day|date)\b|\ban welchem tag\b|\bwelche[sm] datum\b|\bdatum\b"
            r"|哪一?天|哪日|几号|几月几[日号]",
            rf"\b\d{{1,2}}\.? (?:{ANY_MONTH})\b|\b(?:{ANY_MONTH}) \d{{1,2}}\b(?!\d)|\d月\d{{1,2}}日",
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
_ASKS_OF_REPORT = re.compile(
    rf"\b(?:{REPORTS}|report)\b|报道|写|指出|称|表示|披露|说", re.IGNORECASE
)
# How far below the best such a sentence may lie.
_AS_GOOD = 2.5


def of_the_asked_type_first(quotes: Sequence[Quote], query: Query | None) -> tuple[Quote, ...]:
    """Where a number, a time or a measure is asked for, the first of the best sentences that holds
    one opens, and before all one that tells it as it is asked: the day, since when, in percent."""
    told_so = _how_it_is_told(query) if query else None
    if query is None or not (query.types & TYPED or told_so or asks_for_a_measure(query.text)):
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


def holds_the_asked_type(quotes: Sequence[Quote], query: Query | None) -> bool:
    """Whether the sentence that would open the answer holds the number, time or measure that is
    asked for: "Xi'an is a city of hard technology" does not tell how many companies it has."""
    if query is None or not quotes:
        return True
    first = quotes[0]
    is_typed = not query.types & TYPED or holds_type(first, query)
    return is_typed and _is_as_it_is_asked(first, query)


def _is_as_it_is_asked(quote: Quote, query: Query) -> bool:
    """Whether a sentence has the unit that is asked for, and speaks of the time: of what is to
    come, of that year."""
    if "number" in query.types and is_of_far_years(quote, query):
        return False
    is_measured = gives_the_measure(query.text, quote.text)
    return is_measured and is_of_the_time(query.text, quote.text)


def holds_type(quote: Quote, query: Query) -> bool:
    """Whether a sentence holds the number, time or measure asked for, of a thing that is named."""
    text = quote.text
    if query.types & TYPED == {"time"} and not _ASKS_OF_REPORT.search(query.text):
        text = without_report(text)
    if not quote.names or not answer_types.holds(text, query.types & TYPED):
        return False
    if not gives_the_measure(query.text, quote.text):
        return False
    # A row names the unit of what it counts in its header, or nowhere.
    if quote.passage.kind == "table":
        return True
    thing = counted_thing(query.text, query.language) if "number" in query.types else ""
    return counts(quote.text, thing, quote.passage.language)
