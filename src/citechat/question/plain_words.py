"""A reader's text in the letters and words that the documents use."""

from __future__ import annotations

from ..index.opening import Index
from .foreign_words import in_own_words
from .plain_chinese import in_plain_chinese
from .plain_english import in_plain_english, rightly_asked
from .plain_german import plain_german
from .remarks import without_remarks


def in_plain_words(text: str, language: str, index: Index) -> str:
    """The text without remarks of the reader's own, and its spoken, traditional or foreign wording; as it stands in other languages."""
    text = rightly_asked(text) if language == "en" else text
    text = in_own_words(without_remarks(text, language, index.glossary), language, index)
    if language == "de":
        return plain_german(text)
    if language == "en":
        return in_plain_english(text, index.glossary)
    if language != "zh":
        return text
    lexical = index.lexical.get("zh")

    def is_known(pair: str) -> bool:
        return lexical is not None and lexical.document_frequency(pair) > 0

    return in_plain_chinese(text, index.glossary, is_known)
