"""A sentence and the passages it cites → does what they say bear it out, and which of their words do?

Every number, date and name of the sentence must stand in a cited span, every one in the same sense; of its other words
enough must. A span is the sentence of a passage that bears it out best, or two that follow one another.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citechat_ingest import Glossary, Passage

from . import terms
from .facts import Date, Evidence, Fact, Number, ProperName, completed, read_facts
from .retrieval import in_pieces
from .values import Verdict

Similarity = Callable[[str, Sequence[str]], Sequence[float]]

# The share of the sentence's words that the spans must hold; between languages, of its names and numbers.
BORNE_OUT = {"en": 0.4, "de": 0.4, "zh": 0.3, "cross": 0.4}
# From this cosine on two English sentences say the same in other words.
SIMILAR = 0.75
# What a second sentence must add to be quoted as well.
_ADDS = 0.1


@dataclass(frozen=True)
class Span:
    """The stretch ``start`` to ``end`` of the document that ``passage`` is from, within the passage."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]


@dataclass(frozen=True)
class Verified:
    """What became of a sentence: the best span of each passage that bears on it, best first, and what none of them holds."""

    verdict: Verdict
    spans: tuple[Span, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Claim:
    """The sentence to be proved: its facts and its other words."""

    language: str
    facts: tuple[Fact, ...]
    words: frozenset[str]

    def binding(self, language: str) -> list[Fact]:
        """The facts that a text in ``language`` must state."""
        return [f for f in self.facts if f.binds == "always" or (f.binds == "same language" and language == self.language)]


@dataclass(frozen=True)
class _Support:
    """A span, what it states, and how much it holds of each thing asked of it: 0 to 1 by word, or by fact."""

    span: Span
    evidence: Evidence
    around: Evidence
    held: dict[Hashable, float]
    score: float

    @property
    def language(self) -> str:
        return self.span.passage.language

    def states(self, claim: _Claim, value: Number | Date | ProperName) -> bool:
        """Whether the span states it, or, of a name, the text around it where the span names no other thing of that kind."""
        if self.evidence.states(value):
            return True
        if not isinstance(value, ProperName) or not self.around.states(value):
            return False
        claimed = {fact.value for fact in claim.facts}
        others = (fact.value for fact in self.evidence.facts if isinstance(fact.value, ProperName))
        return not any(other.kind == value.kind and other not in claimed for other in others)


def verify(
    sentence: str,
    language: str,
    passages: Sequence[Passage],
    glossary: Glossary,
    similarity: Similarity | None = None,
) -> Verified:
    """Whether ``passages``, those that ``sentence`` cites, bear it out.

    ``similarity`` gives the cosine of a text with each of others; with it, an English sentence in words of its own may pass.
    """
    claim = _Claim(language, read_facts(sentence, language, glossary), _words(sentence, language))
    supports = sorted((_best_support(claim, passage, glossary) for passage in passages), key=lambda s: -s.score)
    supports = [support for support in supports if support.score > 0]
    spans = tuple(support.span for support in supports)
    problems = _problems(claim, supports)
    if not _borne_out(claim, supports) and not (similarity and _similar(sentence, claim, supports, similarity)):
        return Verified("unsupported", spans, problems)
    return Verified("number_mismatch" if problems else "supported", spans, problems)


def _words(text: str, language: str) -> frozenset[str]:
    """Stems and pairs of Chinese characters, without the numbers, which are facts."""
    found = terms.words(text, language)
    return frozenset(term for term in found if not term[0].isdigit() and (len(term) > 1 or term.isascii()))


# The best span of a passage


def _best_support(claim: _Claim, passage: Passage, glossary: Glossary) -> _Support:
    """The sentence that holds most of the claim, with the one behind it where that adds enough."""
    facts = completed(read_facts(passage.text, passage.language, glossary))
    alone = [_support(claim, passage, facts, *span) for span in passage.sentences]
    pairs = [_support(claim, passage, facts, one[0], two[1]) for one, two in pairwise(passage.sentences)]
    best = max(alone, key=lambda support: support.score)
    best_pair = max(pairs, key=lambda support: support.score, default=best)
    return best_pair if best_pair.score >= best.score + _ADDS else best


def _support(claim: _Claim, passage: Passage, facts: Sequence[Fact], start: int, end: int) -> _Support:
    span = Span(passage, start, end)
    within = tuple(f for f in facts if start <= passage.start + f.start and passage.start + f.end <= end)
    evidence = Evidence(span.text, within)
    held = _held_words(claim, evidence) if passage.language == claim.language else _held_facts(claim, evidence)
    binding = claim.binding(passage.language)
    stated = sum(evidence.states(fact.value) for fact in binding) / (len(binding) or 1)
    return _Support(span, evidence, Evidence(f"{passage.context} {passage.text}", ()), held, stated + _share(held))


def _held_words(claim: _Claim, evidence: Evidence) -> dict[Hashable, float]:
    """How much of each word of the claim the span holds, by its stem, by its 4-grams, or by another name for it."""
    held = _words(evidence.text, claim.language)
    pieces = frozenset(terms.grams(evidence.text, claim.language))
    for fact in claim.facts:
        if isinstance(fact.value, ProperName) and fact.value.kind and evidence.states(fact.value):
            held |= _words(fact.surface, claim.language)
    return {word: 1.0 if word in held else in_pieces(word, pieces) for word in claim.words}


def _held_facts(claim: _Claim, evidence: Evidence) -> dict[Hashable, float]:
    """Across languages: whether the span states each fact of the claim; those that are written in words only if it does."""
    stated = {fact.value: evidence.states(fact.value) for fact in claim.facts}
    asked = {f.value for f in claim.facts if f.binds == "always" or (isinstance(f.value, ProperName) and f.value.kind)}
    return {value: float(held) for value, held in stated.items() if held or value in asked}


def _share(held: Mapping[Hashable, float]) -> float:
    return sum(held.values()) / (len(held) or 1)


# The verdict


def _borne_out(claim: _Claim, supports: Sequence[_Support]) -> bool:
    """Whether the spans of the claim's own language together hold enough of its words, or the others of its facts."""
    own = [support.held for support in supports if support.language == claim.language]
    other = [support.held for support in supports if support.language != claim.language]
    return _share(_pooled(own)) >= BORNE_OUT[claim.language] or _share(_pooled(other)) >= BORNE_OUT["cross"]


def _pooled(held: Iterable[Mapping[Hashable, float]]) -> dict[Hashable, float]:
    pooled: dict[Hashable, float] = {}
    for one in held:
        pooled |= {thing: max(share, pooled.get(thing, 0.0)) for thing, share in one.items()}
    return pooled


def _similar(sentence: str, claim: _Claim, supports: Sequence[_Support], similarity: Similarity) -> bool:
    texts = [support.span.text for support in supports if support.language == claim.language == "en"]
    return bool(texts) and max(similarity(sentence, texts)) >= SIMILAR


def _problems(claim: _Claim, supports: Sequence[_Support]) -> tuple[str, ...]:
    """What the claim states and no span does, in its own words."""
    own = all(support.language == claim.language for support in supports)
    binding = claim.binding(claim.language if own else "")
    missing = (fact for fact in binding if not any(support.states(claim, fact.value) for support in supports))
    return tuple(dict.fromkeys(fact.surface for fact in missing))
