"""Rows of a table and items of a list, told apart by what the question says of them.

"Yellow: fair" and "Green: good" are alike to a model; the word that differs is what was asked for.
Only in a folder of anybody's own: the shipped corpus has no lists.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.held_words import held_words
from .query import Query
from .selection import Quote

# Among how many of the best a row may still come first.
_REACH = 24
# A word counts when this share of its 4-grams stands there: "Lehre" in "Tischlerlehre".
_IN_PIECES = 0.3
# A line of its own, as a station of a curriculum vitae, is no longer.
_LONGEST_LINE = 160


def fuller_row_first(query: Query, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, and first a row that says all that the best one says of the question, and more."""
    if query.curated or not quotes:
        return tuple(quotes)
    said = _said(query, quotes[0])
    best, most = quotes[0], len(said)
    for row in filter(_is_row, quotes[:_REACH]):
        own = _said(query, row)
        # The quotes are in order, so of rows that say as much the first is kept.
        if own > said and len(own) > most:
            best, most = row, len(own)
    others = (quote for quote in quotes if quote is not best)
    return (best, *others)


def _is_row(quote: Quote) -> bool:
    """Whether a quote is a row, an item, or a line of its own, as a station in a curriculum vitae."""
    passage = quote.passage
    is_line = len(passage.sentences) == 1 and len(passage.text) <= _LONGEST_LINE
    return passage.kind in ("item", "table") or is_line


def _said(query: Query, quote: Quote) -> frozenset[str]:
    """The words of the question that a quote or what stands above it says."""
    text = quote.text_in_context
    held = held_words(text, query.language)
    return frozenset(term for term in query.terms["words"] if held.worth(term) > _IN_PIECES)
