"""How much of what a claim says stands in sentences of the sources: its words, names and dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from ..language import terms
from ..language.held_words import HeldWords
from ..language.terms import content_words
from ..verification.facts import Date, Fact, Number, ProperName, Value, kind_of, matches
from .claims import Claim, nearest_name
from .evidence import Evidence

# Names of these kinds are called by their first word, too, if it is as long as that: "Alibaba".
_IN_SHORT, _TELLING = ("company", "product", ""), 5
# A list of names has as many of a kind; as many years are as good as a number.
_LIST, _MANY_YEARS = 3, 3
# A sentence with so much of a claim's words says the same, whomever it names.
_MOST_WORDS = 0.5
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
# Words that make much of what may have been little: "a major breakthrough".
_GREAT = {
    "en": r"\b(?:major|massive(?:ly)?|huge(?:ly)?|enormous(?:ly)?|dramatic(?:ally)?|drastic(?:ally)?"
    r"|decisive(?:ly)?|groundbreaking)\b",
    "de": r"\b(?:massiv|enorm|riesig|gewaltig|bedeutend|erheblich|bahnbrechend|entscheidend|drastisch)"
    r"(?:e[nmrs]?)?\b",
    "zh": r"重大|巨大|大幅|显著|剧烈|决定性|突飞猛进",
}
_WEIGHTY = ((_SUPERLATIVE, _FOREMOST), (_ALL, _ALL), (_MOST_IN_TOTAL, _TOTAL), (_GREAT, _GREAT))
# What a sentence says one after another.
_PARTS = {
    "en": r"[,;:]|\b(?:and|but|while)\b",
    "de": r"[,;:]|\b(?:und|aber|während)\b",
    "zh": r"[，；：、]|并|而",
}
# How a part begins that tells a reason or an occasion.
_CIRCUMSTANCE = {
    "en": r"(?:because|although|though|since|as|while|when|after|despite|given|amid|with)\b",
    "de": r"(?:weil|da|obwohl|während|als|nachdem|trotz|wegen|angesichts|nach)\b",
    "zh": r"(?:因为|由于|虽然|尽管|随着|自从|面对)|在.{2,20}(?:情况|背景|形势)",
}
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
    return frozenset[str]().union(*(one.words for one in own), *named, _lead_words(claim, own))


def _lead_words(claim: Claim, own: Sequence[Evidence]) -> frozenset[str]:
    """The words by which a claim puts somebody first, where a sentence does so in others; not those
    of an order in which the claim gives a place."""
    if any(map(claim.is_rank, claim.figures)):
        return frozenset()
    lead = re.search(_FOREMOST[claim.language], claim.text, re.IGNORECASE)
    if lead is None or not any(_has(claim, one, _FOREMOST) for one in own):
        return frozenset()
    return content_words(lead.group(), claim.language)


def _pieces_of(own: Sequence[Evidence]) -> frozenset[str]:
    return frozenset[str]().union(*(terms.grams(one.span.text, one.language) for one in own))


def _share(weights: Mapping[str, float], had: Collection[str], pieces: Collection[str]) -> float:
    """The weight of the terms that are had, whole or in pieces, of the weight of all."""
    if not weights:
        return 1.0
    held = HeldWords(had, pieces)
    had_of_it = sum(weight * held.worth(term) for term, weight in weights.items())
    return had_of_it / sum(weights.values())


# Names, dates and weighty words


def names(one: Evidence, name: Fact) -> bool:
    """Whether a sentence or its setting has the name, in full or by its first word."""
    if one.stated.contains(name.value) or one.setting.contains(name.value):
        return True
    return any(is_called(name, other) for other in one.stated.facts) or _is_called_in_text(
        one, name
    )


def is_called(name: Fact, other: Fact) -> bool:
    """Whether another name is the same, or the first word of it: "Alibaba Cloud", "Alibaba"."""
    if matches(other.value, name.value):
        return True
    if not isinstance(other.value, ProperName) or kind_of(other.value) != "company":
        return False
    return not _in_short(name).isdisjoint(other.value.spellings)


def _in_short(name: Fact) -> set[str]:
    """The first words of a name's spellings of several, as long as they tell."""
    if not isinstance(name.value, ProperName) or name.value.kind not in _IN_SHORT:
        return set()
    firsts = map(_first_of_several, name.value.spellings)
    return {first for first in firsts if len(first) >= _TELLING}


