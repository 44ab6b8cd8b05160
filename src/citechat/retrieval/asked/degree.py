"""The richer of two, the richest, the oldest, the first of a kind: a sentence answers only where it says so too. That somebody founded
a firm tells not who is the richest founder.

Most, largest and highest are not here: ``plans/figures/ranking.py`` and the table of figures know those.
"""

from __future__ import annotations

import re

from ..query import Query
from ..selection import Quote

# What is first without being a first of its kind.
_NOT_A_KIND = (
    r"(?:in|at|on|or|places?|ranks?|hal(?:f|ves)|quarters?|times?|tiers?|years?|months?|weeks?|days?|editions?|two|three|four|five|six|seven|eight|nine|ten"
    r"|pl[aä]tz\w*|r[aä]ng\w*|stellen?|beiden|halbjahr\w*|quartal\w*|mal|jahr\w*|monat\w*|wochen?|tagen?"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+)\b"
)
# What a question says that asks for a degree, and what is said where it is told.
_DEGREES = {
    "wealth": (
        r"\b(?:rich|wealth)(?:er|iest|est|ier)\b|\b(?:reicher|(?:reichste|wohlhabendste|vermögendste)[nrsm]?)\b"
        r"|[更最](?:有钱|富有?)|首富|谁有钱",
        r"\b(?:rich|richest|wealth\w*|fortunes?|billionaires?|reich|reichste\w*|vermögen\w*|milliardär\w*)\b|富|财富|身家|有钱",
    ),
    "age": (
        r"\b(?:oldest|eldest|youngest)\b|\bälteste[nrsm]?\b|最(?:老|古老|年长|年轻)|历史最",
        r"\b(?:oldest|eldest|earliest|youngest|born|aged?|(?:ältest|jüngst|frühest)\w*|geboren)\b"
        r"|最早|最老|古老|年长|最年轻|历史|出生|生于|岁",
    ),
    "cheapness": (
        r"\b(?:cheapest|most affordable)\b|\b(?:billigste|günstigste|preiswerteste)[nrsm]?\b|最便宜",
        r"\b(?:cheap\w*|affordable|lowest|low|prices?|costs?|starts?|from|billig\w*|günstig\w*|preis\w*|kostet|ab|niedrig\w*)\b"
        r"|便宜|低|起|售价|价格",
    ),
    "dearness": (
        r"\b(?:most expensive|dearest|priciest)\b|\bteuerste[nrsm]?\b|最贵",
        r"\b(?:expensive|dear\w*|highest|prices?|costs?|up to|teu(?:er|re)\w*|höchst\w*|preis\w*|kostet|bis zu)\b|贵|最高|售价|价格",
    ),
    "speed": (
        r"\b(?:fast|quick)(?:er|est)\b|\bschnell(?:er|ste[nrsm]?)\b|最快|更快",
        r"\b(?:fast\w*|quick\w*|rapid\w*|growth|grew|schnell\w*|rasch\w*|wachstum|wuchs)\b|快|速|增长",
    ),
    # Not the first place of a row, nor the first quarter of a year, nor the first three of many.
    "first of its kind": (
        rf"\b(?:the|its|their|[\w]+['’]s) (?:very )?first (?!{_NOT_A_KIND})\w"
        rf"|\b(?:das|der|die|den|dem|(?:sein|ihr)\w*) erste[nrsm]? (?!{_NOT_A_KIND})\w"
        r"|第一[个家款批座项台届]|首[个家款批座项台届]",
        r"\bfirst\b(?! (?:place|rank|half|quarter|tier)\b)|\b(?:earliest|oldest|began|opened|pioneer\w*|newest)\b"
        r"|\b(?:erste[nrsm]?(?! (?:platz|rang|stelle|halbjahr|quartal)\b)|erstmals|zuerst|früheste\w*|älteste\w*|eröffnete?)\b"
        r"|首[个家款批座项台届次]|第一[个家款批座项台届次]|率先|最早",
    ),
}
_COMPILED = [
    (re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE))
    for asked, said in _DEGREES.values()
]


def gives_the_asked_degree(quote: Quote, query: Query) -> bool:
    """Whether a sentence says each degree that is asked for."""
    return tells_the_asked_degree(quote.text, query)


def tells_the_asked_degree(text: str, query: Query) -> bool:
    """The same of any text."""
    demanded = [said for asked, said in _COMPILED if asked.search(query.text)]
    return all(said.search(text) for said in demanded)
