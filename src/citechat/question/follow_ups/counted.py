"""How many there are of what was spoken of: of what was counted, or of what two were compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ...language.answer_types import asked_types
from .names import things
from .turns import Turn

_HOW_MANY_ARE = re.compile(
    r"(?:how many|wie viele)(?= (?:are|were|will|have|had|does|do|did|sind|waren|sollen|sollten|werden|wurden)\b)",
    re.IGNORECASE,
)
_HOW_MANY_THINGS = re.compile(
    r"how many (?:(?!(?:are|were|will|have|had|has|does|do|did|of)\b)[a-z]\S* ?){1,3}"
    r"(?=(?:are|were|will|have|had|has|does|do|did)\b)"
    r"|wie viele (?:(?-i:[a-zäöüß]+) )*(?-i:[A-ZÄÖÜ])\S*",
    re.IGNORECASE,
)
_HOW_MANY_THERE = re.compile(
    r"^\W*(?:and |but |so )?how many (?P<what>[\w -]+?) are there\W*$", re.IGNORECASE
)
# Which of two has more of something: of another it is asked how many it has.
_HAS_MORE = {
    "en": re.compile(
        r"\b(?:who|which (?:\w+ ){0,2}?\w+)(?: of the two)? (?:has|have|had) (?:(?:more|fewer)(?! than)|the (?:most|fewest)) "
        r"(?P<what>[^,:;?]+)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wer|welche[rs]? \w+) (?:hat|hatte|haben) (?:mehr|weniger|die (?:meisten|wenigsten)) (?P<what>[^,:;?]+)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:谁|哪(?:一?[个座家边])?(?:城市|公司|企业|省份?|地方)?)的?(?P<what>[^，,？?更最多少]{1,12}?)(?:更|比较|最)?[多少](?=\W*$)"
    ),
}
_HOW_MANY_HAS = {
    "en": "How many {what} does {name} have?",
    "de": "Wie viele {what} hat {name}?",
    "zh": "{name}有多少{what}？",
}


def how_many_of_them(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """ "How many are planned?" with what was counted, and where: "how many boats are planned Norden?"."""
    asks, before = _HOW_MANY_ARE.match(question), _HOW_MANY_THINGS.match(last.asked)
    if asks is None or before is None or language == "zh":
        return ""
    whose = [name.names[language] for name in things(last.asked, glossary)[:1]]
    rest = question[asks.end() :].strip(" ?!.")
    return " ".join((before.group().strip(), rest, *whose)) + "?"


def how_many_there(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """ "How many lamps are there?" in the place of which a number was asked; "" for any other question.

    In English alone "there" does not say whether it points.
    """
    counted = _HOW_MANY_THERE.match(question)
    places = things(last.asked, glossary)
    if counted is None or language != "en" or things(question, glossary):
        return ""
    is_of_one_place = [name.kind for name in places] == ["place"] and "number" in asked_types(
        last.asked
    )
    return (
        f"How many {counted['what']} are there in {places[0].names['en']}?"
        if is_of_one_place
        else ""
    )


def counted_of_one(before: str, new: Name, glossary: Glossary, language: str) -> str:
    """How many something that is named now has of that of which two were compared; "" where they were not:
    "and Osten?" after "Who has more boats, Norden or Westen?"."""
    compared = _HAS_MORE[language].search(before)
    alike = [name for name in things(before, glossary) if name.kind == new.kind]
    if compared is None or len(alike) < 2 or new in alike:
        return ""
    what = _ahead_of(alike, compared["what"])
    if not what:
        return ""
    written = new.names[language]
    return _HOW_MANY_HAS[language].format(what=what, name=written)


def _ahead_of(names: Sequence[Name], text: str) -> str:
    """What a text says before it comes to one of the names."""
    spellings = "|".join(re.escape(spelling) for name in names for spelling in name.all_spellings)
    return re.split(spellings, text, maxsplit=1)[0].strip()
