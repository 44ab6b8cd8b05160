"""The number reader that the guard of the shipped corpus stands on."""

from __future__ import annotations

from fractions import Fraction

import pytest

from numbers_of import numbers_of, written

SAME = [
    ("2,400 companies", "2.400 Unternehmen", "2400家企业", "2400"),
    ("nearly 1.5 billion yuan", "fast 1,5 Milliarden Yuan", "近15亿元", "1500000000"),
    ("1.5 trillion yuan", "1,5 Billionen Yuan", "1.5万亿元", "1500000000000"),
    ("8.3 million racks", "8,3 Millionen Serverschränke", "830万架", "8300000"),
    ("150,000 people", "150.000 Menschen", "15万人", "150000"),
    ("more than 3 billion yuan", "mehr als 3 Milliarden Yuan", "30多亿元", "3000000000"),
    ("11.119 billion dollars", "11,119 Milliarden Dollar", "111.19亿美元", "11119000000"),
    ("150 percent, not 150", "150 Prozent, nicht 150", "150%而不是150", "150, 150%"),
    ("30 to 40 percent", "30 bis 40 Prozent", "30%至40%", "30%, 40%"),
    ("300 to 350 billion yuan", "300 bis 350 Milliarden Yuan", "3000亿元至3500亿元", "300000000000, 350000000000"),
    ("on 20 July 2017", "am 20. Juli 2017", "2017年7月20日", "7, 20, 2017"),
    ("in May, as it may be", "im Mai", "5月", "5"),
    ("born in the 1990s", "geboren in den 1990er-Jahren", "出生于1990年代", "1990"),
    ("the 55th report", "der 55. Bericht", "第55次报告", "55"),
    ("1.859 billion kWh", "1,859 Milliarden kWh", "18.59亿千瓦时", "1859000000"),
    ("DeepSeek-R1, H800, 01.AI, 4Paradigm", "QwQ-32B, A100, C500", "第四范式（4Paradigm）的Qwen2.5-7B", "none"),
    ("three of the six", "drei der sechs", "六小龙中的三家", "none"),
]


@pytest.mark.parametrize(("english", "german", "chinese", "expected"), SAME, ids=[row[0] for row in SAME])
def test_a_number_is_the_same_value_in_every_language(english: str, german: str, chinese: str, expected: str) -> None:
    found = [written(numbers_of(text, language)) for text, language in ((english, "en"), (german, "de"), (chinese, "zh"))]

    assert found == [expected] * 3


def test_values_are_exact() -> None:
    (number,) = numbers_of("105.251 billion yuan", "en")

    assert number.value == Fraction(105_251_000_000)


def test_a_number_written_as_in_the_other_language_is_another_number() -> None:
    assert written(numbers_of("2,400 Unternehmen", "de")) == "2.4"
    assert written(numbers_of("2.400 companies", "en")) == "2.4"


def test_numbers_are_counted() -> None:
    assert written(numbers_of("In 2020 and again in 2020", "en")) == "2020, 2020"


def test_a_fall_is_no_range() -> None:
    assert written(numbers_of("from 10 percent in 2015 to 25 percent", "en")) == "10%, 25%, 2015"
