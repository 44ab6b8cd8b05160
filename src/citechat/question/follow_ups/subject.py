"""A follow-up that leaves out what it is about, with the name of that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from .antecedents import subjects_of
from .asking_again import asks_something
from .leaning import leaves_out_its_subject
from .names import named, things
from .of_all import asks_of_all
from .opening import adds_more_than, says_little_beside
from .turns import Turn

# One there may be of the thing itself: "is there a successor?".
IS_THERE_ONE = re.compile(
    r"(?:is|was) there (?:an?|another)\b|(?:gibt?'?s|gibt es|gab es)(?: da| auch| schon)? eine?n?\b",
    re.IGNORECASE,
)


def of_the_subject(question: str, last: Turn, glossary: Glossary, language: str) -> list[str]:
    """The question with what was asked about before, where it asks and names nothing itself; alone
    where it names something and asks of it."""
    own = things(question, glossary)
    if own and not leaves_out_its_subject(question):
        says_more = any(adds_more_than(question, name, language) for name in own)
        return [question] if says_more else []
    # "And worldwide?" asks the question before of something else.
    if asks_of_all(question) or not asks_something(question):
        return []
    return with_subject(question, last, glossary, language)


def with_subject(question: str, last: Turn, glossary: Glossary, language: str) -> list[str]:
    """The question with each of the two things that were likely spoken of."""
    names = [name.names[language] for name in subjects_of(question, last, glossary, language)[:2]]
    return [about(question, name, language) for name in names]


def about(question: str, name: str, language: str) -> str:
    """The question with the name of what it is about."""
    if language == "zh":
        return f"{name}{question}"
    return f"{question.rstrip(' ?!.')} {name}?"


# That one more does, or has, what was spoken of; and what stands for that in the question.
_TOO = re.compile(r"\b(?:too|also|as well|auch|ebenfalls)\b|[也还]", re.IGNORECASE)
_STANDS_FOR_IT = re.compile(
    r"\b(?:any|one|some|them|those|these|such|welche|solche|sie|die|eine?n?)\b"
    r"(?=\W*$|\s+(?:too|also|as well|auch|ebenfalls|in|aus|there|dort)\b)",
    re.IGNORECASE,
)


def of_one_more_place(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """Whether one more place has the thing that was asked about: "does Southam have any too?" after "When
    did Norden hand out its first vouchers?"."""
    place, before = _place_alone(question, glossary), named(last.asked, glossary)
    is_one_more = place is not None and place not in before
    concept = _first_concept(before, language)
    if not (is_one_more and concept and _TOO.search(question)):
        return ""
    return _with_concept(question, concept, language)


def _first_concept(names: Sequence[Name], language: str) -> str:
    """What the first concept among some names is called; empty where there is none."""
    concepts = (name.names[language] for name in names if name.kind == "concept")
    return next(concepts, "")


def _place_alone(question: str, glossary: Glossary) -> Name | None:
    """The place that a question names, where it names nothing else."""
    own = named(question, glossary)
    return own[0] if [name.kind for name in own] == ["place"] else None


def _with_concept(question: str, concept: str, language: str) -> str:
    """The question with a concept for what stands for it, or after it."""
    in_its_place = _STANDS_FOR_IT.sub(concept, question, count=1)
    gap = "：" if language == "zh" else " "
    return f"{concept}{gap}{question}" if in_its_place == question else in_its_place


def of_the_concept(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """A short question of a place behind the term that was asked about before it: "and how much does
    Norden pay?" after "What is a voucher?"."""
    own, before = named(question, glossary), named(last.asked, glossary)
    is_of_a_place = _place_alone(question, glossary) is not None
    is_of_a_concept = {name.kind for name in before} == {"concept"}
    if not (is_of_a_place and is_of_a_concept):
        return ""
    if not says_little_beside(question, own[0], language):
        return ""
    return f"{before[0].names[language]} {question}"
