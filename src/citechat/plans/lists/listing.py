"""A question for a list: the sentence that enumerates, and those after it that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from citechat_ingest import Name

from ...language import terms
from ...language.asked_rank import MORE, asked_aim
from ...language.enumerated import (
    BESIDES,
    asked_count,
    count_words,
    is_second_half,
    items,
    tells_some,
)
from ...language.enumerated import rows as rows_in
from ...retrieval.asked.attribute import asks_for_the_method
from ...retrieval.query import Query, uses_all
from ...retrieval.selection import Quote
from ...verification.facts import names_in
from ..audit_verdicts import is_verdict, tells_both, verdict_on, with_verdict
from ..first_quote import is_held_far_less
from ..quotes import following, holds, missing_terms
from ..statements import Findings, Statement

# What a sentence says that adds to the one before it.
_ADDS = re.compile(
    r"\b(?:as well|also|too)\b|\b(?:auch|ebenfalls|ebenso|gleichfalls)\b|[也亦]|同样", re.IGNORECASE
)
# Kind of place → what asks for all places of that kind.
_PLACES = {
    "city": re.compile(
        r"\b(?:which|what) (?:other |chinese )?cities\b|\bwelche (?:anderen |chinesischen )?städte\b|哪些城市|哪几[个座]城市",
        re.IGNORECASE,
    ),
    "province": re.compile(
        r"\b(?:which|what) (?:other |chinese )?provinces\b|\bwelche (?:anderen |chinesischen )?provinzen\b|哪些省|哪几个省",
        re.IGNORECASE,
    ),
}
_ASKS = re.compile("哪[些几]")
# What asks for one alone: a list does not go on after the sentence that has it.
_ASKS_FOR_ONE = re.compile(
    r"\b(?:which|what) (?:[a-z]+ )?(?:city|province|company|firm|university|model|app)\b"
    r"|\bwelche[srm]? (?:[a-zäöüß]+ )?(?:Stadt|Provinz|Firma|Universität|Hochschule|App)\b"
    r"(?! (?:sind|waren|haben|hatten|liegen|stehen))"
    r"|哪一?[个座家所款]",
    re.IGNORECASE,
)
# A row that leaves out those whom it names.
_LEAVES_OUT = re.compile(r"\b(?:without|ohne)\b|除去", re.IGNORECASE)
_WORD = re.compile(r"\s*\w+")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# Long lists go on in the next sentences; further on, another list begins.
_REACH = 2
# How far below the best a sentence may lie and still open the answer because it enumerates.
_NEAR = 1.5
# Among how many of the best it is looked for.
_FIRST = 6


def statements(findings: Findings) -> Sequence[Statement]:
    """The enumerating sentence first, then its continuation."""
    if "list" not in findings.query.types or findings.parts:
        return ()
    if asks_for_the_method(findings.query):
        return ()
    first = _enumerating(findings)
    if first is None:
        return ()
    before = _opening(first, findings)
    asks_for_one = bool(_ASKS_FOR_ONE.search(findings.query.text))
    if before and asks_for_one and is_second_half(first.text):
        return [Statement(before)]
    quotes = [before, first] if before else [first]
    # "Among the six speakers": so many are still to be told.
    wanted = (
        asked_count(findings.query.text) or asked_count(first.text) or _told_count(first, findings)
    )
    for quote in following(first, _REACH):
        told = sum(items(before.text) for before in quotes)
        is_all = 0 < wanted <= told or (not wanted and asks_for_one)
        if not is_all and holds(quote, "list") and _goes_on(quotes, quote, findings):
            quotes.append(quote)
    others = _of_further_places(first, findings)
    judged = None if others else verdict_on(first, findings.index)
    quotes += others
    if judged:
        quotes.append(judged)
    return [Statement(quote) for quote in quotes[: findings.max_sentences]]


def _told_count(first: Quote, findings: Findings) -> int:
    """How many there are by another sentence near the best, where a row has just as many: it is all of them
    then, and what the sentence after it adds is of others. 0 where none counts them so."""
    if tells_some(first.text):
        return 0
    told = items(first.text)
    sizes = {told, len(_items(first, findings))}
    near = [quote for quote in findings.quotes[:_FIRST] if _names_asked(quote, findings)]
    is_counted = any(asked_count(quote.text) in sizes - {0} for quote in near)
    return told if is_counted else 0


def _of_further_places(first: Quote, findings: Findings) -> list[Quote]:
    """Where cities or provinces are asked for and the first sentence tells of one, the best sentence
    for each other one: it opens with that place, and holds as much of what is asked."""
    query, kind = findings.query, _kind_of_place(findings.query.text)
    told = set(_places(first, kind, findings))
    if len(told) != 1 or not query.names or _ranks_or_counts(query.text):
        return []
    missing = _missing_beside(kind, first, findings)
    further: list[Quote] = []
    for quote in findings.quotes:
        places = _places(quote, kind, findings)
        is_of_another = len(places) == 1 and told.isdisjoint(places) and not tells_both(quote)
        holds_as_much = _missing_beside(kind, quote, findings) <= missing
        if is_of_another and holds_as_much and _names_asked(quote, findings):
            further.append(replace(quote, opens=quote.number))
            told.update(places)
    return further


def _missing_beside(kind: str, quote: Quote, findings: Findings) -> frozenset[str]:
    """The words of a question that a sentence lacks, but for those that ask for such places and, where
    a thing is named, for what is done with it: what one gives out another hands out. Chinese is cut
    into pieces that tell too little: there the names tell."""
    query = findings.query
    asking = _PLACES[kind].search(query.text)
    if findings.language == "zh" or asking is None:
        return frozenset()
    of_a_thing = any(not name.proper for name in query.names)
    deed = _WORD.match(query.text, asking.end()) if of_a_thing else None
    beside = f"{asking.group()} {deed.group() if deed else ''}"
    return missing_terms(query, [quote]).difference(terms.words(beside, query.language))


def _kind_of_place(question: str) -> str:
    """The kind of place of which a question asks for all; empty where it does not."""
    return next((kind for kind, pattern in _PLACES.items() if pattern.search(question)), "")


def _ranks_or_counts(question: str) -> bool:
    """Whether a question asks for places that are more, or the most, or so many."""
    compares = bool(MORE.search(_ASKS.sub(" ", question)))
    return compares or asked_aim(question) != "plain" or any(map(str.isdigit, question))


def _places(quote: Quote, kind: str, findings: Findings) -> list[str]:
    """The places of a kind that a sentence names, by their English names."""
    kinds = findings.index.figures.kinds
    mentions = names_in(quote.text, findings.language, findings.index.glossary)
    named = dict.fromkeys(mention.name.names["en"] for mention in mentions)
    return [name for name in named if kind and kinds.get(name) == kind]


def counted(findings: Findings) -> Sequence[Statement]:
    """The same where nothing else vouches for an answer: the first sentence near the best that
    enumerates just as many as are asked for, of all the names and years that are asked about."""
    wanted = asked_count(findings.query.text)
    if not wanted or not findings.query.names:
        return ()

    def lists_them(quote: Quote) -> bool:
        is_of_them = _names_asked(quote, findings) and _names_years(quote, findings)
        return is_of_them and items(quote.text) == wanted and not is_second_half(quote.text)

    first = next(filter(lists_them, findings.quotes[:_FIRST]), None)
    return with_verdict(_alone(first, findings), findings) if first else ()


def _goes_on(told: Sequence[Quote], quote: Quote, findings: Findings) -> bool:
    """Whether a sentence adds items to the list, where the glossary knows the items: it must name
    new ones of their kind, and hold what is asked of them."""
    listed: list[Name] = []
    for before in told:
        listed += _items(before, findings)
    if not listed:
        return True
    kinds = {name.kind for name in listed}
    if kinds == {"concept"}:
        return False
    added = _items(quote, findings)
    new = [name for name in added if name not in listed]
    if kinds.isdisjoint(name.kind for name in new):
        return False
    missing = missing_terms(findings.query, [quote]) - missing_terms(findings.query, told[:1])
    # Where some are still to be told, the second half of a list need not say again of what it is one.
    is_counted = asked_count(findings.query.text) or asked_count(told[0].text)
    may_say_less = is_counted > 0 and _names_asked(quote, findings)
    return may_say_less or not missing


def _opening(quote: Quote, findings: Findings) -> Quote | None:
    """The sentence before a row that only goes on with it, or adds to it: "Zeeb and Yard as well"."""
    stands_alone = 0 < quote.opens == quote.number and not is_verdict(quote)
    if not stands_alone:
        return None
    before = replace(quote, number=quote.number - 1, opens=quote.number - 1)
    is_part = _is_first_half if is_second_half(quote.text) else _is_added_to
    return before if is_part(before, quote, findings) else None


def _is_first_half(before: Quote, _: Quote, findings: Findings) -> bool:
    """Whether a sentence enumerates, too, of the year that is asked about."""
    return holds(before, "list") and _names_years(before, findings)


def _is_added_to(before: Quote, quote: Quote, findings: Findings) -> bool:
    """Whether a row adds to a sentence that speaks of all names that are asked about."""
    named = findings.query.names_held(f"{quote.passage.context} {before.text}")
    adds = bool(_ADDS.search(quote.text)) and named == 1.0
    return adds and _tells_new(before, quote, findings)


def _tells_new(before: Quote, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names something of the kind that a row lists, and that the row has not."""
    listed = _items(quote, findings)
    kinds = {name.kind for name in listed}
    named = findings.index.glossary.found_in(before.text)
    asked = [name.name for name in findings.query.names]
    return any(name.kind in kinds and name not in (*listed, *asked) for name in named)


