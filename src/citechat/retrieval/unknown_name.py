"""A name in the question that no document knows: what is said of others does not answer it.

Only in a curated corpus, whose names are known in every spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..index.bm25_index import LexicalIndex
from ..language import terms
from ..language.cut_out import cut_out_names
from ..language.word_translation import chinese_words, is_compound, is_word, to_english
from .query import Query
from .selection import Quote

# "hasn't" is no name, nor is what is left of it.
_LATIN = re.compile(r"(?<![\w.'’-])[^\W\d_\u3400-\u9fff]{4,}(?![\w.-]|['’]t\b)")
# A German name has a capital, and the first word of a question has one anyway; within Chinese, names
# such as GPT5 have digits.
_WRITTEN_AS_NAMES = {
    "de": re.compile(r"(?<=[\w,] )[A-ZÄÖÜ][^\W\d_]{3,}(?![\w.-])"),
    "zh": re.compile(r"(?<![\w.-])[A-Za-z][A-Za-z0-9-]{2,}(?![A-Za-z0-9.-])", re.ASCII),
}
# In an English question that is written in small letters, a capital inside makes a name of any word.
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w.-])")
_SMALL = re.compile(r"(?<= )[a-z]{4,}")
# An English title, which other languages take over: "Game of Thrones".
_ENGLISH_TITLE = re.compile(r"\b[A-Z]\w+(?: (?:of|and|in|to|for|with)(?: the)? [A-Z]\w+)+")
# A letter and a digit; halves and quarters of a year are written so, too.
_VERSION = re.compile(r"(?<![A-Za-z0-9.])(?![QqHh]\d)[A-Za-z]\d(?![A-Za-z0-9])")
_HAN = re.compile(r"[\u3400-\u9fff]+")
# A Chinese name of a firm ends with what it is; it is made of characters that make no word.
_KINDS_OF_FIRM = frozenset("科技 公司 集团 银行 资本 医药 股份".split())
_IN_NO_NAME = frozenset(
    "哪几多少一二两三四五六七八九十这那些个家位种的了着过在是有和与及谁为被比到由用把让给对向跟吗呢吧很最更都也还又就才只"
    "每全各其该本同某上下里内外中前后新老小做搞造卖买叫称讲说想要能会可"
)
_TITLE = re.compile(r"《([^》]{2,40})》")
# A longer German word that no dictionary has is a compound of ordinary ones.
_LONGEST_GERMAN_NAME = 10
_SHORTEST_PART = 4
# What makes a word of a word: "pretrained" of "trained".
_PREFIX = re.compile(r"^(?:pre|re|un|non|over|under|co|multi|mid)-?(?=\w{4})", re.IGNORECASE)


def has_unknown_name(query: Query, lexical: LexicalIndex) -> bool:
    """Whether the question names something that stands in no document of its language."""
    is_judged = "truth" in query.types
    if not query.curated or query.source_language not in ("", query.language) or is_judged:
        return False
    return any(_is_unknown(name, query.language, lexical) for name in _looking_like_names(query))


def names_an_unknown_version(query: Query, quotes: Sequence[Quote]) -> bool:
    """Whether the question names a version of a thing, "R2" or "X4", of which no sentence found speaks:
    what is said of R1 is no answer."""
    if not query.curated or query.source_language not in ("", query.language):
        return False
    said = " ".join(quote.text_in_context for quote in quotes).casefold()
    named = _VERSION.findall(_without_names(query))
    return any(version.casefold() not in said for version in named)


def _without_names(query: Query) -> str:
    """The question without the names of the glossary."""
    return cut_out_names(query.text, [name.name for name in query.names])


def _looking_like_names(query: Query) -> Iterator[str]:
    """The words of the question that no dictionary has, or has as a name."""
    text = _without_names(query)
    written = _WRITTEN_AS_NAMES.get(query.language, _LATIN).findall(text)
    yield from filter(lambda word: _is_foreign(word, query.language), written)
    yield from _ENGLISH_TITLE.findall(text)
    if query.language == "en" and _SMALL.search(text):
        # A German noun has a capital anyway.
        yield from (word for word in _CAPITALISED.findall(text) if not is_word(word, "de"))
    if query.language != "zh":
        return
    yield from _TITLE.findall(text)
    for run in _HAN.findall(text):
        words = chinese_words(run)
        yield from filter(_is_chinese_name, words)
        yield from _called_by_what_they_are(words)


def _called_by_what_they_are(words: Sequence[str]) -> Iterator[str]:
    """What stands before "technology company" and is no word: 商汤 in 商汤科技."""
    name = ""
    for word in words:
        is_called = len(name) > 1 and word in _KINDS_OF_FIRM
        if is_called:
            yield name
        name = f"{name}{word}" if _may_be_of_a_name(word) else ""


def _may_be_of_a_name(word: str) -> bool:
    """Whether it is a character alone, and none that binds words."""
    return len(word) == 1 and word not in _IN_NO_NAME


def _is_chinese_name(word: str) -> bool:
    """Whether the dictionary writes it with a capital: 武汉 is "Wuhan"."""
    gloss = to_english(word, "zh")
    # 美金 is "US dollar", an abbreviation and no name.
    return len(word) > 1 and gloss[:1].isupper() and not gloss[1:2].isupper()


def _is_foreign(word: str, language: str) -> bool:
    """Whether it is no word of any language; what is written in capitals is an abbreviation."""
    if word.isupper() or _is_ordinary(word):
        return False
    return language != "de" or not _is_german_compound(word)


def _is_ordinary(word: str) -> bool:
    """Whether a word list has it, or has what it is made of."""
    # English first: the German dictionary takes four times the memory, where it is needed at all.
    return is_word(word, "en") or is_word(_PREFIX.sub("", word), "en") or is_word(word, "de")


def _is_german_compound(word: str) -> bool:
    return len(word) > _LONGEST_GERMAN_NAME or is_compound(word)


def _is_unknown(name: str, language: str, lexical: LexicalIndex) -> bool:
    """Whether a part of the name stands in no passage."""
    if language == "de" and _is_made_of_known_words(name, lexical):
        return False
    parts = [part for part in terms.words(name, language) if len(part) > 1]
    return not all(map(lexical.document_frequency, parts))


def _is_made_of_known_words(name: str, lexical: LexicalIndex) -> bool:
    """Whether two words of the documents make it: "Cloudmarkt" of "Cloud" and "Markt"."""

    def stands(word: str) -> bool:
        return all(lexical.document_frequency(part) > 0 for part in terms.words(word, "de"))

    cuts = range(_SHORTEST_PART, len(name) - _SHORTEST_PART + 1)
    return any(stands(name[:cut]) and stands(name[cut:]) for cut in cuts)
