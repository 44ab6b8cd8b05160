"""A follow-up that asks of the rest: "and the other cities?", "which ones not?", "and the other one?".

The question before is asked of the others in the place of the one that it named, or of those of which it is not so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ...values import Turn
from . import turns
from .names import exchanged, named, things, without

_NOUNS = {
    "place": {"en": "the other cities", "de": "die anderen Städte", "zh": "其他城市"},
    "company": {"en": "the other companies", "de": "die anderen Unternehmen", "zh": "其他公司"},
    "product": {"en": "the other models", "de": "die anderen Modelle", "zh": "其他模型"},
    "university": {
        "en": "the other universities",
        "de": "die anderen Universitäten",
        "zh": "其他大学",
    },
    "person": {"en": "the others", "de": "die anderen", "zh": "其他人"},
}
_THE_OTHERS = {
    "en": re.compile(
        r"^\W*(?:(?:and|but|so|ok)[, ]+)*(?:(?:what|how) about |(?:with|for|in|at|of) )*"
        r"(?:(?:do|does|did|is|are|have|has) )?(?:there )?(?:in )?"
        r"(?:(?:(?:all )?the |any )?other(?:s| \w+s)|the rest|elsewhere|everywhere else|where else)"
        r"(?: (?:have|has|do|did|got|too|that|this|it|them|one|any|as well|so))*\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\W*(?:(?:und|aber|also|ok)[, ]+)*(?:was ist mit |wie (?:sieht|steht|ist) es (?:bei|in|mit) "
        r"|gibt es (?:das|die|den|so ?was|ihn|sie) (?:auch )?|(?:haben|machen|tun) |bei |in |von )*"
        r"(?:(?:(?:all )?(?:den|die|der) )?(?:anderen|übrigen|restlichen)(?: \w+)?|(?:dem|der) rest"
        r"|anderswo|woanders|wo (?:sonst )?noch|wo sonst)"
        r"(?: (?:das|die|den|so ?was|auch|aus))*\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那么?|还有|而)?(?:其[他它余]|别的|另外的?|剩下的?|余下的?|(?<=还有)哪(?:里|儿|些(?=城市|地方)|[个座](?=城市)))"
        r"(?:的|几[个座家])*"
        r"(?:城市|地方|地区|省份?|公司|企业|模型|大学|高校|人)?(?:呢|怎么样|如何|又如何|的话|也?有没有|也?有吗|也有|也是吗|这样吗)*\W*$"
    ),
}
_THE_OTHER = re.compile(
    r"\bthe other(?: (?:one|city|company|university|province|model))?\W*$"
    r"|\b(?:de[rmn]|die|das) ander(?:e[nrm]?)(?: (?:stadt|firma|universität|provinz|modell))?\W*$"
    r"|另外?(?:那)?一?[家个座所位款]?(?:城市|公司|企业)?呢?\W*$",
    re.IGNORECASE,
)
_WHICH_NOT = {
    "en": re.compile(
        r"^\W*(?:(?:and|but|so)[, ]+)*(?:which|who)(?: ones?| of (?:them|these|those)| \w+)??"
        r"(?: (?:is|are|do|does|did|has|have|was|were))?(?: not|n['’]t)(?: \w+)?\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\W*(?:(?:und|aber)[, ]+)*(?:welche[rsn]?|wer)(?: (?:davon|von ihnen|von denen|denn|ist|sind|hat|haben|tut|tun|es))*"
        r" (?:nicht|keine[rsn]?)(?: davon)?\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那么?|其中)?(?:又)?(?:有)?(?:哪[些个几一]?[个家座所]?|谁)(?:公司|企业|城市)?(?P<not>不|没)(?P<verb>[\u3400-\u9fff]?)的?\W*$"
    ),
}
_CHINESE_VERB = re.compile(r"(?<![不没])(?=在|属于|来自|做|造|有|是|生产|上市)")


def of_the_others(question: str, last: turns.Turn, glossary: Glossary, language: str) -> str:
    """The question before of all others of the kind that it named; "" for any other follow-up, and where
    it named none, or several."""
    if not _THE_OTHERS[language].match(question):
        return ""
    asked = [name for name in things(last.asked, glossary) if name.kind in _NOUNS]
    if len(asked) != 1:
        return ""
    return exchanged(last.asked, asked[0], _NOUNS[asked[0].kind][language])


def others_of(asked: str, language: str) -> tuple[str, str]:
    """How a question asked of others writes them, and their kind; ("", "") for any other question."""
    written = ((nouns[language], kind) for kind, nouns in _NOUNS.items())
    return next(((noun, kind) for noun, kind in written if noun in asked), ("", ""))


def names_another(
    said: str, asked: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> bool:
    """Whether an answer to a question of others names one of whom nothing was asked yet; True for an
    answer to any other question, and where nothing was asked before."""
    _, kind = others_of(asked, language)
    if not (kind and history):
        return True
    asked_before = glossary.found_in(asked_in(history))
    named = [name for name in glossary.found_in(said) if name.kind == kind]
    return any(name not in asked_before for name in named)


def asked_in(history: Sequence[Turn]) -> str:
    """All that was asked in a talk."""
    return " ".join(turn["content"] for turn in history if turn.get("role") == "user")


def of_the_other(
    question: str, last: turns.Turn, earlier: turns.Turn, glossary: Glossary, language: str
) -> str:
    """The question before, of the other of two that were named: "and the other one?"; "" where there
    were not two."""
    asked = things(last.asked, glossary)
    if len(asked) != 1 or not _THE_OTHER.search(question) or named(question, glossary):
        return ""
    spoken = (last.first_sentence, earlier.first_sentence, earlier.asked)
    partners = (_partner(asked[0], text, glossary) for text in spoken)
    other = next(filter(None, partners), None)
    return exchanged(last.asked, asked[0], other.names[language]) if other else ""


def _partner(this: Name, text: str, glossary: Glossary) -> Name | None:
    """The one thing of a kind that a text names beside another."""
    alike = [name for name in things(text, glossary) if name.kind == this.kind]
    others = without(alike, [this])
    return others[0] if len(alike) == 2 and len(others) == 1 else None


def which_not(question: str, last: turns.Turn, language: str) -> str:
    """The question before of those of which it is not so: "which ones not?"; "" for any other."""
    asked = _WHICH_NOT[language].match(question)
    if asked is None or not last.asked:
        return ""
    if language != "zh":
        return f"{last.asked} {question}"
    verb = asked["verb"] if asked["verb"] not in ("", "的", "呢") else ""
    place = last.asked.rfind(verb) if verb else -1
    found = _CHINESE_VERB.search(last.asked)
    start = place if place >= 0 else found.start() if found else -1
    if start < 0:
        return f"{last.asked} {question}"
    return f"{last.asked[:start]}{asked['not']}{last.asked[start:]}"
