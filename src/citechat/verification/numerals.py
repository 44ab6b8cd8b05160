"""Numbers and dates as English, German and Chinese write them, and where they stand.

1.5 trillion = 1,5 Billionen = 1.5万亿; 20 July 2017 = 20. Juli 2017 = 2017年7月20日;
one third = ein Drittel = 三分之一. How each language writes is told in ``number_grammars``.

Digits glued to Latin letters belong to a name (DeepSeek-R1, 01.AI, H800) and are left out, except
decades, ordinals and units (1990s, 55th, 42GW). In a range the first number shares what stands
after the second: 30 to 40 percent = 30%至40%.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from .number_grammars import (
    DE_BELOW_100,
    DE_PLACES,
    DE_SCALES,
    EN_ONES,
    EN_SCALES,
    EN_TENS,
    GRAMMARS,
    HAN_DIGITS,
    HAN_GROUPS,
    HAN_SCALES,
    PATTERNS,
    UNIT_OF,
    Grammar,
)

# No quantity is written longer; a row of thousands of digits is a code, and slow to reckon with.
_LONGEST = 200

MatchScope = Literal["any language", "same language", "nowhere"]
"""Which sources of a claim must contain this, should the claim state it.

Digits say the same in all languages; "a second report" may be 另一篇, so number words bind in one
language only; 一 and "first" are often no numbers at all and bind nowhere.
"""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact value and its unit ("percent", "yuan", "hours", …), empty where none stands."""

    value: Fraction
    unit: str = ""

    def __str__(self) -> str:
        is_whole = self.value.denominator == 1
        shown = f"{int(self.value)}" if is_whole else f"{float(self.value)}"
        return f"{shown} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year, as far as it is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


class Numeral(NamedTuple):
    """A number or date that is written at ``text[start:end]``."""

    start: int
    end: int
    value: Number | Date
    must_match_in: MatchScope


class _Reading(NamedTuple):
    """A numeral, and the scale word behind its digits ("billion"), which the one before may share.

    ``scale`` is None where there is none, and for a number in words.
    """

    numeral: Numeral
    scale: str | None


def years_in(text: str, language: str) -> set[int]:
    """The years that stand in ``text``, by themselves or in a date.

    >>> sorted(years_in("From May 2019 to 2021 it made 300 lamps.", "en"))
    [2019, 2021]
    """
    values = (numeral.value for numeral in read_numerals(text, language))
    return {value.year for value in values if isinstance(value, Date) and value.year}


def numbers_in(text: str, language: str) -> list[Number]:
    """The numbers of ``text`` in order; dates are none.

    >>> [int(number.value) for number in numbers_in("In May 2019 it made 300 lamps.", "en")]
    [300]
    """
    values = (numeral.value for numeral in read_numerals(text, language))
    return [value for value in values if isinstance(value, Number)]


def read_numerals(text: str, language: str) -> list[Numeral]:
    """The numbers and dates of ``text`` in order."""
    grammar = GRAMMARS[language]
    readings = []
    for match in PATTERNS[language].finditer(text):
        if match.end() - match.start() > _LONGEST:
            continue
        value, scope = _read(match, grammar)
        numeral = Numeral(match.start(), match.end(), value, scope)
        scale = match["scale"] if match["digits"] else None
        readings.append(_Reading(numeral, scale))
    return _with_shared_units(text, readings, grammar)


# One match → one value

_Read = tuple[Number | Date, MatchScope]


def _read(match: re.Match[str], grammar: Grammar) -> _Read:
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    if "iso" in groups:
        year, month, day = map(int, groups["iso"].split("-"))
        return Date(year, month, day), "any language"
    if "digits" in groups:
        return _number_or_year(match, grammar), "any language"
    for name in grammar.words:
        if f"words_{name}" in groups:
            return _READERS[name](groups, grammar)
    return _date(groups, grammar), "any language"


def _date(groups: dict[str, str], grammar: Grammar) -> Date:
    parts = {name.rstrip("_"): text for name, text in groups.items()}
    month = _whole(parts.get("month_digits"))
    # Three letters tell the months of each language apart: Mär and Mai, Jun and Jul.
    letters = parts.get("month", "")[:3]
    for number, name in enumerate(grammar.months, 1):
        if name[:3] == letters:
            month = number
    return Date(_whole(parts.get("year")), month, _whole(parts.get("day")))


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _number_or_year(match: re.Match[str], grammar: Grammar) -> Number | Date:
    if _is_year(match, grammar):
        return Date(int(match["digits"]))
    scale = grammar.scales.get(match["scale"] or "", 1)
    unit = UNIT_OF.get(match["unit"] or match["money"] or "", "")
    return Number(_value(match["digits"], grammar) * scale, unit)


