"""German or English? Function words tell ("how viele Patente hat ZTE" is German), and where they do not ("moore
threads verlust 2022"), the dictionaries.

Names of the glossary are left aside: "Moore Threads" is no English question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import FUNCTION_WORDS, Glossary, detect_language

from ..language.word_translation import is_compound, is_word
from ..values import Turn
from .decomposition import without_names

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = ("en", "de")
_SHORT = 3
_UMLAUT = re.compile(r"[äöüß]", re.IGNORECASE)


def language_of(text: str, glossary: Glossary) -> str:
    """The language of a text; English where nothing tells it."""
    return resolve_language(detect_language(text) or "en", text, glossary)


def language_in_talk(
    language: str, question: str, history: Sequence[Turn], glossary: Glossary
) -> str:
    """``language`` as it was detected; of a name with nothing beside it, which tells none, that of the
    question before it."""
    beside = without_names(question, glossary.found_in(question))
    asked = [turn["content"] for turn in history if turn.get("role") == "user"]
    if asked and not _WORD.search(beside):
        return language_of(asked[-1], glossary)
    return resolve_language(language, question, glossary)


def resolve_language(language: str, question: str, glossary: Glossary) -> str:
    """``language`` as it was detected, or the other one, if more of the question's words tell of that:
    function words, and where these tell nothing, words that only its dictionary knows, or names as
    only it spells them."""
    if language not in _LATIN:
        return language
    told = _with_more(_telling(question, "de"), _telling(question, "en"))
    if told:
        return told
    # Terms of a field are words of a language, too.
    named = [name for name in glossary.found_in(question) if name.kind != "concept"]
    unnamed = without_names(question, named)
    return _known_to_one(unnamed) or _spelled_as_in(question, glossary) or language


def _known_to_one(text: str) -> str:
    """The language whose dictionary has more words of a text; the shortest tell where no others do:
    "feb" and "jan" are written in both."""
    german, english = _words_known(text, "de"), _words_known(text, "en")
    longer = _with_more(_longer(german), _longer(english))
    return longer or _with_more(german, english)


def _longer(words: set[str]) -> set[str]:
    return {word for word in words if len(word) > _SHORT}


def _spelled_as_in(question: str, glossary: Glossary) -> str:
    """The language in which the names of a question are spelled, where only one has those spellings:
    "rechenleistung peking"; empty where that tells nothing."""
    said = {
        code: {
            mention.name.names["en"]
            for mention in glossary.mentions(question)
            if question[mention.start : mention.end].casefold()
            == mention.name.names[code].casefold()
        }
        for code in _LATIN
    }
    return _with_more(said["de"], said["en"])


def _with_more(german: set[str], english: set[str]) -> str:
    """The language that has more words which the other has not; empty where neither has."""
    only_german, only_english = len(german - english), len(english - german)
    if only_german == only_english:
        return ""
    return "de" if only_german > only_english else "en"


def _telling(question: str, language: str) -> set[str]:
    """The function words of a language in a question."""
    return {word.lower() for word in _WORD.findall(question)} & FUNCTION_WORDS[language]


def _words_known(text: str, language: str) -> set[str]:
    """The words of the text that the dictionary of the language has; German joins them freely."""
    # "PUE" and "KI" are said in every language.
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    return {word for word in words if _is_of(word, language)}


def _is_of(word: str, language: str) -> bool:
    return is_word(word, language) or (language == "de" and _is_only_german(word))


def _is_only_german(word: str) -> bool:
    """Whether a word that English does not have is written or joined as German words are."""
    is_german = bool(_UMLAUT.search(word)) or is_compound(word)
    return is_german and not is_word(word, "en")
