"""A plain question: the one sentence that answers it, the verdict on it, and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import answer_types, terms
from ..language.asked_rank import MORE
from ..question.decomposition import COMPARES
from ..retrieval.query import QueryName, uses_all
from ..retrieval.selection import Quote
from .audit_verdicts import (
    is_verdict,
    tells_both,
    verdict_for,
    verdict_on,
    verdict_on_told,
    with_verdict,
)
from .quotes import missing_terms, names_one_as_well
from .repeats import distinct
from .said_otherwise import saying_otherwise
from .same_matter import adds_no_number, numbers
from .statements import Findings, Statement

# From here on the reader holds that a sentence answers.
_ANSWERS = 0.5
# Among how many of the best sentences those are sought that complete the first.
_REACH = 8
_NOUN = re.compile(r"\b(?:[A-ZÄÖÜ]|\d)[\w.,-]*")
# Among how many of the best for a part of a question the one is looked for that names it.
_NAMED = 3
# What a question says that asks for several things. One that asks for one thing is answered by one
# sentence, even where that puts some of its words otherwise.
SEVERAL = re.compile(
    r"(?<!-)\b(?:and|or|both|each|respectively|as well as|und|oder|sowie|jeweils|beide[rns]?)\b(?!-)"
    r"|[,;&/]|[和与及跟、，]|分别|各",
    re.IGNORECASE,
)
# What joins two claims.
_JOINED = re.compile(r"\b(?:and|und|as well as|sowie)\b|[和与及]|还有|同时", re.IGNORECASE)
_TYPED = frozenset({"number", "time"})


def statements(findings: Findings) -> Sequence[Statement]:
    """One sentence, the audit's word on it or a source that gives another number, and no more.

    A question of several parts gets the best sentence for each.
    """
    first = findings.quotes[0]
    # A sentence that holds all that is asked answers every part of the question.
    if findings.parts and not _settles(first, findings) and _leaves_parts_open(first, findings):
        return _for_each_part(findings)
    judgement = _judgement(first, findings)
    if judgement:
        return [Statement(judgement)]
    if tells_both(first):
        return [Statement(first)]
    answer = [Statement(quote) for quote in (first, *_completing(first, findings))]
    judged = verdict_for(first, findings)
    if judged:
        return [*answer, Statement(judged)]
    other = saying_otherwise(first, findings) if "number" in findings.query.types else None
    return [*answer, Statement(other)] if other and len(answer) == 1 else answer


def _judgement(first: Quote, findings: Findings) -> Quote | None:
    """The audit's word, where it is asked whether a claim is true and the best sentence makes the
    claim, or sets it beside a source."""
    if "truth" not in findings.query.types or is_verdict(first):
        return None
    if first.passage.role == "article":
        return verdict_on(first, findings.index, even_if_borne_out=True)
    return verdict_on_told(first, findings.index) if tells_both(first) else None


def _settles(first: Quote, findings: Findings) -> bool:
    """Whether it is asked if a claim is true, and the sentence is the audit's word on it, or sets it
    beside the sources and names all that it is about."""
    if "truth" not in findings.query.types:
        return False
    # One claim has one verdict, by whatever names it is asked about.
    is_of_one = not _JOINED.search(findings.query.text)
    is_on_all = uses_all(first.text, findings.query.proper_names, first.passage.language)
    return (is_verdict(first) and is_of_one) or (tells_both(first) and is_on_all)


def _unnamed(quote: Quote, names: Sequence[QueryName]) -> bool:
    """Whether a sentence itself, whatever its heading says, uses none of the names."""
    held = set(terms.words(quote.text, quote.passage.language))
    return not any(name.occurs_in(held) for name in names)


def _leaves_parts_open(first: Quote, findings: Findings) -> bool:
    """Whether a sentence does not answer all parts of a question; one that names both sides of a
    comparison sets them beside each other."""
    names = findings.query.proper_names
    if COMPARES.search(findings.query.text) and len(names) > 1:
        return not uses_all(first.text, names, first.passage.language)
    return bool(missing_terms(findings.query, [first])) or _leaves_unnamed(first, findings)


def _leaves_unnamed(first: Quote, findings: Findings) -> bool:
    """Whether a sentence names none of several names that are asked about."""
    names = findings.query.proper_names
    return len(names) > 1 and _unnamed(first, names)


def _completing(first: Quote, findings: Findings) -> list[Quote]:
    """Further sentences that answer, by the reader's word, and hold what the question asks for and
    the first does not: "revenue and profit", "in 2020, 2025 and 2030"."""
    added: list[Quote] = []
    if not SEVERAL.search(findings.query.text):
        return added
    missing = missing_terms(findings.query, [first]) & _things(findings)
    for quote in findings.quotes[1:_REACH]:
        still = missing_terms(findings.query, [first, *added, quote]) & missing
        fills = len(still) < len(missing) and not _repeats(quote, first, findings)
        is_of_them = names_one_as_well(quote, first, findings)
        answers = quote.probability >= _ANSWERS and is_of_them and not tells_both(quote)
        if missing and fills and answers:
            added.append(quote)
            missing = still
    return added[: findings.max_sentences - 1]


def _things(findings: Findings) -> frozenset[str]:
    """The words of the question that name what it asks for. German writes them with a capital: a
    verb that the answer puts otherwise is no second thing asked."""
    query = findings.query
    _, _, rest = query.text.partition(" ")
    nouns = _NOUN.findall(rest) if query.language == "de" else []
    if not nouns:
        return frozenset(query.terms["words"])
    return frozenset(terms.query_words(" ".join(nouns), query.language))


def _repeats(quote: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a number or time is asked for, and a further sentence gives none beside the first's."""
    asked = findings.query.types & _TYPED
    if not asked or not answer_types.holds(first.text, asked):
        return False
    has_digits = any(character.isdigit() for character in quote.text)
    return adds_no_number(quote, first) if has_digits else not answer_types.holds(quote.text, asked)


def _for_each_part(findings: Findings) -> list[Statement]:
    """A sentence a part, each with the verdict on it; no verdict twice, and none for want of room."""
    most = findings.max_sentences
    answer: list[Statement] = []
    for quote in distinct(_one_a_part(findings))[:most]:
        said = [statement.quote for statement in answer]
        judged = [added for added in with_verdict(quote, findings) if added.quote not in said]
        has_room = len(answer) + len(judged) <= most
        answer += judged if has_room else judged[:1]
    return answer[:most]


def _one_a_part(findings: Findings) -> list[Quote]:
    """The best sentence for each part, or one of the next that names what none before it named."""
    chosen: list[Quote] = []
    for quotes in filter(None, findings.parts):
        left = [
            name
            for name in findings.query.proper_names
            if all(_unnamed(quote, [name]) for quote in chosen)
        ]
        naming = [quote for quote in quotes[:_NAMED] if not _unnamed(quote, left)]
        telling = _with_a_number_where_compared(naming, findings) or naming or quotes
        chosen.append(telling[0])
    return chosen


def _with_a_number_where_compared(naming: Sequence[Quote], findings: Findings) -> list[Quote]:
    """Of sentences on one side, where it is asked who has more: those with a number."""
    if not MORE.search(findings.query.text):
        return []
    return [quote for quote in naming if numbers(quote, findings.index)]
