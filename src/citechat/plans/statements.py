"""What plans work with: the findings for a question, and the statements that an answer is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citechat_ingest import Figure

from ..index.opening import Index
from ..retrieval.query import Query
from ..retrieval.selection import Quote


@dataclass(frozen=True)
class Statement:
    """One step of an answer: a quote with the chat's own few words before it, or own words alone.

    ``lead`` is never cited ("The article says:", "By contrast:"); ``quote`` is None where the chat
    speaks for itself. ``figures`` are those that the quote states, for the answer's table; without
    quote and lead, figures that no quote states. ``is_refusal`` where the lead says that the documents
    do not say what is asked, and the quote is the nearest that they do.
    """

    quote: Quote | None = None
    lead: str = ""
    figures: tuple[Figure, ...] = ()
    is_refusal: bool = False


@dataclass(frozen=True)
class Findings:
    """What was found for a question: ``quotes`` are sentences, the best answer first.

    ``parts`` holds the quotes for each thing that the question asks for, where it asks for several.
    ``question`` is what was asked, where the query leaves out the unit that it wishes.
    """

    query: Query
    quotes: tuple[Quote, ...]
    index: Index
    max_sentences: int = 4
    parts: tuple[tuple[Quote, ...], ...] = ()
    question: str = ""

    @property
    def language(self) -> str:
        """The language of the quotes."""
        return self.query.language


def naming(name: str, language: str) -> str:
    """A lead that says whose the quote after it is: "Norden:"."""
    return f"{name}：" if language == "zh" else f"{name}:"


Plan = Callable[[Findings], Sequence[Statement]]
