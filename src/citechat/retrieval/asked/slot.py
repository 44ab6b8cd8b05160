"""Whether a sentence gives what a question asks for, and not something else about the same thing:
for "which city" the name of a city, for "who signed" a person, for "the fourth" the fourth place,
for "how many robots" a number of robots, of the year that is asked about.

Only in a curated corpus, which tells what kind of thing a name is. Each slot is two tests:
what a question asks, and what a sentence gives; they stand in the modules ``slot_….py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...index.opening import Index
from ...language.enumerated import asked_count, rows
from ...verification.facts import read_facts
from ..query import Query
from ..selection import Quote, brought_first
from .attribute import gives_the_asked_attribute
from .number_or_time import holds_type
from .slot_amounts import (
    asks_for_a_place,
    asks_how_many,
    asks_of_a_concept,
    asks_of_then,
    gives_a_count,
    is_of_no_sibling,
    is_of_the_place,
    is_of_then,
    speaks_of_the_counted,
    things_counted,
)
from .slot_founding import asks_of_a_founding, founds_just_that
from .slot_names import (
    asks_for_a_person,
    asks_who_exceeds_another,
    classes_asked,
    kinds_asked,
    names_one_of_its_kind,
    names_one_of_the_class,
    names_somebody,
    names_the_kind,
)
from .slot_relations import asks_of_two, asks_what_is_said, names_both, tells_what_is_said
from .slot_said import Asks, Gives, Said

# Among how many of the best sentences one is sought that gives it, and how far below the best.
_REACH, _NEAR = 12, 3.0
# From here on the reader is so sure of a sentence that its words may be others.
_SURE = 0.75
_FULL_STOPS = ".。!！ "
# Whether something is so, and why, is asked of no slot.
_ASKS_ELSE = frozenset({"truth", "reason"})
_ASKS_WHAT_IT_IS = re.compile(
    r"\b(?:what|who|which) (?:exactly |actually )?(?:are|is|were)\b|\bwho belongs\b|\bname the\b"
    r"|\bwas hat es mit\b|\b(?:was|wer) (?:sind|ist|waren|verbirgt|gehört|zählt|steckt)\b|\bnenn\w*\b"
    r"|是(?:什么|谁|哪|啥)|指|有哪|有谁|什么是|包括",
    re.IGNORECASE,
)
_ASKS_OTHERWISE = frozenset({"number", "time", "reason", "truth"})


def of_the_asked_slot_first(
    quotes: Sequence[Quote], query: Query | None, index: Index
) -> tuple[Quote, ...]:
    """The quotes; where the best does not give what is asked for, first the best near it that does."""
    if query is None or not quotes:
        return tuple(quotes)
    if gives_the_slot(quotes[0], query, index) and _names_all_of_them(quotes[0], query, index):
        return tuple(quotes)
    least = quotes[0].score - _NEAR
    for quote in quotes[1:_REACH]:
        is_near = quote.score >= least and quote.names == 1
        if is_near and _gives_it_all(quote, query, index):
            return brought_first(quote, quotes)
    return tuple(quotes)


def _gives_it_all(quote: Quote, query: Query, index: Index) -> bool:
    is_typed = holds_type(quote, query) and gives_the_asked_attribute(quote, query)
    gives = is_typed and gives_the_slot(quote, query, index)
    return gives and _names_all_of_them(quote, query, index)


def _names_all_of_them(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence names as many as a group has of which it is asked what it is: "represented
    by two of them" is not all. Where no sentence does, the best still answers."""
    many = _size_of_the_group(query) if query.curated else 0
    longest = max((len(row.names) for row in rows(quote.text, index.glossary)), default=0)
    return longest >= many


def _size_of_the_group(query: Query) -> int:
    """How many a group has that bears the number in its name, where it is asked what or who it is;
    else 0."""
    if not _ASKS_WHAT_IT_IS.search(query.text) or query.types & _ASKS_OTHERWISE:
        return 0
    spelled: list[str] = []
    for name in query.names:
        spelled += name.name.all_spellings
    return max(map(asked_count, spelled), default=0)


def gives_the_slot(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence gives what is asked for, as far as the question tells what that is."""
    return _fills(quote, query, index, (*_SLOTS, *_BY_WORDS))


def may_give_the_slot(quote: Quote, query: Query, index: Index) -> bool:
    """The same, where a sentence of which the reader is sure may say in other words what is asked for."""
    is_sure = quote.names == 1.0 and quote.probability >= _SURE
    return _fills(quote, query, index, _SLOTS if is_sure else (*_SLOTS, *_BY_WORDS))


def _fills(quote: Quote, query: Query, index: Index, slots: Sequence[tuple[Asks, Gives]]) -> bool:
    """Whether a sentence gives what is asked for of these slots."""
    # A row names in its header what it counts.
    is_row = quote.passage.kind == "table"
    # What is asked of a sentence that the question quotes, its words do not tell.
    is_quoted = quote.text.rstrip(_FULL_STOPS) in query.text
    asks_else = not query.curated or query.types & _ASKS_ELSE
    if is_row or is_quoted or asks_else:
        return True
    facts = read_facts(quote.text, quote.passage.language, index.glossary)
    listed = max((len(row.names) for row in rows(quote.text, index.glossary)), default=1)
    said = Said(quote, facts, listed, index)
    asked = [gives for asks, gives in slots if asks(query)]
    return all(gives(said, query) for gives in asked)


# What a question asks for, and whether a sentence gives it.
_SLOTS: tuple[tuple[Asks, Gives], ...] = (
    (kinds_asked, names_the_kind),
    (asks_for_a_person, names_somebody),
    (asks_who_exceeds_another, names_one_of_its_kind),
    (asks_of_a_founding, founds_just_that),
    (asks_of_two, names_both),
    (asks_what_is_said, tells_what_is_said),
    (asks_for_a_place, is_of_the_place),
    (asks_of_then, is_of_then),
    (asks_how_many, gives_a_count),
    (asks_of_a_concept, is_of_no_sibling),
)
# Given by a word of the question.
_BY_WORDS: tuple[tuple[Asks, Gives], ...] = (
    (classes_asked, names_one_of_the_class),
    (things_counted, speaks_of_the_counted),
)
