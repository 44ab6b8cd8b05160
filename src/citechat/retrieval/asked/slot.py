"""Whether a sentence gives what a question asks for, and not something else about the same thing: for "which city"
the name of a city, for "who signed" a person, for "the fourth" the fourth place, for "how many robots" a number of
robots, of the year that is asked about.

Only in a corpus with a glossary, which tells what kind of thing a name is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, filterfalse

from citechat_ingest.language import CHINESE_FUNCTION_WORD

from ...index.opening import Index
from ...language import terms
from ...language.asked_rank import asked_place, told_places
from ...language.enumerated import asked_count, rows
from ...language.word_translation import chinese_words
from ...verification.facts import Fact, Number, ProperName, kind_of, read_facts
from ...verification.numerals import read_numerals
from ..query import Query, QueryName
from ..selection import Quote, brought_first
from .attribute import asks_an_amount, gives_the_asked_attribute, heads
from .dates import is_of_another_year
from .number_or_time import holds_type
from .words import says

# Among how many of the best sentences one is sought that gives it, and how far below the best.
_REACH, _NEAR = 12, 3.0
_FULL_STOPS = ".。!！ "
# Whether something is so, and why, is asked of no slot.
_ASKS_ELSE = frozenset({"truth", "reason"})

# Kind of a name in the glossary → the words of a question that ask for one of that kind.
_CLASSES = {
    "place": (
        r"cit(?:y|ies)|towns?|provinces?|stadt|städte\w*|provinz\w*",
        r"城市?|省份?|直辖市",
    ),
    "company": (
        r"compan(?:y|ies)|firms?|start-?ups?|banks?|firm(?:a|en)|unternehmen|konzern\w*|hersteller\w*|bank(?:en)?",
        r"公司|企业|厂商|银行",
    ),
    "university": (
        r"universit(?:y|ies)|universität\w*|hochschule\w*|uni",
        r"大学|高校",
    ),
    "product": (r"apps?|models?|chips?|modelle?n?", r"应用|模型|大模型|芯片"),
}
_KINDS = {
    kind: re.compile(
        rf"\b(?:which|what)\b(?! (?:kind|sort|type)s?\b)(?: of)?"
        rf"(?: (?!of\b)[\w'’-]+){{0,3}}? (?:{latin})\b"
        rf"|\bwelche[rsnm]?(?: [\w-]+){{0,2}} (?:[\w-]+-)?(?:{latin})\b|哪[一几些]?[家个座所款]?的?(?:{chinese})",
        re.IGNORECASE,
    )
    for kind, (latin, chinese) in _CLASSES.items()
}
# An app may be called by its maker, and an office is what some questions call a firm.
_NAMED_FOR = {
    "place": frozenset({"place"}),
    "company": frozenset({"company", "institution"}),
    "university": frozenset({"university", "institution"}),
    "product": frozenset({"product", "company"}),
}
# "Norden or Southam?" names those that it asks about.
_OFFERS = re.compile(r"\b(?:or|oder)\b|还是|或|、|和|与|跟|比", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:or|oder)\b|还是", re.IGNORECASE)
# What a person alone does.
_OF_A_PERSON = re.compile(
    r"\bwho\b.{0,40}\b(?:signed|spoke|(?:gave|held|opened|delivered) .{0,30}\b(?:speech|talk|address)|founded|started|(?:run|head)s?)\b"
    r"|\bwho leads (?!in\b|the\b|by\b|among\b|china\b|when\b|world\b)"
    r"|\bfounder['’]s name\b"
    r"|\bwer\b.{0,60}\b(?:unterschrieb\w*|unterschrieben|unterzeichnet\w*|sprach|hielt .{0,30}rede|leitet|gegründet|gründete)\b"
    r"|(?:谁|哪位).{0,6}(?:签署|签字|致辞|发言|演讲|掌管|执掌|创办|创立)|负责人(?:是|叫)?(?:谁|什么)",
    re.IGNORECASE,
)
# Who is told by what he was: former employees, graduates, an office.
_SOMEBODY = re.compile(
    r"\b(?:graduates?|alumni|former employees?|managers?|engineers?|professors?|executives?|ministr\w+)\b"
    r"|\b\w*(?:absolvent\w*|manager\w*|ingenieur\w*|professor\w*|minister\w*)\b|\bfrühere\w* mitarbeiter\w*"
    r"|毕业生|校友|前员工|高管|工程师|教授|部",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"\b(?:which|who|what)\b|\b(?:welche[rsnm]?|wer|was)\b|谁|哪|什么", re.IGNORECASE
)
# A row goes on after the places that are named.
_GOES_ON = re.compile(
    r"\b(?:follow\w*|behind|then|order)\b|\b(?:gefolgt|folg\w*|dahinter|dann|danach|hinter|reihenfolge)\b|其后|随后|之后|依次|其次",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|much)\b|\bwie ?viele?\b|多少|几[家个名位台款座所起]", re.IGNORECASE
)
# Numbers that are told by a word.
_IN_WORDS = re.compile(
    r"\b(?:half|third|quarter|none|no|all|every|each|single|only|dozens?)\b"
    r"|\b(?:hälfte|drittel|viertel|kein\w*|alle|jede\w*|einzige\w*|nur|dutzend\w*)\b|一半|全部|没有|所有|每|唯一|只|仅",
    re.IGNORECASE,
)
# What is founded, what says so, and what parts a sentence.
_FOUNDED = frozenset({"company"})
_FOUNDING = re.compile(
    r"\bfound(?:ed|ing)\b|\bestablished\b|\bset up\b|\b(?:aus)?gegründet\b|\bgründe(?:te|n)\b|\bgründung\b|成立|创立|创办|创建",
    re.IGNORECASE,
)
_WHEN_OR_WHO = frozenset({"time", "person"})
_PARTS = ":;：；"
# Whether two things have to do with each other; one of them alone tells nothing of it.
_ASKS_HOW = re.compile(
    r"\b(?:wh\w+|how|wie|was|we[rnm]|wo\w*|welche\w*|warum|weshalb|wieso)\b|哪|谁|什么|多少|几|怎|何",
    re.IGNORECASE,
)
_WHICH_PLACE = re.compile(
    r"\b(?:which|what) (?:place|rank)\b|\bwelche[mnr]? (?:platz|rang)\b", re.IGNORECASE
)
_ASKS = re.compile(rf"[?？吗呢]|{_ASKS_HOW.pattern}", re.IGNORECASE)
# What tells how amounts stand to each other is no amount of anything.
_RELATES = re.compile(
    r"differen|gap|unterschied|abstand|差|区别|numbers?$|amounts?$|total$|anzahl|summe|总[数额]",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b[Ww]hich (?!(?:of|ones?|part|area|kind|sort|type|way|case)\b)([a-z]{4,})"
    r"(?= (?:did|does|do|is|are|was|were|has|have|had|will|in|of|on|for|uses?|gave|got|took)\b)"
    r"|\b[Ww]elche[rmns]? (?!(?:Art|Weise|Höhe|Summe|Größe|Menge|Zahl)\b|Teil|Viertel)([A-ZÄÖÜ][\w-]+)"
    r"|哪[家个座所款条位]([\u3400-\u9fff]{2})"
)
# Names that answer no question for one of another kind; who reports it, only one for a medium.
_IDLE = frozenset({"concept"})
_MEDIA = re.compile(
    r"paper|outlet|magazine|\bmedi|agency|\bsource|zeitung|blatt|magazin|agentur|quelle|媒体|报|杂志|通讯社|来源",
    re.IGNORECASE,
)
_COUNTED = frozenset({"number", "time"})
_ASKS_WHAT_IT_IS = re.compile(
    r"\b(?:what|who|which) (?:exactly |actually )?(?:are|is|were)\b|\bwho belongs\b|\bname the\b"
    r"|\bwas hat es mit\b|\b(?:was|wer) (?:sind|ist|waren|verbirgt|gehört|zählt|steckt)\b|\bnenn\w*\b"
    r"|是(?:什么|谁|哪|啥)|指|有哪|有谁|什么是|包括",
    re.IGNORECASE,
)
_ASKS_OTHERWISE = frozenset({"number", "time", "reason", "truth"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TWO = 2
_NO_PLACE = 100
_WORD = re.compile(r"[\w'’-]+")
# Language → how a question names what it asks the amount of; the last word of it is the thing.
_STOPS = r"do|does|did|is|are|was|were|has|have|had|will|would|can|could|in|on|at|of|from|for|by|with|to|per|that|which|who"
_VERBS = r"\w+ed|stood|went|came|took|got|sat|ran|made|spent|sold|won|lost|paid|work|live|use|need"
_AMOUNT_OF = {
    "en": (
        rf"\b[Hh]ow many ((?:[\w'’-]+ ){{0,4}}?[\w'’-]+)(?= (?:{_STOPS}|{_VERBS})\b|[?,.;]|$)",
        r"\b[Ww]hat(?:['’]s| is| was| are| were) the ((?:[\w'’-]+ ){0,2}?[\w'’-]+) (?:of|for)\b",
        r"\b(?:[Ww]hat|[Hh]ow (?:high|large|big))(?:['’]s| is| was| are| were) [\w. ]+?['’]s "
        r"((?:[\w'’-]+ ){0,2}?[\w'’-]+)(?= (?:in|of|on|for)\b|\?|$)",
        rf"\b(?:more|fewer) ((?:[\w'’-]+ ){{0,2}}?[\w'’-]+)(?=,| than\b| (?:{_STOPS})\b|\?|$)",
    ),
    "de": (
        r"\b[Ww]ie ?viele (?:[a-zäöüß-]+ )*([A-ZÄÖÜ][\w-]+)",
        r"\b[Ww]ie (?:hoch|groß|stark) (?:ist|war|sind|waren|wuchs|stieg) (?:der|die|das) (?:[a-zäöüß-]+ )*([A-ZÄÖÜ][\w-]+)",
        r"\b(?:mehr|weniger) (?!als\b)(?:[a-zäöüß]+ )?([A-ZÄÖÜ][\w-]+)",
    ),
    "zh": (
        r"(?:多少|几)[家个名位所座项款颗台起种]?([\u3400-\u9fff]{2,6})$",
        r"的([\u3400-\u9fff]{2,6}?)(?:是|有|达到|为)(?:多少|多大|多高)",
        r"[谁个家座]的?([\u3400-\u9fff]{2,6}?)(?:更|比较|最)?(?:多|少)[啊呢？?]?$",
    ),
}
_AMOUNTS_OF = {
    language: tuple(re.compile(pattern) for pattern in patterns)
    for language, patterns in _AMOUNT_OF.items()
}
_ASKS_WHETHER = re.compile(r"[?？]|吗|是不是|有没有")
_COMPARES = re.compile(r"\b(?:than|als|or|oder)\b|比|还是|更", re.IGNORECASE)
# What somebody says, and how a sentence tells it.
_ASKS_WHAT_IS_SAID = re.compile(
    r"\bwhat (?:do|does|did) (?!the (?:sources?|article|documents?)\b).{1,60}\b(?:say|think)\b"
    r"|\bwas (?:sagt|sagte|meint|meinte|denkt|hält)\b|说了什么|怎么[看说]|怎样看",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:says?|said|call(?:s|ed)|explain\w*|thinks?|thought|believes?|wr[io]te\w*|argue\w*|describe\w*|for whom|according to|sees?|put"
    r"|estimate\w*|compare\w*|give[sn]?|gave|state\w*|praise\w*|name[sd]?|quote[sd]?|speaks?|holds?|warn\w*)\b"
    r"|\b(?:sagt\w*|nannte|nennt|nennen|erklär\w*|meint\w*|schr[ie]+b\w*|zufolge|ansicht|laut|sieht|hält|führt\w*|schätzt\w*|beschr\w*|gibt|gab"
    r"|lobt\w*|warnt\w*|zitier\w*|spricht|äußer\w*|vergl\w*)\b"
    r"|说|称|认为|指出|表示|写道|解释|提出|看来|强调|谈|估计|形容|看|提到",
    re.IGNORECASE,
)


def of_the_asked_slot_first(
    quotes: Sequence[Quote], query: Query | None, index: Index
) -> tuple[Quote, ...]:
    """The quotes; where the best does not give what is asked for, first the best near it that does."""
    if query is None or not quotes:
        return tuple(quotes)
    if gives_the_slot(quotes[0], query, index) and _names_all_of_them(quotes[0], query, index):
        return tuple(quotes)
    least = quotes[0].score - _NEAR
    for quote in quotes[1:_REACH]:
        is_near = quote.score >= least and quote.names == 1
        if is_near and _gives_it_all(quote, query, index):
            return brought_first(quote, quotes)
    return tuple(quotes)


def _gives_it_all(quote: Quote, query: Query, index: Index) -> bool:
    is_typed = holds_type(quote, query) and gives_the_asked_attribute(quote, query)
    gives = is_typed and gives_the_slot(quote, query, index)
    return gives and _names_all_of_them(quote, query, index)


def _names_all_of_them(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence names as many as a group has of which it is asked what it is: "represented by two
    of them" is not all. Where no sentence does, the best still answers."""
    many = _size_of_the_group(query) if query.curated else 0
    longest = max((len(row.names) for row in rows(quote.text, index.glossary)), default=0)
    return longest >= many


