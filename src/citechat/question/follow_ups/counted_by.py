"""The question before, by another count: "and by money?" after one for the deals."""

from __future__ import annotations

import re

from .opening import ENDS, OPENS
from .turns import Turn

# How a question says what it counts by: pieces, and money. The noun that says it is a group of its own.
_COUNTS: dict[str, tuple[str, str]] = {
    "en": (
        r"(?:the )?(?:numbers?|counts?) of (?:the )?(?P<{0}>[\w-]+)|(?P<{0}x>deals|rounds|transactions)",
        r"(?:the )?(?:amounts? of |sums? of )?(?P<{0}>money|funding|capital|cash)|(?:the )?(?P<{0}x>amounts?|sums?|volume|value)",
    ),
    "de": (
        r"(?:der )?(?:an)?zahl der (?P<{0}>[\w-]+)|(?P<{0}x>(?:finanzierungs)?runden|deals|abschlüssen?)",
        r"(?:de[mr] )?(?P<{0}>geld|kapital)|(?:de[mr] )?(?P<{0}x>summen?|betrag|volumen|höhe)",
    ),
    "zh": (
        r"(?P<{0}>笔数|起数|次数|轮数)|(?P<{0}x>数量|件数)",
        r"(?P<{0}>总?金额|资金(?!额))|(?P<{0}x>钱数?|总额|额度)",
    ),
}
# What says too little beside another word: a round of what?
_CALLED = {"rounds": "financing rounds", "runden": "Finanzierungsrunden"}
_BY = {
    "en": r"(?:by|in terms of|measured by|going by|in) ",
    "de": r"(?:nach|gemessen an|bei|an|in) (?:de[rmn] )?",
    "zh": r"(?:(?:[按论看以]|从|要是[按看]|如果[按看])(?:照)?)?",
}
_REST = {"en": r"", "de": r"", "zh": r"(?:来|计)?(?:算|看|说|计|排|比)?的?话?呢?"}
_STOOD = {"en": r"(?<![\w-])(?:{})(?!\w)", "de": r"(?<![^\W_])(?:{})(?!\w)", "zh": r"(?:{})"}


def by_another_count(question: str, last: Turn, language: str) -> str:
    """The question before with what it counts by exchanged for what a follow-up says; "" where it says
    no such thing, or that was asked already.

    >>> by_another_count("And by money?", Turn("Which city had more deals, Norden or Southam?"), "en")
    'Which city had more money, Norden or Southam?'
    """
    pieces, money = _COUNTS[language]
    for own, other in ((pieces, money), (money, pieces)):
        said = _whole(own, language).match(question)
        noun = next(filter(None, said.groups()), "") if said else ""
        stood = _standing(other, language).search(last.asked)
        if noun and stood:
            noun = _CALLED.get(noun.casefold(), noun)
            return f"{last.asked[: stood.start()]}{noun}{last.asked[stood.end() :]}"
    return ""


def _whole(counts: str, language: str) -> re.Pattern[str]:
    """A follow-up that says nothing but what is to be counted by."""
    noun = counts.format("noun")
    alone = rf"{OPENS}(?:{_BY[language]})(?:{noun}){_REST[language]}[{re.escape(ENDS)}]*$"
    return re.compile(alone, re.IGNORECASE)


def _standing(counts: str, language: str) -> re.Pattern[str]:
    """What a question says that it counts by."""
    return re.compile(_STOOD[language].format(counts.format("noun")), re.IGNORECASE)
