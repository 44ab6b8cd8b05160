"""Whether sentences say anything at all of what is asked beside the names: that a firm is in Southam tells nothing of its
best-known game.

Only in a curated corpus; of a folder of anybody's own, ``retrieval/asked/words.py`` asks more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import filterfalse

from ..language import terms
from ..question.decomposition import without_names
from ..retrieval.asked.slot_said import with_expected
from ..retrieval.asked.words import asked_words, says
from ..retrieval.query import Query
from ..retrieval.selection import Quote

# From here on the reader holds that a sentence answers, in whatever words.
_ANSWERS = 0.5
# What only asks to be told a name.
_IDLE = re.compile(r"names?|nam(?:e|en|ens)|called|名字|名称", re.IGNORECASE)


def is_unsaid(quotes: Sequence[Quote], query: Query) -> bool:
    """Whether none of the sentences, their headings and the questions expected of them has a word that is
    asked of something that is named, and the reader doubts each of them."""
    if not quotes or not _is_judged(query):
        return False
    if any(quote.probability >= _ANSWERS for quote in quotes):
        return False
    text = " ".join(map(with_expected, quotes))
    said = [*_words_said(text, query), *_concepts_named(text, query)]
    return bool(said) and not any(said)


def _is_judged(query: Query) -> bool:
    is_own = query.source_language in ("", query.language)
    asks_of_names = bool(query.proper_names) and "truth" not in query.types
    return query.curated and is_own and asks_of_names


def _words_said(text: str, query: Query) -> list[bool]:
    """Of each word that is asked beside the names, whether a text says it."""
    words = _words_beside_names(query)
    return [says(text, query.language, word, query.language) for word in words]


def _concepts_named(text: str, query: Query) -> list[bool]:
    """Of each thing in the question that is no proper name, whether a text names it."""
    held = set(terms.words(text, query.language))
    return [name.occurs_in(held) for name in query.names if not name.proper]


def _words_beside_names(query: Query) -> list[str]:
    """The words of a question that stand in no name, but for those that ask for a name."""
    rest = without_names(query.text, [name.name for name in query.names])
    return list(filterfalse(_IDLE.fullmatch, asked_words(replace(query, text=rest))))