def _size_of_the_group(query: Query) -> int:
    """How many a group has that bears the number in its name, where it is asked what or who it is; else 0."""
    if not _ASKS_WHAT_IT_IS.search(query.text) or query.types & _ASKS_OTHERWISE:
        return 0
    spelled: list[str] = []
    for name in query.names:
        spelled += name.name.all_spellings
    return max(map(asked_count, spelled), default=0)


def gives_the_slot(quote: Quote, query: Query, index: Index) -> bool:
    """Whether a sentence gives what is asked for, as far as the question tells what that is."""
    # A row names in its header what it counts.
    is_row = quote.passage.kind == "table"
    # What is asked of a sentence that the question quotes, its words do not tell.
    is_quoted = quote.text.rstrip(_FULL_STOPS) in query.text
    asks_else = not query.curated or query.types & _ASKS_ELSE
    if is_row or is_quoted or asks_else:
        return True
    facts = read_facts(quote.text, quote.passage.language, index.glossary)
    listed = max((len(row.names) for row in rows(quote.text, index.glossary)), default=1)
    said = _Said(quote, facts, listed, index)
    asked = [gives for asks, gives in _SLOTS if asks(query)]
    return all(gives(said, query) for gives in asked)


@dataclass(frozen=True)
class _Said:
    """A sentence, the facts that it states, and how many names its longest row has."""

    quote: Quote
    facts: Sequence[Fact]
    listed: int
    index: Index

    @property
    def text(self) -> str:
        return self.quote.text


