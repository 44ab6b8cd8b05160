"""What is meant by a saying: the sentence that explains it, or the saying and what is said after it.

"An army is easily raised" tells nothing of researchers: the next sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ...language import terms
from ...language.held_words import held_words
from ...language.quotation_marks import quoted
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..quotes import following
from ..statements import Findings, Statement

_SAYING = re.compile(
    r"\b(?:proverbs?|sayings?|adages?|idioms?|bon mots?|aphorisms?|jokes?|mottos?|phrases?|quips?|puns?)\b"
    r"|\b\w*(?:sprichw(?:ort|örter\w*|orts?)|spruch\w*|sprüche\w*|redensart\w*|redewendung\w*|bonmot\w*|witz\w*|motto\w*)\b"
    r"|俗话|俗语|谚语|老话|成语|格言|名言|玩笑|段子|这句|那句|一句话",
    re.IGNORECASE,
)
# What is told on the internet is called so, too, but so is any claim.
_TELLS_A_SAYING = re.compile(rf"{_SAYING.pattern}|说法", re.IGNORECASE)
_ASKS_FOR_THE_MEANING = re.compile(
    r"\b(?:means?|meant|meaning|stands? for|(?:getting|driving|hinting) at|the point of|try(?:ing)? to say|say about"
    r"|make fun of|express\w*|convey\w*|illustrat\w*)\b"
    r"|\b(?:bedeute\w*|meint|meinen|gemeint|besag\w*|heißen|heißt|hinaus|sagen|aussag\w*|ausdrücken|veranschaulich\w*)\b"
    r"|意思|什么意|含义|寓意|想说|说明|表达|指的?是|讽刺|比喻|形容",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:means?|meant|says?|stands? for) that\b|\b(?:besagt|bedeutet|heißt|meint), dass\b|说的是|意思是|是说|指的是",
    re.IGNORECASE,
)
_QUOTED = quoted(shortest=4)
# Among how many of the best sentences the saying is sought.
_REACH = 8


def statements(findings: Findings) -> Sequence[Statement]:
    """The explaining sentence alone, where one stands beside the saying; else the saying with the
    sentence after it. Nothing where no saying is asked about, or none was found."""
    if not _asks_for_the_meaning(findings.asked):
        return ()
    tells = partial(_tells, wanted=_wanted(findings))
    saying = next(filter(tells, findings.quotes[:_REACH]), None)
    return [Statement(quote) for quote in _explained(saying)] if saying else ()


def _asks_for_the_meaning(text: str) -> bool:
    """Whether it is asked what a saying, or something in quotation marks, means."""
    is_of_a_saying = _SAYING.search(text) or _QUOTED.search(text)
    return bool(is_of_a_saying and _ASKS_FOR_THE_MEANING.search(text))


def _tells(quote: Quote, wanted: frozenset[str]) -> bool:
    """Whether a sentence tells a saying, and a word of what is asked."""
    is_saying = bool(_TELLS_A_SAYING.search(quote.text)) and not is_verdict(quote)
    return is_saying and _holds_any(wanted, quote)


def _explained(saying: Quote) -> list[Quote]:
    """The sentence that explains a saying: itself or the next; where neither does, both."""
    both = [saying, *following(saying, 1)]
    explaining = [quote for quote in both if _EXPLAINS.search(quote.text)]
    return explaining[:1] or both


def _wanted(findings: Findings) -> frozenset[str]:
    """What the question says of the saying, without the words that ask for its meaning; of Chinese no
    single characters, which stand in any sentence."""
    text = findings.asked
    for asking in (_SAYING, _ASKS_FOR_THE_MEANING):
        text = asking.sub(" ", text)
    return frozenset(word for word in terms.query_words(text, findings.language) if len(word) > 1)


def _holds_any(wanted: frozenset[str], quote: Quote) -> bool:
    return held_words(quote.text, quote.passage.language).count(wanted) > 0.0
