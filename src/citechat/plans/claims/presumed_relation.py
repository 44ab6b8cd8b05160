"""A question that presumes whose a thing is, where it is or who founded it, held against its profile:
"Why did Tencent create DeepSeek?" is answered "Not Tencent: DeepSeek was founded by …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Name

from ...index.opening import Index
from ...language.asked_rank import THAN
from ...messages import say
from ...retrieval.query import Query, QueryName, make_query
from ...retrieval.selection import Quote
from ..names.profile import profile_of, profile_quotes
from ..statements import Findings, Statement
from .presumption import place_level, presumes_an_event

# What asks for the name itself, for a number or for a list presumes nothing of the names.
_ASKS_OPENLY = {
    "en": re.compile(
        r"\b(?:who|whom|whose|which|where|how (?:many|much|long|old|tall|big|large|high|far|often))\b|\bor\b"
        r"|\bwhat\b(?! (?:made|makes|led|leads|drove|brought|turned|year|is the reason|was the reason))",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wer|wem|wen|wessen|welche[rsnm]?|wo|wohin|woher|wie ?(?:viele?|alt|gro(?:ß|ss)|hoch|lange?|teuer))\b"
        r"|\bwas\b(?! (?:machte|brachte|führte|trieb))|\boder\b(?! nicht|\W*$)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"谁|哪(?!一?[年天月])|(?<![为凭靠])什么(?!时候|时间|原因)|多[少大高长久]|几(?![月号日])|还是"
    ),
}
_MAKES = (
    r"\b(?:creat|develop|build|built|mak(?:e|ing)|made|releas|launch|relaunch|publish|invent|design"
    r"|produc|introduc|(?<!their )(?<!its )own|belong|bring(?:ing)? out|brought out|com(?:e|ing) up with|came up with"
    r"|entwick|entwarf|bau(?:en|t|te)\b|gebaut|herausgebracht|bring|gebracht|brachte|veröffentlich|erf[au]nd|geschaffen|schuf"
    r"|herstell|stell|produzier|lancier|gehör|vorgestellt)"
    r"|研发|开发|推出|打造|发布|研制|制造|生产|造出|做出|做的|做了|上线|旗下|属于|设计"
)
_FOUNDS = (
    r"\b(?:found(?:ed|er|ers|ing|s)?\b|creat|set up\b|start(?:ed)?\b(?! \w+ing\b| to\b| with\b)|establish|spun? off"
    r"|incubat|gegründe|gründ|geschaffen|schuf|aufgebaut|aufbau|ins leben|ausgegründe)"
    r"|创办|创立|创建|创始|成立|孵化|出自|办了|开了|建立"
)
_OWNS = (
    r"\b(?:(?<!their )(?<!its )own|belong|subsidiar|part of|buil[dt]|made\b|make\b|develop|invent|gehör|tochter|teil von|entwick|gebaut)"
    r"|旗下|子公司|属于|研发|开发|打造|做的|做出"
)
_SITS = (
    r"\b(?:based|located|headquarter|seat(?:ed)?\b|at home|home\b|mov(?:e|ed|ing)\b|relocat|sit|sits\b|com(?:e|es|ing) from\b"
    r"|from\b|host|held\b|hold(?:s|ing)?\b|tak(?:e|es|ing) place|took place|settl|born\b|found(?:ed)? in\b|grew\b|grow|ris|rose\b"
    r"|emerg|appear|sitz|hauptsitz|zentrale\b|ansässig|an(?:ge)?siedel|beheimatet"
    r"|zu ?hause\b|daheim\b|lieg|stamm|komm|zieh|zog(?:en)?\b|gezogen|umgezogen"
    r"|verleg|ausgericht|ausricht|richte|stattfind|findet|fand\b|veranstalt|entstand|gegründe|gro(?:ß|ss)\b|aus\b|bleib)"
    r"|总部|设在|位于|落户|坐落|来自|诞生|扎根|搬|举办|召开|举行|承办|发源|起家|出自|放在|选在|选择"
)
_LEADS = (
    r"\b(?:head|run|runs|ran|running|lead|leads|led|chief|boss|ceo|leav|left|quit|resign|join"
    r"|verlassen|verließ|leite|führt|chef|verlass|wechsel)"
    r"|掌管|领导|离开|执掌|担任|掌舵|老板|加入"
)
_STUDIES = (
    r"\b(?:stud|graduat|degree|attend|abschluss|absolv|studier)|毕业|就读|上学|念书|读书|读的"
)


@dataclass(frozen=True)
class _Relation:
    """How one thing can belong to another, and how a question and a profile say so."""

    things: frozenset[str]
    others: frozenset[str]
    asked: re.Pattern[str]
    said: re.Pattern[str]


def _relation(things: str, others: str, asked: str, said: str = "") -> _Relation:
    kinds = frozenset(things.split()), frozenset(others.split())
    return _Relation(*kinds, re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE))


_RELATIONS = (
    _relation("product", "company", f"{_MAKES}|{_FOUNDS}"),
    _relation("company", "person company university", f"{_FOUNDS}|{_OWNS}", _FOUNDS),
    _relation("person", "company", _LEADS),
    _relation("person", "university", _STUDIES, rf"{_STUDIES}|\b(?:bachelor|master)|学士|硕士"),
    _relation("company product institution university", "place", f"{_SITS}|{_MAKES}|{_FOUNDS}"),
)
# How a place is said to have made its way by a company.
_LEANING = _relation(
    "company",
    "place",
    r"\b(?:thanks to|rel(?:y|ied|ies|ying) on|around|with the help of|through|by means of|using|with)\b"
    r"|\b(?:dank|mit ?hilfe von|durch|gestützt auf|rund um|mit)\b|靠|依托|凭借|借助|通过",
)
# "A Tencent company", "the model of Tencent", "腾讯的产品": whose it is, by what stands beside the name.
_BESIDE_AFTER = re.compile(
    r"(?:['’]s)?[ -](?:company|firm|start-?up|subsidiary|app|model|product|chip|robot|firma|tochter|unternehmen|produkt|modell"
    r"|roboter)\b|的?(?:公司|企业|产品|模型|大模型|应用|芯片|机器人)",
    re.IGNORECASE,
)
_BESIDE_BEFORE = re.compile(
    r"\b(?:by|of|von)\s+$|\b(?:is|are|was|comes?|ist|war|kommt|stammt)\b.{0,80}\b(?:from|aus)\s+$",
    re.IGNORECASE,
)
# "Norden is in Southam", and no more.
_IS_IN = re.compile(
    r"\b(?:is|are|was|were|ist|sind|war|waren)(?: ja| doch| also)? in\s+$|在$", re.IGNORECASE
)
_ENDS = re.compile(r"[\s?.!？。！了吗吧啊呀]+")
_OF_WHOM = frozenset({"product", "company"})
# Two that did something together: neither is the other's.
_TOGETHER = re.compile(r"\s*(?:and|und|&|和|与|跟|及|、)\s*", re.IGNORECASE)
# Of two of one kind the first is the thing where the question is passive; else the last.
_PASSIVE = re.compile(
    r"^\W*(?:so )?(?:is|are|was|were|isn['’]t|ist|sind|war|gehört)\b|\bbelongs?\b|\bby\b|\bvon\b|\bdurch\b|由|被|出自|是.{0,16}的[？?]?$",
    re.IGNORECASE,
)
# Where what is taken for granted ends and the question begins.
_AFTER_THE_CLAUSE = re.compile(r"[,;.!–—] |[，；。！]")
# Among how many sentences of its profile it is told whose a thing is.
_NEAR, _DEFINING = 3, 2


def statements(findings: Findings) -> Sequence[Statement]:
    """That what a question presumes is another's. Of a question for a time, a sentence that says when is
    better than that: see ``of_a_time``."""
    query, index = findings.query, findings.index
    # "Is the R1 better than the o1 of Acme?" presumes nothing of the R1 and Acme.
    sets_beside = bool(THAN.search(query.text))
    if "time" in query.types or sets_beside:
        return ()
    return deny_presumed(query, index) or _deny_leaning(query, findings.quotes, index)


def of_a_time(findings: Findings) -> Sequence[Statement]:
    """The same of what a question for a time presumes."""
    asks_when = "time" in findings.query.types
    return deny_presumed(findings.query, findings.index) if asks_when else ()


def deny_presumed(query: Query, index: Index) -> Sequence[Statement]:
    """The sentence of the thing's profile that names another than is presumed, after "Not Y:"; nothing
    where the question presumes nothing of the kind, or the profile does not tell."""
    if _ASKS_OPENLY[query.language].search(query.text):
        declared = _declared(query, index)
        return deny_presumed(declared, index) if declared else ()
    for relation in _RELATIONS:
        pair = _pair(relation, query)
        if pair and _is_presumed(relation, *pair, query.text):
            denial = _denial(relation, *pair, query.language, index)
            if denial:
                lead = say("lead_not", query.language, name=pair[1].name.names[query.language])
                return [Statement(denial, lead=lead)]
    return ()


def _deny_leaning(query: Query, quotes: Sequence[Quote], index: Index) -> Sequence[Statement]:
    """The same of a place that is said to have made its way by a company, where no sentence that was found
    names both: a place may lean on a company of another."""
    leans = presumes_an_event(query) and _LEANING.asked.search(query.text)
    pair = _pair(_LEANING, query) if leans and quotes else None
    if pair is None:
        return ()
    company, place = pair
    denial = _denial(_LEANING, *pair, query.language, index)
    if denial is None or _are_told_together(company.name, place.name, quotes, index):
        return ()
    lead = say("lead_not", query.language, name=place.name.names[query.language])
    return [Statement(denial, lead=lead)]


def _are_told_together(one: Name, other: Name, quotes: Sequence[Quote], index: Index) -> bool:
    """Whether a sentence names both."""
    named = [index.glossary.found_in(quote.text) for quote in quotes]
    return any(one in names and other in names for names in named)


def _declared(query: Query, index: Index) -> Query | None:
    """What a question takes for granted before it asks: "Since Norden is in Southam, who …?"."""
    clause, *asked = _AFTER_THE_CLAUSE.split(query.text, maxsplit=1)
    if not asked or _ASKS_OPENLY[query.language].search(clause):
        return None
    return make_query(clause, query.language, query.vector, index, query.source_language)


def _is_presumed(relation: _Relation, thing: QueryName, other: QueryName, text: str) -> bool:
    """Whether the question says that the thing is the other's."""
    if relation.asked.search(text):
        return True
    if thing.name.kind not in _OF_WHOM or other.name.kind not in ("company", "place"):
        return False
    start, end = _span(other, text)
    if _IS_IN.search(text[:start]) and not _ENDS.sub("", text[end:]):
        return True
    return bool(_BESIDE_AFTER.match(text, end) or _BESIDE_BEFORE.search(text[:start]))


