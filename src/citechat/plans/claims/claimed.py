"""A question whether something is so, read: what it asks the truth of, without the words that ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...language import terms
from ...language.answer_types import asks_openly, asks_whether
from ...language.held_words import held_words
from ...language.negation import NOT
from ...language.synonyms import synonyms
from ...question.decomposition import without_names
from ...retrieval.asked.words import asked_words
from ...retrieval.query import Query, QueryName
from ...verification.facts import Fact, Number, StatedFacts, read_facts
from ..names.authors_opinion import without_author
from ..statements import Findings
from .presumption import SEATED

# What asks whether it is so, and whose word it is: no part of what is said.
_FRAME = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) (?:it|this|that)\b"
    r"(?: (?:really|actually))? (?:true|correct|right|so|the case|a fact)\b(?: that\b)?"
    r"|\b(?:true or false|true|correct|right|really|actually|indeed|in fact|right or wrong)\b"
    r"|,? (?:is|are|was|were|do|does|did|has|have)n['’]?t (?:it|they|he|she)\W*$"
    r"|\b(?:is there )?any(?:thing| truth) (?:to|in) (?:it|that|this)\b|\b(?:ist|wäre) (?:da|daran|dran) (?:et)?was(?: d(?:a)?ran)?\b"
    r"|\b(?:der artikel|die autorin) (?:sagt|schreibt|behauptet|meint)\b,?(?: dass)?|\blaut artikel\b"
    r"|\bwie im artikel (?:behauptet|geschrieben)\b"
    r"|\bi(?:['’]ve)? (?:have )?(?:read|heard)\b|\bthe (?:article|author|text) (?:says|claims|writes|has it)\b"
    r"|\b(?:stimmt(?:['’]?s)?|trifft)(?: es)?(?: zu)?\b,?(?: dass)?|\b(?:wirklich|tatsächlich|echt|eigentlich|denn)\b"
    r"|\b(?:ist (?:es|das) )?(?:wahr|richtig|korrekt|falsch)\b,?(?: dass)?|\bnicht wahr\b|\bgell\b"
    r"|\b(?:already|also|too|as well|schon|bereits|auch|ebenfalls)\b"
    r"|\bich hab\w* (?:gelesen|gehört)\b,?(?: dass)?"
    r"|这?是真的|真的|真假|属实|靠谱|准确|可信|是不是|是否|对不对|有没有|没错|听说|据说|[对是][吗吧么]|(?<=了)没有?(?=\W*$)|[吗吧么]|(?<=\w)出来|这句话|这个?说法"
    r"|文章[里中]?[说讲写称]|(?:写|搞|说|讲)错了?|[？?]",
    re.IGNORECASE,
)
# A "not" that takes for granted that it is so: "Wasn't Norden …?", "War Norden nicht auch …?", 不是……吗.
_TAKES_FOR_GRANTED = {
    "en": re.compile(
        r"^(\W*(?:(?:and|but|so) )?(?:is|are|was|were|do|does|did|has|have|had|could|would))n['’]?t\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^(\W*(?:(?:und|aber) )?(?:ist|sind|war|waren|hat|haben|gibt|gab|wurde|wurden|gehört|gehörte)\b.*?) nicht\b(?! wahr)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"^(.*?)(?<!是)不(?=是.*[吗么嘛])|^()难道"),
}
# How much more it is, asked beside whether it is more at all.
_BY_HOW_MUCH = re.compile(
    r"[,;]?\s?(?:(?:and|und|if so|wenn ja|falls ja),?\s){0,2}"
    r"(?:by how (?:much|many)|how (?:much|many) (?:more|less|fewer|larger|bigger|higher)|um wie ?viele?|wie ?viele? (?:mehr|weniger))\b.*$"
    r"|[，,、]?(?:那)?(?:相?差(?:了)?多少|差距(?:是|有)?多[少大]|[多少大高低小]出?(?:了)?多少)[^，。]*$",
    re.IGNORECASE,
)
# What somebody does and what one is who does it, told in one word or another.
_SAME_THING = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:spe(?:ak|ech)\w*|spoke\w*|rede[nt]?|redete\w*|geredet|redner\w*|gesprochen|sprach\w*|sprech\w*|spricht)\b"
        r"|发言|发了言|讲话|说话|致辞|演讲",
        r"\b(?:attend\w*|present|participa\w+|took part|take part|dabei|anwesend|teilnahm\w*|teilgenommen|teilnehmer\w*"
        r"|saß\w*|da)\b|\bn[aä]hm\w*\b.*\bteil\b|出席|参加|在场|到场|与会",
    )
)
# Who was there was present, in a word that is looked up.
_THERE = (
    (re.compile(r"\bthere\W*$", re.IGNORECASE), "present"),
    (re.compile(r"\b(?:da|dabei|vor Ort)\W*$", re.IGNORECASE), "anwesend"),
    (re.compile(r"[去来到]了\W*$"), "出席"),
)
# How much of a compound's pieces a word must have to say it.
_MOSTLY = 0.5
_OPENS_WITH_ONLY = re.compile(r"(?:only|nur|只有|仅有?) ?", re.IGNORECASE)
_HAVE_A_SEAT = frozenset({"company", "institution", "person", "place", "product", "university"})


@dataclass(frozen=True)
class Claimed:
    """What a question asks the truth of: the query without the words that ask, and the names,
    numbers and dates that a sentence must state to say it.

    ``takes_for_granted`` where it is asked with a "not" that expects a yes. ``by_how_much`` are the
    words that ask beside it by how much it is so, ``before`` the question before, if it is read along.
    """

    query: Query
    facts: tuple[Fact, ...]
    takes_for_granted: bool = False
    by_how_much: str = ""
    before: str = ""

    @property
    def text(self) -> str:
        return self.query.text

    @property
    def numbers(self) -> list[Fact]:
        return [fact for fact in self.facts if isinstance(fact.value, Number)]

    def share(self, text: str) -> float:
        """The share of its words that a text says, in these words or others."""
        return share_said(self.query, text)

    def share_beside_names(self, text: str) -> float:
        """That of the words beside its names; all, where there are none."""
        rest = without_names(self.text, [name.name for name in self.query.proper_names])
        asked = replace(self.query, text=rest)
        return share_said(asked, text) if asked_words(asked) else 1.0

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing beside names: "Is Norden in Southam?"."""
        named = [name.name for name in self.query.names if name.name.kind in _HAVE_A_SEAT]
        rest = without_names(self.text, named)
        return not asked_words(replace(self.query, text=rest))

    def missing(self, stated: StatedFacts) -> list[Fact]:
        """Its facts that a text does not state."""
        return [fact for fact in self.facts if not stated.contains(fact.value)]


