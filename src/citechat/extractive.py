"""Candidates → one to four of the corpus's own sentences, word for word.

First the sentence that answers best, then what the audit has to say of that claim, then the ones that answer next best.
Where an article and its sources both answer, the article speaks first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from citechat_ingest import AUDIT, Check, Passage

from . import question_types, terms
from .retrieval import Candidate, Query, names_held

_PASSAGE_SHARE = 0.15
_TYPE_BONUS = 0.15
# A sentence that enumerates, for a question that asks for a list: few do, so it says more than another type held.
_LIST_BONUS = 0.2
_NAME_PENALTY = 0.3
_ARTICLE_BONUS = 0.06
_AUDIT_BONUS = 0.25
_AUDIT_PENALTY = 0.15
# How well a further sentence must answer, as a share of the first's merit, and how many do for one thing asked.
_ADDS = 0.4
_ENOUGH = 3
# The share of a claim's terms that a sentence must hold to be that claim.
_SAME_CLAIM = 0.5


@dataclass(frozen=True)
class Quote:
    """A sentence that may answer: ``merit`` is its own, ``score`` also counts the passage around it.

    ``similarity`` is the cosine of its embedding and the question's.
    """

    passage: Passage
    number: int
    merit: float
    score: float
    similarity: float = 0.0

    @property
    def span(self) -> tuple[int, int]:
        return self.passage.sentences[self.number]

    @property
    def text(self) -> str:
        return self.passage.sentence(self.number)

    @property
    def search_text(self) -> str:
        """What the sentence is found by: its words and those of the questions expected of it."""
        return self.passage.search_text(self.number)


def pick_quotes(
    query: Query, candidates: Sequence[Candidate], checks: Sequence[Check], limit: int, firsts: Sequence[Quote] = ()
) -> list[Quote]:
    """One to ``limit`` sentences in the order in which they should be read.

    ``firsts`` are the best ones for the parts of a question that asks several things.
    """
    quotes = rank_quotes(query, candidates)
    if not quotes:
        return []
    first, rest = quotes[0], quotes[1:]
    asked = question_types.asked_types(query.text)
    audit = [*islice((quote for quote in rest if audits(first, quote, checks)), 1)]
    adding = [quote for quote in rest if quote.merit >= _ADDS * first.merit]
    if firsts or "list" in asked:
        return reading_order(distinct([*(firsts or [first]), *audit, first, *adding])[:limit])
    reason = [quote for quote in adding if "reason" in asked and _gives_a_reason(first, quote)][:1]
    picked = distinct([first, *reason, *audit, *adding])[: min(limit, _ENOUGH)]
    if not any(_bears_on(first, quote) for quote in picked):
        picked = distinct([*picked, *[quote for quote in adding if _bears_on(first, quote)][:1]])
    return reading_order(picked[:limit])


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes without those that repeat an earlier one's words."""
    found: dict[str, Quote] = {}
    for quote in quotes:
        found.setdefault(terms.fold(quote.text), quote)
    return list(found.values())


def rank_quotes(query: Query, candidates: Sequence[Candidate]) -> list[Quote]:
    """Every sentence of the candidates, the best answer first."""
    asked = question_types.asked_types(query.text)
    quotes = (_quote(query, c, number, asked) for c in candidates for number in range(len(c.sentences)))
    return sorted(quotes, key=lambda quote: -quote.score)


def _quote(query: Query, candidate: Candidate, number: int, asked: frozenset[str]) -> Quote:
    passage = candidate.passage
    text, scored = passage.sentence(number), candidate.sentences[number]
    held = bool(asked) and question_types.holds(text, asked)
    named = names_held(f"{passage.context} {text}", query)
    lists = "list" in asked and question_types.holds(text, frozenset({"list"}))
    merit = scored.score + _TYPE_BONUS * held + _LIST_BONUS * lists - _NAME_PENALTY * (1 - named)
    around = _PASSAGE_SHARE * candidate.score + scored.context + _ARTICLE_BONUS * bool(passage.sources)
    if passage.document_id == AUDIT:  # it repeats what the article says: good to judge a claim, less to state one
        around += _AUDIT_BONUS if "truth" in asked else -_AUDIT_PENALTY
    return Quote(passage, number, merit, merit + around, scored.dense)


def audits(first: Quote, other: Quote, checks: Sequence[Check]) -> bool:
    """A sentence of the audit on the very claim that ``first`` makes, unless the sources simply bear it out."""
    if other.passage.document_id != AUDIT or not first.passage.sources:
        return False
    check = next((check for check in checks if check.check_id == other.passage.paragraph), None)
    if check is None or check.verdict == "supported" or check.paragraph != first.passage.paragraph:
        return False
    language = first.passage.language
    claimed = set(terms.words(check.claim[language], language))
    return len(claimed & set(terms.words(first.text, language))) >= _SAME_CLAIM * len(claimed)


def _gives_a_reason(first: Quote, other: Quote) -> bool:
    """A sentence beside ``first`` that says why."""
    return other.passage == first.passage and question_types.holds(other.text, frozenset({"reason"}))


def _bears_on(first: Quote, other: Quote) -> bool:
    """A sentence of a source that the paragraph of ``first`` names."""
    return other.passage.document_id.rsplit("/", 1)[-1] in first.passage.sources


def reading_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Articles before their sources; within each, the order in which they were picked."""
    return sorted(quotes, key=lambda quote: not quote.passage.sources)
