"""What a follow-up may be about, from the question before and its answer.

"It" may be what was asked about, or what the answer named: "where did he study?" after "Who founded Acme? – Ann Lee".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citechat_ingest import Glossary, Mention, Name

from ...language.asked_rank import asked_place, place_told_at
from .kinds import CONCEPT, PERSON, kinds_asked_for
from .names import NO_THINGS, each_once, named, only, things, without
from .turns import Turn

_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:who(?:m|se)?|which|name of|called)\b|\bwhat (?!is|are|was|were|does|do|did|share|number"
    r"|value|revenue|price|profit|loss|score|rank|place|position|year|day|month|date|percent\w*|amount|size)\w+"
    r"|\b(?:wer|wem|wen|wessen|welche[rsnm]?(?! (?:wert|anteil|umsatz|gewinn|verlust|preis|betrag|rang|platz|tag|jahr|monat|datum|zeit"
    r"|zahl|summe|höhe|größe|prozent\w*|börsenwert|marktwert|marktanteil|punkt\w*|note)\b)|name[ns]?|heißt|heisst)\b|谁|哪[一]?[家个座所款位]|什么(?:公司|企业|城市|大学|模型|应用)|叫什么|名字",
    re.IGNORECASE,
)
ASKS_FOR_SEVERAL = re.compile(
    r"\b(?:which|what) (?!(?:city|company|firm|province|university|country|one|app|model|place) )"
    r"(?:\w+ )?(?:companies|cities|universities|\w+[^s\W]s)\b|\bwelche \w+(?:en|n)\b|\bare\b|\bsind\b"
    r"|哪些|哪几|都有谁",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how many|wie ?viele|number of|(?:an)?zahl)\b|多少(?![钱元亿万])(?=[\u3400-\u9fff])|几[家个名位款座所笔项]|哪些",
    re.IGNORECASE,
)
# "GPT-4", "H1": a thing by letters and digits, and no quarter of a year, no "mid-2025", no "top-10".
DESIGNATION = re.compile(
    r"(?<![\w.-])(?!Q[1-4]\b|H[12] (?:20)?\d\d|G(?:7|8|20)\b|CO2\b|(?i:mid|early|late|pre|post|top|covid|no)-)"
    r"(?=[A-Za-z-]*\d)[A-Za-z][A-Za-z-]{0,6}(?!(?:19|20)\d\d(?!\d))\d{1,4}(?![\w-])",
    re.ASCII,
)
# "How many Acme chips", "Wie viele Acme-Chips", 多少块极点芯片
_BEFORE_A_NOUN = r"(?:[Hh]ow many|[Ww]hich|[Ww]hat) {0} [a-z]+|\b{0}-[A-ZÄÖÜ][a-zäöü]+|(?:多少|几)[块颗枚张个台款]{0}"
# Who runs it, how many work there: asked of a firm, and of no person.
OF_NO_PERSON = re.compile(
    r"\bwho (?:runs|leads|heads|owns|founded|started|manages|is (?:the|its) (?:head|boss|ceo|chief|founder))\b"
    r"|\b(?:employees|staff|head ?count|people work|work there|work for it|shareholders?|revenue|turnover)\b"
    r"|\bwer (?:leitet|führt|besitzt|gründete|ist (?:der|die) (?:chef\w*|boss|ceo|leiter\w*|gründer\w*))\b"
    r"|\bwer hat (?:es|sie|die|das) gegründet\b"
    r"|\b(?:mitarbeiter\w*|angestellte\w*|beschäftigte\w*|belegschaft|leute arbeiten|umsatz)\b"
    r"|谁(?:在?管|领导|负责|当|掌)|负责人|掌门|(?:CEO|老板|创始人|总裁)(?:是谁|叫)|员工|雇员|营收|收入",
    re.IGNORECASE,
)
# How far before the word that says its place a name may stand: "Osten is second".
_NEAR = 8
# Somebody or something that is the most of some kind.
_SUPERLATIVE = re.compile(
    r"\b(?:the|der|die|das|am) (?:[\w-]+ ){0,2}?\w{3,}(?:est|ste[nrsm]?)\b|\b(?:most|meisten)\b|最(?!近|后|终)",
    re.IGNORECASE,
)
_LANGUAGES = ("en", "de", "zh")
_IN_A_PLACE = {"en": "{} in {}", "de": "{} in {}", "zh": "{1}的{0}"}


def asks_for_a_name(question: str) -> bool:
    """Whether a question asks who or which: the answer brings a name."""
    return bool(_ASKS_FOR_A_NAME.search(question))


def brought(last: Turn, glossary: Glossary) -> list[Name]:
    """The names that the answer brought to a question that asked for one: what is talked of next. Who is second in a
    row is the one whom the answer names so."""
    second = _at_the_asked_place(last, glossary)
    if second or not asks_for_a_name(last.asked):
        return second
    new = without(things(last.first_sentence, glossary), named(last.asked, glossary))
    asked_for = only(kinds_asked_for(last.asked), new)
    # "Who is the oldest of the six?" may be a firm.
    return asked_for or (new[:1] if _SUPERLATIVE.search(last.asked) else [])


def _at_the_asked_place(last: Turn, glossary: Glossary) -> list[Name]:
    """The name before the place of a row that was asked for: "Norden first, Osten second"."""
    text = last.first_sentence
    place = place_told_at(text, asked_place(last.asked))
    near = (its for its in glossary.mentions(text) if 0 <= place - its.end <= _NEAR)
    return [its.name for its in near if its.name.kind not in NO_THINGS][-1:]


def subjects(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """What a question that names nothing may be about, the likeliest first: a model by its number, which no
    glossary need know, and nothing else."""
    model = by_designation(last, glossary, language)
    return model or _named_subjects(last, glossary, language)


def subjects_of(question: str, last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """The same, for a question that asks for a person, or for what persons have none of: of no person."""
    likely = subjects(last, glossary, language)
    if not OF_NO_PERSON.search(question):
        return likely
    return [name for name in likely if name.kind not in PERSON] or likely


def by_designation(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """The model that a question names by letters and digits, and no name there has: as the glossary calls it, or as
    it was written."""
    found = DESIGNATION.search(last.asked)
    if found is None or _is_within_a_name(found.start(), glossary.mentions(last.asked)):
        return []
    written = found.group()
    known = _known_by(written, glossary, language)
    return known or [Name("product", dict.fromkeys(_LANGUAGES, written))]


def _known_by(ending: str, glossary: Glossary, language: str) -> list[Name]:
    """The one name that ends with a designation."""
    known = [name for name in glossary.names if name.names[language].endswith(f" {ending}")]
    return known if len(known) == 1 else []


def _is_within_a_name(place: int, mentions: Sequence[Mention]) -> bool:
    return any(its.start <= place < its.end for its in mentions)


def _named_subjects(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """The same of what the glossary knows; what is put before a thing to say whose or what it is, "Acme chips", is
    hardly meant."""
    likely = _likely_subjects(last, glossary, language)
    before = set(_put_before(last.asked, likely))
    return sorted(likely, key=lambda name: name.names[language] in before)


def _put_before(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The names that stand before a noun of their own, counted or with a hyphen."""
    for name in names:
        for spelling in name.all_spellings:
            if re.search(_BEFORE_A_NOUN.format(re.escape(spelling)), text):
                yield from name.names.values()


