"""Numbers as a reader of each language writes them: 1,500 · 1.500 · 1500, and 300 billion · 300 Milliarden · 3000亿."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

_FACTORS = {"million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}
_SCALES = {
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "de": ((12, " Billionen"), (9, " Milliarden"), (6, " Millionen")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
_ONE = {" Billionen": " Billion", " Milliarden": " Milliarde", " Millionen": " Million"}
_SEPARATORS = {"en": (",", "."), "de": (".", ","), "zh": ("", ".")}
_UNITS = {
    "count": ("", "", ""),
    "year": ("", "", "年"),
    "PUE": ("", "", ""),
    "percent": ("%", " %", "%"),
    "percentage points": (" percentage points", " Prozentpunkte", "个百分点"),
    "yuan": (" yuan", " Yuan", "元"),
    "US dollars": (" US dollars", " US-Dollar", "美元"),
    "euros": (" euros", " Euro", "欧元"),
    "kWh": (" kWh", " kWh", "千瓦时"),
    "gigawatts": (" GW", " GW", "吉瓦"),
    "square kilometres": (" km²", " km²", "平方公里"),
    "km": (" km", " km", "公里"),
    "hours": (" h", " h", "小时"),
    "years": (" years", " Jahre", "年"),
    "points": (" points", " Punkte", "分"),
}
_NOTES = {
    "en": {
        "about": "about {}",
        "nearly": "nearly {}",
        "more than": "more than {}",
        "target": "{} (target)",
        "forecast": "{} (forecast)",
    },
    "de": {
        "about": "rund {}",
        "nearly": "knapp {}",
        "more than": "über {}",
        "target": "{} (Ziel)",
        "forecast": "{} (Prognose)",
    },
    "zh": {
        "about": "约{}",
        "nearly": "近{}",
        "more than": "超过{}",
        "target": "{}（目标）",
        "forecast": "{}（预测）",
    },
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(),
}
# How much of a base unit one of these is; bars of one plot are as long as their numbers in the base unit.
_BASE = {"P": Decimal(10) ** 15, "EFLOPS": Decimal(10) ** 18}


def magnitude(value: Decimal, unit: str) -> Decimal:
    """The value in the base unit, so that 50 million yuan and 1 billion yuan, or P and EFLOPS, can be compared."""
    scale, _, _ = unit.partition(" ")
    return value * _FACTORS.get(scale, _BASE.get(unit, Decimal(1)))


def base_unit(unit: str) -> str:
    """What a unit counts in the end: yuan for billion yuan, P for EFLOPS."""
    scale, _, rest = unit.partition(" ")
    return "P" if unit in _BASE else rest if scale in _FACTORS else unit


def quantity(value: Decimal, unit: str, note: str, language: str) -> str:
    """A value with its unit and its note: "more than 300 billion yuan", „über 300 Milliarden Yuan“, “超过3000亿元”."""
    scale, _, rest = unit.partition(" ")
    base = rest if scale in _FACTORS else unit
    suffix = _UNITS.get(base, (f" {base}",) * 3)[("en", "de", "zh").index(language)]
    number = (
        _digits(value, "", ".")
        if unit == "year"
        else in_words(value * _FACTORS.get(scale, Decimal(1)), language)
    )
    return _NOTES[language].get(note, "{}").format(number + suffix)


def exact(value: Fraction) -> Decimal:
    """A value that was worked out, as ``quantity`` and ``plain`` take it."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def side_by_side(numbers: Iterable[str], language: str) -> str:
    """Numbers as they are written in ``language``, one after the other."""
    return ("，" if language == "zh" else ", ").join(numbers)


def in_words(value: Decimal, language: str) -> str:
    """A number with its scale as a word where it is large, and the separators of the language."""
    exponent, word = next(
        ((e, w) for e, w in _SCALES[language] if value >= Decimal(10) ** e), (0, "")
    )
    shown = value.scaleb(-exponent)
    return _digits(shown, *_SEPARATORS[language]) + (_ONE.get(word, word) if shown == 1 else word)


def plain(value: Decimal, language: str) -> str:
    """A number in digits alone, with the separators of the language."""
    return _digits(value, *_SEPARATORS[language])


def _digits(value: Decimal, group: str, point: str) -> str:
    """Plain digits, grouped by three, without idle zeros."""
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", group) + (point + fraction if fraction else "")


def date(year: str, language: str) -> str:
    """ "2025" or "2025-06" as it is written: Jun 2025 · Juni 2025 · 2025年6月."""
    number, _, month = year.partition("-")
    if language == "zh":
        return f"{number}年" + (f"{int(month)}月" if month else "")
    return f"{_MONTHS[language][int(month) - 1]} {number}" if month else number
