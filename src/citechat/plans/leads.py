"""A claim and its verdict read as one thing: "The article says: … But: …", in the chat's own few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..messages import say
from .statements import Statement


def with_leads(statements: Sequence[Statement], language: str) -> list[Statement]:
    """The statements; where the audit's word follows sentences of the article, each says whose it is."""
    if not statements or not _speaks(statements[0], "article"):
        return list(statements)
    first, *others = statements
    told = [
        _led(other, "lead_but", language) if _speaks(other, "audit") else other for other in others
    ]
    if told == others:
        return list(statements)
    return [_led(first, "lead_article", language), *told]


def _led(statement: Statement, lead: str, language: str) -> Statement:
    """The statement with a lead, should it have none."""
    return replace(statement, lead=statement.lead or say(lead, language))


def _speaks(statement: Statement, role: str) -> bool:
    return statement.quote is not None and statement.quote.passage.role == role
