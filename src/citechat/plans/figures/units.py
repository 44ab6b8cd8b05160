"""A number wanted in another unit: what arithmetic can change (万, 亿, million, billion, P and EFLOPS), it
changes; in another currency it stays as the documents give it, and the answer says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ...language.answer_types import asks_openly, asks_whether
from ...language.number_format import exact, magnitude, plain
from ...messages import say
from ...retrieval.selection import Quote
from ...verification.number_grammars import CURRENCIES
from ...verification.numerals import Number, numbers_in, years_in
from .. import fact
from ..quotes import is_near
from ..same_matter import is_same_matter
from ..statements import Findings, Statement
from . import compared
from .told_numbers import told_numbers
from .wished_unit import CURRENCIES_CALLED, Wish, read_wish

_COMPUTE_FACTORS = {"EFLOPS": 1000, "PFLOPS": 1}
_MONEY = {
    "yuan": {"en": " yuan", "de": " Yuan", "zh": "元"},
    "dollars": {"en": " dollars", "de": " Dollar", "zh": "美元"},
    "euros": {"en": " euros", "de": " Euro", "zh": "欧元"},
}
# How many of the best quotes are looked at for a sum in the wished currency.
_REACH = 8
# So many numbers of a sentence are told in the wished unit.
_EQUATIONS = 3
# A magnitude is wished of large numbers only: not of percentages and years.
_SMALLEST = 10_000

Found = tuple[str, Number]
"""A number as a sentence writes it, and its value."""


def statements(findings: Findings) -> Sequence[Statement]:
    """The number as it stands, with what it is in the unit that the question wishes."""
    language = findings.language
    wish = read_wish(findings.asked, language)
    if not wish or findings.parts or not findings.quotes:
        return ()
    # "Is that more than Norden has?" asks for no number.
    if not asks_openly(findings.asked, language) and asks_whether(findings.asked, language):
        return ()
    given = _given(findings)
    findings = replace(findings, quotes=_giving_first(given, findings))
    preferred = _in_currency(wish.currency, findings)
    if preferred:
        return [Statement(preferred)]
    first = _as_it_stands(findings)[0]
    if first.quote is None:
        return ()
    numbers = _numbers(first.quote)
    stands_so = bool(wish.compute) and wish.compute in {number.unit for _, number in numbers}
    meant = () if stands_so else _those_meant(first, numbers, given)
    changed = _converted(wish, meant, language)
    other = _other_currency(wish, numbers, language)
    if not (changed or other):
        return ()
    if changed:
        # The answer opens with what was asked for.
        lead = say("in_other_units", language, number=_told(changed, language))
        gap = "" if language == "zh" else " "
        first = replace(first, lead=f"{lead}{gap}{first.lead}".rstrip())
    return [first, *other]


def of_the_table(findings: Findings) -> Sequence[Statement]:
    """What the table of figures answers, in the unit that is wished, although no sentence seemed to
    answer: asked only where the figures explain every word of the question."""
    of_figures = compared.statements(findings) if findings.quotes else ()
    in_wished_unit = statements(findings) if of_figures else ()
    return in_wished_unit or of_figures


def of_given(findings: Findings) -> Sequence[Statement]:
    """Computing power that the question itself gives, in the unit that it wishes, by a sentence that
    gives it, too: so much is an answer even where the documents seemed to have none."""
    given = _given(findings)
    holding = (number.value in given for quote in findings.quotes for _, number in _numbers(quote))
    return statements(findings) if given and any(holding) else ()


def _told(changed: Sequence[tuple[str, str]], language: str) -> str:
    """The number in the wished unit; of several, each after what it is in the sentence."""
    if len(changed) == 1:
        return changed[0][1]
    equations = dict.fromkeys(f"{before} = {after}" for before, after in changed[:_EQUATIONS])
    return ("；" if language == "zh" else "; ").join(equations)


def _given(findings: Findings) -> set[Fraction]:
    """The computing power that a question itself gives, to be told in another unit."""
    numbers = numbers_in(findings.query.text, findings.language)
    return {number.value for number in numbers if number.unit in _COMPUTE_FACTORS}


def _giving_first(given: set[Fraction], findings: Findings) -> tuple[Quote, ...]:
    """The quotes, those near the best first that hold a number which the question gives."""
    best = findings.quotes[0]

    def holds(quote: Quote) -> bool:
        return is_near(quote, best) and any(n.value in given for _, n in _numbers(quote))

    return tuple(sorted(findings.quotes, key=lambda quote: not holds(quote)))


def _those_meant(
    first: Statement, numbers: Sequence[Found], given: set[Fraction]
) -> Sequence[Found]:
    """The numbers of a quote that the question gives, or that are figures of the answer, where it
    holds such."""
    values = set(given)
    for figure in first.figures:
        values |= {Fraction(figure.value), Fraction(magnitude(figure.value, figure.unit))}
    meant = [(surface, number) for surface, number in numbers if number.value in values]
    return meant or numbers


def _as_it_stands(findings: Findings) -> list[Statement]:
    findings = replace(findings, quotes=_of_the_time_first(findings))
    return list(compared.statements(findings, number_asked=True) or fact.statements(findings))


def _of_the_time_first(findings: Findings) -> tuple[Quote, ...]:
    """The quotes, those near the best first that give a number for a time which the question names."""
    wanted = years_in(findings.query.text, findings.language)
    best = findings.quotes[0]

    def fits(quote: Quote) -> bool:
        dated = wanted & years_in(f"{quote.passage.title} {quote.text}", findings.language)
        return is_near(quote, best) and bool(dated and _numbers(quote))

    if not wanted or fits(best):
        return findings.quotes
    return tuple(sorted(findings.quotes, key=lambda quote: not fits(quote)))


# Another currency


def _in_currency(currency: str, findings: Findings) -> Quote | None:
    """A sentence near the best that gives the matter in the wished currency, should the best not."""
    best = findings.quotes[0]
    if currency not in CURRENCIES or _gives(best, currency):
        return None
    for quote in findings.quotes[1:_REACH]:
        is_alternative = is_near(quote, best) and is_same_matter(best, quote)
        if is_alternative and _gives(quote, currency):
            return quote
    return None


def _gives(quote: Quote, currency: str) -> bool:
    return any(number.unit == currency for _, number in _numbers(quote))


def _other_currency(wish: Wish, numbers: Sequence[Found], language: str) -> list[Statement]:
    """That the documents name no sum in the wished currency, where the quote gives another."""
    given = [number.unit for _, number in numbers if number.unit in CURRENCIES]
    if not wish.currency or not given or wish.currency in given:
        return []
    words = {
        "given": CURRENCIES_CALLED[given[0]][1][language],
        "asked": CURRENCIES_CALLED[wish.currency][1][language],
    }
    return [Statement(lead=say("no_such_currency", language, **words))]


# Arithmetic


def _converted(wish: Wish, numbers: Sequence[Found], language: str) -> list[tuple[str, str]]:
    """(as it is written, in the wished magnitude) of the numbers that do not stand so."""
    changed = [(surface, _changed(surface, number, wish, language)) for surface, number in numbers]
    return [(before, after) for before, after in changed if after]


def _changed(surface: str, number: Number, wish: Wish, language: str) -> str:
    """A number in the wished magnitude; empty where it has that already, or cannot have it."""
    if number.unit in _COMPUTE_FACTORS:
        if not wish.compute or number.unit == wish.compute:
            return ""
        value = number.value * _COMPUTE_FACTORS[number.unit] / _COMPUTE_FACTORS[wish.compute]
        return f"{plain(exact(value), language)} {wish.compute}"
    countable = not number.unit or number.unit in CURRENCIES
    if not wish.factor or not countable or number.value < _SMALLEST:
        return ""
    if _has_magnitude(surface, wish.word, language):
        return ""
    unit = _MONEY[number.unit][language] if number.unit else ""
    return f"{plain(exact(number.value / wish.factor), language)}{wish.word}{unit}"


def _has_magnitude(surface: str, word: str, language: str) -> bool:
    """Whether a number is written with a magnitude: 亿 in "3000亿元", but not in "1万亿元"."""
    words = re.findall(r"万亿|亿|万|[^\W\d_]+", surface)
    if language == "zh":
        return word in words
    # One "Milliarde", two "Milliarden".
    return any(word.strip().startswith(found.rstrip("en")) for found in words if len(found) > 3)


def _numbers(quote: Quote) -> list[Found]:
    """The numbers of a quote as they are written, and their values."""
    return [(one.written, one.number) for one in told_numbers(quote)]
