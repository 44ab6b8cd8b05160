"""Which sentence opens: of those near the best, the first that gives what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from ..index.opening import Index
from ..language.superlatives import has_superlative
from ..retrieval.asked.attribute import of_the_asked_attribute_first
from ..retrieval.asked.dates import of_the_asked_day_first, of_the_asked_year_first
from ..retrieval.asked.number_or_time import of_the_asked_type_first
from ..retrieval.asked.slot import of_the_asked_slot_first
from ..retrieval.query import Query
from ..retrieval.rows import fuller_row_first
from ..retrieval.selection import Quote, brought_first
from .names.asked_name import of_the_asked_name_first

# In a folder of anybody's own: so much more must the reader hold of the best sentence to outweigh the signs by which
# another would open. Chosen on omos.*.train and on questions about everyday documents.
_FAR_MORE = 0.2
# Among so many of the best a superlative is looked for, so little below the best.
_AMONG, _HARDLY_WORSE, _HARDLY_LESS_SURE = 4, 1.0, 0.1


def what_is_asked_first(quotes: Sequence[Quote], query: Query, index: Index) -> tuple[Quote, ...]:
    """The quotes, each time first the one that fits better: by year, day and type, by what is asked
    of the thing, by whose it is, by the slot that it fills, and by how much of a row it says."""
    dated = of_the_asked_day_first(of_the_asked_year_first(quotes, query), query)
    typed = of_the_asked_type_first(dated, query)
    of_the_thing = of_the_asked_attribute_first(typed, query)
    of_the_name = of_the_asked_name_first(of_the_thing, query, index)
    filling = of_the_asked_slot_first(of_the_name, query, index)
    ordered = _superlative_first(fuller_row_first(query, filling), query)
    is_worse = bool(quotes) and is_held_far_less(ordered[0], quotes[0], query)
    return tuple(quotes) if is_worse else ordered


def _superlative_first(quotes: tuple[Quote, ...], query: Query) -> tuple[Quote, ...]:
    """Where the cheapest, the oldest, … is asked for, first the best of those hardly worse that tells of one; of words
    for it there are many."""
    telling = _telling_a_degree(quotes) if _asks_for_a_degree(query) else []
    return brought_first(telling[0], quotes) if telling else quotes


def _telling_a_degree(quotes: Sequence[Quote]) -> list[Quote]:
    near = (quote for quote in quotes[:_AMONG] if _is_hardly_worse(quote, quotes[0]))
    return [quote for quote in near if has_superlative(quote.text)]


def _asks_for_a_degree(query: Query) -> bool:
    is_of_degree = query.curated and has_superlative(query.text)
    return is_of_degree and "reason" not in query.types


def _is_hardly_worse(quote: Quote, best: Quote) -> bool:
    is_near = quote.score >= best.score - _HARDLY_WORSE and quote.names >= best.names
    return is_near and quote.probability >= best.probability - _HARDLY_LESS_SURE


def is_held_far_less(quote: Quote, best: Quote, query: Query) -> bool:
    """Whether the reader holds far less of a sentence that would open than of the best one. On the
    shipped corpus the signs know better."""
    return not query.curated and quote.probability < best.probability - _FAR_MORE
