"""Whom a sentence speaks of: what is said of Shenzhen is no answer to a question about Hangzhou."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citechat_ingest import Name

from ...index.opening import Index
from ...language import terms
from ...language.answer_types import asks_openly, asks_whether
from ...retrieval.asked.attribute import asks_an_amount
from ...retrieval.query import Query
from ...retrieval.selection import Quote, brought_first
from ...verification.facts import names_in
from ..same_matter import digit_groups

# Persons are often named for the occasion alone: "the speakers of the meeting with …".
_KINDS = frozenset({"place", "company", "university", "product"})
# Of these, one is never told by another, whatever else is named beside it.
_NOT_EXCHANGED = frozenset({"company", "university", "product", "index"})
_COUNTED = frozenset({"number", "time"})
# How far below the best a sentence may lie that speaks of what was asked.
_NEAR = 3.0
# How near the best a sentence with the same numbers lies that says the same, and among how many one is sought.
_ALIKE = 1.0
_REACH = 12


def of_the_asked_name_first(
    quotes: Sequence[Quote], query: Query, index: Index
) -> tuple[Quote, ...]:
    """Where the best sentence speaks of another, the first near it that names what was asked opens."""
    if not quotes or not speaks_of_another(quotes[0], query, index):
        return _that_open_with_it_first(quotes, query, index)
    least = quotes[0].score - _NEAR
    for quote in quotes[:_REACH]:
        is_near = quote.score >= least and quote.names > 0
        if is_near and not speaks_of_another(quote, query, index):
            return brought_first(quote, quotes)
    return tuple(quotes)


def _that_open_with_it_first(
    quotes: Sequence[Quote], query: Query, index: Index
) -> tuple[Quote, ...]:
    """The quotes, first one that names the one who is asked about before any other, and has the numbers of the
    best: "Norden won in 2024 and Southam in 2023", asked of Norden."""
    names = query.proper_names
    is_of_one = len(names) == 1 and names[0].name.kind in _KINDS
    if not quotes or not is_of_one:
        return tuple(quotes)
    told = digit_groups(quotes[0].text)
    for quote in quotes[:_REACH]:
        is_alike = digit_groups(quote.text) == told and quote.score >= quotes[0].score - _ALIKE
        if is_alike and _names_first(names[0].name, quote, index):
            return brought_first(quote, quotes)
    return tuple(quotes)


def _names_first(name: Name, quote: Quote, index: Index) -> bool:
    """Whether a sentence names one before any other of its kind."""
    alike = [other for other in _named_in(quote, index) if other.kind == name.kind]
    return alike[:1] == [name]


def speaks_of_another(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence names none of the names asked, but another of the kind of each."""
    # Who is on a list is another than who is asked about.
    if "list" in query.types:
        return False
    if quote.names > 0 and not _is_named_above_alone(quote, query, index):
        is_within = _is_named_within_another(quote, query, index)
        return is_within or _tells_of_another_in_it(quote, query, index)
    asked = _kinds_told_by_none_else(query, index)
    said = {name.kind for name in _named_in(quote, index)}
    return bool(asked) and asked <= said


def _tells_of_another_in_it(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence has the list, the prize, … that is asked about, and of the one who is asked about in it
    nothing, but of another of his kind; or has him, in another list."""
    if len(query.proper_names) == 1 or _asks_whether(query):
        return False
    said = {name.kind for name in _named_in(quote, index)}
    return not said.isdisjoint(_kinds_left_out(quote, query))


def _kinds_left_out(quote: Quote, query: Query) -> set[str]:
    """The kinds of which a question names one, and a sentence and its headings not that one."""
    told = set(terms.words(quote.text_in_context, query.language))
    kinds = [asked.name.kind for asked in query.proper_names]
    return {
        asked.name.kind
        for asked in query.proper_names
        if not asked.occurs_in(told) and kinds.count(asked.name.kind) == 1
    } & _NOT_EXCHANGED


def _asks_whether(query: Query) -> bool:
    """Whether a question asks for a yes or a no: that it is another tells "no"."""
    text, language = query.text, query.language
    return asks_whether(text, language) and not asks_openly(text, language)


def _is_named_above_alone(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a number or a time is asked of the one name that a sentence has in its heading alone,
    while it tells of another company: a profile sets its company beside others."""
    names = query.proper_names
    is_counted = bool(query.types & _COUNTED) or asks_an_amount(query)
    if not is_counted or len(names) != 1 or names[0].name.kind != "company":
        return False
    return names[0].name not in _named_in(quote, index)


def _named_in(quote: Quote, index: Index) -> list[Name]:
    """The names that a sentence itself uses."""
    mentions = names_in(quote.text, quote.passage.language, index.glossary)
    return [mention.name for mention in mentions]


def _is_named_within_another(quote: Quote, query: Query, index: Index) -> bool:
    """Whether what was asked stands there only within a longer name: Tianjin in that of a region."""
    asked = _places(name.name for name in query.proper_names)
    said = _places(index.glossary.found_in(quote.text_in_context))
    if len(asked) != 1 or asked[0] in said:
        return False
    return any(_is_within(asked[0], region, query.language) for region in said)


def _places(names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.kind == "place"]


def _is_within(place: Name, region: Name, language: str) -> bool:
    return place.names[language].casefold() in region.names[language].casefold()


def _kinds_told_by_none_else(query: Query, index: Index) -> set[str]:
    """The kinds of the names asked; none where sentences about others may tell of one of them."""
    kinds: set[str] = set()
    for asked in query.proper_names:
        if _is_told_by_others(asked.name, index):
            return set()
        kinds.add(asked.name.kind)
    return kinds


def _is_told_by_others(name: Name, index: Index) -> bool:
    """Whether sentences about others tell of it: persons, works, and a country, of which its cities
    are said to be a part."""
    return name.kind not in _KINDS or index.figures.is_country(name)
