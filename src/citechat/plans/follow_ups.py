"""A follow-up that was read together with the question before it: what is told must be of what is
asked now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary

from ..question.follow_ups.meant import names_what_is_meant
from ..question.follow_ups.others import names_another
from ..question.follow_ups.the_answer import asks_of_the_answer
from ..retrieval.not_said_before import answers_anew
from ..values import Turn
from .statements import Statement, quotes_of

# "And the H1?": letters and digits that no glossary need know.
_ONLY_A_DESIGNATION = re.compile(
    r"^\W*(?:(?:and|but|und|aber|那么?|还有)\s*)?(?:(?:what|how) about\s+|was ist mit\s+)?(?:(?:the|de[rmn]|die|das|beim)\s+)?"
    r"(?P<name>(?=[A-Za-z-]*\d)(?=[\d-]*[A-Za-z])[A-Za-z\d-]{2,8})\s*(?:then|denn|呢)?\W*$",
    re.IGNORECASE,
)


def without_what_was_said(
    statements: Sequence[Statement],
    asked: str,
    question: str,
    history: Sequence[Turn],
    glossary: Glossary,
) -> Sequence[Statement]:
    """The statements without those that answer only the question with which a follow-up was read
    along. Those that belong together, a claim and the word on it, are left."""
    statements = [its for its in statements if _has_the_designation(its, question)] or statements
    if not is_read_along(asked, question) or asks_of_the_answer(question):
        return statements
    if any(its.lead for its in statements):
        return statements
    anew = [
        its
        for its in statements
        if its.quote is None or answers_anew(its.quote, question, history, glossary)
    ]
    return anew or statements


def is_to_the_point(
    statements: Sequence[Statement],
    read: Sequence[str],
    number: int,
    question: str,
    history: Sequence[Turn],
    glossary: Glossary,
) -> bool:
    """Whether an answer to one of the readings of a follow-up is one to what it means.

    A reading that puts nothing in place may find what the question before found: its answer must
    name what the likeliest reading does, and say something new, or of what is asked now.
    """
    quotes = quotes_of(statements)
    said = " ".join(quote.text for quote in quotes)
    language = quotes[0].passage.language if quotes else ""
    if _is_of_another_designation(statements, question):
        return False
    if quotes and not names_another(said, read[number], history, glossary, language):
        return False
    is_alone = read[number] == question
    if not quotes or not (is_alone or is_read_along(read[number], question)):
        return True
    if number and not names_what_is_meant(said, question, read[0], glossary):
        return False
    may_repeat = is_alone or asks_of_the_answer(question)
    return may_repeat or any(answers_anew(quote, question, history, glossary) for quote in quotes)


def _is_of_another_designation(statements: Sequence[Statement], question: str) -> bool:
    """Whether none of the statements has the designation that is all a follow-up says."""
    having = [its for its in statements if _has_the_designation(its, question)]
    return bool(statements) and not having


def _has_the_designation(statement: Statement, question: str) -> bool:
    """Whether a statement has the designation that is all a follow-up says: "and the H1?"."""
    designation = _ONLY_A_DESIGNATION.match(question)
    if designation is None or statement.quote is None:
        return True
    return designation["name"].casefold() in statement.quote.text.casefold()


def is_read_along(asked: str, question: str) -> bool:
    """Whether a reading is the follow-up behind the question before it: a Chinese name before it
    has no blank."""
    return asked.endswith(f" {question}")
