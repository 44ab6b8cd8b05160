"""What a follow-up points to, from the question before and its answer, put in the pointing word's place.

"Where did he study?" after "Who founded Acme? – Ann Lee" becomes "Where did Ann Lee study?". A person, a place
and a company are pointed to by words of their own; "it" may be what was asked about, or what the answer named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citechat_ingest import Glossary, Name, sentence_spans

from ..language import terms
from ..verification.facts import names_in

_MARK = re.compile(r"\s*\[\d+\]")
# A report's publisher is named for the report's sake, and a concept is no thing that "it" could be.
_NO_THINGS = frozenset({"concept", "publisher"})
# Each points to things of some kinds: (kinds, possessives, other words). "X" is no name's kind: any.
_PLACE = frozenset({"place"})
_COMPANY = frozenset({"company"})
_PERSON = frozenset({"person"})
_PRODUCT = frozenset({"product"})
_UNIVERSITY = frozenset({"university"})
_OTHER = frozenset({"company", "product", "institution", "university", "index", "place", "concept"})
_CONCEPT = frozenset({"concept"})
_SEVERAL = frozenset({"concept"})
_NOUNS: tuple[tuple[frozenset[str], str, str, str], ...] = (
    (
        _PLACE,
        r"city|place|town|province|district|region|country",
        r"stadt|provinz|bezirk|region|ort|metropole|land",
        r"城市|地方|市|省份?|区|地区|国家",
    ),
    (
        _COMPANY,
        r"company|firm|maker|manufacturer|group|start-?up|business",
        r"firma|unternehmen|hersteller|konzern|start-?up|betrieb|laden",
        r"公司|企业|厂商|厂家|集团",
    ),
    (
        _PERSON,
        r"person|man|woman|guy|founder|professor",
        r"person|mann|frau|gründer\w*|professor\w*|typ",
        r"人|创始人|教授",
    ),
    (
        _PRODUCT,
        r"model|app|robot|chip|product|system",
        r"modell|app|roboter|chip|produkt|system",
        r"模型|大模型|应用|机器人|芯片|产品",
    ),
    (_UNIVERSITY, r"university|school|college", r"universität|uni|hochschule", r"大学|高校|学校"),
)
_ASKED_NOUNS = tuple(
    (
        kinds,
        re.compile(
            rf"\bwhich of (?:its|the|their|these|those) (?:{english})"
            rf"|\b(?:which|what|welche[rsnm]?|heiß(?:t|en) d(?:as|er|ie)|name of the) (?:\w+ ){{0,2}}?(?:{english}|{german})\b"
            rf"|(?:哪一?[个家座所款]|什么)(?:{chinese})|(?:{chinese})叫什么",
            re.IGNORECASE,
        ),
    )
    for kinds, english, german, chinese in _NOUNS
)
_ENGLISH = r"(?:this|that|the|the same|his|her|its|their)"
_GERMAN = r"(?:dies(?:e[rsnm]?|es)|jene[rsnm]?|der|die|das|dem|den|des|seine?[rsnm]?|ihre?[rsnm]?)"
_CHINESE_POINTERS = r"(?:[这那](?:一?[个家座所位款])|该|此|[他她它]的|^(?=公司|企业))"


@dataclass(frozen=True)
class Turn:
    """A question of the reader's as it stands alone, and the answer to it; "" for one that was refused.

    ``beside`` are the things of which the same was asked just before, in their order. ``typed`` is what
    was typed, where it was read along with the question before it.
    """

    asked: str = ""
    answer: str = ""
    beside: tuple[Name, ...] = ()
    typed: str = ""

    @property
    def first_sentence(self) -> str:
        spans = sentence_spans(self.answer)
        return self.answer[slice(*spans[0])] if spans else self.answer


def turn(asked: str, answer: str, beside: tuple[Name, ...] = (), typed: str = "") -> Turn:
    """A turn with its answer's marks taken off. What has none proved nothing: it was a refusal."""
    is_proven = bool(_MARK.search(answer))
    said = " ".join(_MARK.sub(" ", answer).split()) if is_proven else ""
    is_joined = asked != typed and asked.endswith(typed)
    return Turn(asked, said, beside, typed if is_joined else "")


