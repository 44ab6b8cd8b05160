"""What a Chinese question counts, by its measure word: 多少家 asks for firms, 几个人 for people, 占几成 for a share.

A sentence without such a number does not answer, whatever other numbers it gives. Other languages
say less: there nothing is asked for.
"""

from __future__ import annotations

import re

from .numerals import Number, Numeral, read_numerals

_MANY = r"(?:多少|(?<![好近这那])几)(?:[万亿千百]+|个亿)?"
_ANYTHING = "anything"
_MONEY_UNITS = ("yuan", "dollars", "euros")
# What is counted → how a question asks for it, and what follows the number in an answer; 个 counts anything.
_COUNTED: dict[str, tuple[str, str]] = {
    "share": (
        r"百分之(?:多少|几)|几成|几分之几|几个百分点|占比|占.{0,12}(?:多少|几)(?![家名人个款台起笔所])|(?:比例|份额|比重).{0,4}多少",
        r"",
    ),
    "rank": (r"第几|几号|(?:排名?|位列|名列).{0,4}(?:多少|几)(?:位|名)?", r""),
    "money": (
        rf"{_MANY}(?:块?钱|元|美元|美金|人民币|欧元|块(?![\u3400-\u9fff])|资金|投资|经费|补贴|补助)|多少[万亿]+(?![家名人个款台起笔所元美人次座颗块枚辆部项位倍度吨米])",
        r"",
    ),
    "people": (
        rf"{_MANY}(?:人|位|名(?!额)|个人)",
        r"\s*(?:多|余|来)?(?:位|名|人|个|学者|研究|科学家)",
    ),
    "firms": (
        rf"{_MANY}(?:家|户|间)",
        r"\s*(?:多|余|来)?(?:家|户|间|个)",
    ),
    "schools": (rf"{_MANY}所", r"\s*(?:多|余)?(?:所|家|个)"),
    "machines": (
        rf"{_MANY}[台辆部架只块枚颗片张]",
        r"\s*(?:多|余)?(?:台|辆|部|架|只|块|枚|颗|片|张|个)",
    ),
    "deals": (
        rf"{_MANY}[起笔宗次]",
        r"\s*(?:多|余)?(?:起|笔|宗|次|个|项|轮|件)",
    ),
    "kinds": (rf"{_MANY}[款种]", r"\s*(?:多|余)?(?:款|种|个|项|类|张)"),
    "places": (rf"{_MANY}[座]", r"\s*(?:多|余)?(?:座|个|处)"),
}
_ASKED = {counted: re.compile(asked) for counted, (asked, _) in _COUNTED.items()}
_FOLLOWS = {counted: re.compile(after) for counted, (_, after) in _COUNTED.items() if after}
_SHARE = re.compile(r"[一二三四五六七八九]成|一半|过半|半数|分之|多半|全部|对半")
# "Is a firm", 是一家企业, counts no firms.
_IS_ONE = re.compile(r"是(?:[\u3400-\u9fff]{1,6}的)?一[家户间所台部架只块枚颗张款种座个位名项]?$")
# A list "in this order" tells the rank of each, and so do the first ten.
_RANK = re.compile(
    r"[第前][一二三四五六七八九十\d]|榜首|居首|首位|末位|垫底|冠军|依次|其后是|之后是"
)


def counted_thing(question: str, language: str) -> str:
    """What ``question`` counts, such as "firms" or "money"; empty where it does not tell."""
    if language != "zh":
        return ""
    kinds = (counted for counted, pattern in _ASKED.items() if pattern.search(question))
    return next(kinds, _ANYTHING if re.search(_MANY, question) else "")


def counts(sentence: str, thing: str, language: str) -> bool:
    """Whether ``sentence`` gives a number of ``thing``, as ``counted_thing`` names it."""
    if not thing or language != "zh":
        return True
    if thing == "rank":
        return bool(_RANK.search(sentence))
    if thing == "share" and _SHARE.search(sentence):
        return True
    numerals = read_numerals(sentence, language)
    return any(_is_count_of(thing, numeral, sentence) for numeral in numerals)


def _is_count_of(thing: str, numeral: Numeral, sentence: str) -> bool:
    if not isinstance(numeral.value, Number):
        return False
    unit = numeral.value.unit
    if thing == "share":
        return unit == "percent"
    if thing == "money":
        return unit in _MONEY_UNITS
    if thing == _ANYTHING:
        return any(letter.isdigit() for letter in sentence[numeral.start : numeral.end])
    if _IS_ONE.search(sentence[: numeral.end]):
        return False
    # Of a number in characters the measure word is the last one: 三家.
    places = (numeral.end, numeral.end - 1)
    return unit == "" and any(_FOLLOWS[thing].match(sentence, place) for place in places)
