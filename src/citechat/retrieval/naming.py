"""A question that names a document is answered from that document: "the price at Salon Marlow" is none
of another shop's.

Only in a folder of anybody's own: the shipped corpus has a glossary, which knows names better.
"""

from __future__ import annotations

import re
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
# What is spoken of as a thing that is known: "the gym", "im Freibad".
_DEFINITE = re.compile(
    r"\b(?:the|der|die|das|dem|den|des|im|am|beim|zum|zur|vom|ins)\s+([^\W\d_]{3,})\b(?!\s+(?:of|von)\b)",
    re.IGNORECASE,
)


def of_the_named_document(
    query: Query, passages: Sequence[ScoredPassage]
) -> Sequence[ScoredPassage]:
    """The passages of the document whose title the question names, and those of others that speak
    of the same name; all, where it names none."""
    if query.curated:
        return passages
    titles = {scored.passage.title for scored in passages}
    names = list(filter(None, map(partial(_named, query), titles)))
    names = names or _told_by_the(query, passages)
    if not names:
        return passages
    return list(filter(partial(_speaks_of_one, names, query.language), passages))


def _named(query: Query, title: str) -> frozenset[str]:
    """What the question takes from the title: words, or characters in a row; nothing, if too few."""
    if query.language == "zh":
        match = SequenceMatcher(None, query.text, title, autojunk=False).find_longest_match()
        common = query.text[match.a : match.a + match.size]
        return frozenset([common] if match.size >= _CHARACTERS else [])
    shared = frozenset(query.terms["words"]) & frozenset(terms.words(title, query.language))
    return shared if len(shared) >= _WORDS else frozenset()


def _told_by_the(query: Query, passages: Sequence[ScoredPassage]) -> list[frozenset[str]]:
    """What the question names with an article, and one title alone has: "the gym", in a folder where
    only the questions about Riverside Gym speak of one."""
    words = {word for said in _DEFINITE.findall(query.text) for word in _words(said, query)}
    return [frozenset([word]) for word in words if _is_of_one_title(word, query, passages)]


def _words(text: str, query: Query) -> frozenset[str]:
    return frozenset(terms.words(text, query.language))


def _is_of_one_title(word: str, query: Query, passages: Sequence[ScoredPassage]) -> bool:
    """Whether a word stands in the title of a document, and in no passage of others."""
    # Most words stand in no title, which is soon known.
    if not any(word in _words(scored.passage.title, query) for scored in passages):
        return False
    speaking = [
        scored.passage
        for scored in passages
        if _speaks_of_one([frozenset([word])], query.language, scored)
    ]
    titles = {passage.title for passage in speaking}
    return len(titles) == 1 and word in _words("".join(titles), query)


def _speaks_of_one(names: Sequence[frozenset[str]], language: str, scored: ScoredPassage) -> bool:
    """Whether the passage, with its title and headings, has all of one of these names.

    A title claims no name for itself: another document may know more of the lighthouse of Norden.
    """
    passage = scored.passage
    text = f"{passage.title} {passage.context} {passage.text}"
    if language == "zh":
        return any(part in text for name in names for part in name)
    words = frozenset(terms.words(text, language))
    return any(name <= words for name in names)
