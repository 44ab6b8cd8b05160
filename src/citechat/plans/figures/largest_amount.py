"""A question how much the largest loss, gain or deal was: the sentence that calls it the largest, and the one
that gives its amount, where the first does not.

"What was the biggest fire ever?" is answered by "the fire of May was the largest" only together with what it cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.asked_rank import MOST
from ...retrieval.selection import Quote
from ...verification.facts import Number, Value, read_facts
from ...verification.numerals import Date
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement

# What of value has an amount.
_OF_VALUE = re.compile(
    r"\b(?:loss|gain|fall|drop|plunge|crash|jump|deal|investment|fine|order|financing|round|purchase|takeover|deficit|profit)s?\b"
    r"|(?:verlust|gewinn|einbruch|absturz|sturz|sprung|investition|strafe|auftrag|finanzierung|runde|übernahme|defizit)e?\w{0,2}\b"
    r"|损失|亏损|蒸发|缩水|跌|涨|投资|罚款|订单|融资|收购|盈利",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:what|how (?:big|large|high|much))\b|\b(?:was|wie (?:hoch|groß|viel))\b|多少|多大|是什么",
    re.IGNORECASE,
)
# Who had it is another question.
_ASKS_WHOSE = re.compile(r"\b(?:who|which)\b|\b(?:wer|welche\w*)\b|谁|哪", re.IGNORECASE)
# Among how many of the best sentences one is sought that calls it the largest.
_REACH = 10
_MONEY, _MUCH = frozenset({"yuan", "dollars", "euros"}), 1_000_000


def statements(findings: Findings) -> Sequence[Statement]:
    """Both sentences; nothing where the best names the amount itself, or none does of the same event."""
    if not _asks_how_much_at_most(findings.query.text):
        return ()
    first = findings.quotes[0]
    if not MOST.search(first.text) or _gives_an_amount(first, findings):
        return ()
    for quote in findings.quotes[1:_REACH]:
        if _is_of_the_event(quote, first, findings) and _gives_an_amount(quote, findings):
            return [Statement(first), Statement(quote)]
    return ()


def _asks_how_much_at_most(text: str) -> bool:
    is_of_value = bool(MOST.search(text) and _OF_VALUE.search(text))
    return is_of_value and bool(_ASKS.search(text)) and not _ASKS_WHOSE.search(text)


def _values(quote: Quote, findings: Findings) -> list[Value]:
    facts = read_facts(quote.text, quote.passage.language, findings.index.glossary)
    return [fact.value for fact in facts]


def _gives_an_amount(quote: Quote, findings: Findings) -> bool:
    """Whether money is told, and more than a share or a car costs."""
    values = _values(quote, findings)
    return any(_is_much_money(value) for value in values)


def _is_much_money(value: Value) -> bool:
    return isinstance(value, Number) and value.unit in _MONEY and value.value >= _MUCH


def _is_of_the_event(quote: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a sentence tells of the same day, and names the companies that the first names."""
    days = set(filter(_is_a_day, _values(first, findings)))
    is_that_day = bool(days) and days <= set(_values(quote, findings))
    names_all = _companies(first, findings) <= _companies(quote, findings)
    return is_that_day and names_all and not is_verdict(quote)


def _is_a_day(value: Value) -> bool:
    return isinstance(value, Date)


def _companies(quote: Quote, findings: Findings) -> set[str]:
    """The companies that a sentence names, by their English names."""
    named = findings.index.glossary.found_in(quote.text)
    return {name.names["en"] for name in named if name.kind == "company"}
