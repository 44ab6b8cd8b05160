"""A question that presumes what the documents say of another: "Why is Shanghai the capital of manufacturing?".

Only questions that presume (why, when) are held against this: "How many … does Guangzhou have?" presumes
nothing, and what another city has is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Name

from ..index.opening import Index
from ..language import terms
from ..messages import say
from ..retrieval.query import Query, QueryName
from ..retrieval.selection import Quote
from .statements import Findings, Statement

_KINDS = frozenset({"place", "company", "person", "university"})
# How much of what is asked beside the name the sentence must hold to speak of the same thing.
_SAME_THING = 0.75
_SAME_WITH_NUMBER = 0.5
_REACH = 6
# For how many names a question is looked up without the name.
_DOUBTED = 2
# What asks how something came about presumes that it did, as why does.
_HOW_COME = re.compile(
    r"\bhow (?:come|did|could|was|were|is it|has|have)\b|\bwhat (?:made|makes|led|turned|drove|brought)\b|\bsince when\b"
    r"|\bwie (?:kam|kommt|konnte|wurde|hat|ist es)\b|\bwodurch\b|\bseit wann\b|\bwas (?:machte|führte|brachte)\b"
    r"|怎么(?:就|会|能|成|做到)|如何(?!看|评)|凭什么|靠什么|从什么时候",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Is Guangzhou the capital of manufacturing?", in a question or as "…, right?".
_TITLE = re.compile(
    r"(?:是|称为|叫)(?:中国的?|全国的?)?(?P<zh>\w{1,8}(?:之都|之城|高地|中心|大脑|根基|窗口))"
    r"|\b(?P<en>(?:capital|city|window|cent(?:re|er)) (?:of|for) \w+)"
    r"|\b(?P<de>(?:Hauptstadt|Stadt|Fenster|Zentrum) (?:der|des|für) \w+)",
    re.IGNORECASE,
)
# That something has its seat somewhere, which a sentence says in many words or in none.
_SEATED = re.compile(
    r"\b(?:based|located|headquartered|seated|at home|headquarters|seat)\b"
    r"|\b(?:sitzt|ansässig|beheimatet|sitz|hauptsitz|zu hause)\b|总部设?|设在|位于|落户|坐落",
    re.IGNORECASE,
)


def doubtful_names(query: Query, index: Index) -> Sequence[QueryName]:
    """The names of which the question presumes something, the likeliest to be wrong first."""
    names = [name for name in query.proper_names if _can_be_mistaken(name, index)]
    if _are_of_one_kind(names) or not _presumes(query):
        return ()
    return sorted(names, key=_is_no_place)[:_DOUBTED]


def _can_be_mistaken(name: QueryName, index: Index) -> bool:
    """Whether a name can stand where another should; the country is the place of all."""
    return name.name.kind in _KINDS and place_level(name.name, index) != "country"


def _are_of_one_kind(names: Sequence[QueryName]) -> bool:
    """Whether two of the names are: the question compares them."""
    return len({name.name.kind for name in names}) < len(names)


def _is_no_place(name: QueryName) -> bool:
    return name.name.kind != "place"


def _presumes(query: Query) -> bool:
    if "reason" in query.types or _HOW_COME.search(query.text):
        return True
    # "When was X founded?" presumes nothing; "When did X present Y?" presumes that X did.
    if len(query.proper_names) > 1:
        return "time" in query.types
    title = _TITLE.search(query.text)
    return bool(title and title["zh"])


def presumed_title(query: Query, index: Index) -> str:
    """What a question calls its one name, such as the capital of something; empty where nothing."""
    match = _TITLE.search(query.text)
    is_of_one = len(doubtful_names(query, index)) == 1
    return next(filter(None, match.groups())) if match and is_of_one else ""


def is_in_doubt(name: QueryName, findings: Findings) -> bool:
    """Whether the best sentence is silent about the name that the question presumes something of,
    or about the number that it presumes."""
    first = findings.quotes[0]
    title = presumed_title(findings.query, findings.index)
    if title:
        return not _bears(title, first)
    asked = _presumed_numbers(findings.query.text)
    is_said = _names(first, name, findings.language) and asked <= _numbers(first.text)
    return not is_said or _is_of_other_years(findings.query.text, first.text)


def _bears(title: str, quote: Quote) -> bool:
    return title.casefold() in quote.text.casefold()


def _is_of_other_years(question: str, text: str) -> bool:
    """Whether a text tells of years, and of none that a question is about."""
    asked, said = set(_YEAR.findall(question)), set(_YEAR.findall(text))
    return bool(asked and said) and not asked & said


def correct(name: QueryName, findings: Findings, title: str = "") -> Sequence[Statement]:
    """The sentence that says the same of another, after "Not Shanghai:"; ``findings`` are those for
    the question without the name, and ``title`` is what it calls that."""
    language = findings.language
    for quote in findings.quotes[:_REACH]:
        if _names(quote, name, language) or not _rivals(quote, name, findings):
            continue
        is_same = _bears(title, quote) if title else _is_same_thing(findings.query, quote)
        if is_same:
            lead = say("lead_not", language, name=name.name.names[language])
            return [Statement(quote, lead=lead)]
    return ()


def _presumed_numbers(text: str) -> set[str]:
    """The numbers of a question but for its years, which the sentence need not repeat."""
    return {number for number in _numbers(text) if not _YEAR.fullmatch(number)}


def _numbers(text: str) -> set[str]:
    """The digit groups of a text, without the marks that part thousands."""
    return {re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text)}


def _names(quote: Quote, name: QueryName, language: str) -> bool:
    return name.occurs_in(set(terms.words(quote.text, language)))


def _rivals(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether the sentence speaks of another thing of the name's kind: of another city, not of one
    in the province that is asked about."""
    index = findings.index
    level = place_level(name.name, index)
    others = [
        other
        for other in index.glossary.found_in(quote.text)
        if other.kind == name.name.kind and other is not name.name
    ]
    return any(place_level(other, index) in (level, "") or not level for other in others)


def place_level(place: Name, index: Index) -> str:
    """What kind of place it is, "city" or "province"; empty where the corpus does not tell."""
    kinds = index.figures.kinds
    return next((kinds[s] for s in place.all_spellings if s in kinds), "")


def _is_same_thing(query: Query, quote: Quote) -> bool:
    """Whether a sentence holds most of what is asked, and every number; with a number, half will do."""
    asked = _presumed_numbers(query.text)
    enough = _SAME_WITH_NUMBER if asked else _SAME_THING
    return asked <= _numbers(quote.text) and _share_held(query, quote) >= enough


def _share_held(query: Query, quote: Quote) -> float:
    """The share of the question's words that the sentence, or its heading, holds."""
    asked = terms.query_words(_SEATED.sub(" ", query.text), query.language)
    if not asked:
        return 0.0
    held = set(terms.words(f"{quote.passage.context} {quote.text}", query.language))
    pieces = set(terms.grams(quote.text, query.language))
    shares = [1.0 if term in held else terms.in_pieces(term, pieces) for term in asked]
    return sum(shares) / len(asked)
