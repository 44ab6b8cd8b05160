"""Whether a question asks for what is to come, and whether a sentence speaks of it: what a share cost last year
does not tell what it will cost."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"\bnext (?:year|month|week|decade)\b|\btomorrow\b|^(?:(?:what|who|which|how|when|where)\b.{0,30})?\bwill\b(?! semi)"
    r"|\bgoing to (?:be|win|have|reach|cost|happen)\b"
    r"|\bnächste[nrsm]? (?:jahr|monat|woche|jahrzehnt)\w*|\bmorgen\b(?=.*\?)|\bwird\b.{2,60}\b(?:sein|werden|kosten|gewinnen|haben)\b"
    r"|\bkünftig\b|明年|明天|下个月|下周|将来|未来会|将会",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:will|aims?|wants?|plans?|planned|targets?|goals?|expect\w*|forecasts?|proposed?|proposes|shall|is to|are to|until"
    r"|by 20[2-9]\d)\b|\bseek\w*\b"
    r"|\b(?:will|wollen|soll|sollen|plant|planen|plan|ziel\w*|erwart\w+|prognos\w+|künftig|wird|werden|bis 20[2-9]\d)\b"
    r"|将|计划|目标|预计|预期|规划|力争|要在|到20[2-9]\d年",
    re.IGNORECASE,
)


def asks_for_the_future(question: str) -> bool:
    """Whether the question asks for what is to come."""
    return bool(_ASKED.search(question))


def speaks_of_the_future(sentence: str) -> bool:
    """Whether the sentence tells an aim, a plan or a forecast."""
    return bool(_TOLD.search(sentence))


def is_of_the_time(question: str, sentence: str) -> bool:
    """Whether a sentence speaks of the future, where the question asks for that."""
    return not asks_for_the_future(question) or speaks_of_the_future(sentence)
