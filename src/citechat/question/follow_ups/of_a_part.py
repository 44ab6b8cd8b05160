"""A later part of a question, after the parts before it: "… and how many lamps?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary

from ...language.answer_types import asked_types
from ...values import Turn
from ..decomposition import with_the_thing
from .leaning import DEFINES
from .names import named, things
from .order import distinct
from .standalone import last_two, readings
from .subject import about, with_subject
from .years import YEAR

# When a number is to be reached or was counted, said for the first of two that are asked for in one breath.
_WHEN = {
    "en": re.compile(r"\b(?:in|by|for|until|at the end of|by the end of) 20\d\d\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:(?:bis|im jahr|ende|bis ende) )?20\d\d\b", re.IGNORECASE),
    "zh": re.compile(r"到?20\d\d年(?:[底末初]|年底)?"),
}
_COUNTS = frozenset({"number"})
# "Why does that matter?": not a thing, but that it is so.
_POINTS_TO_WHAT_WAS_SAID = re.compile(
    r"\b(?:that|this)\b(?! (?:company|city|firm|model|one))|\b(?:das|dies)\b(?= [a-z]+\W*$)|[这那](?=意味|有什么|为什么|重要)",
    re.IGNORECASE,
)


def readings_of_part(
    part: str, turns: Sequence[Turn], glossary: Glossary, language: str
) -> list[str]:
    """What a part of a question may mean after the parts before it, the likeliest first: as a follow-up to them,
    but never with what they asked read along. One that names nothing is asked of what they are about."""
    last, _ = last_two(turns, glossary, language)
    if not last.asked or (named(part, glossary) and DEFINES.search(part)):
        return [part]
    read = [
        asked
        for asked in readings(part, turns, glossary, language)
        if not asked.startswith(last.asked)
    ]
    alone = read[0] if read else part
    spoken_of = named(last.asked, glossary)
    if _POINTS_TO_WHAT_WAS_SAID.search(part):
        names = " ".join(name.names[language] for name in spoken_of)
        return distinct([about(part, names, language), *read])
    is_about_it = any(name in spoken_of for name in named(alone, glossary))
    if not is_about_it and not things(alone, glossary):
        read = [*with_subject(alone, last, glossary, language), *read]
    read = [*_of_the_same_time(read, last.asked, language), *read]
    placed = [asked for asked in distinct(read) if asked != part]
    # What no name is known of is pointed to by its words.
    return placed or [with_the_thing(part, last.asked)]


def _of_the_same_time(read: Sequence[str], before: str, language: str) -> list[str]:
    """The likeliest reading of a part that asks for a number and names no time, of the time of the part before."""
    when = _WHEN[language].search(before)
    likeliest = next(iter(read), "")
    is_counted = asked_types(likeliest) == asked_types(before) == _COUNTS
    if when is None or not is_counted or YEAR.search(likeliest):
        return []
    asked = likeliest.rstrip(" ?？")
    return [f"{when.group()}{asked}？" if language == "zh" else f"{asked} {when.group()}?"]
