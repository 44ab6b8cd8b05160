"""A question that asks for several things → one question for each.

"Compare Beijing and Shenzhen by financing" asks the same of two names; "When was MetaX founded, and what is its best
chip?" asks two things of one name. Each part names what it is about, so it can be answered alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from citechat_ingest import Glossary, Name

from ..language.cut_out import cut_out_names
from ..language.enumerated import BESIDES

_ASKS = (
    r"(?:what|who|whom|whose|why|how|was|wem|wen|wann|warum|wieso|weshalb|wie ?viele?|wie|mit wie)"
)
# "and since when?", "und von wem?"
_PREPOSITION = r"(?:(?:in|by|for|from|since|at|to|with|of|on|until|seit|bis|ab|von|mit|für|an|um|zu|aus|bei) )?"
# After a bare comma these may be relative: "a penalty, which gave the Broncos a new set of downs".
_RELATIVE = r"(?:which|where|when|welche[rsnm]?|wer|wo)"
_NEXT_CLAUSE = re.compile(
    rf"[,;:?]\s*+(?:(?:and|und|&)\s*+)?(?={_ASKS}\b|by whom\b)"
    rf"|(?:[;:?]|,?\s(?:and|und|&))\s++(?={_PREPOSITION}(?:{_ASKS}|{_RELATIVE})\b)|[，；？]"
    r"|(?<=[\u3400-\u9fff])\s++(?=[\u3400-\u9fff])"
    r"|、(?=[^，、]{0,8}(?:何时|什么时候|哪年|谁)|\d{4}年[^，、]{1,8}(?:多少|几))",
    re.I,
)
# "When" that is not followed by a verb, and "wenn", begin a condition and ask for nothing.
_A_QUESTION = re.compile(
    rf"\b(?:{_ASKS}|which|where|welche[rsnm]?|wer|wo|when (?:did|do|does|is|are|was|were|will|has|have|had|can|could|exactly))\b|\bwhen\W*$"
    r"|谁|什么|哪|几|多少|多[大高长远久]|为何|何时|怎",
    re.I,
)
_ENDS_ASKING = ("吗", "呢")
# What is left at the end of a clause where the next one began.
_CONJUNCTION = re.compile(r"(?<=[\s,;，；])(?:and|und|&)\Z", re.I)
_SIGNS = " \t\n\u3000,;，；、"
# What sets two things beside each other.
# "Compare Beijing and Shenzhen by financing" asks for the financing of each; neither is compared in its own answer.
COMPARES = re.compile(
    r"\b(?:compar(?:e[ds]?|ing|ison)|versus|vs\b\.?|differ(?:s|ences?)?|between|verglich\w*|vergleich\w*|gegenüber|unterscheide\w*"
    r"|unterschied\w*|zwischen|(?:stacks?|measures?) up (?:against|to)|fares? against|(?:verhält|misst) sich)(?!\w)"
    r"|比较|对比|相比|区别|差别|差异|比起来|比(?:怎么样|如何)",
    re.I,
)
_BESIDE = re.compile(r"[和与跟同比、，及]|以及|还是|\bvs\b|对决|[ ,]", re.I)
# What a later clause says for the thing of the first: "… and what does it cost?". Chinese says
# nothing: 谁带导览，多少钱？
_POINTS_BACK = re.compile(
    r"(?<=\s)(?:it|they|them|he|him|she|es|sie|er|ihn|ihm)(?=[\s?.!]|$)|[它他她](?!们)|^(?=多少钱|什么时候|多久|几点|在哪)",
    re.I,
)
_THING = re.compile(
    r"\b(?P<thing>(?:the|an?|your|der|die|das|den|dem|eine?[nmr]?|euer|eure[nmr]?) .+)", re.I
)
_ASKING_WORDS = re.compile(r"谁|什么时候|什么|哪[个里位]|怎么|多少钱?|是|[？?]")
_COMPARABLE = frozenset({"place", "company", "person", "university", "product"})


def decompose_question(question: str, glossary: Glossary, language: str) -> list[str]:
    """The questions to answer one by one; a simple question comes back alone."""
    named = glossary.found_in(question)
    clauses = asking_clauses(question)
    if len(clauses) > 1:
        if not glossary.names:
            return [clauses[0], *(with_the_thing(clause, clauses[0]) for clause in clauses[1:])]
        return [_with_names(clause, named, glossary, language) for clause in clauses]
    is_of_sides = _sets_side_by_side(question, language) and not BESIDES.search(question)
    return _one_a_name(question, named) if is_of_sides else [question]


def asking_clauses(question: str) -> list[str]:
    """The clauses that ask something; what only prepares a question, or follows it, stays with it.

    >>> asking_clauses("Who founded it, and when?")
    ['Who founded it', 'when?']
    """
    starts = [0, *(match.end() for match in _NEXT_CLAUSE.finditer(question)), len(question)]
    clauses: list[list[str]] = []
    asks_within = asking = False
    for start, end in pairwise(starts):
        clause = question[start:end]
        asks = bool(_A_QUESTION.search(clause))
        ends_asking = clause.endswith(_ENDS_ASKING)
        if clauses and not (asking and (asks or ends_asking)):
            clauses[-1].append(clause)
            asks_within = asks_within or asks
        else:
            clauses.append([clause])
            asks_within = asks
        asking = asks_within or ends_asking
    return [_without_trail("".join(clause)) for clause in clauses]


def _without_trail(clause: str) -> str:
    """The clause without commas and a conjunction at its end."""
    return _CONJUNCTION.sub("", clause.rstrip()).rstrip(_SIGNS).strip()


def _with_names(clause: str, named: list[Name], glossary: Glossary, language: str) -> str:
    """The clause with the question's proper names, if it has none of its own."""
    if _proper(glossary.found_in(clause)):
        return clause
    asked_of = [name.names[language] for name in _proper(named)]
    return " ".join([*asked_of, clause])


def with_the_thing(clause: str, first: str) -> str:
    """A later clause with the thing that the first one asks about in the place of "it"; as it is,
    where it points back to nothing."""
    if not _POINTS_BACK.search(clause):
        return clause
    thing = _THING.search(first)
    named = thing["thing"] if thing else _ASKING_WORDS.sub("", first)
    return _POINTS_BACK.sub(f" {named} ", clause, count=1).strip()


def _proper(names: list[Name]) -> list[Name]:
    """The companies, places, … among the names."""
    return [name for name in names if name.kind != "concept"]


def _sets_side_by_side(question: str, language: str) -> bool:
    """Whether the names of a question may be sides of it; in Chinese one is more often part of the
    other: 海淀占北京几成, 腾讯在深圳."""
    return language != "zh" or bool(_BESIDE.search(question))


def _one_a_name(question: str, named: list[Name]) -> list[str]:
    """The question once for each of its names of one kind, the others of that kind left out."""
    rivals = _rivals(named)
    if not rivals:
        return [question]
    alone = COMPARES.sub(" ", question)
    parts = []
    for kept in rivals:
        others = [name for name in rivals if name is not kept]
        parts.append(without_names(alone, others))
    return parts


def _rivals(named: list[Name]) -> list[Name]:
    """The names of the first kind of which there are several; none where there is no such kind."""
    for kind in sorted(_COMPARABLE):
        of_kind = [name for name in named if name.kind == kind]
        if len(of_kind) > 1:
            return of_kind
    return []


def without_names(question: str, names: list[Name]) -> str:
    """The question with the spellings of the names taken out."""
    return " ".join(cut_out_names(question, names).split())
