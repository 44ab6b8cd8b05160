"""Text → the terms that lexical search matches: stems, numbers, Chinese uni- and bigrams, character
4-grams, concepts.

Snowball stems find inflected words; 4-grams find the parts of German compounds and forgive a typo;
Chinese has no spaces, so single characters and pairs stand in for words. Concepts are English stems
of a text of any language, so that "reguliert" finds "reglementiert", and a German question an
English text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

import Stemmer

from citechat_ingest import FUNCTION_WORDS
from citechat_ingest.language import CHINESE_FUNCTION_WORD
from citechat_ingest.layout import INVISIBLE

from .chinese_letters import simplified
from .word_translation import in_dictionary_form

_TOKEN = re.compile(
    # a number, a run of Chinese characters, or a word of other letters
    r"\d+(?:[.,]\d+)*|[\u3400-\u9fff\uf900-\ufaff]+"
    r"|[^\W\d_\u3400-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)?"
)
_SNOWBALL = {"en": "english", "de": "german", "zh": "english"}
GRAM = 4


# What a question is put with and a document is not: it says nothing of what is asked for.
_ASKING = {
    "de": (
        "heißt heisst heißen heissen hieß hiess lautet lauten nennt wann wo welch eigentlich eig denn"
        " besteht bestehen macht machen gemacht kriegt kriegen bekommt is ist's gibt's gibts halt wieviele"
    ).split()
}
# A question looks at some hundred sentences, at each several times, and the next question at many
# of the same.
_OFTEN_READ = 8_192


@lru_cache(_OFTEN_READ)
def words(text: str, language: str) -> tuple[str, ...]:
    """Content terms of ``text`` in order, repeats included: what BM25 counts."""
    found: list[str] = []
    for token in _TOKEN.findall(fold(text)):
        if token[0].isdigit():
            found.append(plain_number(token, language))
        elif "\u3400" <= token[0] <= "\ufaff" and not token[0].isascii():
            found.extend(_chinese(token))
        elif token not in _folded_function_words(language):
            found.append(_stem(token, language))
    return tuple(found)


def content_words(text: str, language: str) -> frozenset[str]:
    """What a text speaks of: its terms without numbers, and without single Chinese characters, which
    stand in many words."""
    return frozenset(filter(_says_something, words(text, language)))


def _says_something(term: str) -> bool:
    return not term[0].isdigit() and (len(term) > 1 or term.isascii())


def query_words(text: str, language: str) -> list[str]:
    """Distinct content terms of a question; Chinese function words are cut out first, so no pair
    spans them.
    """
    if language == "zh":
        text = CHINESE_FUNCTION_WORD.sub(" ", text)
    asking = _asking_stems(language)
    return [word for word in dict.fromkeys(words(text, language)) if word not in asking]


@lru_cache(_OFTEN_READ)
def grams(text: str, language: str) -> tuple[str, ...]:
    """Character 4-grams of Latin words, marked at their ends: hebei → _heb hebe ebei bei_."""
    function_words = _folded_function_words(language)
    grams: list[str] = []
    for token in _TOKEN.findall(fold(text)):
        in_latin_letters = token[0].isalpha() and token[0] < "\u3400"
        if in_latin_letters and token not in function_words:
            grams.extend(_grams(token))
    return tuple(grams)


@lru_cache(_OFTEN_READ)
def concepts(text: str, language: str) -> tuple[str, ...]:
    """English stems of what ``text`` says, in order, repeats included."""
    return words(in_dictionary_form(text, language), "en")


def inner_grams(stem: str) -> tuple[str, ...]:
    """The 4-grams of a stem, marked at its start only, since its ending is cut off; none for
    numbers and Chinese.
    """
    return _grams(stem)[:-1] if stem.isalpha() and stem.isascii() else ()


def in_pieces(term: str, pieces: Collection[str]) -> float:
    """How much of a term its 4-grams prove, 0 to 1: nothing for less than half of them."""
    own = inner_grams(term)
    return max(0.0, 2 * sum(gram in pieces for gram in own) / len(own) - 1) if own else 0.0


def fold(text: str) -> str:
    """Lower case, accents off (ü → u, ß → ss), full-width forms to ASCII, traditional characters
    simplified, nothing that no reader sees.
    """
    plain = (
        simplified(text)
        .translate(INVISIBLE)
        .replace("ß", "ss")
        .replace("ẞ", "ss")
        .replace("’", "'")
    )
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def plain_number(token: str, language: str) -> str:
    """ "2,400" (en), "2.400" (de) → "2400"; "1,5" (de) → "1.5"."""
    thousands, decimal = (".", ",") if language == "de" else (",", ".")
    if re.fullmatch(
        rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", token
    ):
        token = token.replace(thousands, "")
    return token.replace(decimal, ".")


@lru_cache
def _asking_stems(language: str) -> frozenset[str]:
    return frozenset(_stem(fold(word), language) for word in _ASKING.get(language, ()))


@lru_cache
def _folded_function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in FUNCTION_WORDS["en" if language == "zh" else language])


@lru_cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL[language])


@lru_cache(maxsize=100_000)
def _stem(token: str, language: str) -> str:
    return str(_stemmer(language).stemWord(token))


@lru_cache(maxsize=100_000)
def _grams(token: str) -> tuple[str, ...]:
    marked = f"_{token}_"
    return tuple(marked[i : i + GRAM] for i in range(max(1, len(marked) - GRAM + 1)))


def _chinese(token: str) -> list[str]:
    return [*token, *(token[i : i + 2] for i in range(len(token) - 1))]
