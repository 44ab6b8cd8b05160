"""A thing by its last word, "the index", by "such a thing", or by "what is that?"."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language import terms
from .antecedents import subjects
from .kinds import CONCEPT
from .names import each_once, named, only, things
from .turns import Turn

_SUCH = re.compile(
    r"\b(?:such (?:a |an )?(?:things?|ones?)"
    r"|(?:some|any)thing (?:like (?:that|it|this|them)|similar)|the same(?: thing)?|that kind of thing|(?<=any )such)\b"
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


# Beside a place, of whether there is such a thing there, and not of when or how much.
_ASKS_MORE = re.compile(
    r"\b(?:who|what|which|when|where|why|how|wer|was|welche\w?|wann|wo|warum|wieso|wie)\b|[谁哪几怎]|什么|多少|何时",
    re.IGNORECASE,
)
_IS_THERE = {"en": "Does {1} have {0}?", "de": "Gibt es {0} in {1}?", "zh": "{1}有{0}吗？"}


def such_a_thing_there(question: str, last: Turn, glossary: Glossary, language: str) -> list[str]:
    """Whether there is one of the things that were asked about in another place: "something like it in Osten?"
    after "What is a boat voucher?"; nothing for any other follow-up."""
    own = things(question, glossary)
    is_of_a_place = [name.kind for name in own] == ["place"]
    if not (is_of_a_place and _SUCH.search(question)) or _ASKS_MORE.search(question):
        return []
    terms_asked = only(CONCEPT, named(last.asked, glossary))
    frame, place = _IS_THERE[language], own[0].names[language]
    return [frame.format(term.names[language], place) for term in terms_asked[:2]]


def what_is_that(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """What the thing is that was asked about, after "what is that?": a term of the field, if one was
    used, for a reader knows what a city is."""
    if not _WHAT_IS_THAT.fullmatch(question.strip(" ?？.。!")):
        return ""
    asked = named(last.asked, glossary)
    candidates = only(CONCEPT, asked) or subjects(last, glossary, language)
    return _WHAT_IS[language].format(candidates[0].names[language]) if candidates else ""


def by_a_part(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with a name in place of its last word, or of "such a thing": "the index" for the
    index that was spoken of, "sowas" for the voucher."""
    spoken = each_once([*named(last.asked, glossary), *named(last.answer, glossary)])
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
