"""What else a thing has that was asked about: "and the profit?" after its revenue."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language import terms
from ...language.answer_types import asked_types
from .antecedents import subjects
from .names import named, things
from .turns import Turn
from .years import YEAR

_ATTRIBUTE = {
    "en": re.compile(
        r"^\s*(?:(?:and|but|so|ok(?:ay)?)[,]?\s+)*(?:(?:what|how) about\s+|and\s+)(?:the |its |their |his |her )?"
        r"(?P<what>[\w-]+(?: [\w-]+){0,2})\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\s*(?:und|aber|was ist mit|wie (?:steht|sieht) es (?:mit|aus mit))\s+(?:(?:de[rmn]|die|das|ihre?[nmr]?|seine?[nmr]?)\s+)?"
        r"(?P<what>(?:[a-zäöüß]+e[rns]?\s+)?[A-ZÄÖÜ][\w-]+)\W*$"
    ),
    "zh": re.compile(
        r"^\s*(?:那么?|还有|而)?(?:它的?|他的?|其)?(?P<what>[\u3400-\u9fff]{2,6})呢\W*$"
    ),
}
_ASKS_FOR_IT = {
    ("en", True): "What was {name}'s {what}{year}?",
    ("en", False): "What is {name}'s {what}{year}?",
    ("de", True): "Wie hoch war {what} von {name}{year}?",
    ("de", False): "Was ist {what} von {name}{year}?",
    ("zh", True): "{name}{year}{what}是多少？",
    ("zh", False): "{name}{year}{what}？",
}
_IN_YEAR = {"en": " in {}", "de": " {}", "zh": "{}年"}
# "And first?", "und davor?", "and by money?" say of what is asked, and not what.
_NO_ATTRIBUTE = re.compile(
    r"\d|^(?:in|of|by|from|for|to|at|on|with|per|since|until)\b"
    r"|\b(?:first|second|third|last|next|then|before|after|there|here|now|today|one|others?|rest|both|all|not|worldwide|why|when|who)\b"
    r"|以前|之前|之后|后来|现在|其他|其它|另|第[一二三四五]|原因|全国|全球|的$",
    re.IGNORECASE,
)
_HAS_ATTRIBUTES = frozenset({"company", "place", "product", "person", "university"})
_COUNTED = re.compile(r"^\W*(?:how many|wie viele) ", re.IGNORECASE)


def of_another_attribute(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """What a thing that was asked about has else: "and the profit?" after its revenue; "" for any
    other follow-up, and where a term of the glossary was asked about, which it may take the place of."""
    asked = _ATTRIBUTE[language].match(question)
    own, before = named(question, glossary), named(last.asked, glossary)
    counted = _COUNTED.match(last.asked)
    if asked and counted and things(last.asked, glossary) and not things(question, glossary):
        return _of_another_count(asked["what"], counted.end(), last.asked, glossary)
    is_of_a_thing = len(before) == 1 and before[0].kind in _HAS_ATTRIBUTES
    if asked is None or own or not is_of_a_thing or _NO_ATTRIBUTE.search(asked["what"]):
        return ""
    if not terms.query_words(asked["what"], language):
        return ""
    years = YEAR.findall(last.asked)
    year = _IN_YEAR[language].format(years[0]) if len(years) == 1 else ""
    name = subjects(last, glossary, language)[0].names[language]
    frame = _ASKS_FOR_IT[language, "number" in asked_types(last.asked)]
    return frame.format(name=name, what=asked["what"], year=year)


def _of_another_count(what: str, start: int, asked: str, glossary: Glossary) -> str:
    """How many there are of something else, where a term of the glossary was counted: "and servers?"
    after "How many data centres does Norden have?"."""
    counted = [mention for mention in glossary.mentions(asked) if mention.start == start]
    if not counted or _NO_ATTRIBUTE.search(what):
        return ""
    return f"{asked[:start]}{what}{asked[counted[0].end :]}"
