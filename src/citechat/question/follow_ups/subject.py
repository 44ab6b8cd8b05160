"""A follow-up that leaves out what it is about, with the name of that."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .antecedents import subjects
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
    names = [name.names[language] for name in subjects(last, glossary, language)[:2]]
    return [about(question, name, language) for name in names]


def about(question: str, name: str, language: str) -> str:
    """The question with the name of what it is about."""
    if language == "zh":
        return f"{name}{question}"
    return f"{question.rstrip(' ?!.')} {name}?"


def of_the_concept(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """A short question of a place behind the term that was asked about before it: "and how much does
    Norden pay?" after "What is a voucher?"."""
    own, before = named(question, glossary), named(last.asked, glossary)
    is_of_a_place = [name.kind for name in own] == ["place"]
    is_of_a_concept = {name.kind for name in before} == {"concept"}
    if not (is_of_a_place and is_of_a_concept):
        return ""
    if not says_little_beside(question, own[0], language):
        return ""
    return f"{before[0].names[language]} {question}"
