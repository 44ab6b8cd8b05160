"""What is said again: sentences that tell no more than one before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citechat_ingest import Glossary

from ..retrieval.selection import Quote
from .audit_verdicts import is_verdict
from .same_matter import adds_no_number, digit_groups, is_same_matter, matter
from .statements import Statement

# So much of what a sentence says beside its names and numbers stands in one before it that says the same.
_SAID_BEFORE = 0.3
_WHO_TELLS = frozenset({"publisher", "concept"})


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes without those that say what an earlier one says, numbers included."""
    kept: list[Quote] = []
    for quote in quotes:
        repeats = any(
            is_same_matter(quote, before) and adds_no_number(quote, before) for before in kept
        )
        if not repeats:
            kept.append(quote)
    return kept


def without_repeats(statements: Sequence[Statement], glossary: Glossary) -> list[Statement]:
    """The statements but for bare sentences that only say again what one before them says; one with a lead or
    with figures is told for these."""
    kept: list[Statement] = []
    told: list[Quote] = []
    for statement in statements:
        quote = statement.quote
        is_bare = not (statement.lead or statement.figures)
        if quote and is_bare and _is_said_again(quote, told, glossary):
            continue
        kept.append(statement)
        told += filter(None, [quote])
    return kept


def _is_said_again(quote: Quote, told: Sequence[Quote], glossary: Glossary) -> bool:
    return any(_says_again(quote, before, glossary) for before in told)


def _says_again(quote: Quote, before: Quote, glossary: Glossary) -> bool:
    """Whether a sentence with numbers has no number and no name that one before it has not, and is on
    the same matter; who tells it left aside."""
    counted = digit_groups(quote.text)
    if not counted or is_verdict(quote) or not counted <= digit_groups(before.text):
        return False
    named = glossary.found_in(quote.text)
    known = glossary.found_in(before.text)
    if any(name not in known for name in named if name.kind not in _WHO_TELLS):
        return False
    language = quote.passage.language
    spelled = " ".join(spelling for name in named for spelling in name.all_spellings)
    own = matter(quote.text, language) - matter(spelled, language)
    return len(own & matter(before.text, language)) >= _SAID_BEFORE * len(own)
