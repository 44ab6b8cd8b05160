"""Where one stands, after a ranking that was asked for."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .names import exchanged, names_of, things
from .opening import OPENING_WORDS
from .share import says_only_how_many
from .turns import Turn

# Where one stands is asked after a ranking.
_ASKS_WHERE = re.compile(r"\bwhere\b|\bwo\b|(?:排|列|居|在)(?:第几|哪|多少)", re.IGNORECASE)
_OF_A_RANKING = re.compile(
    r"\b(?:rank\w*|top|index|list|first|leads?|leading|ahead|place|order)\b|\brankings?\b"
    r"|\b(?:rangliste|ranking|reihenfolge|platz|plätze|führ(?:t|en)|vorn\w*|spitze|liste|nummer eins)\b|\w*index\b|rankings?\b"
    r"|排[名行位第]|前[几三五十]|榜|第[一二三四五]|指数|领先|名次",
    re.IGNORECASE,
)


def in_the_ranking(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """ "Where is Norden?" after a ranking that was asked for: there, and not on the map."""
    own = things(question, glossary)
    if len(own) != 1 or not _OF_A_RANKING.search(last.asked):
        return ""
    beside = exchanged(OPENING_WORDS.sub("", question), own[0], " ")
    asks_where = _ASKS_WHERE.search(beside) and says_only_how_many(beside, language)
    has_another = names_of(own[0].kind, last.asked, glossary)
    if has_another or not asks_where:
        return ""
    return f"{last.asked} {question}"