def _first_of_several(spelling: str) -> str:
    first, *others = spelling.split()
    return first if others else ""


def _is_called_in_text(one: Evidence, name: Fact) -> bool:
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


def is_told_in_front(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence with all names of the claim puts somebody ahead in other words than a rank."""
    is_ahead = bool(re.search(_FOREMOST[one.language], one.span.text, re.IGNORECASE))
    return is_ahead and names_all(claim, one)


def names_all(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence or its setting has every name of a claim."""
    return all(names(one, name) for name in claim.names)


def covering(claim: Claim, read: Sequence[Evidence], most: int) -> tuple[Evidence, ...]:
    """The sentences that together say most of a claim: the first, then whichever adds most to them."""
    chosen = list(read[:1])
    while len(chosen) < min(most, len(read)):
        left = [one for one in read if one not in chosen]
        said = _told(claim, chosen)
        gains = [_told(claim, [*chosen, one]) - said for one in left]
        chosen.append(left[gains.index(max(gains))])
    return tuple(chosen)


def _told(claim: Claim, evidence: Sequence[Evidence]) -> float:
    """How many of the claim's names, dates and numbers sentences state, and the share of its words."""
    to_state = [*claim.names, *claim.dates, *claim.figures]
    stated = sum(any(one.stated.contains(fact.value) for one in evidence) for fact in to_state)
    return float(stated)


def unnamed_participants(claim: Claim, near: Sequence[Evidence]) -> tuple[str, ...]:
    """The names of a claim that no sentence has, one of which is no member of a longer list.

    Of four firms that are told together one may be left out; of two that met none may. A name in
    what is told as a reason or an occasion is none of those whom the claim is about.
    """
    part = [name for name in claim.names if _takes_part(claim, name)]
    return tuple(name.surface for name in part if _is_missing(claim, name, near))


def _takes_part(claim: Claim, name: Fact) -> bool:
    return not _is_a_circumstance(claim, name) and not is_in_a_list(claim, name)


def _is_a_circumstance(claim: Claim, name: Fact) -> bool:
    """Whether a name stands in what comes before or behind a claim as its reason or occasion."""
    start = max(claim.text.rfind(comma, 0, name.start) for comma in ",，;；") + 1
    told = claim.text[start:].strip()
    return bool(re.match(_CIRCUMSTANCE[claim.language], told, re.IGNORECASE))


def is_in_a_list(claim: Claim, name: Fact) -> bool:
    """Whether a name stands in a list of at least three names of its kind."""
    alike = [one for one in claim.names if kind_of(one.value) == kind_of(name.value)]
    return len(alike) >= _LIST


def gives_many_years(claim: Claim, bearing: Sequence[Evidence]) -> bool:
    """Whether sentences give all years of a claim that has many: they say as much as a number."""
    years = {fact.value for fact in claim.dates}
    return len(years) >= _MANY_YEARS and all(_is_given(year, bearing) for year in years)


def gives_all_dates(claim: Claim, evidence: Sequence[Evidence]) -> bool:
    """Whether each date of a claim that has one is given by a sentence that names what is dated."""
    return bool(claim.dates) and all(_is_given_of(claim, date, evidence) for date in claim.dates)


def _is_given_of(claim: Claim, date: Fact, evidence: Sequence[Evidence]) -> bool:
    dated = nearest_name(claim.facts, date)
    naming = [one for one in evidence if dated is None or names(one, dated)]
    return any(_gives(one, date) for one in naming)


def _is_given(year: Value, evidence: Sequence[Evidence]) -> bool:
    return any(matches(value, year) for one in evidence for value in one.dates)


def _is_missing(claim: Claim, name: Fact, bearing: Sequence[Evidence]) -> bool:
    """Whether no sentence has a name; a capital or a quoted title may be anything in another
    language."""
    is_everywhere_alike = name.must_match_in == "any language"
    if not is_everywhere_alike and any(one.language != claim.language for one in bearing):
        return False
    return first_tied(claim, name, bearing) is None


def first_tied(claim: Claim, name: Fact, evidence: Sequence[Evidence]) -> Evidence | None:
    """The first sentence that ties a name of the claim to another of its names, or to its words."""
    naming = [one for one in evidence if names(one, name)]
    return next((one for one in naming if _says_more(claim, name, one)), None)


def _says_more(claim: Claim, name: Fact, one: Evidence) -> bool:
    """Whether a sentence has another name of the claim, where there is one, or most of its words."""
    others = [other for other in claim.names if other is not name]
    if not others or coverage(claim, [one]) >= _MOST_WORDS:
        return True
    return any(map(partial(names, one), others))


def _is_dated(
    claim: Claim, date: Fact, bearing: Sequence[Evidence], about: Sequence[Evidence]
) -> bool:
    """Whether a sentence that names what is dated gives the date, or none gives any: a text leaves
    its own time unsaid."""
    dated = nearest_name(claim.facts, date)
    searched = [*bearing, *about]
    if dated is not None:
        searched = [one for one in searched if names(one, dated)]
    is_given = any(_gives(one, date) for one in searched)
    return is_given or not any(one.dates for one in searched)


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
        if weighty and _is_told_otherwise(claim, weighty, claimed):
            continue
        if weighty and not any(_has(claim, one, stated) for one in bearing):
            unstated.append(weighty.group())
    return unstated


def _is_told_otherwise(claim: Claim, weighty: re.Match[str], claimed: Mapping[str, str]) -> bool:
    """Whether a weighty word adds nothing: "all" after the names of all, "largest" after a rank or in
    one ("drittgrößte")."""
    facts: Iterable[Fact] = claim.names
    least = _LIST
    if claimed is not _ALL:
        facts, least = filter(claim.is_rank, claim.figures), 1
    before = [fact for fact in facts if fact.start <= weighty.start()]
    if len(before) < least:
        return False
    return not claim.text[before[-1].end : weighty.start()].strip()


def _is_foremost(one: Evidence) -> bool:
    """Whether a sentence puts somebody first: in an order, not as the first of several steps."""
    return any(map(is_first, filter(one.is_rank, one.figures)))


def is_first(rank: Fact) -> bool:
    """Whether a rank is the first."""
    return isinstance(rank.value, Number) and rank.value.value == 1


def _has(claim: Claim, one: Evidence, patterns: Mapping[str, str]) -> bool:
    """Whether a sentence has a weighty word, in a part that is not of another year."""
    if patterns is _FOREMOST and _is_foremost(one):
        return True
    told = _of_that_year(claim, one)
    return bool(re.search(patterns[one.language], told, re.IGNORECASE))


def _of_that_year(claim: Claim, one: Evidence) -> str:
    parts = parts_of(one.span.text, one.language)
    return ". ".join(part for part in parts if not _is_of_another_year(claim, one, part))


def parts_of(text: str, language: str) -> list[str]:
    """What a sentence says one after another."""
    return re.split(_PARTS[language], text)


def _is_of_another_year(claim: Claim, one: Evidence, part: str) -> bool:
    """Whether a part of a sentence gives a year, and none of the claim's, which has one."""
    dates = [fact.value for fact in one.stated.facts if fact.surface in part]
    years = list(filter(_is_year, dates))
    if not claim.dates or not years:
        return False
    return not any(map(partial(_is_claimed, claim), years))


def _is_year(value: Value) -> bool:
    return isinstance(value, Date) and value == Date(value.year)


def _is_claimed(claim: Claim, year: Value) -> bool:
    return any(matches(year, date.value) for date in claim.dates)
