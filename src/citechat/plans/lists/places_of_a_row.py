"""A question for the first so many of a row that no single sentence tells: the sentences that tell its places one
after the other, "A is first and B second", then "C is third, followed by D and E".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from citechat_ingest import Name

from ...language.asked_rank import told_places
from ...language.enumerated import asked_count, asked_first
from ...retrieval.asked.dates import is_of_another_year
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement

# What tells that the first of the names is the first of the row.
_FIRST = re.compile(
    r"\bfirst\b|\bleads?\b|\bled\b|\bheaded by\b|\btops?\b"
    r"|\berste[nrsm]?\b|\bführ(?:t|en|te|ten)\b|\bangeführt\b|\bspitze\b|第一|居首|榜首|领先",
    re.IGNORECASE,
)
# "completed the top ten": the last of the names is the last of so many.
_COMPLETES = re.compile(
    r"\b(?:complete[sd]?|rounds? (?:out|off))\b|\b(?:vervollständig|komplettier|ergänz)\w*|后半段",
    re.IGNORECASE,
)
_FEWEST = 3
# Among how many of the best sentences the places are sought.
_REACH = 24
_KINDS = ("place", "company", "university", "product", "person")


@dataclass(frozen=True)
class _Stretch:
    """A sentence, and the places of a row that it tells."""

    quote: Quote
    places: frozenset[int]


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentences that tell all places together; nothing where one tells them alone, or some are untold."""
    wanted = asked_first(findings.query.text)
    if wanted < _FEWEST or findings.parts:
        return ()
    stretches = _stretches(wanted, findings)
    rows = [_row(wanted, of_one) for of_one in _by_document(stretches)]
    fitting = [row for row in rows if _is_told(row, findings)]
    told = min(fitting, key=_places_in, default=())
    return tuple(Statement(stretch.quote) for stretch in told)


def _by_document(stretches: Sequence[_Stretch]) -> list[list[_Stretch]]:
    """The stretches of each document, in the order of its best."""
    documents = dict.fromkeys(its.quote.passage.document_id for its in stretches)
    return [_of(document, stretches) for document in documents]


def _is_told(row: Sequence[_Stretch], findings: Findings) -> bool:
    """Whether a row is told by several sentences, or by one that says each place."""
    if len(row) != 1:
        return 0 < len(row) <= findings.max_sentences
    [stretch] = row
    return len(_said_in(stretch.quote.text)) == len(stretch.places)


def _places_in(row: Sequence[_Stretch]) -> int:
    """How many places a row tells: with those that are not asked for it tells more."""
    return sum(len(stretch.places) for stretch in row)


def _of(document: str, stretches: Sequence[_Stretch]) -> list[_Stretch]:
    return [its for its in stretches if its.quote.passage.document_id == document]


def _row(wanted: int, stretches: Sequence[_Stretch]) -> tuple[_Stretch, ...]:
    """Stretches that tell all places up to the one that is wanted, in their order; nothing where some are untold."""
    row: tuple[_Stretch, ...] = ()
    left = set(range(1, wanted + 1))
    while left:
        going_on = [its for its in stretches if min(left) in its.places]
        following = max(going_on, key=partial(_worth, left), default=None)
        if following is None:
            return ()
        row = (*row, following)
        left -= following.places
    return row


def _worth(left: set[int], stretch: _Stretch) -> tuple[int, int]:
    """How much of what is left a stretch tells, and how little else."""
    told = stretch.places & left
    return len(told), len(told) - len(stretch.places)


def _stretches(wanted: int, findings: Findings) -> list[_Stretch]:
    """The sentences among the best that tell places of a row, of the year that is asked about."""
    told = (_stretch(quote, wanted, findings) for quote in findings.quotes[:_REACH])
    return [stretch for stretch in told if stretch.places]


def _stretch(quote: Quote, wanted: int, findings: Findings) -> _Stretch:
    """The places that a sentence tells; none where it lists nobody, or is of another year."""
    listed = len(_listed(quote, findings))
    if is_verdict(quote) or is_of_another_year(quote, findings.query):
        return _Stretch(quote, frozenset())
    if _COMPLETES.search(quote.text) and listed >= 2:
        last = max(asked_count(quote.text), wanted)
        return _Stretch(quote, frozenset(range(last - listed + 1, last + 1)))
    return _Stretch(quote, _places_told(quote.text, listed))


def _places_told(text: str, listed: int) -> frozenset[int]:
    """The places that a text gives so many: each its own, or from the first that it tells on."""
    places = _said_in(text)
    if len(places) == listed:
        return frozenset(places)
    goes_on = bool(places) and listed >= 2
    if not goes_on or not _is_in_a_row(places):
        return frozenset()
    return frozenset(range(places[0], places[0] + listed))


def _said_in(text: str) -> list[int]:
    """The places that a text says in so many words."""
    first = [1] if _FIRST.search(text) else []
    return [*first, *told_places(text)]


def _is_in_a_row(places: Sequence[int]) -> bool:
    return all(later - place == 1 for place, later in pairwise(places))


def _listed(quote: Quote, findings: Findings) -> list[Name]:
    """The names that a sentence lists: of the kind that it has most of, without those asked and countries."""
    asked = [name.name for name in findings.query.names]
    of_kinds: dict[str, list[Name]] = {kind: [] for kind in _KINDS}
    for name in findings.index.glossary.found_in(quote.text):
        is_other = name not in asked and not findings.index.figures.is_country(name)
        listed = of_kinds.get(name.kind)
        if is_other and listed is not None:
            listed.append(name)
    return max(of_kinds.values(), key=len)
