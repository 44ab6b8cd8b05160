"""Reading a model's text takes a time that grows with its length, however it comes."""

from __future__ import annotations

import pytest

from citechat.generation.citation_mark_parser import CitationMarkParser
from citechat.generation.language_model import without_thoughts
from citechat.generation.mark_numbering import number_marks, spell_numbers
from citechat.generation.sentence_cutter import SentenceCutter
from citechat_ingest import Passage
from growth import LINEAR, growth

# Each reads what is long, and longer.
pytestmark = pytest.mark.slow

IDS = {"k7f2": Passage("a", "en", "Title", "", 0, 5, "Text.")}
# Brackets, links, code and sentences that begin and do not end, or hardly.
UNITS = {
    "words": "lamp ",
    "one word": "lamp",
    "sentences": "Ann is so. ",
    "short sentences": "A b. ",
    "abbreviations": "z. B. ",
    "marks": "[k7f2]",
    "marks between spaces": "[k7f2]   ",
    "spaces": " ",
    "spaces before signs": "a      ",
    "brackets": "[",
    "links": "[a](",
    "parentheses": "(k7f2, ",
    "parentheses of spaces": "(k7f2      ",
    "backticks": "`",
    "inline code": "`a ",
    "longer and longer code": "`a``b```c````d",
    "fences": "```a\n",
    "lines": "Ann\n",
    "Chinese": "北京有企业。",
    "Chinese without an end": "北京",
}
CHARACTERS = 4_000
# A mark is one character once it is read: from as many as a sentence can hold, for up to there each
# piece looks at a longer sentence.
TIMES = {"marks": 2_000, "marks between spaces": 900}


@pytest.mark.parametrize("length", [5, 1_000_000], ids=["in small pieces", "all at once"])
@pytest.mark.parametrize("name", UNITS)
def test_twice_the_text_takes_twice_the_time(name: str, length: int) -> None:
    def read(text: str) -> None:
        reader = CitationMarkParser(IDS)
        cutter = SentenceCutter(reader.marks)
        for start in range(0, len(text), length):
            list(cutter.feed(reader.feed(text[start : start + length])))
        list(cutter.feed(reader.finish()))
        list(cutter.finish())

    unit = UNITS[name]
    times = TIMES.get(name, CHARACTERS // len(unit))
    assert growth(read, unit, times) < LINEAR


@pytest.mark.parametrize("unit", [" ", "\U000f0000 ", "\U000f0000, ", "a   "])
def test_twice_the_marks_are_shown_in_twice_the_time(unit: str) -> None:
    marks: list[tuple[Passage, ...]] = [(IDS["k7f2"],)]

    def show(text: str) -> None:
        spell_numbers(number_marks(text, marks, lambda _: (1,)))

    assert growth(show, unit, 10_000) < LINEAR


def test_twice_the_thoughts_are_left_out_in_twice_the_time() -> None:
    def read(text: str) -> None:
        pieces = [text[start : start + 5] for start in range(0, len(text), 5)]
        assert "".join(without_thoughts(iter(["<think>", *pieces, "</think>Yes."]))) == "Yes."

    assert growth(read, "hm, ", 40_000) < LINEAR
