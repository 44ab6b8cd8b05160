"""A claim beside the sentence it was taken from: what stands in the same place in both and yet differs.

That a number stands somewhere in the source is not enough when the claim puts it where the source has another one
("third place for 2023 but fourth for 2022"), nor is it when the claim adds a "not".
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..language import terms
from .facts import Fact, kind_of, says

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_CONJUNCTIONS = frozenset("and or as well und oder sowie 和 与 及 或".split())
_NEGATIONS = frozenset(
    "not no never nicht kein keine keinen keiner keinem keines nie niemals 不 没 未 无 非".split()
)
# So much of a claim must lie beside the source's words before a word more or less means anything.
_ALIKE = 0.75


@dataclass(frozen=True)
class _Token:
    """A word, a Chinese character, or a fact, which is like those of the same value."""

    label: Hashable
    surface: str
    fact: Fact | None = None


@dataclass(frozen=True)
class Differences:
    """Facts of the claim in whose place the source has the same, those in whose place it has another, and negations."""

    same: tuple[Fact, ...]
    other: tuple[Fact, ...]
    negations: tuple[str, ...]


def compare(claim: str, claimed: Sequence[Fact], source: str, held: Sequence[Fact]) -> Differences:
    """Lay a claim beside a text of its language; ``claimed`` and ``held`` are their facts."""
    ours, theirs = list(_tokens(claim, claimed)), list(_tokens(source, held))
    codes = SequenceMatcher(
        None, [t.label for t in ours], [t.label for t in theirs], autojunk=False
    ).get_opcodes()
    same = [
        token.fact
        for tag, a, b, _, _ in codes
        if tag == "equal"
        for token in ours[a:b]
        if token.fact
    ]
    left_out = [
        t.fact
        for tag, _, _, c, d in codes
        if tag != "equal" and d - c > 1
        for t in theirs[c:d]
        if t.fact
    ]
    other = []
    for _, a, b, c, d in codes:
        if (
            b - a == d - c == 1
            and (mine := ours[a].fact)
            and (its := theirs[c].fact)
            and kind_of(mine.value) == kind_of(its.value)
        ):
            if says(its.value, mine.value):
                same.append(mine)
            elif not any(
                says(fact.value, mine.value) for fact in (*left_out, *_list_around(theirs, c))
            ):
                other.append(mine)
    return Differences(tuple(same), tuple(other), tuple(_negations(ours, theirs, codes)))


def _list_around(tokens: Sequence[_Token], at: int) -> Iterator[Fact]:
    """The facts that stand beside one another around a place: a list, which may be in another order in the claim."""
    for step in (-1, 1):
        place = at + step
        while fact := tokens[place].fact:
            yield fact
            place += step


def _tokens(text: str, facts: Sequence[Fact]) -> Iterator[_Token]:
    """The tokens between a start and an end; no conjunctions, so that the members of a list stand side by side."""
    yield _Token("<", "")
    at = 0
    for fact in facts:
        if fact.start >= at and _counts(fact):
            yield from _words(text[at : fact.start])
            yield _Token(fact.value, fact.surface, fact)
            at = fact.end
    yield from _words(text[at:].rstrip(".。!?！？ "))
    yield _Token(">", "")


def _counts(fact: Fact) -> bool:
    return fact.binds != "never"


def _words(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(text):
        folded = terms.fold(match.group())
        if folded not in _CONJUNCTIONS:
            yield _Token(folded, match.group())


def _negations(
    ours: Sequence[_Token],
    theirs: Sequence[_Token],
    codes: Sequence[tuple[str, int, int, int, int]],
) -> Iterator[str]:
    """Words that deny and stand on one side only, between words that both have."""
    if sum(b - a for tag, a, b, _, _ in codes if tag == "equal") < _ALIKE * len(ours):
        return
    for _, a, b, c, d in codes:
        denied = [
            token.surface for token in (*ours[a:b], *theirs[c:d]) if token.label in _NEGATIONS
        ]
        if len(denied) == 1 and b - a <= 1 and d - c <= 1:
            yield denied[0]
