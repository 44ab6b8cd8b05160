"""Where something is, whose it is, who founded it: the sentence of its profile that names the place, the
company or the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from citechat_ingest import Name

from ...index.opening import Index
from ...language import terms
from ...language.cut_out import cut_out_names
from ...messages import say
from ...retrieval.query import Query, QueryName
from ...retrieval.selection import Quote
from ...verification.facts import names_in
from ..statements import Findings, Statement
from .profile import profile_of, profile_quotes

# Language → kind of the name that is asked for → how a question asks for it.
_CHINESE = {
    "place": re.compile(
        r"(?:总部|公司|落户|坐落|位于|扎根|设|开)?在?哪(?:里|座|个)?(?:城市|市|省|地方|地区|国家|国)?(?:的|办公|落户|扎根)?"
        r"(?:公司|企业|机构)?$|哪里人$|(?:位置|地址|所在地|大本营|老家|总部)(?:是|在)?(?:哪里|什么地方|什么)?$"
    ),
    "company": re.compile(
        r"(?:由|归|属于?|出自)?(?:哪[一]?家|哪个|什么|谁)(?:公司|企业|厂商|大厂)?(?:家)?(?:所有|旗下)?的?"
        r"(?:开发|研发|推出|做|出|出品|打造|训练)?(?:出来)?(?:的)?(?:产品|模型|大模型|应用|机器人|东西)?$"
    ),
    "person": re.compile(
        r"(?:由|又是|是|被)?(?:谁|哪位|什么人|何人)(?:一手)?(?:创办|创立|创建|成立|办|开|建立|建)(?:起来)?的?$"
        r"|(?:创始人|创办人|创建者)(?:是|叫|又是)?(?:谁|什么|哪位|什么名字|何人)?$"
    ),
}
_GERMAN = {
    "company": re.compile(
        r"^wem gehör(?:t|en)\b.*$|^von (?:wem|welche[mr] (?:firma|unternehmen|konzern)) (?:ist|sind|stammt|kommt)\b.*$"
        r"|^(?:wer|welche[sr]? (?:firma|unternehmen|konzern))\b.*\b(?:entwickelt\w*|gemacht|macht|baut|gebaut|herstellt"
        r"|stellt|betreibt|dahinter|hinter)\b.*$",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"^(?:wo|in welcher (?:stadt|provinz))\b.*\b(?:sitzt|sitz|hauptsitz|zentrale|ansässig|beheimatet"
        r"|zu ?hause|daheim|liegt|residiert)\b.*$"
        r"|^(?:woher (?:kommt|stammt)|aus welcher (?:stadt|provinz) (?:kommt|stammt|ist))\b.*$",
        re.IGNORECASE,
    ),
    "person": re.compile(
        r"^(?:wer|von wem)\b.*\b(?:gegründet|gründete|gründer\w*|aufgebaut|aufbaute|geschaffen)\b.*$"
        r"|^wie heißt (?:der|die) gründer\w*\b.*$",
        re.IGNORECASE,
    ),
}
_ENGLISH = {
    "place": re.compile(
        r"^(?:where|in (?:which|what) (?:city|province)|(?:which|what) (?:city|province))\b.*\b(?:is|are|based|located"
        r"|headquartered|headquarters?|sits?|comes?|home|seat|offices?)\b.*$",
        re.IGNORECASE,
    ),
    "company": re.compile(
        r"^(?:who|(?:which|what) (?:company|firm))\b.*\b(?:makes?|made|develops?|developed|builds?|built|owns|owned"
        r"|behind|created)\b.*$",
        re.IGNORECASE,
    ),
    "person": re.compile(
        r"^(?:who|by whom)\b.*\b(?:founded|founders?|co-?founded|started|established|created)\b.*$"
        r"|^what is the (?:name of the )?founder\b.*$",
        re.IGNORECASE,
    ),
}
_ASKED = {"zh": _CHINESE, "de": _GERMAN, "en": _ENGLISH}
_IDLE_ENGLISH = re.compile(
    r"\b(?:where|who|whom|which|what|city|province|company|firm|is|are|was|were|did|does|do|has|have|based|located"
    r"|headquartered|headquarters?|sits?|comes?|from|home|seat|offices?|makes?|made|develops?|developed|builds?|built"
    r"|owns|owned|behind|created|founded|founders?|co-?founded|started|established|name|person|people|actually"
    r"|exactly|today|now|originally|start-?up|group|ok|s|in china)\b",
    re.IGNORECASE,
)
_IDLE_GERMAN = re.compile(
    r"\b(?:wo|wer|wem|woher|welche[rs]?|stadt|provinz|sitzt|sitz|hauptsitz|firmensitz|zentrale|ansässig"
    r"|beheimatet|zu ?hause|zuhause|daheim|liegt|residiert|kommt|stammt|hat|hatte|haben|seine[nr]?|ihre[nr]?"
    r"|gegründet|gründete|gründer\w*|aufgebaut|aufbaute|geschaffen|wurde|worden|ist|sind|firma|unternehmen"
    r"|gehör(?:t|en)|von|entwickelt\w*|gemacht|macht|baut|gebaut|herstellt|stellt|her|betreibt|dahinter|steckt|hinter"
    r"|eigentlich|denn|heute|heißt|heisst|konzern|start-?up|in china)\b",
    re.IGNORECASE,
)
# "X 是什么" asks what a thing is and "X 是谁" who somebody is, and not whose.
_ASKS_WHAT, _ASKS_WHO = "什么", "谁"
_FOUNDS = re.compile(
    r"创办|创立|创建|创始人|成立|gegründet|gründete|Gründer|\bfound(?:ed|er)", re.IGNORECASE
)
_TRAILING = " \t\n，。？！?!.,吗呢啊呀的"
_IDLE_WORDS = {"de": _IDLE_GERMAN, "en": _IDLE_ENGLISH}
_IDLE = re.compile(
    r"(?:在)?中国|是|的|在|由|又|这[家个款]|公司|企业|目前|现在|都|请|位于|总部|，|,|\s"
)


# Who runs a firm, and what else stands in such a question.
_ASKS_WHO_RUNS_IT = re.compile(
    r"\bwho (?:runs|heads|leads)\b|\bwho(?:'s| is) (?:the )?(?:boss|head|chief|in charge)\b|\bboss\b"
    r"|\bwer (?:leitet|führt)\b|\bchef(?:in)?\b|(?:老板|负责人)(?:是|叫|又是)?(?:谁|什么|哪位|何人)?$|谁(?:在|来)?管",
    re.IGNORECASE,
)
_IDLE_HEAD = re.compile(
    r"\b(?:runs|heads|leads|boss|head|chief|in charge|the|of|at|der|die|von|bei|leitet|führt|chef(?:in)?)\b"
    r"|\b(?:ist|is|who|wer|heute|now|currently)\b|谁|在|管|来|叫|现在|的",
    re.IGNORECASE,
)


def founder_for_the_head(findings: Findings) -> Sequence[Statement]:
    """Who founded the one firm of which it is asked who runs it, where nothing tells that."""
    query, index = findings.query, findings.index
    names = query.proper_names
    if len(names) != 1 or names[0].name.kind != "company" or not _asks_only_who_runs(query):
        return ()
    document_id = profile_of(names[0].name, index, query.language)
    quotes = profile_quotes(document_id, query.language, index)
    founding = (quote for quote in quotes if _tells("person", quote, names[0], index))
    return list(map(Statement, founding))[:1]


def _asks_only_who_runs(query: Query) -> bool:
    """Whether nothing else stands in a question for who runs the one name of it."""
    question = query.text.rstrip(_TRAILING)
    asked = _ASKS_WHO_RUNS_IT.sub(" ", cut_out_names(question, [query.proper_names[0].name]))
    rest = _IDLE_WORDS.get(query.language, _IDLE).sub(" ", _IDLE_HEAD.sub(" ", asked))
    asks = bool(_ASKS_WHO_RUNS_IT.search(question))
    return asks and not terms.query_words(rest, query.language)


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentence of the profile of the one name asked for; nothing where none tells.

    A question that presumes the answer is corrected; an English one, where ``claims`` has it.
    """
    query, index, language = findings.query, findings.index, findings.language
    presumed = _presumed(query)
    if presumed:
        return _told_of_presumed(*presumed, index, language)
    told = chain.from_iterable(_telling(name, query, index) for name in query.names)
    return list(map(Statement, islice(told, 1)))


