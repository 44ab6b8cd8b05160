"""Numbers and dates as readers of the three languages write them."""

from decimal import Decimal

import pytest

from citechat.language.number_format import base_unit, date, in_words, magnitude, quantity


@pytest.mark.parametrize(
    ("value", "unit", "note", "en", "de", "zh"),
    [
        ("1500", "count", "", "1,500", "1.500", "1500"),
        ("12300", "count", "", "12,300", "12.300", "1.23万"),
        ("43.2", "percent", "", "43.2%", "43,2 %", "43.2%"),
        (
            "300",
            "billion yuan",
            "more than",
            "more than 300 billion yuan",
            "über 300 Milliarden Yuan",
            "超过3000亿元",
        ),
        (
            "1200",
            "billion yuan",
            "forecast",
            "1.2 trillion yuan (forecast)",
            "1,2 Billionen Yuan (Prognose)",
            "1.2万亿元（预测）",
        ),
        (
            "1000",
            "billion yuan",
            "target",
            "1 trillion yuan (target)",
            "1 Billion Yuan (Ziel)",
            "1万亿元（目标）",
        ),
        ("50", "million yuan", "", "50 million yuan", "50 Millionen Yuan", "5000万元"),
        (
            "105.251",
            "billion yuan",
            "",
            "105.251 billion yuan",
            "105,251 Milliarden Yuan",
            "1052.51亿元",
        ),
        ("2009", "year", "", "2009", "2009", "2009年"),
        ("12000", "P", "about", "about 12,000 P", "rund 12.000 P", "约1.2万 P"),
    ],
)
def test_a_quantity_is_written_as_each_language_writes_it(value, unit, note, en, de, zh):
    assert [quantity(Decimal(value), unit, note, language) for language in ("en", "de", "zh")] == [
        en,
        de,
        zh,
    ]


def test_a_unit_that_nobody_foresaw_stands_behind_the_number():
    assert quantity(Decimal(12), "lighthouses", "", "de") == "12 lighthouses"


def test_one_is_singular_in_german():
    assert [in_words(Decimal(10) ** n, "de") for n in (6, 9, 12)] == [
        "1 Million",
        "1 Milliarde",
        "1 Billion",
    ]


def test_magnitudes_compare_across_scales():
    assert magnitude(Decimal(120), "EFLOPS") == magnitude(Decimal(120_000), "P")
    assert magnitude(Decimal(1), "billion yuan") > magnitude(Decimal(999), "million yuan")
    assert base_unit("EFLOPS") == base_unit("P")
    assert base_unit("billion yuan") == base_unit("million yuan") != base_unit("billion US dollars")


def test_dates_are_written_as_each_language_writes_them():
    assert [date("2025-06", language) for language in ("en", "de", "zh")] == [
        "Jun 2025",
        "Juni 2025",
        "2025年6月",
    ]
    assert [date("2025", language) for language in ("en", "de", "zh")] == ["2025", "2025", "2025年"]
