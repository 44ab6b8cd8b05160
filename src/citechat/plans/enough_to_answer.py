"""Whether what was found is enough to answer with: it is likely an answer, opens with what is asked
for, and is of that very thing."""

from __future__ import annotations

from collections.abc import Sequence

from ..index.opening import Index
from ..language.asked_rank import asked_place, tells_another_place
from ..retrieval.asked.attribute import asks_for_the_method, gives_the_asked_attribute, is_left_open
from ..retrieval.asked.expected import is_expected
from ..retrieval.asked.number_or_time import TYPED, holds_the_asked_type
from ..retrieval.asked.slot import may_give_the_slot
from ..retrieval.asked.thing import is_spoken_of
from ..retrieval.query import Query
from ..retrieval.selection import Quote
from ..retrieval.unknown_name import has_unknown_name, names_an_unknown_version
from .names.asked_name import speaks_of_another
from .statements import Findings, Statement, quotes_of
from .unsaid import is_unsaid

# From here on the reader holds that a sentence answers; and is so sure of it that the words, which all signals but his
# go by, may be others.
_ANSWERS, _SURE = 0.5, 0.75


def is_answered(findings: Findings) -> bool:
    """Whether what was found answers the question, or each of its parts."""
    if _is_enough(findings):
        return True
    # Of a bare "Why?" everything found may have been said before: the parts alone are no answer.
    parts = findings.found_for_parts
    return bool(findings.quotes and parts) and all(map(opens_with_what_is_asked, parts))


def given(statements: Sequence[Statement], findings: Findings) -> Sequence[Statement]:
    """The answer, where one of its sentences gives what is asked for, else the best sentence, where
    that does; else nothing."""
    query, index = findings.query, findings.index
    if _is_of_another_place(statements, query):
        return ()
    if not statements or _gives_it(statements, query, index):
        return statements
    best = findings.quotes[0]
    gives = _gives_it([Statement(best)], query, index) or is_expected(query, best)
    return [Statement(best)] if gives else ()


def _is_of_another_place(statements: Sequence[Statement], query: Query) -> bool:
    """Whether it is asked who is fourth, and the answer tells who is second, and no number."""
    place = asked_place(query.text)
    first = next(iter(statements), Statement())
    if place == 1 or "number" in query.types:
        return False
    is_plain = first.quote is not None and not first.figures
    return is_plain and tells_another_place(_text_of(first), place)


def _text_of(statement: Statement) -> str:
    return statement.quote.text if statement.quote else ""


def _gives_it(statements: Sequence[Statement], query: Query, index: Index) -> bool:
    """Whether a sentence of an answer gives what is asked for, and says a word of it; numbers of the
    table were compared with the question before."""
    quotes: list[Quote] = []
    for statement in statements:
        if statement.figures:
            return True
        quotes += filter(None, [statement.quote])
    gives = any(may_give_the_slot(quote, query, index) for quote in quotes)
    is_silent = is_left_open(quotes, query) or is_unsaid(quotes, query)
    return not quotes or (gives and not is_silent)


def gives_the_attribute(statements: Sequence[Statement], findings: Findings) -> bool:
    """Whether one of the sentences of an answer gives what is asked of a thing: its founder, its
    year."""
    quotes = quotes_of(statements)
    return any(gives_the_asked_attribute(quote, findings.query) for quote in quotes)


def is_of_something_else(findings: Findings) -> bool:
    """Whether a question of one part has a name that no document has, or asks of a thing what the
    best sentence does not give."""
    query, quotes = findings.query, findings.quotes
    if findings.found_for_parts:
        return False
    is_given = gives_the_asked_attribute(quotes[0], query)
    is_known = not names_an_unknown_version(query, quotes)
    lexical = findings.index.lexical[query.language]
    return not (is_given and is_known) or has_unknown_name(query, lexical)


def opens_with_what_is_asked(findings: Findings) -> bool:
    """Whether the documents answer, and the first sentence is of the type that is asked for and not
    about another."""
    query, quotes = findings.query, findings.quotes
    if not quotes:
        return False
    if not (holds_the_asked_type(quotes, query) or _tells_the_condition(quotes[0], query)):
        return False
    is_told = _tells_the_method(quotes[0], query) or _is_surely_told(quotes[0], query)
    if not (findings.is_answerable or is_told):
        return False
    return not speaks_of_another(quotes[0], query, findings.index)


def _tells_the_method(first: Quote, query: Query) -> bool:
    """Whether it is asked how a list or a figure is made, and a sentence tells that by its words and by the
    reader's."""
    is_told = asks_for_the_method(query) and gives_the_asked_attribute(first, query)
    return is_told and first.names == 1.0 and first.probability >= _ANSWERS


def _tells_the_condition(first: Quote, query: Query) -> bool:
    """Whether "when" may ask on what condition ("when is an insurance required"), which no date tells:
    in a folder of anybody's own, where the reader is sure of the sentence."""
    is_when = query.types & TYPED == {"time"}
    return is_when and not query.curated and first.probability >= _SURE


def _is_surely_told(first: Quote, query: Query) -> bool:
    """Whether the reader is sure of a sentence that names all that is asked about."""
    is_named = query.curated and bool(query.proper_names) and first.names == 1.0
    return is_named and first.probability >= _SURE


def _is_enough(findings: Findings) -> bool:
    """Whether what was found opens with what is asked for, and speaks of that very thing; what the
    best sentence is expected to be asked, it answers."""
    if _opens_with_that_very_thing(findings):
        return True
    quotes = findings.quotes
    return bool(quotes) and findings.is_answerable and is_expected(findings.query, quotes[0])


def _opens_with_that_very_thing(findings: Findings) -> bool:
    if not opens_with_what_is_asked(findings):
        return False
    lexical = findings.index.lexical[findings.language]
    return is_spoken_of(findings.query, findings.quotes[0], lexical)