# A name of a kind


def _kinds_asked(query: Query) -> list[str]:
    """The kinds of name of which a question asks which; none where it offers some itself."""
    if _OFFERS.search(query.text):
        return []
    return [kind for kind, pattern in _KINDS.items() if pattern.search(query.text)]


def _names_the_kind(said: _Said, query: Query) -> bool:
    """Whether a name of the kind stands there that is not in the question."""
    kinds = frozenset[str]().union(*(_NAMED_FOR[kind] for kind in _kinds_asked(query)))
    return any(_is_of_a_kind(name, kinds, said) for name in _new_names(said.facts, query))


def _is_of_a_kind(name: ProperName, kinds: frozenset[str], said: _Said) -> bool:
    """Whether a name is of one of these kinds, or of none that is known; a country is no city."""
    is_country = said.index.figures.kind_of(name.spellings) == "country"
    return not is_country and (not name.kind or name.kind in kinds)


def _new_names(facts: Sequence[Fact], query: Query) -> list[ProperName]:
    """The names of a sentence that the question does not have."""
    text = query.text.casefold()
    asked = set(chain.from_iterable(name.name.all_spellings for name in query.names))
    new: list[ProperName] = []
    for fact in facts:
        is_new = fact.surface.casefold() not in text
        if is_new and isinstance(fact.value, ProperName):
            new.append(fact.value)
    return [name for name in new if asked.isdisjoint(name.spellings)]


