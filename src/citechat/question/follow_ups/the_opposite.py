"""The question before with the opposite of one of its words: "and where does it win?" after where it loses."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from ...language.opposites import opposites_between
from .antecedents import ASKS_FOR_SEVERAL, asks_for_a_name
from .names import things, without
from .opening import without_opening
from .turns import Turn


def the_opposite(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before, asked for the opposite that a follow-up names; "" where it asks for nothing, or names a
    thing of which it was not asked.

    >>> the_opposite("and which ones did it win?", Turn("Which races did Norden lose?"), Glossary(), "en")
    'Which races did Norden win?'
    """
    asks_which = asks_for_a_name(last.asked) or ASKS_FOR_SEVERAL.search(last.asked)
    if not asks_which or without(things(question, glossary), things(last.asked, glossary)):
        return ""
    plain = without_opening(question)
    stood = opposites_between(last.asked, plain, language)
    said = opposites_between(plain, last.asked, language)
    if len(stood) != 1 or len(said) != 1:
        return ""
    word = re.escape(stood[0]) if language == "zh" else rf"\b{re.escape(stood[0])}\b"
    return re.sub(word, lambda _: said[0], last.asked, count=1)
