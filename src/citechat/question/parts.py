"""A question that asks several things one after another: its parts, and what no part of its own is.

"Who founded it, and when?" has two. "What does she say, why is it so?" asks one thing, and so does "how many have the
two, and who has more?", which the numbers side by side answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ..language import terms
from ..language.answer_types import asked_types
from .decomposition import asking_clauses, without_names
from .follow_ups.names import things
from .follow_ups.side_by_side import sets_side_by_side
from .follow_ups.why import asks_only_why

# What somebody says, knows or thinks follows as a clause that asks nothing more.
_WHO_SAYS = re.compile(
    r"\b(?:says?|said|thinks?|claims?|explains?|know|tell (?:me|us)|sag(?:t|en|te)|mein(?:t|en)|erklär(?:t|en)|weiß|wissen)\b[^,;]*$"
    r"|(?:说|认为|解释|知道|告诉我)\W*$",
    re.IGNORECASE,
)
# Whose word it is is told by the mark behind a sentence; and what the others are beside the one that is asked for, by the
# sentence that tells that one.
_ASKS_NO_MORE = re.compile(
    r"^\W*(?:and )?(?:who (?:says|said|claims) (?:so|that|this|it)|according to whom|wer (?:sagt|behauptet) das|laut wem)\W*$|^谁说的\W*$"
    r"|^\W*(?:and )?(?:what|who|which) (?:are|were) the others?\W*$"
    r"|^\W*(?:und )?(?:was|wer|welche[rs]?|wie heißen) (?:(?:sind|waren) )?(?:die|der|das) (?:anderen?|übrigen)\W*$"
    r"|^\W*(?:那么?)?(?:其[他它余]|别)的?(?:[两几][个座家])?(?:城市|公司)?(?:又|分别)*(?:是|有)?(?:什么|哪些|谁|啥)\W*$",
    re.IGNORECASE,
)
# Why it is so is asked already by 怎么涨那么猛，什么原因.
_ONLY_THE_REASON = re.compile(r"^\W*(?:是)?(?:什么|啥)(?:原因|理由|缘故)\W*$")
# "How many registered models": so many words and no name only begin to ask.
_FEW_WORDS = 5
_BEGINS_TO_ASK = re.compile(
    r"^\W*(?:how (?:many|much)\b|wie ?viele?\b|welche[rsnm]?\b|(?:which|what) (?!is|are|was|were|does|do|did|has|makes?)\w)"
    r"|^\W*(?:when|where|wann|wo|who|wer|why|warum)\W*$",
    re.IGNORECASE,
)


def parts_of(question: str, glossary: Glossary, language: str) -> list[str]:
    """The parts of a question, each with the words that were typed; one that asks one thing comes back
    alone. The first stands alone, a later one leans on those before it as a follow-up does."""
    sides = _split(question) or _each_of_two(question, glossary, language)
    if sides:
        return sides
    clauses = asking_clauses(question)
    # "If it was 300, what growth is that?" asks one thing.
    if len(clauses) < 2 or _WHO_SAYS.search(clauses[0]) or _IF.search(clauses[0]):
        return [question]
    if any(_belongs_to(later, clauses[0], glossary) for later in clauses[1:]):
        return [question]
    return _with_the_first_named(clauses, glossary, language)


def _split(question: str) -> list[str]:
    """The parts of a question that asks two things in one clause."""
    return _both_sides(question) or _both_of_one(question) or _who_and_when(question)


_IF = re.compile(
    r"^\W*(?:if|suppose|supposing|assuming|given that)\b|^\W*(?:wenn|falls|angenommen|gesetzt)\b|^\W*(?:如果|假如|假设|若)",
    re.IGNORECASE,
)
# What somebody is good at, and what not, asked in one breath.
_GOOD_AND_BAD = re.compile(
    r"(?P<good>strengths?|advantages?|pros|stärken|vorteile?|vor-|优势|长处|强项|优点|优)\s*(?:and|&|und|/|和|与|、)?\s*(?:the |die )?"
    r"(?P<bad>weaknesses|weak points?|disadvantages?|drawbacks?|cons|schwächen|nachteile?|劣势|短板|不足|弱点|缺点|弱项|缺?点|劣势?)",
    re.IGNORECASE,
)
_WHOLE = {"vor-": "Vorteile", "优": "优势", "点": "缺点", "劣": "劣势"}


def _both_sides(question: str) -> list[str]:
    """A question for strengths and weaknesses as one for each."""
    both = _GOOD_AND_BAD.search(question)
    if both is None:
        return []
    asked = (_WHOLE.get(said.casefold(), said) for said in (both["good"], both["bad"]))
    return [f"{question[: both.start()]}{side}{question[both.end() :]}" for side in asked]


# 杭州的算力目标和核心产业目标各是多少: two things of one, told as one for each.
_OF_ONE = re.compile(
    r"^(?P<of>.+?[的在])(?P<one>[^的和与、，]{2,14})[和与](?P<other>[^的和与、，]{2,14}?)(?P<asks>[里中上]?(?:各|分别)自?(?:是|有|为|排)?(?:多少|什么|第几|几).*)$"
)


def _both_of_one(question: str) -> list[str]:
    """A Chinese question for two things of one as one for each."""
    both = _OF_ONE.match(question)
    if both is None:
        return []
    return [
        f"{both['of']}{thing}{both['asks'].replace('各', '').replace('分别', '')}"
        for thing in (both["one"], both["other"])
    ]


# 安克是谁创办的，什么时候 · 安克哪年由谁创办: who did it, and when, told as one for each.
_WHEN = r"(?:是?在)?(?P<when>什么时候|何时|哪一?年)"
_DID = r"(?P<did>[^，,、？?的]{2,4}?)"
_WHO_AND_WHEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<of>.+?)(?:又|都)?[是由被]?谁{_DID}的?[，,、 ]*(?:和|又)?{_WHEN}(?:的)?[？?]*$",
        rf"^(?P<of>.+?){_WHEN}[，,、 ]*[是由被]谁{_DID}的?[？?]*$",
        rf"^(?P<of>.+?)[是由被]?谁{_WHEN}{_DID}的?[？?]*$",
    )
)


def _who_and_when(question: str) -> list[str]:
    """A Chinese question who did something and when as one for each."""
    both = next(filter(None, (pattern.match(question) for pattern in _WHO_AND_WHEN)), None)
    if both is None:
        return []
    return [f"{both['of']}由谁{both['did']}的", f"{both['of']}{both['when']}{both['did']}的"]


# How two things differ, and nothing by which.
_DIFFER = re.compile(
    r"\bdiffer(?:s|ences?|ent)?\b|\b(?:unterscheide\w*|unterschiede?)\b|区别|不同|差别|差异|不一样",
    re.IGNORECASE,
)
_BY_NOTHING = re.compile(
    r"\b(?:what(?:'s| is| are)?|how|do|does|is|are|the|main|between|and|in|from|each|other|of|with|when|it|comes|to|ai|cities|as"
    r"|was|ist|sind|der|die|das|worin|wie|liegt|liegen|sich|zwischen|und|von|beim?|bei|thema|ki|städte|eigentlich|denn|gibt|es|welche|als)\b"
    r"|人工智能|AI|发展|方面|上|领域|的|地方|有|什么|哪些|和|与|跟|之间|是|在|哪里?|做|城市|怎么|呢|主要|两|个|座|到底|究竟",
    re.IGNORECASE,
)
_WHAT_EACH_IS = {
    ("place", "en"): "What are {name}'s strengths in AI?",
    ("place", "de"): "Welche Stärken hat {name} in der KI?",
    ("place", "zh"): "{name}发展人工智能有哪些优势？",
    ("concept", "en"): "What is a {name}?",
    ("concept", "de"): "Was ist {name}?",
    ("concept", "zh"): "{name}是什么？",
}


def _each_of_two(question: str, glossary: Glossary, language: str) -> list[str]:
    """A question for how two places or terms differ as one for what each is, or is good at."""
    named = glossary.found_in(question)
    if len(named) != 2 or not _DIFFER.search(question):
        return []
    one, other = named
    rest = _BY_NOTHING.sub(" ", _DIFFER.sub(" ", without_names(question, named)))
    frame = _WHAT_EACH_IS.get((one.kind, language), "")
    if one.kind != other.kind or terms.query_words(rest, language):
        return []
    return [frame.format(name=name.names[language]) for name in named if frame]


def _belongs_to(later: str, first: str, glossary: Glossary) -> bool:
    """Whether a later clause asks nothing of its own: which of those it is, what the others are, or again
    for the reason."""
    if _ASKS_NO_MORE.match(later):
        return True
    if asks_only_why(later) or _ONLY_THE_REASON.match(later):
        return "reason" in asked_types(first)
    names_none = not things(later, glossary)
    compares = names_none and sets_side_by_side(later)
    return compares and len(things(first, glossary)) > 1


def _with_the_first_named(clauses: Sequence[str], glossary: Glossary, language: str) -> list[str]:
    """The clauses, the first with the names of the second where it only begins to ask: "how many boats and how many
    lamps does Norden have?". Chinese names first what it asks about."""
    first, second, *others = clauses
    if language == "zh" or not _only_begins(first):
        return list(clauses)
    if _proper(first, glossary):
        return list(clauses)
    names = [name.names[language] for name in _proper(second, glossary)]
    return [" ".join([first, *names]), second, *others]


def _only_begins(clause: str) -> bool:
    """Whether a clause asks in a few words, and does not say of what."""
    return bool(_BEGINS_TO_ASK.match(clause)) and len(clause.split()) <= _FEW_WORDS


def _proper(text: str, glossary: Glossary) -> list[Name]:
    """The companies, places, … that a text names."""
    return [name for name in glossary.found_in(text) if name.kind != "concept"]
