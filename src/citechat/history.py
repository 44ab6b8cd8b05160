"""A follow-up question and the turns before it → a question that stands alone.

"And Shenzhen?" after "How many AI companies does Beijing have?" becomes "How many AI companies does Shenzhen have?":
a name takes the place of a name of its kind. Where there is nothing to put in place, the question before is read along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from . import terms
from .values import Turn

_OPENS_AS_FOLLOW_UP = re.compile(
    r"^\s*(?:and|or|but|so|what about|how about|und|oder|aber|wie (?:sieht es|steht es|ist es)|was ist mit)\b"
    r"|^\s*(?:那|还有|以及|而)|呢[？?]?\s*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|their|them|there|that|this|those|these|he|she|his|her|dort|dessen|deren|dies\w*|davon|dazu|dafür|dabei|daran|sie|ihre?[nmrs]?|er|seine?[nmrs]?)\b|它|他们|那里|这[些个家]?|那[些个家]|其",
    re.IGNORECASE,
)
_FEW_TERMS = 2


def stand_alone(question: str, history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """The question with what it leans on; a question that stands alone comes back unchanged."""
    before = _last_question(history)
    if not before or not _leans(question, glossary, language):
        return question
    replaced = _replace_name(before, question, glossary, language)
    return replaced or f"{before} {question}"


def _last_question(history: Sequence[Turn]) -> str:
    asked = [turn["content"] for turn in history if turn.get("role") == "user" and turn.get("content")]
    return asked[-1].strip() if asked else ""


def _leans(question: str, glossary: Glossary, language: str) -> bool:
    content = terms.query_words(question, language)
    if _OPENS_AS_FOLLOW_UP.search(question):
        return True
    named = glossary.found_in(question)
    return len(content) <= _FEW_TERMS * (2 if language == "zh" else 1) or (not named and bool(_LEANS.search(question)))


def _replace_name(before: str, question: str, glossary: Glossary, language: str) -> str:
    """The question before with its name exchanged, when the follow-up brings nothing but a name of the same kind."""
    new = glossary.found_in(question)
    if len(new) != 1 or _adds_more_than(question, new[0], language):
        return ""
    old = [name for name in glossary.found_in(before) if name.kind == new[0].kind and name is not new[0]]
    if len(old) != 1:
        return ""
    spelling = next(s for s in sorted(old[0].all_spellings, key=len, reverse=True) if s.casefold() in before.casefold())
    return re.sub(re.escape(spelling), new[0].names[language], before, flags=re.IGNORECASE)


def _adds_more_than(question: str, name: Name, language: str) -> bool:
    named = {term for spelling in name.all_spellings for term in terms.words(spelling, language)}
    return any(term not in named for term in terms.query_words(question, language))
