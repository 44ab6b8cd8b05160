"""An article → its claims that can be checked: sentences that state a number, a date or a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from citechat_ingest import Document, Glossary, Mention, Span, is_question, split_passages

from ..language import terms
from ..language.anaphora import points_back
from ..language.terms import content_words
from ..verification.facts import Date, Fact, Number, ProperName, read_facts
from ..verification.number_grammars import GRAMMARS

Weigh = Callable[[str, str, str], float]
"""A term, its language and its kind, "words" or "concepts" → how much it tells."""

# A rank is a number of its own kind: "third" and "three" have the same value.
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|\.)")
# A German ordinal has an ending that its grammar does not list: erste, ersten, erster.
_CASE_ENDING = {"en": re.compile(r"(?!)"), "de": re.compile(r"e[nmrs]?\Z")}
# What follows an ordinal that is a rank: its word, who it is compared with, or nothing.
_OF_AN_ORDER = {
    "en": re.compile(
        r"\W*(?:$|[.,;:]|(?:places?|positions?|ranks?|spot|among|in|for|by|of|at|to|behind|ahead|before"
        r"|after|and|with|worldwide|nationwide|globally|most|\w+est)\b)"
    ),
    "de": re.compile(
        r"\W*(?:$|[.,;:]|(?:Platz|Plätze|Stelle|Rang|Position|unter|in|im|bei|nach|vor|hinter|und|mit"
        r"|weltweit|landesweit|der|des|\w+ste[nrms]?)\b)"
    ),
}
# Steps, quarters and editions follow one another; none of them is ahead of the others.
_IN_TURN = re.compile("[步届次季期章节条批代轮天阶集回场讲课项件]")

# What stands before and behind a name within which others are ranked.
_ENCLOSING = {
    "en": (r"\b(?:in|of|among|within|across) (?:the )?\Z", r"['’]s?\b"),
    "de": (r"\b(?:in|im|unter|innerhalb|von|aus) (?:den |der )?\Z", r"s\b"),
    "zh": (r"(?!)", r"的|各|城市|全|国内"),
}
# So many years that a time lasted are no number that somebody counted.
_PAST_YEARS = {
    "en": r"\b(?:past|last|previous) \Z",
    "de": r"\b(?:vergangenen|letzten|zurückliegenden) \Z",
    "zh": r"(?:过去|最近|近|以往)\Z",
}
# Places that a grammar of numbers leaves out: before a comma an English "first" opens a list.
_PLACES = {
    "en": re.compile(r"(?<=\w )(?P<place>first)(?=,)"),
    "de": re.compile(
        r"\b(?P<place>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)"
        r"(?:größt|best|höchst|meist|stärkst|wichtigst|längst)e[nrms]?\b",
        re.IGNORECASE,
    ),
}
_PLACE = {"first": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7}
_PLACE |= {"acht": 8, "neunt": 9, "zehnt": 10}
_NOT = {
    "en": r"\b(?:not|no longer|never)(?: the| in| on)? \Z",
    "de": r"\b(?:nicht|nie|keineswegs)(?: der| die| das| auf dem| an)? \Z",
    "zh": r"(?:不是|并非|未居|不在)[^，。]{0,4}\Z",
}
# A German word that goes on behind its number.
_GOES_ON = re.compile(r"[a-zäöüß]")
_HAS_DIGIT = re.compile(r"\d")
# A number word up to this may be part of the telling: "its two rivals".
_FEW = 12
# What an author supposes, asks or foresees is no claim that a source could bear out.
_SUPPOSES = {
    "en": r"\b(?:would|could|might|(?-i:may)|perhaps|probably|maybe|possibly|question is)\b",
    "de": r"\b(?:würden?|wären?|könnten?|dürften?|vielleicht|wahrscheinlich|womöglich|möglicherweise"
    r"|wohl|fragt sich|Frage ist)\b",
    "zh": r"也许|或许|可能|大概|恐怕|未必|说不定|不妨|问题是",
}


@dataclass(frozen=True)
class Claim:
    """A sentence of the article. ``span`` is where it stands, ``before`` the sentence that it points
    back to ("It …"), or empty. ``facts`` are its numbers, dates and names. ``words`` are the stems of
    its other words, what it says of them, and how much each weighs: rare ones more. ``concepts`` are
    the same as English stems."""

    span: Span
    before: str
    facts: tuple[Fact, ...]
    words: Mapping[str, float] = field(repr=False, hash=False)
    concepts: Mapping[str, float] = field(repr=False, hash=False)

    @property
    def text(self) -> str:
        """The sentence, as it stands in the article."""
        return self.span.text

    @property
    def language(self) -> str:
        """That of the article."""
        return self.span.passage.language

    @cached_property
    def names(self) -> tuple[Fact, ...]:
        """The proper names that a source must state, too."""
        return tuple(fact for fact in self.facts if is_proper_name(fact))

    @cached_property
    def dates(self) -> tuple[Fact, ...]:
        """The dates, as far as they are written."""
        return tuple(fact for fact in self.facts if isinstance(fact.value, Date))

    @cached_property
    def figures(self) -> tuple[Fact, ...]:
        """The numbers and ranks that it states, without those in a name ("six little dragons"), those
        of a time that lasted and ranks that it denies."""
        return tuple(fact for fact in self.facts if self._is_stated(fact))

    def _is_stated(self, fact: Fact) -> bool:
        if not is_figure(fact, self.text, self.language) or self._is_in_a_name(fact):
            return False
        return not self._is_time(fact) and not self._is_denied(fact)

    def _is_denied(self, fact: Fact) -> bool:
        """Whether somebody has not the rank: "is not first"."""
        before = self.text[: fact.start]
        is_not = re.search(_NOT[self.language], before, re.IGNORECASE)
        return bool(is_not) and self.is_rank(fact)

    def _is_time(self, fact: Fact) -> bool:
        is_of_years = isinstance(fact.value, Number) and fact.value.unit == "years"
        before = self.text[: fact.start]
        return is_of_years and bool(re.search(_PAST_YEARS[self.language], before, re.IGNORECASE))

    def _is_in_a_name(self, fact: Fact) -> bool:
        names = (other for other in self.facts if isinstance(other.value, ProperName))
        return any(_within(fact, name) for name in names)

    def is_rank(self, fact: Fact) -> bool:
        """Whether a number of the claim is a place in an order."""
        return is_rank(fact, self.text, self.language)


def claims_of(article: Document, glossary: Glossary, weigh: Weigh) -> Iterator[Claim]:
    """The claims in their order; questions and sentences without any fact are none."""
    for passage in split_passages(article):
        before = ""
        for number, _ in enumerate(passage.sentences):
            span = passage.span(number)
            read = read_facts(span.text, article.language, glossary)
            facts = with_places(read, span.text, article.language)
            pointed_at = before if points_back(span.text, article.language) else ""
            if _is_checkable(span.text, article.language, facts):
                yield Claim(span, pointed_at, facts, *_weighed(span.text, facts, article, weigh))
            before = span.text


def _weighed(
    text: str, facts: Sequence[Fact], article: Document, weigh: Weigh
) -> tuple[dict[str, float], dict[str, float]]:
    """The words of a sentence that are no name, number or date, and their concepts."""
    language, rest = article.language, text
    for fact in facts:
        if _is_apart(fact, text, language):
            rest = f"{rest[: fact.start]}{' ' * (fact.end - fact.start)}{rest[fact.end :]}"
    words = {word: weigh(word, language, "words") for word in content_words(rest, language)}
    concepts = {word: weigh(word, language, "concepts") for word in concepts_of(rest, language)}
    return words, concepts


def _is_apart(fact: Fact, text: str, language: str) -> bool:
    """Whether a fact is a name, a number or a date, and no part of a word as in Vierbeinroboter."""
    if isinstance(fact.value, ProperName):
        return is_proper_name(fact)
    return language != "de" or not _GOES_ON.match(text, fact.end)


def _is_checkable(text: str, language: str, facts: Sequence[Fact]) -> bool:
    is_supposed = bool(re.search(_SUPPOSES[language], text, re.IGNORECASE))
    has_facts = any(fact.must_match_in != "nowhere" for fact in facts)
    return has_facts and not is_supposed and not is_question(text)


def with_places(facts: Sequence[Fact], text: str, language: str) -> tuple[Fact, ...]:
    """Facts, and places in an order that are no numbers elsewhere: "came first, Kell second", "der
    drittgrößte"."""
    pattern = _PLACES.get(language)
    if pattern is None:
        return tuple(facts)
    places = [
        Fact(
            match.start(),
            match.end(),
            match.group(),
            Number(Fraction(_PLACE[match["place"].lower()])),
            "same language",
        )
        for match in pattern.finditer(text)
    ]
    others = [fact for fact in facts if not any(_within(fact, place) for place in places)]
    return tuple(sorted([*others, *places], key=lambda fact: fact.start))


