"""What an answer says: a plan for each kind of question, one module each, tried in the order of
``order.py``.

A plan gets what was found and gives the statements of the answer, or none where it does not apply.
To add a kind of question, write a module with a function ``statements`` and enter it there.
"""

from __future__ import annotations

from .order import make_plan, told_at_once
from .statements import Findings, Plan, Statement

__all__ = ["Findings", "Plan", "Statement", "make_plan", "told_at_once"]
