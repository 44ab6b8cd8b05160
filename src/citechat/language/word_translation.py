"""German and Chinese → English, word by word: for an embedder that reads only English, and for terms across languages.

"Die Filmmusik gewann einen Preis" becomes "the film music win one price": no translation, but near enough for an English
embedder to find its neighbours. The word lists, ``wordlists/``, were written for this purpose: the 20,000 most frequent
German and 27,000 most frequent Chinese words, each with its commonest sense. Of German, simplemma finds the dictionary
form and compounds are taken apart; Chinese is cut into the fewest words. The only file that knows simplemma, imported on
first use.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from importlib.resources import files

import Stemmer

_LISTED = ("de", "zh")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_FULL_WIDTH = str.maketrans("，。？！；：（）、", ",.?!;:(),")
_OFTEN_READ = 8_192
# What German puts between the parts of a compound.
_LINKS = ("", "s", "es", "n", "en", "e", "er")
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
# Cutting Chinese: a word costs one, a character alone a little more, an unknown one twice as much.
_SINGLE, _UNKNOWN, _LONGEST = 1.2, 2.0, 5


@lru_cache(_OFTEN_READ)
def to_english(text: str, language: str) -> str:
    """``text`` with each word that the lists know as its English gloss; English text as it is."""
    if language == "de":
        return _WORD.sub(lambda match: _german(match.group()), text)
    if language == "zh":
        glossed = _HAN_RUN.sub(
            lambda match: f" {_chinese(match.group())} ", text.translate(_FULL_WIDTH)
        )
        return " ".join(glossed.split())
    return text


@lru_cache(_OFTEN_READ)
def in_dictionary_form(text: str, language: str) -> str:
    """English words in their dictionary form ("won" → "win"), others by way of ``to_english``."""
    return (
        _WORD.sub(lambda match: _lemma(match.group(), "en"), text)
        if language == "en"
        else to_english(text, language)
    )


def is_word(word: str, language: str) -> bool:
    """Whether a word in Latin letters stands in the dictionary, in any form: the English one beside Chinese."""
    import simplemma

    dictionary = "de" if language == "de" else "en"
    return any(
        simplemma.is_known(form, lang=dictionary)
        for form in (word, word.lower(), word.capitalize())
    )


@cache
def digest() -> str:
    """Twelve hex digits that change with the word lists."""
    found = hashlib.sha256()
    for language in _LISTED:
        found.update(_file(language).encode())
    return found.hexdigest()[:12]


@cache
def _file(language: str) -> str:
    return (files("citechat.language") / "wordlists" / f"{language}.tsv").read_text(
        encoding="utf-8"
    )


@cache
def _glosses(language: str) -> dict[str, str]:
    """Word in lower case → its gloss; of two spellings the first counts."""
    found: dict[str, str] = {}
    for line in _file(language).splitlines():
        word, _, gloss = line.partition("\t")
        found.setdefault(word.lower(), gloss)
    return found


@lru_cache(100_000)
def _lemma(word: str, language: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang=language))


# German


@cache
def _stems() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, gloss in _glosses("de").items():
        found.setdefault(_stem(word), gloss)
    return found


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("german")


@lru_cache(100_000)
def _german(word: str) -> str:
    """The gloss of the word, of its dictionary form, of its stem, or of its parts; else the word itself."""
    known, lower = _glosses("de"), word.lower()
    if lower in known:
        return known[lower]
    lemma = _lemma(word, "de").lower()
    if lemma in known:
        return known[lemma]
    return _stems().get(_stem(lower)) or _parts(lower) or word


def _parts(word: str) -> str:
    """The glosses of a compound's head and tail: the cut with the longest shorter part; empty where there is none."""
    best, glosses = 0, ""
    for cut in (
        range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        if len(word) >= _SHORTEST_COMPOUND
        else ()
    ):
        tail = _glosses("de").get(word[cut:]) or _stems().get(_stem(word[cut:]))
        head = _head(word[:cut]) if tail else ""
        if head and min(cut, len(word) - cut) > best:
            best, glosses = min(cut, len(word) - cut), f"{head} {tail}"
    return glosses


def _head(part: str) -> str:
    """The gloss of a compound's first part, its link taken off or a final "e" put back."""
    known = _glosses("de")
    for link in _LINKS:
        bare = part.removesuffix(link)
        if len(bare) >= _SHORTEST_PART and (not link or bare != part):
            gloss = known.get(bare) or known.get(bare + "e")
            if gloss:
                return gloss
    return ""


# Chinese


def _chinese(run: str) -> str:
    known = _glosses("zh")
    return " ".join(filter(None, (known.get(word, word) for word in chinese_words(run))))


@lru_cache(_OFTEN_READ)
def chinese_words(run: str) -> tuple[str, ...]:
    """A run of Chinese characters cut into the fewest words of the list."""
    known = _glosses("zh")
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        ends = (
            (best[end - size][0] + _cost(run[end - size : end], known), size)
            for size in range(1, min(_LONGEST, end) + 1)
        )
        best.append(min(ends, key=lambda found: found[0]))
    return _read_back(run, [size for _, size in best])


def _cost(word: str, known: dict[str, str]) -> float:
    if len(word) == 1:
        return _SINGLE if word in known else _UNKNOWN
    return 1.0 if word in known else float("inf")


def _read_back(run: str, sizes: list[int]) -> tuple[str, ...]:
    words, end = [], len(run)
    while end:
        words.append(run[end - sizes[end] : end])
        end -= sizes[end]
    return tuple(reversed(words))