def _telling(name: QueryName, query: Query, index: Index) -> Iterator[Quote]:
    """The sentences of the profile of a name that tell what is asked of it."""
    language = query.language
    document_id = profile_of(name.name, index, language)
    if not document_id or _is_beside(name, query, index):
        return
    for kind in _kinds_asked(query.text.rstrip(_TRAILING), name, language):
        quotes = profile_quotes(document_id, language, index)
        yield from (quote for quote in quotes if _tells(kind, quote, name, index))


# What presumes where a thing is, whose it is or who founded it: "is X a company of Y?", "why is X in Y?"
_PRESUMES = re.compile(
    r"^(?:为什么|怎么|怎么会)?[^，。]{0,4}\{X\}(?:公司)?(?:难道)?(?:不?是|属于|来自|总部|位于|出自)(?:不是|设|放|设立|建|安)?在?\{Y\}"
    r"(?:的?.{0,6}(?:公司|企业|机构|厂商|产品|模型|应用|旗下|子公司|创办|创立|创建|办|孵化).{0,3}|市|省)?(?:对|没错|是)?$"
)
_PRESUMES_GERMAN = re.compile(
    r"^(?:warum|wieso|weshalb|wie kommt es,? dass|seit wann) (?:(?:ist|sitzt|liegt|wurde|gehört|kommt|stammt|hat) )?"
    r"\{X\} (?:denn |eigentlich |ausgerechnet |seine[nr]? (?:sitz|zentrale|hauptsitz) )*(?:in|aus|zu|bei|von) \{Y\}"
    r"(?: (?:so|ansässig|beheimatet|zu ?hause|gegründet|gro(?:ß|ss) geworden|entstanden|hat|sitzt|ist|kommt))*$",
    re.IGNORECASE,
)
_PRESUMING = {"zh": _PRESUMES, "de": _PRESUMES_GERMAN}
_THING, _PRESUMED = "{X}", "{Y}"
# Among how many sentences of a profile it is looked for.
_NEAR = 3
_RELATED = ("place", "company", "person", "university")


