"""A question made ready to look up: its terms, vector, names and types, made once and read by every later step."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property

from citechat_ingest import Name

from ..index.bm25_index import AskedTerms, asked_terms
from ..index.embedder import Vectors
from ..index.opening import Index
from ..language import terms
from ..language.answer_types import asked_types
from ..verification.facts import names_in

# A name in the corpus's own writing counts half of a word that was asked: cross-validated on
# XQuAD, anything from 0.3 to 0.8 gives the same right passage first.
NAME_WEIGHT = 0.5


@dataclass(frozen=True)
class QueryName:
    """A name of the glossary in a question.

    ``terms`` are those of the name as the question writes it, ``spellings`` those of each of its
    spellings: one counts for the other. ``proper`` tells a company, a person or a place from a
    concept of the field.
    """

    terms: frozenset[str]
    spellings: tuple[frozenset[str], ...]
    proper: bool
    name: Name

    def occurs_in(self, held: Container[str]) -> bool:
        """Whether a text with the terms ``held`` uses this name in any spelling."""
        return any(all(term in held for term in spelling) for spelling in self.spellings)


@dataclass(frozen=True)
class Query:
    """A question made ready for one language's list.

    ``vector`` has the shape (dimension,). ``source_language`` is the question's own language where
    that is not the list's. ``curated`` says that the corpus comes with expected questions and an
    audit, for which weights of their own are fitted.
    """

    text: str
    language: str
    vector: Vectors
    names: tuple[QueryName, ...] = ()
    source_language: str = ""
    curated: bool = False

    @cached_property
    def terms(self) -> AskedTerms:
        """The question's terms by kind."""
        return asked_terms(self.text, self.language, self.source_language)

    @cached_property
    def types(self) -> frozenset[str]:
        """What the question asks for: a reason, a number, a list, …"""
        return asked_types(self.text)

    @cached_property
    def proper_names(self) -> tuple[QueryName, ...]:
        """The companies, persons, places, … that the question names."""
        return tuple(name for name in self.names if name.proper)

    @cached_property
    def terms_beside_names(self) -> tuple[str, ...]:
        """The words that are no part of a name: what is asked of the names."""
        named = frozenset[str]().union(*(name.terms for name in self.names))
        return tuple(term for term in self.terms["words"] if term not in named)

    @property
    def term_queries(self) -> list[tuple[AskedTerms, float]]:
        """What the term search looks for, with weights: the question, and its names as this
        language writes them where the question writes them otherwise."""
        present = self.text.casefold()
        spelled = [name.name.names[self.language] for name in self.names]
        missing = [name for name in spelled if name.casefold() not in present]
        named = [(asked_terms(name, self.language), NAME_WEIGHT) for name in missing]
        return [(self.terms, 1.0), *named]

    @property
    def weight_set(self) -> str:
        """Which fitted weights to use: "cross" where question and list differ in language, those
        of the curated corpus, or those of the list's language."""
        if self.source_language not in ("", self.language):
            return "cross"
        return "curated" if self.curated else self.language

    def names_held(self, text: str) -> float:
        """The share of the proper names that ``text`` uses in any spelling; 1 when none is asked."""
        if not self.proper_names:
            return 1.0
        held = set(terms.words(text, self.language))
        occurring = [name.occurs_in(held) for name in self.proper_names]
        return sum(occurring) / len(occurring)


def uses_all(text: str, names: Iterable[QueryName], language: str) -> bool:
    """Whether a text uses each of some names, in any spelling."""
    held = set(terms.words(text, language))
    return all(name.occurs_in(held) for name in names)


def make_query(
    text: str, language: str, vector: Vectors, index: Index, source_language: str = ""
) -> Query:
    """The query for the list of one language, with the names of the glossary that it uses."""
    mentions = names_in(text, source_language or language, index.glossary)
    mentioned = {id(mention.name): mention.name for mention in mentions}.values()
    names = tuple(_query_name(name, text.casefold(), language) for name in mentioned)
    return Query(text, language, vector, names, source_language, index.is_curated)


def _query_name(name: Name, text: str, language: str) -> QueryName:
    """``text`` is the question, case folded; its longest spelling of the name is what was asked."""
    written = max((s for s in name.all_spellings if s.casefold() in text), key=len)
    written_so = list(name.all_spellings)
    if language == "de":
        # "Zhangjiakous Rechenzentren": the stemmer takes no "s" from a name that it does not know.
        written_so += [f"{spelling}s" for spelling in name.all_spellings]
    spellings = [frozenset(terms.words(spelling, language)) for spelling in written_so]
    return QueryName(
        terms=frozenset(terms.words(written, language)),
        spellings=tuple(filter(None, spellings)),
        proper=name.kind != "concept",
        name=name,
    )
