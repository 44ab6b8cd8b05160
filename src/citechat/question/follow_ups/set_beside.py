"""The question before, of its thing and of another beside it: "is that more than Osten?"."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language import terms
from .asking_again import asks_something
from .exchanged_name import exchangeable
from .names import exchanged, things
from .opening import ENDS, OPENS
from .turns import Turn
from .years import YEAR

_MORE = {
    "en": r"(?:more|less|fewer|higher|lower|larger|bigger|smaller|better|worse|earlier|later|older|younger|further|faster)"
    r"\b.*\bthan\b|as (?:many|much|high|big|large|old|good) as\b",
    "de": r"(?:mehr|weniger|höher|niedriger|größer|kleiner|besser|schlechter|früher|später|älter|jünger|weiter|schneller)"
    r"\b.*\bals\b|(?:genau)?so (?:viele?|hoch|groß|alt|gut) wie\b",
    "zh": r"(?:比|跟|和|与)(?=.{2,14}(?:多|少|高|低|大|小|早|晚|强|弱|好|差|贵|快|慢))",
}
# "Was Osten earlier?", 东城比它多吗: than what was spoken of.
_MORE_THAN_IT = {
    "en": r"(?:more|less|fewer|higher|lower|larger|bigger|smaller|better|worse|earlier|later|older|younger|faster)"
    r"(?: than (?:it|that|he|she|they))?",
    "de": r"(?:mehr|weniger|höher|niedriger|größer|kleiner|besser|schlechter|früher|später|älter|jünger|schneller)"
    r"(?: als (?:es|das|er|sie|die|der))?",
    "zh": r"[个家们]?.{0,4}[多少高低大小早晚强弱好差贵快慢]",
}
_BESIDE = {
    "en": re.compile(
        rf"{OPENS}(?:(?:is|was|are|were|does|do|did|has|have)\s+)?(?:(?:that|this|it|they|he|she)\s+)?"
        rf"(?:(?:a lot|much|far|really|still|even|also|have|has)\s+)*{_MORE['en']}"
        rf"|{OPENS}(?:is|was|are|were|does|do|did|has|have|had)\s+(?-i:[A-Z])[^,?]{{1,30}}? {_MORE_THAN_IT['en']}\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{OPENS}(?:(?:ist|sind|war|waren|hat|haben|hatte|liegt)\s+)?(?:(?:das|dies|es|sie|er)\s+)?"
        rf"(?:(?:viel|deutlich|wirklich|noch|auch|denn|damit)\s+)*{_MORE['de']}"
        rf"|{OPENS}(?:ist|sind|war|waren|hat|haben|hatte|liegt|kam)\s+(?-i:[A-ZÄÖÜ])[^,?]{{1,30}}? {_MORE_THAN_IT['de']}\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{OPENS}(?:这个?|那个?|它)?(?:数字?)?(?:是不是|是否|有没有|是|要)?{_MORE['zh']}"
        rf"|{OPENS}[\w\u3400-\u9fff]{{2,8}}?(?:是不是|是否|还|也)?(?:比|跟)[它他她这那]{_MORE_THAN_IT['zh']}"
    ),
}
_ITSELF = {
    "en": re.compile(
        rf"{OPENS}(?:is|was|are|were|does|do|did|has|have|had)\s+(?-i:[A-Z])", re.IGNORECASE
    ),
    "de": re.compile(
        rf"{OPENS}(?:ist|sind|war|waren|hat|haben|hatte|liegt|kam)\s+(?-i:[A-ZÄÖÜ])", re.IGNORECASE
    ),
    "zh": re.compile(
        rf"{OPENS}(?![这那它])[\w\u3400-\u9fff]{{2,8}}?(?:是不是|是否|还|也)?(?:比|跟)[它他她这那]"
    ),
}
_THAT = {
    "en": re.compile(rf"{OPENS}(?:is|was|are|were) (?P<that>that|this|it|they)\b", re.IGNORECASE),
    "de": re.compile(rf"{OPENS}(?:ist|sind|war|waren) (?P<that>das|dies|es|sie)\b", re.IGNORECASE),
    "zh": re.compile(rf"{OPENS}(?P<that>[这那它]个?)(?=比)"),
}
# In which unit it was wanted.
_IN_A_UNIT = re.compile(
    r"(?<!\s)\s*\b(?:in|into|to)\s+(?:[ep]flops|petaflops|exaflops|(?:us )?dollars?|euros?|yuan|millions?|billions?|millionen|milliarden)\b"
    r"|(?:是|等于|换算成|折合)?(?:多少|几)(?:个)?(?:[ep]flops|亿|万|元|美元|欧元)",
    re.IGNORECASE,
)
_COMPARED = {
    "en": re.compile(r"\b(?:more|less|fewer)\b(?P<what>.*?)\bthan\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:mehr|weniger)\b(?P<what>.*?)\bals\b", re.IGNORECASE),
    "zh": re.compile(r"(?!)(?P<what>)"),
}
_AND = {"en": " and ", "de": " und ", "zh": "和"}


def beside_another(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before, asked of its thing and of the one that a follow-up sets beside it, or of
    its year and another; "" where the follow-up compares nothing with what was answered."""
    if not sets_beside(question, language):
        return ""
    before, own = last.asked, things(question, glossary)
    if _of_something_else(question, before, language):
        return ""
    years, own_years = YEAR.findall(before), YEAR.findall(question)
    if len(years) == 1 and len(own_years) == 1 and not own:
        return before.replace(years[0], _AND[language].join(sorted({*years, *own_years})))
    if len(own) != 1:
        return ""
    old = exchangeable(own[0], before, glossary)
    if old is None:
        return ""
    that = _THAT[language].match(question)
    is_it = _IN_A_UNIT.sub("", before).rstrip(ENDS)
    # "Norden's 40 lamps in dozens?" asks nothing that may be asked of both.
    if that and not asks_something(is_it):
        return f"{question[: that.start('that')]}{is_it}{question[that.end('that') :]}"
    pair = [old.names[language], own[0].names[language]]
    both = _AND[language].join(reversed(pair) if asks_of_itself(question, language) else pair)
    return exchanged(before, old, both)


def of_the_other_alone(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before, of the one alone that a follow-up asks to have more: "did Osten have more?"; "" for any
    other follow-up."""
    own = things(question, glossary)
    old = exchangeable(own[0], last.asked, glossary) if len(own) == 1 else None
    if old is None or not asks_of_itself(question, language) or not sets_beside(question, language):
        return ""
    return exchanged(last.asked, old, own[0].names[language])


def sets_beside(question: str, language: str) -> bool:
    """Whether a follow-up sets something beside what was answered: "is that more than Osten?"."""
    return bool(_BESIDE[language].match(question))


def asks_of_itself(question: str, language: str) -> bool:
    """Whether it is asked of what a follow-up names, and not of what was answered: "was Osten earlier?"."""
    return bool(_ITSELF[language].match(question))


def _of_something_else(question: str, before: str, language: str) -> bool:
    """Whether a follow-up says of what it is more, and that is not what was asked: "more users than"."""
    compared = _COMPARED[language].search(question)
    said = terms.query_words(compared["what"], language) if compared else []
    asked = set(terms.words(before, language))
    return any(word not in asked for word in said)