# A person


def _asks_for_a_person(query: Query) -> bool:
    return bool(_OF_A_PERSON.search(query.text)) and not _EITHER.search(query.text)


def _names_somebody(said: _Said, query: Query) -> bool:
    """Whether a person is named, or told by an office."""
    is_told = bool(_SOMEBODY.search(said.text))
    return is_told or any(map(_may_be_a_person, _new_names(said.facts, query)))


def _may_be_a_person(name: ProperName) -> bool:
    """Whether it is a person's name; one that no glossary knows has two words, but for Chinese."""
    is_long = any(" " in spelling or not spelling.isascii() for spelling in name.spellings)
    return is_long if not name.kind else name.kind == "person"


# Who is founded


def _asks_of_a_founding(query: Query) -> bool:
    """Whether it is asked when or by whom one firm was founded."""
    asks = bool(_FOUNDING.search(query.text) and query.types & _WHEN_OR_WHO)
    return asks and len(_founded(query)) == 1


def _founded(query: Query) -> list[QueryName]:
    return [name for name in query.proper_names if name.name.kind in _FOUNDED]


def _founds_just_that(said: _Said, query: Query) -> bool:
    """Whether a sentence may found what is asked about: it stands beside such a word, or no firm does.
    "Norden and Southam differ: only Norden was founded in 1920." founds no Southam."""
    asked = frozenset(_founded(query)[0].name.all_spellings)
    foundings = list(_FOUNDING.finditer(said.text))
    return not foundings or any(_stands_beside(asked, word, said) for word in foundings)


