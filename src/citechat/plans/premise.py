"""A question that presumes what the documents say of another: "Why is Shanghai the capital of manufacturing?".

Only questions that presume (why, when) are held against this: "How many … does Guangzhou have?" presumes
nothing, and what another city has is no answer to it.
"""

from __future__ import annotations

import re
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
# "Is Guangzhou the capital of manufacturing?" in Chinese, in a question or as "…, right?".
_TITLE = re.compile(
    r"(?:是|称为|叫)(?:中国的?|全国的?)?(\w{1,8}(?:之都|之城|高地|中心|大脑|根基|窗口))"
)
# That something has its seat somewhere, which a sentence says in many words or in none.
_SEATED = re.compile(
    r"\b(?:based|located|headquartered|seated|at home|headquarters|seat)\b"
    r"|\b(?:sitzt|ansässig|beheimatet|sitz|hauptsitz|zu hause)\b|总部设?|设在|位于|落户|坐落",
    re.IGNORECASE,
)


def doubtful_name(query: Query) -> QueryName | None:
    """The one name of which the question presumes something, if it does."""
    names = [name for name in query.proper_names if name.name.kind in _KINDS]
    if len(names) == 1:
        return names[0] if _presumes(query) else None
    return _seat_of_another(names, query)


def _seat_of_another(names: Sequence[QueryName], query: Query) -> QueryName | None:
    """The place of two names, where the other is said to be there: "Why is DeepSeek in Beijing?"."""
    asks_for_the_seat = "reason" in query.types and _SEATED.search(query.text)
    by_kind = {name.name.kind: name for name in names}
    if not asks_for_the_seat or len(names) > len(by_kind):
        return None
    return by_kind.get("place")


def _presumes(query: Query) -> bool:
    if "reason" in query.types or _TITLE.search(query.text):
        return True
    # "When was X founded?" presumes nothing; "When did X present Y?" presumes that X did.
    return "time" in query.types and len(query.proper_names) > 1


def presumed_title(query: Query) -> str:
    """What a question calls its one name, such as the capital of something; empty where nothing."""
    match = _TITLE.search(query.text) if doubtful_name(query) else None
    return match[1] if match else ""


def is_in_doubt(findings: Findings) -> bool:
    """Whether the best sentence is silent about the name that the question presumes something of."""
    name = doubtful_name(findings.query)
    if name is None:
        return False
    first = findings.quotes[0]
    title = presumed_title(findings.query)
    if title:
        return title not in first.text
    return not _names(first, name, findings.language)


def correct(name: QueryName, findings: Findings, title: str = "") -> Sequence[Statement]:
    """The sentence that says the same of another, after "Not Shanghai:"; ``findings`` are those for
    the question without the name, and ``title`` is what it calls that."""
    language = findings.language
    for quote in findings.quotes[:_REACH]:
        if _names(quote, name, language) or not _rivals(quote, name, findings):
            continue
        is_same = title in quote.text if title else _is_same_thing(findings.query, quote)
        if is_same:
            lead = say("lead_not", language, name=name.name.names[language])
            return [Statement(quote, lead=lead)]
    return ()


def _names(quote: Quote, name: QueryName, language: str) -> bool:
    return name.occurs_in(set(terms.words(quote.text, language)))


def _rivals(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether the sentence speaks of another thing of the name's kind."""
    mentioned = findings.index.glossary.found_in(quote.text)
    return any(other.kind == name.name.kind and other is not name.name for other in mentioned)


def _is_same_thing(query: Query, quote: Quote) -> bool:
    return _share_held(query, quote) >= _SAME_THING


def _share_held(query: Query, quote: Quote) -> float:
    """The share of the question's words that the sentence, or its heading, holds."""
    asked = terms.query_words(_SEATED.sub(" ", query.text), query.language)
    if not asked:
        return 0.0
    held = set(terms.words(f"{quote.passage.context} {quote.text}", query.language))
    pieces = set(terms.grams(quote.text, query.language))
    shares = [1.0 if term in held else terms.in_pieces(term, pieces) for term in asked]
    return sum(shares) / len(asked)
