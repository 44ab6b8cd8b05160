"""Which sentences speak of the same matter, and which numbers they give."""

from __future__ import annotations

import pytest

from citechat.plans.same_matter import adds_no_number, is_same_matter, matter, numbers
from quoting import index_of, quote_of


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("The harbour has 40 berths.", "The harbour of Norden has 25 berths.", "en", True),
        ("The old harbour has 40 berths.", "The harbour master is Grete Sand.", "en", False),
        ("The harbour has 40 berths.", "Bread is baked on Sundays.", "en", False),
        ("Der Hafen hat 40 Liegeplätze.", "Der Hafen von Norden hat 25 Liegeplätze.", "de", True),
        ("Der Hafen hat 40 Liegeplätze.", "Die Bäckerei ist sonntags zu.", "de", False),
        ("港口有40个泊位。", "诺登港口有25个泊位。", "zh", True),
        ("港口有40个泊位。", "面包店周日休息。", "zh", False),
        ("40.", "40.", "en", False),
    ],
)
def test_the_same_matter_is_what_shares_half_of_the_shorter_sentence(one, other, language, same):
    first, second = quote_of(one, language=language), quote_of(other, language=language)

    assert is_same_matter(first, second) is same
    assert is_same_matter(second, first) is same


def test_half_of_the_words_is_just_enough():
    four = quote_of("Lamps, boats, cranes, ropes.")
    seven = quote_of("Lamps, boats, cranes, ropes, nets, sails, oars.")

    assert is_same_matter(four, quote_of("Lamps, boats, bread, flour, salt."))
    assert not is_same_matter(four, quote_of("Lamps, ovens, bread, flour, salt."))
    three_of_seven = quote_of("Lamps, boats, cranes, ovens, bread, flour, salt.")
    assert not is_same_matter(seven, three_of_seven)


def test_numbers_are_no_part_of_the_matter():
    assert matter("The harbour had 40 berths in 2024.", "en") == {"harbour", "berth"}


@pytest.mark.parametrize(
    ("text", "before", "adds_none"),
    [
        ("1,500 ships", "1500 ships", True),
        ("1.500 Schiffe", "genau 1500", True),
        ("In 2024, 40 ships.", "40 ships in 2024", True),
        ("41 ships", "40 ships", False),
        ("no ships", "40 ships", True),
        ("40 ships", "no ships", False),
    ],
)
def test_numbers_are_compared_digit_by_digit(text, before, adds_none):
    assert adds_no_number(quote_of(text), quote_of(before)) is adds_none


def test_a_year_is_no_number_that_a_sentence_gives():
    quote = quote_of("In 2024 the harbour had 40 berths.")

    assert [number.value for number in numbers(quote, index_of())] == [40]
