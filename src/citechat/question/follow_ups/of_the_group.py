"""Of the six: of those whom the last turn spoke of by a name that counts them, "the six little tigers"."""

from __future__ import annotations

import re

from citechat_ingest import Glossary, Name

from ...language.enumerated import asked_count
from ...language.number_words import TWO_TO_TEN, TWO_TO_TEN_CHINESE
from .names import named
from .turns import Turn

# "of the six were valued": no noun behind the number says of what.
_OF_THE_GROUP = {
    "en": re.compile(
        rf"\bof the (?P<number>{TWO_TO_TEN})\b(?=\W*$| (?:is|are|was|were|has|have|had|do|does|did|can|come|comes|came|sit|belong)\b)",
        re.IGNORECASE,
    ),
    "de": re.compile(rf"\b(?:der|von den|von) (?P<number>{TWO_TO_TEN})\b(?=\W*$| [a-zäöü])"),
    "zh": re.compile(
        rf"(?:这|那)?(?P<number>[{TWO_TO_TEN_CHINESE}])[家个只所](?:公司|企业)?(?:里面?|[当其]?中)"
    ),
}
_PUT = {"en": "of the {}", "de": "der {}", "zh": "{}中"}


def of_the_group(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with the name of those who were counted in the last turn in place of their number; ""
    where it counts none, or no name there counts so many."""
    pointer = _OF_THE_GROUP[language].search(question)
    if pointer is None or named(question, glossary):
        return ""
    number = asked_count(pointer["number"])
    spoken_of = named(f"{last.asked} {last.first_sentence}", glossary)
    groups = [name for name in spoken_of if _counts(name, language) == number > 0]
    if not groups:
        return ""
    meant = _PUT[language].format(groups[0].names[language])
    return f"{question[: pointer.start()]}{meant}{question[pointer.end() :]}"


def _counts(name: Name, language: str) -> int:
    """How many a name says that there are of it; 0 where it says none."""
    return asked_count(name.names[language]) if name.kind == "concept" else 0
