"""Who of two was earlier, or later: told by one sentence that dates them both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...retrieval.query import QueryName
from ...retrieval.selection import Quote
from ...verification.facts import read_facts
from ...verification.numerals import Date
from ..statements import Findings
from . import ranking

_EARLIER = re.compile(
    r"\b(?:earlier|sooner|older|before|first)\b|\b(?:früher|zuerst|eher|älter|vorher|als erste[rsn]?)\b"
    r"|更早|较早|早|先(?!进|锋)|更老",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|younger|newer|after|last)\b|\b(?:später|jünger|neuer|zuletzt|als letzte[rsn]?)\b|更晚|较晚|晚|更年轻",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|who)\b|\b(?:welche[rsnm]?|wer)\b|谁|哪", re.IGNORECASE)


def first_or_last(quotes: Iterable[Quote], findings: Findings) -> tuple[QueryName, Quote] | None:
    """Who of the two that a question names was earlier, or later where it asks that, and the sentence
    that dates both; None where none does, or to the same day, month or year."""
    text, names = findings.query.text, ranking.named_sides(findings)
    wants_last = bool(_LATER.search(text))
    is_asked = _WHICH.search(text) and (wants_last or _EARLIER.search(text))
    if not is_asked or len(names) != 2:
        return None
    for quote in quotes:
        dates = _dates_of(names, quote, findings)
        if dates and _are_comparable(*dates):
            is_first_earlier = dates[0].parts < dates[1].parts
            return names[is_first_earlier == wants_last], quote
    return None


def _are_comparable(one: Date, other: Date) -> bool:
    """Whether two dates have a year, and one is surely before the other."""
    common = min(len(one.parts), len(other.parts))
    return None not in (one.year, other.year) and one.parts[:common] != other.parts[:common]


def _dates_of(
    names: Sequence[QueryName], quote: Quote, findings: Findings
) -> tuple[Date, Date] | None:
    """The date that a sentence gives each of two names: behind each, or before each."""
    places = [ranking.first_place(name, quote.text, findings) for name in names]
    if min(places) < 0:
        return None
    facts = read_facts(quote.text, findings.language, findings.index.glossary)
    dated = [(fact.start, fact.value) for fact in facts if isinstance(fact.value, Date)]
    # Where names of that kind stand, and the sentence begins and ends.
    kind = names[0].name.kind
    mentions = findings.index.glossary.mentions(quote.text)
    stops = [mention.start for mention in mentions if mention.name.kind == kind]
    for find in (_behind, _before):
        one, other = (find(place, stops, dated) for place in places)
        if one and other:
            return one, other
    return None


_Dated = Sequence[tuple[int, Date]]


def _behind(place: int, stops: Sequence[int], dated: _Dated) -> Date | None:
    """The first date between a name and the next of its kind."""
    later = [stop for stop in stops if stop > place]
    within = _between(place, min(later, default=None), dated)
    return within[0] if within else None


def _before(place: int, stops: Sequence[int], dated: _Dated) -> Date | None:
    """The last date between the name before of its kind and a name."""
    earlier = [stop for stop in stops if stop < place]
    within = _between(max(earlier, default=-1), place, dated)
    return within[-1] if within else None


def _between(start: int, end: int | None, dated: _Dated) -> list[Date]:
    """The dates that stand between two places, or behind the first where there is no second."""

    def is_within(its: tuple[int, Date]) -> bool:
        place, _ = its
        return start < place and (end is None or place < end)

    return [date for _, date in filter(is_within, dated)]
