"""The question before in another year."""

import pytest

from citechat.question.follow_ups import readings
from histories import GLOSSARY, first_reading, turns


def test_one_year_takes_the_place_of_a_span_of_years():
    history = turns("Who led from 2015 to 2025?", "Acme. [1]")

    assert readings("and for 2024 alone?", history, GLOSSARY, "en") == ["Who led from 2024?"]


@pytest.mark.parametrize(
    ("question", "language", "asked", "said", "first"),
    [
        (
            "and before that?",
            "en",
            "Who led the race?",
            "Norden has led since 2024. [1]",
            "Who led the race in 2023?",
        ),
        ("und davor?", "de", "Wer führte 2024?", "Norden. [1]", "Wer führte 2023?"),
        ("那之后呢？", "zh", "2024年谁领先？", "北城。[1]", "2025年谁领先？"),
    ],
)
def test_before_that_is_the_year_before_the_one_spoken_of(question, language, asked, said, first):
    assert first_reading(question, language, asked, said) == first


def test_before_that_without_a_year_is_read_along():
    asked = ("Who led the race?", "Norden led it. [1]")

    assert first_reading("and before that?", "en", *asked) == "Who led the race? and before that?"


@pytest.mark.parametrize(
    ("before", "language", "first"),
    [
        ("How many boats in September 2025?", "en", "How many boats in 2022?"),
        ("Wie viele Boote Ende 2025?", "de", "Wie viele Boote 2022?"),
        ("2025年9月有多少艘船？", "zh", "2022年有多少艘船？"),
    ],
)
def test_another_year_is_meant_as_a_whole(before, language, first):
    question = {"en": "and in 2022?", "de": "und 2022?", "zh": "2022年呢？"}[language]

    assert first_reading(question, language, before, "Nine. [1]") == first


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "How many boats by March 2025?",
            "what about the end of 2024?",
            "en",
            "How many boats by the end of 2024?",
        ),
        (
            "Wie viele Boote bis März 2025?",
            "und Ende 2024?",
            "de",
            "Wie viele Boote bis Ende 2024?",
        ),
        ("2025年3月有多少艘船？", "2024年底呢？", "zh", "2024年底有多少艘船？"),
    ],
)
def test_a_month_or_the_end_of_a_year_takes_the_place_of_another(before, question, language, first):
    assert first_reading(question, language, before, "Nine. [1]") == first


def test_another_year_of_a_ranking_keeps_the_ranking():
    history = turns(
        "Which places lead the boat index of 2024?", "Osten. [1]", "where's Norden?", "Third. [1]"
    )

    assert readings("and in 2022?", history, GLOSSARY, "en")[0] == (
        "Which places lead the boat index of 2022? where's Norden?"
    )


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "how many of them are from Norden?",
            "en",
            "How many boats were built in May 2025?",
            "how many of boat are from Norden in May 2025?",
        ),
        (
            "wie viele davon kommen aus Norden?",
            "de",
            "Wie viele Boote wurden im Mai 2025 gebaut?",
            "wie viele Boot kommen aus Norden im Mai 2025?",
        ),
        ("其中多少是北城的？", "zh", "2025年5月造了多少艘船？", "2025年5月船多少是北城的？"),
    ],
)
def test_a_part_of_what_was_counted_is_of_the_same_time(question, language, asked, first):
    assert first_reading(question, language, asked, "Nine. [1]") == first


def test_a_chinese_year_of_two_digits_takes_the_place_of_a_year():
    asked = ("北城2025年有多少艘船？", "30艘。[1]")

    assert first_reading("24年底那会儿是多少", "zh", *asked) == "北城2024年底有多少艘船？"


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        ("and Acme back then?", "en", "Who led in 2022?", "Who led in 2022? and Acme?"),
        (
            "how many boats sailed back then?",
            "en",
            "Who led in 2022?",
            "how many boats sailed in 2022?",
        ),
        ("und Acme damals?", "de", "Wer führte 2022?", "Wer führte 2022? und Acme?"),
        ("and Acme back then?", "en", "Who led?", "Acme back then?"),
        ("who did then?", "en", "Who led in 2022?", "Who led in 2022? who did then?"),
    ],
)
def test_back_then_is_the_year_that_was_asked_about(question, language, asked, first):
    assert first_reading(question, language, asked, "Norden did. [1]") == first
