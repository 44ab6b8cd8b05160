"""The sentences that tell figures: which states a number, which names the place, which ranks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import filterfalse

from citechat_ingest import Figure, Span

from ...language.anaphora import points_back
from ...retrieval.locating import sentence_stating
from ...retrieval.selection import Quote
from ...verification.facts import Number
from ...verification.number_grammars import CURRENCIES
from ...verification.numerals import numbers_in
from ..audit_verdicts import tells_both
from ..statements import Findings
from .figure_sides import is_same_count, largest_first, size

# Within how many characters a sentence must name the place, to open with it.
_OPENING = {"en": 45, "de": 45, "zh": 16}
# How many of the best quotes may tell the rank in their own words.
_NEAR = 12
# How many of them may give all sides at once.
_REACH = 12
# A sentence that ranks says so.
# Who is on the first four places is not said to be the first, nor is the first of a year's quarters.
_SEVERAL = r"\b(?! (?:two|three|four|five|six|ten|zwei|drei|vier|fünf|sechs|zehn|\d|quarter|half|quartal|halbjahr))"
_RANKS = re.compile(
    rf"\bmost\b|\blargest\b|\bfirst\b{_SEVERAL}|\bleads?\b|\bled\b(?! (?:to|by)\b)|\branks?\b|\branked\b|\bahead\b|\bfewest\b"
    rf"|\bmeisten\b|\bgrößte\w*|\berste\w*{_SEVERAL}|\b(?:an)?führ\w+|\bvor\b|\bPlatz\b|\bvorn\w*|\bSpitze\b|\bwenigsten\b"
    r"|\bmore than half\b|\b(?:mehr als|über) die hälfte\b"
    r"|最多|最大|最高|第一|居首|领先|首位|最少|一半以上|半数以上",
    re.IGNORECASE,
)
# A sentence that goes on from a source before it, which the reader has not seen.
_NEXT_SOURCE = re.compile(
    r"^(?:an?other|an? (?:second|third|fourth|fifth)|the (?:second|third))\b"
    r"|^(?:eine?r? )?(?:ander|weiter|zweit|dritt|viert|fünft)e[rs]?\b|^(?:第[二三四五]|另一)",
    re.IGNORECASE,
)
_OFTEN_READ = 1024
_WITHIN = frozenset({"city", "province", "district", "region", "sum"})


def sentence_for(
    figure: Figure, pool: Sequence[Figure], findings: Findings, beside: Sequence[Figure] = ()
) -> Quote | None:
    """The sentence to tell a figure by: of those that give its number, one that gives also those
    ``beside`` it, names its subject, stands alone, and opens with its subject."""
    alike = [other for other in pool if is_same_count(other, figure)]
    # The figure's own document first: of equals it is the one that is taken.
    own_first = sorted(alike, key=lambda other: other != figure)
    found = [sentence_stating(other, findings.index, findings.language) for other in own_first]
    quotes = [_as_quote(span) for span in found if span]

    def fitness(quote: Quote) -> tuple[int, bool, bool, bool, bool]:
        also = len(given_beside(quote, figure, beside))
        alone = quote.opens == quote.number and not _NEXT_SOURCE.search(quote.text)
        named = names(quote.passage.sentence(quote.number), figure, findings)
        # Sides are told in the words of one counter.
        is_own = not beside or quote.passage.document_id == figure.document_id
        return also, named, is_own, alone, opens_with(quote, figure, findings)

    return max(quotes, key=fitness, default=None)


def _as_quote(span: Span) -> Quote:
    """A sentence, with the one before it where it leans on that."""
    passage = span.passage
    number = next(n for n, (start, _) in enumerate(passage.sentences) if start == span.start)
    leans = number > 0 and points_back(span.text, passage.language)
    return Quote(passage, number, 0.0, number - leans, 1.0)


# What a sentence says


def states(quote: Quote, figure: Figure) -> bool:
    """Whether a sentence gives the number of a figure, written out or with its scale; 100 yuan are no
    count of 100."""
    held = _numbers(quote.text, quote.passage.language)
    wanted = (Fraction(figure.value), size(figure))
    is_count = figure.unit == "count"
    return any(
        number.value in wanted and not (is_count and number.unit in CURRENCIES) for number in held
    )


@lru_cache(_OFTEN_READ)
def _numbers(text: str, language: str) -> frozenset[Number]:
    return frozenset(numbers_in(text, language))


def names(text: str, figure: Figure, findings: Findings) -> bool:
    """Whether a text names the subject of a figure."""
    found = findings.index.glossary.found_in(figure.subject)
    spellings = [spelling for name in found for spelling in name.all_spellings]
    return any(spelling in text for spelling in spellings or [figure.subject])


def tells(quote: Quote, figure: Figure, findings: Findings) -> bool:
    """Whether a sentence gives a figure and names whose it is."""
    return states(quote, figure) and names(quote.text, figure, findings)


def stated_in(quote: Quote, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those of the figures whose numbers a sentence gives."""
    return tuple(figure for figure in figures if states(quote, figure))


