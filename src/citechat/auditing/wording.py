"""How much of what a claim says stands in sentences of the sources: its words, names and dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ..language import terms
from ..verification.facts import Date, Fact, Number, Value, kind_of, matches
from .claims import Claim, nearest_name
from .evidence import Evidence

# Names of these kinds are called by their first word, too, if it is as long as that: "Alibaba".
_IN_SHORT, _TELLING = ("company", "product", ""), 5
# A superlative of a claim, words that only end like one left out, and what says as much in a source.
_SUPERLATIVE = {
    "en": r"\b(?!(?:mod|hon|dishon|inter|harv|requ|inv|for|cont|prot|gu|qu|w|t|r|arr|conqu|dig|earn|manif"
    r"|sugg|p|pri|n|ch|v|unr|midw|northw|southw|temp|att|det|inqu|behes|beh|bequ|cr|z|lat)est\b)"
    r"(?:\w{2,}est|most|best|worst|(?<!on )top|foremost)\b",
    "de": r"\b(?:\w*spitzen?\b|(?!(?:er|mu|wu|rei|fa|pa|lö|ko|la|lei|te|ro|po|li|fe|spä|näch|lieb)s+(?:s?te|ten)[nrms]?\b)"
    r"[a-zäöüß]{2,}(?:ste[nrms]?|ößte[nrms]?)\b)",
    "zh": r"最(?![近后终初])|顶[尖级]",
}
_FOREMOST = {
    "en": _SUPERLATIVE["en"] + r"|\b(?:lead(?:s|ing|er)?|led|ahead|record|number one|only)\b",
    "de": _SUPERLATIVE["de"] + r"|\b(?:führ\w+|vorn|spitzen\w+|rekord\w*|nur)\b",
    "zh": _SUPERLATIVE["zh"] + r"|首位|领先|居首|榜首|头名|纪录|唯一",
}
_ALL = {
    "en": r"\b(?:all|every(?! (?:year|month|week|day|hour))|none|never)\b",
    "de": r"\b(?:alle[nrs]?(?! (?:\w+ )?(?:Jahre|Monate|Tage))"
    r"|jede[nrms]?(?! (?:Jahr|Monat|Woche|Tag|Stunde))|kein\w*|nie)\b",
    "zh": r"所有|全部|都|每(?![年月周天日])|从未",
}
# Who has the most in total: a source may speak of a share, a part or an index that weighs more.
_MOST_IN_TOTAL = {
    "en": r"\b(?:\w{2,}est|most) (?:total|overall)\b",
    "de": r"\b\w{2,}ste[nrms]? gesamt\w*",
    "zh": r"总(?:量|数|额|计|规模|体).{0,4}最",
}
_TOTAL = {
    "en": r"\b(?:total|overall)\b",
    "de": r"\b(?:gesamt\w*|insgesamt)\b",
    "zh": r"总(?:量|数|额|计|规模|体)",
}
_WEIGHTY = ((_SUPERLATIVE, _FOREMOST), (_ALL, _ALL), (_MOST_IN_TOTAL, _TOTAL))
_DECADE = re.compile(r"(?:19|20)\d0(?:'?s|er)")


# Words


def likeness(claim: Claim, evidence: Sequence[Evidence]) -> float:
    """How much sentences are about what a claim says, 0 to 1: the mean of the closest one's
    closeness and of the share of the claim's words that they have together."""
    closest = max((one.closeness for one in evidence), default=0.0)
    return (coverage(claim, evidence) + closest) / 2


def coverage(claim: Claim, evidence: Sequence[Evidence]) -> float:
    """The share of the claim's words that the sentences have, 0 to 1, rare words weighing more; 1
    where there are none. Read by words, and by what they mean in English: the larger share."""
    own = [one for one in evidence if one.language == claim.language]
    concepts = frozenset[str]().union(*(one.concepts for one in evidence))
    by_words = _share(claim.words, _words_of(claim, own), _pieces_of(own))
    return max(by_words, _share(claim.concepts, concepts, ()))


def _words_of(claim: Claim, own: Sequence[Evidence]) -> frozenset[str]:
    """The words of sentences, and those of the claim that they call by another name: firms,
    companies."""
    named = (
        terms.words(fact.surface, claim.language)
        for fact in claim.facts
        if any(one.stated.contains(fact.value) for one in own)
    )
    return frozenset[str]().union(*(one.words for one in own), *named)


