"""A question why or how something was so in a year, or in a place of a row, that the documents give otherwise:
"Why was Norden first in 2023?" is told "Not in 2023:", or that it was fourth then, before the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...language import terms
from ...language.asked_rank import asked_place, told_places, without_rank
from ...language.negation import NOT
from ...messages import say
from ...retrieval.asked.dates import without_report
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement
from .presumption import leads, presumes_an_event, presumes_the_first

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# From when on something is so, and still was later.
_SINCE = re.compile(
    r"\b(?:since|from|seit|ab)\b[^,;]{0,16}\Z|\A\s*年?(?:起|以来|开始|之后)", re.IGNORECASE
)
# Within so many characters beside a year stands what says that it is so since then.
_AROUND = 20
_CLAUSE = re.compile(r"[,;:，；：]|\b(?:before|ehe|bevor)\b")
_AND = re.compile(r"\b(?:and|und)\b|[和与]")
# Among how many sentences one is sought that tells of the year, and how much of what is asked it must hold.
_REACH = 12
_SAME_THING = 0.6


def with_denial(statements: Sequence[Statement], findings: Findings) -> Sequence[Statement]:
    """The statements, first that something was not so in the year for which a question presumes it."""
    year = _presumed_year(findings)
    first = statements[0].quote if year and statements else None
    if first is None or not _may_be_led(statements[0], findings):
        return statements
    near = list(filter(partial(_is_on_it, findings), findings.quotes[:_REACH]))
    denying = _giving_another_place([first, *near], year, findings)
    if denying:
        return _before_the_others(denying, statements, findings)
    if _is_of_another_year(first, year, findings) and not _is_told_of(year, near):
        lead = say("lead_not_in", findings.language, year=year)
        return [replace(statements[0], lead=lead), *statements[1:]]
    return statements


def _before_the_others(
    denying: Quote, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """The sentence that denies it, and what was told."""
    led = Statement(denying, say("not_so", findings.language))
    others = [its for its in statements if its.quote and its.quote.text != denying.text]
    return [led, *(replace(its, lead="") for its in others)]


def _giving_another_place(quotes: Sequence[Quote], year: str, findings: Findings) -> Quote | None:
    """The first sentence that gives another place for a year than the presumed, where none gives that."""
    place = _presumed_place(findings.query.text)
    if not place:
        return None
    bearing = _with_a_part(quotes, year, partial(_is_it, place))
    denying = _with_a_part(quotes, year, partial(_is_another, place))
    is_borne_out = any(_is_of_them(quote, findings) for quote in bearing)
    return denying[0] if denying and not is_borne_out else None


def _with_a_part(quotes: Sequence[Quote], year: str, is_such: Callable[[str], bool]) -> list[Quote]:
    """The sentences of which a part that tells of a year is such."""
    return [quote for quote in quotes if any(map(is_such, _parts_of(quote.text, year)))]


def _presumed_year(findings: Findings) -> str:
    """The one year of a question that presumes something; empty where there is none."""
    query = findings.query
    years = set(_YEAR.findall(query.text))
    presumes = presumes_an_event(query) and "time" not in query.types
    return years.pop() if presumes and query.curated and len(years) == 1 else ""


def _may_be_led(first: Statement, findings: Findings) -> bool:
    """Whether nothing is said before a sentence yet, but that it gives no reason."""
    is_bare = first.lead in ("", say("no_reason", findings.language))
    return is_bare and not first.is_refusal


def _presumed_place(text: str) -> int:
    """The place of a row that is presumed; 0 where none is."""
    place = asked_place(text)
    return place if place > 1 or presumes_the_first(text) else 0


def _is_of_them(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names none before those of whom it is presumed: who is fifth is led by another."""
    return all(leads(name, quote, findings) for name in findings.query.proper_names)


def _is_another(place: int, part: str) -> bool:
    """Whether a part of a sentence gives another place, or denies this one."""
    told = told_places(part)
    if NOT.search(part):
        return _gives(part, place)
    return bool(told and place not in told) or (place > 1 and _gives(part, 1))


def _is_it(place: int, part: str) -> bool:
    """Whether a part of a sentence gives just that place."""
    return _gives(part, place) and not NOT.search(part)


def _gives(part: str, place: int) -> bool:
    told = told_places(part)
    return place in told if place > 1 else presumes_the_first(part) and not told


def _parts_of(text: str, year: str) -> Iterator[str]:
    """The parts of a sentence that tell of one year, and no other."""
    for clause in _CLAUSE.split(text):
        is_of_several = len(set(_YEAR.findall(clause))) > 1
        for part in _AND.split(clause) if is_of_several else [clause]:
            if set(_YEAR.findall(part)) == {year}:
                yield part


def _is_on_it(findings: Findings, quote: Quote) -> bool:
    """Whether a sentence, not the audit's, names all that a question does, and holds most of the rest; of a
    row the names tell which is meant."""
    query = findings.query
    if is_verdict(quote) or query.names_held(f"{quote.passage.title} {quote.text}") < 1.0:
        return False
    is_of_a_row = bool(_presumed_place(query.text)) and len(query.names) > 1
    return is_of_a_row or _share_held(quote, findings) >= _SAME_THING


def _share_held(quote: Quote, findings: Findings) -> float:
    """The share of the words of a question, without its rank and year, that a sentence holds."""
    text = _YEAR.sub(" ", without_rank(findings.query.text))
    asked = set(terms.query_words(text, findings.language)) & set(findings.query.terms_beside_names)
    held = set(terms.words(quote.text_in_context, findings.language))
    return len(asked & held) / len(asked) if asked else 1.0


def _is_of_another_year(quote: Quote, year: str, findings: Findings) -> bool:
    """Whether a sentence tells the thing itself of years, of which that is none, nor lies between them or
    after the one since which it is so."""
    told = sorted(map(int, _YEAR.findall(quote.text)))
    is_dated = bool(_YEAR.search(without_report(quote.text)))
    if not is_dated or told[0] <= int(year) <= told[-1]:
        return False
    is_since = any(_is_since(match, quote.text) for match in _YEAR.finditer(quote.text))
    is_earlier = told[-1] < int(year)
    return not (is_since and is_earlier) and _is_on_it(findings, quote)


def _is_since(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - _AROUND) : match.start()]
    return bool(_SINCE.search(before) or _SINCE.search(text[match.end() : match.end() + _AROUND]))


def _is_told_of(year: str, near: Sequence[Quote]) -> bool:
    """Whether a sentence on the matter tells of a year."""
    return any(year in quote.text for quote in near)
