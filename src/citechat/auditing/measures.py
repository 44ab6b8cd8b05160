"""What a number measures: a change or a share, a round sum or an exact count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from ..verification.facts import Fact, Number

# What stands right before the number of a change: "by 30 percent", "ein Plus von 30 Prozent", "增长30%".
_CHANGE = {
    "en": r"(?:(?:(?<=[,(] )|(?<=went )|(?<=was ))(?:up(?! to)|down)"
    r"|\b(?:by|r[io]ses?|risen|grew|grows?|grown|f[ae]ll(?:en|s)?|gained|climbed"
    r"|increased|decreased|declined|dropped|jumped|shrank"
    r"|(?:growth|rise|fall|increase|decrease|decline|drop|gain|jump)\b[^,;.]{0,60}? (?:of|at|was)))",
    "de": r"\b(?:[Uu]m|(?:Plus|Minus|Anstieg|Zuwachs|\w*[Ww]achstum|Rückgang|Steigerung|Zunahme|Abnahme)"
    r"\b[^,;.]{0,60}? (?:von|bei|auf|betrug))",
    "zh": r"(?:增长|增加|增幅|增速|上升|上涨|提高|提升|下降|下跌|减少|降低|降幅|跌幅|涨幅)"
    r"(?!到|至)[^，。；、到至]{0,8}",
}
# "About", "more than": what may stand between the word of a change and its number.
_ABOUT = {
    "en": r"(?: (?:about|around|nearly|almost|over|above|some|roughly|more than|less than))*\s*\Z",
    "de": r"(?: (?:rund|etwa|knapp|fast|über|gut|mehr als|weniger als|ungefähr))*\s*\Z",
    "zh": r"\Z",
}
# "By 30 percent" is a change, "by 16 firms" none.
_BY = re.compile(r"by|um", re.IGNORECASE)
# The stems of words of change; of Chinese ones each pair of characters that has one of theirs.
_CHANGED = {
    "en": re.compile(
        r"^(?:gr[eo]w|increas|rise|rose|risen|rais|f[ae]ll|decreas|declin|drop|gain|climb|jump)"
    ),
    "de": re.compile(
        r"^(?:w[aäu]chs|st[ei]+g|gest[ei]+g|zunah|zunehm|zugenomm|s[aiu]nk|f[aie]+l|erhöh|verringer)"
    ),
    "zh": re.compile(r"[增涨升降跌]"),
}
# What counts how often, and who: one person may be there several times.
_OCCASIONS = {
    "en": r"\s(?:visits|entries|attendances|mentions)\b",
    "de": r"\s(?:Besuche|Einträge|Nennungen|Teilnahmen)n?\b",
    "zh": r"人次",
}
_PERSONS = {
    "en": r"(?:\s[\w-]+){0,3}\s(?:people|persons|visitors|scholars|scientists|researchers|students)\b",
    "de": r"(?:\s[\w-]+){0,2}\s(?:Menschen|Personen|Leuten?|Besuchern?|\w*[Ff]orschern?"
    r"|Wissenschaftlern?|Studenten|Studierenden?)\b",
    "zh": r"[多余]?(?:名(?![单列次])|位(?![列居于次])|人(?!次))",
}
# Within so many characters before a number stands what says that something changed by it.
_REACH = 90
# A number with as many digits is hardly the same by chance.
_TELLING_DIGITS = 3
# Of a sum that is rounded to one digit, one this near is no other: 589 and 600.
_NEAR = Fraction(5, 100)


def is_change(text: str, figure: Fact, language: str) -> bool:
    """Whether a number says by how much something changed, not what share or sum it is."""
    before = text[max(0, figure.start - _REACH) : figure.start]
    found = re.search(_CHANGE[language] + _ABOUT[language], before)
    if found is None or not isinstance(figure.value, Number):
        return False
    return figure.value.unit == "percent" or not _BY.match(found.group())


def without_change(words: Mapping[str, float], language: str) -> dict[str, float]:
    """The stems of a claim without those that say that something changed: what it is that did."""
    is_of_change = _CHANGED[language].search
    return {
        stem: weight for stem, weight in words.items() if len(stem) > 1 and not is_of_change(stem)
    }


def are_of_one_kind(
    claim: str, fact: Fact, language: str, source: str, other: Fact, of_source: str
) -> bool:
    """Whether both of two numbers are changes, or neither is."""
    return is_change(claim, fact, language) == is_change(source, other, of_source)


def is_of_occasions(
    claim: str, fact: Fact, language: str, source: str, other: Fact, of_source: str
) -> bool:
    """Whether the claim's number is one of persons and the source's one of occasions: 280名, 280人次."""
    counts_persons = re.compile(_PERSONS[language]).match(claim, fact.end)
    counts_occasions = re.compile(_OCCASIONS[of_source]).match(source, other.end)
    return bool(counts_persons and counts_occasions)


def is_telling(fact: Fact) -> bool:
    """Whether a number has so many digits that the same one is of the same thing: 433, 69.75."""
    if not isinstance(fact.value, Number):
        return False
    return _digits(fact.value.value) >= _TELLING_DIGITS


def is_round(fact: Fact) -> bool:
    """Whether a number has one digit and noughts: many things may be 300."""
    return isinstance(fact.value, Number) and _digits(fact.value.value) == 1


def is_near(fact: Fact, other: Fact) -> bool:
    """Whether one number is all but another that has one digit: 589 billion and 600 billion."""
    claimed = fact.value
    has_one_digit = isinstance(claimed, Number) and _digits(claimed.value) == 1
    return has_one_digit and is_within_rounding(fact, other)


def is_within_rounding(fact: Fact, other: Fact) -> bool:
    """Whether two numbers of one unit differ by no more than who rounds may leave: 589 and 594."""
    claimed, stated = fact.value, other.value
    if not isinstance(claimed, Number) or not isinstance(stated, Number):
        return False
    is_one_unit = claimed.unit == stated.unit
    return is_one_unit and abs(stated.value - claimed.value) <= _NEAR * claimed.value


def _digits(number: Fraction) -> int:
    """How many digits a number has, without the noughts at either end."""
    written = f"{float(number):.10f}".replace(".", "").strip("0")
    return len(written)
