"""A question that names a document is answered from that document: "the price at Salon Marlow" is none
of another shop's.

Only in a folder of anybody's own: the shipped corpus has a glossary, which knows names better.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial

from ..language import terms
from .query import Query
from .retriever import ScoredPassage

# So many words of a title name it, or so many Chinese characters in a row: one is a word of the
# question as often as a name.
_WORDS = 2
_CHARACTERS = 3


def of_the_named_document(
    query: Query, passages: Sequence[ScoredPassage]
) -> Sequence[ScoredPassage]:
    """The passages of the document whose title the question names; all, where it names none."""
    if query.curated:
        return passages
    titles = {scored.passage.title for scored in passages}
    named = set(filter(partial(_names, query), titles))
    if not named:
        return passages
    return [scored for scored in passages if scored.passage.title in named]


def _names(query: Query, title: str) -> bool:
    if query.language == "zh":
        match = SequenceMatcher(None, query.text, title, autojunk=False).find_longest_match()
        return match.size >= _CHARACTERS
    shared = set(query.terms["words"]) & set(terms.words(title, query.language))
    return len(shared) >= _WORDS
