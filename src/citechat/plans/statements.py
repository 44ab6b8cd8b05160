"""What plans work with: the findings for a question, and the statements that an answer is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from citechat_ingest import Figure

from ..index.opening import Index
from ..retrieval.query import Query
from ..retrieval.retriever import ScoredPassage
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


def quotes_of(statements: Iterable[Statement]) -> list[Quote]:
    """What an answer quotes; where the chat speaks for itself nothing."""
    return [statement.quote for statement in statements if statement.quote]


def _no_more(_: str) -> Findings | None:
    """What is found for another question where nothing is searched."""
    return None


@dataclass(frozen=True)
class Findings:
    """What was found for a question: ``quotes`` are sentences, the best answer first.

    ``parts`` holds the quotes for each thing that the question asks for, where it asks for several.
    ``question`` is what was asked, where the query leaves out the unit that it wishes, or the author
    of the article, whose opinion is asked for where ``asks_author``. ``is_answerable`` says that the
    evidence is enough. ``look_up`` finds more for another question, and ``look_up_parts`` for each part
    of this one: each costs a search.
    """

    query: Query
    quotes: tuple[Quote, ...]
    index: Index
    max_sentences: int = 4
    parts: tuple[tuple[Quote, ...], ...] = ()
    question: str = ""
    passages: tuple[ScoredPassage, ...] = ()
    is_answerable: bool = True
    asks_author: bool = False
    look_up: Callable[[str], Findings | None] = _no_more
    look_up_parts: Callable[[], Sequence[Findings]] = tuple

    @property
    def language(self) -> str:
        """The language of the quotes."""
        return self.query.language

    @property
    def asked(self) -> str:
        """What was asked, as it was asked."""
        return self.question or self.query.text

    @cached_property
    def found_for_parts(self) -> Sequence[Findings]:
        """What is found for each part of a question that asks for several things; else nothing."""
        return self.look_up_parts()


def naming(name: str, language: str) -> str:
    """A lead that says whose the quote after it is: "Norden:"."""
    return f"{name}：" if language == "zh" else f"{name}:"


Plan = Callable[[Findings], Sequence[Statement]]
"""What answers a kind of question; nothing where it does not apply."""


def first_of(plans: Sequence[Plan], findings: Findings) -> Sequence[Statement]:
    """The statements of the first plan that has something to say; nothing where none has."""
    told = (plan(findings) for plan in plans)
    return next(filter(None, told), ())
