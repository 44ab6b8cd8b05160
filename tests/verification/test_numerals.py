"""Numbers and dates as three languages write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from citechat.verification.numerals import Date, Number, read_numerals

SAME = [
    ("2,400 companies", "2.400 Unternehmen", "2400家企业", [Number(Fraction(2400))]),
    (
        "nearly 1.5 billion yuan",
        "fast 1,5 Milliarden Yuan",
        "近15亿元",
        [Number(Fraction(1_500_000_000), "yuan")],
    ),
    ("RMB 1.5bn", "1,5 Mrd. RMB", "15亿人民币", [Number(Fraction(1_500_000_000), "yuan")]),
    (
        "1,500 million yuan",
        "1.500 Millionen Yuan",
        "150000万元",
        [Number(Fraction(1_500_000_000), "yuan")],
    ),
    (
        "US$1.5 trillion",
        "1,5 Billionen US-Dollar",
        "1.5万亿美元",
        [Number(Fraction(10**12 * 3, 2), "dollars")],
    ),
    ("8.3 million racks", "8,3 Millionen Serverschränke", "830万架", [Number(Fraction(8_300_000))]),
    (
        "more than 3 billion yuan",
        "mehr als 3 Milliarden Yuan",
        "30多亿元",
        [Number(Fraction(3_000_000_000), "yuan")],
    ),
    (
        "1.859 billion kWh",
        "1,859 Milliarden kWh",
        "18.59亿千瓦时",
        [Number(Fraction(1_859_000_000), "kilowatt-hours")],
    ),
    ("80 hours", "80 Stunden", "80小时", [Number(Fraction(80), "hours")]),
    ("42GW", "42 Gigawatt", "42吉瓦", [Number(Fraction(42), "gigawatts")]),
    (
        "150 percent, not 150",
        "150 Prozent, nicht 150",
        "150%而不是150",
        [Number(Fraction(150), "percent"), Number(Fraction(150))],
    ),
    (
        "30 to 40 percent",
        "30 bis 40 Prozent",
        "30%至40%",
        [Number(Fraction(30), "percent"), Number(Fraction(40), "percent")],
    ),
    (
        "between 300 and 350 billion yuan",
        "300 bis 350 Milliarden Yuan",
        "3000亿元至3500亿元",
        [Number(Fraction(300 * 10**9), "yuan"), Number(Fraction(350 * 10**9), "yuan")],
    ),
    ("on 20 July 2017", "am 20. Juli 2017", "2017年7月20日", [Date(2017, 7, 20)]),
    ("on July 20, 2017", "am 20.7.2017", "2017-07-20", [Date(2017, 7, 20)]),
    ("in March 2024", "im März 2024", "2024年3月", [Date(2024, 3)]),
    ("in May, as it may be", "im Mai", "5月", [Date(month=5)]),
    ("in 2024", "2024", "2024年", [Date(2024)]),
    ("born in the 1990s", "geboren in den 1990er-Jahren", "出生于1990年代", [Date(1990)]),
    ("the 55th report", "der 55. Bericht", "第55次报告", [Number(Fraction(55))]),
    ("for 5 years", "5 Jahre lang", "5年来", [Number(Fraction(5), "years")]),
    ("two thirds", "zwei Drittel", "三分之二", [Number(Fraction(200, 3), "percent")]),
    ("half of it", "die Hälfte davon", "其中一半", [Number(Fraction(50), "percent")]),
    (
        "six billion yuan",
        "sechs Milliarden Yuan",
        "六十亿元",
        [Number(Fraction(6_000_000_000), "yuan")],
    ),
    ("twenty-five people", "fünfundzwanzig Menschen", "二十五人", [Number(Fraction(25))]),
    ("three hundred companies", "dreihundert Unternehmen", "三百家企业", [Number(Fraction(300))]),
    ("DeepSeek-R1, H800, 01.AI, 4Paradigm", "QwQ-32B, A100, C500", "Qwen2.5-7B和H800", []),
]


@pytest.mark.parametrize(
    ("english", "german", "chinese", "expected"), SAME, ids=[row[0] for row in SAME]
)
def test_a_number_is_the_same_value_in_every_language(english, german, chinese, expected) -> None:
    values = [
        [
            numeral.value
            for numeral in read_numerals(text, language)
            if numeral.must_match_in != "nowhere"
        ]
        for text, language in ((english, "en"), (german, "de"), (chinese, "zh"))
    ]

    assert values == [expected] * 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三百二十亿元", 32 * 10**9),
        ("一亿三千万元", 130_000_000),
        ("三万亿元", 3 * 10**12),
        ("两千零五十元", 2050),
        ("百分之三十", 30),
        ("四成", 40),
    ],
)
def test_chinese_numerals_are_counted_by_place(text: str, value: int) -> None:
    (numeral,) = read_numerals(text, "zh")

    assert numeral.value.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Gründer von dreien der sechs Mühlen", [3, 6]),
        ("der Bau zweier Werke", [2]),
        ("vieren von fünfen", [4, 5]),
    ],
)
def test_small_german_numbers_may_have_an_ending(text: str, values: list[int]) -> None:
    assert [numeral.value.value for numeral in read_numerals(text, "de")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2000名学者", Number(Fraction(2000))),
        ("2000人次", Number(Fraction(2000))),
        ("2018人工智能大会", Date(2018)),
        ("2024名单", Date(2024)),
        ("2024款", Date(2024)),
    ],
)
def test_four_digits_before_a_chinese_measure_word_are_no_year(text: str, value: object) -> None:
    (numeral,) = read_numerals(text, "zh")

    assert numeral.value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the first of one kind, for the first time", "en"),
        ("Vierbeinroboter, Verzehnfachung", "de"),
        ("一方面，一些，第一财经，四川，十分", "zh"),
        ("十几家公司", "zh"),
    ],
)
def test_words_that_only_look_like_numbers_bind_nobody(text: str, language: str) -> None:
    assert {numeral.must_match_in for numeral in read_numerals(text, language)} <= {"nowhere"}


def test_a_numeral_tells_where_it_stands() -> None:
    text = "Lei Jun spent 5.5 billion yuan on 3 Dec 2024."

    assert [text[n.start : n.end] for n in read_numerals(text, "en")] == [
        "5.5 billion yuan",
        "3 Dec 2024",
    ]


def test_a_number_written_as_in_the_other_language_is_another_number() -> None:
    assert [n.value for n in read_numerals("2,400 Unternehmen", "de")] == [Number(Fraction("2.4"))]
    assert [n.value for n in read_numerals("2.400 companies", "en")] == [Number(Fraction("2.4"))]


def test_one_or_two_digits_behind_a_point_are_decimals_in_german_too() -> None:
    assert [n.value for n in read_numerals("2.5 Prozent", "de")] == [
        Number(Fraction("2.5"), "percent")
    ]


def test_a_fall_is_no_range_of_scales() -> None:
    shown = [str(n.value) for n in read_numerals("from 12 to 3 billion yuan", "en")]

    assert shown == ["12", "3000000000 yuan"]
