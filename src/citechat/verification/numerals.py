"""Numbers and dates as English, German and Chinese write them, and where they stand.

1.5 trillion = 1,5 Billionen = 1.5万亿; 20 July 2017 = 20. Juli 2017 = 2017年7月20日; one third = ein Drittel = 三分之一.
Digits glued to Latin letters belong to a name (DeepSeek-R1, 01.AI, H800) and are left out, except decades, ordinals and
units (1990s, 55th, 42GW). In a range the first number shares what stands after the second: 30 to 40 percent = 30%至40%.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

Binding = Literal["always", "same language", "never"]
"""Where a claim that states this must find it: in any text, in one of its own language, or nowhere.

Digits say the same in all languages; "a second report" may be 另一篇; 一 and "first" are often no numbers at all.
"""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact value and its unit ("percent", "yuan", "hours", …), empty where none stands."""

    value: Fraction
    unit: str = ""

    def __str__(self) -> str:
        shown = f"{int(self.value)}" if self.value.denominator == 1 else f"{float(self.value)}"
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
    """A number or date in a text, and what it binds a claim to."""

    start: int
    end: int
    value: Number | Date
    binds: Binding


# Units

_UNITS: dict[str, tuple[str, ...]] = {
    "percent": ("%", "％", "percent", "per cent", "Prozent", "prozent"),
    "percentage points": (
        "percentage point",
        "percentage points",
        "Prozentpunkt",
        "Prozentpunkte",
        "Prozentpunkten",
        "个百分点",
    ),
    "yuan": ("yuan", "Yuan", "RMB", "CNY", "renminbi", "Renminbi", "¥", "元人民币", "元", "人民币"),
    "dollars": (
        "US dollars",
        "US dollar",
        "US-Dollar",
        "dollars",
        "dollar",
        "Dollar",
        "USD",
        "US$",
        "$",
        "美元",
        "美金",
    ),
    "euros": ("euros", "euro", "Euros", "Euro", "EUR", "€", "欧元"),
    "seconds": ("seconds", "Sekunde", "Sekunden", "秒"),
    "minutes": ("minute", "minutes", "Minute", "Minuten", "分钟"),
    "hours": ("hour", "hours", "Stunde", "Stunden", "个小时", "小时"),
    "days": ("day", "days", "Tag", "Tage", "Tagen", "天"),
    "weeks": ("week", "weeks", "Woche", "Wochen", "周"),
    "months": ("month", "months", "Monat", "Monate", "Monaten", "个月"),
    "years": ("year", "years", "Jahr", "Jahre", "Jahren", "年"),
    "metres": ("metre", "metres", "meter", "meters", "Meter", "Metern", "米"),
    "kilometres": (
        "km",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "Kilometer",
        "Kilometern",
        "公里",
        "千米",
    ),
    "tonnes": ("tonne", "tonnes", "tons", "Tonne", "Tonnen", "吨"),
    "degrees": ("degree", "degrees", "Grad", "°C", "°", "℃", "摄氏度"),
    "kilowatts": ("kW", "kilowatt", "kilowatts", "Kilowatt", "千瓦"),
    "megawatts": ("MW", "megawatt", "megawatts", "Megawatt", "兆瓦"),
    "gigawatts": ("GW", "gigawatt", "gigawatts", "Gigawatt", "吉瓦"),
    "kilowatt-hours": (
        "kWh",
        "kilowatt-hour",
        "kilowatt-hours",
        "Kilowattstunde",
        "Kilowattstunden",
        "千瓦时",
    ),
    "PFLOPS": ("P", "PFLOPS", "petaflops"),
    "EFLOPS": ("E", "EFLOPS", "exaflops"),
    "times": ("times", "-fold", "fold", "mal", "-mal", "fach", "-fach", "fache", "-Fache", "倍"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings}
CURRENCIES = ("yuan", "dollars", "euros")
_MONEY_BEFORE = ("US$", "$", "€", "¥", "RMB", "USD", "EUR", "CNY")


def _any_of(spellings: Sequence[str]) -> str:
    return "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))


_UNIT = rf"(?:[ \u00a0-]?(?P<unit>{_any_of(list(_UNIT_OF))})(?![A-Za-zÄÖÜäöüß]))?"


# Numbers in words


def _counted(first: int, words: str, step: int = 1) -> dict[str, int]:
    return {word: first + step * at for at, word in enumerate(words.split())}


_EN_SMALL = _counted(
    1,
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
_EN_TENS = _counted(20, "twenty thirty forty fifty sixty seventy eighty ninety", step=10)
_EN_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_EN_PARTS = _counted(3, "third quarter fifth sixth seventh eighth ninth tenth")
_EN_ORDINALS = _counted(
    1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_DE_SMALL = _counted(
    1,
    "eins zwei drei vier fünf sechs sieben acht neun zehn "
    "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
)
_DE_ONES = list(_DE_SMALL)[:9]
_DE_TENS = _counted(20, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", step=10)
_DE_BETWEEN = {
    f"{one.removesuffix('s') if one == 'eins' else one}und{ten}": value + _DE_SMALL[one]
    for ten, value in _DE_TENS.items()
    for one in _DE_ONES
}
_DE_ROUND = {
    f"{'' if one == 'eins' else one}{scale}": _DE_SMALL[one] * value
    for one in _DE_ONES
    for scale, value in (("hundert", 100), ("tausend", 1000))
}
_DE_WORDS = _DE_SMALL | _DE_TENS | _DE_BETWEEN | _DE_ROUND
_DE_PARTS = _counted(2, "Hälfte Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel")
_DE_ORDINALS = _counted(1, "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft")
_HAN_DIGITS = {"〇": 0, "零": 0, "两": 2} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
_HAN_GROUPS = {"万": 10**4, "亿": 10**8}
_HAN_RUN = f"[{''.join((*_HAN_DIGITS, *_HAN_SCALES, *_HAN_GROUPS))}]"
_HAN_MEASURES = "个家位名款台项种条座所次人年天倍届块步"


def _english_words(run: str) -> int:
    """ "two hundred and fifty thousand" → 250000."""
    total = current = 0
    for word in re.findall(r"[a-z]+", run.lower()):
        if word in _EN_SCALES and word != "hundred":
            total, current = total + max(1, current) * _EN_SCALES[word], 0
        elif word == "hundred":
            current = max(1, current) * 100
        else:
            current += _EN_SMALL.get(word, 0) + _EN_TENS.get(word, 0)
    return total + current


def _chinese_words(run: str) -> int:
    """ "三百二十" → 320, "二〇一七" → 2017."""
    if not set(run) & {*_HAN_SCALES, *_HAN_GROUPS}:
        return int("".join(str(_HAN_DIGITS[letter]) for letter in run))
    total = group = digit = 0
    for letter in run:
        if letter in _HAN_DIGITS:
            digit = _HAN_DIGITS[letter]
        elif letter in _HAN_SCALES:
            group, digit = group + (digit or 1) * _HAN_SCALES[letter], 0
        elif letter == "万":
            total, group, digit = total + max(1, group + digit) * _HAN_GROUPS[letter], 0, 0
        else:
            total, group, digit = max(1, total + group + digit) * _HAN_GROUPS[letter], 0, 0
    return total + group + digit


# How each language writes


@dataclass(frozen=True)
class _Writing:
    """How a language writes numbers: ``words`` are further patterns, each with what its match says."""

    digits: str
    group: str
    point: str
    scales: dict[str, int]
    scale: str
    dates: tuple[str, ...]
    words: dict[str, tuple[str, Callable[[re.Match[str]], tuple[Number | Date, Binding]]]]
    months: tuple[str, ...] = ()


def _share(parts: int, of: int) -> Number:
    return Number(Fraction(100 * parts, of), "percent")


def _english_part(match: re.Match[str]) -> tuple[Number, Binding]:
    part = match["en_part"] or match["en_part_of"]
    return _share(
        _EN_SMALL.get((match["en_parts"] or "one").lower(), 1), _EN_PARTS[part.lower()]
    ), "same language"


def _english_run(match: re.Match[str]) -> tuple[Number, Binding]:
    value = _english_words(match["en_run"])
    unit = _UNIT_OF.get(match["en_unit"] or "", "")
    return Number(Fraction(value), unit), "same language" if value > 1 else "never"


def _english_ordinal(match: re.Match[str]) -> tuple[Number, Binding]:
    value = _EN_ORDINALS[match["en_ordinal"].lower()]
    return Number(Fraction(value)), "same language" if value > 1 else "never"


def _german_part(match: re.Match[str]) -> tuple[Number, Binding]:
    number = _DE_SMALL.get((match["de_parts"] or "").lower(), 1)
    return _share(number, _DE_PARTS[match["de_part"].capitalize()]), "same language"


def _german_run(match: re.Match[str]) -> tuple[Number, Binding]:
    value = _DE_WORDS[match["de_run"].lower()]
    scale = _GERMAN_SCALES.get(match["de_scale"] or "", 1)
    return Number(
        Fraction(value * scale), _UNIT_OF.get(match["de_unit"] or "", "")
    ), "same language" if value > 1 else "never"


def _german_ordinal(match: re.Match[str]) -> tuple[Number, Binding]:
    value = _DE_ORDINALS[match["de_ordinal"].lower()]
    return Number(Fraction(value)), "same language" if value > 1 else "never"


def _german_glued(match: re.Match[str]) -> tuple[Number, Binding]:
    return Number(Fraction(_DE_SMALL[match["de_glued"].lower()])), "never"


def _chinese_part(match: re.Match[str]) -> tuple[Number, Binding]:
    whole, part = (match["zh_whole"], match["zh_of"])
    share = Fraction(part) if part[0].isascii() else Fraction(_chinese_words(part))
    return Number(100 * share / _chinese_words(whole), "percent"), "same language"


def _chinese_tenths(match: re.Match[str]) -> tuple[Number, Binding]:
    return _share(_chinese_words(match["zh_tenths"]), 10), "same language"


def _chinese_month(match: re.Match[str]) -> tuple[Date, Binding]:
    return Date(month=_chinese_words(match["zh_month"])), "same language"


def _chinese_run(match: re.Match[str]) -> tuple[Number | Date, Binding]:
    run, unit = match["zh_run"], _UNIT_OF.get(match["zh_unit"] or "", "")
    if unit == "years" and len(run) == 4 and set(run) <= set(_HAN_DIGITS):
        return Date(_chinese_words(run)), "always"
    counts = bool(
        match["zh_first"]
        or match["zh_measure"]
        or unit
        or (len(run) > 1 and set(run) & {*_HAN_SCALES})
    )
    named = set(run) <= {"一"} or not (set(run) & set(_HAN_DIGITS) or match["zh_measure"])
    vague = bool(match["zh_vague"])
    return Number(
        Fraction(_chinese_words(run)), unit
    ), "same language" if counts and not named and not vague else "never"


def _half(_: re.Match[str]) -> tuple[Number, Binding]:
    return _share(1, 2), "same language"


def _double(_: re.Match[str]) -> tuple[Number, Binding]:
    return Number(Fraction(2), "times"), "never"


_EN_WORD = "|".join((*_EN_SMALL, *_EN_TENS))
_EN_RUN = (
    rf"(?:{_EN_WORD})(?:[ -](?:and )?(?:{_EN_WORD}|hundred|thousand|million|billion|trillion))*"
)
_GERMAN_SCALES = {
    spelling: value
    for value, spellings in (
        (10**3, "Tausend Tsd."),
        (10**6, "Million Millionen Mio."),
        (10**9, "Milliarde Milliarden Mrd."),
        (10**12, "Billion Billionen Bio."),
    )
    for spelling in spellings.split()
}
_ENGLISH = _Writing(
    digits=r"(?>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
    group=",",
    point=".",
    scales={"bn": 10**9, "mn": 10**6, "tn": 10**12}
    | {name: value for name, value in _EN_SCALES.items() if value > 100},
    scale=r"(?:[ \u00a0-]?(?P<scale>thousand|million|billion|trillion|bn|mn|tn)(?![a-z]))?",
    dates=(
        r"(?:(?P<day_>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \u00a0])?\b(?P<month_>MONTH)(?![a-z])\.?"
        r"(?:[ \u00a0](?P<day__>\d{1,2})(?:st|nd|rd|th)?(?![\d.,]*\d|[A-Za-z%]))?(?:,?[ \u00a0](?P<year_>(?:19|20)\d\d)(?!\d))?",
    ),
    months=tuple(
        "January February March April May June July August September October November December".split()
    ),
    words={
        "en_half": (r"(?<!first )(?<!second )\bhalf\b", _half),
        "en_part": (
            rf"(?<!first )(?<!last )\b(?:(?P<en_parts>{'|'.join(list(_EN_SMALL)[:9])})[ -](?P<en_part>{'|'.join(_EN_PARTS)})s?"
            rf"|(?:an? )?(?P<en_part_of>{'|'.join(_EN_PARTS)})(?= of\b| as\b))\b",
            _english_part,
        ),
        "en_run": (
            rf"\b(?P<en_run>{_EN_RUN})\b(?:[ -](?P<en_unit>{_any_of(list(_UNIT_OF))})\b)?",
            _english_run,
        ),
        "en_ordinal": (rf"\b(?P<en_ordinal>{'|'.join(_EN_ORDINALS)})\b(?!,)", _english_ordinal),
        "en_double": (r"\b(?:twice|twofold|doubl(?:e|es|ed|ing))\b", _double),
    },
)
_GERMAN = _Writing(
    digits=r"(?>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+|\.\d{1,2}(?![.\d]))?)",
    group=".",
    point=",",
    scales=_GERMAN_SCALES,
    scale=r"(?:[ \u00a0-]?(?P<scale>Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?|(?:Tsd|Mio|Mrd|Bio)\.)(?![a-z]))?",
    dates=(
        r"\b(?P<day_>\d{1,2})\.[ \u00a0]?(?P<digits_month_>\d{1,2})\.[ \u00a0]?(?P<year_>(?:19|20)\d\d)(?!\d)",
        r"(?:(?P<day__>\d{1,2})\.[ \u00a0]?)?\b(?P<month_>MONTH)(?![a-zä])\.?(?:[ \u00a0](?P<year__>(?:19|20)\d\d)(?!\d))?",
    ),
    months=tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
    words={
        "de_part": (
            rf"\b(?:(?P<de_parts>ein|{'|'.join(list(_DE_SMALL)[1:9])})(?:em|es)?[ -])?(?P<de_part>{'|'.join(_DE_PARTS)})[ns]?\b",
            _german_part,
        ),
        "de_run": (
            rf"\b(?P<de_run>{_any_of(list(_DE_WORDS))})\b(?:[ -](?P<de_scale>{_any_of(list(_GERMAN_SCALES))}))?"
            rf"(?:[ -](?P<de_unit>{_any_of(list(_UNIT_OF))})\b)?",
            _german_run,
        ),
        "de_ordinal": (rf"\b(?P<de_ordinal>{'|'.join(_DE_ORDINALS)})e[nmrs]?\b", _german_ordinal),
        "de_half": (r"\bhalbe?[nmrs]?\b(?! Jahr)", _half),
        "de_double": (r"\b(?:ver)?doppelt?\w*|\bzweimal\b", _double),
        "de_glued": (
            rf"\b(?:ver)?(?P<de_glued>{'|'.join(list(_DE_SMALL)[1:10])})(?=[a-zäöü-])",
            _german_glued,
        ),
    },
)
_CHINESE = _Writing(
    digits=r"(?>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
    group=",",
    point=".",
    scales={
        "万亿": 10**12,
        "千亿": 10**11,
        "百亿": 10**10,
        "亿": 10**8,
        "千万": 10**7,
        "百万": 10**6,
        "万": 10**4,
        "千": 10**3,
    },
    scale=r"(?:[ 多余]?(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千)(?![瓦米克兆])[多余]?)?",
    dates=(
        r"(?:(?P<year_>(?:19|20)\d\d) ?年 ?)?(?<!\d)(?P<digits_month_>\d{1,2}) ?月(?: ?(?P<day_>\d{1,2}) ?[日号])?",
        r"(?<!\d)(?P<year__>(?:19|20)\d\d) ?年",
        r"(?<![\d.])(?P<day__>\d{1,2}) ?日",
    ),
    words={
        "zh_part": (
            rf"(?P<zh_whole>{_HAN_RUN}+)分之(?P<zh_of>\d+(?:\.\d+)?|{_HAN_RUN}+)",
            _chinese_part,
        ),
        "zh_tenths": (r"(?P<zh_tenths>[两三四五六七八九])成(?![为立员长熟功])", _chinese_tenths),
        "zh_half": (r"一半|半数", _half),
        "zh_month": (
            r"(?<![个〇一二三四五六七八九十])(?P<zh_month>十[一二]?|[一二三四五六七八九])月",
            _chinese_month,
        ),
        "zh_double": (r"翻番|翻了?一番|加倍", _double),
        "zh_run": (
            rf"(?P<zh_first>第)?(?P<zh_run>{_HAN_RUN}+)(?P<zh_vague>[几多余来])?"
            rf"(?:(?P<zh_unit>{_any_of([s for s in _UNIT_OF if not s.isascii()])})|(?P<zh_measure>[{_HAN_MEASURES}]))?",
            _chinese_run,
        ),
    },
)
_WRITINGS = {"en": _ENGLISH, "de": _GERMAN, "zh": _CHINESE}

_NUMBER = (
    rf"(?:(?P<money>{_any_of(_MONEY_BEFORE)})[ \u00a0]?|(?<![A-Za-z0-9_ÄÖÜäöüß])(?<!\d[.,]))(?P<digits>DIGITS)(?!\d)"
    rf"(?:(?:s|st|nd|rd|th|er)(?![A-Za-z])|SCALE{_UNIT})(?![A-Za-z0-9ÄÖÜäöüß])(?!\.[A-Za-z]{{2}}(?![a-z]))"
)
_ISO_DATE = r"(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"


def _compiled(writing: _Writing) -> re.Pattern[str]:
    """One pattern for all: dates before digits, digits before words."""
    short = [
        *(name[:3] for name in writing.months),
        "Sept",
    ]  # only before a digit: Lei Jun is a man
    months = (
        rf"(?:{_any_of(writing.months)}|(?:{_any_of(short)})(?=\.? \d))"
        if writing.months
        else "(?!)"
    )
    dates = [
        f"(?P<date{at}>{pattern.replace('MONTH', months)})"
        for at, pattern in enumerate(writing.dates)
    ]
    number = (
        f"(?P<number>{_NUMBER.replace('DIGITS', writing.digits).replace('SCALE', writing.scale)})"
    )
    words = [f"(?P<says_{name}>(?i:{pattern}))" for name, (pattern, _) in writing.words.items()]
    return re.compile("|".join([_ISO_DATE, *dates, number, *words]))


_PATTERNS = {language: _compiled(writing) for language, writing in _WRITINGS.items()}


def read_numerals(text: str, language: str) -> list[Numeral]:
    """The numbers and dates of ``text`` in order."""
    found = [
        (match, _read(match, _WRITINGS[language])) for match in _PATTERNS[language].finditer(text)
    ]
    numerals = [
        Numeral(match.start(), match.end(), value, binds) for match, (value, binds) in found
    ]
    return _with_shared_units(text, numerals, [match for match, _ in found], _WRITINGS[language])


def _read(match: re.Match[str], writing: _Writing) -> tuple[Number | Date, Binding]:
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    if "iso" in groups:
        year, month, day = map(int, groups["iso"].split("-"))
        return Date(year, month, day), "always"
    if "digits" in groups:
        return _number_or_year(match, writing), "always"
    for name, (_, says) in writing.words.items():
        if f"says_{name}" in groups:
            return says(match)
    return _date(groups, writing), "always"


def _date(groups: dict[str, str], writing: _Writing) -> Date:
    parts = {name.rstrip("_"): text for name, text in groups.items()}
    named = [
        number
        for number, name in enumerate(writing.months, 1)
        if name[:3] == parts.get("month", "")[:3]
    ]
    month = named[0] if named else _whole(parts.get("digits_month"))
    return Date(_whole(parts.get("year")), month, _whole(parts.get("day")))


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _number_or_year(match: re.Match[str], writing: _Writing) -> Number | Date:
    unit = _UNIT_OF.get(match["unit"] or match["money"] or "", "")
    digits = match["digits"]
    if re.fullmatch(r"(?:19|20)\d\d", digits) and not unit and not match["scale"]:
        return Date(int(digits))
    return Number(_value(digits, writing) * writing.scales.get(match["scale"] or "", 1), unit)


def _value(digits: str, writing: _Writing) -> Fraction:
    if re.fullmatch(
        r"\d+\.\d{1,2}", digits
    ):  # no language groups by one or two digits: 2.5 is two and a half in all
        return Fraction(digits)
    return Fraction(digits.replace(writing.group, "").replace(writing.point, "."))


# Units that a number takes from another

_RANGE = re.compile(r"\.?[ \u00a0]?(?:to|bis|auf|[-–—~～至到])[ \u00a0]?")
_BETWEEN_TWO = re.compile(r"(?:\b[Bb]etween|\b[Zz]wischen|介于)[ \u00a0]?\Z")
_JOINED = re.compile(
    r"\.?[ \u00a0]?(?:and|und|or|oder|[和与或、])[ \u00a0]?(?:(?:about|over|more than|fast|rund|über|mehr als) )?"
)


def _with_shared_units(
    text: str, numerals: list[Numeral], matches: Sequence[re.Match[str]], writing: _Writing
) -> list[Numeral]:
    """Right to left: a bare first number takes the scale and the unit of the second, or the month of a date."""
    for at in range(len(numerals) - 2, -1, -1):
        first, second = numerals[at], numerals[at + 1]
        between = (
            "-" if _BETWEEN_TWO.search(text[: first.start]) else text[first.end : second.start]
        )
        if isinstance(first.value, Number) and not first.value.unit:
            scales = [match["scale"] if match["digits"] else None for match in matches[at : at + 2]]
            numerals[at] = first._replace(
                value=_shared(first.value, second.value, scales, between, writing)
            )
    return numerals


def _shared(
    first: Number,
    second: Number | Date,
    scales: Sequence[str | None],
    between: str,
    writing: _Writing,
) -> Number | Date:
    joined = bool(_RANGE.fullmatch(between) or _JOINED.fullmatch(between))
    if isinstance(second, Date):
        return (
            Date(day=int(first.value))
            if joined and second.day and first.value in range(1, 32)
            else first
        )
    scale = writing.scales.get(scales[1] or "", 1)
    if _RANGE.fullmatch(between) and scales[0] is None and first.value < second.value / scale:
        return Number(first.value * scale, second.unit)
    same_form = (scales[0] is None) == (scales[1] is None)
    return replace(first, unit=second.unit) if joined and same_form else first
