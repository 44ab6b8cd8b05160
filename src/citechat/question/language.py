"""German or English? Where no function word tells ("moore threads verlust 2022"), the dictionaries do.

Names of the glossary are left aside: "Moore Threads" is no English question.
"""

from __future__ import annotations

import re

from citechat_ingest import FUNCTION_WORDS, Glossary, detect_language

from ..language.word_translation import is_compound, is_word
from .decomposition import without_names

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = ("en", "de")
# "was", "will" and "in" are words of both, and tell nothing.
_TELLING = FUNCTION_WORDS["en"] ^ FUNCTION_WORDS["de"]


def language_of(text: str, glossary: Glossary) -> str:
    """The language of a text; English where nothing tells it."""
    return resolve_language(detect_language(text) or "en", text, glossary)


def resolve_language(language: str, question: str, glossary: Glossary) -> str:
    """``language`` as it was detected, or the other one, if only its dictionary knows the question's words."""
    if language not in _LATIN or _has_function_word(question):
        return language
    unnamed = without_names(question, glossary.found_in(question))
    german, english = _words_known(unnamed, "de"), _words_known(unnamed, "en")
    only_german, only_english = len(german - english), len(english - german)
    if only_german == only_english:
        return language
    return "de" if only_german > only_english else "en"


def _words_known(text: str, language: str) -> set[str]:
    """The words of the text that the dictionary of the language has; German joins them freely."""
    # "PUE" and "KI" are said in every language.
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    return {word for word in words if _is_of(word, language)}


def _is_of(word: str, language: str) -> bool:
    joined = language == "de" and is_compound(word) and not is_word(word, "en")
    return joined or is_word(word, language)


def _has_function_word(question: str) -> bool:
    """Whether a word of the question is an English or German one that tells the language."""
    words = {word.lower() for word in _WORD.findall(question)}
    return not words.isdisjoint(_TELLING)
