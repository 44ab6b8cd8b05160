"""A claim beside its source: what stands in the same place and differs."""

from __future__ import annotations

import pytest

from citechat.verification.alignment import compare
from citechat.verification.facts import read_facts
from citechat_ingest import Glossary, Name

PLACES = [
    ("Beijing", "Peking", "北京"),
    ("Shenzhen", "Shenzhen", "深圳"),
    ("Shanghai", "Shanghai", "上海"),
]
GLOSSARY = Glossary(tuple(Name("place", {"en": en, "de": de, "zh": zh}) for en, de, zh in PLACES))


def differences(claim: str, source: str, language: str = "en"):
    return compare(
        claim,
        read_facts(claim, language, GLOSSARY),
        source,
        read_facts(source, language, GLOSSARY),
        language,
    )


@pytest.mark.parametrize(
    ("claim", "source", "language", "surfaces"),
    [
        (
            "It was third for 2023 but fourth for 2023.",
            "It was third for 2022 but fourth for 2023.",
            "en",
            ["2023"],
        ),
        (
            "Shenzhen soon overtook the old Beijing.",
            "Beijing soon overtook the old Shenzhen.",
            "en",
            ["Shenzhen", "Beijing"],
        ),
        ("Peking hatte 5 Firmen.", "Peking hatte 6 Firmen.", "de", ["5"]),
        ("深圳有213起融资", "北京有213起融资", "zh", ["深圳"]),
    ],
)
def test_another_fact_in_the_same_place_is_found(
    claim: str, source: str, language: str, surfaces: list[str]
) -> None:
    assert [fact.surface for fact in differences(claim, source, language).other] == surfaces


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Shanghai, Beijing and Shenzhen lead.", "Beijing, Shenzhen and Shanghai lead."),
        ("The 3 firms had 1,500 million yuan.", "The 3 firms had 1.5 billion yuan."),
        ("In Shenzhen there are 120.", "In Beijing there are 213, in Shenzhen there are 120."),
        ("Firms in Beijing had 300.", "In 2024, firms in Beijing had 300."),
    ],
)
def test_another_order_notation_or_length_is_no_difference(claim: str, source: str) -> None:
    assert differences(claim, source).other == ()


@pytest.mark.parametrize(
    ("claim", "source", "language", "word"),
    [
        (
            "Beijing is not first in computing power.",
            "Beijing is first in computing power.",
            "en",
            ("not",),
        ),
        (
            "Beijing is first in computing power.",
            "Beijing is not first in computing power.",
            "en",
            ("not",),
        ),
        ("Peking ist nicht Erster bei Chips.", "Peking ist Erster bei Chips.", "de", ("nicht",)),
        ("北京不是全国第一名", "北京是全国第一名", "zh", ("不",)),
        ("Beijing is first in power.", "Beijing is first in power, not in chips.", "en", ()),
    ],
)
def test_a_word_that_denies_on_one_side_only_is_found(claim, source, language, word) -> None:
    assert differences(claim, source, language).negations == word


@pytest.mark.parametrize(("other_words", "negations"), [(2, ("not",)), (3, ())])
def test_a_word_that_denies_counts_where_three_quarters_of_the_claim_are_the_sources(
    other_words: int, negations: tuple[str, ...]
) -> None:
    """Its two ends count: 10 of 13 are the same, or 10 of 14."""
    claim = f"alpha bravo not carbon delta echo foxtrot golf hotel {'x y z'[: 2 * other_words - 1]}"
    source = f"alpha bravo carbon delta echo foxtrot golf hotel {'q r s'[: 2 * other_words - 1]}"

    assert compare(claim, (), source, (), "en").negations == negations


@pytest.mark.parametrize(
    ("claim", "source", "language", "opposites"),
    [
        ("The price rose to 3 yuan.", "The price fell to 3 yuan.", "en", ("rose",)),
        ("Der Preis stieg auf 3 Yuan.", "Der Preis sank auf 3 Yuan.", "de", ("stieg",)),
        ("2023年价格上升到3元。", "2023年价格下降到3元。", "zh", ("上升",)),
        ("The price rose to 3 yuan.", "The price went up to 3 yuan.", "en", ()),
    ],
)
def test_an_opposite_stands_in_the_place_of_the_sources_word(
    claim: str, source: str, language: str, opposites: tuple[str, ...]
) -> None:
    assert differences(claim, source, language).opposites == opposites


@pytest.mark.parametrize(
    ("claim", "source", "surfaces"),
    [
        (
            "Beijing overtook Shanghai in May.",
            "Shanghai overtook Beijing in May.",
            ["Beijing", "Shanghai"],
        ),
        ("It names Beijing and Shanghai in May.", "It names Shanghai and Beijing in May.", []),
        ("Beijing overtook Shanghai in May.", "Beijing overtook Shanghai in May.", []),
    ],
)
def test_names_that_have_changed_places_are_others_unless_they_are_a_list(
    claim: str, source: str, surfaces: list[str]
) -> None:
    assert sorted({fact.surface for fact in differences(claim, source).other}) == surfaces


@pytest.mark.parametrize(
    ("claim", "source", "negations"),
    [
        ("The pool did not open in May.", "The pool opened in May.", ("not",)),
        ("The pool doesn't open in May.", "The pool will open in May.", ("doesn't",)),
        ("The pool opened in May.", "The pool opened in May, not in June.", ()),
    ],
)
def test_a_denial_may_take_a_helping_verb(
    claim: str, source: str, negations: tuple[str, ...]
) -> None:
    assert differences(claim, source).negations == negations
