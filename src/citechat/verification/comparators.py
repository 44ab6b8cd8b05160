"""Does a text say more than a number, less than it, or neither? "Over 200" is not "under 200".

Read in the words next to the number, in each language's own order:

    more than 200 | 200 or more      less than 200 | nearly 200
    mehr als 200  | 200 oder mehr    weniger als 200 | knapp 200
    超过200        | 200多、200以上     不到200 | 近200、200以下
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Direction = Literal["more", "less", ""]

_BEFORE: dict[str, dict[Direction, str]] = {
    "en": {
        "more": "more than|over|above|at least|no (?:less|fewer) than|not (?:less|fewer) than|"
        "greater than|higher than|larger than|upwards of|beyond|in excess of|exceed(?:s|ed|ing)?|"
        "surpass(?:es|ed|ing)?|top(?:s|ped|ping)|a good",
        "less": "less than|fewer than|under|below|at most|no more than|not more than|up to|"
        "lower than|smaller than|almost|nearly|just under|close to|not quite|short of|maximum of",
    },
    "de": {
        "more": "mehr als|über|oberhalb von|mindestens|wenigstens|nicht weniger als|nicht unter|"
        "größer als|höher als|jenseits von|gut|übersteig(?:t|en)|überstieg(?:en)?|"
        "überschritt(?:en)?|übertraf(?:en)?",
        "less": "weniger als|unter|unterhalb von|höchstens|maximal|bis zu|nicht mehr als|"
        "kleiner als|niedriger als|fast|beinahe|nahezu|knapp|annähernd|nicht ganz",
    },
    "zh": {
        "more": "超过|超|逾|至少|不少于|不低于|不下|多于|大于|高于|突破|多达",
        "less": "不超过|不到|不足|不满|低于|少于|小于|至多|最多|将近|接近|近|未达|未满",
    },
}
_AFTER: dict[str, dict[Direction, str]] = {
    "en": {
        "more": "or more|and more|or over|and over|plus|\\+",
        "less": "or less|or fewer|and under",
    },
    "de": {
        "more": "oder mehr|und mehr|und darüber|oder darüber",
        "less": "oder weniger|und darunter",
    },
    "zh": {"more": "多|余|以上|有余", "less": "以下|以内|之内"},
}
# As many characters before a number are looked at: the longest comparator and an article.
_REACH = 24
# A comparator may stand before a currency or a word of the number itself: "over RMB 200".
_BETWEEN = {
    "en": r"(?:\s+(?:the|a|an|some|RMB|US\$|USD|\$|€))?\s*",
    "de": r"(?:\s+(?:die|den|der|US-Dollar|RMB|\$|€))?\s*",
    "zh": r"(?:了|过)?\s*(?:人民币)?\s*",
}


def direction(text: str, start: int, end: int, language: str) -> Direction:
    """What ``text[start:end]``, a number, is compared with: more than it, less than it, or nothing."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    found = [
        (len(match.group()), side)
        for side, pattern in _before(language)
        if (match := pattern.search(before))
    ]
    # "不超过" is longer than the "超过" inside it, "no more than" than its "more than".
    if found:
        return max(found)[1]
    for side, pattern in _after(language):
        if pattern.match(after):
            return side
    return ""


def oppose(one: Direction, other: Direction) -> bool:
    """Whether one is more and the other less: a bare number opposes neither."""
    return {one, other} == {"more", "less"}


def _before(language: str) -> Iterable[tuple[Direction, re.Pattern[str]]]:
    edge = "" if language == "zh" else r"\b"
    for side, words in _BEFORE.get(language, {}).items():
        yield side, re.compile(rf"{edge}(?:{words}){_BETWEEN[language]}$", re.IGNORECASE)


def _after(language: str) -> Iterable[tuple[Direction, re.Pattern[str]]]:
    for side, words in _AFTER.get(language, {}).items():
        yield side, re.compile(rf"\s*(?:{words})", re.IGNORECASE)
