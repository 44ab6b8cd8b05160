"""Text → the facts it states that can be checked: numbers with units, dates, names.

Names are those of the glossary in any spelling, and what looks like a name that no glossary knows:
capitals inside an English sentence, capitals in a row in German (where all nouns have one), Latin
letters, titles and quotes in Chinese. ``StatedFacts`` tells whether a source states a fact, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from citechat_ingest import FUNCTION_WORDS, Glossary, Mention

from .number_grammars import CURRENCIES
from .numerals import Date, MatchScope, Number, Numeral, read_numerals

__all__ = [
    "Date",
    "Fact",
    "Number",
    "ProperName",
    "StatedFacts",
    "kind_of",
    "matches",
    "names_in",
    "read_facts",
    "with_inherited_context",
]


@dataclass(frozen=True, slots=True)
class ProperName:
    """A name by all its spellings.

    ``kind`` is the glossary's ("company", "place", …), empty for a name that it does not know.
    """

    spellings: tuple[str, ...]
    kind: str = ""


Value = Number | Date | ProperName


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable that a text states: ``text[start:end] == surface``.

    ``must_match_in`` tells which sources of a claim that states it must state it, too.
    """

    start: int
    end: int
    surface: str
    value: Value
    must_match_in: MatchScope


def read_facts(text: str, language: str, glossary: Glossary) -> tuple[Fact, ...]:
    """The facts of ``text`` in order.

    Concepts of the glossary are among them, though no source has to match them.
    """
    known = [_known_name(text, mention) for mention in names_in(text, language, glossary)]
    proper = [fact for fact in known if fact.must_match_in == "any language"]
    # A number within a name ("AI 2000") is no claim of its own.
    in_name = _covered(text, proper)
    numerals = read_numerals(text, language)
    counted = [_counted(text, numeral, any(in_name[_place(numeral)])) for numeral in numerals]
    unknown = _unknown_names(_blanked(text, [*known, *counted]), language)
    return tuple(sorted([*known, *counted, *unknown], key=lambda fact: fact.start))


def _counted(text: str, numeral: Numeral, is_in_name: bool) -> Fact:
    scope: MatchScope = "nowhere" if is_in_name else numeral.must_match_in
    return Fact(numeral.start, numeral.end, text[_place(numeral)], numeral.value, scope)


def _place(part: Fact | Mention | Numeral) -> slice:
    return slice(part.start, part.end)


def _covered(text: str, parts: Iterable[Fact | Mention]) -> bytearray:
    """One byte a character: 1 where one of ``parts`` stands, else 0."""
    covered = bytearray(len(text))
    for part in parts:
        covered[_place(part)] = b"\1" * (part.end - part.start)
    return covered


def _blanked(text: str, facts: Iterable[Fact]) -> str:
    """The text with what is read already struck out, every other letter in its place."""
    letters = list(text)
    for fact in facts:
        letters[_place(fact)] = "|" * (fact.end - fact.start)
    return "".join(letters)


# Names of the glossary

_GENITIVE = re.compile(r"(?<=[^\W\d_]{3})s\b")


def names_in(text: str, language: str, glossary: Glossary) -> list[Mention]:
    """The names of the glossary in ``text``; in German also in the genitive: "Pekings"."""
    mentions = glossary.mentions(text)
    if language != "de":
        return mentions
    # An apostrophe in place of the s lets the name end there and keeps every letter's place.
    in_genitive = glossary.mentions(_GENITIVE.sub("'", text))
    covered = _covered(text, mentions)
    return mentions + [mention for mention in in_genitive if not any(covered[_place(mention)])]


def _known_name(text: str, mention: Mention) -> Fact:
    """A name without a capital may be an ordinary word: "nature", "range"."""
    surface, name = text[_place(mention)], mention.name
    has_capital = surface != surface.lower() or not surface.isascii()
    is_proper = has_capital and name.kind != "concept"
    scope: MatchScope = "any language" if is_proper else "nowhere"
    value = ProperName(name.all_spellings, name.kind)
    return Fact(mention.start, mention.end, surface, value, scope)


# Names that no glossary knows

