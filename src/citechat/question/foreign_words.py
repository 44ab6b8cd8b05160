"""A question's words of other languages in its own: "Biren 在哪个 Stadt" becomes "Biren 在哪个城市", "die 市值 von Acme"
"die Marktwert von Acme".

By way of English, with the word lists; of several words that mean it, the one that most documents use. A name in other
letters than the documents' is written as the glossary has it. What the documents write themselves ("AI", "Cloud") stays,
and so does what no list has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citechat_ingest import FUNCTION_WORDS, Glossary

from ..index.bm25_index import LexicalIndex
from ..index.opening import Index
from ..language import terms
from ..language.word_translation import from_english, in_dictionary_form, is_word, to_english
from .plain_chinese import outside_names

_LATIN = r"[^\W\d_\u3400-\u9fff]{3,}"
_FUNCTION_WORDS = FUNCTION_WORDS["en"] | FUNCTION_WORDS["de"]
# Among kana they are Japanese.
_HAN_RUN = re.compile(
    r"(?<![\u3040-\u30ff\u3400-\u9fff])[\u3400-\u9fff]+(?![\u3040-\u30ff\u3400-\u9fff])"
)
# Chinese has no blanks: what stands in place of the words stands without them.
_FOREIGN = {
    "zh": re.compile(rf"(?<!\s)\s*(?<![\w.-]){_LATIN}(?:\s{_LATIN})*(?![\w.-])\s*"),
    "de": re.compile(rf"(?<![\w.-]){_LATIN}(?![\w.-])|{_HAN_RUN.pattern}"),
    "en": re.compile(rf"(?<![\w.-]){_LATIN}(?![\w.-])|{_HAN_RUN.pattern}"),
}


def in_own_words(text: str, language: str, index: Index) -> str:
    """The text with each word of another language as the documents of its own write that."""
    lexical = index.lexical.get(language)
    foreign = _FOREIGN.get(language)
    if lexical is None or foreign is None:
        return text

    def changed(match: re.Match[str]) -> str:
        english = [_english(word, language, lexical) for word in match.group().split()]
        if not all(english):
            return match.group()
        return _in_language(" ".join(english).split(), language, lexical) or match.group()

    named = _with_own_names(text, language, index.glossary, lexical)
    return outside_names(named, index.glossary, lambda between: foreign.sub(changed, between))


def _with_own_names(text: str, language: str, glossary: Glossary, lexical: LexicalIndex) -> str:
    """The text with names in the letters of its language, where its documents have no others."""
    for mention in reversed(glossary.mentions(text)):
        written = text[mention.start : mention.end]
        is_foreign = bool(_HAN_RUN.search(written)) != (language == "zh")
        # Chinese documents write companies in either way.
        is_kept = language == "zh" and mention.name.kind != "concept"
        if is_foreign and not is_kept and not _use(written, language, lexical):
            own = mention.name.names[language]
            text = f"{text[: mention.start]}{own}{text[mention.end :]}"
    return text


def _english(word: str, language: str, lexical: LexicalIndex) -> str:
    """What a word of another language means in English; empty for one of ``language``, or a name."""
    if _HAN_RUN.match(word):
        return to_english(word, "zh")
    return "" if _is_own(word, language, lexical) else _meaning(word)


def _is_own(word: str, language: str, lexical: LexicalIndex) -> bool:
    """Whether the documents or the dictionary of the language have a word, or it only joins others."""
    if word.lower() in _FUNCTION_WORDS or _use(word, language, lexical):
        return True
    return language != "zh" and is_word(word, language)


def _meaning(word: str) -> str:
    """The dictionary form of an English word, the English gloss of a German one; with a capital an
    English word may be a name."""
    if is_word(word, "en"):
        return in_dictionary_form(word, "en") if word.islower() else ""
    gloss = to_english(word, "de")
    return gloss if gloss != word and is_word(word, "de") else ""


def _in_language(english: Sequence[str], language: str, lexical: LexicalIndex) -> str:
    """English words in a language; empty where the documents use none for one of them."""
    if language == "en":
        return " ".join(english)
    words = tuple(_words_for(english, language, lexical))
    gap = "" if language == "zh" else " "
    return gap.join(words) if all(words) else ""


def _words_for(english: Sequence[str], language: str, lexical: LexicalIndex) -> Iterator[str]:
    """The word for each two English ones that have one together, else for each."""
    number = 0
    while number < len(english):
        both = _most_used(" ".join(english[number : number + 2]), language, lexical)
        yield both or _most_used(english[number], language, lexical)
        number += 2 if both else 1


def _most_used(english: str, language: str, lexical: LexicalIndex) -> str:
    """Of the words that mean it the one that most documents use; empty where none is used."""
    words = [word for word in from_english(english, language) if _use(word, language, lexical)]
    # A single Chinese character stands in many words.
    return max(words, key=lambda word: (len(word) > 1, _use(word, language, lexical)), default="")


def _use(word: str, language: str, lexical: LexicalIndex) -> int:
    """In how many passages a word stands."""
    found = terms.words(word, language)
    return min(map(lexical.document_frequency, found), default=0)
