"""A claim beside the sentence it was taken from: what stands in the same place and yet differs.

That a number stands somewhere in the source is not enough when the claim puts it where the source
has another one ("third place for 2023 but fourth for 2022"), nor is it when the claim adds a "not".
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from ..language import terms
from ..language.opposites import opposites_between
from .facts import Fact, ProperName, kind_of, matches

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_CONJUNCTIONS = frozenset("and or as well und oder sowie 和 与 及 或".split())
_NEGATIONS = frozenset(
    "not no never nobody none nothing nowhere neither nor cannot without hardly "
    "nicht kein keine keinen keiner keinem keines nie niemals niemand nirgends nirgendwo keineswegs "
    "keinesfalls weder ohne kaum 不 没 未 无 非".split()
)
_CONTRACTED = "n't"
# A claim about nobody denies all of it, in whatever order the source has its words. "Nobody has more"
# says who has most.
_NOBODY = re.compile(
    r"^\W*(?P<word>nobody|no[ -]one|none of them|niemand\w*|没有人|无人|没有(?=.{0,12}的人))",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\b(?:than|as|als|wie)\b|比|更", re.IGNORECASE)
# "Opened" and "did not open": as many tokens may stand for one another.
_STRETCH, _PUT_IN = 4, 2
# So much of a claim must lie beside the source's words before a word more or less means anything:
# between sentences that merely share a few words, a "not" denies something else. That thought set
# it: no verdict of the planted exam (tests/planted.py) is another one from 0.2 to 0.9.
_ALIKE = 0.75
# As many tokens of either side are compared: the time for it grows with the product of the two.
# The longest sentence of the shipped corpus has 59.
_LONGEST = 250


@dataclass(frozen=True)
class Differences:
    """What lies beside each other in a claim and its source.

    ``same`` are facts of the claim in whose place the source has the same, ``other`` those in whose
    place it has another, ``negations`` the words that deny on one side only, ``opposites`` the words
    of the claim in whose place the source has their opposite.
    """

    same: tuple[Fact, ...]
    other: tuple[Fact, ...]
    negations: tuple[str, ...]
    opposites: tuple[str, ...]


@dataclass(frozen=True)
class _Token:
    """A word, a Chinese character, or a fact, which is like those of the same value."""

    label: Hashable
    surface: str
    fact: Fact | None = None


class _Block(NamedTuple):
    """Tokens of the claim and those of the source in their place.

    ``start`` is where the latter begin in the source. Either side may be empty, unless both are
    ``equal``.
    """

    equal: bool
    claim: Sequence[_Token]
    source: Sequence[_Token]
    start: int


def compare(
    claim: str,
    claim_facts: Sequence[Fact],
    source: str,
    source_facts: Sequence[Fact],
    language: str,
) -> Differences:
    """Lay a claim beside a text of its language, each with its facts.

        claim   < It was  third for 2023 but fourth for 2023 >
        source  < It was  third for 2022 but fourth for 2023 >
                  ~~~ equal ~~~     ^^^^  ~~~~~~ equal ~~~~~

    Two facts are in each other's place where one token stands for one token between equal ones, as
    the two years do that are marked: they are of one kind, and differ.
    """
    claim_tokens = list(islice(_tokens(claim, claim_facts), _LONGEST))
    source_tokens = list(islice(_tokens(source, source_facts), _LONGEST))
    blocks = _blocks(claim_tokens, source_tokens)
    moved = [fact for block in blocks for fact in _facts_elsewhere(block)]
    same = [fact for block in blocks if block.equal for fact in _facts(block.claim)]
    other = []
    for block in blocks:
        pair = _facts_in_one_place(block)
        if not pair:
            continue
        claimed, stated = pair
        if matches(stated.value, claimed.value):
            same.append(claimed)
            continue
        # What the source states in other words close by was not put in a wrong place.
        elsewhere = [*moved, *_list_around(source_tokens, block.start)]
        if not any(matches(fact.value, claimed.value) for fact in elsewhere):
            other.append(claimed)
    exchanged = _exchanged_names(claim_tokens, source_tokens)
    other += [fact for fact in exchanged if fact not in other]
    is_alike = _are_alike(blocks, len(claim_tokens), len(source_tokens))
    negations = list(_negations(blocks)) if is_alike else []
    opposites = list(_opposites(blocks, language)) if is_alike else []
    return Differences(tuple(same), tuple(other), tuple(negations), tuple(opposites))


def _blocks(claim: Sequence[_Token], source: Sequence[_Token]) -> list[_Block]:
    claim_labels = [token.label for token in claim]
    source_labels = [token.label for token in source]
    matcher = SequenceMatcher(None, claim_labels, source_labels, autojunk=False)
    return [
        _Block(tag == "equal", claim[start:end], source[source_start:source_end], source_start)
        for tag, start, end, source_start, source_end in matcher.get_opcodes()
    ]


def _facts(tokens: Sequence[_Token]) -> list[Fact]:
    return [token.fact for token in tokens if token.fact]


def _facts_elsewhere(block: _Block) -> list[Fact]:
    """The facts in a stretch of the source that the claim leaves out or says otherwise."""
    is_stretch = not block.equal and len(block.source) > 1
    return _facts(block.source) if is_stretch else []


def _facts_in_one_place(block: _Block) -> tuple[Fact, Fact] | None:
    """The claim's fact and the source's, where one stands for the other and they are of a kind."""
    if (len(block.claim), len(block.source)) != (1, 1):
        return None
    claimed, stated = block.claim[0].fact, block.source[0].fact
    if not claimed or not stated:
        return None
    is_one_kind = kind_of(claimed.value) == kind_of(stated.value)
    return (claimed, stated) if is_one_kind else None


def _exchanged_names(claim: Sequence[_Token], source: Sequence[_Token]) -> Iterator[Fact]:
    """The names of the claim that have changed places: who did it, and to whom.

        claim   < Beijing  overtook Shanghai in 2024 >
        source  < Shanghai overtook Beijing  in 2024 >

    For this, any name is taken to be like any other, so that they lie in each other's place.
    """
    blocks = _blocks(_with_one_name(claim), _with_one_name(source))
    if not _are_alike(blocks, len(claim), len(source)):
        return
    lying: list[tuple[int, Fact, Fact]] = []
    for place, token in _lying_there(blocks, source):
        one = claim[place]
        is_other = _is_name(one) and one.label != token.label
        if is_other and one.fact and token.fact:
            lying.append((place, one.fact, token.fact))
    for place, claimed, _ in lying:
        for other_place, _, stated_there in lying:
            is_there = matches(stated_there.value, claimed.value)
            if is_there and not _in_one_list(claim, place, other_place):
                yield claimed


def _lying_there(
    blocks: Iterable[_Block], source: Sequence[_Token]
) -> Iterator[tuple[int, _Token]]:
    """The places of the claim in equal blocks, and what the source has there."""
    start = 0
    for block in blocks:
        if block.equal:
            yield from enumerate(source[block.start : block.start + len(block.claim)], start)
        start += len(block.claim)


def _with_one_name(tokens: Sequence[_Token]) -> list[_Token]:
    return [replace(token, label="name") if _is_name(token) else token for token in tokens]


def _is_name(token: _Token) -> bool:
    return token.fact is not None and isinstance(token.fact.value, ProperName)


def _in_one_list(tokens: Sequence[_Token], one: int, other: int) -> bool:
    """Whether nothing but names stands between two places: a list may be in another order."""
    first, last = sorted((one, other))
    return all(_is_name(token) for token in tokens[first : last + 1])


def _list_around(tokens: Sequence[_Token], place: int) -> Iterator[Fact]:
    """The facts next to a place: a list, which may be in another order in the claim."""
    for step in (-1, 1):
        neighbour = place + step
        while 0 <= neighbour < len(tokens) and (fact := tokens[neighbour].fact):
            yield fact
            neighbour += step


def _tokens(text: str, facts: Sequence[Fact]) -> Iterator[_Token]:
    """The tokens between a start and an end, so that the first and the last have neighbours.

    Conjunctions are left out, so that the members of a list stand side by side.
    """
    yield _Token("<", "")
    done = 0
    for fact in facts:
        if fact.start >= done and fact.must_match_in != "nowhere":
            yield from _words(text[done : fact.start])
            yield _Token(fact.value, fact.surface, fact)
            done = fact.end
    yield from _words(text[done:].rstrip(".。!?！？ "))
    yield _Token(">", "")


def _words(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(text):
        folded = terms.fold(match.group())
        if folded not in _CONJUNCTIONS:
            yield _Token(folded, match.group())


def denied_of_all(claim: str, source: str) -> str:
    """The word by which a claim says that nobody does what ``source`` says somebody does; else empty.

    >>> denied_of_all("Nobody called Brand is the librarian.", "The librarian is Mr Brand.")
    'Nobody'
    """
    nobody = _NOBODY.match(claim)
    if not nobody or _COMPARES.search(claim) or any(map(_denies, _tokens(source, ()))):
        return ""
    return nobody["word"]


def _negations(blocks: Sequence[_Block]) -> Iterator[str]:
    """Words that deny and stand on one side only, between words that both have."""
    for block in _stretches(blocks):
        in_claim = list(filter(_denies, block.claim))
        in_source = list(filter(_denies, block.source))
        # "Not without" denies nothing.
        is_turned = len(in_claim) % 2 != len(in_source) % 2
        if is_turned:
            yield [*in_claim, *in_source][0].surface


def _opposites(blocks: Sequence[_Block], language: str) -> Iterator[str]:
    """Words of the claim in whose place the source has their opposite."""
    for block in _stretches(blocks):
        claimed, stated = _joined(block.claim, language), _joined(block.source, language)
        yield from opposites_between(claimed, stated, language)


def _joined(tokens: Sequence[_Token], language: str) -> str:
    joint = "" if language == "zh" else " "
    return joint.join(token.surface for token in tokens)


def _stretches(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """What differs and is short enough to be one word said otherwise."""
    for block in blocks:
        if not block.equal and _is_stretch(block):
            yield block


def _is_stretch(block: _Block) -> bool:
    """Whether a few words stand for a few others; more were said otherwise altogether.

    What stands on one side only is shorter still: "founded in May, not in June" may lose its end.
    """
    longest = max(len(block.claim), len(block.source))
    return longest <= (_STRETCH if block.claim and block.source else _PUT_IN)


def _are_alike(blocks: Sequence[_Block], of_claim: int, of_source: int) -> bool:
    """Whether most of the claim lies beside the source's words, or most of the two together.

    The latter lets "did not open" differ from "opened" in a short sentence.
    """
    shared = _shared_tokens(blocks)
    return shared >= _ALIKE * of_claim or 2 * shared >= _ALIKE * (of_claim + of_source)


def _shared_tokens(blocks: Sequence[_Block]) -> int:
    return sum(len(block.claim) for block in blocks if block.equal)


def _denies(token: _Token) -> bool:
    return token.label in _NEGATIONS or token.surface.lower().endswith(_CONTRACTED)
