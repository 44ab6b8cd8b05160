"""Reading facts and laying texts beside each other takes a time that grows with the text alone."""

from __future__ import annotations

import time

import pytest

from citechat.verification.alignment import compare
from citechat.verification.facts import ProperName, StatedFacts, read_facts
from citechat.verification.numerals import read_numerals
from citechat_ingest import LANGUAGES, Glossary, Name
from growth import LINEAR, growth

# Each reads what is long, and longer.
pytestmark = pytest.mark.slow

GLOSSARY = Glossary(
    (
        Name("place", {"en": "Beijing", "de": "Peking", "zh": "北京"}),
        Name("index", {"en": "AI 2000", "de": "AI 2000", "zh": "AI 2000"}),
    )
)
# What could make a pattern walk the same text again and again: digits, words and signs of numbers
# that go on, names that never end, brackets that are not closed.
UNITS = {
    "digits": "7",
    "groups of digits": "1,234,",
    "points": "1.234.",
    "numbers side by side": "12 to ",
    "numbers with units": "between 3 and 5 percent, ",
    "dates": "on 20 July 2017 ",
    "number words": "two hundred ",
    "glued number words": "zweihundert",
    "one long German number": "zweihundertundfünfzigtausend",
    "Chinese digits": "三",
    "Chinese groups": "三千万",
    "Chinese parts": "百分之",
    "names": "Beijing and Peking 北京 ",
    "genitives": "Pekings ",
    "a name in a name": "AI 2000 5 ",
    "letters": "a",
    "capitals": "A",
    "dots and letters": "a.",
    "dashes": "A-1-",
    "capitals in a row": "Aa ",
    "spaces": " ",
    "white space between words": "Ab  \n ",
    "quotes": "《a",
    "apostrophes": "'s ",
}
# Enough for a pattern that looks back or ahead without bound to show.
CHARACTERS = 4_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_reading_twice_the_text_takes_twice_the_time(unit: str, language: str) -> None:
    def read(text: str) -> None:
        read_numerals(text, language)
        read_facts(f"x {text}!", language, GLOSSARY)

    read(unit)  # patterns are compiled on first use

    assert growth(read, unit, CHARACTERS // len(unit)) < LINEAR


@pytest.mark.parametrize("unit", ["huawei中国", "huawei ", "huawei--", "huaweia", "x"])
def test_looking_for_a_name_in_twice_the_text_takes_twice_the_time(unit: str) -> None:
    name = ProperName(("Huawei Ascend", "Boston Dynamics"), "company")

    def look(text: str) -> None:
        assert not StatedFacts(f"ascend {text}", ()).contains(name)

    assert growth(look, unit, 40_000) < LINEAR


@pytest.mark.parametrize("unit", ["lamp ", "lamp turns ", "a b c d e ", "3 lamps 5 ", "不灯"])
def test_two_long_texts_are_compared_for_a_bounded_time(unit: str) -> None:
    """The worst of them would else take minutes: the time grew with the square and more."""
    text = unit * 20_000
    facts = read_facts(text[:4_000], "en", GLOSSARY)
    start = time.process_time()

    compare(text[:100_000], facts, f"other {text[:100_000]}", facts, "en")

    assert time.process_time() - start < 2


def test_what_two_sentences_of_a_common_length_say_is_compared_to_their_end() -> None:
    words = " ".join(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" * 9)
    claim, source = f"{words} in 2023", f"{words} in 2022"

    differences = compare(
        claim, read_facts(claim, "en", GLOSSARY), source, read_facts(source, "en", GLOSSARY), "en"
    )

    assert [fact.surface for fact in differences.other] == ["2023"]


@pytest.mark.parametrize(("text", "language"), [("7" * 5_000, "en"), ("亿" * 5_000, "zh")])
def test_a_row_of_thousands_of_digits_is_a_code_and_no_number(text: str, language: str) -> None:
    assert read_numerals(text, language) == []
    assert len(read_numerals("7" * 200, language)) == 1