def is_proper_name(fact: Fact) -> bool:
    """Whether a fact is a name, and of one thing: no concept of the glossary."""
    return isinstance(fact.value, ProperName) and fact.must_match_in != "nowhere"


def is_figure(fact: Fact, text: str, language: str) -> bool:
    """Whether a fact is a number that counts something, or a rank."""
    if not isinstance(fact.value, Number):
        return False
    return fact.must_match_in != "nowhere" or is_rank(fact, text, language)


def is_few(fact: Fact) -> bool:
    """Whether a number is a few in words, as in "its two rivals": part of the telling, which a
    source need not count."""
    is_bare = isinstance(fact.value, Number) and fact.value.value <= _FEW and not fact.value.unit
    return is_bare and not _HAS_DIGIT.search(fact.surface)


def is_rank(fact: Fact, text: str, language: str) -> bool:
    """Whether a number of ``text`` is a place in an order: "third in the world", "dritter Platz",
    "第三"; not the "first" of "the first line"."""
    surface = fact.surface.lower()
    if language == "zh":
        counted = text[fact.start : fact.end + 1]
        return surface.startswith("第") and not _IN_TURN.search(counted)
    if language in _PLACES and _PLACES[language].fullmatch(text, fact.start, fact.end):
        return True
    ordinal = _CASE_ENDING[language].sub("", surface)
    is_ordinal = ordinal in GRAMMARS[language].ordinals or bool(_ORDINAL.fullmatch(surface))
    return is_ordinal and bool(_OF_AN_ORDER[language].match(text, fact.end))


def nearest_name(facts: Sequence[Fact], figure: Fact) -> Fact | None:
    """Whose number or date it is: the last name before it, else the first one after it."""
    named = list(filter(is_proper_name, facts))
    before = [name for name in named if name.end <= figure.start]
    if before:
        return before[-1]
    return named[0] if named else None


def outside_names(facts: Sequence[Fact], text: str, language: str) -> list[Fact]:
    """Facts without the names among whose things another one is ranked: "of China's cities"."""
    return [fact for fact in facts if not _encloses(fact, text, language)]


def _encloses(fact: Fact, text: str, language: str) -> bool:
    before, behind = _ENCLOSING[language]
    is_behind = re.search(before, text[: fact.start], re.IGNORECASE)
    return bool(is_behind or re.match(behind, text[fact.end :]))


def concepts_of(text: str, language: str) -> frozenset[str]:
    """English stems of what a text says, without numbers."""
    return frozenset(term for term in terms.concepts(text, language) if not term[0].isdigit())


def _within(fact: Fact, other: Fact | Mention) -> bool:
    return other.start <= fact.start and fact.end <= other.end
