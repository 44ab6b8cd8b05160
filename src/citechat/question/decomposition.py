"""A question that asks for several things → one question for each.

"Compare Beijing and Shenzhen by financing" asks the same of two names; "When was MetaX founded, and what is its best
chip?" asks two things of one name. Each part names what it is about, so it can be answered alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from citechat_ingest import Glossary, Name

_ASKS = (
    r"(?:what|who|whom|whose|why|how|was|wem|wen|wann|warum|wieso|weshalb|wie ?viele?|wie|mit wie)"
)
# After a bare comma these may be relative: "a penalty, which gave the Broncos a new set of downs".
_RELATIVE = r"(?:which|where|when|welche[rsnm]?|wer|wo)"
_NEXT_CLAUSE = re.compile(
    rf"[,;:?]\s*(?:and|und|&)?\s*(?={_ASKS}\b)|(?:[;:?]|,?\s(?:and|und|&))\s+(?=(?:{_ASKS}|{_RELATIVE})\b)|[，；？]",
    re.I,
)
# "When" that is not followed by a verb, and "wenn", begin a condition and ask for nothing.
_A_QUESTION = re.compile(
    rf"\b(?:{_ASKS}|which|where|welche[rsnm]?|wer|wo|when (?:did|do|does|is|are|was|were|will|has|have|had|can|could|exactly))\b"
    r"|谁|什么|哪|几|多少|多[大高长远久]|为何|何时|怎|[吗呢]$",
    re.I,
)
_TRAILING = re.compile(r"[\s,;，；]+(?:and|und|&)?\s*$|\s(?:and|und|&)\s*$", re.I)
# "Compare Beijing and Shenzhen by financing" asks for the financing of each; neither is compared in its own answer.
_COMPARES = re.compile(
    r"\b(?:compar(?:e[ds]?|ing|ison)|versus|vs\b\.?|differ(?:s|ences?)?|between|verglich\w*|vergleich\w*|gegenüber|unterscheide\w*"
    r"|unterschied\w*|zwischen)(?!\w)|比较|对比|相比|区别|差别|差异",
    re.I,
)
_COMPARABLE = frozenset({"place", "company", "person", "university", "product"})


def decompose_question(question: str, glossary: Glossary, language: str) -> list[str]:
    """The questions to answer one by one; a simple question comes back alone."""
    named = glossary.found_in(question)
    clauses = _asking_clauses(question)
    if len(clauses) > 1:
        return [_with_names(clause, named, glossary, language) for clause in clauses]
    return _one_a_name(question, named)


def _asking_clauses(question: str) -> list[str]:
    """The clauses that ask something; what only prepares a question, or follows it, stays with it."""
    starts = [0, *(match.end() for match in _NEXT_CLAUSE.finditer(question)), len(question)]
    clauses: list[str] = []
    asking = False
    for start, end in pairwise(starts):
        clause = question[start:end]
        if clauses and not (asking and _A_QUESTION.search(clause)):
            clauses[-1] += clause
        else:
            clauses.append(clause)
        asking = bool(_A_QUESTION.search(clauses[-1]))
    return [_TRAILING.sub("", clause).strip() for clause in clauses]


def _with_names(clause: str, named: list[Name], glossary: Glossary, language: str) -> str:
    """The clause with the question's proper names, if it has none of its own."""
    proper = [name.names[language] for name in named if name.kind != "concept"]
    own = [name for name in glossary.found_in(clause) if name.kind != "concept"]
    return clause if own or not proper else f"{' '.join(proper)} {clause}"


def _one_a_name(question: str, named: list[Name]) -> list[str]:
    """The question once for each of its names of one kind, the others of that kind left out."""
    for kind in sorted(_COMPARABLE):
        rivals = [name for name in named if name.kind == kind]
        if len(rivals) > 1:
            alone = _COMPARES.sub(" ", question)
            return [
                without_names(alone, [name for name in rivals if name is not kept])
                for kept in rivals
            ]
    return [question]


def without_names(question: str, names: list[Name]) -> str:
    """The question with the spellings of the names taken out."""
    for name in names:
        for spelling in sorted(name.all_spellings, key=len, reverse=True):
            question = re.sub(re.escape(spelling), " ", question, flags=re.IGNORECASE)
    return " ".join(question.split())
