"""What a follow-up means, beside what was found for it: whether it asks of its own, and whether a text
names what was put into it.
"""

from __future__ import annotations

from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ...language import terms
from ..decomposition import without_names
from .along import SAYS_IN_WHAT_WAY
from .asking_again import asks_something, asks_which_then
from .names import named, things, without
from .opening import without_opening
from .the_answer import asks_of_the_answer
from .why import asks_only_why
from .years import YEAR


def asks_of_its_own(question: str, glossary: Glossary, language: str) -> bool:
    """Whether a follow-up says what it asks: not just of what else, why, or what the answer amounts to."""
    if (
        asks_only_why(question)
        or asks_of_the_answer(question)
        or asks_which_then(question, language)
    ):
        return False
    plain = without_opening(question)
    beside = YEAR.sub(" ", without_names(plain, things(plain, glossary)))
    is_of_a_matter = asks_something(plain) or not SAYS_IN_WHAT_WAY.match(plain)
    return is_of_a_matter and bool(terms.query_words(beside, language))


def names_what_is_meant(said: str, question: str, likeliest: str, glossary: Glossary) -> bool:
    """Whether a text names one of the things that the likeliest reading of a follow-up put into it.

    What is found when the follow-up is read along with the question before, or alone, may be what
    that question found, or what is said of anybody.
    """
    meant = without(things(likeliest, glossary), things(question, glossary))
    return _names_any(meant, said, glossary)


def names_what_is_put_in(said: str, question: str, reading: str, glossary: Glossary) -> bool:
    """Whether a text names one of the names, be it that of a term, that a reading of a follow-up put into it."""
    own, put_in = named(question, glossary), named(reading, glossary)
    return _names_any(without(put_in, own), said, glossary)


def _names_any(names: Sequence[Name], text: str, glossary: Glossary) -> bool:
    """Whether a text names one of the names, should there be any."""
    said = named(text, glossary)
    return not names or any(name in said for name in names)
