"""A follow-up keeps subject and relation of the question before it, and replaces what its words change."""

from __future__ import annotations

import pytest

from citechat.question.follow_up import asks_of_its_own, readings, why_that_one
from citechat_ingest import Glossary
from histories import NAMES, name, turns

GLOSSARY = Glossary(
    (
        *NAMES,
        name("place", "Westen", "Westen", "西城"),
        name("person", "Ann Lee", "Ann Lee", "李安"),
        name("concept", "boat voucher", "Bootsgutschein", "船券"),
        name("publisher", "Coast Herald", "Küstenbote", "海岸报"),
    )
)


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        # where one stands, in the ranking that was asked for
        (
            "Which places lead the boat index of 2024?",
            "where's Norden?",
            "en",
            "Which places lead the boat index of 2024? where's Norden?",
        ),
        (
            "Wie ist die Reihenfolge im Bootsindex 2024?",
            "wo steht Norden?",
            "de",
            "Wie ist die Reihenfolge im Bootsindex 2024? wo steht Norden?",
        ),
        ("2024年船指数的排名", "北城排第几", "zh", "2024年船指数的排名 北城排第几"),
        # how many another has, after two were compared
        (
            "Who has more boats, Norden or Osten?",
            "and Westen?",
            "en",
            "How many boats does Westen have?",
        ),
        (
            "Welche Stadt hat mehr Boote, Norden oder Osten?",
            "und Westen?",
            "de",
            "Wie viele Boote hat Westen?",
        ),
        ("北城和东城，哪个城市的船更多？", "西城呢？", "zh", "西城有多少船？"),
        # of the term, where no place was spoken of
        (
            "What is a boat voucher?",
            "how much does a firm get there?",
            "en",
            "how much does a firm get with boat voucher?",
        ),
        (
            "Was ist ein Bootsgutschein?",
            "Wie viel kriegt eine Firma da höchstens?",
            "de",
            "Wie viel kriegt eine Firma beim Bootsgutschein höchstens?",
        ),
        ("什么是船券？", "一家最多能拿多少？", "zh", "船券一家最多能拿多少？"),
        # whether another says the same
        (
            "How many boats does Norden have?",
            "does the article say the same?",
            "en",
            "How many boats does Norden have according to the article?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "sieht der Küstenbote das auch so?",
            "de",
            "Wie viele Boote hat Norden laut dem Küstenbote?",
        ),
        ("北城有多少船？", "海岸报也这么说吗", "zh", "按海岸报的说法，北城有多少船？"),
        # the former, the latter
        (
            "Acme or Brio, who's worth more?",
            "what did the latter earn?",
            "en",
            "what did Brio earn?",
        ),
        (
            "Acme oder Brio, wer ist mehr wert?",
            "was hat letztere verdient?",
            "de",
            "was hat Brio verdient?",
        ),
        ("顶点公司和布里奥谁更值钱", "后面那家赚了多少", "zh", "布里奥赚了多少"),
    ],
)
def test_what_is_left_unsaid_is_taken_from_the_question_before(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_another_year_of_a_ranking_keeps_the_ranking():
    history = turns(
        "Which places lead the boat index of 2024?", "Osten. [1]", "where's Norden?", "Third. [1]"
    )

    assert readings("and in 2022?", history, GLOSSARY, "en")[0] == (
        "Which places lead the boat index of 2022? where's Norden?"
    )


@pytest.mark.parametrize(
    ("before", "answer", "language", "asked"),
    [
        (
            "Which city leads the index?",
            "Norden leads, before Osten. [1]",
            "en",
            "why Norden leads the index?",
        ),
        (
            "Welche Stadt führt den Index an?",
            "Norden führt vor Osten. [1]",
            "de",
            "warum Norden führt den Index an?",
        ),
        ("哪个城市的船最多？", "北城的船最多，其次是东城。[1]", "zh", "为什么北城的船最多？"),
    ],
)
def test_the_reason_is_asked_of_the_one_that_was_named(before, answer, language, asked):
    assert why_that_one(turns(before, answer), GLOSSARY, language) == asked


def test_no_reason_is_asked_of_one_where_none_was_named():
    assert why_that_one(turns("How many boats are there?", "Nine. [1]"), GLOSSARY, "en") == ""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("did they sign contracts?", "en", True),
        ("and the budget?", "en", True),
        ("and Norden?", "en", False),
        ("and in 2022?", "en", False),
        ("why?", "en", False),
        ("what share is that?", "en", False),
        ("Wer waren die ersten Kunden?", "de", True),
        ("und Norden?", "de", False),
        ("warum?", "de", False),
        ("最早的客户是谁", "zh", True),
        ("北城呢？", "zh", False),
        ("为什么？", "zh", False),
    ],
)
def test_a_follow_up_asks_of_its_own_what_is_no_name_or_year(question, language, expected):
    assert asks_of_its_own(question, GLOSSARY, language) is expected
