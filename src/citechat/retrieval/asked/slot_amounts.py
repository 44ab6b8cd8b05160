"""The fourth, how many robots, in 2024: a sentence gives it where it tells that place, a number of
that thing, and that year."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import filterfalse

from ...language import terms
from ...language.asked_rank import asked_place, told_places
from ...verification.facts import Fact, Number, kind_of
from ...verification.numerals import read_numerals
from ..query import Query
from .attribute import asks_an_amount, heads
from .dates import is_of_another_year
from .slot_names import kinds_asked
from .slot_relations import ASKS_HOW
from .slot_said import TWO, Asks, Said, says_the_word, with_expected, words_of

# "Was" asks in German alone.
_ASKS_WHO = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {
        "en": r"\b(?:which|who|what)\b",
        "de": r"\b(?:welche[rsnm]?|wer|was)\b",
        "zh": r"谁|哪|什么",
    }.items()
}
# A row goes on after the places that are named.
_GOES_ON = re.compile(
    r"\b(?:follow\w*|behind|then|order|ahead of)\b|\b(?:gefolgt|folg\w*|dahinter|dann|danach|hinter|reihenfolge|vor)\b"
    r"|其后|随后|之后|依次|其次|领先于",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|much)\b|\bwie ?viele?\b|多少|几[家个名位台款座所起]", re.IGNORECASE
)
# Numbers that are told by a word.
_IN_WORDS = re.compile(
    r"\b(?:half|third|quarter|none|no|all|every|each|single|only|dozens?|(?:hundred|thousand|million|billion)s|thousandth|\w+fold"
    r"|doubled?|handful|yearly)\b"
    r"|\b(?:hälfte|drittel|viertel|kein\w*|alle|jede\w*|einzige\w*|nur|dutzend\w*|(?:million|milliard)en\w*|tausendstel"
    r"|ver\w+fach\w*|verdoppel\w*|handvoll|jährlich\w*)\b|一半|全部|没有|所有|每|唯一|只|仅|翻|[二两三四五十]倍",
    re.IGNORECASE,
)
_WHICH_PLACE = re.compile(
    r"\b(?:which|what) (?:place|rank)\b|\bwelche[mnr]? (?:platz|rang)\b", re.IGNORECASE
)
_ASKS = re.compile(rf"[?？吗呢]|{ASKS_HOW.pattern}", re.IGNORECASE)
# What tells how amounts stand to each other is no amount of anything.
_RELATES = re.compile(
    r"differen|gap|unterschied|abstand|差|区别|numbers?$|amounts?$|total$|anzahl|summe|总[数额]"
    # what something is for, or is called, is no amount either
    r"|^(?:purpose|aim|goal|idea|reason|cause|point|role|task|topic|subject|name|meaning|result|outcome|consequence|effect|background"
    r"|origin|basis|source|difference|relation\w*|status|rest|opposite|link|date|verdict|nickname|strength|weakness|drawback"
    r"|speciality|specialty|pot|slice|people|place|stance|call|way)s?$"
    # what a thing is called, and how much later something was
    r"|^(?:called|named|known|running|early|earlier|late|later|ago|soon|sooner|years?|months?|weeks?|days?|times)$"
    # what is more so, and not more of it
    r"|(?:ly|ous|ful|ive|ular|able|less)$",
    re.IGNORECASE,
)
_COUNTED = frozenset({"number", "time"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NO_PLACE = 100
# Language → how a question names what it asks the amount of; the last word of it is the thing.
_STOPS = (
    r"do|does|did|is|are|was|were|has|have|had|will|would|can|could|in|on|at|of|from|for|by|with|to|per|that|which|who"
    r"|and|or|as|than|when|over|there|altogether"
)
_VERBS = (
    r"\w+ed|stood|went|came|took|got|sat|ran|made|spent|sold|won|lost|paid|work|live|use|need"
    r"|come|go|sit|stand|belong|appear|exist|run|make"
)
# What comes after the counted in Chinese: 多少家医院用…
_VERBS_CHINESE = "采?用|使用|有|在|会|能|可以|开[设放]?|参加|参与|来自|属于|位于|入选|上榜|进入|被|把|没|已|都|支持|获得|得到|通过|拿"
_AMOUNT_OF = {
    "en": (
        rf"\b[Hh]ow many (?:of (?:the|these|those|its|their) )?(?!(?:{_STOPS}|{_VERBS})\b)"
        rf"((?:[\w'’-]+ ){{0,4}}?[\w'’-]+)(?= (?:{_STOPS}|{_VERBS})\b|[?,.;]|$)",
        r"\b[Ww]hat(?:['’]s| is| was| are| were) the ((?:[\w'’-]+ ){0,2}?[\w'’-]+) (?:of|for)\b",
        r"\b(?:[Ww]hat|[Hh]ow (?:high|large|big))(?:['’]s| is| was| are| were) [\w. ]+?['’]s "
        r"((?:[\w'’-]+ ){0,2}?[\w'’-]+)(?= (?:in|of|on|for)\b|\?|$)",
        rf"\b(?:more|fewer) (?!(?:than|or)\b)((?:[\w'’-]+ ){{0,2}}?[\w'’-]+)(?=,| than\b| (?:{_STOPS})\b|\?|$)",
    ),
    "de": (
        r"\b[Ww]ie ?viele (?:[a-zäöüß-]+ )*([A-ZÄÖÜ][\w-]+)",
        r"\b[Ww]ie (?:hoch|groß|stark) (?:ist|war|sind|waren|wuchs|stieg) (?:der|die|das) (?:[a-zäöüß-]+ )*([A-ZÄÖÜ][\w-]+)",
        r"\b(?:mehr|weniger) (?!als\b)(?:[a-zäöüß]+ )?([A-ZÄÖÜ][\w-]+)",
    ),
    "zh": (
        r"(?:多少|几)[家个名位所座项款颗台起种]?([\u3400-\u9fff]{2,6})$",
        rf"(?:多少|几)[家个名位所座项款颗台起种]([\u3400-\u9fff]{{2,6}}?)(?:{_VERBS_CHINESE})",
        r"的([\u3400-\u9fff]{2,6}?)(?:是|有|达到|为)(?:多少|多大|多高)",
        r"(?:多少|几)[万亿]*[家个名位所座项款颗台起种]?([\u3400-\u9fff]{2,4}?)的",
        r"[谁个家座]的?([\u3400-\u9fff]{2,6}?)(?:更|比较|最)?(?:多|少)[啊呢？?]?$",
    ),
}
_AMOUNTS_OF = {
    language: tuple(re.compile(pattern) for pattern in patterns)
    for language, patterns in _AMOUNT_OF.items()
}

# A place of a row


def asks_for_a_place(query: Query) -> bool:
    """Whether it is asked who has a place of a row, the second or one after it."""
    asks_who = _ASKS_WHO[query.language].search(query.text) and "time" not in query.types
    return bool(asks_who) and asked_place(query.text) >= TWO


def is_of_the_place(said: Said, query: Query) -> bool:
    """Whether a sentence tells that place, or names so many in a row."""
    place = asked_place(query.text)
    told = told_places(said.text)
    if place in told or (place <= said.listed and place < min(told, default=_NO_PLACE)):
        return True
    # A row that goes on after the places that are told.
    return bool(_GOES_ON.search(said.text)) and place <= max(told, default=1) + said.listed


# Of a year


def asks_of_then(query: Query) -> bool:
    """Whether an amount or a place of a row is asked for; nobody asks but for the year who gives no
    more than words to look for."""
    has_words_alone = not query.types and not _ASKS.search(query.text)
    return has_words_alone or any(asks(query) for asks in _OF_A_YEAR)


def _asks_for_a_number(query: Query) -> bool:
    return "number" in query.types or bool(_WHICH_PLACE.search(query.text))


def is_of_then(said: Said, query: Query) -> bool:
    """Whether a sentence tells of the year that is asked about."""
    return not is_of_another_year(said.quote, query)


# How many, and of what


def asks_how_many(query: Query) -> bool:
    """Whether a number is asked for and nothing else."""
    if query.types & _COUNTED != {"number"} or kinds_asked(query):
        return False
    return bool(_HOW_MANY.search(query.text))


def gives_a_count(said: Said, _: Query) -> bool:
    """Whether a number that is no date stands there."""
    return bool(_IN_WORDS.search(said.text)) or any(map(_is_a_count, said.facts))


def _is_a_count(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, Number) or fact.must_match_in == "nowhere":
        return False
    # A bare year is read as a number where nothing says that it is one.
    return bool(value.unit) or not _FIRST_YEAR <= value.value <= _LAST_YEAR


def things_counted(query: Query) -> list[str]:
    """The words for what a question asks the amount of."""
    things: list[str] = []
    for pattern in _AMOUNTS_OF[query.language]:
        match = pattern.search(query.text)
        if match:
            things += words_of(match[1], query.language)[-1:]
    return list(filterfalse(_RELATES.search, filterfalse(_is_a_unit, things)))


def speaks_of_the_counted(said: Said, query: Query) -> bool:
    """Whether a sentence, its heading or a question expected of it has the word for what is asked:
    who is told how many firms there are is told of no staff."""
    text = with_expected(said.quote)
    return all(says_the_word(thing, text, query) for thing in things_counted(query))


def asks_of_a_concept(query: Query) -> bool:
    """Whether the amount of a thing is asked that the glossary knows as one of several of a sort."""
    asks = "number" in query.types or _HOW_MANY.search(query.text) or asks_an_amount(query)
    return bool(asks) and any(not name.proper for name in query.names)


def is_of_no_sibling(said: Said, query: Query) -> bool:
    """Whether a sentence does not tell of another of the sort instead: of compute vouchers where
    model vouchers are asked about."""
    held = set(terms.words(with_expected(said.quote), query.language))
    sorts: set[str] = set()
    for name in query.names:
        if not name.proper and not name.occurs_in(held):
            sorts |= heads(name, query.language)
    told: set[str] = set()
    for fact in said.facts:
        if kind_of(fact.value) == "concept":
            told.update(terms.words(fact.surface, query.language))
    return sorts.isdisjoint(told)


def _is_a_unit(word: str) -> bool:
    """Whether numbers are counted in it: billions, yuan."""
    plain = Number(Fraction(TWO))
    read = (read_numerals(f"{TWO} {word}", language) for language in _AMOUNT_OF)
    return any(numeral.value != plain for numerals in read for numeral in numerals)


# What a year is told with: an amount, a place of a row.
_OF_A_YEAR: tuple[Asks, ...] = (
    _asks_for_a_number,
    asks_an_amount,
    things_counted,
    asks_for_a_place,
)
