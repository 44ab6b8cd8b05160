"""Who else: the question before, asked once more for those who were not named yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary

from ...values import Turn as Said
from .antecedents import ASKS_FOR_SEVERAL, OF_NO_PERSON, asks_for_a_name
from .kinds import PERSON, kinds_asked_for
from .names import named, only, without
from .opening import OPENS
from .turns import Turn

_WHO_ELSE = {
    "en": re.compile(
        rf"{OPENS}(?:(?:who|which|which ones|what) else(?: (?:is|was|are|were|does|did|has) (?:there|that|it|one|so))?"
        r"|which other(?:s| ones)|any(?:one|body) else)\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{OPENS}(?:(?:wer|welche|was) (?:sonst|noch|sonst noch)(?: (?:denn|alles))?|welche anderen|noch (?:wer|jemand|welche)"
        r"|(?:sonst|gibt es) noch (?:wer|jemand|welche))\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那么?)?还有(?:谁|哪[些几家个位]?|别人|别的|其他人?)(?:公司|企业|城市|人)?(?:吗|呢)?\W*$"
    ),
}
# "Who makes it?" may be a firm.
_WHO_MAY_BE = PERSON | {"company", "institution", "university"}


def asks_who_else(question: str, language: str) -> bool:
    """Whether a follow-up is no more than "who else?"."""
    return bool(_WHO_ELSE[language].match(question))


def who_else(question: str, last: Turn, language: str) -> str:
    """The question before, which asked who or which; "" for any other follow-up.

    >>> who_else("and who else?", Turn("Who keeps boats in Norden?"), "en")
    'Who keeps boats in Norden?'
    """
    asks = asks_for_a_name(last.asked) or bool(ASKS_FOR_SEVERAL.search(last.asked))
    return last.asked if asks and asks_who_else(question, language) else ""


def names_one_more(said: str, asked: str, history: Sequence[Said], glossary: Glossary) -> bool:
    """Whether a text about what is asked names one more of those who are asked for, and none of whom something
    was said: that would be the same list."""
    names, about = named(said, glossary), named(asked, glossary)
    told = named(" ".join(turn["content"] for turn in history), glossary)
    asked_for = only(_kinds_of_one_more(asked), without(names, about))
    is_about_it = not without(about, names)
    return is_about_it and bool(asked_for) and not any(name in told for name in asked_for)


def _kinds_of_one_more(asked: str) -> frozenset[str]:
    kinds = kinds_asked_for(asked)
    may_be_a_firm = kinds == PERSON and not OF_NO_PERSON.search(asked)
    return frozenset(_WHO_MAY_BE) if may_be_a_firm else kinds
