"""A question for the first so many of a row that no single sentence tells: the sentences that tell its places one
after the other, "A is first and B second", then "C is third, followed by D and E".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citechat_ingest import Name

from ...language.asked_rank import told_places
from ...language.enumerated import asked_count, asked_first
from ...retrieval.asked.dates import is_of_another_year
from ...retrieval.selection import Quote
from ..choosing import is_verdict
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
_FEWEST, _TWO = 4, 2
_REACH = 24
_KINDS = ("place", "company", "university", "product", "person")


@dataclass(frozen=True)
class _Stretch:
    """A sentence that tells the places of a row from ``start`` to ``end``."""

    quote: Quote
    start: int
    end: int


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentences that tell all places together; nothing where one tells them alone, or some are untold."""
    wanted = asked_first(findings.query.text)
    if wanted < _FEWEST or findings.parts:
        return ()
    row = _whole_row(wanted, _stretches(wanted, findings))
    is_of_several = _TWO <= len(row) <= findings.max_sentences
    return [Statement(stretch.quote) for stretch in row] if is_of_several else ()


def _whole_row(wanted: int, stretches: Sequence[_Stretch]) -> tuple[_Stretch, ...]:
    """The first row of stretches that reaches the place that is wanted."""
    for opening in stretches:
        row = _row_from(opening, wanted, stretches)
        if opening.start == 1 and row[-1].end >= wanted:
            return row
    return ()


def _row_from(
    opening: _Stretch, wanted: int, stretches: Sequence[_Stretch]
) -> tuple[_Stretch, ...]:
    """A stretch and those of its document that go on with it, up to the place that is wanted."""
    row: tuple[_Stretch, ...] = (opening,)
    document = opening.quote.passage.document_id
    while row[-1].end < wanted:
        goes_on = (
            stretch
            for stretch in stretches
            if stretch.start == row[-1].end + 1 and stretch.quote.passage.document_id == document
        )
        following = next(goes_on, None)
        if following is None:
            break
        row = (*row, following)
    return row


def _stretches(wanted: int, findings: Findings) -> list[_Stretch]:
    """The sentences among the best that tell several places of a row, of the year that is asked about."""
    told = (_stretch(quote, wanted, findings) for quote in findings.quotes[:_REACH])
    return [stretch for stretch in told if stretch is not None]


def _stretch(quote: Quote, wanted: int, findings: Findings) -> _Stretch | None:
    """The places that a sentence tells; nothing where it lists nobody, or is of another year."""
    listed = len(_listed(quote, findings))
    if listed < _TWO or is_verdict(quote) or is_of_another_year(quote, findings.query):
        return None
    if _COMPLETES.search(quote.text):
        last = max(asked_count(quote.text), wanted)
        return _Stretch(quote, last - listed + 1, last)
    start = _first_place(quote.text)
    return _Stretch(quote, start, start + listed - 1) if start else None


def _first_place(text: str) -> int:
    """The first place of a row that a sentence tells; 0 where it tells none, or not one after the other."""
    places = told_places(text)
    for place, later in pairwise(places):
        if later - place > 1:
            return 0
    return 1 if _FIRST.search(text) else min(places, default=0)


def _listed(quote: Quote, findings: Findings) -> list[Name]:
    """The names that a sentence lists: of the kind that it has most of, without those asked and countries."""
    asked = [name.name for name in findings.query.names]
    of_kinds: dict[str, list[Name]] = {kind: [] for kind in _KINDS}
    for name in findings.index.glossary.found_in(quote.text):
        is_other = name not in asked and not _is_a_country(name, findings)
        listed = of_kinds.get(name.kind)
        if is_other and listed is not None:
            listed.append(name)
    return max(of_kinds.values(), key=len)


def _is_a_country(name: Name, findings: Findings) -> bool:
    kinds = findings.index.figures.kinds
    return any(kinds.get(spelling) == "country" for spelling in name.all_spellings)
