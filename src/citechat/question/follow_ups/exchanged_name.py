"""The question before of another thing: a name takes the place of a name of its kind.

"And Shenzhen?" after "How many AI companies does Beijing have?" becomes "How many AI companies does Shenzhen have?".
"""

from __future__ import annotations

import re

from citechat_ingest import Glossary, Name

from .counted import counted_of_one
from .counted_off import one_of_several
from .names import exchanged, named, names_of, only, without
from .opening import ASKS_WHEN, OPENING_WORDS, adds_more_than
from .side_by_side import listed
from .turns import Turn
from .which_one import WHICH

# Of a company and of its product the same may be asked: "and Doubao?" after the users of DeepSeek.
_MAKERS = frozenset({"company", "product", "institution", "university"})
_WORLD = re.compile(
    r"worldwide|globally|(?:in|across) the (?:whole )?world|world ?wide|internationally"
    r"|weltweit|global|in der (?:ganzen )?welt|international|全球|全世界|世界(?:上|范围)?|国际上?",
    re.IGNORECASE,
)


def replace_name(before: str, question: str, glossary: Glossary, language: str) -> str:
    """The question before with its name exchanged, when the follow-up brings nothing but a name of the same kind."""
    new = named(question, glossary)
    if len(new) != 1 or adds_more_than(question, new[0], language):
        return ""
    # "Since when is there Brio?" after how many boats Acme has.
    if ASKS_WHEN.search(question) and not ASKS_WHEN.search(before):
        return ""
    one = as_one(before, new[0], glossary, language)
    # After "who has more?" a third is not compared: how many it has is asked.
    counted = counted_of_one(before, new[0], glossary, language)
    if counted:
        return counted
    old = exchangeable(new[0], one, glossary)
    if old and language == "zh" and _is_measured(old, new[0], before):
        return ""
    # German: "Alibabas Anteil"
    other = exchanged(one, old, new[0].names[language]) if old else one
    return other if other != before else ""


def as_one(before: str, new: Name, glossary: Glossary, language: str) -> str:
    """A question of several names in a row, "in Norden and Osten", with the first of them alone."""
    row = only({new.kind}, named(before, glossary))
    return before.replace(listed(row, language), row[0].names[language]) if len(row) > 1 else before


def _is_measured(old: Name, new: Name, text: str) -> bool:
    """Whether a Chinese text counts a thing with a measure word that may not fit a new term: 多少家企业,
    but not 多少家融资."""
    if new.kind != "concept":
        return False
    written = "|".join(map(re.escape, old.all_spellings))
    return bool(re.search(rf"(?:多少|几|哪)(?:一|些)?[\u3400-\u9fff](?:{written})", text))


def exchangeable(new: Name, before: str, glossary: Glossary) -> Name | None:
    """The one name of a question that another may take the place of: of its kind, or else a maker for
    its product."""
    others = without(named(before, glossary), [new])
    likely = only({new.kind}, others)
    if not likely and new.kind in _MAKERS:
        likely = only(_MAKERS, others)
    return likely[0] if len(likely) == 1 else None


def replace_place_by_the_world(before: str, question: str, glossary: Glossary) -> str:
    """The question before, of the whole world: "and worldwide?" after one for the share in China."""
    world = _WORLD.fullmatch(OPENING_WORDS.sub("", question).strip(" ?？。.!呢"))
    places = names_of("place", before, glossary)
    if world is None or len(places) != 1:
        return ""
    spellings = "|".join(map(re.escape, sorted(places[0].all_spellings, key=len, reverse=True)))
    return re.sub(rf"(?:\b(?:in|of) )?(?:{spellings})", world.group(), before, flags=re.IGNORECASE)


def of_the_one_counted_off(
    question: str,
    last: Turn,
    earlier: Turn,
    glossary: Glossary,
    language: str,
) -> str:
    """The question with the one in place that it counts off; of that one the question before, where
    nothing else is said: "and the second?"."""
    counted = one_of_several(question, last, earlier, glossary, language)
    return replace_name(last.asked, counted, glossary, language) or counted


def of_another_a_turn_earlier(
    question: str,
    last: Turn,
    earlier: Turn,
    glossary: Glossary,
    language: str,
) -> str:
    """The question a turn earlier of another thing, where the last one named none of its kind: "and
    Brio?" after "Who leads Acme? – How old is Ann Lee?"."""
    new = [name for name in named(question, glossary) if name.kind != "concept"]
    if len(new) != 1 or names_of(new[0].kind, last.asked, glossary):
        return ""
    if WHICH.search(last.asked):
        return ""
    return replace_name(earlier.asked, question, glossary, language)