def _stands_beside(asked: frozenset[str], word: re.Match[str], said: _Said) -> bool:
    """Whether a firm before a word, in its part of the sentence, or the next after it is the asked one, or there
    is none."""
    part = _part_around(word, said.text)
    before = _firms_in(said, part.start, word.start())
    after = _firms_in(said, word.end(), part.stop)
    beside = [*before, *after[:1]]
    return not beside or any(_is_called(firm, asked) for firm in beside)


def _part_around(word: re.Match[str], text: str) -> range:
    """Where the part of a sentence begins and ends that has the word."""
    start = max(text.rfind(sign, 0, word.start()) for sign in _PARTS) + 1
    found = re.search(f"[{_PARTS}]", text[word.end() :])
    return range(start, word.end() + found.start() if found else len(text))


def _firms_in(said: _Said, start: int, end: int) -> list[Fact]:
    firms = filter(_is_a_firm, said.facts)
    return [firm for firm in firms if start <= firm.start and firm.end <= end]


def _is_a_firm(fact: Fact) -> bool:
    return isinstance(fact.value, ProperName) and fact.value.kind in _FOUNDED


def _is_called(fact: Fact, spellings: frozenset[str]) -> bool:
    return isinstance(fact.value, ProperName) and not spellings.isdisjoint(fact.value.spellings)


# Two things, and what is said of them


