"""A sentence and the passages it cites → does what they say bear it out, and which of their words do?

Every number, date and name of the sentence must stand in a cited span, every one in the same sense; of its other words
enough must. A span is the sentence of a passage that bears it out best, or two that follow one another.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citechat_ingest import Glossary, Passage, Span

from ..language import terms
from ..values import Verdict
from .alignment import compare
from .facts import Date, Evidence, Fact, Number, ProperName, completed, kind_of, read_facts, says

Value = Number | Date | ProperName
Similarity = Callable[[str, Sequence[str]], Sequence[float]]

# The share of the sentence's words that the spans must hold; between languages, of its names and numbers.
BORNE_OUT = {"en": 0.4, "de": 0.4, "zh": 0.3, "cross": 0.4}
# From this cosine on two English sentences say the same in other words.
SIMILAR = 0.75
# The share of the words that a second span must add to count as well.
_ADDS = 0.1


@dataclass(frozen=True)
class Verified:
    """What became of a sentence: the best span of each passage that bears on it, best first, and what none of them holds."""

    verdict: Verdict
    spans: tuple[Span, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Claim:
    """The sentence to be proved: its facts, its words, and those of its words that are facts."""

    text: str
    language: str
    facts: tuple[Fact, ...]
    words: frozenset[str]
    fact_words: frozenset[str]

    def binding(self, language: str) -> list[Fact]:
        """The facts that a text in ``language`` must state."""
        return [
            f
            for f in self.facts
            if f.binds == "always" or (f.binds == "same language" and language == self.language)
        ]


@dataclass(frozen=True)
class _Support:
    """A span, sentence by sentence, and the passage around it; which facts it states, and how much it holds of each word.

    Across languages each fact counts as a word. ``matter`` is the share of the words that are no facts: is it about the
    same thing?
    """

    span: Span
    sentences: tuple[Evidence, ...]
    around: Evidence
    stated: frozenset[Fact]
    held: dict[Hashable, float]
    score: float
    matter: float

    @property
    def language(self) -> str:
        return self.span.passage.language

    def states(self, claim: _Claim, value: Value) -> bool:
        """Whether the span states it; or, of a name or date, the passage and its headings, if the span has no other such."""
        if any(sentence.states(value) for sentence in self.sentences):
            return True
        return (
            not isinstance(value, Number)
            and not self.disputes(claim, value)
            and self.around.states(value)
        )

    def disputes(self, claim: _Claim, value: Value) -> bool:
        """Whether the span states something of the same kind that the claim leaves unsaid, as if it were said instead."""
        held = (
            fact for sentence in self.sentences for fact in sentence.facts if fact.binds != "never"
        )
        return any(
            kind_of(fact.value) == kind_of(value) and not self._claimed(claim, fact.value)
            for fact in held
        )

    def _claimed(self, claim: _Claim, held: Value) -> bool:
        return any(says(held, fact.value) for fact in claim.facts)


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
    claim = _read_claim(sentence, language, glossary)
    supports = _relevant(claim, [_best_support(claim, passage, glossary) for passage in passages])
    borne_out = _borne_out(claim, supports)
    if (
        not borne_out
        and similarity
        and (alike := _most_similar(claim, passages, glossary, similarity))
    ):
        supports, borne_out = [alike], True
    spans = tuple(support.span for support in supports)
    problems, denied = _problems(claim, supports)
    if not borne_out or denied:
        return Verified("unsupported", spans, (*problems, *denied))
    return Verified("number_mismatch" if problems else "supported", spans, problems)


def _read_claim(sentence: str, language: str, glossary: Glossary) -> _Claim:
    facts = read_facts(sentence, language, glossary)
    fact_words = frozenset[str]().union(*(_words(fact.surface, language) for fact in facts))
    return _Claim(sentence, language, facts, _words(sentence, language), fact_words)


def _words(text: str, language: str) -> frozenset[str]:
    """Stems and pairs of Chinese characters, without the numbers, which are facts."""
    found = terms.words(text, language)
    return frozenset(
        term for term in found if not term[0].isdigit() and (len(term) > 1 or term.isascii())
    )


# The best span of a passage


def _best_support(claim: _Claim, passage: Passage, glossary: Glossary) -> _Support:
    """The sentence that holds most of the claim, with the one beside it where that is about more of it."""
    around = _around(passage, glossary)
    alone = [_support(claim, passage, around, *span) for span in passage.sentences]
    best = max(alone, key=lambda support: support.score)
    pairs = [_joined(claim, one, two) for one, two in pairwise(alone)]
    best_pair = max(pairs, key=lambda support: support.score, default=best)
    return best_pair if _adds(claim, best_pair, [best]) else best


def _around(passage: Passage, glossary: Glossary) -> Evidence:
    """All that the passage states, its headings included."""
    facts = completed(read_facts(passage.text, passage.language, glossary))
    return Evidence(f"{passage.context} {passage.text}", tuple(facts))


def _relevant(claim: _Claim, supports: Sequence[_Support]) -> list[_Support]:
    """The supports that are about the matter, best first: what another span happens to state proves nothing."""
    ordered = sorted(
        (support for support in supports if support.score > 0), key=lambda support: -support.score
    )
    kept: list[_Support] = []
    for support in ordered:
        least = BORNE_OUT[claim.language if support.language == claim.language else "cross"]
        if not kept or support.matter >= least or _adds(claim, support, kept):
            kept.append(support)
    return kept


def _adds(claim: _Claim, support: _Support, to: Sequence[_Support]) -> bool:
    """Whether a span is about more of the claim, or states more of its facts.

    A single fact it may hold by chance: that counts if the others say nothing else in its place.
    """
    stated = frozenset[Fact]().union(*(other.stated for other in to))
    new = {fact.value for fact in support.stated - stated}
    if len(new) > 1 or any(not any(other.disputes(claim, value) for other in to) for value in new):
        return True
    pooled = _pooled(other.held for other in to if other.language == support.language)
    gained = _matter(claim, _pooled([pooled, support.held])) - _matter(claim, pooled)
    return support.language == claim.language and gained >= _ADDS


def _matter(claim: _Claim, held: Mapping[Hashable, float]) -> float:
    return _share({thing: share for thing, share in held.items() if thing not in claim.fact_words})


def _support(claim: _Claim, passage: Passage, around: Evidence, start: int, end: int) -> _Support:
    span = Span(passage, start, end)
    first, last = start - passage.start, end - passage.start
    within = (fact for fact in around.facts if first <= fact.start and fact.end <= last)
    evidence = Evidence(
        span.text, tuple(replace(f, start=f.start - first, end=f.end - first) for f in within)
    )
    own = passage.language == claim.language
    held = _held_words(claim, evidence) if own else _held_facts(claim, evidence)
    stated = frozenset(
        fact for fact in claim.binding(passage.language) if evidence.states(fact.value)
    )
    return _rated(claim, span, (evidence,), around, stated, held)


def _joined(claim: _Claim, one: _Support, two: _Support) -> _Support:
    """The supports of two sentences that follow one another as one."""
    span = Span(one.span.passage, one.span.start, two.span.end)
    sentences = (*one.sentences, *two.sentences)
    return _rated(
        claim, span, sentences, one.around, one.stated | two.stated, _pooled([one.held, two.held])
    )


def _rated(
    claim: _Claim,
    span: Span,
    sentences: tuple[Evidence, ...],
    around: Evidence,
    stated: frozenset[Fact],
    held: dict[Hashable, float],
) -> _Support:
    score = len(stated) / (len(claim.binding(span.passage.language)) or 1) + _share(held)
    return _Support(span, sentences, around, stated, held, score, _matter(claim, held))


def _held_words(claim: _Claim, evidence: Evidence) -> dict[Hashable, float]:
    """How much of each word of the claim the span holds, by its stem, by its 4-grams, or by another name for it."""
    held = _words(evidence.text, claim.language)
    pieces = set(terms.grams(evidence.text, claim.language))
    for fact in claim.facts:
        if isinstance(fact.value, ProperName) and fact.value.kind and evidence.states(fact.value):
            held |= _words(fact.surface, claim.language)
    return {word: 1.0 if word in held else terms.in_pieces(word, pieces) for word in claim.words}


def _held_facts(claim: _Claim, evidence: Evidence) -> dict[Hashable, float]:
    """Across languages: whether the span states each fact of the claim; those that are written in words only if it does."""
    stated = {fact.value: evidence.states(fact.value) for fact in claim.facts}
    asked = {
        f.value
        for f in claim.facts
        if f.binds == "always" or (isinstance(f.value, ProperName) and f.value.kind)
    }
    return {value: float(held) for value, held in stated.items() if held or value in asked}


def _share(held: Mapping[Hashable, float]) -> float:
    return sum(held.values()) / (len(held) or 1)


# The verdict


def _borne_out(claim: _Claim, supports: Sequence[_Support]) -> bool:
    """Whether the spans of the claim's own language together hold enough of its words, or the others of its facts.

    Where it is nothing but a fact ("In 2018."), that fact decides.
    """
    if not claim.words:
        return any(support.stated for support in supports)
    own = [support.held for support in supports if support.language == claim.language]
    other = [support.held for support in supports if support.language != claim.language]
    return (
        _share(_pooled(own)) >= BORNE_OUT[claim.language]
        or _share(_pooled(other)) >= BORNE_OUT["cross"]
    )


def _pooled(held: Iterable[Mapping[Hashable, float]]) -> dict[Hashable, float]:
    pooled: dict[Hashable, float] = {}
    for one in held:
        pooled |= {thing: max(share, pooled.get(thing, 0.0)) for thing, share in one.items()}
    return pooled


def _most_similar(
    claim: _Claim, passages: Sequence[Passage], glossary: Glossary, similarity: Similarity
) -> _Support | None:
    """The English sentence that says the same in other words, for an English claim."""
    places = [
        (p, span) for p in passages if p.language == claim.language == "en" for span in p.sentences
    ]
    texts = [Span(passage, *span).text for passage, span in places]
    best = max(
        zip(similarity(claim.text, texts) if texts else (), places, strict=True),
        key=lambda pair: pair[0],
        default=None,
    )
    if best is None or best[0] < SIMILAR:
        return None
    passage, span = best[1]
    return _support(claim, passage, _around(passage, glossary), *span)


def _problems(
    claim: _Claim, supports: Sequence[_Support]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the claim states and no span does, or another in its place; and where one of the two denies."""
    own = [support for support in supports if support.language == claim.language]
    binding = claim.binding(claim.language if len(own) == len(supports) else "")
    missing = [
        fact
        for fact in binding
        if not any(support.states(claim, fact.value) for support in supports)
    ]
    beside = [sentence for support in own for sentence in support.sentences]
    compared = [
        compare(claim.text, claim.facts, sentence.text, sentence.facts) for sentence in beside
    ]
    same = {fact for differences in compared for fact in differences.same}
    other = [fact for differences in compared for fact in differences.other if fact not in same]
    denied = tuple(
        dict.fromkeys(word for differences in compared for word in differences.negations)
    )
    return tuple(dict.fromkeys(fact.surface for fact in (*missing, *other))), denied
