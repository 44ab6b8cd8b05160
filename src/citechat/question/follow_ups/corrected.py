"""A follow-up that takes something back: "no, I meant Osten".

What is said instead is a follow-up as any other, and asks the question before of what was meant.
"""

from __future__ import annotations

import re

_NO = {
    "en": r"(?:no+|nope|not? that(?: one)?|wrong|sorry|oh|wait|actually|rather)",
    "de": r"(?:nein|nee?|nicht (?:das|die|der|den)|falsch|quatsch|sorry|entschuldigung|ach|moment|doch|eher|sondern)",
    "zh": r"(?:不[是对]|不不|错了|说错了|搞错了|抱歉|不好意思|等等|哦|噢)",
}
_MEANT = {
    "en": r"(?:i|we) (?:meant?|(?:am|was|'m) (?:asking|talking) about|asked about|(?:was|am) thinking of)"
    r"(?: to (?:ask|say)(?: about)?)?|make (?:it|that)|i'm (?:asking|talking) about",
    "de": r"ich (?:meint?e|hatte? .{0,20}gemeint|rede von|sprach von|wollte|fragte? nach)(?: eigentlich| doch)?"
    r"|gemeint (?:war|ist|sind)|es geht um",
    "zh": r"(?:我)?(?:是)?(?:想)?(?:问|说|指|讲)的?(?:其实)?是|我是(?:想)?(?:问|说|指)|我(?:想)?(?:问|说|指)的?(?:是)?|改(?:成|为)|应该是",
}
# What is said first takes something back: "no", and after it what was meant, or nothing but that.
_TAKES_BACK = {
    "en": re.compile(
        rf"^\W*(?:(?:{_NO['en']}\b[\s,.!–—-]*)+(?:{_MEANT['en']}\b[\s,:]*)?|{_MEANT['en']}\b[\s,:]*)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"^\W*(?:(?:{_NO['de']}\b[\s,.!–—-]*)+(?:{_MEANT['de']}\b[\s,:]*)?|{_MEANT['de']}\b[\s,:]*)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"^\W*(?:(?:{_NO['zh']}[\s，,。.！!、]*)+(?:{_MEANT['zh']}[\s，,：:]*)?|{_MEANT['zh']}[\s，,：:]*)"
    ),
}
# What was not meant: ", not Norden".
_AND_NOT = {
    "en": re.compile(
        r"[,;]? (?:and )?not (?!the )[^,;?]+$|^not [^,;]+[,;](?: but)? ", re.IGNORECASE
    ),
    "de": re.compile(
        r"[,;]? (?:und )?nicht [^,;?]+$|^nicht [^,;]+[,;](?: sondern)? ", re.IGNORECASE
    ),
    "zh": re.compile(r"[，,]?(?:而)?(?:不是|没问)[^，,？?]+$|^不是[^，,]+[，,](?:而?是)?"),
}
_OPENS = {"en": "and {}?", "de": "und {}?", "zh": "那{}呢？"}
_ENDS = " ?？。.!！呢"
_ASKS = re.compile(
    r"^(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|can"
    r"|wer|was|wann|wo|warum|wie|welche\w*|ist|sind|war|hat|haben)\b|谁|什么|哪|几|多少|多久|为何|何时|怎|吗|是否",
    re.IGNORECASE,
)


def what_was_meant(question: str, language: str) -> str:
    """What a correction puts in the place of what was asked, as a follow-up; the question itself where
    it takes nothing back, or asks something of its own.

    >>> what_was_meant("No, I meant Osten.", "en")
    'and Osten?'
    """
    back = _TAKES_BACK[language].match(question)
    if back is None:
        return question
    meant = _AND_NOT[language].sub("", question[back.end() :].strip(_ENDS)).strip(_ENDS)
    if not meant or _ASKS.search(meant):
        return question
    return _OPENS[language].format(meant)
