"""Candidates → one to four of the corpus's own sentences, word for word.

First the sentence that answers best, then what the audit has to say of that claim, then the ones that answer next best.
Where an article answers about as well as its sources, the article speaks first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from citechat_ingest import Check, Passage

from ..language import answer_types, terms
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
# How far below the first's score a further sentence may lie; with a glossary, and its weights, scores lie further apart.
_ADDS, _ADDS_WITH_A_GLOSSARY = 3.0, 5.0
# How far below the best an article's sentence may lie and still open the answer.
_AS_WELL = 1.5
# How many sentences a quote may hold: the one that answers, and those that it leans on or that answer beside it.
_LONGEST_QUOTE = 2
_LIST_REACH = 2
# The share of a claim's terms that a sentence must hold to be that claim.
_SAME_CLAIM = 0.5


@dataclass(frozen=True)
class Quote:
    """A sentence that may answer, with the ones before it that it leans on: sentences ``opens`` to ``number``.

    ``score`` is that of the sentence ``number`` alone, ``names`` the share of the question's names that it uses,
    ``probability`` the reader's that it answers (0 where it was not read).
    """

    passage: Passage
    number: int
    score: float
    opens: int
    names: float
    probability: float = 0.0

    @property
    def span(self) -> tuple[int, int]:
        return self.passage.sentences[self.opens][0], self.passage.sentences[self.number][1]

    @property
    def text(self) -> str:
        start, end = self.span
        return self.passage.text[start - self.passage.start : end - self.passage.start]

    @property
    def search_text(self) -> str:
        """What the sentence is found by: its words and those of the questions expected of it."""
        return self.passage.search_text(self.number)


def pick_quotes(
    query: Query,
    quotes: Sequence[Quote],
    checks: Sequence[Check],
    limit: int,
    firsts: Sequence[Quote] = (),
) -> list[Quote]:
    """One to ``limit`` of the ranked ``quotes`` in the order in which they should be read.

    ``firsts`` are the best ones for the parts of a question that asks several things.
    """
    if not quotes:
        return []
    first, rest = quotes[0], quotes[1:]
    asked = query.types
    least = first.score - (_ADDS_WITH_A_GLOSSARY if query.curated else _ADDS)
    adding = [quote for quote in rest if quote.score >= least]
    if "list" in asked:
        adding = [*(quote for quote in quotes if _continues_a_list(first, quote)), *adding]
    reason = [quote for quote in adding if "reason" in asked and _gives_a_reason(first, quote)][:1]
    bearing = (
        []
        if firsts or "list" in asked
        else [quote for quote in adding if _bears_on(first, quote)][:1]
    )
    picked = distinct([*(firsts or [first]), first, *reason, *bearing, *adding])
    return reading_order(joined(_corrected(picked, rest, checks, limit)))


def _corrected(
    picked: Sequence[Quote], others: Sequence[Quote], checks: Sequence[Check], limit: int
) -> list[Quote]:
    """The first ``limit`` quotes, those before others that say what the audit has to say of their claims."""
    kept = picked[:limit]
    notes = [
        note
        for quote in kept
        for note in islice((other for other in others if audits(quote, other, checks)), 1)
    ]
    notes = distinct(notes)[: max(0, limit - 1)]
    return distinct([*kept[: limit - len(notes)], *notes, *kept])[:limit]


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes without those that repeat an earlier one's words."""
    found: dict[str, Quote] = {}
    for quote in quotes:
        found.setdefault(terms.fold(quote.passage.sentence(quote.number)), quote)
    return list(found.values())


def joined(quotes: Sequence[Quote]) -> list[Quote]:
    """Neighbours in one passage as one quote, at the place of the better one."""
    found: list[Quote] = []
    for quote in quotes:
        other = next((n for n, before in enumerate(found) if _touches(before, quote)), None)
        if other is None:
            found.append(_clear_of(quote, found))
        else:
            opens, number = (
                min(found[other].opens, quote.opens),
                max(found[other].number, quote.number),
            )
            found[other] = replace(found[other], opens=opens, number=number)
    return found


def _clear_of(quote: Quote, others: Sequence[Quote]) -> Quote:
    """The quote without sentences that another one holds already."""
    taken = [
        other.number + 1
        for other in others
        if other.passage == quote.passage and other.number < quote.number
    ]
    return replace(quote, opens=max([quote.opens, *taken]))


def _touches(one: Quote, other: Quote) -> bool:
    """Whether both together are one stretch of a passage that is not too long for a quote."""
    if (
        one.passage != other.passage
        or max(one.opens, other.opens) > min(one.number, other.number) + 1
    ):
        return False
    within = one.opens <= other.opens and other.number <= one.number
    return within or max(one.number, other.number) - min(one.opens, other.opens) < _LONGEST_QUOTE


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
    if passage.role == "audit":
        found += _AUDIT_WHERE_TRUTH_IS_ASKED_FOR if "truth" in asked else _AUDIT_ELSEWHERE
    return found


def audits(first: Quote, other: Quote, checks: Sequence[Check]) -> bool:
    """A sentence of the audit on the very claim that ``first`` makes, unless the sources simply bear it out."""
    if other.passage.role != "audit" or not first.passage.sources:
        return False
    check = next((check for check in checks if check.check_id == other.passage.paragraph), None)
    if check is None or check.verdict == "supported" or check.paragraph != first.passage.paragraph:
        return False
    language = first.passage.language
    claimed = set(terms.words(check.claim[language], language))
    return len(claimed & set(terms.words(first.text, language))) >= _SAME_CLAIM * len(claimed)


def _gives_a_reason(first: Quote, other: Quote) -> bool:
    """A sentence beside ``first`` that says why."""
    return other.passage == first.passage and answer_types.holds(other.text, frozenset({"reason"}))


def _continues_a_list(first: Quote, other: Quote) -> bool:
    """A sentence beside ``first`` that enumerates, too: long lists go on in the next sentence."""
    near = other.passage == first.passage and abs(other.number - first.number) <= _LIST_REACH
    return near and answer_types.holds(other.passage.sentence(other.number), frozenset({"list"}))


def _bears_on(first: Quote, other: Quote) -> bool:
    """A sentence of a source that the paragraph of ``first`` names."""
    return other.passage.document_id.rsplit("/", 1)[-1] in first.passage.sources


def reading_order(quotes: Sequence[Quote]) -> list[Quote]:
    """The order in which they were picked, but an article that answers as well as its sources speaks before them."""
    least = max((quote.score for quote in quotes), default=0.0) - _AS_WELL
    return sorted(quotes, key=lambda quote: not (quote.passage.sources and quote.score >= least))