def _asks_of_two(query: Query) -> bool:
    """Whether it is asked if two things have to do with each other."""
    is_other = _ASKS_HOW.search(query.text) or _COMPARES.search(query.text)
    is_whether = _ASKS_WHETHER.search(query.text) and not is_other
    return bool(is_whether) and len(_things(query)) >= _TWO


def _things(query: Query) -> list[QueryName]:
    """The names asked about. Where a thing is not, is told by where it is."""
    return [name for name in query.proper_names if name.name.kind != "place"]


def _names_both(said: _Said, query: Query) -> bool:
    held = set(terms.words(f"{said.quote.passage.context} {said.text}", query.language))
    return all(name.occurs_in(held) for name in _things(query))


def _asks_what_is_said(query: Query) -> bool:
    return bool(_ASKS_WHAT_IS_SAID.search(query.text))


def _tells_what_is_said(said: _Said, _: Query) -> bool:
    """Whether a sentence tells what somebody says of just that."""
    return said.quote.names == 1 and bool(_SAYS.search(said.text))


# A place of a row


def _asks_for_a_place(query: Query) -> bool:
    """Whether it is asked who has a place of a row, the second or one after it."""
    asks_who = _ASKS_WHO.search(query.text) and "time" not in query.types
    return bool(asks_who) and asked_place(query.text) >= _TWO


def _is_of_the_place(said: _Said, query: Query) -> bool:
    """Whether a sentence tells that place, or names so many in a row."""
    place = asked_place(query.text)
    told = told_places(said.text)
    if place in told or (place <= said.listed and place < min(told, default=_NO_PLACE)):
        return True
    # A row that goes on after the places that are told.
    return bool(_GOES_ON.search(said.text)) and place <= max(told, default=1) + said.listed


# An amount


def _asks_of_then(query: Query) -> bool:
    """Whether an amount or a place of a row is asked for; nobody asks but for the year who gives no
    more than words to look for."""
    has_words_alone = not query.types and not _ASKS.search(query.text)
    return has_words_alone or any(asks(query) for asks in _OF_A_YEAR)


def _asks_for_a_number(query: Query) -> bool:
    return "number" in query.types or bool(_WHICH_PLACE.search(query.text))


def _is_of_then(said: _Said, query: Query) -> bool:
    """Whether a sentence tells of the year that is asked about."""
    return not is_of_another_year(said.quote, query)


def _asks_how_many(query: Query) -> bool:
    """Whether a number is asked for and nothing else."""
    if query.types & _COUNTED != {"number"} or _kinds_asked(query):
        return False
    return bool(_HOW_MANY.search(query.text))


def _counts(said: _Said, _: Query) -> bool:
    """Whether a number that is no date stands there."""
    return bool(_IN_WORDS.search(said.text)) or any(map(_is_a_count, said.facts))


def _is_a_count(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, Number) or fact.must_match_in == "nowhere":
        return False
    # A bare year is read as a number where nothing says that it is one.
    return bool(value.unit) or not _FIRST_YEAR <= value.value <= _LAST_YEAR


def _classes_asked(query: Query) -> list[str]:
    """The words for what a question asks which, where no kind of name is called so: "which hall"."""
    asks_else = _kinds_asked(query) or "time" in query.types
    match = None if asks_else else _WHICH.search(query.text)
    if match is None or _OFFERS.search(query.text):
        return []
    return list(filter(None, match.groups()))


def _names_one_of_the_class(said: _Said, query: Query) -> bool:
    """Whether a sentence has the word, or a name that the question does not have and that is not its
    own source's."""
    text = _with_expected(said.quote)
    is_said = all(_is_said(word, text, query) for word in _classes_asked(query))
    idle = _IDLE if _MEDIA.search(query.text) else _IDLE | {"publisher"}
    return is_said or any(name.kind not in idle for name in _new_names(said.facts, query))


def _asked_things(query: Query) -> list[str]:
    """The words for what a question asks the amount of."""
    things: list[str] = []
    for pattern in _AMOUNTS_OF[query.language]:
        match = pattern.search(query.text)
        if match:
            things += _words(match[1], query.language)[-1:]
    return list(filterfalse(_RELATES.search, filterfalse(_is_a_unit, things)))


