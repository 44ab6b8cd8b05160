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
from .years import YEAR, in_the_year_before

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
        rf"{OPENS}(?:(?:who|which one)(?:['’]?s| is| was| comes?| came| follows?)?(?: (?:right|directly|just|close))?"
        r" (?:behind|after|next)(?: (?:it|him|them|that|this))?(?: in line)?|(?:and )?(?:then|after that|next))\W*$",
        re.I,
    ),
    "de": re.compile(
        rf"{OPENS}(?:wer (?:kommt|folgt|ist|liegt|war|steht)(?: (?:direkt|gleich|denn|knapp|dann|als))*"
        r" (?:dahinter|danach|dann|(?:der |die |das )?nächste[rs]?|hinter (?:ihm|ihr|ihnen))|danach|(?:und )?dann|dahinter)\W*$",
        re.I,
    ),
    "zh": re.compile(
        rf"{OPENS}(?:(?:排在?)?[它他她]?(?:[再更]?后面|再往后|再往下|之后|其后|接下来|下一[个位名家]|紧随其后)的?是?(?:谁|哪[个家座款]|呢)"
        r"|(?:然后|接着|下一[个位名家])(?:是谁|呢))\W*$"
    ),
}
_WHO_IS_AT = {"en": "who comes {}?", "de": "wer ist an {}r Stelle?", "zh": "谁排{}？"}
_ORDINALS_FROM_THE_SECOND = {
    "en": ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    "de": (
        *("zweite", "dritte", "vierte", "fünfte", "sechste"),
        *("siebte", "achte", "neunte", "zehnte"),
    ),
    "zh": ("第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十"),
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
    """ "Who's right behind it?" after the first of a row: the second, and so on; "" for any other follow-up.

    >>> next_in_the_row("and who comes next?", Turn("Which port has the most boats?"), "en")
    'Which port has the most boats? who comes second?'
    >>> next_in_the_row("who's next?", Turn("Which port is first? who's second?", typed="who's second?"), "en")
    'Which port is first? who comes third?'
    """
    if asked_aim(last.asked) != "most" or not _WHO_IS_NEXT[language].match(question):
        return ""
    # "And after that?", where a year was asked about, is of the next one.
    if YEAR.search(last.asked) and in_the_year_before(question, last, language):
        return ""
    places = _ORDINALS_FROM_THE_SECOND[language]
    told = asked_place(last.asked)
    row = _without_the_place(last, language)
    asks = _WHO_IS_AT[language].format(places[told - 1]) if told <= len(places) else ""
    return f"{row} {asks}" if row and asks else ""


def _without_the_place(last: Turn, language: str) -> str:
    """The question for the first of a row, of which a later place was asked last."""
    asked = last.asked
    asks = (_WHO_IS_AT[language].format(place) for place in _ORDINALS_FROM_THE_SECOND[language])
    told = next(filter(asked.endswith, asks), "")
    is_place = bool(last.typed) and bool(_ONLY_A_PLACE[language].match(last.typed))
    return asked.removesuffix(told or (last.typed if is_place else "")).rstrip()


def asks_for_a_place(asked: str, language: str) -> bool:
    """Whether a reading asks for a later place of a row, behind the question for its first."""
    asks = (_WHO_IS_AT[language].format(place) for place in _ORDINALS_FROM_THE_SECOND[language])
    return any(map(asked.endswith, asks))


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
