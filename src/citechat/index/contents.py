"""What a corpus comes with beside its documents, known before its index is open."""

from __future__ import annotations

from dataclasses import dataclass

from citechat_ingest import has_role, read_audited_claims, read_figures, read_questions

from ..settings import Settings
from .corpus_state import corpus_roots


@dataclass(frozen=True)
class Contents:
    """Which parts there are, and what to ask: ``questions`` by language, known to be answered."""

    questions: dict[str, tuple[str, ...]]
    has_article: bool = False
    has_audit: bool = False
    has_figures: bool = False


def read_contents(settings: Settings) -> Contents:
    """What the corpus of ``settings`` comes with. Raises CorpusError, also where there is none."""
    roots = corpus_roots(settings)
    return Contents(
        questions=read_questions(roots),
        has_article=has_role(roots, "article"),
        has_audit=bool(read_audited_claims(roots)),
        has_figures=bool(read_figures(roots)),
    )
