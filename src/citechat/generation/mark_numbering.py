"""The private characters that stand for a model's marks, and the numbers that a reader sees in
their place.

A model marks what it cites by an id that stands at a passage. ``citation_mark_parser.py`` puts one private
character for each mark, ``sentence_cutter.py`` cuts the text into sentences with the passages that
they cite; then ``number_marks`` puts the reader's numbers in their place, each one private
character still, and ``spell_numbers`` writes them out and tells where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citechat_ingest import Passage

from ..values import Mark

# Private characters of Unicode, which no text uses: what a model writes of them is taken out.
FIRST = 0xF0000
MARK = "[\U000f0000-\U000ffffd]"


def is_mark(character: str) -> bool:
    """Whether a character stands for a mark."""
    return ord(character) >= FIRST


def number_of(mark: str) -> int:
    """Which mark, or which number, a private character stands for."""
    return ord(mark) - FIRST


Numbers = Callable[[tuple[Passage, ...]], tuple[int, ...]]
"""The passages that a mark names → the numbers that a reader sees in its place."""
_RUN = re.compile(
    rf"(?P<space>(?<!\s)\s*+)(?P<marks>{MARK}(?:[\s,，、;]*+{MARK})*)(?=(?P<letter>\w)?)"
)


def number_marks(shown: str, marks: list[tuple[Passage, ...]], numbers: Numbers) -> str:
    """``shown`` with a private character for each number that a reader is to see.

    A mark without a number vanishes with the space before it, unless a word follows.
    """

    def display(run: re.Match[str]) -> str:
        named: list[int] = []
        for mark in re.findall(MARK, run.group("marks")):
            named += numbers(marks[number_of(mark)])
        text = "".join(chr(FIRST + number) for number in dict.fromkeys(named))
        return run.group("space") + text if text or run.group("letter") else ""

    return _RUN.sub(display, shown)


def spell_numbers(numbered: str, offset: int = 0) -> tuple[str, tuple[Mark, ...]]:
    """The text of ``number_marks`` with "[1][2]" for its private characters, and where they stand,
    counted from ``offset``.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    end = offset
    for part in re.split(f"({MARK})", numbered):
        is_mark = bool(re.fullmatch(MARK, part))
        piece = f"[{number_of(part)}]" if is_mark else part
        start, end = end, end + len(piece)
        pieces.append(piece)
        if is_mark:
            marks.append(Mark(number_of(part), start, end))
    return "".join(pieces), tuple(marks)


def without_marks(shown: str, marks: list[tuple[Passage, ...]]) -> str:
    """``shown`` without its private characters."""
    return number_marks(shown, marks, _no_numbers)


def _no_numbers(_passages: tuple[Passage, ...]) -> tuple[int, ...]:
    return ()
