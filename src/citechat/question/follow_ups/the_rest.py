"""Those that are left of some: "which four are left?" after "Which of the six are not in Norden?"."""

from __future__ import annotations

import re

from .antecedents import ASKS_FOR_SEVERAL, asks_for_a_name
from .others import which_not
from .turns import Turn

_ASKS_THE_REST = {
    "en": re.compile(
        r"\b(?:which|what|who)\b.{0,30}\b(?:left|remain\w*|the rest)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(?:welche[rsn]?|wer|was)\b.{0,30}\b(?:bleib(?:t|en)|verbleib\w*|übrig\w*|restlich\w*)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:剩下?|剩余|其余|余下).{0,12}(?:哪|谁|什么)|(?:哪|谁).{0,8}(?:剩下?|余下)"
    ),
}
_NOT = {
    "en": re.compile(
        r"(?:(?<=\bare)|(?<=\bis)|(?<=\bwere)|(?<=\bwas)|(?<=\bdo)|(?<=\bdoes)|(?<=\bdid)|(?<=\bhave)|(?<=\bhas)) ?n(?:ot|['’]t)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:gar )?nicht \b", re.IGNORECASE),
    "zh": re.compile(r"不(?=在|是|属于|来自|做|有)|没(?=有|在)"),
}
# What takes a denial: the verb in English, in German what says where or whence.
_AFFIRMED = {
    "en": re.compile(r"\b(are|is|do|does|were|was|have|has)\b", re.IGNORECASE),
    "de": re.compile(
        r" (aus|in|im|von|vom|bei|zu|zum|zur|auf|an|am)\b(?! (?:de[rnm]|diesen|die) \w+ \w+ )(?=[^,]*$)"
    ),
}
_DENIED = {"en": r"\1 not", "de": r" nicht \1"}
_WHICH_NOT = {"en": "which ones are not?", "de": "welche nicht?", "zh": "哪些不是？"}


def the_rest(question: str, last: Turn, language: str) -> str:
    """The question before of those that are left: of those of which it is so, where it asked of which it is not, and
    of which it is not, where it asked of which it is; "" for any other follow-up.

    >>> the_rest("Which four are left?", Turn("Which of the six are not in Norden?"), "en")
    'Which of the six are in Norden?'
    """
    asks_which = asks_for_a_name(last.asked) or ASKS_FOR_SEVERAL.search(last.asked)
    if not (asks_which and _ASKS_THE_REST[language].search(question)):
        return ""
    without = _NOT[language].sub("", last.asked, count=1)
    if without != last.asked:
        return without
    denied = _denied(last.asked, language)
    return denied if denied != last.asked else which_not(_WHICH_NOT[language], last, language)


def _denied(asked: str, language: str) -> str:
    """A question which ones are so, asked which are not; itself where no word takes the denial."""
    affirmed = _AFFIRMED.get(language)
    return affirmed.sub(_DENIED[language], asked, count=1) if affirmed else asked
