"""The last answer again: in another language, shorter, with its source, or word for word once more.

The documents of the corpus stand in several languages, paragraph for paragraph and sentence for
sentence, so a sentence has its counterpart at the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index.opening import Index
from ..messages import WORDS, say
from ..plans.statements import Statement, naming
from ..retrieval.selection import Quote

KINDS_OF_AGAIN = ("repeat", "shorter", "simpler", "whence")


def in_language(statements: Sequence[Statement], language: str, index: Index) -> list[Statement]:
    """The statements in another language; empty where a quote has no counterpart there."""
    translated = [_statement_in(statement, language, index) for statement in statements]
    kept = [statement for statement in translated if statement]
    return kept if len(kept) == len(translated) else []


def once_more(kind: str, statements: Sequence[Statement], language: str) -> list[Statement]:
    """What was said, as ``kind`` wants it: "repeat" all of it, "shorter" and "simpler" its first quote.

    The chat quotes, and cannot put a thing in other words: for "simpler" it says so. For "whence" the
    first quote comes after the title of its document.
    """
    quoting = [replace(its, figures=()) for its in statements if its.quote]
    if kind == "repeat" or not quoting:
        return list(statements)
    first = quoting[0]
    return [replace(first, lead=_lead(kind, first, language))]


def _lead(kind: str, first: Statement, language: str) -> str:
    if kind == "whence" and first.quote:
        return say("whence", language, title=first.quote.passage.title)
    return say("simpler", language) if kind == "simpler" else first.lead


def _statement_in(statement: Statement, language: str, index: Index) -> Statement | None:
    if statement.quote is None and not statement.lead:  # figures for the table alone
        return statement
    if statement.quote is None:
        lead = _lead_in(statement.lead, language, index)
        return Statement(lead=lead) if lead else None
    quote = _counterpart(statement.quote, language, index)
    if quote is None:
        return None
    return replace(statement, quote=quote, lead=_lead_in(statement.lead, language, index))


def _counterpart(quote: Quote, language: str, index: Index) -> Quote | None:
    """The sentence at the same place of the document's version in another language."""
    passage = quote.passage
    if passage.language == language:
        return quote
    starts = [start for _, start in index.paragraphs(passage.document_id, passage.language)]
    others = [start for _, start in index.paragraphs(passage.document_id, language)]
    if passage.start not in starts or len(starts) != len(others):
        return None
    passage_id = f"{language}/{passage.document_id}#{others[starts.index(passage.start)]}"
    other = index.passages(language, [passage_id]).get(passage_id)
    if other is None or len(other.sentences) != len(passage.sentences):
        return None
    return replace(quote, passage=other)


def _lead_in(lead: str, language: str, index: Index) -> str:
    """The chat's own words in another language; empty where they are none of its fixed ones."""
    for words in WORDS.values():
        if lead in words.values():
            return words[language]
    named = index.glossary.found_in(lead)
    if len(named) == 1 and lead.rstrip(":：").casefold() in map(
        str.casefold, named[0].all_spellings
    ):
        return naming(named[0].names[language], language)
    return ""