def _presumed(query: Query) -> tuple[QueryName, QueryName] | None:
    """The thing and what a question presumes of it, if it does: (X, Y) of "is X a company of Y?"."""
    if len(query.proper_names) != 2 or query.language not in _PRESUMING:
        return None
    first, second = sorted(query.proper_names, key=lambda name: _place(name, query.text))
    question = query.text.rstrip(_TRAILING).removesuffix("对")
    marked = _marked(_marked(question.rstrip("，, "), first, _THING), second, _PRESUMED)
    is_presumed = second.name.kind in _RELATED and first.name.kind != "place"
    return (first, second) if is_presumed and _PRESUMING[query.language].search(marked) else None


def _told_of_presumed(
    thing: QueryName, presumed: QueryName, index: Index, language: str
) -> Sequence[Statement]:
    """The sentence of the thing's profile that names something of the presumed kind; after "Not Y:"
    where it names another."""
    document_id = profile_of(thing.name, index, language)
    quotes = profile_quotes(document_id, language, index) if document_id else []
    for quote in quotes[:_NEAR]:
        said = index.glossary.found_in(quote.text)
        if presumed.name in said:
            # German questions of this kind ask why, or since when.
            return [Statement(quote)] if language == "zh" else ()
        if any(_is_other(other, presumed.name.kind, thing, index) for other in said):
            lead = say("lead_not", language, name=presumed.name.names[language])
            return [Statement(quote, lead=lead)]
    return ()


def _place(name: QueryName, text: str) -> int:
    folded = text.casefold()
    places = [folded.find(spelling.casefold()) for spelling in name.name.all_spellings]
    return min((place for place in places if place >= 0), default=len(text))


def _marked(text: str, name: QueryName, mark: str) -> str:
    """The text with the longest spelling of a name that it uses as a mark."""
    for spelling in sorted(name.name.all_spellings, key=len, reverse=True):
        start = text.casefold().find(spelling.casefold())
        if start >= 0:
            return text[:start] + mark + text[start + len(spelling) :]
    return text


def _is_beside(name: QueryName, query: Query, index: Index) -> bool:
    """Whether the question names another thing, too; "in China" tells no more than that it is there."""
    others = (other.name for other in query.proper_names if other.name is not name.name)
    return not all(map(index.figures.is_country, others))


def _kinds_asked(question: str, name: QueryName, language: str) -> Iterator[str]:
    """The kinds of name that a question asks for, when it asks nothing more."""
    for kind, pattern in _ASKED[language].items():
        match = pattern.search(question)
        if match is None or _asks_what_it_is(match.group(), name):
            continue
        if kind == name.name.kind and kind != "place":
            continue
        # Who runs it now need not be who founded it.
        if kind == "person" and _ASKS_WHO_RUNS_IT.search(question):
            continue
        # A Chinese question ends with what it asks, a German one opens with it.
        told = question[: match.start()] if language == "zh" else question
        unnamed = cut_out_names(told, [name.name])
        rest = _IDLE_WORDS.get(language, _IDLE).sub(" ", unnamed)
        if not terms.query_words(rest, language):
            yield kind


def _asks_what_it_is(asked: str, name: QueryName) -> bool:
    """Whether a bare "what" or "who" asks for the name itself."""
    return asked == _ASKS_WHAT or (asked == _ASKS_WHO and name.name.kind == "person")


def _tells(kind: str, quote: Quote, name: QueryName, index: Index) -> bool:
    """Whether a sentence names another thing of the kind; for a person, as a founder."""
    if kind == "person" and not _FOUNDS.search(quote.text):
        return False
    mentions = names_in(quote.text, quote.passage.language, index.glossary)
    return any(_is_other(mention.name, kind, name, index) for mention in mentions)


def _is_other(said: Name, kind: str, name: QueryName, index: Index) -> bool:
    """Whether what is said is another of the kind; a country tells nobody where a firm is."""
    is_another = said.kind == kind and said is not name.name
    return is_another and not index.figures.is_country(said)
