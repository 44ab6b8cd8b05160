"""Where the sentences of a paragraph begin and end, in English, German and Chinese.

A full stop ends a sentence unless it belongs to an abbreviation ("z. B.", "U.S."), an initial ("J. Smith"),
a decimal ("1.5"), a German ordinal ("20. Juli", "im 19. Jahrhundert"), or the number of a list entry ("1. The lamp").
"""

from __future__ import annotations

import re
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st jr sr vs etc inc ltd co corp approx dept gen gov sen rep rev hon vol
        pp eds al jan feb mar apr jun jul aug sep sept oct nov dec bzw usw ca nr bd hrsg jh mio mrd
        tsd tel str evtl ggf inkl exkl sog vgl zzgl bspw geb gest dipl kap ff evt zb dh ua
        u.s u.k u.n e.g i.e a.m p.m z.b d.h u.a o.ä s.o v.a i.d.r z.t u.s.a ph.d b.c a.d n.chr v.chr""".split()
)
_BEFORE_A_NUMBER = frozenset(
    "no nos fig art abs ed est mind max min ing hl".split()
)  # elsewhere ordinary words
_OPENERS = frozenset(
    """der die das den dem des ein eine einer einem einen in im am an auf aus bei mit nach seit von vor zu zum
        zur als auch es er sie wir und aber doch damit dabei dort hier dies diese dieser dieses für durch unter
        über während wenn weil obwohl laut heute später zudem außerdem
        the a an it its he his she her they their we our you i this that these those there here then now but or so
        yet if when while after before since until because although though despite during for from with without at
        on by to of as about under over between among all both each every some many most more other others another
        such no one two three who what which where why how only even still also however meanwhile today later
        according""".split()
)
_LATIN_END = re.compile(r"[.!?…]+[\"'”’»«›‹“‘)\]]*(?=\s)")
_LIST_NUMBER = re.compile(r"(?:\A|[.!?…]\s*\n)\s*\d{1,2}\Z")
_HAN_END = re.compile(r"[。！？!?…]+[”’」』》）\"]*")
_HAN = re.compile(r"[\u3400-\u9fff]")


def sentence_spans(text: str, offset: int = 0) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence of ``text``, without surrounding space, each shifted by ``offset``."""
    cuts = [0, *_ends(text), len(text)]
    return tuple(
        (offset + span[0], offset + span[1])
        for span in (_strip(text, start, end) for start, end in pairwise(cuts))
        if span[0] < span[1]
    )


def _ends(text: str) -> list[int]:
    ends = {
        m.end()
        for m in _HAN_END.finditer(text)
        if m.group()[0] in "。！？" or _between_han(text, m)
    }
    ends |= {m.end() for m in _LATIN_END.finditer(text) if _ends_sentence(text, m)}
    return sorted(ends)


def _between_han(text: str, match: re.Match[str]) -> bool:
    return match.start() > 0 and bool(_HAN.match(text[match.start() - 1]))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether this run of end marks, followed by white space, closes a sentence."""
    rest = text[match.end() :].lstrip()
    if not rest or rest[0].islower():
        return not rest
    if not match.group().startswith("."):
        return True
    before = text[: match.start()]
    word = before.rsplit(None, 1)[-1].strip("(\"'„“‚‘»«›‹[").lower() if before.strip() else ""
    return not (
        _is_abbreviation(word, rest) or _is_ordinal(word, rest) or _LIST_NUMBER.search(before)
    )


def _is_abbreviation(word: str, rest: str) -> bool:
    if word in _BEFORE_A_NUMBER:
        return rest[0].isdigit()
    return word in _ABBREVIATIONS or bool(re.fullmatch(r"[a-zäöü](\.[a-zäöü])*", word))


def _is_ordinal(word: str, rest: str) -> bool:
    """German "3. März", "19. Jahrhundert": a short number before a capital that does not open a sentence."""
    following = re.match(r"\w+(?![\w-])", rest)
    return bool(re.fullmatch(r"\d{1,2}", word)) and not (
        following and following.group().lower() in _OPENERS
    )


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