# H800, DeepSeek-R1, iPhone, MIT; not the rest of a compound: GPU-Stunden, AI-native. How far the
# capital is looked for is bounded, as is every look ahead here: no name is longer, and a text of
# nothing but dots and letters would else be read once for each of them.
_CODE = re.compile(
    r"(?<![A-Za-z0-9-])(?=[a-z0-9.-]{0,60}[A-Z])"
    r"(?:[A-Za-z]{1,60}[.-]?\d|[A-Za-z]{0,60}[a-z][A-Z]|\d{1,60}\.?[A-Z]{2}|\d{1,60}[A-Z]|[A-Z]{3})"
    r"[A-Za-z0-9]*(?:[.-]\d[A-Za-z0-9]*|-[A-Z0-9]+(?![a-z]))*"
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
    """ai ki it us monday tuesday wednesday thursday friday saturday sunday american asian
    australian british canadian chinese dutch english european french german indian italian
    japanese korean russian spanish swiss taiwanese western internet""".split()
)


def _unknown_names(text: str, language: str) -> Iterator[Fact]:
    codes = [_code(match) for match in _CODE.finditer(text)]
    yield from codes
    rest = _blanked(text, codes)
    if language == "de":
        yield from _german_names(rest)
    elif language == "en":
        yield from _names(_CAPITALISED, rest, "same language")
    else:
        # Latin letters in Chinese are a name that is written so in every language.
        yield from _names(_LATIN, rest, "any language")
        yield from _names(_QUOTED, rest, "same language")


def _code(match: re.Match[str]) -> Fact:
    """Letters alone (MIT, UNESCO) may be spelled out elsewhere; with a digit they never are."""
    return _unknown(match, "same language" if match.group().isalpha() else "any language")


def _german_names(text: str) -> Iterator[Fact]:
    for match in _CAPITALS_IN_A_ROW.finditer(text):
        first_word = match.group().split(" ", 1)[0]
        if first_word.lower() not in FUNCTION_WORDS["de"]:
            yield _unknown(match, "same language", _GERMAN_ENDING.sub("", match["last"]))


def _names(pattern: re.Pattern[str], text: str, scope: MatchScope) -> Iterator[Fact]:
    for match in pattern.finditer(text):
        if match.group().lower() not in _COMMON:
            yield _unknown(match, scope)


def _unknown(match: re.Match[str], scope: MatchScope, spelling: str = "") -> Fact:
    name = ProperName((spelling or match.group(),))
    return Fact(match.start(), match.end(), match.group(), name, scope)


def kind_of(value: Value) -> str:
    """What a fact is a fact of: "Number", "Date", or the kind of a name."""
    return value.kind if isinstance(value, ProperName) else type(value).__name__


# What a source states

# Chinese texts say "the whole country" where others say its name.
_ALSO = {"中国": "全国"}
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
# A part of a person's name that is longer than this is taken for the person: Cheung, Liang Wenfeng,
# but neither Zhang nor Smith, of whom there are many.
_COMMON_SURNAME = 5
# The ending of a place's name, which an adjective changes, is left out of names longer than this:
# China → chin: chinesisch; not Suhl, whose three letters begin many words.
_SHORT_PLACE = 4


@dataclass(frozen=True)
class StatedFacts:
    """A stretch of a source and its facts: it tells whether it states a given one."""

    text: str
    facts: tuple[Fact, ...]
    _folded: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_folded", self.text.casefold())

    def contains(self, value: Value) -> bool:
        """Whether the stretch states ``value``, a name also in a spelling that was not read."""
        if any(matches(fact.value, value) for fact in self.facts):
            return True
        if not isinstance(value, ProperName):
            return False
        return any(self._spells(spelling, value.kind) for spelling in value.spellings)

    def _spells(self, spelling: str, kind: str) -> bool:
        """Whether a spelling stands here, endings aside.

        A place may be its adjective ("chinesisch"), a person a long part of the name ("Cheung"),
        and the words of a product or an institution may stand apart ("Spot by Boston Dynamics").
        """
        folded = spelling.casefold()
        if not folded.isascii():
            return folded in self._folded or _ALSO.get(folded, folded) in self._folded
        if _INITIALS.fullmatch(spelling):
            # U.S. is spelled US here, in capitals: "us" is a pronoun.
            return bool(re.search(rf"\b{spelling.replace('.', '')}\b", self.text))
        words = [word for word in re.split(r"[^\w.]+", folded) if word]
        return self._has_name(words, kind)

    def _has_name(self, words: Sequence[str], kind: str) -> bool:
        if kind == "person" and self._has_surname(words):
            return True
        if kind in ("product", "institution"):
            return all(self._has_in_a_row([word]) for word in words)
        if kind == "place":
            return self._has_in_a_row(_place_stems(words))
        return self._has_in_a_row(words)

    def _has_surname(self, words: Sequence[str]) -> bool:
        long_words = [word for word in words if len(word) > _COMMON_SURNAME]
        return any(self._has_in_a_row([word]) for word in long_words)

    def _has_in_a_row(self, starts: Sequence[str]) -> bool:
        """Whether words with these starts follow one another here."""
        # Nearly always this settles it, and it is much faster than the pattern.
        if not all(start in self._folded for start in starts):
            return False
        # Endings and gaps are bounded: Chinese has no spaces, and \w* would run through all of it.
        in_a_row = r"\w{0,40}\W{1,10}".join(map(re.escape, starts))
        return bool(re.search(rf"(?<![a-zäöüß0-9]){in_a_row}", self._folded))


