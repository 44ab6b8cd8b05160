"""The first so many of a row, told by several sentences."""

from __future__ import annotations

import pytest

from citechat.plans.lists.places_of_a_row import statements
from citechat_ingest import Name
from quoting import findings_of, index_of, quote_of, quoted

TOWNS = tuple(
    Name("place", {"en": name, "de": name, "zh": chinese})
    for name, chinese in (
        ("Norden", "诺登"),
        ("Southam", "南城"),
        ("Westing", "西宁港"),
        ("Ostend", "东港"),
        ("Midway", "中港"),
    )
)
INDEX = index_of(TOWNS)
TOLD = {
    "en": (
        "Top five towns by boats",
        "By boats, Norden is first, Southam second and Westing third.",
        "Ostend and Midway take fourth and fifth place by boats.",
    ),
    "de": (
        "Die Top fünf der Städte nach Booten",
        "Nach Booten liegt Norden auf dem ersten, Southam auf dem zweiten und Westing auf dem dritten Platz.",
        "Ostend und Midway vervollständigen die ersten fünf nach Booten.",
    ),
    "zh": (
        "船最多的前五的城市",
        "按船数，诺登第一、南城第二、西宁港第三。",
        "按船数，第四、第五的是东港和中港。",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_row_is_gathered(language: str) -> None:
    question, *sentences = TOLD[language]
    first, second = (quote_of(text, language=language) for text in sentences)

    told = statements(findings_of(question, second, first, language=language, index=INDEX))

    assert quoted(told) == [first.text, second.text]


@pytest.mark.parametrize(
    ("question", "later", "document"),
    [
        pytest.param("Top ten towns by boats", TOLD["en"][2], "sources/survey", id="some untold"),
        pytest.param("Which towns have boats?", TOLD["en"][2], "sources/survey", id="not so many"),
        pytest.param(TOLD["en"][0], TOLD["en"][2], "sources/other", id="another document"),
        pytest.param(
            TOLD["en"][0], "Ostend is fourth, and Midway sixth.", "sources/survey", id="a gap"
        ),
    ],
)
def test_no_row_is_made_up(question: str, later: str, document: str) -> None:
    first, second = quote_of(TOLD["en"][1]), quote_of(later, document_id=document)

    assert statements(findings_of(question, first, second, index=INDEX)) == ()


FIRST_THREE = {
    "en": (
        "Who are the first three by boats?",
        "Norden leads by boats.",
        "Southam, Westing and Midway take the second, third and fifth place.",
    ),
    "de": (
        "Wer sind die ersten drei nach Booten?",
        "Norden führt nach Booten.",
        "Southam, Westing und Midway belegen den zweiten, dritten und fünften Platz.",
    ),
    "zh": ("船数前三名是谁？", "诺登的船数第一。", "南城、西宁港和中港分列第二、第三和第五。"),
}


@pytest.mark.parametrize("language", FIRST_THREE)
def test_names_that_are_told_a_place_each_have_that_place(language: str) -> None:
    question, *sentences = FIRST_THREE[language]
    first, second = (quote_of(text, language=language) for text in sentences)

    told = statements(findings_of(question, second, first, language=language, index=INDEX))

    assert quoted(told) == [first.text, second.text]


def test_one_sentence_that_says_each_place_is_enough() -> None:
    whole = quote_of(TOLD["en"][1])

    told = statements(findings_of("Who are the first three by boats?", whole, index=INDEX))

    assert quoted(told) == [whole.text]


def test_one_sentence_that_tells_all_is_left_to_others() -> None:
    whole = quote_of("Norden leads before Southam, Westing, Ostend and Midway.")

    assert statements(findings_of(TOLD["en"][0], whole, index=INDEX)) == ()
