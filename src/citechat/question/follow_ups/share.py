"""A name, and beside it nothing but what is asked of the whole: "Norden's share?", 北城占多少."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language import terms
from .exchanged_name import as_one, exchangeable
from .names import exchanged, named
from .of_all import OF_SOME
from .opening import ASKS_WHEN, OPENING_WORDS
from .the_answer import asks_of_the_answer
from .turns import Turn

# Beside a name these ask for what was asked before …
_LIGHT = {
    "en": re.compile(
        r"\b(?:how (?:many|much|about)|what|which|where|is|are|was|stands?|come|comes|came"
        r"|sit|located|based|share|percentage|proportion|rank|ranking|place|position"
        r"|number|figure|'?s)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wie ?viele?|welche[rsnm]?|wo|ist|steht|stand|landet"
        r"|komm(?:t|en)|kam(?:en)?|stamm(?:t|en)|sitz(?:t|en)|lieg(?:t|en)|entfallen|entfällt|gehör(?:t|en)"
        r"|anteil|prozentsatz|rang|platz|zahl|anzahl)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"[在于来自属]|(?:占|有|是|排|列|又|也|还|能|大概|一共|总共|现在|目前|各|的){0,4}(?:百分之)?(?:多少|第几|几)[家个名位款座所起笔项人]?"
        r"|的?(?:份额|占比|比例|排名|名次|数量|数字)"
    ),
}
# … and these of them how it lies to the whole.
_RELATIVE = {
    "en": re.compile(r"\b(?:what )?(?:share|percentage|proportion|rank|position)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:welcher )?(?:anteil|prozentsatz|rang)\b", re.IGNORECASE),
    "zh": re.compile(r"占|排|第几|百分之|份额|比例|名次"),
}


def of_another_in_the_same(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before of another thing, where beside its name a follow-up says nothing but what is
    asked of the whole: "how many of them are in Norden?", "Norden's share?", 北城占多少."""
    own = [name for name in named(question, glossary) if name.kind != "concept"]
    if len(own) != 1 or asks_of_the_answer(question):
        return ""
    beside = exchanged(OPENING_WORDS.sub("", question), own[0], " ")
    if not says_only_how_many(OF_SOME.sub(" ", beside), language):
        return ""
    asks = _RELATIVE[language].search(beside)
    one = as_one(last.asked, own[0], glossary, language)
    old = exchangeable(own[0], one, glossary)
    # What takes no name's place is asked of the whole that was asked about.
    if old is None:
        return f"{last.asked} {question}" if asks else ""
    of_it = exchanged(one, old, own[0].names[language])
    if asks is None:
        return of_it
    return f"{of_it} {beside.strip()}" if language == "zh" else f"{of_it} {asks.group()}?"


def says_only_how_many(text: str, language: str) -> bool:
    """Whether a follow-up without its name asks for a number, a share or a rank, and does not say of what."""
    if ASKS_WHEN.search(text):
        return False
    rest = _LIGHT[language].sub(" ", text)
    if language == "zh":
        return rest != text and not rest.strip(" ?？。呢")
    return not terms.query_words(rest, language)
