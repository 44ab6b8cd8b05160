"""The exact numbers of a text in English, German or Chinese, for comparing a text with its translations.

Digits with separators and scale words become one value: 1.5 trillion = 1,5 Billionen = 1.5万亿. A percentage is a value
of its own, so that 30 and 30 percent differ. A month counts as its number, so that 20 July 2017 = 20. Juli 2017 =
2017年7月20日. Digits glued to Latin letters belong to a name (DeepSeek-R1, 01.AI, 4Paradigm, H800, QwQ-32B) and are left
out, except decades and ordinals (1990s, 1990er, 55th). In a range the first number shares the scale and the percent sign
of the second: 30 to 40 percent = 30%至40%. Numbers written as words are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction
    percent: bool = False

    def __str__(self) -> str:
        shown = f"{int(self.value)}" if self.value.denominator == 1 else f"{float(self.value)}"
        return shown + "%" * self.percent


@dataclass(frozen=True)
class _Writing:
    """How a language writes numbers."""

    digits: str
    group: str
    point: str
    scales: dict[str, int]
    scale: str
    percent: str
    months: tuple[str, ...] = ()


_ENGLISH = _Writing(
    digits=r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    group=",",
    point=".",
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    scale=r"[ \u00a0-](thousand|million|billion|trillion)\b",
    percent=r"[ \u00a0-]?(?:percent|per cent|%)",
    months=tuple("January February March April May June July August September October November December".split()),
)
_GERMAN = _Writing(
    digits=r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    group=".",
    point=",",
    scales={"Tausend": 10**3, "Million": 10**6, "Milliarde": 10**9, "Billion": 10**12},
    scale=r"[ \u00a0-](Tausend|Million|Milliarde|Billion)(?:e?n)?\b",
    percent=r"[ \u00a0-]?(?:[Pp]rozent|%)",
    months=tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
)
_CHINESE = _Writing(
    digits=r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    group=",",
    point=".",
    scales={"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3},
    scale=r"[ 多余]?(万亿|千亿|百亿|亿|千万|百万|万|千)(?![瓦米克])",
    percent=r" ?(?:%|％|个百分点)",
)
_WRITINGS = {"en": _ENGLISH, "de": _GERMAN, "zh": _CHINESE}

_RANGE = re.compile(r"[ \u00a0]?(?:to|bis|[-–])[ \u00a0]?")
_RUN = re.compile(r"[0-9A-Za-zÄÖÜäöüß]+(?:\.[0-9A-Za-zÄÖÜäöüß]+)*")
_COUNTED_ENDING = re.compile(r"\d+(?:s|st|nd|rd|th|er)")


def numbers_of(text: str, language: str) -> Counter[Number]:
    """The numbers of ``text``, each as often as it stands there."""
    writing = _WRITINGS[language]
    text = _months_as_digits(_RUN.sub(_without_name, text), writing)
    found = re.finditer(rf"({writing.digits})(?:{writing.scale})?({writing.percent})?", text)
    numbers: Counter[Number] = Counter()
    following: re.Match[str] | None = None
    for match in reversed(list(found)):
        shared = following if following and _opens_range(text, match, following, writing) else match
        numbers[Number(_value(match, writing) * _scale(shared, writing), shared.group(3) is not None)] += 1
        following = match
    return numbers


def written(numbers: Counter[Number]) -> str:
    """The numbers in order, for a message."""
    return ", ".join(map(str, sorted(numbers.elements(), key=lambda number: (number.value, number.percent)))) or "none"


def _without_name(match: re.Match[str]) -> str:
    """A run of letters and digits as it is counted: a name is nothing, "1990s" is 1990."""
    run = match.group()
    if not (re.search(r"\d", run) and re.search(r"[^\d.]", run)):
        return run
    return re.sub(r"\D", "", run) if _COUNTED_ENDING.fullmatch(run) else ""


def _months_as_digits(text: str, writing: _Writing) -> str:
    for number, month in enumerate(writing.months, 1):
        text = re.sub(rf"\b{month}\b", f" {number} ", text)
    return text


def _opens_range(text: str, first: re.Match[str], second: re.Match[str], writing: _Writing) -> bool:
    """Whether the two are a range such as "30 to 40 percent", whose first number shares what stands after the second."""
    bare = first.group(2) is None and first.group(3) is None
    between = text[first.end() : second.start()]
    return bare and bool(_RANGE.fullmatch(between)) and _value(first, writing) < _value(second, writing)


def _value(match: re.Match[str], writing: _Writing) -> Fraction:
    return Fraction(match.group(1).replace(writing.group, "").replace(writing.point, "."))


def _scale(match: re.Match[str], writing: _Writing) -> int:
    return writing.scales.get(match.group(2), 1)
