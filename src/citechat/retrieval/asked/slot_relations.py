"""Whether two things have to do with each other, and what somebody says of something: a sentence
gives it where it names both, or tells that it is said."""

from __future__ import annotations

import re

from ...language import terms
from ..query import Query, QueryName
from .slot_said import TWO, Said

# Whether two things have to do with each other; one of them alone tells nothing of it.
ASKS_HOW = re.compile(
    r"\b(?:wh\w+|how|wie|was|we[rnm]|wo\w*|welche\w*|warum|weshalb|wieso)\b|哪|谁|什么|多少|几|怎|何",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(r"[?？]|吗|是不是|有没有")
_COMPARES = re.compile(r"\b(?:than|als|or|oder)\b|比|还是|更", re.IGNORECASE)
# What somebody says, and how a sentence tells it.
_ASKS_WHAT_IS_SAID = re.compile(
    r"\bwhat (?:do|does|did) (?!the (?:sources?|article|documents?)\b).{1,60}\b(?:say|think)\b"
    r"|\bwas (?:sagt|sagte|meint|meinte|denkt|hält)\b|说了什么|怎么[看说]|怎样看",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:says?|said|call(?:s|ed)|explain\w*|thinks?|thought|believes?|wr[io]te\w*|argue\w*|describe\w*|for whom|according to|sees?|put"
    r"|estimate\w*|compare\w*|give[sn]?|gave|state\w*|praise\w*|name[sd]?|quote[sd]?|speaks?|holds?|warn\w*|puts|reports?|reported|counts?|counted|credits?)\b"
    r"|\b(?:sagt\w*|nannte|nennt|nennen|erklär\w*|meint\w*|schr[ie]+b\w*|zufolge|ansicht|laut|sieht|hält|führt\w*|schätzt\w*|beschr\w*|gibt|gab"
    r"|lobt\w*|warnt\w*|zitier\w*|spricht|äußer\w*|vergl\w*|bericht\w*|zähl\w*|beziffer\w*)\b"
    r"|说|称|认为|指出|表示|写道|解释|提出|看来|强调|谈|估计|形容|看|提到|报道|统计|印证",
    re.IGNORECASE,
)


def asks_of_two(query: Query) -> bool:
    """Whether it is asked if two things have to do with each other."""
    is_other = ASKS_HOW.search(query.text) or _COMPARES.search(query.text)
    is_whether = _ASKS_WHETHER.search(query.text) and not is_other
    return bool(is_whether) and len(_things(query)) >= TWO


def _things(query: Query) -> list[QueryName]:
    """The names asked about. Where a thing is not, is told by where it is."""
    return [name for name in query.proper_names if name.name.kind != "place"]


def names_both(said: Said, query: Query) -> bool:
    """Whether a sentence or its headings name all things that are asked about."""
    held = set(terms.words(f"{said.quote.passage.context} {said.text}", query.language))
    return all(name.occurs_in(held) for name in _things(query))


def asks_what_is_said(query: Query) -> bool:
    """Whether it is asked what somebody says of something."""
    return bool(_ASKS_WHAT_IS_SAID.search(query.text))


def tells_what_is_said(said: Said, _: Query) -> bool:
    """Whether a sentence tells what somebody says of just that."""
    return said.quote.names == 1 and bool(_SAYS.search(said.text))
