"""What an audit is: frozen values that can be printed, compared and sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from ..values import Citation, as_plain
from .html_report import to_html
from .judging import OUTCOMES, Outcome
from .markdown_report import to_markdown


@dataclass(frozen=True)
class JudgedClaim:
    """A claim of the article and what the sources say of it.

    The article reads ``text`` from ``start`` to ``end`` (characters of its text as it was read).
    ``bearing`` cites what speaks for it or is nearest to it, ``otherwise`` what says otherwise;
    ``unstated`` are words of the claim that no source bears out: a number, a date, a name.
    """

    number: int
    text: str
    start: int
    end: int
    section: str
    outcome: Outcome
    bearing: tuple[Citation, ...] = ()
    otherwise: tuple[Citation, ...] = ()
    unstated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audit:
    """An article held against its sources: every claim that can be checked, in its order.

    ``article`` is the id of its document, ``language`` that of the article. Citations are numbered
    through the whole audit.
    """

    article: str
    title: str
    language: str
    claims: tuple[JudgedClaim, ...] = field(repr=False)
    skipped: tuple[str, ...] = field(default=(), repr=False)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many claims have which outcome."""
        counted = Counter(claim.outcome for claim in self.claims)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers: what ``json.dumps`` takes."""
        plain: dict[str, Any] = as_plain({**asdict(self), "counts": dict(self.counts)})
        return plain

    def to_markdown(self) -> str:
        """A table of the claims with their verdicts, and below it what is cited, word for word."""
        return to_markdown(self)

    def to_html(self) -> str:
        """One page that needs nothing else: each claim beside the quotes that speak for it and
        against it."""
        return to_html(self)
