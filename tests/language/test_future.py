"""What asks for the future, and what tells it."""

from __future__ import annotations

import pytest

from citechat.language.future import asks_for_the_future, speaks_of_the_future


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What will bread cost next year?", True),
        ("Which baker will win?", True),
        ("Was wird Brot nächstes Jahr kosten?", True),
        ("明年面包多少钱？", True),
        ("What did bread cost last year?", False),
        ("Who is Yu Renrong of Will Semiconductor?", False),
        ("Was kostete Brot 2020?", False),
        ("去年面包多少钱？", False),
    ],
)
def test_a_question_for_the_future_is_known(question: str, asks: bool) -> None:
    assert asks_for_the_future(question) == asks


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("The baker wants to sell 40 loaves by 2030.", True),
        ("Der Bäcker plant 40 Brote.", True),
        ("面包师计划卖40个面包。", True),
        ("The baker sold 40 loaves.", False),
        ("Der Bäcker verkaufte 40 Brote.", False),
        ("面包师卖了40个面包。", False),
    ],
)
def test_an_aim_or_a_forecast_tells_it(sentence: str, tells: bool) -> None:
    assert speaks_of_the_future(sentence) == tells
