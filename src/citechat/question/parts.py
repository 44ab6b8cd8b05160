"""A question that asks several things one after another: its parts, and what no part of its own is.

"Who founded it, and when?" has two. "What does she say, why is it so?" asks one thing, and so does "how many have the
two, and who has more?", which the numbers side by side answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ..language.answer_types import asked_types
from .antecedents import things
from .asking_again import sets_side_by_side
from .decomposition import asking_clauses
from .follow_up import asks_only_why

# What somebody says, knows or thinks follows as a clause that asks nothing more.
_WHO_SAYS = re.compile(
    r"\b(?:says?|said|thinks?|claims?|explains?|know|tell (?:me|us)|sag(?:t|en|te)|mein(?:t|en)|erklär(?:t|en)|weiß|wissen)\b[^,;]*$"
    r"|(?:说|认为|解释|知道|告诉我)\W*$",
    re.IGNORECASE,
)
# Why it is so is asked already by 怎么涨那么猛，什么原因.
_ONLY_THE_REASON = re.compile(r"^\W*(?:是)?(?:什么|啥)(?:原因|理由|缘故)\W*$")
# "How many registered models": so many words and no name only begin to ask.
_FEW_WORDS = 5


def parts_of(question: str, glossary: Glossary, language: str) -> list[str]:
    """The parts of a question, each with the words that were typed; one that asks one thing comes back
    alone. The first stands alone, a later one leans on those before it as a follow-up does."""
    clauses = asking_clauses(question)
    if len(clauses) < 2 or _WHO_SAYS.search(clauses[0]):
        return [question]
    if any(_belongs_to(later, clauses[0], glossary) for later in clauses[1:]):
        return [question]
    return _with_the_first_named(clauses, glossary, language)


def _belongs_to(later: str, first: str, glossary: Glossary) -> bool:
    """Whether a later clause asks nothing of its own: which of those it is, or again for the reason."""
    if asks_only_why(later) or _ONLY_THE_REASON.match(later):
        return "reason" in asked_types(first)
    compares = sets_side_by_side(later) and not things(later, glossary)
    return compares and len(things(first, glossary)) > 1


def _with_the_first_named(clauses: Sequence[str], glossary: Glossary, language: str) -> list[str]:
    """The clauses, the first with the names of the second where it only begins to ask: "how many boats and how many
    lamps does Norden have?". Chinese names first what it asks about."""
    first, second, *others = clauses
    is_whole = language == "zh" or len(first.split()) > _FEW_WORDS
    if is_whole or _proper(first, glossary):
        return list(clauses)
    names = [name.names[language] for name in _proper(second, glossary)]
    return [" ".join([first, *names]), second, *others]


def _proper(text: str, glossary: Glossary) -> list[Name]:
    """The companies, places, … that a text names."""
    return [name for name in glossary.found_in(text) if name.kind != "concept"]