def _pair(relation: _Relation, query: Query) -> tuple[QueryName, QueryName] | None:
    """The thing and what is presumed of it; nothing where either may be one of several, or both did it
    together."""
    names = query.proper_names
    if len(names) != 2:
        return None
    first, last = sorted(names, key=lambda name: _span(name, query.text))
    between = query.text[_span(first, query.text)[1] : _span(last, query.text)[0]]
    if _TOGETHER.fullmatch(between):
        return None
    is_passive = bool(_PASSIVE.search(query.text))
    orders = [(first, last), (last, first)] if is_passive else [(last, first), (first, last)]
    fitting = (
        (thing, other)
        for thing, other in orders
        if thing.name.kind in relation.things and other.name.kind in relation.others
    )
    return next(fitting, None)


def _span(name: QueryName, text: str) -> tuple[int, int]:
    """Where a question writes a name; its end, should it not."""
    folded = text.casefold()
    for spelling in sorted(name.name.all_spellings, key=len, reverse=True):
        start = folded.find(spelling.casefold())
        if start >= 0:
            return start, start + len(spelling)
    return len(text), len(text)


def _denial(
    relation: _Relation, thing: QueryName, other: QueryName, language: str, index: Index
) -> Quote | None:
    """The sentence near the top of the thing's profile that names another of the presumed kind, where
    no profile ties the two."""
    quotes = _profile(thing, language, index)
    # A product is told to be somebody's at once; further down others are named beside it.
    telling = quotes[:_DEFINING] if thing.name.kind == "product" else quotes
    tied = any(_names(quote, other.name, index) for quote in telling) or any(
        _names(quote, thing.name, index) for quote in _profile(other, language, index)
    )
    if tied:
        return None
    for quote in quotes if relation.said.pattern else quotes[:_NEAR]:
        rivals = [
            name
            for name in index.glossary.found_in(quote.text)
            if name != thing.name and _is_rival(name, other.name, relation, language, index)
        ]
        if rivals and relation.said.search(quote.text) and _names(quote, thing.name, index):
            return quote
    return None


def _is_rival(name: Name, other: Name, relation: _Relation, language: str, index: Index) -> bool:
    """Whether one excludes the other: a city another city, and the districts of that, but not the
    province around it."""
    if other.kind != "place":
        return name.kind in relation.others
    city = _city_of(other, language, index)
    return city is not None and place_level(name, index) == "city" and name is not city


def _city_of(place: Name, language: str, index: Index) -> Name | None:
    """The city that a place is, or the only one that the first sentence of its profile names."""
    if place_level(place, index) == "city":
        return place
    told = profile_quotes(profile_of(place, index, language), language, index)
    first = told[0].text if told else ""
    named = index.glossary.found_in(first)
    cities = [name for name in named if place_level(name, index) == "city"]
    return cities[0] if len(cities) == 1 else None


def _names(quote: Quote, name: Name, index: Index) -> bool:
    return name in index.glossary.found_in(quote.text)


def _profile(name: QueryName, language: str, index: Index) -> Sequence[Quote]:
    return profile_quotes(profile_of(name.name, index, language), language, index)
