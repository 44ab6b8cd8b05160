"""A claim, and a span of a passage held against it: which of the claim's facts the span states, how
much of each of its words it covers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from citechat_ingest import Glossary, Passage, Span

from ..language import terms
from ..language.held_words import HeldWords
from .facts import (
    Fact,
    Number,
    ProperName,
    StatedFacts,
    Value,
    kind_of,
    matches,
    read_facts,
    with_inherited_context,
)

Coverage = Mapping[Hashable, float]
"""How much of each word of a claim a text holds, 0 to 1. Across languages facts stand for words."""


@dataclass(frozen=True)
class Claim:
    """The sentence to be proved: its facts, its words, and those of its words that are facts."""

    text: str
    language: str
    facts: tuple[Fact, ...]
    words: frozenset[str]
    fact_words: frozenset[str]

    def facts_to_match(self, language: str) -> list[Fact]:
        """The facts that a text in ``language`` must state."""
        scopes = {"any language"}
        if language == self.language:
            scopes.add("same language")
        return [fact for fact in self.facts if fact.must_match_in in scopes]

    def makes(self, value: Value) -> bool:
        """Whether the claim says, too, what a source states."""
        return any(matches(value, fact.value) for fact in self.facts)


@dataclass(frozen=True)
class RatedSpan:
    """A span, sentence by sentence, and the passage around it, held against a claim.

    ``matched`` are the facts of the claim that the span states, ``coverage`` how much it holds of
    each of the claim's words, ``score`` both together. ``topic`` is the share of the words that
    are no facts: is it about the same thing?
    """

    span: Span
    sentences: tuple[StatedFacts, ...]
    around: StatedFacts
    matched: frozenset[Fact]
    coverage: Coverage
    score: float
    topic: float

    @property
    def language(self) -> str:
        return self.span.passage.language

    def states(self, claim: Claim, value: Value) -> bool:
        """Whether the span states a fact of the claim.

        A name or a date may also stand in the passage or its headings, if the span has no other
        such in its place; a number may not, since a passage is full of them.
        """
        if any(sentence.contains(value) for sentence in self.sentences):
            return True
        if isinstance(value, Number) or self.disputes(claim, value):
            return False
        return self.around.contains(value)

    def disputes(self, claim: Claim, value: Value) -> bool:
        """Whether the span states something of the same kind that the claim leaves unsaid, as if
        it were said instead."""
        for sentence in self.sentences:
            for fact in sentence.facts:
                if _is_rival(fact, value) and not claim.makes(fact.value):
                    return True
        return False


def _is_rival(fact: Fact, value: Value) -> bool:
    return fact.must_match_in != "nowhere" and kind_of(fact.value) == kind_of(value)


def read_claim(sentence: str, language: str, glossary: Glossary) -> Claim:
    """A sentence with its facts and its words."""
    facts = read_facts(sentence, language, glossary)
    fact_words: set[str] = set()
    for fact in facts:
        fact_words |= terms.content_words(fact.surface, language)
    return Claim(
        sentence, language, facts, terms.content_words(sentence, language), frozenset(fact_words)
    )


def rate(claim: Claim, span: Span, around: StatedFacts) -> RatedSpan:
    """A sentence of a passage against the claim; ``around`` is all that the passage states."""
    sentence = _sentence_facts(span, around)
    is_own = span.passage.language == claim.language
    coverage = _covered_words(claim, sentence) if is_own else _covered_facts(claim, sentence)
    to_match = claim.facts_to_match(span.passage.language)
    matched = frozenset(fact for fact in to_match if sentence.contains(fact.value))
    return _rated(claim, span, (sentence,), around, matched, coverage)


def _sentence_facts(span: Span, around: StatedFacts) -> StatedFacts:
    """Those facts of the passage that stand in the span, with offsets into the span's text."""
    start, end = span.start - span.passage.start, span.end - span.passage.start
    within = [fact for fact in around.facts if start <= fact.start and fact.end <= end]
    moved = [replace(fact, start=fact.start - start, end=fact.end - start) for fact in within]
    return StatedFacts(span.text, tuple(moved))


def rate_joined(claim: Claim, one: RatedSpan, two: RatedSpan) -> RatedSpan:
    """Two sentences that follow one another as one span."""
    span = Span(one.span.passage, one.span.start, two.span.end)
    sentences = (*one.sentences, *two.sentences)
    matched = one.matched | two.matched
    coverage = pooled_coverage([one.coverage, two.coverage])
    return _rated(claim, span, sentences, one.around, matched, coverage)


def _rated(
    claim: Claim,
    span: Span,
    sentences: tuple[StatedFacts, ...],
    around: StatedFacts,
    matched: frozenset[Fact],
    coverage: Coverage,
) -> RatedSpan:
    """The share of the facts and the share of the words, equal in weight."""
    to_match = claim.facts_to_match(span.passage.language)
    score = len(matched) / max(1, len(to_match)) + share_of(coverage)
    return RatedSpan(
        span, sentences, around, matched, coverage, score, topic_share(claim, coverage)
    )


def passage_facts(passage: Passage, glossary: Glossary) -> StatedFacts:
    """All that the passage states, its headings included."""
    facts = with_inherited_context(read_facts(passage.text, passage.language, glossary))
    return StatedFacts(f"{passage.context} {passage.text}", tuple(facts))


# How much of the claim's words


def _covered_words(claim: Claim, sentence: StatedFacts) -> Coverage:
    """Within a language: each word by its stem, by its 4-grams, or by another name for it."""
    in_sentence = set(terms.content_words(sentence.text, claim.language))
    for fact in claim.facts:
        if _is_known_name(fact) and sentence.contains(fact.value):
            in_sentence |= terms.content_words(fact.surface, claim.language)
    held = HeldWords(in_sentence, set(terms.grams(sentence.text, claim.language)))
    return {word: held.worth(word) for word in claim.words}


def _covered_facts(claim: Claim, sentence: StatedFacts) -> Coverage:
    """Across languages: whether the span states each fact of the claim.

    Only what is written alike everywhere is held against it; a number word, a capital or a quoted
    title may have become anything in another language and counts only if it is stated.
    """
    coverage: dict[Hashable, float] = {}
    expected = {
        fact.value
        for fact in claim.facts
        if fact.must_match_in == "any language" or _is_known_name(fact)
    }
    for fact in claim.facts:
        is_stated = sentence.contains(fact.value)
        if is_stated or fact.value in expected:
            coverage[fact.value] = float(is_stated)
    return coverage


def _is_known_name(fact: Fact) -> bool:
    """Whether the glossary has it, with its names in other languages."""
    return isinstance(fact.value, ProperName) and bool(fact.value.kind)


def topic_share(claim: Claim, coverage: Coverage) -> float:
    """The share of those words that are no facts."""
    words = coverage.keys() - claim.fact_words
    return share_of({word: coverage[word] for word in words})


def share_of(coverage: Coverage) -> float:
    """How much of all its words a coverage holds."""
    return sum(coverage.values()) / max(1, len(coverage))


def pooled_coverage(coverages: Iterable[Coverage]) -> Coverage:
    """What several spans hold together: of each word as much as the best of them."""
    pooled: dict[Hashable, float] = {}
    for coverage in coverages:
        for word, share in coverage.items():
            pooled[word] = max(share, pooled.get(word, 0.0))
    return pooled
