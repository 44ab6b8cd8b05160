"""Which of several has more, or less: the name comes first, where the sentences tell the place or the number of
each: "Beijing: By money raised, Beijing ranked first, Shanghai second …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from ...language.asked_rank import MORE, asked_aim, asked_beside, asked_place
from ...retrieval.query import QueryName
from ...retrieval.selection import Quote
from ..statements import Findings, Statement, naming, quotes_of
from . import ranking
from .earlier import first_or_last
from .told_leader import who_is_ahead
from .told_numbers import ToldNumber, counts_in

# What asks for the better of several, and for the lesser.
_BETTER = re.compile(
    r"\b(?:better|stronger|ahead|wins?|larger|bigger)\b|\b(?:besser|stärker|gewinnt|vorn)\w*|更[强好大高多]|[强好高](?=$|[？?])",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(?:fewer|less|smaller|lower|worse|weaker)\b|\b(?:weniger|kleiner|niedriger|geringer|schlechter|schwächer)\b|更[少小低弱差]|[少小低弱](?=$|[？?])",
    re.IGNORECASE,
)
# What stands between an owner and its thing.
_OWNING = ("'s", "’s", "的", "")
# What asks for one of them, and what is asked of them else than how much.
_WHICH = re.compile(
    r"\b(?:which|who|whose)\b|\b(?:welche[rsnm]?|wer|wessen)\b|\bwas ist\b|谁|哪", re.IGNORECASE
)
_ASKS_ELSE = frozenset({"reason", "truth", "time"})
# Place of a row → how a sentence tells it of a name before.
_PLACES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bfirst\b|\bersten?r?\b|第一|居首|首位",
        r"\bsecond\b|\bzweiten?r?\b|第二",
        r"\bthird\b|\bdritten?r?\b|第三",
        r"\bfourth\b|\bvierten?r?\b|第四",
    )
)
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
# Within how many characters a sentence names the winner, to open with it.
_OPENING = {"en": 16, "de": 16, "zh": 6}


def with_winner(statements: Sequence[Statement], findings: Findings) -> Sequence[Statement]:
    """The statements, the one of the winner first, and its name before a sentence that opens otherwise."""
    is_led = any(its.lead for its in statements)
    if is_led:
        return statements
    dated = first_or_last(quotes_of(statements), findings)
    if dated:
        by_date, quote = dated
        return _winner_first(by_date, [Statement(quote)], findings)
    if not _is_asked(findings):
        return statements
    winner = _winner(statements, findings)
    return _winner_first(winner, statements, findings) if winner else statements


def _winner(statements: Sequence[Statement], findings: Findings) -> QueryName | None:
    """Who of the sides has most, or least, by the sentences that are told."""
    names = _without_owners(ranking.named_sides(findings), findings)
    quotes = quotes_of(statements)
    if len(names) < 2:
        return None
    by_count = _by_places(names, quotes, findings) or _by_numbers(names, quotes, findings)
    return by_count or _by_words(names, quotes, findings)


def _without_owners(names: Sequence[QueryName], findings: Findings) -> list[QueryName]:
    """The sides but for whom a question names only as another's owner: "Huawei's Pangu"."""
    text = findings.query.text
    mentions = findings.index.glossary.mentions(text)
    owners = [
        first.name
        for first, second in pairwise(mentions)
        if text[first.end : second.start].strip() in _OWNING
    ]
    return [name for name in names if name.name not in owners]


def _is_asked(findings: Findings) -> bool:
    """Whether a question asks which of some has more, or less."""
    text = findings.query.text
    if findings.query.types & _ASKS_ELSE or not _WHICH.search(text):
        return False
    # Who is second, or next, is no winner.
    is_of_place = asked_place(text) > 1 or asked_beside(text) != 0
    return not is_of_place and _says_more(text)


def _says_more(text: str) -> bool:
    """Whether a question wants the one with more, or less, of something."""
    signs = (MORE, _BETTER, _LESSER)
    return asked_aim(text) != "plain" or any(sign.search(text) for sign in signs)


def _wants_least(findings: Findings) -> bool:
    text = findings.query.text
    return asked_aim(text) == "least" or bool(_LESSER.search(text))


