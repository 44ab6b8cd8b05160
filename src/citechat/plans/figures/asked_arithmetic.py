"""What a question asks to be worked out of figures, and the bound that it sets them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ...verification.numerals import Date, Number, read_numerals

Working = Literal["", "sum", "average", "ratio", "difference", "growth", "share", "rest"]

# What is worked out → what asks for it; of several the first one counts: "how many times more" wants
# no difference.
_WORDS: dict[Working, str] = {
    "ratio": r"\b(?:how )?many times\b|\b(?:two|three|four|five|ten|\d+) times\b|\btwice\b|\bthrice\b"
    r"|\b(?:double|triple)d?\b|\bhalf as\b|\bratio\b|\bby what factor\b"
    r"|\bwie ?viel ?mal\b|\bwie oft\b|\b\w*[-\d]?fache?s?\b(?= )|\bdoppelt\b|\bhalb so\b|\bverdoppel\w*"
    r"|\bverhältnis\b|\bfaktor\b|\b(?:zwei|drei|vier|fünf|zehn)mal\b"
    r"|(?<![几两二三四五十多少\d])[几两二三四五十多少\d]++倍|倍数|[是有]一半|翻[了]?[几一两]?番",
    "difference": r"\bhow (?:many|much) (?:[\w-]+ ){0,4}?"
    r"(?:more|fewer|less|higher|lower|larger|bigger|smaller|better|worse|cheaper|dearer|costlier|ahead|behind)\b"
    r"|\bby how (?:many|much)\b|\bby what (?:margin|distance)\b|\bdifference\b|\bgap\b|\b(?:the|what) (?:lead|margin) \w+"
    r"|\bhow (?:far|big is the lead)\b|\bseparates?\b|\boutnumbers?\b.{0,40}\bby\b"
    r"|\bwie ?viele?\b.{0,80}?\b(?:mehr|weniger|voraus|besser|schlechter|höher|größer|billiger|günstiger|teurer)\b"
    r"|\bum wie ?viele?\b|\bunterschied\b|\bdifferenz\b"
    r"|\btrenn(?:t|en)\b|\babstand\b|\bvorsprung\b|\brückstand\b|\bwie (?:weit|groß ist die lücke)\b"
    r"|(?<![最至])(?:[多少高低大小强贵快慢出]|领先|超过)(?:出|了)?(?:多少|几)(?!钱|元|次)|(?<![最至顶])多[^，。多]{1,3}多少|差(?:多少|几|了)|相差|差距|差额|差值|之差|多出"
    r"|(?:便宜|贵|降|跌|涨)了?(?:多少|几)(?=[^，。？?]{0,3}[元钱块])",
    "average": r"\b(?:on )?average\b|\bmean (?:number|value)\b|\b(?:im )?(?:durch)?schnitt\w*\b|平均",
    "growth": r"\bgr[eo]w\w*|\bincreas\w*|\bris(?:e|es|en|ing)\b|\brose\b|\bgain(?:s|ed)?\b"
    r"|\b(?:cheaper|dearer|costlier|fell|fall(?:en)?|drop\w*|declin\w*|shr[aiu]nk)\b|\badded\b(?! up)"
    r"|\bw[aäu]chs\w*|\bgewachsen\b|\b(?:an|ge)?stieg(?:en)?\b|\bzugenommen\b|\bzunahm\w*|\bnahm\b.{0,60}\bzu\b|\bzuwachs\w*|\banstieg\w*|\bzulegt\w*|\bzugelegt\b"
    r"|\b(?:billiger|günstiger|teurer|gesunken|sank|gefallen|fiel|abgenommen|geschrumpft)\b|\bhinzugekommen\b|\bdazugekommen\b"
    r"|增[长加幅]|涨(?:了|幅)|上升|提高了|扩大|减少|下降|[降跌]了|便宜了|贵了",
    "sum": r"\btogether\b|\bin total\b|\bcombined\b|\badded up\b|\bin sum\b|\baltogether\b|\bsums? of\b|\badds? up\b|\btotals? (?!number)\b"
    r"|\bzusammen\b|\bzusammengenommen\b|\baddiert\b|\binsgesamt\b|\bsumme\b|加起来|合计|总共|一共|共有多少|之和|总和",
    "share": r"['’]s share of\b|\banteil (?:an|am)\b"
    r"|\b(?:what|which|how large a) (?:share|percentage|proportion|part|fraction)\b|\bhow many percent\b|\bwhat per ?cent\b"
    r"|\bwie ?viele? prozent\b|\b(?:welche[rnms]?|wie groß ist der|wie hoch ist der) (?:\w+)?anteil\b|\bprozentual\w*"
    r"|占.{0,16}?(?:多少|几成|比例|百分之几)|百分之几|几成",
    "rest": r"\boutside (?:of )?(?=[A-Z])|\bnot (?:based )?in\b"
    r"|\b(?:not|\w+n['’]t)\b(?! only)(?: \w+)? (?:in|from|to|at) (?=[A-Z])|\belsewhere\b|\bwithout (?=[A-Z])"
    r"|\baußerhalb\b(?: von)?|\bnicht in\b"
    r"|\bnicht (?:aus|auf|bei|von|an|zu) (?=[A-Z])|\banderswo\b|\bohne (?=[A-Z])|以外|之外|不在|不属于|不来自|不是来自|除(?:了|去|开)?",
}  # fmt: skip
_ASKS_FOR = {working: re.compile(words, re.IGNORECASE) for working, words in _WORDS.items()}
# Words beside these that ask for the same.
_ALONG = re.compile(
    r"\bfast\b|\bquickly\b|\bschnell\b|\bstark\b"
    r"|\bpercent(?:age)? points?\b|\bpoints?\b|\bper ?cent\b|\btimes\b|\bas (?:many|much|large|big|high)\b|\bbetter\b|\bworse\b|\bmargin\b"
    r"|\bprozentpunkte?n?\b|\bpunkte?n?\b|\bprozent\b|\bmal\b|\bso (?:viele?|groß|hoch)\b|\bbesser\b|\bschlechter\b"
    r"|百分点|个百分点|分别?|倍",
    re.IGNORECASE,
)  # fmt: skip
_ABOVE = re.compile(
    r"\b(?:more|greater|larger|higher|bigger) than\b|\b(?:above|over|exceed\w*|beyond|at least|or more)\b"
    r"|\b(?:mehr|größer|höher) als\b|\b(?:über|mindestens|oberhalb|jenseits)\b|\b(?:übertreffen|überschreiten|übersteigen)\b"
    r"|超过|超|多于|高于|大于|不少于|至少|以上|突破",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:fewer|less|lower|smaller) than\b|\b(?:below|under|at most)\b"
    r"|\b(?:weniger|kleiner|niedriger) als\b|\b(?:unter|unterhalb|höchstens)\b"
    r"|低于|少于|小于|不足|不到|不超过|以下",
    re.IGNORECASE,
)
# From when on something is counted: "since 2022", 比2022年.
_SINCE = re.compile(
    r"\bsince\b|\b(?:compared (?:with|to)|than in)\b|\bseit\b|\b(?:verglichen mit|gegenüber|als)\b|自|从|比|以来|相比",
    re.IGNORECASE,
)
# A rest is a number: "which are not in Norden?" asks for none.
_HOW_MANY = re.compile(
    r"\bhow (?:many|much)\b|\bnumber\b|\bwie ?viele?\b|\b(?:an)?zahl\b|多少|几|数", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|\w+n['’]t|nicht)\b|不", re.IGNORECASE)
_IN_DIGITS = re.compile(r"[\d十百千万亿]")
# How far before its number a bound may stand, and how far after it: 2000家以上.
_BEFORE, _AFTER = 12, 8


@dataclass(frozen=True)
class Bound:
    """What figures must go beyond, or stay below, and where its number stands in the question."""

    value: Fraction
    is_above: bool
    start: int
    end: int


def asked_working(question: str) -> Working:
    """What is to be worked out; empty where nothing is.

    >>> [asked_working(text) for text in ("How many times more?", "Um wie viel ist es gestiegen?", "多多少家？")]
    ['ratio', 'difference', 'difference']
    """
    found = (working for working in _ASKS_FOR if _asks_for(working, question))
    return next(found, "")


def _asks_for(working: Working, question: str) -> bool:
    """Whether a question asks for a working; "which are not in Norden?" asks for no rest."""
    is_no_number = working == "rest" and _NOT.search(question) and not _HOW_MANY.search(question)
    return not is_no_number and bool(_ASKS_FOR[working].search(question))


def asks_for_growth(question: str) -> bool:
    """Whether a question asks how much something grew, or fell."""
    return bool(_ASKS_FOR["growth"].search(question))


def asked_since(question: str, dates: Sequence[str]) -> str:
    """The only date of a question how much something changed since; empty where it asks no such thing."""
    is_of_change = asks_for_growth(question) and _SINCE.search(question)
    return dates[0] if len(dates) == 1 and is_of_change else ""


def without_working(text: str, working: Working) -> str:
    """A question without the words that say that this is to be worked out."""
    pattern = _ASKS_FOR.get(working)
    return _ALONG.sub(" ", pattern.sub(" ", text)) if pattern else text


def asked_bound(question: str, language: str) -> Bound | None:
    """The bound of "which cities have more than 2,000?"; None where a question sets none.

    >>> asked_bound("Welche Städte haben über 100?", "de")
    Bound(value=Fraction(100, 1), is_above=True, start=25, end=28)
    """
    for numeral in read_numerals(question, language):
        value = _countable(question[numeral.start : numeral.end], numeral.value)
        before = question[max(0, numeral.start - _BEFORE) : numeral.start].rstrip()
        after = question[numeral.end : numeral.end + _AFTER]
        around = f"{before}|{after}" if language == "zh" else before
        for pattern, is_above in ((_BELOW, False), (_ABOVE, True)):
            bound = pattern.search(around) if value is not None else None
            # "More than in 2024" bounds nothing; "over 2000" does.
            is_year = isinstance(numeral.value, Date) and bound and bound.end() < len(before)
            if value is not None and bound and not is_year:
                return Bound(value, is_above, numeral.start, numeral.end)
    return None


def _countable(written: str, value: object) -> Fraction | None:
    """The number that a numeral in digits counts, a bare 2000 too; None for dates and for "double"."""
    if isinstance(value, Number):
        return Fraction(value.value) if _IN_DIGITS.search(written) else None
    # Of what may be a year a round one is a number.
    is_round = written.isdecimal() and written.endswith("00")
    return Fraction(written) if is_round else None


def without_bound(text: str) -> str:
    """A question without the words that set a bound."""
    return _ABOVE.sub(" ", _BELOW.sub(" ", text))
