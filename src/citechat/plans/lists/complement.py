"""Which of them are not so, who is there besides: a whole list less those of whom it is said.

The list is a sentence that enumerates names, the rest is what the other names of it are: both are
quoted, and the names that are left are told before them. Where no list is known, a sentence that
itself says "not" answers a question that does. A module for each: ``besides.py``, ``remaining.py``,
``saying_not.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.negation import NOT
from ..statements import Findings, Statement
from .besides import left_out_of, told_of_the_others
from .by_profile import told_by_its_profile
from .member_lists import ASKS_WHO, asks_of_a_list
from .remaining import told_of_the_offered, told_of_the_remaining, told_to_be_under_way
from .saying_not import told_by_a_not

_ASKS_FOR_MEMBERS = re.compile(
    r"\b(?:which|who|whom|what|where|any(?:one|body|thing)?|name|list)\b"
    r"|\b(?:welche[rsnm]?|wer|wen|wem|was|wo|nenn\w*)\b|哪|谁|什么|何",
    re.IGNORECASE,
)
# Two things at once are not so: what is said of the one is not said of the other.
_NEITHER = re.compile(r"\b(?:neither|weder)\b|既不|也不|也没", re.IGNORECASE)
_ASKS_ELSE = frozenset({"reason", "truth", "number", "time"})


def statements(findings: Findings) -> Sequence[Statement]:
    """The names that are left, before the sentences that tell it; else nothing."""
    text = findings.query.text
    if findings.query.types & _ASKS_ELSE or not _ASKS_FOR_MEMBERS.search(text):
        return ()
    left_out = left_out_of(findings)
    if left_out:
        return told_of_the_others(left_out, findings)
    if not NOT.search(text):
        return ()
    if ASKS_WHO.search(text) and not _NEITHER.search(text):
        remaining = told_to_be_under_way(findings) or told_of_the_remaining(findings)
        if remaining:
            return remaining
    return told_by_a_not(findings)


def of_those_offered(findings: Findings) -> Sequence[Statement]:
    """Who is left of those whom the question itself offers: told by a list that none of them tells alone."""
    if findings.query.types & _ASKS_ELSE or not _asks_who_is_not(findings.query.text):
        return ()
    return told_of_the_offered(findings) or told_by_its_profile(findings)


def is_open(findings: Findings) -> bool:
    """Whether it is asked who of a list is not so, and nothing that was found tells it: then a
    sentence about the list is no answer."""
    text = findings.query.text
    asks_who_not = ASKS_WHO.search(text) and NOT.search(text) and asks_of_a_list(findings)
    return bool(asks_who_not and not findings.query.types & _ASKS_ELSE and not statements(findings))


def _asks_who_is_not(text: str) -> bool:
    """Whether a question asks who is not so, and not who is neither this nor that."""
    return bool(ASKS_WHO.search(text) and NOT.search(text)) and not _NEITHER.search(text)