# What is pointed to


def things(text: str, glossary: Glossary) -> list[Name]:
    """The companies, persons, places, … that a text names, in its order."""
    return [name for name in named(text, glossary) if name.kind not in _NO_THINGS]


def named(text: str, glossary: Glossary) -> list[Name]:
    """The names that a text uses, each once, in the German genitive, too."""
    return list(_each_once([mention.name for mention in names_in(text, "de", glossary)]))


def exchanged(text: str, name: Name, other: str) -> str:
    """A text with something else in a name's place, in the German genitive, too.

    >>> exchanged("Wie groß ist Nordens Flotte?", Name("place", {"de": "Norden"}), "Osten")
    'Wie groß ist Osten Flotte?'
    """
    spellings = sorted(name.all_spellings, key=len, reverse=True)
    written = "|".join(map(_with_its_ends, spellings))
    return re.sub(written, other.replace("\\", ""), text, flags=re.IGNORECASE)


_CHINESE = r"\u3400-\u9fff"


def _with_its_ends(spelling: str) -> str:
    """A spelling as a pattern that fits no part of a longer word, and the German genitive. A Chinese one
    has no ends: 北京AI."""
    if re.search(f"[{_CHINESE}]", spelling):
        return re.escape(spelling)
    return rf"(?<![^\W{_CHINESE}]){re.escape(spelling)}s?(?![^\W{_CHINESE}])"


_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:who(?:m|se)?|which|name of|called)\b|\bwhat (?!is|are|was|were|does|do|did|share|number)\w+"
    r"|\b(?:wer|wem|wen|wessen|welche[rsnm]?|name[ns]?|heißt|heisst)\b|谁|哪[一]?[家个座所款位]|什么(?:公司|企业|城市|大学|模型|应用)|叫什么|名字",
    re.IGNORECASE,
)


_WHO = re.compile(r"\bwho(?:m|se)?\b|\bwe(?:r|m|n|ssen)\b|谁", re.IGNORECASE)
_ASKS_FOR_SEVERAL = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:companies|cities|universities|\w+[^s\W]s)\b|\bwelche \w+(?:en|n)\b|\bare\b|\bsind\b"
    r"|哪些|哪几|都有谁",
    re.IGNORECASE,
)


def brought(last: Turn, glossary: Glossary) -> list[Name]:
    """The names that the answer brought to a question that asked for one: what is talked of next."""
    if not _ASKS_FOR_A_NAME.search(last.asked):
        return []
    new = without(things(last.first_sentence, glossary), named(last.asked, glossary))
    return _only(_kinds_asked_for(last.asked), new)


