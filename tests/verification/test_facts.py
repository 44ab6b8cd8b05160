"""What a text states that can be checked, and whether another text states it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from citechat.verification.facts import (
    Date,
    Number,
    ProperName,
    StatedFacts,
    matches,
    read_facts,
    with_inherited_context,
)
from citechat_ingest import Glossary, Name

BEIJING = Name("place", {"en": "Beijing", "de": "Peking", "zh": "北京"}, ("Pekinger",))
SHENZHEN = Name("place", {"en": "Shenzhen", "de": "Shenzhen", "zh": "深圳"})
CHINA = Name("place", {"en": "China", "de": "China", "zh": "中国"})
TENCENT = Name("company", {"en": "Tencent", "de": "Tencent", "zh": "腾讯"})
ASCEND = Name("product", {"en": "Huawei Ascend", "de": "Huawei Ascend", "zh": "昇腾"})
NATURE = Name("publisher", {"en": "Nature", "de": "Nature", "zh": "《自然》"})
COMPUTE = Name("concept", {"en": "computing power", "de": "Rechenleistung", "zh": "算力"})
LIST = Name("index", {"en": "AI 2000", "de": "AI 2000", "zh": "AI 2000"})
GLOSSARY = Glossary((BEIJING, SHENZHEN, CHINA, TENCENT, ASCEND, NATURE, COMPUTE, LIST))


def binding(text: str, language: str) -> list[str]:
    return [
        fact.surface
        for fact in read_facts(text, language, GLOSSARY)
        if fact.must_match_in != "nowhere"
    ]


def stated_facts(text: str, language: str) -> StatedFacts:
    return StatedFacts(text, tuple(with_inherited_context(read_facts(text, language, GLOSSARY))))


def named(name: Name) -> ProperName:
    return ProperName(name.all_spellings, name.kind)


@pytest.mark.parametrize(
    ("text", "language", "surfaces"),
    [
        ("Beijing had 300 AI firms in March 2024.", "en", ["Beijing", "300", "March 2024"]),
        ("Pekings Branche wuchs um 5 Prozent.", "de", ["Peking", "5 Prozent"]),
        ("深圳有15亿元", "zh", ["深圳", "15亿元"]),
        ("The plan was praised by Norbert Gruber and MIT.", "en", ["Norbert", "Gruber", "MIT"]),
        (
            "Es lobte den Plan auch Norbert Gruber, der H900-Chips baut.",
            "de",
            ["Norbert Gruber", "H900"],
        ),
        ("北京的OpenRouter和《财经周刊》", "zh", ["北京", "OpenRouter", "财经周刊"]),
        ("121 of the AI 2000 list", "en", ["121", "AI 2000"]),
        ("by nature more computing power", "en", []),
        ("In China everybody says so on Monday.", "en", ["China"]),
    ],
)
def test_the_facts_that_bind_a_claim(text: str, language: str, surfaces: list[str]) -> None:
    assert binding(text, language) == surfaces


def test_a_fact_knows_its_place() -> None:
    text = "Tencent und Pekings 1,5 Milliarden Yuan"

    assert all(
        text[fact.start : fact.end] == fact.surface for fact in read_facts(text, "de", GLOSSARY)
    )


@pytest.mark.parametrize(
    ("source", "language", "name"),
    [
        ("腾讯元宝", "zh", TENCENT),
        ("Tencent Cloud", "en", TENCENT),
        ("die Hälfte der chinesischen Firmen", "de", CHINA),
        ("占全国一半", "zh", CHINA),
        ("the AI chip Ascend by Huawei", "en", ASCEND),
        ("Pekings Firmen", "de", BEIJING),
    ],
)
def test_a_name_is_stated_in_any_spelling_and_form(source: str, language: str, name: Name) -> None:
    assert stated_facts(source, language).contains(named(name))


def test_a_name_is_not_stated_by_another() -> None:
    assert not stated_facts("Shenzhen und Tencent", "de").contains(named(BEIJING))
    assert not stated_facts("the processor of Huawei", "en").contains(named(ASCEND))


@pytest.mark.parametrize(
    ("stated", "claimed", "same"),
    [
        (Number(Fraction(3), "percent"), Number(Fraction(3), "percent"), True),
        (Number(Fraction(3), "percent"), Number(Fraction(3), "yuan"), False),
        (Number(Fraction(3), "percent"), Number(Fraction(3)), False),
        (Number(Fraction(3), "yuan"), Number(Fraction(3)), True),
        (Number(Fraction(3)), Number(Fraction(3), "yuan"), False),
        (Number(Fraction(3)), Number(Fraction("3.1")), False),
        (Date(2024, 3, 15), Date(2024, 3), True),
        (Date(2024, 3), Date(2024, 3, 15), False),
        (Date(2024), Date(2025), False),
        (Number(Fraction(2024)), Date(2024), True),
        (Date(2024, 3, 15), Number(Fraction(15)), False),
    ],
)
def test_what_a_source_says_must_be_what_the_claim_says(stated, claimed, same: bool) -> None:
    assert matches(stated, claimed) is same


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("from January to September 2025", Date(2025, 1)),
        ("in 2022, then from January to September 2025", Date(2025, 1)),
        ("in July 2025 and later in December", Date(2025, 12)),
        ("from 17 to 19 September 2018", Date(2018, 9, 17)),
    ],
)
def test_a_source_leaves_a_year_to_be_understood(text: str, date: Date) -> None:
    assert stated_facts(text, "en").contains(date)


def test_a_source_leaves_a_currency_to_be_understood() -> None:
    source = stated_facts("It lost 589 billion dollars, by another report 593.7 billion.", "en")

    assert source.contains(Number(Fraction(593_700_000_000), "dollars"))
    assert not source.contains(Number(Fraction(593_700_000_000), "yuan"))


@pytest.mark.parametrize(
    ("text", "is_joined"),
    [
        ("in March, and May 2024", True),
        ("in March, as in May 2024", False),
        ("It closed in March. Nobody knew why until May 2024", False),
    ],
)
def test_a_month_takes_the_year_of_the_next_one_only_if_it_is_joined_to_it(
    text: str, is_joined: bool
) -> None:
    """Joined is what fewer than seven characters part: ", and " has six, ", as in " eight."""
    assert stated_facts(text, "en").contains(Date(2024, 3)) is is_joined


@pytest.mark.parametrize(("bare", "is_sum"), [("1,000,000", True), ("999,999", False)])
def test_from_a_million_on_a_bare_number_beside_money_is_money(bare: str, is_sum: bool) -> None:
    source = stated_facts(f"It paid 5 billion yuan, to others {bare}.", "en")

    number = Number(Fraction(bare.replace(",", "")), "yuan")
    assert source.contains(number) is is_sum


@pytest.mark.parametrize(
    ("name", "source", "is_stated"),
    [
        (ProperName(("Steven Cheung",), "person"), "as Cheung puts it", True),
        (ProperName(("Steven Zhang",), "person"), "as Zhang puts it", False),
        (ProperName(("Steven Cheung",), "company"), "as Cheung puts it", False),
        (ProperName(("Japan",), "place"), "der japanische Markt", True),
        (ProperName(("Suhl",), "place"), "die Suhrer Straße", False),
        (ProperName(("Boston Dynamics Spot",), "product"), "the Spot by Boston Dynamics", True),
        (ProperName(("Boston Dynamics Spot",), "company"), "the Spot by Boston Dynamics", False),
        (ProperName(("U.S. Commerce", "U.S."), "institution"), "the US is large", True),
        (ProperName(("U.S.",), "institution"), "it told us so", False),
        (ProperName(("Moore Threads",), "company"), "Moores Threads", True),
        (ProperName(("Moore Threads",), "company"), "Moore的产品来自Threads", False),
    ],
)
def test_how_far_a_name_may_be_written_in_another_form(
    name: ProperName, source: str, is_stated: bool
) -> None:
    assert StatedFacts(source, ()).contains(name) is is_stated
