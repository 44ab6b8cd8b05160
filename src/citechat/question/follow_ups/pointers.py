"""What a follow-up points to, put in the pointing word's place.

"Where did he study?" after "Who founded Acme? – Ann Lee" becomes "Where did Ann Lee study?". A person, a place
and a company are pointed to by words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citechat_ingest import Glossary, Name

from .antecedents import OF_NO_PERSON, of_kinds, subjects_of, terms_there
from .kinds import CONCEPT, NOUNS, OTHER, PERSON, PLACE, SEVERAL
from .names import NO_THINGS, named, only, things
from .turns import Turn
from .years import of_the_time

_ENGLISH = r"(?:this|that|the|the same|his|her|its|their)"
_GERMAN = r"(?:dies(?:e[rsnm]?|es)|jene[rsnm]?|der|die|das|dem|den|des|seine?[rsnm]?|ihre?[rsnm]?)"
_CHINESE_POINTERS = r"(?:[这那](?:一?[个家座所位款套项台种批部])|该|此|[他她它]的|^(?=公司|企业))"
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
# "Seit wann gibt es den?": of no place, which are neuter.
_GERMAN_HIM = _GERMAN_THIS.replace("(?:der|die|das|den|dem)", "den")
_WITH = {"en": "with {}", "de": "beim {}", "zh": "{}"}
# A company is spoken of as many, a city is not.
_PLURAL = re.compile(r"\b(?:they|them|their)\b|他们|它们", re.IGNORECASE)
_MOST_READINGS = 2
# A product is founded by nobody.
_FOUNDED = {
    "en": re.compile(r"\bfounded\b", re.IGNORECASE),
    "de": re.compile(r"\bgegründet\b", re.IGNORECASE),
    "zh": re.compile(r"成立|创立|创办"),
}
_RELEASED = {"en": "released", "de": "vorgestellt", "zh": "推出"}
_THERE = re.compile(r"\bthere$|\b(?:dort|da)$|[那这][里儿边]", re.IGNORECASE)
_EMPLOYERS = frozenset({"company", "university", "institution"})
_BEHIND_IT = "dahinter"
_AT = {"en": "at {}", "de": "bei {}", "zh": "{}"}


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


_POINTERS: dict[str, tuple[_Pointer, ...]] = {
    "en": (
        *(
            _pointer(kinds, rf"\b{_ENGLISH} (?:{nouns})(?!\w)(?! (?:{_DEFINED})\b)")
            for kinds, nouns, _, _ in NOUNS
        ),
        _pointer(PERSON, r"\b(?:he|him|she|her(?! [a-z]))\b"),
        _pointer(PERSON, r"\b(?:his|her)\b", owning=True),
        _pointer(
            PLACE,
            r"\b(?:in |over |from )?(?<!is )(?<!are )there\b(?! (?:is|are|was|were|any|been|be)\b)",
            within=True,
        ),
        _pointer(SEVERAL, r"\b(?:they|them|these|those)\b|(?<=which )ones?\b"),
        _pointer(OTHER, r"\b(?:its|their)\b", owning=True),
        _pointer(OTHER, rf"{_EXPLETIVE}\bit\b|\b(?:they|them)\b"),
    ),
    "de": (
        *(
            _pointer(kinds, rf"\b{_GERMAN} (?:{nouns})(?!\w)(?!,| (?:{_DEFINED})\b)")
            for kinds, _, nouns, _ in NOUNS
        ),
        # "Wie viele haben sie" asks of several, and seldom of persons.
        _pointer(PERSON, rf"\b(?:er|ihn|ihm)\b|(?<!en )(?<!sind )\b(?-i:sie)\b|{_GERMAN_THIS}"),
        _pointer(PERSON, r"\b(?:seine?[rsnm]?|ihre?[rsnm]?|dessen|deren)\b", owning=True),
        _pointer(OTHER - PLACE, _GERMAN_HIM),
        _pointer(PLACE, r"\b(?:von )?(?:dort|da)\b(?! (?:denn|drin))", within=True),
        _pointer(SEVERAL, r"\b(?:davon|darunter|von (?:ihnen|denen|diesen))\b|\b(?-i:sie)\b"),
        _pointer(OTHER, r"\b(?:seine?[rsnm]?|ihre?[rsnm]?|dessen|deren)\b", owning=True),
        # "Wer steckt dahinter?"
        _pointer(OTHER - PLACE, r"\bdahinter\b"),
        # A place is never masculine.
        _pointer(OTHER - PLACE, r"\b(?:er|ihn|ihm)\b"),
        _pointer(
            OTHER,
            rf"{_EXPLETIVE}\bes\b|\b(?-i:sie)\b"
            # "Wie hoch ist der maximal?", "Wer hat die gegründet?"
            rf"|{_GERMAN_THIS}",
        ),
    ),
    "zh": (
        *(_pointer(kinds, rf"{_CHINESE_POINTERS}(?:{nouns})") for kinds, _, _, nouns in NOUNS),
        _pointer(PERSON, r"[他她](?!们)|其(?=[^中他它实])"),
        _pointer(PLACE, r"那里|那儿|那边|这里|这儿|当地"),
        _pointer(SEVERAL, r"其中|它们|他们|这些|这几[家个]"),
        _pointer(OTHER, r"它们?|他们|[这那]家(?![\u3400-\u9fff]{0,2}哪)|其(?=[^中他它实])"),
    ),
}


def put_in_place(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> list[str]:
    """The question with what it points to in the pointing word's place, the likeliest reading first.

    A word behind a name points to that name, and is let be. What a noun points to may have been
    spoken of a turn before the last.
    """
    names = [m.start for m in glossary.mentions(question) if m.name.kind not in NO_THINGS]
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
            term = only(CONCEPT, named(last.asked, glossary))
            if len(term) == 1:
                return [_instead_of_there(question, place, term[0], _WITH, language)]
        meant = _meant(pointer, question, last, glossary, language)
        if _THERE.search(place.group()) and OF_NO_PERSON.search(question):
            firm = only(_EMPLOYERS, subjects_of(question, last, glossary, language))
            if firm:
                return [_instead_of_there(question, place, firm[0], _AT, language)]
        if not meant and pointer.kinds is not SEVERAL:
            meant = _meant(pointer, question, earlier, glossary, language)
        if pointer.within and meant:
            # Of a voucher of Norden it is asked further, and not of all that there is in Norden.
            there = terms_there(last.asked, meant[:1], glossary, language)
            meant = [*there, *meant]
        if meant:
            read = [_replaced(question, place, pointer, name, language) for name in meant]
            # Of what was counted at a time, it is that which is meant.
            is_of_some = pointer.kinds is SEVERAL
            return [of_the_time(asked, last, language) for asked in read] if is_of_some else read
    return []


def points_to_a_place(question: str, language: str) -> bool:
    """Whether a question says "there"."""
    pointers = _POINTERS[language]
    return any(pointer.within and pointer.words.search(question) for pointer in pointers)


def _instead_of_there(
    question: str, place: re.Match[str], name: Name, words: Mapping[str, str], language: str
) -> str:
    """The question with what was asked about where "there" stood: a term, where no place was spoken of, or
    a firm, at which people work."""
    written = words[language].format(name.names[language])
    return f"{question[: place.start()]}{written}{question[place.end() :]}"


def _meant(
    pointer: _Pointer, question: str, last: Turn, glossary: Glossary, language: str
) -> list[Name]:
    own = named(question, glossary)
    if pointer.kinds is SEVERAL:
        # "Of them" is of what was counted, of whom it was counted: no name can stand for both.
        candidates = [] if things(last.asked, glossary) else named(last.asked, glossary)
    elif pointer.kinds >= OTHER - PLACE:
        likely = subjects_of(question, last, glossary, language)
        is_plural = bool(_PLURAL.search(question))
        candidates = [name for name in likely if not (is_plural and name.kind == "place")]
    elif pointer.kinds is PERSON and OF_NO_PERSON.search(question):
        candidates = []
    else:
        candidates = of_kinds(pointer.kinds, last, glossary)
    fitting = [name for name in candidates if name.kind in pointer.kinds and name not in own]
    return fitting[:_MOST_READINGS]


def _replaced(
    question: str, place: re.Match[str], pointer: _Pointer, name: Name, language: str
) -> str:
    """The question with a name where a word pointed; with the sign of whose something is."""
    written = name.names[language]
    ahead, behind = question[: place.start()], question[place.end() :]
    if name.kind == "product":
        behind = _FOUNDED[language].sub(_RELEASED[language], behind)
    if language == "de" and pointer.owning:
        owned, _, rest = behind.strip().partition(" ")
        thing = owned.rstrip("?!.")
        return " ".join(f"{ahead}{thing} von {written} {rest}".split()) + "?" * (not rest)
    if place.group() == _BEHIND_IT:
        written = f"hinter {written}"
    if language == "en" and pointer.owning:
        written = f"{written}'s"
    if pointer.within:
        is_term = name.kind == "concept"
        written = _WITH[language].format(written) if is_term else f"in {written}"
    return f"{ahead}{written}{behind}"
