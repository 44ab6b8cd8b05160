"""One of several that were named, by its number: "the second one", "letztere", 第三家."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from .antecedents import ASKS_FOR_SEVERAL
from .kinds import PLACE, kinds_said
from .names import named, only, things, without
from .turns import Turn

_ORDINAL = re.compile(
    r"\bthe (?P<en>first|second|third|fourth|fifth|last|former|latter)\b"
    r"(?= (?:one|of|city|company|firm|university|province)|\W*$| (?:have|has|is|was|did|make|do))"
    r"|\bthe (?P<en2>former|latter)\b|\b(?P<de2>erstere|letztere)[rnms]?\b"
    r"|\b(?:de[rmn]|die|das) (?P<de>erste|zweite|dritte|vierte|fünfte|letzte|erstere|letztere)[rnms]?\b(?! platz)"
    r"|第(?P<zh>[一二三四五])[个家座所位款](?!季)|(?P<zh2>最后一[个家座所位款]|前者|后者|[前后]面?(?:那|一)[个家座所位款])",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in (
        (0, "first former erste erstere 一 前者 前面那家 前面那个 前一家 前一个 前面一家 前面一个"),
        (1, "second zweite 二"),
        (2, "third dritte 三"),
        (3, "fourth vierte 四"),
        (4, "fifth fünfte 五"),
    )
    for word in words.split()
}


def one_of_several(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> str:
    """The question with the one in place that it counts off: "the second one", "letztere", 第三家."""
    ordinal = _ORDINAL.search(question)
    if ordinal is None or things(question, glossary):
        return ""
    turns = sorted((last, earlier), key=_asks_for_one)
    lists = (_of_the_listed_kind(question, turn, glossary) for turn in turns)
    # Where no answer listed any, the question set them side by side: "Acme or Brio?".
    compared = _of_one_kind(things(last.asked, glossary))
    listed = next((names for names in lists if len(names) > 1), compared)
    word = next(filter(None, ordinal.groups())).casefold()
    number = _NUMBERS.get(word, len(listed) - 1)
    if not listed or number >= len(listed):
        return ""
    name = listed[number].names[language]
    after = re.sub(r"^ (?:one|of (?:them|these|those|the \w+))\b", "", question[ordinal.end() :])
    gap = "" if language == "zh" or not after[:2].strip(" ?") else " "
    return f"{question[: ordinal.start()]}{name}{gap}{after.lstrip()}".strip()


def _of_one_kind(names: Sequence[Name]) -> list[Name]:
    """The names, where they are several and all of one kind."""
    kinds = {name.kind for name in names}
    return list(names) if len(names) > 1 and len(kinds) == 1 else []


def _asks_for_one(turn: Turn) -> bool:
    return not ASKS_FOR_SEVERAL.search(turn.asked)


def _of_the_listed_kind(question: str, turn: Turn, glossary: Glossary) -> list[Name]:
    """The names of an answer's first sentence that are of the kind that the question says, or of
    which the sentence has most."""
    new = without(named(turn.first_sentence, glossary), named(turn.asked, glossary))
    kinds = [name.kind for name in new if name.kind != "publisher"]
    commonest = max(kinds, key=kinds.count, default="")
    return only(kinds_said(question), new) or only(frozenset({commonest}), new)


def several_named(question: str, last: Turn, glossary: Glossary) -> list[Name]:
    """The things of one kind that a question named, or else its answer: of them one may be asked for.
    What is named beside the thing that was asked about is none of its own, save places: "where did
    Norden's boats go?"."""
    asked = things(last.asked, glossary)
    kinds = {name.kind for name in asked}
    if len(asked) > 1 and len(kinds) == 1:
        return asked
    listed = _of_the_listed_kind(question, last, glossary)
    beside = only(frozenset(kinds) - PLACE, listed)
    return without(listed, beside)
