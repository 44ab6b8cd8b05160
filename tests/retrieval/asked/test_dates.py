"""Sentences of the year and the month that is asked about."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.dates import is_of_another_year, of_the_asked_year_first
from citechat_ingest import Name
from quoting import index_of, query_of, quote_of


def test_a_sentence_of_the_year_asked_about_opens_and_no_later_report() -> None:
    before = quote_of("In 2022 Norden led.", 3.0)
    reported = quote_of("In 2025 it was written that Norden led in 2023.", 2.5)
    of_the_year = quote_of("In 2025 Southam led.", 2.0)
    quotes = [before, reported, of_the_year]

    assert of_the_asked_year_first(quotes, query_of("Who led in 2025?"))[0] == of_the_year
    assert of_the_asked_year_first(quotes, query_of("Who led?")) == tuple(quotes)
    assert of_the_asked_year_first(quotes, query_of("Who led in 2022?")) == tuple(quotes)


def test_a_sentence_of_the_year_far_below_the_best_does_not_open() -> None:
    quotes = [quote_of("In 2022 Norden led.", 9.0), quote_of("In 2025 Southam led.", 4.9)]

    assert of_the_asked_year_first(quotes, query_of("Who led in 2025?")) == tuple(quotes)


@pytest.mark.parametrize(
    ("language", "question", "sentence", "is_of_another"),
    [
        ("en", "How many lamps had Norden in 2023?", "In 2022 it had 4, in 2024 it had 9.", True),
        ("en", "How many lamps had Norden in 2023?", "From 2022 to 2024 it had 9 lamps.", False),
        ("en", "How many lamps had Norden in 2023?", "Since 2022 it has had 9 lamps.", False),
        ("en", "How many lamps had Norden in 2023?", "It has 9 lamps.", False),
        ("en", "How many lamps had Norden in May 2023?", "It had 9 in March 2023.", True),
        ("en", "How many lamps had Norden in May 2023?", "It had 9 in 2023.", False),
        ("en", "How many lamps had Norden in May 2023?", "It had 9 in April 2023.", False),
        ("de", "Wie viele Lampen hatte Norden im Mai 2023?", "Anfang 2023 waren es 9.", False),
        ("de", "Wie viele Lampen hatte Norden im Juli 2023?", "Anfang 2023 waren es 9.", True),
        ("de", "Wie viele Lampen hatte Norden 2023?", "Von 2022 bis 2024 waren es 9.", False),
        ("zh", "2023年诺登有多少盏灯？", "2022年以来诺登有9盏灯。", False),
        ("zh", "2023年诺登有多少盏灯？", "2022年诺登有9盏灯。", True),
    ],
)
def test_a_sentence_of_another_time_is_told_from_one_of_the_time_asked(
    language, question, sentence, is_of_another
):
    query = query_of(question, language)
    quote = quote_of(sentence, language=language)

    assert is_of_another_year(quote, query) is is_of_another


@pytest.mark.parametrize(
    ("language", "question", "sentence"),
    [
        ("en", "Harbour Post 2025 lamps", "Harbour Post reported on 7 May 2025 of lamps of 2023."),
        (
            "de",
            "Hafenpost 2025 Lampen",
            "Die Hafenpost berichtete am 7. Mai 2025, 2023 gab es Lampen.",
        ),
        ("zh", "海港报2025年灯的数字", "海港报2025年5月报道，2023年有12盏灯。"),
    ],
)
def test_who_reports_it_may_be_asked_of_the_year_of_the_report(language, question, sentence):
    post = Name("publisher", {"en": "Harbour Post", "de": "Hafenpost", "zh": "海港报"})
    quote = quote_of(sentence, language=language)

    assert not is_of_another_year(quote, query_of(question, language, index_of([post])))
    assert is_of_another_year(quote, query_of(question, language))