def without(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names that are none of the others."""
    return [name for name in names if name not in others]


def _only(kinds: frozenset[str], names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.kind in kinds]


def _kinds_asked_for(question: str) -> frozenset[str]:
    """The kinds of name that a question asks for; where it does not say, any but places."""
    wanted = [kinds for kinds, pattern in _ASKED_NOUNS if pattern.search(question)]
    if wanted:
        return frozenset[str]().union(*wanted)
    return _PERSON if _WHO.search(question) else (_OTHER | _PERSON) - _PLACE


def subjects(last: Turn, glossary: Glossary, language: str) -> list[Name]:
    """What a question that names nothing may be about, the likeliest first."""
    asked = things(last.asked, glossary)
    new = brought(last, glossary)
    # Of a list none is meant more than another.
    alone = [] if _ASKS_FOR_SEVERAL.search(last.asked) else new[:1]
    # A ranking is asked of for the sake of what it ranks.
    others = [name for name in asked if name.kind not in ("place", "index")]
    if alone or others or not asked:
        likely = list(_each_once([*alone, *others, *asked]))
        return likely or named(last.asked, glossary)
    there = _terms_there(last.asked, asked, glossary, language)
    # Of what was counted there are many, and the place is one.
    return [*asked, *there] if _COUNTS.search(last.asked) else [*there, *asked]


_COUNTS = re.compile(
    r"\b(?:how many|wie ?viele|number of|(?:an)?zahl)\b|多少(?![钱元亿万])(?=[\u3400-\u9fff])|几[家个名位款座所笔项]|哪些",
    re.IGNORECASE,
)
_IN_A_PLACE = {"en": "{} in {}", "de": "{} in {}", "zh": "{1}的{0}"}


def _terms_there(
    asked: str, places: Sequence[Name], glossary: Glossary, language: str
) -> list[Name]:
    """The terms of which a question asked in one place, each with the place: of a voucher of Norden it
    is asked further, and not of Norden."""
    concepts = _only(_CONCEPT, named(asked, glossary))
    if len(places) != 1 or len(concepts) != 1:
        return []
    names = (concepts[0].names[language], places[0].names[language])
    return [Name("concept", {language: _IN_A_PLACE[language].format(*names)})]


def _each_once(names: Sequence[Name]) -> Iterator[Name]:
    seen: set[int] = set()
    for name in names:
        if id(name) not in seen:
            seen.add(id(name))
            yield name


def _of_kinds(kinds: frozenset[str], last: Turn, glossary: Glossary) -> list[Name]:
    """What of some kinds was spoken of: brought by the answer, asked about, or said by the way."""
    spoken = [*brought(last, glossary), *things(last.asked, glossary)]
    spoken += things(last.answer, glossary)
    return _only(kinds, _each_once(spoken))


# How it is pointed to


@dataclass(frozen=True)
class _Pointer:
    """Words that point to things of some kinds: ``owning`` ones say whose something is, those of
    ``within`` where it is."""

    kinds: frozenset[str]
    words: re.Pattern[str]
    owning: bool = False
    within: bool = False


def _pointer(
    kinds: frozenset[str], words: str, owning: bool = False, within: bool = False
) -> _Pointer:
    return _Pointer(kinds, re.compile(words, re.IGNORECASE), owning, within)


# What follows a noun that is not yet known: "the city with most companies".
_DEFINED = "of|with|that|which|where|whose|in|mit|von|der|die|das|aus"
# "Is it true", "gibt es": no thing is meant.
_EXPLETIVE = (
    r"(?<!gibt )(?<!gab )(?<!geht )(?<!sieht )(?<!steht )(?!es (?:gibt|gab|geht|heißt|stimmt|sich)\b)"
    r"(?!it (?:is )?(?:true|possible|right|correct|likely|take|takes|seems?|that|because)\b)"
)
# "Was hat der vorher gemacht?", "Wer hat die gegründet?": no noun follows.
_GERMAN_THIS = (
    r"(?<=\w )(?:der|die|das|den|dem)(?! (?:zwei|drei|vier|fünf|sechs|beiden?|ersten?|zweiten?|dritten?"
    r"|letzten?|nächsten?|anderen?|übrigen|meisten|größten?)\b)(?=(?: (?-i:[a-zäöüß]+)){0,3}\W*$)"
)
_POINTERS: dict[str, tuple[_Pointer, ...]] = {
    "en": (
        *(
            _pointer(kinds, rf"\b{_ENGLISH} (?:{nouns})(?!\w)(?! (?:{_DEFINED})\b)")
            for kinds, nouns, _, _ in _NOUNS
        ),
        _pointer(_PERSON, r"\b(?:he|him|she|her(?! [a-z]))\b"),
        _pointer(_PERSON, r"\b(?:his|her)\b", owning=True),
        _pointer(
            _PLACE,
            r"\b(?:in |over |from )?(?<!is )(?<!are )there\b(?! (?:is|are|was|were|any|been|be)\b)",
            within=True,
        ),
        _pointer(_SEVERAL, r"\b(?:they|them|these|those)\b|(?<=which )ones?\b"),
        _pointer(_OTHER, r"\b(?:its|their)\b", owning=True),
        _pointer(_OTHER, rf"{_EXPLETIVE}\bit\b|\b(?:they|them)\b"),
    ),
    "de": (
        *(
            _pointer(kinds, rf"\b{_GERMAN} (?:{nouns})(?!\w)(?!,| (?:{_DEFINED})\b)")
            for kinds, _, nouns, _ in _NOUNS
        ),
        # "Wie viele haben sie" asks of several, and seldom of persons.
        _pointer(_PERSON, rf"\b(?:er|ihn|ihm)\b|(?<!en )(?<!sind )\b(?-i:sie)\b|{_GERMAN_THIS}"),
        _pointer(_PERSON, r"\b(?:seine?[rsnm]?|ihre?[rsnm]?|dessen|deren)\b", owning=True),
        _pointer(_PLACE, r"\b(?:von )?(?:dort|da)\b(?! (?:denn|drin))", within=True),
        _pointer(_SEVERAL, r"\b(?:davon|darunter|von (?:ihnen|denen|diesen))\b|\b(?-i:sie)\b"),
        _pointer(_OTHER, r"\b(?:seine?[rsnm]?|ihre?[rsnm]?|dessen|deren)\b", owning=True),
        # A place is never masculine.
        _pointer(_OTHER - _PLACE, r"\b(?:er|ihn|ihm)\b"),
        _pointer(
            _OTHER,
            rf"{_EXPLETIVE}\bes\b|\b(?-i:sie)\b"
            # "Wie hoch ist der maximal?", "Wer hat die gegründet?"
            rf"|{_GERMAN_THIS}",
        ),
    ),
    "zh": (
        *(_pointer(kinds, rf"{_CHINESE_POINTERS}(?:{nouns})") for kinds, _, _, nouns in _NOUNS),
        _pointer(_PERSON, r"[他她](?!们)|其(?=[^中他它实])"),
        _pointer(_PLACE, r"那里|那儿|那边|这里|这儿|当地"),
        _pointer(_SEVERAL, r"其中|它们|他们|这些|这几[家个]"),
        _pointer(_OTHER, r"它们?|他们|[这那]家(?![\u3400-\u9fff]{0,2}哪)|其(?=[^中他它实])"),
    ),
}


def put_in_place(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> list[str]:
    """The question with what it points to in the pointing word's place, the likeliest reading first.

    A word behind a name points to that name, and is let be. What a noun points to may have been
    spoken of a turn before the last.
    """
    names = [m.start for m in glossary.mentions(question) if m.name.kind not in _NO_THINGS]
    first_name = min(names, default=len(question) + 2)
    for pointer in _POINTERS[language]:
        place = pointer.words.search(question)
        if place is None or place.start() > first_name:
            continue
        # "the company Acme", but not "did it overtake Acme"
        if place.end() + 1 == first_name and len(place.group().split()) > 1:
            continue
        names_a_thing = things(question, glossary) or things(last.asked, glossary)
        if pointer.within and not names_a_thing:
            term = _only(_CONCEPT, named(last.asked, glossary))
            if len(term) == 1:
                return [_with_the_term(question, place, term[0], language)]
        meant = _meant(pointer, question, last, glossary, language)
        if not meant and pointer.kinds is not _SEVERAL:
            meant = _meant(pointer, question, earlier, glossary, language)
        if meant:
            return [_replaced(question, place, pointer, name, language) for name in meant]
    return []


def points_to_a_place(question: str, language: str) -> bool:
    """Whether a question says "there"."""
    pointers = _POINTERS[language]
    return any(pointer.within and pointer.words.search(question) for pointer in pointers)


_WITH = {"en": "with {}", "de": "beim {}", "zh": "{}"}


def _with_the_term(question: str, place: re.Match[str], term: Name, language: str) -> str:
    """The question with a term that was asked about where "there" stood: no place was spoken of."""
    written = _WITH[language].format(term.names[language])
    return f"{question[: place.start()]}{written}{question[place.end() :]}"


_MOST_READINGS = 2
# A company is spoken of as many, a city is not.
_PLURAL = re.compile(r"\b(?:they|them|their)\b|他们|它们", re.IGNORECASE)


def _meant(
    pointer: _Pointer, question: str, last: Turn, glossary: Glossary, language: str
) -> list[Name]:
    own = named(question, glossary)
    if pointer.kinds is _SEVERAL:
        # "Of them" is of what was counted, of whom it was counted: no name can stand for both.
        candidates = [] if things(last.asked, glossary) else named(last.asked, glossary)
    elif pointer.kinds >= _OTHER - _PLACE:
        likely = subjects(last, glossary, language)
        is_plural = bool(_PLURAL.search(question))
        candidates = [name for name in likely if not (is_plural and name.kind == "place")]
    else:
        candidates = _of_kinds(pointer.kinds, last, glossary)
    fitting = [name for name in candidates if name.kind in pointer.kinds and name not in own]
    return fitting[:_MOST_READINGS]


def _replaced(
    question: str, place: re.Match[str], pointer: _Pointer, name: Name, language: str
) -> str:
    """The question with a name where a word pointed; with the sign of whose something is."""
    written = name.names[language]
    ahead, behind = question[: place.start()], question[place.end() :]
    if language == "de" and pointer.owning:
        owned, _, rest = behind.strip().partition(" ")
        thing = owned.rstrip("?!.")
        return " ".join(f"{ahead}{thing} von {written} {rest}".split()) + "?" * (not rest)
    if language == "en" and pointer.owning:
        written = f"{written}'s"
    if pointer.within:
        written = f"in {written}"
    return f"{ahead}{written}{behind}"


# One of several


_ORDINAL = re.compile(
    r"\bthe (?P<en>first|second|third|fourth|fifth|last|former|latter)\b"
    r"(?= (?:one|of|city|company|firm|university|province)|\W*$| (?:have|has|is|was|did|make|do))"
    r"|\bthe (?P<en2>former|latter)\b|\b(?P<de2>erstere|letztere)[rnms]?\b"
    r"|\b(?:de[rmn]|die|das) (?P<de>erste|zweite|dritte|vierte|fünfte|letzte|erstere|letztere)[rnms]?\b(?! platz)"
    r"|第(?P<zh>[一二三四五])[个家座所位款](?!季)|(?P<zh2>最后一[个家座所位款]|前者|后者|[前后]面?(?:那|一)[个家座所位款])",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in (
        (0, "first former erste erstere 一 前者 前面那家 前面那个 前一家 前一个 前面一家 前面一个"),
        (1, "second zweite 二"),
        (2, "third dritte 三"),
        (3, "fourth vierte 四"),
        (4, "fifth fünfte 五"),
    )
    for word in words.split()
}


def one_of_several(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> str:
    """The question with the one in place that it counts off: "the second one", "letztere", 第三家."""
    ordinal = _ORDINAL.search(question)
    if ordinal is None or things(question, glossary):
        return ""
    turns = sorted((last, earlier), key=_asks_for_one)
    lists = (_of_the_listed_kind(question, turn, glossary) for turn in turns)
    compared = _of_one_kind(things(last.asked, glossary))
    listed = next((names for names in lists if len(names) > 1), compared)
    word = next(filter(None, ordinal.groups())).casefold()
    number = _NUMBERS.get(word, len(listed) - 1)
    if not listed or number >= len(listed):
        return ""
    name = listed[number].names[language]
    after = re.sub(r"^ (?:one|of (?:them|these|those|the \w+))\b", "", question[ordinal.end() :])
    gap = "" if language == "zh" or not after[:2].strip(" ?") else " "
    return f"{question[: ordinal.start()]}{name}{gap}{after.lstrip()}".strip()


def _of_one_kind(names: Sequence[Name]) -> list[Name]:
    """The names, where they are several and all of one kind."""
    kinds = {name.kind for name in names}
    return list(names) if len(names) > 1 and len(kinds) == 1 else []


def _asks_for_one(turn: Turn) -> bool:
    return not _ASKS_FOR_SEVERAL.search(turn.asked)


def _of_the_listed_kind(question: str, turn: Turn, glossary: Glossary) -> list[Name]:
    """The names of an answer's first sentence that are of the kind that the question says, or of
    which the sentence has most."""
    new = without(named(turn.first_sentence, glossary), named(turn.asked, glossary))
    kinds = [name.kind for name in new if name.kind != "publisher"]
    commonest = max(kinds, key=kinds.count, default="")
    return _only(_kinds_said(question), new) or _only(frozenset({commonest}), new)


def several_named(question: str, last: Turn, glossary: Glossary) -> list[Name]:
    """The things of one kind that a question named, or else its answer: of them one may be asked for.
    What is named beside the thing that was asked about is none of its own, save places: "where did
    Norden's boats go?"."""
    asked = things(last.asked, glossary)
    kinds = {name.kind for name in asked}
    if len(asked) > 1 and len(kinds) == 1:
        return asked
    listed = _of_the_listed_kind(question, last, glossary)
    beside = _only(frozenset(kinds) - _PLACE, listed)
    return without(listed, beside)


def _kinds_said(question: str) -> frozenset[str]:
    """The kinds of thing whose nouns a question uses."""
    used = [
        kinds
        for kinds, english, german, chinese in _NOUNS
        if re.search(rf"\b(?:{english}|{german})\b|{chinese}", question, re.IGNORECASE)
    ]
    return frozenset[str]().union(*used)


# A thing by its last word, or by "such a thing"


_SUCH = re.compile(
    r"\b(?:such (?:a |an )?(?:things?|ones?)|something (?:like that|similar)|the same(?: thing)?|that kind of thing|(?<=any )such)\b"
    r"|\b(?:so ?was|so etwas|etwas ähnliches|solche[rsnm]?|dasselbe|das gleiche)\b"
    r"|(?:这样|那样|这种|那种|同样|类似)的?(?:东西|政策|补贴)?",
    re.IGNORECASE,
)
_DEFINITE = {
    "en": re.compile(r"\b(?:the|this|that|these|those) (?P<noun>[a-z]{3,})", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:der|die|das|dem|den|des|diese[rsnm]?|dieses) (?P<noun>[A-ZÄÖÜ]\w{2,})", re.IGNORECASE
    ),
    "zh": re.compile(
        r"(?:[这那](?:一?[个家座所位款份项种张])?|该|此)(?P<noun>[\u3400-\u9fff]{1,2})"
    ),
}