def _place_stems(words: Sequence[str]) -> list[str]:
    return [word[:-1] if len(word) > _SHORT_PLACE else word for word in words]


def matches(stated: Value, claimed: Value) -> bool:
    """Whether what a source states is what a claim states."""
    if isinstance(claimed, ProperName) or isinstance(stated, ProperName):
        return stated == claimed
    if isinstance(claimed, Number):
        return _matches_number(stated, claimed)
    return _matches_date(stated, claimed)


def _matches_number(stated: Number | Date, claimed: Number) -> bool:
    """The same value in the same unit.

    A claim may leave a currency or a unit of time away, but never the percent sign.
    """
    if isinstance(stated, Date):
        return not claimed.unit and claimed.value == stated.year
    may_be_left_away = stated.unit not in ("percent", "percentage points")
    is_same_unit = claimed.unit == stated.unit if claimed.unit else may_be_left_away
    return claimed.value == stated.value and is_same_unit


def _matches_date(stated: Number | Date, claimed: Date) -> bool:
    """Part by part: "15 March 2024" states "March 2024", not the other way round.

    A lone year may stand as a number.
    """
    if isinstance(stated, Number):
        is_year = claimed == Date(claimed.year)
        return is_year and not stated.unit and stated.value == claimed.year
    pairs = (
        (claimed.year, stated.year),
        (claimed.month, stated.month),
        (claimed.day, stated.day),
    )
    return all(claim in (None, source) for claim, source in pairs)


# What a source leaves to be understood

# A date is joined to the next one by fewer characters than this: " to ", " bis ", "日至". No verdict
# of the planted exam (tests/planted.py) is another one from 3 to 70.
_GAP = 7
# From here on a bare number beside sums of money is a sum of money, too.
_LARGE_SUM = 10**6


def with_inherited_context(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a source with what they leave to be understood.

    That is the year of a month and the currency of a sum. A date takes what it lacks from the one
    it is joined to ("from March to June 2024"), else from the one before it.
    """
    from_the_right = _with_years(facts[::-1], only_joined=True)[::-1]
    from_the_left = _with_years(from_the_right, only_joined=False)
    return [*from_the_left, *_sums(facts)]


def _with_years(facts: Sequence[Fact], only_joined: bool) -> list[Fact]:
    """The facts in their order, each date filled up from the date before it in this order."""
    filled: list[Fact] = []
    last: Fact | None = None
    for fact in facts:
        if isinstance(fact.value, Date):
            if last and (not only_joined or _gap(fact, last) < _GAP):
                fact = replace(fact, value=_filled(fact.value, last.value))
            last = fact
        filled.append(fact)
    return filled


def _gap(one: Fact, other: Fact) -> int:
    """The characters between two facts, whichever comes first."""
    return max(one.start - other.end, other.start - one.end)


def _filled(date: Date, other: Value) -> Date:
    if not isinstance(other, Date):
        return date
    month = date.month
    # "from 17 to 19 September": the 17 has neither a month nor a year of its own.
    if date.day and not date.year and not month:
        month = other.month
    return Date(date.year or other.year, month, date.day)


def _sums(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Large bare numbers in the currency before: "589 billion dollars, by others 593.7 billion"."""
    currency = ""
    for fact in facts:
        number = fact.value
        if not isinstance(number, Number):
            continue
        if number.unit in CURRENCIES:
            currency = number.unit
        if currency and not number.unit and number.value >= _LARGE_SUM:
            yield replace(fact, value=Number(number.value, currency))
