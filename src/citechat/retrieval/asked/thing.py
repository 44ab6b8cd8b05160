"""What a question asks about must be spoken of: how many horses, where no text knows of any horse; the
price of something, where a sentence names none.

Only in a folder of anybody's own: the weights of the shipped corpus know its subject.
"""

from __future__ import annotations

import re
from itertools import filterfalse

from ...index.bm25_index import LexicalIndex
from ...language import terms
from ...language.word_translation import chinese_words
from ..query import Query
from ..selection import Quote
from .words import asked_words, says

_COUNTED = re.compile(
    r"\bhow many (?P<en>[^?]+)|\bwie ?viele (?P<de>[^?]+)"
    r"|(?:多少|几)[名个位棵本家只条辆件头匹把张台部扇间](?P<zh>[\u3400-\u9fff]{1,2})"
    r"|多少(?P<bare>[\u3400-\u9fff]{2,})",
    re.IGNORECASE,
)
# Who is counted as "people" may be called by any other name.
_ANYBODY = frozenset("people person time men women leut mensch person mal 人 次".split())
_PRICE = re.compile(
    r"\bhow much (?:do|does|is|are|did|will|would)\b|\bcosts?\b|\bprices?\b|\bkoste[nt]\b"
    r"|\bwie teuer\b|\bpreis\w*\b|多少钱|价格|单价",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[€$£¥￥]|\b(?:euros?|eur|cents?|pounds?|pence|gbp|dollars?|usd|yuan|rmb)\b"
    r"|\d\s*(?:元|块|角|万|亿|折)|[一二两三四五六七八九十百千]+(?:元|块|角|折)"
    r"|(?:percent|prozent|%) (?:less|off|cheaper|discount|weniger|billiger|günstiger|rabatt|ermäßigung|nachlass)\b"
    r"|\b(?:free|half|nothing|gratis|kostenlos|kostenfrei|umsonst|halb\w*|nichts)\b|免费|半价",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# An item that gives a price without its currency ends in it: "Beard trim: 12".
_ENDS_IN_A_NUMBER = re.compile(r"\d\W*$")
_CELL = re.compile(r"(?:^|\|)[^|:：]*[:：]")
# How sure the reader may be of a row whose cells hold no word of the question, and still be wrong.
# At .8 it was "the cheapest" or "at what time do we enter" that no cell says, and the right row.
_UNSURE = 0.7


def is_spoken_of(query: Query, first: Quote, lexical: LexicalIndex) -> bool:
    """Whether the documents know what is counted, and the quote that would open the answer names a
    price where one is asked for."""
    if query.curated or query.source_language not in ("", query.language):
        return True
    return (
        _is_known(query, lexical) and _names_a_price(query, first) and _is_the_row_of(query, first)
    )


def _is_known(query: Query, lexical: LexicalIndex) -> bool:
    counted = _COUNTED.search(query.text)
    if not counted:
        return True
    thing = next(filter(None, counted.groups()))
    named = terms.words(thing, query.language)
    # Of two Chinese characters behind a measure word the pair is the word; else the first word is
    # counted.
    word = thing if counted["zh"] else next(iter(named), "")
    if counted["bare"]:
        word = chinese_words(thing)[0]
        # 多少钱 asks for a price, not for a thing.
        return len(word) == 1 or _stands_there(word, lexical)
    if not word or word in _ANYBODY:
        return True
    return lexical.document_frequency(word) > 0 or _is_part_of_a_word(word, lexical)


def _stands_there(word: str, lexical: LexicalIndex) -> bool:
    """Whether the documents hold a Chinese word, by its pairs of characters."""
    pairs = (word[n : n + 2] for n in range(len(word) - 1))
    return all(lexical.document_frequency(pair) > 0 for pair in pairs)


def _is_part_of_a_word(word: str, lexical: LexicalIndex) -> bool:
    """Whether all pieces of a word stand in the documents: "Busse" in "Stadtbusse"."""
    pieces = terms.inner_grams(word)[1:]
    return bool(pieces) and all(lexical.document_frequency(p, "grams") > 0 for p in pieces)


def _names_a_price(query: Query, first: Quote) -> bool:
    if not _PRICE.search(query.text):
        return True
    if _MONEY.search(first.text):
        return True
    # A row names the currency in its header, or nowhere.
    bare = {"table": _DIGIT, "item": _ENDS_IN_A_NUMBER}.get(first.passage.kind)
    return bool(bare and bare.search(first.text))


def _is_the_row_of(query: Query, first: Quote) -> bool:
    """Whether a row of a table tells of what is asked about: the stock of strawberries stands in no
    row of blueberries, although both have a stock."""
    if first.passage.kind != "table" or first.probability >= _UNSURE:
        return True
    asked = list(filterfalse(_PRICE.search, asked_words(query)))
    cells = _CELL.sub(" ", first.text)
    said = [says(cells, first.passage.language, word, query.language) for word in asked]
    return any(said) or not asked
