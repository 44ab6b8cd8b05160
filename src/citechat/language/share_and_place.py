"""Whether sentences hold the share or the place in a ranking that is asked for, which no other number tells, and speak of
the whole world, where that is asked of."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ASKS_SHARE = re.compile(
    r"\b(?:what|which|how many|by how much|in|as an?) (?:share|per ?cent(?:age)?|proportion)\b|\bper ?cent\b|\bwhat fraction\b"
    r"|\b(?:wie ?viele?|um wie ?viel|in) prozent\b|\bprozent(?:satz|ual)?\b|\bwelche[rn]? anteil\b"
    r"|\bwie (?:hoch|groß) ist (?:der|ihr|sein) anteil\b"
    r"|百分之[几多]|百分比|[占跌涨增降]了?(?:多少|百分)[%％]?(?=\W*$)|占[^，。？?]{1,16}多少(?=\W*$)|比例|占比|[几多]成\b",
    re.IGNORECASE,
)
_HOLDS_SHARE = re.compile(
    r"\d ?(?:%|％|per ?cent|prozent)|\b(?:half|third|quarter|fifth|tenth|hälfte|drittel|viertel|fünftel|zehntel)s?\b"
    r"|百分之|[一二三四五六七八九\d]成|分之|一半|过半|半数",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(
    r"\b(?:which|what) (?:rank|place|position)\b|\b(?:auf|an) welche[mnr] (?:rang|platz|stelle|position)\b|\bwelche[rn]? (?:rang|platz)\b"
    r"|\bthe wievielte\w*\b|[排位居列](?:名|在|到)?第几|第几[名位]?(?=\W*$)|排名多少",
    re.IGNORECASE,
)
_PLACES = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|erste|zweite|dritte|vierte|fünfte|sechste"
    "|siebte|achte|neunte|zehnte|elfte|zwölfte|letzte|last"
)
_HOLDS_PLACE = re.compile(
    rf"\b(?:{_PLACES})[rnms]?\b|\b\d+(?:st|nd|rd|th)\b|\b(?:place|rank|number|no\.|position|platz|rang|nummer|stelle) \d"
    r"|\b\d+\. (?:platz|rang|stelle)\b|第[一二三四五六七八九十百\d]|首位|榜首|居首|末位",
    re.IGNORECASE,
)
_ASKS_OF_THE_WORLD = re.compile(
    r"\b(?:world ?wide|globally|in the (?:whole )?world|weltweit|in der welt)\b|全球|全世界|世界上",
    re.IGNORECASE,
)
_OF_THE_WORLD = re.compile(r"\bworld|\bglobal|\binternational|welt|全球|世界|国际", re.IGNORECASE)
_DEMANDED = (
    (_ASKS_SHARE, _HOLDS_SHARE),
    (_ASKS_PLACE, _HOLDS_PLACE),
    (_ASKS_OF_THE_WORLD, _OF_THE_WORLD),
)


def asks_share(question: str) -> bool:
    """Whether a question asks how many percent."""
    return bool(_ASKS_SHARE.search(question))


def lacks_share_or_place(question: str, told: Sequence[str]) -> bool:
    """Whether a question asks for a share or a place, or of the world, and none of the sentences that are told has that."""
    demanded = [held for asked, held in _DEMANDED if asked.search(question)]
    return any(not any(held.search(sentence) for sentence in told) for held in demanded)
