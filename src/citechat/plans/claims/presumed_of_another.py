"""A question that presumes what the documents say of another: "Why is Shanghai the capital of manufacturing?".

Only questions that presume (why, when) are held against this: "How many … does Guangzhou have?" presumes
nothing, and what another city has is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import filterfalse

from citechat_ingest import Name

from ...language import terms
from ...language.asked_rank import without_rank
from ...language.held_words import HeldWords
from ...language.negation import NOT
from ...messages import say
from ...question.decomposition import without_names
from ...retrieval.query import Query, QueryName
from ...retrieval.selection import Quote
from ..audit_verdicts import is_contradicted, tells_both, verdict_on
from ..same_matter import digit_groups
from ..statements import Findings, Statement
from .presumption import (
    KINDS,
    SEATED,
    doubtful_names,
    leads,
    of_kinds,
    place_level,
    presumed_title,
    presumes_the_first,
    tells_the_place,
    unquoted,
)

# How much of what is asked beside the name the sentence must hold to speak of the same thing.
_SAME_THING = 0.75
_SAME_WITH_NUMBER = 0.5
# Among how many of the best sentences one is sought that says it of another.
_REACH = 6
# Among how many sentences one is sought that bears the premise out.
_BORNE_OUT = 12
# From here on the reader holds that a sentence may answer.
_MAY_ANSWER = 0.1
_YEAR = re.compile(r"(?:19|20)\d\d")
# That somebody came to be something is said in many words or in none.
_BECOMES = re.compile(
    r"\b(?:become\w*|became|turn(?:ed)? into|get|got|called)\b|\b(?:werden|wurde|geworden|gilt|heißt)\b|成为|成了|变成|被?称为",
    re.IGNORECASE,
)


def statements(findings: Findings) -> Sequence[Statement]:
    """What is said of another, where the question presumes it of a name of which it is not said."""
    if not findings.quotes:
        return ()
    for name in doubtful_names(findings.query, findings.index):
        if not findings.is_answerable or is_in_doubt(name, findings):
            correction = _said_of_another(name, findings)
            if correction:
                return correction
    return ()


def _said_of_another(name: QueryName, findings: Findings) -> Sequence[Statement]:
    """What the documents say of another where the question has this name."""
    query = findings.query
    of_anybody = findings.look_up(without_names(query.text, [name.name]))
    # A title that another has word by word needs no more evidence.
    title = presumed_title(query, findings.index)
    if of_anybody is None or not (of_anybody.is_answerable or title):
        return ()
    return correct(name, of_anybody, title)


def is_in_doubt(name: QueryName, findings: Findings) -> bool:
    """Whether the best sentence is silent about the name that the question presumes something of,
    about the number or the first place that it presumes, and no other sentence bears that out."""
    title = presumed_title(findings.query, findings.index)
    if title:
        return not _calls_it(name, title, findings.quotes[0], findings)
    if _is_told(name, findings.quotes[0], findings):
        return False
    return not any(_bears_out(quote, name, findings) for quote in findings.quotes[:_BORNE_OUT])


def _is_told(name: QueryName, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names it, with every number that the question presumes, its time and place."""
    query = findings.query
    is_said = _names(quote, name, findings.language)
    has_numbers = _presumed_numbers(query.text) <= digit_groups(quote.text)
    is_first = tells_the_place(query, quote) and leads(name, quote, findings)
    is_of_the_time = not _is_of_other_years(query.text, quote.text)
    return is_said and has_numbers and is_first and is_of_the_time


