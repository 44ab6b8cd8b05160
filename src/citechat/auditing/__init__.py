"""An article held against a folder of sources: what they say of each claim that can be checked.

    >>> from citechat import audit
    >>> result = audit("article.md", "sources")  # doctest: +SKIP
    >>> print(result.to_markdown())  # doctest: +SKIP

claims.py      the article → its sentences that state a number, a date or a name
evidence.py    a claim → the sentences of the sources near it
judging.py     both → borne out, in part, contradicted, not found: by the numbers (number_verdicts.py,
               measures.py), by rows (lists.py), by words (wording.py), by what is set against (contrasts.py,
               places_and_dates.py) and by what sources add (reservations.py)
results.py     all of it, as a table, as Markdown and as a page
"""

from __future__ import annotations

from .auditing import audit, audit_document
from .judging import OUTCOMES, Outcome
from .results import Audit, JudgedClaim

__all__ = ["OUTCOMES", "Audit", "JudgedClaim", "Outcome", "audit", "audit_document"]