_WHAT_IS_THAT = re.compile(
    r"(?:and |but )?what(?:'s| is| are| does)? (?:that|this|those|these|it)(?: mean| exactly| anyway)*"
    r"|(?:und |aber )?was (?:ist|sind|heißt|bedeutet|meint) (?:das|dies|der|die|es)(?: (?:eigentlich|genau|denn|überhaupt))*"
    r"|(?:那|这)(?:又)?(?:是|叫)(?:什么|啥)(?:意思|东西|呀|啊)?|(?:什么|啥)意思",
    re.IGNORECASE,
)
_WHAT_IS = {"en": "What is {}?", "de": "Was ist {}?", "zh": "{}是什么？"}


def what_is_that(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """What the thing is that was asked about, after "what is that?": a term of the field, if one was
    used, for a reader knows what a city is."""
    if not _WHAT_IS_THAT.fullmatch(question.strip(" ?？.。!")):
        return ""
    asked = named(last.asked, glossary)
    candidates = _only(_CONCEPT, asked) or subjects(last, glossary, language)
    return _WHAT_IS[language].format(candidates[0].names[language]) if candidates else ""


def by_a_part(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with a name in place of its last word, or of "such a thing": "the index" for the
    index that was spoken of, "sowas" for the voucher."""
    spoken = _each_once([*named(last.asked, glossary), *named(last.answer, glossary)])
    names = [name for name in spoken if name not in named(question, glossary)]
    such = _SUCH.search(question)
    asked_of = [name for name in names if name.kind == "concept"]
    if such and asked_of:
        return question[: such.start()] + asked_of[0].names[language] + question[such.end() :]
    definite = _DEFINITE[language].search(question)
    if definite is None:
        return ""
    noun = terms.fold(definite["noun"])
    fitting = [name for name in names if _ends_with(name.names[language], noun, language)]
    if not fitting:
        return ""
    start, end = definite.span("noun")
    return question[:start] + fitting[0].names[language] + question[end:]


def _ends_with(name: str, noun: str, language: str) -> bool:
    """Whether a name of several words, or a compound, ends with a noun and is more than it."""
    folded = terms.fold(name)
    if folded == noun:
        return False
    if language == "en":
        return folded.split()[-1] in (noun, noun.rstrip("s"))
    return folded.endswith(noun)
