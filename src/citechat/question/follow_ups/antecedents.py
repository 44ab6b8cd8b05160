"""What a follow-up may be about, from the question before and its answer.

"It" may be what was asked about, or what the answer named: "where did he study?" after "Who founded Acme? – Ann Lee".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from .kinds import CONCEPT, kinds_asked_for
from .names import each_once, named, only, things, without
from .turns import Turn

_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:who(?:m|se)?|which|name of|called)\b|\bwhat (?!is|are|was|were|does|do|did|share|number)\w+"
    r"|\b(?:wer|wem|wen|wessen|welche[rsnm]?|name[ns]?|heißt|heisst)\b|谁|哪[一]?[家个座所款位]|什么(?:公司|企业|城市|大学|模型|应用)|叫什么|名字",
    re.IGNORECASE,
)
ASKS_FOR_SEVERAL = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:companies|cities|universities|\w+[^s\W]s)\b|\bwelche \w+(?:en|n)\b|\bare\b|\bsind\b"
    r"|哪些|哪几|都有谁",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how many|wie ?viele|number of|(?:an)?zahl)\b|多少(?![钱元亿万])(?=[\u3400-\u9fff])|几[家个名位款座所笔项]|哪些",
    re.IGNORECASE,
)
_IN_A_PLACE = {"en": "{} in {}", "de": "{} in {}", "zh": "{1}的{0}"}


def brought(last: Turn, glossary: Glossary) -> list[Name]:
    """The names that the answer brought to a question that asked for one: what is talked of next."""
    if not _ASKS_FOR_A_NAME.search(last.asked):
        return []
    new = without(things(last.first_sentence, glossary), named(last.asked, glossary))
    return only(kinds_asked_for(last.asked), new)


def subjects(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """What a question that names nothing may be about, the likeliest first."""
    asked = things(last.asked, glossary)
    new = brought(last, glossary)
    # Of a list none is meant more than another.
    alone = [] if ASKS_FOR_SEVERAL.search(last.asked) else new[:1]
    # A ranking is asked of for the sake of what it ranks.
    others = [name for name in asked if name.kind not in ("place", "index")]
    if alone or others or not asked:
        # Where a thing is, is asked of the thing.
        is_where = bool(others) and [name.kind for name in alone] == ["place"]
        first = [*others, *alone] if is_where else [*alone, *others]
        likely = list(each_once([*first, *asked]))
        return likely or named(last.asked, glossary)
    there = _terms_there(last.asked, asked, glossary, language)
    # Of what was counted there are many, and the place is one.
    return [*asked, *there] if _COUNTS.search(last.asked) else [*there, *asked]


def _terms_there(
    asked: str, places: Sequence[Name], glossary: Glossary, language: str
) -> list[Name]:
    """The terms of which a question asked in one place, each with the place: of a voucher of Norden it
    is asked further, and not of Norden."""
    concepts = only(CONCEPT, named(asked, glossary))
    if len(places) != 1 or len(concepts) != 1:
        return []
    names = (concepts[0].names[language], places[0].names[language])
    return [Name("concept", {language: _IN_A_PLACE[language].format(*names)})]


def of_kinds(kinds: frozenset[str], last: Turn, glossary: Glossary) -> list[Name]:
    """What of some kinds was spoken of: brought by the answer, asked about, or said by the way."""
    spoken = [*brought(last, glossary), *things(last.asked, glossary)]
    spoken += things(last.answer, glossary)
    return only(kinds, each_once(spoken))
