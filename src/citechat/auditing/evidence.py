"""What the sources say near a claim: sentences that state something, with their facts.

Sentences that state nothing of their own are left out: those that tell what "the article" says or
what nobody says ("no source gives a number"), and those that suppose ("would") or reckon.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from citechat_ingest import Document, Passage, Span

from ..chat import CiteChat
from ..language.terms import content_words
from ..retrieval.query import make_query
from ..retrieval.retriever import retrieve
from ..verification.facts import Date, Fact, StatedFacts, read_facts, with_inherited_context
from .claims import Claim, concepts_of, is_figure, is_rank, with_places

# So many passages are read for a claim; the right one of the shipped corpus is among the first
# dozen.
_PASSAGES = 16
# A word in as few passages as this is no rarer for being in fewer.
_RARE = 3

_OF_THE_ARTICLE = {
    "en": r"\bthe article\b(?! \d)",
    "de": r"\b(?:d(?:er|as|es|em|en)|im|vom) (?:Artikels?|Beitrags?|Aufsatz(?:es)?)\b",
    "zh": r"(?<![一两几]篇)(?<!的)文章|文中|该文|本文",
}
_SAYS_NOTHING = {
    "en": r"\b(?:no (?:source|report|one|text|count|document)|neither\b.*\bnor|nobody|(?:do|does|did) not|cannot)\b"
    r".*\b(?:sa(?:y|id)|giv|gave|name|stat|confirm|mention|report|measur|tell|show|list|support|count|rank)",
    "de": r"\b(?:keine? (?:Quelle|Bericht|Text|Zählung|Dokument)|weder\b.*\bnoch|niemand|nicht)\b"
    r".*(?:sag|nenn|nann|gib|angeb|bestätig|erwähn|beleg|bericht|miss|zeig|führ|stütz|zähl)",
    "zh": r"(?:没有|未|并未|并没有|都没|不)(?:任何)?(?:来源|资料|报道)?.{0,6}(?:提到|提及|给出|证实|说明|列出|指出|统计|印证|衡量|支持)",
}
_SUPPOSES = {
    "en": r"\b(?:would|could|might|by (?:simple )?arithmetic)\b",
    "de": r"\b(?:würden?|wären?|hätten?|könnten?|dürften?|ergäben?|kämen?|entsprächen?|lägen?|rechnerisch)\b",
    "zh": r"如果|假如|倘若|假设|若按|(?:应|应该|可能)(?:会|是|为)|简单(?:计算|推算)|(?:照|按|据)此(?:计算|推算)",
}


@dataclass(frozen=True)
class Evidence:
    """A sentence of a source beside a claim.

    ``closeness`` is the cosine of the two. ``stated`` are the facts of the sentence, ``setting`` is
    what its reader knows from around it: title, headings and the sentence before.
    """

    span: Span
    closeness: float
    stated: StatedFacts
    setting: StatedFacts = field(repr=False)

    @property
    def language(self) -> str:
        """That of the source."""
        return self.span.passage.language

    @cached_property
    def figures(self) -> tuple[Fact, ...]:
        """The numbers and ranks that it states."""
        facts = self.stated.facts
        return tuple(fact for fact in facts if is_figure(fact, self.span.text, self.language))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates that it states."""
        return tuple(fact.value for fact in self.stated.facts if isinstance(fact.value, Date))

    def states_all(self, facts: Iterable[Fact]) -> bool:
        """Whether the sentence states each of some facts."""
        return all(self.stated.contains(fact.value) for fact in facts)

    def is_rank(self, fact: Fact) -> bool:
        """Whether a number of the sentence is a place in an order."""
        return is_rank(fact, self.span.text, self.language)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its words."""
        return content_words(self.span.text, self.language)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Its words as English stems: what a claim of another language is held against."""
        return concepts_of(self.span.text, self.language)


class Sources:
    """The sources, as a chat has indexed them."""

    def __init__(self, chat: CiteChat, without: Document | None = None) -> None:
        self._chat = chat
        self._without = without
        self.glossary = chat.index.glossary
        self._facts: dict[str, list[Fact]] = {}

    def weigh(self, term: str, language: str, kind: str) -> float:
        """How much a word or a concept tells: more the fewer passages have it, up to a limit, for
        one that the sources never use may have another in its place."""
        index = self._chat.index.lexical.get(language)
        if index is None:
            return 1.0
        return math.log(1 + len(index) / max(index.document_frequency(term, kind), _RARE))

    def near(self, claim: Claim) -> list[Evidence]:
        """The sentences of the passages nearest to a claim, closest first."""
        asked = f"{claim.before} {claim.text}".strip()
        index = self._chat.index
        encode = self._chat.embedder.encode
        wide, narrow = encode([asked, claim.text], claim.language, "query")
        evidence: list[Evidence] = []
        for language in index.languages_for(claim.language):
            # Not by the chat's search: where a title is named, that looks into this document alone.
            query = make_query(asked, language, wide, index, claim.language)
            ranked = (scored.passage for scored in retrieve(query, index, _PASSAGES))
            passages = [passage for passage in ranked if not self._is_of_the_article(passage)]
            similar = index.store.sentence_similarities(passages, narrow)
            for passage in passages:
                closeness = [max(of_sentence) for of_sentence in similar[passage.passage_id]]
                evidence += self._sentences(passage, closeness)
        return sorted(evidence, key=lambda one: -one.closeness)

    def _sentences(self, passage: Passage, closeness: list[float]) -> Iterator[Evidence]:
        facts = self._facts_of(passage)
        before = ""
        for number, (start, end) in enumerate(passage.sentences):
            span = passage.span(number)
            if states_something(span.text, passage.language):
                moved = _moved(facts, start - passage.start, end - start)
                stated = StatedFacts(span.text, with_places(moved, span.text, passage.language))
                setting = StatedFacts(f"{passage.context} {before}", ())
                yield Evidence(span, closeness[number], stated, setting)
                before = span.text

    def _is_of_the_article(self, passage: Passage) -> bool:
        """Whether a passage stands in the audited article, which may lie among its sources."""
        article = self._without
        is_role = passage.role in ("article", "audit")
        is_own = article is not None and article.text[passage.start : passage.end] == passage.text
        return is_role or is_own

    def _facts_of(self, passage: Passage) -> list[Fact]:
        known = self._facts.get(passage.passage_id)
        if known is None:
            read = read_facts(passage.text, passage.language, self.glossary)
            known = self._facts[passage.passage_id] = with_inherited_context(read)
        return known


def _moved(facts: list[Fact], start: int, length: int) -> tuple[Fact, ...]:
    """The facts of a stretch of a passage, their places counted from its start."""
    inside = [fact for fact in facts if start <= fact.start and fact.end <= start + length]
    return tuple(replace(f, start=f.start - start, end=f.end - start) for f in inside)


def states_something(sentence: str, language: str) -> bool:
    """Whether a sentence of a source states something of its own."""
    kinds = (_OF_THE_ARTICLE, _SAYS_NOTHING, _SUPPOSES)
    return not any(re.search(kind[language], sentence, re.IGNORECASE) for kind in kinds)
