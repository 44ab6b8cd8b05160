"""A question that asks for several things → one question for each.

"Compare Beijing and Shenzhen by financing" asks the same of two names; "When was MetaX founded, and what is its best
chip?" asks two things of one name. Each part names what it is about, so it can be answered alone.
"""

from __future__ import annotations

import re

from citechat_ingest import Glossary, Name

_QUESTION_WORD = r"(?:what|which|who|whom|whose|when|where|why|how|was|welche[rsnm]?|wer|wem|wen|wann|wo|warum|wieso|wie|mit wie)"
_NEXT_CLAUSE = re.compile(
    rf"[,;:?？，；]\s*(?:and|und|&)?\s*(?={_QUESTION_WORD}\b)|\s(?:and|und)\s+(?={_QUESTION_WORD}\b)|[，；？]", re.I
)
_COMPARABLE = frozenset({"place", "company", "person", "university", "product"})


def parts(question: str, glossary: Glossary, language: str) -> list[str]:
    """The questions to answer one by one; a simple question comes back alone."""
    named = glossary.found_in(question)
    clauses = [clause.strip() for clause in _NEXT_CLAUSE.split(question) if clause and len(clause.strip()) > 3]
    if len(clauses) > 1:
        return [_with_names(clause, named, glossary, language) for clause in clauses]
    return _one_a_name(question, named)


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
            return [_without(question, [name for name in rivals if name is not kept]) for kept in rivals]
    return [question]


def _without(question: str, names: list[Name]) -> str:
    for name in names:
        for spelling in sorted(name.all_spellings, key=len, reverse=True):
            question = re.sub(re.escape(spelling), " ", question, flags=re.IGNORECASE)
    return " ".join(question.split())
