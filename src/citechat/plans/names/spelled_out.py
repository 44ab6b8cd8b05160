"""What does an abbreviation stand for: the sentence that spells it out.

Such a sentence is known by its form, and needs no other evidence: the long form and the short one
beside each other, one of them in brackets, the letters of the short one in their order in the long
one (Schwartz and Hearst 2003); or in words, "X is short for Y".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest.language import HAN

from ...language.word_translation import is_word
from ...retrieval.query import Query
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement

# X stands for the short form.
_SHORT = r"([^\W_](?:[\w&./-]{0,10}?[^\W_])??)"
# How it is asked for: by a question that is for nothing else, and by one that speaks of an abbreviation.
_ASKED = (
    "(?:(?:do|can) you (?:know|tell me) |tell me )?what(?:'s| (?:do|does|did|is|are))? X (?:stands? for|short for)",
    "X (?:stands for|is short for) what",
    "what(?: is|'s) (?:full|long) (?:form|name) of X",
    "(?:wofür|für was) steh(?:t|en) X",
    "(?:wie|was) (?:heißt|heisst|lautet) X ausgeschrieben",
    "(?:wie lautet|was ist) langform (?:von )?X",
    "X(?:代表|是指)(?:的是)?(?:什么|啥)",
    "X的?全称(?:是|叫)?(?:什么|啥)",
)
_ASKED_OF_AN_ABBREVIATION = (
    "what (?:do|does|is|are) X (?:mean|for|of)",
    "what is meant by X",
    "was (?:bedeutet|bedeuten|heißt|heisst) X",
    "(?:wovon|wofür|von was) ist X",
    "X是(?:什么|啥|哪个[^，？]{0,4})的(?:缩写|简称)",
    "(?:缩写|简称)X(?:是|代表|指)(?:的是)?(?:什么|啥)(?:意思)?",
)
_ABBREVIATION = re.compile(
    r"\b(?:abbreviation|acronym|initials|short (?:for|form))\b"
    r"|\b(?:abkürzung|kürzel|kurzform|akronym|langform|ausgeschrieben)\b|缩写|简称|全称",
    re.IGNORECASE,
)
# What may stand in such a question, and says nothing.
_IDLE = re.compile(
    r"\b(?:the|an?|actually|really|exactly|letters?|abbreviation|acronym|initials|short form"
    r"|die|das|der|eine?|eigentlich|genau|denn|abkürzung|kürzel|kurzform|akronym"
    r"|in full|here|in (?:this|the) (?:article|text)|hier|in diesem (?:artikel|text))\b|到底|究竟|呢$",
    re.IGNORECASE,
)
# How a sentence says it in words.
_SAYS = (
    r"X\)? (?:stands? for|(?:is |are |, )?short for|is (?:an|the) (?:abbreviation|acronym) (?:of|for))\b",
    r"\bX for short\b",
    r"\b(?:abbreviated|shortened)(?: to| as)? X\b",
    r"X\)? (?:steht|stehen) (?:dabei |hier |kurz )?für\b",
    r"X\)? ist (?:die |eine )?(?:kurz|Abkürzung|Kurzform) (?:für|von|de[rs])\b",
    r"\b(?:kurz|abgekürzt|Abkürzung:?) X\b",
    r"X是[^，。；]{1,40}的(?:英文)?(?:缩写|简称)",
    r"(?:简称|缩写)(?:为|是|作)?[“”「\"]?X(?![A-Za-z])",
    r"X的?全称(?:是|为)|X代表",
)
_BRACKETED = re.compile(r"(?P<before>[^()（）]{2,120}?)\s?[(（](?P<within>[^()（）]{1,120})[)）]")
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{4}\Z")
# A word that is written small may be a short form where it is no longer than that.
_LONGEST_SMALL = 5


def is_asked(findings: Findings) -> bool:
    """Whether a question asks what an abbreviation stands for, and nothing else."""
    return bool(_short_form(findings.query))


def statements(findings: Findings) -> Sequence[Statement]:
    """The first sentence that spells out the abbreviation; nothing where none does."""
    short = _short_form(findings.query)
    if not short:
        return ()
    spelling_out = (
        quote
        for quote in findings.quotes
        if not is_verdict(quote) and _spells_out(short, quote.text)
    )
    return [Statement(quote) for quote in spelling_out][:1]


def _short_form(query: Query) -> str:
    """The abbreviation that is asked about; empty where none is."""
    text = query.text.strip(" \t\n?？.。!！")
    gap = "" if query.language == "zh" else " "
    asked = gap.join(_IDLE.sub(" ", text).split())
    is_of_one = bool(_ABBREVIATION.search(text))
    forms = (*_ASKED, *_ASKED_OF_AN_ABBREVIATION) if is_of_one else _ASKED
    for form in forms:
        match = re.fullmatch(form.replace("X", _SHORT), asked, re.IGNORECASE)
        if match:
            short = match.group(1)
            return short if is_of_one or _looks_short(short, query.language) else ""
    return ""


def _looks_short(word: str, language: str) -> bool:
    """Whether a word is written as an abbreviation, by capitals or since no dictionary has it."""
    if HAN.search(word):
        return False
    capitals = sum(letter.isupper() for letter in word)
    is_small = len(word) <= _LONGEST_SMALL and not is_word(word.lower(), language)
    return 2 * capitals >= len(word) or is_small


def _spells_out(short: str, text: str) -> bool:
    """Whether a sentence says in words what a short form stands for, or has both beside each other."""
    name = rf"(?<![A-Za-z]){re.escape(short)}(?![A-Za-z])"
    if any(re.search(form.replace("X", name), text, re.IGNORECASE) for form in _SAYS):
        return True
    for match in _BRACKETED.finditer(text):
        before, within = match["before"], match["within"]
        if re.match(rf"{name}(?=\W|\Z)", within, re.IGNORECASE):
            return _ends_in_long_form(short, before)
        if re.search(rf"{name}\Z", before, re.IGNORECASE):
            return _is_long_form(short, within)
    return False


def _ends_in_long_form(short: str, text: str) -> bool:
    """Whether the last words of a text are a long form; Chinese beside Latin letters has none of them."""
    if HAN.search(text) and not HAN.search(short):
        return bool(_CHINESE_NAME.search(text))
    words = text.split()
    most = min(len(short) + 5, 2 * len(short))
    return any(_is_long_form(short, " ".join(words[start:])) for start in range(-most, 0))


def _is_long_form(short: str, text: str) -> bool:
    """Whether a text begins with the first letter of a short form and has the others in their order."""
    first, *others = filter(str.isalnum, short.casefold())
    long = text.casefold()
    if not long.startswith(first) or len(long) <= len(short):
        return False
    # Each is looked for behind the one before.
    rest = iter(long[1:])
    return all(letter in rest for letter in others)
