"""Words that mean the opposite of each other: rose and fell, stieg and sank, 上升 and 下降.

English pairs are WordNet's antonyms (``wordlists/opposites.tsv``) and a few of this file. German and Chinese words are
compared by their English glosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from .word_translation import chinese_words, in_dictionary_form, to_english

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+(?:['’-][^\W\d_\u3400-\u9fff]+)*|[\u3400-\u9fff]+")
_OFTEN_READ = 8_192
# Past forms that are also words of another sense, which is the one that a dictionary form is taken from.
_PAST = {"rose": "rise", "fell": "fall", "left": "leave", "found": "find", "lay": "lie"}
# What WordNet calls opposites and reports do not: "no" answers "yes", "man" meets "woman", "set" is for the sun.
_NOT_OPPOSITES = frozenset(
    [
        ("deficit", "lead"),
        ("find", "lose"),
        ("keep", "lose"),
        ("first", "second"),
        ("rise", "set"),
        ("distant", "close"),
        ("early", "middle"),
        ("late", "middle"),
    ]
)
# What reports oppose and WordNet does not.
_ALSO = (
    ("after", "before"),
    ("all", "none"),
    ("grow", "shrink"),
    ("grow", "decline"),
    ("growth", "decline"),
    ("increase", "decline"),
    ("increase", "fall"),
    ("increase", "reduce"),
    ("increase", "drop"),
    ("raise", "lower"),
    ("raise", "reduce"),
    ("raise", "decrease"),
    ("improve", "reduce"),
    ("rise", "drop"),
    ("rise", "decline"),
    ("rise", "decrease"),
    ("rise", "sink"),
    ("climb", "drop"),
    ("gain", "drop"),
    ("grow", "fall"),
    ("expand", "shrink"),
    ("expand", "reduce"),
    ("ahead", "behind"),
    ("lead", "trail"),
    ("lead", "lag"),
    ("support", "oppose"),
    ("confirm", "deny"),
    ("confirm", "contradict"),
    ("allow", "forbid"),
    ("allow", "ban"),
    ("permit", "prohibit"),
    ("permit", "ban"),
    ("best", "bad"),
    ("good", "bad"),
    ("big", "little"),
    ("large", "little"),
    ("high", "little"),
    ("found", "dissolve"),
    ("establish", "dissolve"),
    ("begin", "finish"),
    ("start", "finish"),
    ("start", "end"),
    ("success", "failure"),
    ("succeed", "fail"),
    ("enter", "leave"),
    ("join", "leave"),
    ("profit", "loss"),
    ("purchase", "sell"),
    ("success", "fail"),
    ("front", "behind"),
    ("more", "little"),
    ("many", "little"),
    ("lead", "backward"),
    ("ahead", "backward"),
    ("advantage", "inferiority"),
    ("advantage", "disadvantage"),
    ("strength", "weakness"),
    ("majority", "minority"),
    ("domestic", "foreign"),
    ("speed", "slow"),
    ("always", "never"),
    ("everyone", "nobody"),
    ("top", "bottom"),
    ("upper", "lower"),
    ("up", "down"),
    ("north", "south"),
    ("east", "west"),
)


def opposites_between(claim: str, source: str, language: str) -> tuple[str, ...]:
    """The words of ``claim`` in whose stead ``source`` has their opposite; both texts are in ``language``.

    A word that both have is no difference: "less in 2023, more in 2024" says both.
    """
    claimed, stated = _senses(claim, language), _senses(source, language)
    in_both = claimed.keys() & stated.keys()
    only_stated = stated.keys() - in_both
    table = _opposites()
    words = [
        surface
        for sense, surface in claimed.items()
        if sense not in in_both and not table.get(sense, frozenset()).isdisjoint(only_stated)
    ]
    return tuple(dict.fromkeys(words))


@lru_cache(_OFTEN_READ)
def _senses(text: str, language: str) -> dict[str, str]:
    """Each English dictionary form that a word of the text stands for → that word as it is written."""
    senses: dict[str, str] = {}
    for word in _words(text):
        for sense in _english(word, language):
            senses.setdefault(sense, word)
    return senses


def _words(text: str) -> Iterable[str]:
    for match in _WORD.finditer(text):
        is_han = "\u3400" <= match.group()[0] <= "\u9fff"
        yield from chinese_words(match.group()) if is_han else (match.group(),)


@lru_cache(_OFTEN_READ)
def _english(word: str, language: str) -> tuple[str, ...]:
    # "First-tier" is first, and "low-priced" is low.
    glossed = to_english(word, language).lower().replace("-", " ").split()
    return tuple(dict.fromkeys(form for one in glossed for form in (one, _base(one))))


def _base(word: str) -> str:
    return _PAST.get(word) or in_dictionary_form(word, "en").lower()


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Each word's opposites."""
    table: dict[str, set[str]] = {}
    text = files(__package__).joinpath("wordlists/opposites.tsv").read_text(encoding="utf-8")
    listed = [tuple(line.split("\t")) for line in text.splitlines()]
    for one, other in [*listed, *_ALSO]:
        if (one, other) in _NOT_OPPOSITES or (other, one) in _NOT_OPPOSITES:
            continue
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}
