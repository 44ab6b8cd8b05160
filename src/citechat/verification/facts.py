"""Text → the facts it states that can be checked: numbers with their units, dates, names; and whether another text states them.

Names are those of the glossary in any spelling, and what looks like a name that no glossary knows: capitals inside an English
sentence, capitals in a row in German (where all nouns have one), Latin letters, titles and quotes in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from citechat_ingest import FUNCTION_WORDS, Glossary, Mention

from .numerals import CURRENCIES, Binding, Date, Number, Numeral, read_numerals

__all__ = [
    "Date",
    "Evidence",
    "Fact",
    "Number",
    "ProperName",
    "completed",
    "kind_of",
    "read_facts",
    "says",
]


@dataclass(frozen=True, slots=True)
class ProperName:
    """A name by all its spellings; ``kind`` is the glossary's ("company", "place", …), empty for a name it does not know."""

    spellings: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable that a text states: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    value: Number | Date | ProperName
    binds: Binding


def read_facts(text: str, language: str, glossary: Glossary) -> tuple[Fact, ...]:
    """The facts of ``text`` in order. Concepts of the glossary are among them, though they bind nothing."""
    named = [_named(text, mention) for mention in _mentions(text, language, glossary)]
    proper = [fact for fact in named if fact.binds == "always"]
    counted = [_counted(text, numeral, proper) for numeral in read_numerals(text, language)]
    unknown = list(_unknown_names(_blanked(text, [*named, *counted]), language))
    return tuple(sorted([*named, *counted, *unknown], key=lambda fact: fact.start))


# Names of the glossary

_GENITIVE = re.compile(r"(?<=[^\W\d_]{3})s\b")


def _mentions(text: str, language: str, glossary: Glossary) -> list[Mention]:
    """The names of the glossary in ``text``; in German also in the genitive: "Pekings", "Chinas"."""
    found = glossary.mentions(text)
    if language != "de":
        return found
    also = glossary.mentions(_GENITIVE.sub("'", text))
    return [
        *found,
        *(
            m
            for m in also
            if not any(m.start < other.end and other.start < m.end for other in found)
        ),
    ]


def _named(text: str, mention: Mention) -> Fact:
    """A name without a capital may be an ordinary word: "nature", "range"."""
    surface, name = text[mention.start : mention.end], mention.name
    capital = surface != surface.lower() or not surface.isascii()
    binds: Binding = "always" if capital and name.kind != "concept" else "never"
    return Fact(
        mention.start, mention.end, surface, ProperName(name.all_spellings, name.kind), binds
    )


def _counted(text: str, numeral: Numeral, names: Iterable[Fact]) -> Fact:
    """A number within a name ("AI 2000") is no claim of its own."""
    in_name = any(name.start < numeral.end and numeral.start < name.end for name in names)
    binds: Binding = "never" if in_name else numeral.binds
    return Fact(numeral.start, numeral.end, text[numeral.start : numeral.end], numeral.value, binds)


def _blanked(text: str, facts: Iterable[Fact]) -> str:
    """The text with what is read already struck out, every other letter in its place."""
    for fact in facts:
        text = f"{text[: fact.start]}{'|' * (fact.end - fact.start)}{text[fact.end :]}"
    return text


# Names that no glossary knows

# H800, DeepSeek-R1, iPhone, MIT; not the rest of a compound: GPU-Stunden, AI-native.
_CODE = re.compile(
    r"(?<![A-Za-z0-9-])(?=[A-Za-z0-9.-]*[A-Z])(?:[A-Za-z]+[.-]?\d|[A-Za-z]*[a-z][A-Z]|\d+\.?[A-Z]{2}|\d+[A-Z]|[A-Z]{3})[A-Za-z0-9]*"
    r"(?:[.-]\d[A-Za-z0-9]*|-[A-Z0-9]+(?![a-z]))*"
)
_CAPITALISED = re.compile(r"(?<=[\w,;:|] )[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*")
_CAPITALS_IN_A_ROW = re.compile(
    r"(?<=[\w,;|] )(?:[A-ZÄÖÜ][a-zäöüß]+ )+(?P<last>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_GERMAN_ENDING = re.compile(r"(?<=\w{4})(?:e[nrs]?|[ns])\Z")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+(?:[ .+-]*[A-Za-z0-9]+)*")
_QUOTED = re.compile(r"(?<=[《“])[^《》“”|]{2,}(?=[》”])")
# Words that have a capital and name no one thing.
_COMMON = frozenset(
    """ai ki it us monday tuesday wednesday thursday friday saturday sunday american asian australian british canadian
        chinese dutch english european french german indian italian japanese korean russian spanish swiss taiwanese western
        internet""".split()
)


def _unknown_names(text: str, language: str) -> Iterator[Fact]:
    codes = [
        _unknown(match, "same language" if match.group().isalpha() else "always")
        for match in _CODE.finditer(text)
    ]
    yield from codes
    rest = _blanked(text, codes)
    if language == "de":
        for match in _CAPITALS_IN_A_ROW.finditer(rest):
            if match.group().split(" ", 1)[0].lower() not in FUNCTION_WORDS["de"]:
                yield _unknown(match, "same language", _GERMAN_ENDING.sub("", match["last"]))
        return
    patterns = [_CAPITALISED] if language == "en" else [_LATIN, _QUOTED]
    for match in (match for pattern in patterns for match in pattern.finditer(rest)):
        if match.group().lower() not in _COMMON:
            yield _unknown(match, "always" if match.re is _LATIN else "same language")


