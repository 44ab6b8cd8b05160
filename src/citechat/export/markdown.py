"""Answers → Markdown: each under its question, with its sources."""

from __future__ import annotations

from collections.abc import Sequence

from ..markdown_text import literal
from ..values import Answer


def to_markdown(answers: Sequence[Answer]) -> str:
    """The answers one below the other; each under its question, where it knows that."""
    return "\n".join(map(_section, answers))


def _section(answer: Answer) -> str:
    question = literal(answer.question)
    return f"## {question}\n\n{answer.to_markdown()}" if question else answer.to_markdown()
