"""German or English? Where no function word tells ("moore threads verlust 2022"), the dictionaries do.

Names of the glossary are left aside: "Moore Threads" is no English question.
"""

from __future__ import annotations

import re

from citechat_ingest import FUNCTION_WORDS, Glossary

from ..language.word_translation import is_word
from .decomposition import without_names

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = ("en", "de")


def resolve_language(language: str, question: str, glossary: Glossary) -> str:
    """``language`` as it was detected, or the other one, if only its dictionary knows the question's words."""
    words = _WORD.findall(question)
    if language not in _LATIN or any(
        word.lower() in FUNCTION_WORDS[code] for word in words for code in _LATIN
    ):
        return language
    plain = _WORD.findall(without_names(question, glossary.found_in(question)))
    known = {code: {word for word in plain if is_word(word, code)} for code in _LATIN}
    german, english = len(known["de"] - known["en"]), len(known["en"] - known["de"])
    return language if german == english else "de" if german > english else "en"
