"""Several things asked at once, of which one asks to be told of a name: "What is X, and when was Y
founded?"."""

from __future__ import annotations

from collections.abc import Sequence

from .enough_to_answer import opens_with_what_is_asked
from .statements import Findings, Plan, Statement, first_of


def statements(findings: Findings, profiles: Sequence[Plan]) -> Sequence[Statement]:
    """What each part asks to be told of its name, by the ``profiles``, and what answers the parts
    that ask else; nothing where no part is such."""
    parts = findings.found_for_parts
    profiled = [first_of(profiles, part)[:1] for part in parts]
    if not any(profiled):
        return ()
    told: list[Statement] = []
    for part, profile in zip(parts, profiled, strict=True):
        if profile:
            told += profile
        elif opens_with_what_is_asked(part):
            told.append(Statement(part.quotes[0]))
    return told[: findings.max_sentences]