def _pieces_of(own: Sequence[Evidence]) -> frozenset[str]:
    return frozenset[str]().union(*(terms.grams(one.span.text, one.language) for one in own))


def _share(weights: Mapping[str, float], had: Collection[str], pieces: Collection[str]) -> float:
    """The weight of the terms that are had, whole or in pieces, of the weight of all."""
    if not weights:
        return 1.0
    shares = {term: 1.0 if term in had else terms.in_pieces(term, pieces) for term in weights}
    return sum(weights[term] * shares[term] for term in weights) / sum(weights.values())


# Names, dates and weighty words


def names(one: Evidence, name: Fact) -> bool:
    """Whether a sentence or its setting has the name, in full or by its first word."""
    if one.stated.contains(name.value) or one.setting.contains(name.value):
        return True
    first, *others = name.surface.split()
    if not others or len(first) < _TELLING or kind_of(name.value) not in _IN_SHORT:
        return False
    # "Acme Robots" is not called "Acme" where it may be Acme Motors.
    alone = rf"\b{re.escape(first)}\b(?! [A-ZÄÖÜ])"
    return bool(re.search(alone, f"{one.setting.text} {one.span.text}"))


def unstated_words(
    claim: Claim, bearing: Sequence[Evidence], about: Sequence[Evidence]
) -> tuple[str, ...]:
    """The names, dates and weighty words of the claim that no sentence states.

    ``about`` are sentences further away that name what the claim names: they may give a date.
    """
    unnamed = [name.surface for name in claim.names if _is_missing(claim, name, bearing)]
    undated = [date.surface for date in claim.dates if not _is_dated(claim, date, bearing, about)]
    return tuple(dict.fromkeys([*unnamed, *undated, *_unstated_weights(claim, bearing)]))


def _is_missing(claim: Claim, name: Fact, bearing: Sequence[Evidence]) -> bool:
    """Whether no sentence has a name; a capital or a quoted title may be anything in another
    language."""
    is_everywhere_alike = name.must_match_in == "any language"
    if not is_everywhere_alike and any(one.language != claim.language for one in bearing):
        return False
    return not any(names(one, name) for one in bearing)


def _is_dated(
    claim: Claim, date: Fact, bearing: Sequence[Evidence], about: Sequence[Evidence]
) -> bool:
    """Whether a sentence gives the date, also one further away that names what is dated, or none
    gives any: a text leaves its own time unsaid."""
    dated = nearest_name(claim.facts, date)
    naming = [one for one in about if dated and names(one, dated)]
    searched = [*bearing, *naming]
    if not any(one.dates for one in searched):
        return True
    return any(_gives(one, date) for one in searched)


def _gives(one: Evidence, date: Fact) -> bool:
    """Whether a sentence gives a date, or its setting in the same letters."""
    return date.surface in one.setting.text or any(_is_in(value, date) for value in one.dates)


def _is_in(value: Value, date: Fact) -> bool:
    """Whether a date that is stated is the claim's, or lies in its decade ("the 1990s")."""
    if matches(value, date.value):
        return True
    return bool(_DECADE.fullmatch(date.surface)) and _decade(value) == _decade(date.value)


def _decade(value: Value) -> int:
    """The decade of a date, 0 where it has no year."""
    return (value.year or 0) // 10 if isinstance(value, Date) else 0


def _unstated_weights(claim: Claim, bearing: Sequence[Evidence]) -> list[str]:
    """A superlative or "all" of the claim where no sentence has one of the kind."""
    unstated = []
    for claimed, stated in _WEIGHTY:
        weighty = re.search(claimed[claim.language], claim.text, re.IGNORECASE)
        if weighty and not any(_has(one, stated) for one in bearing):
            unstated.append(weighty.group())
    return unstated


def _is_foremost(one: Evidence) -> bool:
    """Whether a sentence puts somebody first: in an order, not as the first of several steps."""
    ranks = (fact.value for fact in one.figures if one.is_rank(fact))
    return any(isinstance(rank, Number) and rank.value == 1 for rank in ranks)


def _has(one: Evidence, patterns: Mapping[str, str]) -> bool:
    if patterns is _FOREMOST and _is_foremost(one):
        return True
    return bool(re.search(patterns[one.language], one.span.text, re.IGNORECASE))
