"""What an answer says: a plan for each kind of question, one module each, tried in the order of ``PLANS``.

A plan gets what was found and gives the statements of the answer, or none where it does not apply.
To add a kind of question, write a module with a function like the others and put it into ``PLANS``.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import fact, reason
from .figures import compared
from .figures import ranking, units
from .lists import complement, faq, listing, numbered_item, whole_list
from .statements import Findings, Plan, Statement

# The first that has something to say, says it; the last one always does.
PLANS: tuple[Plan, ...] = (
    complement.statements,
    numbered_item.statements,
    units.statements,
    compared.statements,
    ranking.statements,
    faq.statements,
    whole_list.statements,
    listing.statements,
    reason.statements,
    fact.statements,
)


def make_plan(findings: Findings) -> Sequence[Statement]:
    """The statements of an answer by the first plan that applies."""
    plans = (plan(findings) for plan in PLANS)
    return next((statements for statements in plans if statements), ())


__all__ = ["PLANS", "Findings", "Plan", "Statement", "make_plan"]
