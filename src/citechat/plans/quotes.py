"""What plans ask of a quote: whether it is near the best, what it lacks of the question, what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citechat_ingest import Passage

from ..language import answer_types
from ..language.held_words import held_words
from ..retrieval.query import Query
from ..retrieval.selection import Quote
from ..verification.facts import names_in
from .statements import Findings

# How far below the best, in the units of its score, a sentence may lie that answers about as well.
_NEAR = 4.0


def is_near(quote: Quote, best: Quote, reach: float = _NEAR) -> bool:
    """Whether a sentence lies no further below the best, and uses as many of the names."""
    return quote.score >= best.score - reach and quote.names >= best.names


def names_one_as_well(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a further sentence names one of those asked about, where the first does: "the association of
    Norden" is not Norden."""
    asked = [name.name for name in findings.query.proper_names]

    def names_one(quote: Quote) -> bool:
        mentions = names_in(quote.text, quote.passage.language, findings.index.glossary)
        return any(mention.name in asked for mention in mentions)

    return names_one(other) or not names_one(first)


def missing_terms(query: Query, quotes: Sequence[Quote]) -> frozenset[str]:
    """The question's words that no quote and no heading of one holds."""
    text = " ".join(quote.text_in_context for quote in quotes)
    held = held_words(text, query.language)
    used = (name.terms for name in query.names if name.occurs_in(held.stems))
    return frozenset(held.lacking(query.terms["words"])).difference(*used)


def first_sentence(passage: Passage, number: int = 0) -> Quote:
    """A sentence of a passage as a quote, without a score."""
    return Quote(passage, number, 0.0, number, 1.0)


def following(quote: Quote, reach: int) -> Iterator[Quote]:
    """The sentences after a quote in its passage, nearest first."""
    last = min(len(quote.passage.sentences), quote.number + 1 + reach)
    for number in range(quote.number + 1, last):
        yield replace(quote, number=number, opens=number)


def holds(quote: Quote, kind: str) -> bool:
    """Whether a sentence holds something of an answer type ("reason", "list", …)."""
    return answer_types.holds(quote.text, frozenset({kind}))
