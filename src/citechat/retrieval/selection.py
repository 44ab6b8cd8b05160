"""Candidates → their sentences as quotes, word for word, the one that answers best first.

Beside the score of a sentence counts what it does not know: whether a list is enumerated, whether the
names that were asked stand there, and whether an article, its audit or a source is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Passage

from ..language import answer_types
from ..language.anaphora import points_back
from .query import Query
from .retriever import ScoredPassage

# What is known of a sentence beside its score, in the units of that score (they deviate by about 4 among the candidates).
# The first two as fitted on tests/exams/practice; an article comes before its sources, which repeat it more sharply.
_ENUMERATES_WHERE_A_LIST_IS_ASKED_FOR = 0.8
_NAMES_MISSING = -1.2
_FROM_AN_ARTICLE = 0.3
# The audit repeats what the article says: good to judge a claim, less to state one.
_AUDIT_WHERE_TRUTH_IS_ASKED_FOR = 0.9
_AUDIT_ELSEWHERE = -2.0
# A sentence that asks does not answer, however like the question it is.
_ASKS_ITSELF = -8.0
_ENDS_ASKING = re.compile(r"[?？][\"'”’»«›‹“)\]】」』*_]{0,8}\Z")
# A sentence that only says where to read on.
_ONLY_POINTS = -3.0
_POINTS_ON = re.compile(
    r"^\W*(?:(?:for )?(?:more|further|additional) (?:information|details)[^.\d]{0,40}\bhere|(?:read|learn|find out) more"
    r"|click here|(?:weitere|mehr|nähere) (?:informationen|infos|details)[^.\d]{0,40}\bhier|hier finden sie (?:mehr|weitere)[^.\d]{0,40}"
    r"|mehr erfahren|klicken sie hier|(?:更多|详细)(?:信息|内容|资料|详情)?请?(?:点击|见|查看)(?:这里|此处|下方)?)\W*$",
    re.IGNORECASE,
)
# A sentence that tells what another does not: a remark on what is said elsewhere.
_ONLY_REMARKS = -1.5
_REMARKS = re.compile(
    r"\b(?:does|do|did|has|have) not (?:say|said|state|stated|give|given|name|named|tell|told|specify|mention)"
    r"|\b(?:neither|no report|no source)\b.{1,60}\b(?:gives?|names?|says?|states?)\b"
    r"|\b(?:nennt|nennen|gibt|geben|sagt|sagen|führt|schreibt)\b[^.,;]{0,40}\b(?:nicht|kein\w*|weder)\b"
    r"|(?:没有|并未|未)(?:说明|给出|提到|提及|写明|公布|注明|指明)",
    re.IGNORECASE,
)
# What may stand before a question in a list of them, as letters: "Q1", "Frage 12".
_LONGEST_LABEL = 7
_TAIL = 10
# How many sentences a quote may hold: the one that answers, and those that it leans on.
_LONGEST_QUOTE = 2


@dataclass(frozen=True)
class Quote:
    """A sentence that may answer, with the ones before it that it leans on: sentences ``opens`` to ``number``.

    ``score`` is that of the sentence ``number`` alone, ``names`` the share of the question's names that it uses,
    ``probability`` the reader's that it answers (0 where it was not read). Where not all of it is quoted,
    ``characters`` is how many of its first ones are, less the ``skipped`` ones that it begins with.
    """

    passage: Passage
    number: int
    score: float
    opens: int
    names: float
    probability: float = 0.0
    characters: int | None = None
    skipped: int = 0

    @property
    def span(self) -> tuple[int, int]:
        start, end = self.passage.sentences[self.opens][0], self.passage.sentences[self.number][1]
        end = end if self.characters is None else start + self.characters
        return start + self.skipped, end

    @property
    def text(self) -> str:
        start, end = self.span
        return self.passage.text[start - self.passage.start : end - self.passage.start]

    @property
    def text_in_context(self) -> str:
        """The headings above it, then itself: a sentence seldom repeats what its heading says."""
        return f"{self.passage.context} {self.text}"

    @property
    def begins_late(self) -> bool:
        """Whether its first sentence began before it."""
        return self.skipped > 0

    @property
    def is_cut(self) -> bool:
        """Whether its last sentence goes on."""
        return self.characters is not None

    @property
    def search_text(self) -> str:
        """What the sentence is found by: its words and those of the questions expected of it."""
        return self.passage.search_text(self.number)


def rank_quotes(query: Query, candidates: Sequence[ScoredPassage]) -> list[Quote]:
    """Every sentence of the candidates, the best answer first."""
    asked = query.types
    quotes = (
        _quote(query, c, number, asked) for c in candidates for number in range(len(c.sentences))
    )
    return sorted(quotes, key=lambda quote: -quote.score)


def _quote(query: Query, candidate: ScoredPassage, number: int, asked: frozenset[str]) -> Quote:
    passage = candidate.passage
    opens = number
    while (
        opens
        and number - opens + 1 < _LONGEST_QUOTE
        and points_back(passage.sentence(opens), passage.language)
    ):
        opens -= 1
    names = query.names_held(f"{passage.context} {passage.sentence(number)}")
    score = (
        candidate.sentences[number].score
        + _beside(passage, number, asked)
        + _NAMES_MISSING * (1 - names)
    )
    return Quote(passage, number, score, opens, names)


def _beside(passage: Passage, number: int, asked: frozenset[str]) -> float:
    """What the score does not know: lists, and where a sentence comes from."""
    text = passage.sentence(number)
    lists = "list" in asked and answer_types.holds(text, frozenset({"list"}))
    found = _ENUMERATES_WHERE_A_LIST_IS_ASKED_FOR * lists + _FROM_AN_ARTICLE * bool(passage.sources)
    if _ENDS_ASKING.search(text[-_TAIL:]):
        found += _ASKS_ITSELF
    if _POINTS_ON.match(text):
        found += _ONLY_POINTS
    if "truth" not in asked and _REMARKS.search(text):
        found += _ONLY_REMARKS
    if passage.role == "audit":
        found += _AUDIT_WHERE_TRUTH_IS_ASKED_FOR if "truth" in asked else _AUDIT_ELSEWHERE
    return found


def brought_first(best: Quote, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes in their order, but for one that comes before all."""
    others = (quote for quote in quotes if quote is not best)
    return (best, *others)


def stands_below(question: str, quote: Quote) -> bool:
    """Whether the documents ask this very question and the quote is what they say to it."""
    asked, heading = _letters(question), _letters(quote.passage.section)
    if not asked or not heading.endswith(asked):
        return False
    own = _letters(quote.passage.section.rsplit(" · ", 1)[-1])
    return len(own) - len(asked) <= _LONGEST_LABEL


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