def _names_asked(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence uses every name that is asked about."""
    return uses_all(quote.text, findings.query.names, findings.language)


def _items(quote: Quote, findings: Findings) -> list[Name]:
    """The names that a sentence enumerates: of the kind that it has most of, those asked left out."""
    asked = [name.name for name in findings.query.names]
    mentioned = findings.index.glossary.found_in(quote.text)
    others = [name for name in mentioned if name not in asked]
    alike = _of_one_kind(others)
    return alike if len(alike) > 1 else []


def _of_one_kind(names: Sequence[Name]) -> list[Name]:
    """The names of the kind that most of them have."""
    kinds = [name.kind for name in names]
    common = max(kinds, key=kinds.count, default="")
    return [name for name in names if name.kind == common]


def _enumerating(findings: Findings) -> Quote | None:
    """The first quote near the best that enumerates; or one that holds as much of what is asked in
    a longer row, or in one of as many as are asked for. Of two as long the audit's gives way: it
    weighs a list, and gives none."""
    rows = _rows_near(findings)
    if not rows:
        return None
    of_the_names = [quote for quote in rows if _names_asked(quote, findings)] or rows
    whole = _the_whole(of_the_names, findings)
    if whole:
        return whole
    of_the_time = [_alone(quote, findings) for quote in _of_the_time(of_the_names, findings)]
    fitting = _fitting(of_the_time, findings)
    return min(fitting, key=lambda q: (is_second_half(q.text), _off(q, findings), is_verdict(q)))


def _rows_near(findings: Findings) -> list[Quote]:
    """The quotes near the best that enumerate."""
    quotes = _telling_of_those_named(findings)
    near = filter(partial(_is_near, quotes[0], findings.query), quotes[:_FIRST])
    # "Six entrepreneurs spoke." names none of them; the sentence after it does.
    return [quote for quote in (*near, *following(quotes[0], 1)) if _lists(quote, findings)]


def _is_near(best: Quote, query: Query, quote: Quote) -> bool:
    return quote.score >= best.score - _NEAR and not is_held_far_less(quote, best, query)


def _lists(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence enumerates; two names with "and" between them are a list of those asked."""
    if holds(quote, "list"):
        return True
    return _names_asked(quote, findings) and bool(rows_in(quote.text, findings.index.glossary))


def _telling_of_those_named(findings: Findings) -> Sequence[Quote]:
    """The quotes but for those that leave out whom they name, which a question for the others asks
    for: "without Norden, three are left"."""
    if BESIDES.search(findings.query.text):
        return findings.quotes
    telling = [quote for quote in findings.quotes if not _LEAVES_OUT.search(quote.text)]
    return telling or findings.quotes


def _of_the_time(rows: Sequence[Quote], findings: Findings) -> Sequence[Quote]:
    """The rows that name the years asked about; all of them where none does."""
    return [quote for quote in rows if _names_years(quote, findings)] or rows


def _the_whole(rows: Sequence[Quote], findings: Findings) -> Quote | None:
    """The row that names all of which a row of the years asked about names some, and as many as a sentence of
    these years counts: "six spoke", "Ada and Bo were among the six". It need not name the years itself."""
    counts = _counts_of_the_years(findings)
    parts = [row for row in rows if _names_years(row, findings)]

    def is_whole(row: Quote) -> bool:
        holds_a_part = any(_holds_more(row, part, findings) for part in parts)
        return holds_a_part and len(_items(row, findings)) in counts

    whole = next(filter(is_whole, rows), None)
    return _alone(whole, findings) if whole else None


def _counts_of_the_years(findings: Findings) -> set[int]:
    """How many the best sentences of the years asked about count."""
    near = (quote for quote in findings.quotes[:_FIRST] if _names_years(quote, findings))
    return {asked_count(quote.text) for quote in near}


def _holds_more(row: Quote, part: Quote, findings: Findings) -> bool:
    """Whether a row names all that another one does, and more."""
    own, named = _items(row, findings), _items(part, findings)
    is_held = all(name in own for name in named)
    return is_held and 0 < len(named) < len(own)


def _names_years(quote: Quote, findings: Findings) -> bool:
    years = _YEAR.findall(findings.query.text)
    return all(year in quote.text for year in years)


def _alone(quote: Quote, findings: Findings) -> Quote:
    """A sentence without the one before it, where that holds nothing that is asked."""
    alone = replace(quote, opens=quote.number)
    if _opens_with_another_place(quote, findings):
        return alone
    adds_nothing = missing_terms(findings.query, [alone]) == missing_terms(findings.query, [quote])
    return alone if adds_nothing else quote


def _opens_with_another_place(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names the place that is asked about, and the one before it only others: "Four are in
    Norden. Zeeb and Yard belong to Southam."."""
    sentence = quote.passage.sentence(quote.number)
    asked = _named_places(findings.query.text, findings)
    before = _named_places(quote.text.removesuffix(sentence), findings)
    is_elsewhere = bool(before) and before.isdisjoint(asked)
    return bool(asked) and is_elsewhere and asked <= _named_places(sentence, findings)


def _named_places(text: str, findings: Findings) -> set[str]:
    """The places that a text names, by their English names."""
    named = names_in(text, findings.language, findings.index.glossary)
    return {mention.name.names["en"] for mention in named if mention.name.kind == "place"}


def _fitting(rows: Sequence[Quote], findings: Findings) -> list[Quote]:
    """The rows that hold as much of what is asked as the first: how many are asked for is
    counted, and single Chinese characters tell too little."""
    counting = terms.query_words(count_words(findings.query.text), findings.language)
    if findings.language == "zh":
        counting += [term for term in findings.query.terms["words"] if len(term) == 1]

    def lacks(quote: Quote) -> int:
        return len(missing_terms(findings.query, [quote]).difference(counting))

    return [quote for quote in rows if lacks(quote) <= lacks(rows[0])]


def _off(quote: Quote, findings: Findings) -> int:
    """How far a sentence's row is from what is asked: from so many, or from as many as can be."""
    wanted, told = asked_count(findings.query.text), items(quote.text)
    return abs(told - wanted) if wanted else -told
