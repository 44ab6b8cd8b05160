"""Who founded something, and who runs it: said in so many ways that neither the words nor the reader tell
them apart from any other sentence about it.

Only in a folder of anybody's own: the glossary of the shipped corpus knows its people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import filterfalse

from ...language import answer_types
from ..query import Query
from ..selection import Quote, brought_first
from .words import asked_words, is_said

# What a question says that asks for it, and what a sentence says that gives it.
_ROLES = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE))
    for asked, said in (
        (
            r"\b(?:found(?:ed|ers?)|establish(?:ed)?)\b|\b(?:gegründet|gründe\w*|gründung)\b|创办|创立|成立|创建|创始",
            r"\b(?:founded|founders?|established|opened|set up|started) (?:\w+ ){0,4}by\b|\bfound(?:ed|ers?)\b"
            r"|\b(?:gegründet|gründe\w*|(?:von|durch) .{1,60} (?:eröffnet|aufgebaut))\b|创办|创立|成立|开办|创建|创始",
        ),
        (
            r"\b(?:boss|head|chief|director|manager|runs?|manages?|leads?|(?:is|are) in charge)\b"
            r"|\b(?:chef\w*|leit(?:et|erin|er|ung)|geschäftsführ\w*|betreibt)\b|负责人|经理|老板|店长|馆长|院长",
            r"\b(?:run|managed|headed|led) by\b|\b(?:heads|manages|leads|director|manager|in charge)\b"
            r"|\b(?:leitet|leiterin|leiter|leitung|geschäftsführ\w*|betreibt|führt)\b|负责人|经理|老板|店长|馆长|院长",
        ),
    )
)
_PERSON = frozenset({"person"})
_AFTER_A_YEAR = re.compile(r"\d [A-ZÄÖÜ][\w-]+ [A-ZÄÖÜ]")
_REACH = 12
# So much of what else is asked must stand in the passage or its headings.
_HALF = 0.5


def giving_the_role(query: Query, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotes, first the one that says who has the role that is asked for; none where no role is
    asked for, or none says it."""
    if query.curated or "person" not in query.types:
        return ()
    for asked, said in _ROLES:
        if asked.search(query.text):
            giving = filter(partial(_gives, asked, said, query), quotes[:_REACH])
            best = next(giving, None)
            return brought_first(best, quotes) if best else ()
    return ()


def _gives(asked: re.Pattern[str], said: re.Pattern[str], query: Query, quote: Quote) -> bool:
    """Whether a sentence says who has the role, in a passage on the thing that is asked about."""
    if not said.search(quote.text) or not _names_somebody(quote):
        return False
    things = list(filterfalse(asked.search, asked_words(query)))
    text = f"{quote.passage.context} {quote.passage.text}"
    spoken_of = [is_said(word, query, quote, text) for word in things]
    return sum(spoken_of) >= _HALF * len(things)


def _names_somebody(quote: Quote) -> bool:
    """Whether a name stands there; Chinese writes one like any other word."""
    is_named = answer_types.holds(quote.text, _PERSON) or _AFTER_A_YEAR.search(quote.text)
    return quote.passage.language == "zh" or bool(is_named)