def _is_year(match: re.Match[str], grammar: Grammar) -> bool:
    """Four bare digits that may be a year of these two centuries are one, unless they count
    something."""
    if any(match[name] for name in ("scale", "unit", "money")):
        return False
    is_counted = re.compile(grammar.counted).match(match.string, match.end())
    return not is_counted and bool(re.fullmatch(r"(?:19|20)\d\d", match["digits"]))


def _value(digits: str, grammar: Grammar) -> Fraction:
    # No language groups by one or two digits: 2.5 is two and a half in German, too.
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        return Fraction(digits)
    return Fraction(digits.replace(grammar.group, "").replace(grammar.point, "."))


# Words → values: one reader for each name in a grammar's ``words``


def _share(parts: int, of: int) -> Number:
    return Number(Fraction(100 * parts, of), "percent")


def _more_than_one(value: int) -> MatchScope:
    """ "One" and "first" are articles and adverbs more often than numbers."""
    return "same language" if value > 1 else "nowhere"


def _half(_groups: dict[str, str], _grammar: Grammar) -> _Read:
    return _share(1, 2), "same language"


def _double(_groups: dict[str, str], _grammar: Grammar) -> _Read:
    return Number(Fraction(2), "times"), "nowhere"


def _part(groups: dict[str, str], grammar: Grammar) -> _Read:
    """ "two thirds", "a third of", "zwei Drittel", "Hälfte"."""
    part = groups.get("part") or groups["part_of"]
    count = grammar.ones.get(groups.get("parts", "").lower(), 1)
    return _share(count, grammar.parts[part.lower()]), "same language"


def _ordinal(groups: dict[str, str], grammar: Grammar) -> _Read:
    value = grammar.ordinals[groups["ordinal"].lower()]
    return Number(Fraction(value)), _more_than_one(value)


def _english_run(groups: dict[str, str], _grammar: Grammar) -> _Read:
    value = _english_words(groups["run"])
    unit = UNIT_OF.get(groups.get("run_unit", ""), "")
    return Number(Fraction(value), unit), _more_than_one(value)


def _english_words(run: str) -> int:
    """ "two hundred and fifty thousand" → 250000."""
    total = below_thousand = 0
    for word in re.findall(r"[a-z]+", run.lower()):
        if word == "hundred":
            below_thousand = max(1, below_thousand) * 100
        elif word in EN_SCALES:
            total += max(1, below_thousand) * EN_SCALES[word]
            below_thousand = 0
        else:
            below_thousand += EN_ONES.get(word, 0) + EN_TENS.get(word, 0)
    return total + below_thousand


def _german_run(groups: dict[str, str], _grammar: Grammar) -> _Read:
    scale = DE_SCALES.get(groups.get("run_scale", ""), 1)
    value = _german_words(groups["run"].lower()) * scale
    unit = UNIT_OF.get(groups.get("run_unit", ""), "")
    return Number(Fraction(value), unit), _more_than_one(value)


def _german_words(run: str) -> int:
    """ "zweihundertfünfzigtausend" → 250000; "eine", as in "eine Million", is 1."""
    for place, value in DE_PLACES.items():
        count, is_there, rest = run.partition(place)
        if is_there:
            # "tausend" is one thousand, "hundert" one hundred
            total = (_german_words(count) if count else 1) * value
            return total + (_german_words(rest.removeprefix("und")) if rest else 0)
    return DE_BELOW_100.get(run, 1)


def _glued(groups: dict[str, str], grammar: Grammar) -> _Read:
    return Number(Fraction(grammar.ones[groups["glued"].lower()])), "nowhere"


def _chinese_part(groups: dict[str, str], _grammar: Grammar) -> _Read:
    """三分之二, 百分之3.5: of the whole first, then the part."""
    part = groups["part"]
    count = Fraction(part) if part[0].isascii() else Fraction(_chinese_words(part))
    return Number(100 * count / _chinese_words(groups["whole"]), "percent"), "same language"


def _tenths(groups: dict[str, str], _grammar: Grammar) -> _Read:
    return _share(_chinese_words(groups["tenths"]), 10), "same language"


def _chinese_month(groups: dict[str, str], _grammar: Grammar) -> _Read:
    return Date(month=_chinese_words(groups["han_month"])), "same language"


