"""In which unit a question wishes its number: a currency, a magnitude, or a unit of computing
power."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Currency → how a question writes it, and what the chat calls it. The first three are those that
# numbers are read in.
CURRENCIES_CALLED: dict[str, tuple[str, dict[str, str]]] = {
    "yuan": (
        r"\byuan\b|\brmb\b|\brenminbi\b|\bcny\b|人民币",
        {"en": "yuan", "de": "Yuan", "zh": "人民币"},
    ),
    "dollars": (
        r"(?<!hong kong )(?<!hongkong-)\bdollars?\b|\b(?:us-)?dollar\b|\busd\b|us\$|\$|美元|美金",
        {"en": "dollars", "de": "Dollar", "zh": "美元"},
    ),
    "euros": (r"\beuros?\b|\beur\b|€|欧元", {"en": "euros", "de": "Euro", "zh": "欧元"}),
    "pounds": (
        r"\b(?:british )?pounds\b|\bgbp\b|\bpfund\b|£|英镑",
        {"en": "pounds", "de": "Pfund", "zh": "英镑"},
    ),
    "yen": (r"\byen\b|\bjpy\b|日元", {"en": "yen", "de": "Yen", "zh": "日元"}),
    "francs": (
        r"\bfrancs?\b|\bchf\b|\bfranken\b|法郎",
        {"en": "francs", "de": "Franken", "zh": "法郎"},
    ),
    "Hong Kong dollars": (
        r"\bhong ?kong[- ]dollars?\b|\bhkd\b|港元|港币",
        {"en": "Hong Kong dollars", "de": "Hongkong-Dollar", "zh": "港元"},
    ),
}
# Chinese characters stand next to Latin letters without a boundary: "多少USD".
_EDGE = r"(?:(?<![a-z])(?=[a-z])|(?<=[a-z])(?![a-z]))"


def _unit_pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(r"\b", _EDGE), re.IGNORECASE)


_WISHED_CURRENCY = {
    currency: _unit_pattern(pattern) for currency, (pattern, _) in CURRENCIES_CALLED.items()
}
# "5 million dollars" in a question is a sum that it gives, not a unit that it wishes.
_SUM_GIVEN = re.compile(
    r"(?<![\d.,])\d[\d.,]*+\s*(?:million|billion|trillion|thousand|m|bn|mio\.?|mrd\.?|millionen|milliarden?|万|亿|万亿)?\s*\Z",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\bhow (?:much|many)\b|\bwhat\b|\bin\b|\bwie ?viele?\b|\bwas\b|\bhoch\b|\bteuer\b|多少|几|折合|换算|折算|合|[是按用以]",
    re.IGNORECASE,
)
# How a question wishes a magnitude → the factor and how the answer writes it.
_MAGNITUDES: dict[str, tuple[tuple[str, int, str], ...]] = {
    "en": (
        (r"\b(?:how many|in) (?:\w+ )?trillions?\b", 10**12, " trillion"),
        (r"\b(?:how many|in) (?:\w+ )?billions?\b", 10**9, " billion"),
        (r"\b(?:how many|in) (?:\w+ )?millions?\b", 10**6, " million"),
    ),
    "de": (
        (r"\b(?:wie ?viele?|in) (?:billionen|bio\b)", 10**12, " Billionen"),
        (r"\b(?:wie ?viele?|in) (?:milliarden|mrd\b)", 10**9, " Milliarden"),
        (r"\b(?:wie ?viele?|in) (?:millionen|mio\b)", 10**6, " Millionen"),
    ),
    "zh": (
        (r"(?:多少|几|用|以|按)(?:个)?万亿", 10**12, "万亿"),
        (r"(?:多少|几|用|以|按)(?:个)?亿", 10**8, "亿"),
        (r"(?:多少|几|用|以|按)(?:个)?万(?!亿)", 10**4, "万"),
    ),
}
_WISHES = r"(?:\b(?:in|into|to|how many|wie ?viele?) |(?:多少|几|[按以用成为算])(?:个|万)? ?)"
_COMPUTE = {
    "EFLOPS": rf"{_WISHES}(?:eflops|exaflops)\b|百亿亿次",
    "PFLOPS": rf"{_WISHES}(?:pflops|petaflops|p)\b",
}
_WISHED_COMPUTE = {unit: _unit_pattern(pattern) for unit, pattern in _COMPUTE.items()}


@dataclass(frozen=True)
class Wish:
    """The unit that a question wishes: a currency, a magnitude (its factor and its word), or a unit
    of computing power. Empty where it wishes none."""

    currency: str = ""
    factor: int = 0
    word: str = ""
    compute: str = ""

    def __bool__(self) -> bool:
        return bool(self.currency or self.factor or self.compute)


def read_wish(question: str, language: str) -> Wish:
    """The unit in which ``question`` wishes its number."""
    factor, word = _wished_magnitude(question, language)
    currency = _wished(_WISHED_CURRENCY, question) if _HOW_MUCH.search(question) else ""
    return Wish(currency, factor, word, _wished(_WISHED_COMPUTE, question))


_HOW_MUCH_OF_IT = {"en": "how much", "de": "wie viel", "zh": "多少"}
_COUNTS = re.compile(r"how many|wie ?viel|多少|几", re.IGNORECASE)
_BECOMES = r"(?:换算|折算|折合)?"
# It was said of how much already: 换算成P大概多少.
_SAID_TWICE = re.compile(r"多少(?=[^，。？?]{0,4}多少)")


def without_wish(question: str, language: str) -> str:
    """``question`` without the unit that it wishes, for a look at documents that give another.

    >>> without_wish("How many P is Norden's computing power?", "en")
    "how much is Norden's computing power?"
    """
    wish = read_wish(question, language)
    if wish.compute:
        named = _unit_pattern(rf"{_BECOMES}{_COMPUTE[wish.compute]}")
        # "in EFLOPS" is left out; "how many EFLOPS" asks how much.
        how_much = _HOW_MUCH_OF_IT[language]
        plain = named.sub(lambda it: how_much if _COUNTS.match(it.group()) else "", question)
        return _SAID_TWICE.sub("", plain).strip()
    currency = wish.currency
    if not currency:
        return question
    pattern = _unit_pattern(rf"(?:\b(?:in|into)\s+)?(?:{CURRENCIES_CALLED[currency][0]})")
    return " ".join(pattern.sub(" ", question).split())


def _wished_magnitude(question: str, language: str) -> tuple[int, str]:
    for pattern, factor, word in _MAGNITUDES[language]:
        if re.search(pattern, question, re.IGNORECASE):
            return factor, word
    return 0, ""


def _wished(units: Mapping[str, re.Pattern[str]], question: str) -> str:
    """The unit that a question names without a number before it."""
    for unit, pattern in units.items():
        for match in pattern.finditer(question):
            if not _SUM_GIVEN.search(question[: match.start()]):
                return unit
    return ""