def given_beside(quote: Quote, figure: Figure, others: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those of the figures that a sentence gives which tells this one: of the same place at another
    time only where it names the year."""

    def is_told(other: Figure) -> bool:
        is_other_time = other.subject == figure.subject and other.year[:4] != figure.year[:4]
        return not is_other_time or other.year[:4] in quote.text

    return tuple(filter(is_told, stated_in(quote, others)))


def opens_with(quote: Quote, figure: Figure, findings: Findings) -> bool:
    """Whether a sentence names the subject of a figure early on."""
    opening = quote.text[: _OPENING[findings.language]]
    return names(opening, figure, findings)


def ranks(quote: Quote) -> bool:
    """Whether a sentence says who is first, or last, or before whom."""
    return bool(_RANKS.search(quote.text))


# Sentences that were found for the question


def telling_all(figures: Sequence[Figure], findings: Findings) -> Quote | None:
    """The best sentence found that gives all of several figures, with their places."""
    if len(figures) < 2:
        return None
    for quote in findings.quotes[:_REACH]:
        if all(tells(quote, figure, findings) for figure in figures):
            return quote
    return None


def telling_each(
    pool: Sequence[Figure], subjects: Sequence[str], findings: Findings
) -> tuple[Quote, tuple[Figure, ...]] | None:
    """The best sentence found that gives a figure of each subject, each another number, with those
    figures, the largest first; none that opens with what the article claims."""
    wanted = set(subjects)
    for quote in filterfalse(tells_both, findings.quotes[:_REACH]):
        told = [figure for figure in pool if tells(quote, figure, findings)]
        # Of several figures of a subject the largest, which comes last here, is kept.
        kept = {figure.subject: figure for figure in largest_first(told)[::-1]}
        sizes = set(map(size, kept.values()))
        if wanted <= kept.keys() and len(sizes) == len(kept):
            return quote, largest_first(kept.values())
    return None


def ranking_quote(leader: Figure, documents: Collection[str], findings: Findings) -> Quote | None:
    """A sentence found for the question that ranks and names the leader before any other place.

    It comes from ``documents``, which give the leader's number, so that it ranks by the same count.
    """
    for quote in findings.quotes[:_NEAR]:
        same_count = quote.passage.document_id in documents and _is_dated(quote, leader)
        if same_count and _ranks_first(leader, quote, findings):
            return quote
    return None


def _is_dated(quote: Quote, figure: Figure) -> bool:
    return figure.year[:4] in f"{quote.passage.title} {quote.text}"


def _ranks_first(leader: Figure, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence that can stand alone ranks, the leader before any other place."""
    if quote.names < 1 or points_back(quote.text, findings.language):
        return False
    return ranks(quote) and _first_rival(leader, quote, findings) == leader.subject


def names_first(quote: Quote, figure: Figure, findings: Findings) -> bool:
    """Whether a sentence names the subject of a figure before any other that can be compared with it."""
    return _first_rival(figure, quote, findings) in ("", figure.subject)


def _first_rival(leader: Figure, quote: Quote, findings: Findings) -> str:
    """The first subject that a sentence names of those that can be compared with the leader: below
    a country, and a place or a thing as the leader is; empty where it names none."""
    kinds = findings.index.figures.kinds
    led = kinds.get(leader.subject, "city") in _WITHIN
    for mention in findings.index.glossary.mentions(quote.text):
        for spelling in mention.name.all_spellings:
            kind = kinds.get(spelling, "country")
            if kind != "country" and (kind in _WITHIN) == led:
                return spelling
    return ""