def _bears_out(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether a sentence says of the name what is presumed, and the audit does not contradict it."""
    may_answer = quote.probability >= _MAY_ANSWER and not tells_both(quote)
    is_said = _is_told(name, quote, findings) and _is_same_thing(findings.query, quote)
    return may_answer and is_said and not is_contradicted(quote, findings.index)


def _bears(title: str, quote: Quote) -> bool:
    return title.casefold() in unquoted(quote.text).casefold()


def _calls_it(name: QueryName, title: str, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence calls the name by a title."""
    return _bears(title, quote) and _bearer(title, quote, findings) is name.name


def _bearer(title: str, quote: Quote, findings: Findings) -> Name | None:
    """Whom a sentence calls by a title: the last place before it, but for the country, or the first
    after it."""
    text = unquoted(quote.text)
    start = text.casefold().find(title.casefold())
    named = of_kinds(KINDS, text, findings.index)
    before = [mention.name for mention in named if mention.end <= start]
    after = [mention.name for mention in named if mention.start >= start]
    return next(iter([*before[-1:], *after]), None)


def _is_of_other_years(question: str, text: str) -> bool:
    """Whether a text tells of years, and of none that a question is about."""
    asked, said = set(_YEAR.findall(question)), set(_YEAR.findall(text))
    return bool(asked and said) and not asked & said


def correct(name: QueryName, findings: Findings, title: str = "") -> Sequence[Statement]:
    """The sentence that says the same of another, after "Not Shanghai:", and the verdict on it;
    ``findings`` are those for the question without the name, and ``title`` is what it calls that."""
    # A title that another has word by word is evidence however far down it was found.
    reach = len(findings.quotes) if title else _REACH
    near = findings.quotes[:reach]
    quote = next((q for q in near if _says_it_of_another(name, title, q, findings)), None)
    if quote is None:
        return ()
    lead = say("lead_not", findings.language, name=name.name.names[findings.language])
    judged = verdict_on(quote, findings.index)
    is_on_it = judged and _share_held(findings.query, judged) >= _SAME_THING
    return [Statement(quote, lead=lead), *([Statement(judged)] if judged and is_on_it else [])]


def _says_it_of_another(name: QueryName, title: str, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence says of another what is presumed of a name."""
    if title:
        is_of_it = _calls_it(name, title, quote, findings)
        is_said = _bears(title, quote)
    else:
        is_of_it = _names(quote, name, findings.language) and leads(name, quote, findings)
        is_said = _is_same_thing(findings.query, quote)
    return is_said and not is_of_it and _rivals(quote, name, findings)


def _presumed_numbers(text: str) -> frozenset[str]:
    """The numbers of a question but for its years, which the sentence need not repeat."""
    return frozenset(filterfalse(_YEAR.fullmatch, digit_groups(text)))


def _names(quote: Quote, name: QueryName, language: str) -> bool:
    return name.occurs_in(set(terms.words(quote.text, language)))


def _rivals(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether the sentence speaks of another thing of the name's kind: of another city, not of one
    in the province that is asked about."""
    index = findings.index
    level = place_level(name.name, index)
    # Those that the question names beside it are no rivals.
    asked = [name.name, *(beside.name for beside in findings.query.names)]
    others = [
        other
        for other in index.glossary.found_in(quote.text)
        if other.kind == name.name.kind and other not in asked
    ]
    return any(place_level(other, index) in (level, "") or not level for other in others)


def _is_same_thing(query: Query, quote: Quote) -> bool:
    """Whether a sentence holds most of what is asked, every number and the first place, and denies
    it no more than the question does; with a number, half will do."""
    asked = _presumed_numbers(query.text)
    enough = _SAME_WITH_NUMBER if asked else _SAME_THING
    is_told = asked <= digit_groups(quote.text) and tells_the_place(query, quote)
    return is_told and not _is_denied(query, quote) and _share_held(query, quote) >= enough


def _is_denied(query: Query, quote: Quote) -> bool:
    """Whether a sentence says that something is not so, and the question does not."""
    return bool(NOT.search(quote.text)) and not NOT.search(query.text)


def _share_held(query: Query, quote: Quote) -> float:
    """The share of the question's words that the sentence, or its heading, holds."""
    text = without_rank(query.text) if presumes_the_first(query.text) else query.text
    asked = terms.query_words(SEATED.sub(" ", _BECOMES.sub(" ", text)), query.language)
    if not asked:
        return 0.0
    stems = set(terms.words(quote.text_in_context, query.language))
    return HeldWords(stems, set(terms.grams(quote.text, query.language))).share(asked)