def _speaks_of_the_counted(said: _Said, query: Query) -> bool:
    """Whether a sentence, its heading or a question expected of it has the word for what is asked:
    who is told how many firms there are is told of no staff."""
    text = _with_expected(said.quote)
    return all(_is_said(thing, text, query) for thing in _asked_things(query))


def _asks_of_a_concept(query: Query) -> bool:
    """Whether the amount of a thing is asked that the glossary knows as one of several of a sort."""
    asks = "number" in query.types or _HOW_MANY.search(query.text) or asks_an_amount(query)
    return bool(asks) and any(not name.proper for name in query.names)


def _is_of_no_sibling(said: _Said, query: Query) -> bool:
    """Whether a sentence does not tell of another of the sort instead: of compute vouchers where model
    vouchers are asked about."""
    held = set(terms.words(_with_expected(said.quote), query.language))
    sorts: set[str] = set()
    for name in query.names:
        if not name.proper and not name.occurs_in(held):
            sorts |= heads(name, query.language)
    told: set[str] = set()
    for fact in said.facts:
        if kind_of(fact.value) == "concept":
            told.update(terms.words(fact.surface, query.language))
    return sorts.isdisjoint(told)


def _with_expected(quote: Quote) -> str:
    """A sentence with its heading and the questions that are expected of it."""
    passage = quote.passage
    expected = passage.expected[quote.number] if passage.expected else ()
    return " ".join((passage.context, quote.text, *expected))


def _is_said(thing: str, text: str, query: Query) -> bool:
    """Whether a text has a word of the question, or the name of the glossary that the word is part of
    in any other spelling."""
    if _is_said_so(thing, text, query.language):
        return True
    held = set(terms.words(text, query.language))
    stems = set(terms.words(thing, query.language))
    named = (name for name in query.names if stems & name.terms)
    return any(name.occurs_in(held) for name in named)


def _is_said_so(thing: str, text: str, language: str) -> bool:
    """Whether a text says the word, and of what it means all: output is no market value."""
    meant = set(terms.concepts(thing, language))
    means_all = len(meant) < _TWO or meant <= set(terms.concepts(text, language))
    return says(text, language, thing, language) and (means_all or thing in text)


def _is_a_unit(word: str) -> bool:
    """Whether numbers are counted in it: billions, yuan."""
    plain = Number(Fraction(_TWO))
    read = (read_numerals(f"{_TWO} {word}", language) for language in _AMOUNT_OF)
    return any(numeral.value != plain for numerals in read for numeral in numerals)


def _words(text: str, language: str) -> Sequence[str]:
    if language != "zh":
        return _WORD.findall(text)
    words = chinese_words(CHINESE_FUNCTION_WORD.sub("", text))
    return [word for word in words if len(word) > 1]


_Asks = Callable[[Query], object]
# What a year is told with: an amount, a place of a row.
_OF_A_YEAR: tuple[_Asks, ...] = (
    _asks_for_a_number,
    asks_an_amount,
    _asked_things,
    _asks_for_a_place,
)
_Gives = Callable[[_Said, Query], bool]
# What a question asks for, and whether a sentence gives it.
_SLOTS: tuple[tuple[_Asks, _Gives], ...] = (
    (_kinds_asked, _names_the_kind),
    (_asks_for_a_person, _names_somebody),
    (_asks_of_a_founding, _founds_just_that),
    (_asks_of_two, _names_both),
    (_asks_what_is_said, _tells_what_is_said),
    (_asks_for_a_place, _is_of_the_place),
    (_asks_of_then, _is_of_then),
    (_asks_how_many, _counts),
    (_classes_asked, _names_one_of_the_class),
    (_asked_things, _speaks_of_the_counted),
    (_asks_of_a_concept, _is_of_no_sibling),
)
