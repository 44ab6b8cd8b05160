"""The days of the week that a text speaks of, ranges and weekends included: "Monday to Friday" is of
five."""

from __future__ import annotations

import re
from itertools import pairwise

_DAYS = (
    r"mondays?|montags?|(?:周|星期|礼拜)一",
    r"tuesdays?|dienstags?|(?:周|星期|礼拜)二",
    r"wednesdays?|mittwochs?|(?:周|星期|礼拜)三",
    r"thursdays?|donnerstags?|(?:周|星期|礼拜)四",
    r"fridays?|freitags?|(?:周|星期|礼拜)五",
    r"saturdays?|samstags?|sonnabends?|(?:周|星期|礼拜)六",
    r"sundays?|sonntags?|(?:周|星期|礼拜)[日天]",
)
_DAY = re.compile("|".join(f"(?P<d{n}>{names})" for n, names in enumerate(_DAYS)), re.IGNORECASE)
_WEEKEND = re.compile(r"\bweekends?\b|\bwochenenden?\b|周末|双休日", re.IGNORECASE)
# What joins the first and the last day of a range.
_TO = re.compile(r"\s*(?:to|through|till|until|bis|至|到|[-–—~])\s*", re.IGNORECASE)


def weekdays(text: str) -> frozenset[int]:
    """The days, 0 for Monday to 6 for Sunday."""
    found = [(match, _number(match)) for match in _DAY.finditer(text)]
    days = {number for _, number in found}
    for (before, first), (after, last) in pairwise(found):
        between = text[before.end() : after.start()]
        if _TO.fullmatch(between):
            days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    if _WEEKEND.search(text):
        days |= {5, 6}
    return frozenset(days)


def _number(match: re.Match[str]) -> int:
    assert match.lastgroup
    return int(match.lastgroup[1:])
