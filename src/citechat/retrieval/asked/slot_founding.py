"""When or by whom a firm was founded: a sentence gives it where it founds just that firm."""

from __future__ import annotations

import re

from ...verification.facts import Fact, ProperName
from ..query import Query, QueryName
from .slot_said import Said

# What is founded, what says so, and what parts a sentence.
_FOUNDED = frozenset({"company"})
_FOUNDING = re.compile(
    r"\bfound(?:ed|ing)\b|\bestablished\b|\bset up\b|\b(?:aus)?gegründet\b|\bgründe(?:te|n)\b|\bgründung\b|成立|创立|创办|创建",
    re.IGNORECASE,
)
_WHEN_OR_WHO = frozenset({"time", "person"})
_PARTS = ":;：；"
# What stands between such a word and the firm that is founded.
_IS_NEXT = re.compile(
    r"\W*(?:(?:the|its|die|das|den|seine) )?(?:[\w-]+ )?\W*|[了出]?\W*", re.IGNORECASE
)


def asks_of_a_founding(query: Query) -> bool:
    """Whether it is asked when or by whom one firm was founded."""
    asks = bool(_FOUNDING.search(query.text) and query.types & _WHEN_OR_WHO)
    return asks and len(_founded(query)) == 1


def _founded(query: Query) -> list[QueryName]:
    return [name for name in query.proper_names if name.name.kind in _FOUNDED]


def founds_just_that(said: Said, query: Query) -> bool:
    """Whether a sentence may found what is asked about: it stands beside such a word, or no firm
    does. "Norden and Southam differ: only Norden was founded in 1920." founds no Southam."""
    asked = frozenset(_founded(query)[0].name.all_spellings)
    foundings = list(_FOUNDING.finditer(said.text))
    return not foundings or any(_stands_beside(asked, word, said) for word in foundings)


def _stands_beside(asked: frozenset[str], word: re.Match[str], said: Said) -> bool:
    """Whether a firm before a word, in its part of the sentence, or the next after it is the asked
    one, or there is none."""
    part = _part_around(word, said.text)
    before = _firms_in(said, part.start, word.start())
    after = _firms_in(said, word.end(), part.stop)
    # "Norden was founded by 1920 and supplies Southam" founds no Southam.
    is_next = bool(after) and _IS_NEXT.fullmatch(said.text[word.end() : after[0].start])
    beside = [*before, *(after[:1] if is_next or not before else [])]
    return not beside or any(_is_called(firm, asked) for firm in beside)


def _part_around(word: re.Match[str], text: str) -> range:
    """Where the part of a sentence begins and ends that has the word."""
    start = max(text.rfind(sign, 0, word.start()) for sign in _PARTS) + 1
    found = re.search(f"[{_PARTS}]", text[word.end() :])
    return range(start, word.end() + found.start() if found else len(text))


def _firms_in(said: Said, start: int, end: int) -> list[Fact]:
    firms = filter(_is_a_firm, said.facts)
    return [firm for firm in firms if start <= firm.start and firm.end <= end]


def _is_a_firm(fact: Fact) -> bool:
    return isinstance(fact.value, ProperName) and fact.value.kind in _FOUNDED


def _is_called(fact: Fact, spellings: frozenset[str]) -> bool:
    return isinstance(fact.value, ProperName) and not spellings.isdisjoint(fact.value.spellings)
