"""What a sentence enumerates: its rows of names, how many items its longest row has, and how many a
question wishes to hear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Glossary, Mention, Name

from .negation import NOT
from .number_words import TWO_TO_TEN_CHINESE

# "apart from Norden": what follows is left out of the list.
BESIDES = re.compile(
    r"\b(?:apart from|aside from|besides?|other than|except(?:ing)?(?: for)?|in addition to|not counting"
    r"|excluding|alongside|as well as|leaving (?:out|aside))\b"
    r"|\b(?:außer|ausser|abgesehen von|neben|bis auf|nebst|zusätzlich zu|ausgenommen|mal abgesehen von)\b"
    r"|除(?:了|去|开)?|(?<!谁)(?<!哪[个些家座项])不(?:算|包括)|撇开",
    re.IGNORECASE,
)
# Short items with commas between them, up to the last "and".
_ROW = re.compile(
    r"(?:[^,、;.]{1,32}[,、;]\s?)+[^,、;.]{1,32}(?:和|及|与|\band\b|\bund\b|\bsowie\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,、;]")
_LAST = re.compile(r"[和及与]|\b(?:and|und|sowie)\b", re.IGNORECASE)
# What stands between two names of a row: an ending, whose the first is, and a sign or word that joins.
_ENDING = r"(?:['’]s|[a-zäöü]{1,2})?(?: (?:of|von)(?: the)?)?"
_OR = r"or|oder|还是|或者?"
_SIGN = r"\s*[,、;/]\s*"
_WORD = rf"\s*(?:and|und|sowie|和|以及|及|与|{_OR})\s*"
_JOINS = re.compile(rf"{_ENDING}(?:{_SIGN}(?:{_WORD})?|{_WORD})", re.IGNORECASE)
_ENDS = re.compile(rf"{_ENDING}(?:{_SIGN})?{_WORD}", re.IGNORECASE)
# After the last name of a Chinese row: "these four".
_SO_MANY = re.compile(rf"[这等](?P<number>[{TWO_TO_TEN_CHINESE}])(?=[大家个座名位款所])")
_CHOICE = re.compile(r"\bor\b|\boder\b|还是|或", re.IGNORECASE)
# Before the first name of a row: an item that is no name of the glossary.
_GOES_BEFORE = re.compile(r"(?:[,、;/]|(?<!\w)(?:and|und|sowie)|[和及与])\Z", re.IGNORECASE)

_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "two zwei beide beiden both 两 二",
            "three drei 三",
            "four vier 四",
            "five fünf 五",
            "six sechs 六",
            "seven sieben 七",
            "eight acht 八",
            "nine neun 九",
            "ten zehn 十",
            "eleven elf 十一",
            "twelve zwölf 十二",
        ),
        start=2,
    )
    for word in words.split()
}
_SPELLED = "|".join(sorted(_COUNTS, key=len, reverse=True))
_ASKED = re.compile(
    rf"\b(?:top|first|ersten|besten|obersten|the|die|which|welche|name|nenn\w*|list)[ -]?"
    rf"(?P<digits>\d{{1,2}})(?![\d.,]|\w| (?:percent|prozent|billion|million|milli))"
    rf"|(?<![\w-])(?P<word>{_SPELLED})(?![\w])"
    rf"|(?:前|[哪这那])(?P<digits_zh>\d{{1,2}})(?=[名位家个强省城款种大])"
    rf"|(?:前|(?<![第十\d年月]))(?P<zh>十[一二]?|[两二三四五六七八九])(?=[名位家个强省城款种大条步项张所座小点]|$|[？?是])",
    re.IGNORECASE,
)

# So many from the first on: "top three", "the three largest", 前三. "The first three quarters" are a time.
_NO_TIME = r"(?! \w*(?:quarter|month|year|step|day|half|quartal|monat|jahr|schritt|tag))"
FROM_THE_FIRST = re.compile(
    rf"\b(?:top|first|leading|ersten|besten|vorderen|größten)[ -](?P<behind>{_SPELLED}|\d{{1,2}})\b{_NO_TIME}"
    rf"|\b(?P<before>{_SPELLED}) (?:most|[a-z]+est|\w+[sß]te[nr]?)\b{_NO_TIME}"
    rf"|(?<!目)前(?P<qian>{_SPELLED}|\d{{1,2}})(?=[名位家强大款城省甲的]|个(?!月|季)|$|[？?是，])",
    re.IGNORECASE,
)

# What a sentence says that goes on with a list.
_SECOND_HALF = re.compile(
    r"\b(?:complete[sd]?|followed by|the (?:other|remaining|last)|rounds? (?:out|off))\b"
    r"|\b(?:vervollständig\w*|gefolgt von|ergänz\w*|komplettier\w*|die (?:übrigen|anderen|restlichen|letzten))\b"
    r"|后半段|其后|另外|其余|紧随",
    re.IGNORECASE,
)

# A sentence that tells some of a list: "are among the six".
_OPEN = re.compile(
    r"\b(?:among|such as|including|for example|like|between them)\b|\bof the (?:six|five|four)\b"
    r"|\b(?:unter anderem|darunter|etwa|wie|zum Beispiel|zählen zu|gehören zu)\b|等(?![级于待同])|之中|中的",
    re.IGNORECASE,
)


def tells_some(text: str) -> bool:
    """Whether a sentence may enumerate less than all: "among them are"."""
    return any(sign.search(text) for sign in (_OPEN, BESIDES, NOT))


def is_second_half(text: str) -> bool:
    """Whether a sentence goes on with a list: "… completed the top ten"."""
    return bool(_SECOND_HALF.search(text))


def items(text: str) -> int:
    """How many items the longest row of a sentence has; 0 where it has none."""
    return max((_length(row) for row in _ROW.findall(text)), default=0)


def _length(row: str) -> int:
    signs = [match.end() for match in _BETWEEN.finditer(row)]
    return len(signs) + 1 + bool(_LAST.search(row[signs[-1] :]))


def asked_count(question: str) -> int:
    """How many things a question wishes to be told: "the six tigers", "top 5"; 0 where it does not say."""
    return _number(_ASKED.search(question))


def asked_first(question: str) -> int:
    """How many of a row a question wishes from its first on; 0 where it does not say.

    >>> [asked_first(text) for text in ("First three of the top 50?", "die drei größten", "前五名", "six lamps")]
    [3, 3, 5, 0]
    """
    return _number(FROM_THE_FIRST.search(question))


def _number(match: re.Match[str] | None) -> int:
    said = match.group(match.lastgroup or 0) if match else ""
    return int(said) if said.isdecimal() else _COUNTS.get(said.casefold(), 0)


def count_words(question: str) -> str:
    """The words of a question that say how many: "top five"; empty where it does not."""
    match = _ASKED.search(question)
    return match.group() if match else ""


@dataclass(frozen=True)
class Row:
    """Names of one kind that a text enumerates, in order.

    ``whole`` says that nothing but them is enumerated there; ``choice`` that they are offered to
    choose from ("A, B or C?").
    """

    names: tuple[Name, ...]
    whole: bool
    choice: bool


def rows(text: str, glossary: Glossary) -> list[Row]:
    """The rows of two or more names in a text."""
    mentions = glossary.mentions(text)
    kinds = dict.fromkeys(mention.name.kind for mention in mentions)
    return [row for kind in kinds for row in _rows_of(kind, mentions, text)]


def _rows_of(kind: str, mentions: Sequence[Mention], text: str) -> list[Row]:
    """The rows of names of one kind; names of other kinds between them tell whose they are."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if mention.name.kind != kind:
            continue
        if runs and _JOINS.fullmatch(_between(runs[-1][-1], mention, mentions, text)):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [_row(run, mentions, text) for run in runs if len(run) > 1]


def _between(one: Mention, other: Mention, mentions: Sequence[Mention], text: str) -> str:
    """The text between two names without the names that stand there."""
    between = text[one.end : other.start]
    inner = [m for m in mentions if one.end <= m.start and m.end <= other.start]
    for mention in reversed(inner):
        start, end = mention.start - one.end, mention.end - one.end
        between = between[:start] + between[end:]
    return between.replace("  ", " ")


def _row(run: Sequence[Mention], mentions: Sequence[Mention], text: str) -> Row:
    names: list[Name] = []
    for mention in run:
        if mention.name not in names:
            names.append(mention.name)
    last = _between(run[-2], run[-1], mentions, text)
    begins = not _GOES_BEFORE.search(text[: run[0].start].rstrip())
    is_choice = bool(_CHOICE.search(last))
    ends = bool(_ENDS.fullmatch(last)) or _number(_SO_MANY.match(text, run[-1].end)) == len(names)
    return Row(tuple(names), begins and ends, is_choice)
