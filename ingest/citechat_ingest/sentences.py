"""Where the sentences of a paragraph begin and end, in English, German and Chinese.

A full stop ends a sentence unless it belongs to an abbreviation ("z. B.", "U.S."), an initial ("J.
Smith"), a decimal ("1.5"), a German ordinal ("20. Juli", "im 19. Jahrhundert"), or the number of a
list entry ("1. The lamp"). Every stop is judged by a few characters on either side of it, so the
time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

# No sentence ends behind these, whatever follows.
_TITLES = frozenset(
    """mr mrs ms dr prof st gen gov sen rep rev hon lt col sgt capt cpt maj mt ft messrs
    mme fr hr hrn fa dipl ing med phil jur rer nat habil kap bd hrsg bzw vgl z.b d.h
    u.a i.e e.g b.c a.d n.chr v.chr zb dh ua geb gest evtl ggf inkl exkl sog zzgl bspw
    mio mrd tsd approx al vs dept eds pp vol tel str cf s.o v.a i.d.r z.t o.ä""".split()
)
# Nor behind these, unless a word follows that opens sentences ("Acme Inc. The firm …").
_MAY_END = frozenset(
    """etc inc ltd co corp jr sr usw ff evt jan feb mar apr jun jul aug sep sept oct nov
    dec jh u.s u.k u.n u.s.a a.m p.m ph.d""".split()
)
# No sentence ends between these and a number; elsewhere they are ordinary words or close a
# sentence.
_BEFORE_A_NUMBER = frozenset(
    """no nos nr nrn fig art abs ed est mind max min hl gem ziff rn rdnr sec sect ch p s
    z buchst lit anm abb tab kap ca bd""".split()
)
_OPENERS = frozenset(
    """der die das den dem des ein eine einer einem einen in im am an auf aus bei mit
    nach seit von vor zu zum zur als auch es er sie wir und aber doch damit dabei dort
    hier dies diese dieser dieses für durch unter über während wenn weil obwohl laut
    heute später zudem außerdem the a an it its he his she her they their we our you i
    this that these those there here then now but or so yet if when while after before
    since until because although though despite during for from with without at on by
    to of as about under over between among all both each every some many most more
    other others another such no one two three who what which where why how only even
    still also however meanwhile today later according""".split()
)
# Behind an end mark: closing quotes and brackets, then the marks of a footnote: "[1]", "[^1]", "¹",
# "*".
_CLOSERS = r"[\"'”’»«›‹“‘)\]]*+(?:\[\^?\w{1,4}\]|[¹²³⁰⁴-⁹*†])*+"
# Only at the first of a run of marks, or a long run would be read once for each of them.
_LATIN_END = re.compile(rf"(?<![.!?…])[.!?…]++{_CLOSERS}(?=\s)")
_HAN_END = re.compile(r"[。！？!?…]+[”’」』》）\"]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
# A line that begins with a bullet is an entry of its own.
_BULLET = re.compile(r"\n(?=[ \t]*[-*•][ \t]+\S)")
_LIST_NUMBER = re.compile(r"(?:\A|[.!?…]\s*\n)\s*\d{1,2}\Z")
_NEXT = re.compile(r"\s*+(?P<first>\S)?")
_NEXT_WORD = re.compile(r"\w{1,40}+(?![\w-])")
_INITIALS = re.compile(r"[a-zäöü](?:\.[a-zäöü])*")
_ROMAN = re.compile(r"[IVX]{1,5}")
_SMALL_NUMBER = re.compile(r"\d{1,2}")
# No abbreviation, and no line end before a list's number, lies further back than this.
_LOOK_BACK = 40


def sentence_spans(text: str, offset: int = 0, language: str = "") -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence of ``text``, without surrounding space, each shifted by
    ``offset``.

    ``language`` settles what the languages do differently; without it, "3." before a capital is
    taken for an ordinal.
    """
    cuts = [0, *_ends(text, language), len(text)]
    spans = (_strip(text, start, end) for start, end in pairwise(cuts))
    return tuple((offset + start, offset + end) for start, end in spans if start < end)


def _ends(text: str, language: str) -> list[int]:
    ends = {match.end() for match in _BULLET.finditer(text)}
    for match in _HAN_END.finditer(text):
        # "!", "?" and "…" are Latin marks, too, so Chinese must stand before them.
        if match.group()[0] in "。！？" or _is_han(text, match.start() - 1):
            ends.add(match.end())
    for match in _LATIN_END.finditer(text):
        if _ends_sentence(text, match, language):
            ends.add(match.end())
    return sorted(ends)


def _is_han(text: str, position: int) -> bool:
    return position >= 0 and bool(_HAN.match(text, position))


def _ends_sentence(text: str, match: re.Match[str], language: str) -> bool:
    """Whether this run of end marks, followed by white space, closes a sentence."""
    following = _NEXT.match(text, match.end())
    first = following["first"] if following else None
    if first is None or following is None:
        return True
    if first.islower():
        return False
    if not match.group().startswith("."):
        return True
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if not before.strip():
        return True
    word = before.split()[-1].strip("(\"'„“‚‘»«›‹[")
    next_word = _NEXT_WORD.match(text, following.start("first"))
    opens = next_word is not None and next_word.group().lower() in _OPENERS
    if _is_abbreviation(word.lower(), first, opens):
        return False
    if _is_ordinal(word, before, language) and not opens:
        return False
    whole = match.start() <= _LOOK_BACK
    return not _LIST_NUMBER.search(before if whole else "…" + before)


def _is_abbreviation(word: str, first: str, opens: bool) -> bool:
    """``first`` is the first letter behind the stop; ``opens`` says whether its word is one that
    opens sentences.
    """
    # "Dipl.-Ing." is as good as "Ing."
    last = word.rsplit("-", 1)[-1]
    if last in _TITLES:
        return True
    if last in _MAY_END:
        return not opens
    if last in _BEFORE_A_NUMBER and len(last) > 1:
        return first.isdigit() or first in "§("
    return bool(_INITIALS.fullmatch(word))


def _is_ordinal(word: str, before: str, language: str) -> bool:
    """German "3. März", "19. Jahrhundert"; behind a name in any: "Ludwig II. Wittelsbach"."""
    if _SMALL_NUMBER.fullmatch(word):
        return language != "en"
    words = before.split()
    behind_a_name = len(words) > 1 and words[-2][:1].isupper()
    return bool(_ROMAN.fullmatch(word)) and behind_a_name


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
