"""Which kind of talk a text is that consists of nothing but words of talk: thanks, who are you, is that
reliable, how recent is it.

A text with any other word asks something of the documents, whatever else it says. The table of rules
is read from the top; each says which classes of words (``language/talk_words.py``) make its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Glossary

from ..language.cut_out import cut_out
from ..language.talk_words import classes_of, only_of, read_talk

# A longer text asks something, however many words of talk are in it.
_LONGEST = 160
_ASKS = re.compile(r"[?？]\s*$|[吗么]\s*$|(.)不\1|有没有|能否|是否")
# Of those whom the last answer named, and of no chat.
_OF_THEM = re.compile(r"\bof (?:them|those|these)\b|\b(?:davon|darunter)\b|其中", re.IGNORECASE)
_NAMED = "named"
_Classes = frozenset[str]


@dataclass(frozen=True)
class _Rule:
    """A kind, and what makes it: a word of each of ``needs``, where each names classes of which one will
    do; no word of ``without``. ``only`` says what else may stand there; None for anything."""

    kind: str
    needs: tuple[str, ...]
    without: str = ""
    only: str | None = None
    asks: bool | None = None

    def fits(self, words: Sequence[_Classes], asks: bool) -> bool:
        """Whether a text of these words is of the kind; ``asks`` where it ends as a question."""
        said: _Classes = frozenset().union(*words)
        needed = [set(classes.split()) for classes in self.needs]
        if self.asks not in (None, asks) or not said.isdisjoint(self.without.split()):
            return False
        if any(map(said.isdisjoint, needed)):
            return False
        return self.only is None or only_of(words, set(self.only.split()).union(*needed))


_WH = "who what how where why when"
_TOPICAL = "know source trust answer documents help write sure"
_RULES = (
    # politeness
    _Rule("acknowledgement", ("yes",), only="mild i this person praise", asks=False),
    _Rule("fare", ("how", "fare"), only="be you it mild greet person yes praise"),
    _Rule("fare", ("how", "be", "you"), only="greet person mild"),
    _Rule("fare", ("yes", "you"), only="mild greet person", asks=True),
    _Rule("greeting", ("greet", "person", "be"), only="mild", asks=True),
    _Rule("greeting", ("greet",), only="person mild you i praise fare yes place"),
    _Rule(
        "thanks",
        ("thank",),
        only="person mild you i help praise this work answer be yes greet it make",
    ),
    _Rule(
        "goodbye", ("bye",), only="person mild you i yes praise fare thank greet speak", asks=False
    ),
    # the last answer again
    _Rule(
        "simpler",
        ("simpler",),
        without=_WH,
        only="say i you this it answer mild able give yes repeat tell",
    ),
    _Rule("simpler", ("not", "understand"), only="i this it mild be able"),
    _Rule("simpler", ("lost",), only="i this it mild be"),
    _Rule("whence", ("who", "say count"), only="mild be this it telling"),
    _Rule("whence", ("source",), only="mild be this it"),
    _Rule("whence", ("source", "this it"), only="mild be what where from get"),
    _Rule("whence", ("where from", "get know from", "this it"), only="mild be you able"),
    _Rule(
        "whence",
        ("where from", "get from", "answer figure"),
        only="mild be this it able fresh dated",
    ),
    _Rule("whence", ("dated when", "answer figure", "this"), only="mild be this it from"),
    _Rule(
        "repeat",
        ("repeat",),
        without=f"{_WH} thank",
        only="say you i mild able this it answer give tell yes",
    ),
    _Rule(
        "shorter",
        ("shorter",),
        without=_WH,
        only="say you i mild able this it answer give be tell brief",
    ),
    # the chat itself
    _Rule(
        "recency", ("fresh", "you place answer documents source article know this"), without="from"
    ),
    _Rule("recency", ("dated when", "answer documents source article"), without="trust from who"),
    _Rule(
        "sure", ("sure trust", "this"), without="answer documents source article place", asks=True
    ),
    _Rule("sure", ("sure", "you"), only="be mild i this person how it", asks=None),
    _Rule(
        "blame",
        ("not", "trust sure praise help", "this you answer documents source"),
        without=_WH,
        asks=False,
    ),
    _Rule("blame", ("not", "ask", "i"), asks=False),
    _Rule("blame", ("not", "answer", "you this i"), without=_WH, asks=False),
    _Rule("trust", ("blame", "able", "you"), without="this it what why how", asks=True),
    _Rule("trust", ("trust sure", "you answer documents source article place")),
    _Rule("limits", ("limit", "you place answer")),
    _Rule("limits", ("not", "able know answer ask", "you i", "what why where when who")),
    _Rule("sources", ("founded", "get know")),
    _Rule("identity", ("make", "who what when how named", "you place"), without=_TOPICAL),
    _Rule("identity", ("be", "machine named", "you place"), without=f"{_TOPICAL} about"),
    _Rule("identity", ("speak", "machine who", "i"), without=_TOPICAL),
    _Rule("identity", ("use", "machine named", "you"), without=_TOPICAL),
    _Rule("identity", ("name", "you"), only="be what how i mild able"),
    _Rule("identity", ("age", "you"), only="be how when mild what dated"),
    _Rule("identity", ("where", "you", "live be get from"), only="mild be from"),
    _Rule("identity", ("introduce about", "self"), only="i you mild able tell give brief what"),
    _Rule("identity", ("introduce", "you"), only="mild i tell brief"),
    _Rule("identity", ("who what", "be", "you"), only="mild"),
    _Rule("method", ("how", "work", "you place this answer")),
    _Rule("method", ("how", "get make", "answer"), without="know help"),
    _Rule("method", ("make", "machine", "answer documents")),
    _Rule("sources", ("source",), without="not blame"),
    _Rule("sources", ("where how", "know", "you i this")),
    _Rule("sources", ("where", "get from", "this answer documents article")),
    _Rule("sources", ("many what", "documents", "you place be get")),
    _Rule("sources", ("who", "get write make", "documents")),
    _Rule("author", ("who", "write", "article this place")),
    _Rule("author", ("who", "make", "article place")),
    _Rule("languages", ("language", "speak able what many", "you place i what")),
    _Rule("summary", ("sum", "article place documents"), without="not"),
    _Rule("summary", ("brief", "answer", "article"), without="not you"),
    _Rule("summary", ("sum",), only="give i mild able you this it what be brief tell say"),
    _Rule("summary", ("about introduce tell", "article"), without="not you who why"),
    _Rule("abilities", ("help", "you i place"), without="not"),
    _Rule("abilities", ("what how", "able ask know", "you i place"), without="not this it"),
    _Rule("abilities", ("how", "use", "you place this")),
    _Rule("abilities", ("ask", "i"), only="able you mild this have", asks=None),
    _Rule("abilities", ("what", "be", "place"), only="mild this for able"),
    # judging
    _Rule("praise", ("not", "blame"), without="you", asks=False),
    _Rule("blame", ("blame",), without="source documents"),
    _Rule("praise", ("praise",), without="not why ask how", asks=False),
)

_OF_NAMED = tuple(rule for rule in _RULES if any(_NAMED in its.split() for its in rule.needs))
# What leads to a question, and does not speak of the chat: "can you tell me", "weißt du".
_ASKS_TO_BE_TOLD = re.compile(
    r"^\W*(?:(?:please|bitte|hi|hello|hey|hallo)\W+)?(?:(?:can|could|would|will) you (?:please )?(?:tell|say|show|explain)\w*"
    r"(?: (?:to )?me)?"
    r"|do you (?:happen to )?know|tell me"
    r"|(?:kannst|könntest|können|könnten) (?:du|sie) (?:mir |uns )?(?:bitte )?(?:sagen|verraten|erklären)?"
    r"|(?:weißt|weisst|wissen) (?:du|sie)"
    r"|sag\w* mir|(?:你|您)?(?:能不能|可以|能)?(?:告诉我|给我说说|说说)|(?:你|您)知道)",
    re.IGNORECASE,
)
_MOST_OTHERS = 2
_QUESTION_WORDS = frozenset({"who", "how", "where", "why", "when", "ask"})
_LOOSE_POLITENESS = (("thanks", "thank"), ("greeting", "greet"), ("goodbye", "bye"))
# Of what or whom one speaks, where one speaks to the chat.
_ADDRESSED = frozenset({"you", "place", "documents", "article", "answer", "source"})
_LOOSE = frozenset(
    "identity method recency trust limits sources blame praise summary abilities".split()
)
_LOOSE_RULES = tuple(rule for rule in _RULES if rule.only is None and rule.kind in _LOOSE)


def kind_by_words(text: str, glossary: Glossary) -> str:
    """The kind of talk of a text, such as "identity"; empty where it is none.

    A name is a word of talk only where the chat is asked whether it is that, or by it.
    """
    is_none = len(text) > _LONGEST or _OF_THEM.search(text)
    if is_none:
        return ""
    named = [mention for mention in glossary.mentions(text) if mention.name.kind != "concept"]
    words = classes_of(cut_out(text, named))
    if not words:
        return ""
    return _kind_of_named(words, text) if named else _first_kind(_RULES, words, text)


def _kind_of_named(words: Sequence[_Classes], text: str) -> str:
    """The kind of talk of a text of these words and a name; empty where nobody addresses the chat."""
    rules = _OF_NAMED if any("you" in classes for classes in words) else ()
    return _first_kind(rules, (*words, frozenset({_NAMED})), text)


def loose_kind(text: str, glossary: Glossary) -> str:
    """The kind of talk of a text to which the documents have no answer, and which has a word or two
    that are none of talk: "are you a wizard", "Hallo liebes Orakel"; empty where it is none."""
    if len(text) > _LONGEST or glossary.found_in(text):
        return ""
    talk = read_talk(_ASKS_TO_BE_TOLD.sub("", text))
    if len(talk.others) > min(_MOST_OTHERS, len(talk.classes)):
        return ""
    said: _Classes = frozenset().union(*talk.classes)
    polite = "" if _ASKS.search(text) or said & _QUESTION_WORDS else _polite_kind(said)
    if polite or not said & _ADDRESSED:
        return polite
    return _first_kind(_LOOSE_RULES, talk.classes, text)


def _polite_kind(said: _Classes) -> str:
    return next((kind for kind, needed in _LOOSE_POLITENESS if needed in said), "")


def _first_kind(rules: Sequence[_Rule], words: Sequence[_Classes], text: str) -> str:
    asks = bool(_ASKS.search(text))
    return next((rule.kind for rule in rules if rule.fits(words, asks)), "")