def claimed_by(findings: Findings, before: str = "") -> Claimed | None:
    """What the question asks the truth of; None for other questions."""
    query = findings.query
    language = query.language
    # "How much more …?" alone asks for no yes.
    text = _BY_HOW_MUCH.sub("", query.text).strip() or query.text
    asked = _TAKES_FOR_GRANTED[language].sub(r"\1", text)
    if not query.curated or asks_openly(asked, language):
        return None
    asks = "truth" in query.types or asks_whether(asked, language)
    # Whose word it is, is no part of what is said.
    unsigned = without_author(asked, findings.index, language)
    plain = _FRAME.sub(" ", unsigned).strip()
    for there, present in _THERE if query.proper_names else ():
        plain = there.sub(present, plain)
    spelled_out = _as_documents_write(plain, query) if language == "zh" else plain
    said = replace(query, text=SEATED.sub(" ", spelled_out).strip())
    # What is asked with any other "not" may be answered by yes and by no alike.
    if not asks or NOT.search(said.text) or not asked_words(said):
        return None
    facts = read_facts(said.text, language, findings.index.glossary)
    return Claimed(
        said,
        tuple(fact for fact in facts if fact.must_match_in == "any language"),
        takes_for_granted=asked != text,
        by_how_much=query.text.removeprefix(text),
        before=before,
    )


def _as_documents_write(text: str, query: Query) -> str:
    """A Chinese text with the things of the field as documents write them: of 民企, short for 民营企业, a
    character alone tells nothing."""
    for name in query.names:
        own = name.name.names["zh"]
        short = [] if name.proper or own in text else name.name.all_spellings
        used = max(filter(text.__contains__, short), key=len, default="")
        text = text.replace(used, own) if used else text
    return text


def stated_in(text: str, findings: Findings) -> StatedFacts:
    """What a text states."""
    return StatedFacts(text, read_facts(text, findings.language, findings.index.glossary))


def is_the_only_one(text: str, claimed: Claimed) -> bool:
    """Whether a sentence opens with the first name of a question as the only one: of that it is so."""
    opening = _OPENS_WITH_ONLY.match(text)
    named = min(claimed.query.proper_names, key=lambda name: _place(name, claimed), default=None)
    if opening is None or named is None:
        return False
    return text[opening.end() :].startswith(named.name.all_spellings)


def _place(name: QueryName, claimed: Claimed) -> int:
    """Where a question uses a name."""
    asked = claimed.text.casefold()
    places = (asked.find(spelling.casefold()) for spelling in name.name.all_spellings)
    return min((place for place in places if place >= 0), default=len(asked))


def share_said(asked: Query, text: str) -> float:
    """The share of what is asked that a text says, in its words or others."""
    words = asked_words(asked)
    said = [says(text, word, asked.language) for word in words]
    return sum(said) / max(1, len(said))


def says(text: str, word: str, language: str) -> bool:
    """Whether a text says all of a word: "private company" is more than a company."""
    return _says_what_it_means(text, word, language) or _has_it(text, word, language)


def _says_what_it_means(text: str, word: str, language: str) -> bool:
    """Whether a text says a word in another word."""
    meant = set(terms.concepts(word, language))
    is_meant = bool(meant) and meant <= set(terms.concepts(text, language))
    alike = filter(lambda one: one.fullmatch(word), _SAME_THING)
    return is_meant or any(one.search(text) for one in alike)


def _has_it(text: str, word: str, language: str) -> bool:
    """Whether a text has a word, a synonym, or most of its pieces."""
    if language == "zh":
        return any(other in text for other in (word, *synonyms(word)))
    held = held_words(text, language)
    return any(held.worth(stem) >= _MOSTLY for stem in terms.query_words(word, language))
