"""Numbers and dates as other people's libraries write them, read back: a truth of its own.

Babel writes as Unicode's CLDR has it, num2words English and German words, cn2an Chinese ones.
"""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction

import cn2an
import pytest
from babel.dates import format_date
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)
from num2words import num2words

from citechat.verification.numerals import Date, Number, read_numerals
from citechat_ingest import LANGUAGES

# What may stand around a number in a sentence, and binds nothing itself.
FRAMES = {"en": "They counted {} at last.", "de": "Man zählte {} zuletzt.", "zh": "共计{}左右。"}


def read(written: str, language: str) -> list[Number | Date]:
    text = FRAMES[language].format(written)
    numerals = read_numerals(text, language)
    # What is read of it stands where it was written, to the last character.
    assert [text[numeral.start : numeral.end] for numeral in numerals] == [written]
    return [numeral.value for numeral in numerals]


def whole_numbers(limit: int, count: int = 150) -> list[int]:
    """Numbers of all lengths, the round ones and their neighbours among them."""
    chance = random.Random(limit)
    lengths = range(1, len(str(limit)))
    numbers = set()
    for length in (*lengths, *chance.choices(lengths, k=count)):
        smallest = 10 ** (length - 1)
        numbers.add(chance.randrange(smallest, 10 * smallest))
        numbers |= {smallest - 1, smallest, smallest + 1}
    return sorted(number for number in numbers if 1 < number < limit)


def is_year(number: int) -> bool:
    return 1900 <= number < 2100


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_numbers_with_their_thousands(language: str) -> None:
    for number in whole_numbers(10**13):
        written = format_decimal(number, locale=language)

        assert read(written, language) == [Number(Fraction(number))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_numbers_without_their_thousands(language: str) -> None:
    for number in whole_numbers(10**13):
        if not is_year(number):
            assert read(str(number), language) == [Number(Fraction(number))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_decimals(language: str) -> None:
    for number in whole_numbers(10**8):
        value = Fraction(number, 100)
        written = format_decimal(number / 100, locale=language)

        assert read(written, language) == [Number(value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_million_milliarde_and_yi(language: str) -> None:
    """Rounded as they are written: 1.235 billion, 1,235 Milliarden, 12.35亿."""
    step = 10**8 if language == "zh" else 10**9
    for thousandths in range(1_001, 9_999, 41):
        number = thousandths * step // 1000
        written = format_compact_decimal(
            number, format_type="long", locale=language, fraction_digits=3
        )

        assert read(written, language) == [Number(Fraction(number))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("currency", "unit"), [("USD", "dollars"), ("EUR", "euros"), ("CNY", "yuan")]
)
def test_money(language: str, currency: str, unit: str) -> None:
    for number in whole_numbers(10**9, count=40):
        written = format_currency(number / 100, currency, locale=language)
        # CN¥ is what only CLDR writes: elsewhere ¥ is the yen.
        written = written.replace("CN¥", "¥")

        assert read(written, language) == [Number(Fraction(number, 100), unit)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_percent(language: str) -> None:
    for tenths in range(1, 2_000, 7):
        written = format_percent(tenths / 1000, locale=language, decimal_quantization=False)

        assert read(written, language) == [Number(Fraction(tenths, 10), "percent")]


@pytest.mark.parametrize("form", ["long", "medium"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_dates(language: str, form: str) -> None:
    for days in range(0, 36_524, 97):
        day = dt.date(1950, 1, 1) + dt.timedelta(days=days)
        written = format_date(day, form, locale=language)

        assert read(written, language) == [Date(day.year, day.month, day.day)]


def test_english_words() -> None:
    for number in whole_numbers(10**15):
        # num2words parts the groups by commas, which in a sentence would part a list.
        written = num2words(number, lang="en").replace(",", "")

        assert read(written, "en") == [Number(Fraction(number))]


def test_german_words() -> None:
    for number in whole_numbers(10**6):
        assert read(num2words(number, lang="de"), "de") == [Number(Fraction(number))]


@pytest.mark.parametrize("scale", [10**6, 10**9, 10**12])
def test_german_words_of_whole_millions(scale: int) -> None:
    for count in whole_numbers(1_000, count=40):
        written = num2words(count * scale, lang="de")

        assert read(written, "de") == [Number(Fraction(count * scale))]


def test_chinese_words() -> None:
    for number in whole_numbers(10**13):
        written = cn2an.an2cn(number, "low") + "个"

        assert read(written, "zh") == [Number(Fraction(number))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_number_in_any_writing_of_any_language_is_one_value(language: str) -> None:
    number = 234_567
    written = {
        "en": [format_decimal(number, locale="en"), num2words(number).replace(",", "")],
        "de": [format_decimal(number, locale="de"), num2words(number, lang="de")],
        "zh": ["23.4567万", cn2an.an2cn(number, "low") + "家"],
    }

    assert all(read(one, language) == [Number(Fraction(number))] for one in written[language])
