"""German and Chinese → English, word by word: for an embedder that reads only English, and for
terms across languages.

"Die Filmmusik gewann einen Preis" becomes "the film music win one price": no translation, but near
enough for an English embedder to find its neighbours. The word lists, ``wordlists/``, hold 20,000
frequent German and 27,000 frequent Chinese words, each with its commonest sense; the README beside
them says where they come from and under which licence they are. Of German, simplemma finds the
dictionary form and compounds are taken apart; Chinese is cut into the fewest words. The only file
that knows simplemma, imported on first use.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from importlib.resources import files

import Stemmer

from .chinese_letters import simplified
from .german_compounds import compound_gloss

_LISTED = ("de", "zh")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_FULL_WIDTH = str.maketrans("，。？！；：（）、", ",.?!;:(),")
_OFTEN_READ = 8_192
# Raise this when the way of translating changes: what was embedded is then embedded anew.
_METHOD = "2"
# Cutting Chinese: a word costs one, a character alone a little more, an unknown one twice as much.
_SINGLE, _UNKNOWN, _LONGEST = 1.2, 2.0, 5


@lru_cache(_OFTEN_READ)
def to_english(text: str, language: str) -> str:
    """``text`` with each word that the lists know as its English gloss; English text as it is."""
    if language == "de":
        return _WORD.sub(lambda match: _german(match.group()), text)
    if language == "zh":
        halfwidth = simplified(text).translate(_FULL_WIDTH)
        glossed = _HAN_RUN.sub(lambda match: f" {_chinese(match.group())} ", halfwidth)
        return " ".join(glossed.split())
    return text


@lru_cache(_OFTEN_READ)
def in_dictionary_form(text: str, language: str) -> str:
    """English words in their dictionary form ("won" → "win"), others by way of ``to_english``."""
    if language == "en":
        return _WORD.sub(lambda match: _lemma(match.group(), "en"), text)
    return to_english(text, language)


def is_word(word: str, language: str) -> bool:
    """Whether a word in Latin letters stands in the dictionary, in any form: the English one beside
    Chinese.
    """
    import simplemma

    dictionary = "de" if language == "de" else "en"
    forms = (word, word.lower(), word.capitalize())
    return any(simplemma.is_known(form, lang=dictionary) for form in forms)


def german_lemma(word: str) -> str:
    """The dictionary form of a German word: "brannte" → "brennen"."""
    return _lemma(word, "de")


def is_compound(word: str) -> bool:
    """Whether a word is made of two German words of the list: "Rechenleistungskosten"."""
    return bool(_gloss_of_parts(word.lower()))


def from_english(gloss: str, language: str) -> tuple[str, ...]:
    """The words of a language whose gloss is this, in any case."""
    return _by_gloss(language).get(gloss.casefold(), ())


@cache
def _by_gloss(language: str) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for word, gloss in _glosses(language).items():
        words[gloss.casefold()] = (*words.get(gloss.casefold(), ()), word)
    return words


@cache
def digest() -> str:
    """Twelve hex digits that change with the word lists and with the way of translating."""
    content = hashlib.sha256(_METHOD.encode())
    for language in _LISTED:
        content.update(_file(language).encode())
    return content.hexdigest()[:12]


@cache
def _file(language: str) -> str:
    return (files("citechat.language") / "wordlists" / f"{language}.tsv").read_text(
        encoding="utf-8"
    )


@cache
def _glosses(language: str) -> dict[str, str]:
    """Word as the list writes it → its gloss."""
    lines = (line.partition("\t") for line in _file(language).splitlines())
    return {word: gloss for word, _, gloss in lines}


@cache
def _glosses_in_any_case() -> dict[str, str]:
    """German word in lower case → its gloss; the noun's where a noun and another word are written
    alike.
    """
    glosses: dict[str, str] = {}
    # Capitals sort before small letters, so the noun comes first and is kept.
    for word in sorted(_glosses("de")):
        glosses.setdefault(word.lower(), _glosses("de")[word])
    return glosses


@lru_cache(100_000)
def _lemma(word: str, language: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang=language))


# German


@cache
def _stems() -> dict[str, str]:
    """Stem → the gloss of the first word that has it."""
    glosses: dict[str, str] = {}
    for word, gloss in _glosses_in_any_case().items():
        glosses.setdefault(_stem(word), gloss)
    return glosses


def _listed(word: str) -> str | None:
    """The gloss of a German word as it is written ("Ehe" marriage, "ehe" before), else in the other
    case; None if unlisted.
    """
    gloss = _glosses("de").get(word)
    return _glosses_in_any_case().get(word.lower()) if gloss is None else gloss


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("german")


@lru_cache(100_000)
def _german(word: str) -> str:
    """The gloss of the word, of its dictionary form, of its stem, or of its parts; else the word
    itself.
    """
    gloss = _listed(word)
    if gloss is None:
        gloss = _listed(_lemma(word, "de"))
    if gloss is None:
        small = word.lower()
        gloss = _stems().get(_stem(small)) or _gloss_of_parts(small) or word
    return gloss


def _gloss_of_parts(word: str) -> str:
    return compound_gloss(word, _glosses_in_any_case(), _tail)


def _tail(part: str) -> str:
    """The gloss of a compound's last part, which may be inflected."""
    return _glosses_in_any_case().get(part) or _stems().get(_stem(part)) or ""


# Chinese


def _chinese(run: str) -> str:
    glosses = _glosses("zh")
    english = [glosses.get(word, word) for word in chinese_words(run)]
    # Particles and measure words have an empty gloss.
    return " ".join(gloss for gloss in english if gloss)


def is_chinese_word(word: str) -> bool:
    """Whether the word list has a word in simplified characters."""
    return word in _glosses("zh")


@lru_cache(_OFTEN_READ)
def chinese_words(run: str) -> tuple[str, ...]:
    """A run of Chinese characters cut into the fewest words of the list.

    ``cheapest[end]`` is the lowest cost of cutting ``run[:end]`` and the length of the last word of
    that cut (shortest path from left to right), from which the words are read back from the end.
    """
    glosses = _glosses("zh")
    cheapest: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        cuts: list[tuple[float, int]] = []
        for size in range(1, min(_LONGEST, end) + 1):
            word = run[end - size : end]
            cuts.append((cheapest[end - size][0] + _cost(word, word in glosses), size))
        # Of cuts that cost alike the one with the shortest last word, which is the first.
        cheapest.append(min(cuts, key=lambda cut: cut[0]))
    words, end = [], len(run)
    while end:
        size = cheapest[end][1]
        words.append(run[end - size : end])
        end -= size
    return tuple(reversed(words))


def _cost(word: str, listed: bool) -> float:
    if len(word) == 1:
        return _SINGLE if listed else _UNKNOWN
    return 1.0 if listed else float("inf")
