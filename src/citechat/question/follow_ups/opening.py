"""How a follow-up opens, and what it says beside its opening words: "and Shenzhen?" says one name."""

from __future__ import annotations

import re

from citechat_ingest import Name

from ...language import terms
from ..decomposition import without_names

# So opens, or in Chinese ends, what leans on the question before.
OPENS_AS_FOLLOW_UP = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|well|then|now|also|na ja|gut|also|and|or|but|so|und|oder|aber)\b[, ]*)*"
    r"(?:and|or|but|so|what about|how about|what of|(?:the )?same (?:question )?for|und|oder|aber"
    r"|wie (?:sieht|steht|ist|schaut) (?:es|das)|was ist mit|gilt das auch für|das ?selbe für)\b"
    r"|^\s*(?:那么?|还有|以及|而|换成?|再说|至于)|(?:的?呢|的话|又如何|也是吗)[？?]?\s*$",
    re.IGNORECASE,
)
# What is said before a question, and is none of it.
OPENING_WORDS = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|well|and|or|but|so|then|und|oder|aber|na gut|gut|ach)\b[, ]*"
    r"|(?:really|seriously|echt|wirklich|ehrlich|真的吗?|是吗)[?？!！,，. ]+(?=\w)"
    # 那个城市 and 那里 point
    r"|(?:那么|那(?![个家座所位款套项台种批部里儿边些年天是])|还有|以及|而且?|好的?)[，、 ]*)+",
    re.IGNORECASE,
)
# What a follow-up of a known form may open with; its whole pattern follows, up to its end.
OPENS = (
    r"^\s*(?:(?:and|but|so|ok(?:ay)?|und|aber|also|那么?|还有)[,，]?\s*)*(?:(?:what|how) about\s+)?"
)
ASKS_WHEN = re.compile(r"\b(?:when|wann)\b|什么时候|何时", re.IGNORECASE)
ENDS = " ?？。.!！"
# How much of it, and no other thing.
_LIMIT = re.compile(
    r"\b(?:at (?:most|least)|up to|maximum|max|höchstens|mindestens|maximal|bis zu|pro jahr|a year|per year)\b",
    re.IGNORECASE,
)
# In Chinese, one thing that is said of a name.
_FEW_CHARACTERS = 7


def without_opening(question: str) -> str:
    """The question without "and", "ok, but", 那."""
    return OPENING_WORDS.sub("", question).strip() or question


def adds_more_than(question: str, name: Name, language: str) -> bool:
    """Whether a follow-up says more than its opening words and the name."""
    named = {term for form in _forms(name) for term in terms.words(form, language)}
    said = terms.query_words(OPENS_AS_FOLLOW_UP.sub(" ", question), language)
    return any(term not in named for term in said)


def _forms(name: Name) -> list[str]:
    """A name's spellings, in the genitive, too: "and Hefei's?", "und Hefeis?"."""
    endings = ("", "s", "'s")
    return [f"{spelling}{ending}" for spelling in name.all_spellings for ending in endings]


def says_little_beside(question: str, name: Name, language: str) -> bool:
    """Whether a question says one thing of a name, "what does it pay at most?", and no more."""
    beside = without_names(OPENS_AS_FOLLOW_UP.sub(" ", question), [name])
    if language == "zh":
        return 0 < len(beside.strip("？?。 ")) <= _FEW_CHARACTERS
    said = terms.query_words(_LIMIT.sub(" ", beside), language)
    return len(said) == 1