def _likely_subjects(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    asked = things(last.asked, glossary)
    new = brought(last, glossary)
    # Of a list none is meant more than another.
    alone = [] if ASKS_FOR_SEVERAL.search(last.asked) else new[:1]
    # A ranking is asked of for the sake of what it ranks.
    others = [name for name in asked if name.kind not in ("place", "index")]
    if alone or others or not asked:
        # Where a thing is, is asked of the thing.
        is_where = bool(others) and [name.kind for name in alone] == ["place"]
        first = [*others, *alone] if is_where else [*alone, *others]
        likely = list(each_once([*first, *asked]))
        return likely or named(last.asked, glossary)
    there = terms_there(last.asked, asked, glossary, language)
    # Of what was counted there are many, and the place is one.
    return [*asked, *there] if _COUNTS.search(last.asked) else [*there, *asked]


def terms_there(
    asked: str, places: Sequence[Name], glossary: Glossary, language: str
) -> list[Name]:
    """The terms of which a question asked in one place, each with the place: of a voucher of Norden it
    is asked further, and not of Norden."""
    concepts = only(CONCEPT, named(asked, glossary))
    if len(places) != 1 or len(concepts) != 1:
        return []
    names = (concepts[0].names[language], places[0].names[language])
    return [Name("concept", {language: _IN_A_PLACE[language].format(*names)})]


def of_kinds(kinds: frozenset[str], last: Turn, glossary: Glossary) -> list[Name]:
    """What of some kinds was spoken of: brought by the answer, asked about, or said by the way."""
    spoken = [*brought(last, glossary), *things(last.asked, glossary)]
    spoken += things(last.answer, glossary)
    return only(kinds, each_once(spoken))