def _unknown(match: re.Match[str], binds: Binding, spelling: str = "") -> Fact:
    return Fact(
        match.start(), match.end(), match.group(), ProperName((spelling or match.group(),)), binds
    )


def kind_of(value: Number | Date | ProperName) -> str:
    """What a fact is a fact of: "Number", "Date", or the kind of a name."""
    return value.kind if isinstance(value, ProperName) else type(value).__name__


# What a source states


# Chinese texts say "the whole country" where others say its name.
_ALSO = {"中国": "全国"}


@dataclass(frozen=True)
class Evidence:
    """A stretch of a source and its facts: it tells whether it states a given fact."""

    text: str
    facts: tuple[Fact, ...]
    _folded: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", self.text.casefold())

    def states(self, value: Number | Date | ProperName) -> bool:
        if any(says(fact.value, value) for fact in self.facts):
            return True
        return isinstance(value, ProperName) and any(
            self._spells(spelling, value.kind) for spelling in value.spellings
        )

    def _spells(self, spelling: str, kind: str) -> bool:
        """Whether a spelling stands here, endings aside.

        A place may be its adjective ("chinesisch"), a person a long part of the name ("Cheung"), and the words of a
        product or an institution may stand apart ("the Spot by Boston Dynamics").
        """
        spelled = spelling.casefold()
        if not spelled.isascii():
            return spelled in self._folded or _ALSO.get(spelled, spelled) in self._folded
        if re.fullmatch(r"(?:[A-Z]\.)+", spelling):
            return bool(re.search(rf"\b{spelling.replace('.', '')}\b", self.text))
        words = [word for word in re.split(r"[^\w.]+", spelled) if word]
        if kind == "person" and any(len(word) > 5 and self._has(word) for word in words):
            return True
        if kind in ("product", "institution"):
            return all(map(self._has, words))
        return self._has(
            *(word[:-1] if kind == "place" and len(word) > 4 else word for word in words)
        )

    def _has(self, *starts: str) -> bool:
        """Whether words with these starts follow one another here."""
        if not all(start in self._folded for start in starts):
            return False
        return bool(
            re.search(r"(?<![a-zäöüß0-9])" + r"\w*\W+".join(map(re.escape, starts)), self._folded)
        )


def says(held: Number | Date | ProperName, claimed: Number | Date | ProperName) -> bool:
    """Whether what a source states is what a claim states."""
    if isinstance(claimed, ProperName) or isinstance(held, ProperName):
        return held == claimed
    return _says_number(held, claimed) if isinstance(claimed, Number) else _says_date(held, claimed)


def _says_number(held: Number | Date, claimed: Number) -> bool:
    """The same value in the same unit; a claim may leave a currency or a unit of time away, but never the percent sign."""
    if isinstance(held, Date):
        return not claimed.unit and claimed.value == held.year
    unit_held = claimed.unit == held.unit or (
        not claimed.unit and held.unit not in ("percent", "percentage points")
    )
    return claimed.value == held.value and unit_held


def _says_date(held: Number | Date, claimed: Date) -> bool:
    """Part by part: "March 2024" is said by "15 March 2024", not the other way round. A lone year may stand as a number."""
    if isinstance(held, Number):
        return not held.unit and claimed == Date(claimed.year) and held.value == claimed.year
    pairs = ((claimed.year, held.year), (claimed.month, held.month), (claimed.day, held.day))
    return all(mine is None or mine == other for mine, other in pairs)


def completed(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a source with what they leave to be understood: the year of a month, the currency of a sum.

    A date takes what it lacks from the one it is joined to ("from March to June 2024"), else from the one before it.
    """
    dated = _carried(_carried(facts[::-1], joined=True)[::-1])
    return [*dated, *_sums(facts)]


_GAP = 7  # " to ", " bis ", "日至"


def _carried(facts: Sequence[Fact], joined: bool = False) -> list[Fact]:
    carried: list[Fact] = []
    last: Fact | None = None
    for fact in facts:
        if isinstance(fact.value, Date):
            near = last and max(fact.start - last.end, last.start - fact.end) < _GAP
            if last and (near or not joined):
                fact = replace(fact, value=_filled(fact.value, last.value))
            last = fact
        carried.append(fact)
    return carried


def _filled(date: Date, other: Number | Date | ProperName) -> Date:
    if not isinstance(other, Date):
        return date
    month = date.month or (other.month if date.day and not date.year else None)
    return Date(date.year or other.year, month, date.day)


def _sums(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Large bare numbers in the currency named before them: "589 billion dollars, by others 593.7 billion"."""
    currency = ""
    for fact in facts:
        if isinstance(fact.value, Number):
            currency = fact.value.unit if fact.value.unit in CURRENCIES else currency
            if currency and not fact.value.unit and fact.value.value >= 10**6:
                yield replace(fact, value=Number(fact.value.value, currency))
