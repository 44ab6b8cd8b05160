"""The cheapest, the dearest, all below an amount: computed from the cells of all rows of a table, and each
row cited.

Only in a folder of anybody's own: the numbers of the shipped corpus have plans of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from citechat_ingest import Passage

from ...index.opening import Index
from ...language import terms
from ...messages import say
from ...retrieval.asked.words import asked_words, says
from ...retrieval.selection import Quote
from ..quotes import first_sentence
from ..statements import Findings, Statement

# Among how many of the best sentences a row of the table is sought, and how many rows are told.
_REACH, _MOST_ROWS = 8, 8
# How many rows a lead names one by one.
_NAMED = 4
_CHEAPEST = re.compile(
    r"\bcheapest\b|\bleast expensive\b|\blowest[- ](?:price|cost|fee)s?\b|\b(?:billigst|günstigst|preiswertest)\w*"
    r"|\bniedrigste\w* (?:preis|gebühr)|最便宜|最低价|价格最低|最实惠",
    re.IGNORECASE,
)
_DEAREST = re.compile(
    r"\b(?:dearest|priciest)\b|\bmost (?:expensive|costly)\b|\bhighest[- ](?:price|cost|fee)s?\b|\bteuerst\w*"
    r"|\bhöchste\w* (?:preis|gebühr)|最贵|价格最高|最高价",
    re.IGNORECASE,
)
_AMOUNT = r"(?:[€$£¥]\s?)?(?P<amount>\d+(?:[.,]\d+)?)"
_BELOW = re.compile(
    rf"(?:\b(?:less than|under|below|cheaper than|weniger als|unter|billiger als|günstiger als)|低于|少于|不到|小于)\s*{_AMOUNT}",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?:\b(?:more than|over|above|dearer than|mehr als|über|teurer als)|高于|超过|多于|大于)\s*{_AMOUNT}",
    re.IGNORECASE,
)
_ASKS_WHICH = re.compile(r"\b(?:which|what|welche\w*|was)\b|哪|什么|有没有", re.IGNORECASE)
_PRICE = re.compile(
    r"price|cost|\bfee|\b(?:eur|gbp|usd)\b|[€$£¥]|euro|pounds|dollars|preis|kosten|gebühr|价|费|元",
    re.IGNORECASE,
)
# What such a question says beside the things that it asks for.
_IDLE = re.compile(
    r"\b(?:cheap|expensive|cost|price|dear|least|most|low|high|less|more|under|below|over|above|item|thing|option|offer|available)\w*"
    r"|\b(?:billig|günstig|preis|teuer|kost|wenig|mehr|unter|über|angebot|ding|niedrig|höchst|gibt)\w*"
    r"|\b(?:euros?|eur|pounds?|dollars?|yuan|cents?)\b"
    r"|便宜|最|价格|价钱|低|高|贵|少|多|超过|不到|小于|大于|元|块|钱|东西|哪个|哪种|实惠",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W{0,3}(\d[\d.,]*)")
_CELL = re.compile(r"(?P<name>[^:：]*)[:：]\s*(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True)
class _Row:
    """A row of a table: the values of its cells by the names of their columns."""

    quote: Quote
    cells: dict[str, str]

    @property
    def name(self) -> str:
        """What the row is of: its first cell."""
        return next(iter(self.cells.values()), "")

    def amount(self, column: str) -> float | None:
        """The number with which the cell begins, or None."""
        found = _NUMBER.match(self.cells.get(column, ""))
        return _as_number(found[1], self.quote.passage.language) if found else None


def statements(findings: Findings) -> Sequence[Statement]:
    """The rows that a superlative or a bound on a price asks for; nothing where it asks for none, or
    of something that no row has."""
    if findings.query.curated or not _asks_to_compare(findings.query.text):
        return ()
    rows = _rows_of_the_table(findings)
    asked = list(filter(_is_of_things, asked_words(findings.query)))
    column = _price_column(rows, asked, findings)
    priced = [row for row in rows if row.amount(column) is not None]
    chosen = _of_the_asked(priced, asked, findings)
    return _told(chosen, column, findings) if chosen else ()


def _is_of_things(word: str) -> bool:
    """Whether a word says what is asked for, rather than that prices are compared."""
    return bool(_IDLE.sub("", word))


def _asks_to_compare(text: str) -> bool:
    return bool(_superlative(text) or _bound(text))


def _superlative(text: str) -> str:
    if _CHEAPEST.search(text):
        return "least"
    return "most" if _DEAREST.search(text) else ""


def _bound(text: str) -> re.Match[str] | None:
    if not _ASKS_WHICH.search(text):
        return None
    return _BELOW.search(text) or _ABOVE.search(text)


def _rows_of_the_table(findings: Findings) -> list[_Row]:
    """All rows of the table of which one was found first."""
    found = next(filter(_is_row, findings.quotes[:_REACH]), None)
    if found is None:
        return []
    quotes = map(first_sentence, _passages_beside(found.passage, findings.index))
    return [_Row(quote, _cells(quote.text)) for quote in quotes]


def _is_row(quote: Quote) -> bool:
    return quote.passage.kind == "table"


def _passages_beside(row: Passage, index: Index) -> Iterable[Passage]:
    """All rows below the heading of one, in order."""
    document = index.store.document(row.document_id, row.language)
    assert document
    starts = (p.start for p in document.paragraphs if (p.kind, p.section) == ("table", row.section))
    ids = [f"{row.language}/{row.document_id}#{start}" for start in starts]
    return index.passages(row.language, ids).values()


def _cells(text: str) -> dict[str, str]:
    matches = (_CELL.fullmatch(part) for part in text.split(" | "))
    return {match["name"].strip(): match["value"].strip() for match in matches if match}


def _price_column(rows: Sequence[_Row], asked: Sequence[str], findings: Findings) -> str:
    """The first column of prices that the question names, else the first; empty where there is none."""
    columns = dict.fromkeys(column for row in rows for column in row.cells)
    priced = list(filter(_PRICE.search, columns))
    named = (column for column in priced if _any_says(asked, column, findings))
    return next(named, next(iter(priced), ""))


def _of_the_asked(rows: Sequence[_Row], asked: Sequence[str], findings: Findings) -> Sequence[_Row]:
    """The rows that have every word of what is asked for, but for those that name a column."""
    headers = " ".join(rows[0].cells if rows else ())
    kept = list(rows)
    for word in asked:
        if _any_says([word], headers, findings):
            continue
        having = partial(_says_in_cells, word, findings)
        kept = list(filter(having, kept))
    return kept


def _says_in_cells(word: str, findings: Findings, row: _Row) -> bool:
    values = " ".join(row.cells.values())
    if _any_says([word], values, findings):
        return True
    # 体验课 and 绘画课 are each a 课程.
    return findings.language == "zh" and any(letter in row.name for letter in word)


def _any_says(words: Sequence[str], text: str, findings: Findings) -> bool:
    asked_in = findings.query.source_language or findings.language
    return any(says(text, findings.language, word, asked_in) for word in words)


def _told(rows: Sequence[_Row], column: str, findings: Findings) -> Sequence[Statement]:
    """The rows at the end that is asked for, or within the bound, the first with a lead that says of
    which rows it is so."""
    asked = findings.query.text
    language = findings.query.source_language or findings.language
    ordered = sorted(rows, key=lambda row: row.amount(column) or 0.0)
    bound, end = _bound(asked), _superlative(asked)
    if end or bound is None:
        told = _at_the_end(ordered, column, end)
        lead = say(f"{end}_of_rows", language, column=column, rows=_named(rows, language))
    else:
        told = _within(ordered, column, bound, language)
        key = "rows_below" if _BELOW.search(asked) else "rows_above"
        counts = {"count": len(told), "rows": len(rows)}
        lead = say(key, language, column=column, limit=bound["amount"], **counts)
    first, *others = (Statement(row.quote) for row in told[:_MOST_ROWS] or ordered[:1])
    return [replace(first, lead=lead), *others]


def _at_the_end(ordered: Sequence[_Row], column: str, end: str) -> Sequence[_Row]:
    limit = ordered[0 if end == "least" else -1].amount(column)
    return [row for row in ordered if row.amount(column) == limit]


def _within(
    ordered: Sequence[_Row], column: str, bound: re.Match[str], language: str
) -> Sequence[_Row]:
    """The rows within the bound."""
    limit = _as_number(bound["amount"], language)
    is_within = limit.__gt__ if bound.re is _BELOW else limit.__lt__
    return [row for row in ordered if is_within(row.amount(column) or 0.0)]


def _named(rows: Sequence[_Row], language: str) -> str:
    """How many rows were compared, or which."""
    counted = say("rows_counted", language, count=len(rows))
    if len(rows) > _NAMED:
        return counted
    names = [row.name for row in rows]
    return (
        f"{counted}（{'、'.join(names)}）"
        if language == "zh"
        else f"{counted} ({', '.join(names)})"
    )


def _as_number(text: str, language: str) -> float:
    plain = terms.plain_number(text.rstrip(".,"), language)
    return float(re.sub(r"\.(?=.*\.)", "", plain))
