"""The wish for an answer in another language: "auf Deutsch bitte", "… Answer in English.", 用中文回答; and in so
many sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..language.talk_words import classes_of, only_of

_NAMES = {
    "en": r"english|englisch\w*|英文|英语",
    "de": r"german|deutsch\w*|德文|德语",
    "zh": r"chinese|mandarin|chinesisch\w*|中文|汉语|普通话",
}
_LATIN = r"(?<![^\W_])"
# A language, and the word before it that makes it one to answer in.
_LANGUAGE = re.compile(
    rf"(?P<into>{_LATIN}(?:in|into|to|auf|ins)\s+(?:the\s+|plain\s+|simple\s+|einfache\w*\s+)?|[用以成])?"
    rf"(?:{'|'.join(f'(?P<{code}>{names})' for code, names in _NAMES.items())})",
    re.IGNORECASE,
)
# Words that may stand beside it where nothing else is asked.
_BESIDE = frozenset(
    "say speak mild i you this it answer able give repeat tell write translate from language yes help person thank please".split()
)
# A clause beside a question: "answer in German", "auf Deutsch antworten", 用英文回答.
_ANY = "|".join(_NAMES.values())
# At most so many, or a run of them is looked at from each of its words to its end.
_POLITE = r"(?:\b(?:and|und|please|bitte|can you|could you|kannst du|können sie)\s{1,3}){0,3}"
_CLAUSE = re.compile(
    rf"[,.;:，。；：(（]?\s{{0,3}}{_POLITE}\b(?:answer|reply|respond|antworte\w*|beantworte\w*)\b[\w ]{{0,24}}?"
    rf"\b(?:in|auf)\s+(?:{_ANY})\b(?:\s+(?:please|bitte))?[\s.!:)）,-]*"
    rf"|[,.;]?\s{{0,3}}{_POLITE}\b(?:in|auf)\s+(?:{_ANY})\s+(?:please|bitte|antworten|beantworten)\b[\s.!:)]*"
    rf"|[，。；,]?\s{{0,3}}(?:请|麻烦)?(?:你|您)?[用以](?:{_ANY})(?:来)?(?:回答|作答|告诉我|答复|回复|说)(?:我|一下)?[：:，。,\s]*",
    re.IGNORECASE,
)

# How many sentences an answer is wished in: "in two sentences", "in einem Satz", 用一句话.
_SENTENCES = re.compile(
    r"\b(\w+)(?: short| simple| kurzen| einfachen)? (?:sentences?|sätzen?|satz)\b|([一两二三四1-4])句话?",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, words in enumerate(
        ("one a single einem ein 一 1", "two zwei 两 二 2", "three drei 三 3", "four vier 四 4"), 1
    )
    for word in words.split()
}


@dataclass(frozen=True)
class Wish:
    """The language that an answer is wished in, and the question beside the wish; without one, what was
    asked before is meant."""

    language: str
    question: str = ""


def language_wish(text: str) -> Wish | None:
    """The wish for a language that a text states, if it does."""
    clause = _CLAUSE.search(text)
    if clause:
        rest = f"{text[: clause.start()]} {text[clause.end() :]}".strip(" ,，.。:：")
        if rest and not _is_talk(rest):
            return Wish(_code(clause.group()), rest)
    if not _LANGUAGE.search(text) or not _is_talk(_LANGUAGE.sub(" ", text)):
        return None
    # "Do you speak German?" asks, and wishes nothing.
    asks = text.rstrip().endswith(("?", "？", "吗"))
    is_bare_question = asks and not any(match["into"] for match in _LANGUAGE.finditer(text))
    return None if is_bare_question else Wish(_code(text))


def wished_sentences(text: str) -> int:
    """In how many sentences an answer is wished; 0 where a text does not say.

    >>> [wished_sentences(text) for text in ("sum it up in two sentences", "In einem Satz", "一句话概括", "sum it up")]
    [2, 1, 1, 0]
    """
    wished = _SENTENCES.search(text)
    return _COUNTS.get((wished[1] or wished[2]).casefold(), 0) if wished else 0


def _is_talk(text: str) -> bool:
    words = classes_of(text)
    return words is not None and only_of(words, _BESIDE)


def _code(text: str) -> str:
    """The code of the language to answer in: of several the one that follows "into", else the last."""
    matches = list(_LANGUAGE.finditer(text))
    wished = next((match for match in matches if match["into"]), matches[-1])
    return next(code for code in _NAMES if wished[code])