def _chinese_run(groups: dict[str, str], _grammar: Grammar) -> _Read:
    run = groups["run"]
    unit = UNIT_OF.get(groups.get("run_unit", ""), "")
    measure = groups.get("measure", "")
    digits = set(run) & set(HAN_DIGITS)
    # 二〇一七年: digits read one by one
    if unit == "years" and len(run) == 4 and set(run) <= set(HAN_DIGITS):
        return Date(_chinese_words(run)), "any language"
    # 第三, 三家, 三元 and 三百 count something; a bare 三 may be a part of any word.
    has_places = len(run) > 1 and bool(set(run) & set(HAN_SCALES))
    counts = bool("first" in groups or measure or unit or has_places)
    # 一家 is often no more than "a", and a lone 万 or 百 stands in words and names.
    is_word = set(run) <= {"一"} or not (digits or measure)
    # 十几家: some number of them
    is_vague = "vague" in groups
    scope: MatchScope = "nowhere"
    if counts and not is_word and not is_vague:
        scope = "same language"
    return Number(Fraction(_chinese_words(run)), unit), scope


def _chinese_words(run: str) -> int:
    """ "三百二十" → 320, "二〇一七" → 2017.

    Worked out as it is said: a digit waits for its place (百), places add up to a group, and 万 or
    亿 closes the group.
    """
    if not set(run) & {*HAN_SCALES, *HAN_GROUPS}:
        return int("".join(str(HAN_DIGITS[letter]) for letter in run))
    total = group = digit = 0
    for letter in run:
        if letter in HAN_DIGITS:
            digit = HAN_DIGITS[letter]
        elif letter in HAN_SCALES:
            group += (digit or 1) * HAN_SCALES[letter]
            digit = 0
        elif letter == "万":
            total += max(1, group + digit) * HAN_GROUPS[letter]
            group = digit = 0
        else:
            # 亿 multiplies all before it: 三万亿
            total = max(1, total + group + digit) * HAN_GROUPS[letter]
            group = digit = 0
    return total + group + digit


_READERS: dict[str, Callable[[dict[str, str], Grammar], _Read]] = {
    "half": _half,
    "double": _double,
    "part": _part,
    "ordinal": _ordinal,
    "english_run": _english_run,
    "german_run": _german_run,
    "glued": _glued,
    "chinese_part": _chinese_part,
    "tenths": _tenths,
    "chinese_month": _chinese_month,
    "chinese_run": _chinese_run,
}


# Units that a number takes from the next one

_RANGE = re.compile(r"\.?[ \u00a0]?(?:to|bis|auf|[-–—~～至到])[ \u00a0]?")
_JOINED = re.compile(
    r"\.?[ \u00a0]?(?:and|und|or|oder|[和与或、])[ \u00a0]?"
    r"(?:(?:about|over|more than|fast|rund|über|mehr als) )?"
)
_BETWEEN_TWO = re.compile(r"(?:\b[Bb]etween|\b[Zz]wischen|介于)[ \u00a0]?\Z")
# As much of the text before a number as "zwischen " and the letter before it can fill.
_BETWEEN_REACH = 12


def _with_shared_units(text: str, readings: list[_Reading], grammar: Grammar) -> list[Numeral]:
    """A bare number takes the scale and the unit of the one after it, or the month of a date.

    From right to left, so that in "1, 2 or 3 percent" each can hand on what it has taken.
    """
    numerals = [reading.numeral for reading in readings]
    for place in range(len(numerals) - 2, -1, -1):
        first, second = numerals[place], numerals[place + 1]
        if not isinstance(first.value, Number) or first.value.unit:
            continue
        # "between 300 and 350 billion" is a range, whatever word joins the two.
        before = text[max(0, first.start - _BETWEEN_REACH) : first.start]
        between = "-" if _BETWEEN_TWO.search(before) else text[first.end : second.start]
        scales = (readings[place].scale, readings[place + 1].scale)
        value = _shared(first.value, second.value, scales, between, grammar)
        numerals[place] = first._replace(value=value)
    return numerals


def _shared(
    first: Number,
    second: Number | Date,
    scales: tuple[str | None, str | None],
    between: str,
    grammar: Grammar,
) -> Number | Date:
    """``first`` with what it leaves to ``second`` to say; ``scales`` are the words of the two."""
    is_range = bool(_RANGE.fullmatch(between))
    is_joined = is_range or bool(_JOINED.fullmatch(between))
    if isinstance(second, Date):
        # "from 17 to 19 September": a day of a month that stands later
        is_day = is_joined and second.day and first.value in range(1, 32)
        return Date(day=int(first.value)) if is_day else first
    first_scale, second_scale = scales
    scale = grammar.scales.get(second_scale or "", 1)
    # "300 to 350 billion" shares the scale; "from 12 to 3 billion" is a fall from 12 alone.
    rises = first.value < second.value / scale
    if is_range and first_scale is None and rises:
        return Number(first.value * scale, second.unit)
    # "3 and 5 percent", "3 million and 5 million yuan": alike in form, so alike in unit
    is_same_form = (first_scale is None) == (second_scale is None)
    return replace(first, unit=second.unit) if is_joined and is_same_form else first