def _winner_first(
    winner: QueryName, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """The first statement that names the winner, then the others."""
    language = findings.language
    places = [_place_of(winner, its.quote, findings) if its.quote else -1 for its in statements]
    first = next((number for number, place in enumerate(places) if place >= 0), -1)
    if first < 0:
        return statements
    opens = places[first] < _OPENING[language]
    lead = "" if opens else naming(winner.name.names[language], language)
    led = replace(statements[first], lead=lead)
    return [led, *statements[:first], *statements[first + 1 :]]


def _place_of(name: QueryName, quote: Quote, findings: Findings) -> int:
    return ranking.first_place(name, quote.text, findings)


# Places


def _by_places(
    names: Sequence[QueryName], quotes: Iterable[Quote], findings: Findings
) -> QueryName | None:
    """Whom the first sentence that gives all a place puts before the others, or behind them."""
    for quote in quotes:
        told = [_place_told(name, quote, findings) for name in names]
        if all(told) and len(set(told)) == len(told):
            wanted = max(told) if _wants_least(findings) else min(told)
            return names[told.index(wanted)]
    return None


def _place_told(name: QueryName, quote: Quote, findings: Findings) -> int:
    """The place that a sentence gives a name right after it, before another; 0 where it gives none."""
    start = _place_of(name, quote, findings)
    behind = _up_to_the_next(name, start, quote, findings) if start >= 0 else ""
    found = [place for place, words in enumerate(_PLACES, 1) if words.search(behind)]
    return found[0] if found else 0


def _up_to_the_next(name: QueryName, start: int, quote: Quote, findings: Findings) -> str:
    """What stands from a name to the next of its kind."""
    mentions = findings.index.glossary.mentions(quote.text)
    ends = (m.start for m in mentions if m.name.kind == name.name.kind and m.start > start)
    return quote.text[start : next(ends, len(quote.text))]


# Words


def _by_words(
    names: Sequence[QueryName], quotes: Sequence[Quote], findings: Findings
) -> QueryName | None:
    """Whom of two the only sentence puts before the other, or behind it."""
    if len(quotes) != 1 or len(names) != 2:
        return None
    text = quotes[0].text
    mentions = findings.index.glossary.mentions(text)
    ahead = who_is_ahead(text, mentions, [name.name for name in names])
    by_order = sorted(names, key=lambda name: name.name is not ahead)
    wanted = by_order[-1] if _wants_least(findings) else by_order[0]
    return wanted if ahead else None


# Numbers


def _by_numbers(
    names: Sequence[QueryName], quotes: Sequence[Quote], findings: Findings
) -> QueryName | None:
    """Whose number is the largest, or the smallest, where each has one, of one unit and thing."""
    sizes: dict[str, Fraction] = {}
    things: set[str] = set()
    for quote in quotes:
        for name, number in _numbers_in(quote, names, findings):
            sizes.setdefault(name.name.names["en"], number.number.value)
            things.add(number.number.unit or _counted(number, quote))
    # What ends a sentence counts what was counted before.
    are_of_one = len(things - {""}) < 2 and len(set(sizes.values())) == len(names)
    if not are_of_one or len(sizes) < len(names):
        return None
    best = (min if _wants_least(findings) else max)(sizes, key=sizes.__getitem__)
    return next(name for name in names if name.name.names["en"] == best)


def _numbers_in(
    quote: Quote, names: Sequence[QueryName], findings: Findings
) -> list[tuple[QueryName, ToldNumber]]:
    """The numbers that a sentence gives those of the names that it has; nothing where it may give one more
    than one."""
    named = [name for name in names if _place_of(name, quote, findings) >= 0]
    counted = [one for one in counts_in(quote) if one.is_in_digits]
    if len(counted) == 1:
        return _of_the_nearest(counted[0], named, quote, findings)
    numbers = ranking.numbers_of(named, quote, findings)
    said = findings.index.glossary.found_in(quote.text)
    kinds = [name.kind for name in said]
    is_plain = bool(numbers) and len(counted) <= kinds.count(named[0].name.kind)
    return list(zip(named, numbers, strict=True)) if is_plain else []


def _of_the_nearest(
    number: ToldNumber, named: Sequence[QueryName], quote: Quote, findings: Findings
) -> list[tuple[QueryName, ToldNumber]]:
    """The only number of a sentence, and the name that stands next before it."""
    before = [name for name in named if _place_of(name, quote, findings) < number.start]
    nearest = max(before, key=lambda name: _place_of(name, quote, findings), default=None)
    return [(nearest, number)] if nearest else []


def _counted(number: ToldNumber, quote: Quote) -> str:
    """The word after a number in a sentence: what it counts."""
    word = _NEXT_WORD.match(quote.text, number.end)
    return word[1].casefold() if word else ""
