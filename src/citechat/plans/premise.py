"""A question that presumes what the documents say of another: "Why is Shanghai the capital of manufacturing?".

Only questions that presume (why, when) are held against this: "How many … does Guangzhou have?" presumes
nothing, and what another city has is no answer to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language import terms
from ..messages import say
from ..retrieval.query import Query, QueryName
from ..retrieval.selection import Quote
from .statements import Findings, Statement

_KINDS = frozenset({"place", "company", "person", "university"})
# How much of what is asked beside the name the sentence must hold to speak of the same thing.
_SAME_THING = 0.75
_REACH = 6


def doubtful_name(query: Query) -> QueryName | None:
    """The one name of which the question presumes something, if it does."""
    names = [name for name in query.proper_names if name.name.kind in _KINDS]
    if len(names) != 1:
        return None
    if "reason" in query.types:
        return names[0]
    # "When was X founded?" presumes nothing; "When did X present Y?" presumes that X did.
    if "time" in query.types and len(query.proper_names) > 1:
        return names[0]
    return None


def is_in_doubt(findings: Findings) -> bool:
    """Whether the best sentence is silent about the name that the question presumes something of."""
    name = doubtful_name(findings.query)
    return name is not None and not _names(findings.quotes[0], name, findings.language)


def correct(name: QueryName, findings: Findings) -> Sequence[Statement]:
    """The sentence that says the same of another, after "Not Shanghai:"; ``findings`` are those for
    the question without the name."""
    language = findings.language
    for quote in findings.quotes[:_REACH]:
        if _names(quote, name, language) or not _rivals(quote, name, findings):
            continue
        if _share_held(findings.query, quote) >= _SAME_THING:
            lead = say("lead_not", language, name=name.name.names[language])
            return [Statement(quote, lead=lead)]
    return ()


def _names(quote: Quote, name: QueryName, language: str) -> bool:
    return name.occurs_in(set(terms.words(quote.text, language)))


def _rivals(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether the sentence speaks of another thing of the name's kind."""
    mentioned = findings.index.glossary.found_in(quote.text)
    return any(other.kind == name.name.kind and other is not name.name for other in mentioned)


def _share_held(query: Query, quote: Quote) -> float:
    """The share of the question's words that the sentence, or its heading, holds."""
    asked = query.terms["words"]
    if not asked:
        return 0.0
    held = set(terms.words(f"{quote.passage.context} {quote.text}", query.language))
    pieces = set(terms.grams(quote.text, query.language))
    shares = [1.0 if term in held else terms.in_pieces(term, pieces) for term in asked]
    return sum(shares) / len(asked)
