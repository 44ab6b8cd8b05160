"""Sentences that hold the number or time asked for."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.number_or_time import holds_the_asked_type, of_the_asked_type_first
from citechat_ingest import Name
from quoting import index_of, query_of, quote_of

COUNTED = quote_of("诺登有30家企业。", language="zh")
RANKED = quote_of("诺登在15座城市中列第12。", language="zh")


def test_the_sentence_that_counts_the_thing_asked_for_opens() -> None:
    query = query_of("诺登有几家企业？", "zh")
    assert of_the_asked_type_first([RANKED, COUNTED], query) == (COUNTED, RANKED)


def test_another_number_does_not_answer() -> None:
    query = query_of("诺登有几家企业？", "zh")
    assert holds_the_asked_type([COUNTED], query)
    assert not holds_the_asked_type([RANKED], query)


def test_a_number_of_a_thing_that_is_not_named_does_not_answer() -> None:
    query = query_of("How many ships has Norden?")
    assert not holds_the_asked_type([quote_of("Southam has 3 ships.", names=0.0)], query)


def test_the_sentence_in_a_unit_of_the_measure_asked_for_opens() -> None:
    query = query_of("Wie schwer ist die Lampe?", "de")
    tall = quote_of("Die Lampe ist 2 Meter hoch.", language="de")
    weighed = quote_of("Die Lampe wiegt 4 Kilogramm.", language="de")

    assert of_the_asked_type_first([tall, weighed], query) == (weighed, tall)
    assert not holds_the_asked_type([tall], query)


@pytest.mark.parametrize(
    ("question", "language", "sentence", "answers"),
    [
        ("How many ships had Norden in 2015?", "en", "In 2024 Norden had 40 ships.", False),
        ("How many ships had Norden in 2023?", "en", "Norden has 40 ships, it said in 2024.", True),
        ("How many ships had Norden in 2015?", "en", "Norden has 40 ships.", True),
        ("How many ships had Norden from 2015 to 2018?", "en", "Until 2018 it had 40.", True),
        ("Wie viele Schiffe hatte Norden 2015?", "de", "Norden hatte 2024 40 Schiffe.", False),
        ("诺登2015年有多少条船？", "zh", "2024年诺登有40条船。", False),
        ("诺登2024年有多少条船？", "zh", "2024年诺登有40条船。", True),
    ],
)
def test_a_number_of_far_other_years_does_not_answer(
    question: str, language: str, sentence: str, answers: bool
) -> None:
    quote = quote_of(sentence, language=language)

    assert holds_the_asked_type([quote], query_of(question, language)) is answers


def test_a_year_in_a_name_is_not_asked_about() -> None:
    named = dict.fromkeys(("en", "de", "zh"), "Norden 2000")
    query = query_of(
        "How many ships are on the list Norden 2000?", "en", index_of((Name("concept", named),))
    )

    assert holds_the_asked_type([quote_of("In 2023 the list had 40 ships.")], query)


@pytest.mark.parametrize(
    ("question", "vague", "exact", "language"),
    [
        (
            "On what day did the lamp burn?",
            "It burnt in May 1892.",
            "It burnt on 4 May 1892.",
            "en",
        ),
        ("Since when does it burn?", "It burnt in 1890.", "It has burnt since 1892.", "en"),
        ("Bis wann brennt sie?", "Sie brannte 1890.", "Sie brennt bis 1892.", "de"),
        ("灯是哪天点亮的？", "灯在1892年5月点亮。", "灯在1892年5月4日点亮。", "zh"),
    ],
)
def test_a_time_told_as_it_is_asked_for_opens(
    question: str, vague: str, exact: str, language: str
) -> None:
    first, second = (quote_of(text, language=language) for text in (vague, exact))

    assert of_the_asked_type_first([first, second], query_of(question, language))[0] == second


def test_a_time_told_exactly_does_not_open_from_far_below() -> None:
    quotes = (quote_of("It burnt in May 1892.", 9.0), quote_of("It fell on 4 May 1892.", 4.0))

    assert of_the_asked_type_first(quotes, query_of("On what day did it burn?")) == quotes


@pytest.mark.parametrize(
    ("question", "language", "reported", "told"),
    [
        (
            "When was Norden founded?",
            "en",
            "Ada Holm founded Norden, the Post reported on 4 May 2025.",
            "Norden was founded in 1920, the Post reported on 4 May 2025.",
        ),
        (
            "Wann wurde Norden gegründet?",
            "de",
            "Norden ist von Ada Holm gegründet, wie die Post am 4. Mai 2025 berichtete.",
            "Norden wurde 1920 gegründet.",
        ),
        (
            "诺登什么时候成立？",
            "zh",
            "邮报2025年5月4日报道，诺登由霍尔姆成立。",
            "诺登成立于1920年。",
        ),
    ],
)
def test_the_day_of_a_report_is_not_the_time_asked_for(
    question: str, language: str, reported: str, told: str
) -> None:
    query = query_of(question, language)
    quotes = [quote_of(reported, 2.0, language=language), quote_of(told, 1.0, language=language)]

    assert of_the_asked_type_first(quotes, query)[0].text == told
    assert not holds_the_asked_type(quotes, query)


def test_the_day_of_a_report_is_told_where_it_is_asked_for() -> None:
    reported = quote_of("The Post reported on 4 May 2025 that Norden has a mill.")
    assert holds_the_asked_type([reported], query_of("When did the Post report of Norden?"))


@pytest.mark.parametrize(
    ("question", "language", "other", "told"),
    [
        ("Norden growth percent", "en", "Norden grew by 5 mills.", "Norden grew by 3 percent."),
        ("Norden Plus Prozent", "de", "Norden wuchs um 5 Mühlen.", "Norden wuchs um 3 Prozent."),
        ("诺登增长百分之几", "zh", "诺登增加了5座磨坊。", "诺登增长3%。"),
        ("Norden compute in P", "en", "Norden has 5 mills.", "Norden has 3 P."),
        ("诺登算力多少P", "zh", "诺登有5座机房。", "诺登有3万P算力。"),
    ],
)
def test_a_sentence_in_the_unit_asked_for_opens(
    question: str, language: str, other: str, told: str
) -> None:
    quotes = [quote_of(other, 2.0, language=language), quote_of(told, 1.0, language=language)]
    without_unit = query_of({"zh": "诺登增长"}.get(language, "Norden growth"), language)

    assert of_the_asked_type_first(quotes, query_of(question, language))[0].text == told
    assert of_the_asked_type_first(quotes, without_unit)[0].text == other


def test_a_sentence_in_the_unit_that_names_another_does_not_open() -> None:
    norden, southam = quote_of("Norden grew by 5 mills.", 2.0), quote_of("Southam grew by 3 %.")
    assert (
        of_the_asked_type_first([norden, southam], query_of("Norden growth percent"))[0] == norden
    )
