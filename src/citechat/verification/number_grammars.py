"""Tables: how English, German and Chinese write numbers, units and dates.

Patterns and words only; ``numerals`` makes values of what they match. The groups of a pattern are
the same in all languages: ``digits``, ``scale``, ``unit`` and ``money`` for a number in digits,
``day``, ``month``, ``month_digits`` and ``year`` for a date, ``run``, ``part`` and so on for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..language.dates import MONTHS


def _any_of(spellings: Iterable[str]) -> str:
    """Alternatives, the longest first: "percentage points" before "percent"."""
    longest_first = sorted(spellings, key=len, reverse=True)
    return "|".join(re.escape(spelling) for spelling in longest_first)


def _numbered(first: int, words: str, step: int = 1) -> dict[str, int]:
    """Words in their order → their values: (1, "one two") → {"one": 1, "two": 2}."""
    return {word: first + step * place for place, word in enumerate(words.split())}


# Units

_UNIT_SPELLINGS: dict[str, tuple[str, ...]] = {
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
UNIT_OF = {spelling: unit for unit, group in _UNIT_SPELLINGS.items() for spelling in group}
CURRENCIES = ("yuan", "dollars", "euros")
_MONEY_BEFORE = ("US$", "$", "€", "¥", "RMB", "USD", "EUR", "CNY")
_ANY_UNIT = _any_of(UNIT_OF)
_CHINESE_UNITS = _any_of(spelling for spelling in UNIT_OF if not spelling.isascii())


# Number words, all in lower case: patterns of words are matched without regard to case

EN_ONES = _numbered(
    1,
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
EN_TENS = _numbered(20, "twenty thirty forty fifty sixty seventy eighty ninety", step=10)
EN_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_EN_PARTS = _numbered(3, "third quarter fifth sixth seventh eighth ninth tenth")
_EN_ORDINALS = _numbered(
    1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
# Built up as numbers are, so that each is read alone: "two and three percent" is 2 and 3, not 5;
# "five million and three million" are two sums.
_EN_DIGIT = "|".join(list(EN_ONES)[:9])
_EN_BELOW_100 = rf"(?:(?:{'|'.join(EN_TENS)})(?:[ -](?:{_EN_DIGIT}))?|{'|'.join(EN_ONES)})"
_EN_BELOW_1000 = rf"(?:{_EN_BELOW_100}(?:[ -]hundred(?:[ -](?:and )?{_EN_BELOW_100})?)?)"


def _english_run() -> str:
    """Each scale with what may come after it: less than one of that scale."""
    run = _EN_BELOW_1000
    for scale in EN_SCALES:
        run = rf"(?:{_EN_BELOW_1000}[ -]{scale}(?:[ -](?:and )?{run})?|{run})"
    return rf"{run}(?!\w|[ -](?:hundred|{'|'.join(EN_SCALES)})\b)"


_DE_ONES = _numbered(
    1,
    "eins zwei drei vier fünf sechs sieben acht neun zehn "
    "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
)
_DE_DIGITS = list(_DE_ONES)[:9]
_DE_TENS = _numbered(20, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", step=10)
# einundzwanzig … neunundneunzig: one and twenty
_DE_BETWEEN = {
    f"{'ein' if one == 'eins' else one}und{ten}": value + _DE_ONES[one]
    for ten, value in _DE_TENS.items()
    for one in _DE_DIGITS
}
DE_BELOW_100 = _DE_ONES | _DE_TENS | _DE_BETWEEN | {"ein": 1}
# A number below a million is one word: zweihundertvierunddreißigtausendfünfhundert.
DE_PLACES = {"tausend": 1000, "hundert": 100}
_DE_COUNT = _any_of(DE_BELOW_100)
_DE_HUNDREDS = rf"(?:(?:ein|{'|'.join(_DE_DIGITS)})?hundert(?:(?:und)?(?:{_DE_COUNT}))?)"
_DE_BELOW_1000 = rf"(?:{_DE_HUNDREDS}|{_DE_COUNT})"
# "von dreien", "zweier Firmen": the small ones may have an ending.
_DE_ENDING = r"(?:(?<=zwei)(?:en|er)|(?<=drei)(?:en|er)|(?:(?<=vier)|(?<=fünf)|(?<=sechs))en)"
_DE_RUN = (
    rf"(?:{_DE_BELOW_1000}?tausend(?:(?:und)?{_DE_BELOW_1000})?"
    rf"|{_DE_HUNDREDS}|{_any_of(DE_BELOW_100.keys() - {'ein'})})"
)
_DE_PARTS = _numbered(2, "hälfte drittel viertel fünftel sechstel siebtel achtel neuntel zehntel")
_DE_ORDINALS = _numbered(
    1, "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"
)
# German counts on the long scale: a Billion is 10^12, a Milliarde 10^9.
DE_SCALES = {
    spelling: value
    for value, spellings in (
        (10**3, "Tausend Tsd."),
        (10**6, "Million Millionen Mio."),
        (10**9, "Milliarde Milliarden Mrd."),
        (10**12, "Billion Billionen Bio."),
    )
    for spelling in spellings.split()
}

_DE_A_SCALE = rf"ein(?:e[rn]?)?(?=[ -](?:{_any_of(DE_SCALES)}))"

HAN_DIGITS = {"〇": 0, "零": 0, "两": 2} | _numbered(1, "一 二 三 四 五 六 七 八 九")
HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
# Chinese counts in groups of four digits: 万 is 10^4, 亿 is 10^8.
HAN_GROUPS = {"万": 10**4, "亿": 10**8}
_HAN_RUN = f"[{''.join((*HAN_DIGITS, *HAN_SCALES, *HAN_GROUPS))}]"
# Behind four digits these make them a number and no year: 2000名学者. Not 款, 届 or 次, as in 2024款.
_COUNTED_ZH = (
    r"名(?![单列次校])|位(?![列居于次])|家(?![电庭居长具政])|个(?!人)|人(?![工形类脸民才口均物])"
)
_HAN_MEASURES = "个家位名款台项种条座所次人年天倍届块步"
_ZH_SCALES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "万": 10**4,
    "千": 10**3,
}


# Grammars


@dataclass(frozen=True)
class Grammar:
    """How a language writes numbers.

    ``digits`` and ``scale`` are the patterns of "2,400.5" and " billion", ``scales`` the values of
    the latter; ``group`` and ``point`` part thousands and decimals. ``dates`` are patterns in which
    MONTH stands for a name of ``months``. ``counted`` is what makes
    four digits before it a number and no year. ``words`` are patterns by the name of their reader in
    ``numerals``, in the order in which they are tried; ``ones``, ``parts`` and ``ordinals`` the
    values of the words in them.
    """

    digits: str
    group: str
    point: str
    scale: str
    scales: dict[str, int]
    dates: tuple[str, ...]
    words: dict[str, str]
    months: tuple[str, ...] = ()
    counted: str = r"(?!)"
    ones: dict[str, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)


_ENGLISH = Grammar(
    digits=r"(?>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
    group=",",
    point=".",
    scale=(r"(?:[ \u00a0-]?(?P<scale>thousand|million|billion|trillion|bn|mn|tn)(?![a-z]))?"),
    scales=EN_SCALES | {"bn": 10**9, "mn": 10**6, "tn": 10**12},
    dates=(
        # 20th of July 2017, July 20, 2017, July 2017, July
        r"(?:(?P<day_>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \u00a0])?\b(?P<month_>MONTH)(?![a-z])\.?"
        r"(?:[ \u00a0](?P<day__>\d{1,2})(?:st|nd|rd|th)?(?![\d.,]*\d|[A-Za-z%]))?"
        r"(?:,?[ \u00a0](?P<year_>(?:19|20)\d\d)(?!\d))?",
    ),
    months=MONTHS["en"],
    words={
        "half": r"(?<!first )(?<!second )\bhalf\b",
        "part": (
            r"(?<!first )(?<!last )\b"
            rf"(?:(?P<parts>{'|'.join(list(EN_ONES)[:9])})[ -](?P<part>{'|'.join(_EN_PARTS)})s?"
            rf"|(?:an? )?(?P<part_of>{'|'.join(_EN_PARTS)})(?= of\b| as\b))\b"
        ),
        "english_run": rf"\b(?P<run>{_english_run()})\b(?:[ -](?P<run_unit>{_ANY_UNIT})\b)?",
        "ordinal": rf"\b(?P<ordinal>{'|'.join(_EN_ORDINALS)})\b(?!,)",
        "double": r"\b(?:twice|twofold|doubl(?:e|es|ed|ing))\b",
    },
    ones=EN_ONES,
    parts=_EN_PARTS,
    ordinals=_EN_ORDINALS,
)
_GERMAN = Grammar(
    digits=r"(?>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+|\.\d{1,2}(?![.\d]))?)",
    group=".",
    point=",",
    scale=(
        r"(?:[ \u00a0-]?(?P<scale>Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?"
        # "Bio" without its full stop is how things are grown.
        r"|(?:Tsd|Mio|Mrd)\.?|Bio\.)(?![a-z]))?"
    ),
    scales=DE_SCALES | {"Tsd": 10**3, "Mio": 10**6, "Mrd": 10**9},
    dates=(
        # 20.7.2017
        r"\b(?P<day_>\d{1,2})\.[ \u00a0]?(?P<month_digits_>\d{1,2})\."
        r"[ \u00a0]?(?P<year_>(?:19|20)\d\d)(?!\d)",
        # 20. Juli 2017, Juli 2017, Juli
        r"(?:(?P<day__>\d{1,2})\.[ \u00a0]?)?\b(?P<month_>MONTH)(?![a-zä])\.?"
        r"(?:[ \u00a0](?P<year__>(?:19|20)\d\d)(?!\d))?",
    ),
    months=MONTHS["de"],
    words={
        "part": (
            rf"\b(?:(?P<parts>ein|{'|'.join(_DE_DIGITS[1:])})(?:em|es)?[ -])?"
            rf"(?P<part>{'|'.join(_DE_PARTS)})[ns]?\b"
        ),
        "german_run": (
            rf"\b(?P<run>{_DE_RUN}|{_DE_A_SCALE}){_DE_ENDING}?\b(?:[ -](?P<run_scale>{_any_of(DE_SCALES)}))?"
            rf"(?:[ -](?P<run_unit>{_ANY_UNIT})\b)?"
        ),
        "ordinal": rf"\b(?P<ordinal>{'|'.join(_DE_ORDINALS)})e[nmrs]?\b",
        "half": r"\bhalbe?[nmrs]?\b(?! Jahr)",
        "double": r"\b(?:ver)?doppelt?\w*|\bzweimal\b",
        # Vierbeinroboter, Verzehnfachung: a number that is part of a word
        "glued": rf"\b(?:ver)?(?P<glued>{'|'.join(list(_DE_ONES)[1:10])})(?=[a-zäöü-])",
    },
    ones=_DE_ONES,
    parts=_DE_PARTS,
    ordinals=_DE_ORDINALS,
)
_CHINESE = Grammar(
    digits=r"(?>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
    group=",",
    point=".",
    # 30多亿, 30亿多: some more than that. Not 千 before 瓦, 米 or 克, where it is the unit's.
    scale=(r"(?:[ 多余]?(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千)(?![瓦米克兆])[多余]?)?"),
    scales=_ZH_SCALES,
    counted=_COUNTED_ZH,
    dates=(
        r"(?:(?P<year_>(?:19|20)\d\d) ?年 ?)?(?<!\d)(?P<month_digits_>\d{1,2}) ?月"
        r"(?: ?(?P<day_>\d{1,2}) ?[日号])?",
        r"(?<!\d)(?P<year__>(?:19|20)\d\d) ?年",
        r"(?<![\d.])(?P<day__>\d{1,2}) ?日",
    ),
    words={
        "chinese_part": rf"(?P<whole>{_HAN_RUN}+)分之(?P<part>\d+(?:\.\d+)?|{_HAN_RUN}+)",
        # 四成 is four tenths; 成为, 成立, 成员, … are words that begin with 成
        "tenths": r"(?P<tenths>[两三四五六七八九])成(?![为立员长熟功])",
        "half": r"一半|半数",
        "chinese_month": (
            r"(?<![个〇一二三四五六七八九十])(?P<han_month>十[一二]?|[一二三四五六七八九])月"
        ),
        "double": r"翻番|翻了?一番|加倍",
        "chinese_run": (
            rf"(?P<first>第)?(?P<run>{_HAN_RUN}+)(?P<vague>[几多余来])?"
            rf"(?:(?P<run_unit>{_CHINESE_UNITS})|(?P<measure>[{_HAN_MEASURES}]))?"
        ),
    },
)
GRAMMARS = {"en": _ENGLISH, "de": _GERMAN, "zh": _CHINESE}


# One pattern a language

_UNIT = rf"(?:[ \u00a0-]?(?P<unit>{_ANY_UNIT})(?![A-Za-zÄÖÜäöüß]))?"
# Not behind a letter or within another number, nor before a letter: H800, 01.AI and 4Paradigm are
# names. Decades and ordinals (1990s, 55th) and units (42GW) may be glued to their digits.
_NUMBER = (
    rf"(?:(?P<money>{_any_of(_MONEY_BEFORE)})[ \u00a0]?|(?<![A-Za-z0-9_ÄÖÜäöüß])(?<!\d[.,]))"
    r"(?P<digits>DIGITS)(?!\d)"
    rf"(?:(?:s|st|nd|rd|th|er)(?![A-Za-z])|SCALE{_UNIT})"
    r"(?![A-Za-z0-9ÄÖÜäöüß])(?!\.[A-Za-z]{2}(?![a-z]))"
)
_ISO_DATE = r"(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"


def _compiled(grammar: Grammar) -> re.Pattern[str]:
    """One pattern for all that the grammar knows, so that a text is walked through once.

    The first alternative that matches wins. Dates come before digits, or the 20 of "20 July" would
    be a number; digits before words, since "5 million" is one number and not a 5 beside a word.
    Group names that several date patterns share end in ``_`` or ``__``, because a pattern may not
    use a name twice; who reads a match strips them.
    """
    date_patterns = [pattern.replace("MONTH", _month_names(grammar)) for pattern in grammar.dates]
    dates = [f"(?P<date{place}>{pattern})" for place, pattern in enumerate(date_patterns)]
    number = _NUMBER.replace("DIGITS", grammar.digits).replace("SCALE", grammar.scale)
    words = [f"(?P<words_{name}>(?i:{pattern}))" for name, pattern in grammar.words.items()]
    return re.compile("|".join([_ISO_DATE, *dates, f"(?P<number>{number})", *words]))


def _month_names(grammar: Grammar) -> str:
    """The names in full, or shortened before a digit: "3 Jul 2017", but Jun alone is a man."""
    if not grammar.months:
        return "(?!)"
    short = [name[:3] for name in grammar.months]
    return rf"(?:{_any_of(grammar.months)}|(?:{_any_of([*short, 'Sept'])})(?=\.? \d))"


PATTERNS = {language: _compiled(grammar) for language, grammar in GRAMMARS.items()}
