"""A question for an entry of a list by its number: "step 2", "the third rule", "Schritt 2", "第二步" is
answered by the entry that bears the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...retrieval.selection import Quote
from ..statements import Findings, Statement
from .whole_list import share_said

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one first eins erste 一",
            "two second zwei zweite 二",
            "three third drei dritte 三",
            "four fourth vier vierte 四",
            "five fifth fünf fünfte 五",
            "six sixth sechs sechste 六",
            "seven seventh sieben siebte siebente 七",
            "eight eighth acht achte 八",
            "nine ninth neun neunte 九",
            "ten tenth zehn zehnte 十",
        ),
        start=1,
    )
    for word in words.split()
}
_SPELLED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
# What the entries of numbered lists are called.
_ENTRY = r"(?:step|point|item|rule|stage|phase|instruction|entry|schritt|punkt|regel|stufe|eintrag|anweisung)"
_ASKED = re.compile(
    rf"\b{_ENTRY} (?:number |no\.? ?|nummer |nr\.? ?)?(?P<behind>\d{{1,2}}|{_SPELLED})\b(?![.,]\d)"
    rf"|\b(?P<before>\d{{1,2}}|{_SPELLED})(?:st|nd|rd|th|\.|[nrsm])? {_ENTRY}\b"
    rf"|第(?P<chinese>\d{{1,2}}|{_SPELLED})个?(?:步骤?|要?点|条|项)",
    re.IGNORECASE,
)


def asked_number(question: str) -> int:
    """The number of the entry that a question asks for; 0 where it asks for none.

    >>> [asked_number(text) for text in ("What is step 2?", "the third rule", "Im 4. Schritt?", "第二步？", "Why?")]
    [2, 3, 4, 2, 0]
    """
    match = _ASKED.search(question)
    said = match.group(match.lastgroup or 0).casefold() if match else ""
    return int(said) if said.isdecimal() else _NUMBERS.get(said, 0)


def statements(findings: Findings) -> Sequence[Statement]:
    """The entry with that number of the first list that was found, where it has one."""
    return _entry(findings, 0.0)


def named(findings: Findings) -> Sequence[Statement]:
    """The same where nothing else vouches for an answer: the question says the list's heading."""
    return _entry(findings, 0.99)


def _entry(findings: Findings, least_of_heading: float) -> Sequence[Statement]:
    number = asked_number(findings.query.text)
    if not number or findings.parts:
        return ()
    passages = (quote.passage for quote in findings.quotes)
    # The best first, those in the language of the question before all others.
    lists = {passage.passage_id: passage for passage in passages if passage.kind == "item"}
    for passage in sorted(lists.values(), key=lambda its: its.language != findings.language):
        heading = passage.section or passage.title
        if share_said(findings.query, heading) < least_of_heading:
            continue
        for place in range(len(passage.sentences)):
            if re.match(rf"{number}[.)、．]", passage.sentence(place)):
                return [Statement(Quote(passage, place, 0.0, place, 1.0))]
    return ()
