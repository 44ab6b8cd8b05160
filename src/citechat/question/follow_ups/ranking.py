"""Where one stands, after a ranking that was asked for."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language.asked_rank import asked_aim, asked_place
from ...language.enumerated import FROM_THE_FIRST
from .names import exchanged, names_of, things
from .opening import OPENING_WORDS, OPENS
from .share import says_only_how_many
from .turns import Turn

# Where one stands is asked after a ranking.
_ASKS_WHERE = re.compile(r"\bwhere\b|\bwo\b|(?:排|列|居|在)(?:第几|哪|多少)", re.IGNORECASE)
_OF_A_RANKING = re.compile(
    r"\b(?:rank\w*|top|index|list|first|leads?|leading|ahead|place|order)\b|\brankings?\b"
    r"|\b(?:rangliste|ranking|reihenfolge|platz|plätze|führ(?:t|en)|vorn\w*|spitze|liste|nummer eins)\b|index\b|rankings?\b"
    r"|排[名行位第]|前[几三五十]|榜|第[一二三四五]|指数|领先|名次",
    re.IGNORECASE,
)


# A place of a row, and nothing beside it.
_ORDINALS = {
    "en": r"(?:the )?(?P<place>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)",
    "de": r"(?:(?:auf )?(?:der|die|das|dem) )?(?P<place>zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)[rnms]?",
    "zh": r"(?P<place>第[二三四五六七八九十])",
}
_ONLY_A_PLACE = {
    "en": re.compile(
        rf"{OPENS}(?:who(?:['’]s| is| was)? )?{_ORDINALS['en']}(?: (?:one|place))?\W*$", re.I
    ),
    "de": re.compile(rf"{OPENS}(?:wer ist )?{_ORDINALS['de']}(?: platz)?\W*$", re.I),
    "zh": re.compile(
        rf"{OPENS}(?:谁(?:是|排))?{_ORDINALS['zh']}(?:名|位)?(?:是谁|是哪[家个]|呢)?\W*$"
    ),
}
_PLACE = {"en": "{} place", "de": "an {}r Stelle", "zh": "{}名"}
# The place of which it was asked last.
_A_PLACE = {
    language: re.compile(pattern.format(_ORDINALS[language]), re.I)
    for language, pattern in (
        ("en", r"{}(?= place)"),
        ("de", r"an {}r Stelle"),
        ("zh", r"{}(?=名)"),
    )
}
# Who comes after the one that was told.
_WHO_IS_NEXT = {
    "en": re.compile(
        rf"{OPENS}(?:who|which one)(?:['’]?s| is| was| comes?| came| follows?)?(?: (?:right|directly|just|close))?"
        r" (?:behind|after|next)(?: (?:it|him|them|that|this))?(?: in line)?\W*$",
        re.I,
    ),
    "de": re.compile(
        rf"{OPENS}wer (?:kommt|folgt|ist|liegt|war|steht)(?: (?:direkt|gleich|denn|knapp))?"
        r" (?:dahinter|danach|als nächste[rs]?|hinter (?:ihm|ihr|ihnen))\W*$",
        re.I,
    ),
    "zh": re.compile(
        rf"{OPENS}(?:(?:排在?)?[它他她]?(?:后面|之后|其后|紧随其后)的?是?(?:谁|哪[个家座款])|紧随其后的?呢)\W*$"
    ),
}
_WHO_IS_SECOND = {
    "en": "who comes second?",
    "de": "wer ist an zweiter Stelle?",
    "zh": "谁排第二？",
}
_COUNTED = re.compile(r" places?\b| plätze\b|[名位强]", re.IGNORECASE)


def another_place(question: str, last: Turn, language: str) -> str:
    """ "And the fourth?" after the first three of a row: the fourth of that row; "" for any other follow-up.

    >>> another_place("And the fourth?", Turn("Who are the top three by boats?"), "en")
    'Who are the fourth place by boats?'
    """
    asked = _ONLY_A_PLACE[language].match(question)
    first = FROM_THE_FIRST.search(last.asked) or _A_PLACE[language].search(last.asked)
    if asked is None or first is None:
        return ""
    place = _PLACE[language].format(asked["place"])
    counted = _COUNTED.match(last.asked, first.end())
    end = counted.end() if counted else first.end()
    return f"{last.asked[: first.start()]}{place}{last.asked[end:]}"


def next_in_the_row(question: str, last: Turn, language: str) -> str:
    """ "Who's right behind it?" after the first of a row: the second; "" for any other follow-up.

    >>> next_in_the_row("and who comes next?", Turn("Which port has the most boats?"), "en")
    'Which port has the most boats? who comes second?'
    """
    is_of_the_first = asked_aim(last.asked) == "most" and asked_place(last.asked) == 1
    if not is_of_the_first or not _WHO_IS_NEXT[language].match(question):
        return ""
    return f"{last.asked} {_WHO_IS_SECOND[language]}"


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
