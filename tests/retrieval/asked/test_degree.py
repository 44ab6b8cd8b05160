"""The richest, the oldest, the first of a kind must be told as such; a first place or quarter is none."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.degree import gives_the_asked_degree
from quoting import query_of, quote_of


@pytest.mark.parametrize(
    ("question", "language", "told", "untold"),
    [
        (
            "Who is the richest founder in Norden?",
            "en",
            "With a fortune of 3 billion yuan Ada Holm leads the list of Norden.",
            "Ada Holm is the founder of a yard in Norden.",
        ),
        (
            "Wer ist der reichste Gründer?",
            "de",
            "Das Vermögen von Ada Holm ist das größte.",
            "Im Bereich der Fähren ist Ada Holm Gründerin.",
        ),
        ("最有钱的创始人是谁？", "zh", "霍尔姆身家30亿元。", "霍尔姆创办了船厂。"),
        ("Who is richer, he or she?", "en", "She is the richest.", "She came."),
        ("Wer ist reicher: er oder sie?", "de", "Ihr Vermögen ist größer.", "Sie kam."),
        ("谁更有钱？", "zh", "霍尔姆更富。", "霍尔姆来了。"),
        (
            "Which yard is the oldest?",
            "en",
            "The yard of Norden is the oldest.",
            "The yard of Norden has 40 mills.",
        ),
        (
            "When did the first ferry of Norden sail?",
            "en",
            "Norden's first ferry sailed in 1950.",
            "In March 2025 Norden held the first place with 40 ferries.",
        ),
        (
            "Wann fuhr die erste Fähre?",
            "de",
            "1950 fuhr die erste Fähre.",
            "Mit 40 Fähren hielt Norden 2025 den ersten Platz.",
        ),
        ("诺登第一艘渡轮和首家船厂在哪？", "zh", "首家船厂在诺登。", "诺登2025年排名第一。"),
        (
            "Was kostet die billigste Lampe?",
            "de",
            "Lampen gibt es ab 20 Yuan.",
            "Norden hat 40 Lampen gekauft.",
        ),
    ],
)
def test_a_sentence_must_say_the_degree(question, language, told, untold) -> None:
    query = query_of(question, language)

    assert gives_the_asked_degree(quote_of(told, language=language), query)
    assert not gives_the_asked_degree(quote_of(untold, language=language), query)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What was sold in the first quarter?", "en"),
        ("Who helped the yard in its first year?", "en"),
        ("Who holds the first place?", "en"),
        ("Is Norden the first in shipping?", "en"),
        ("Wer hält die ersten beiden Plätze?", "de"),
        ("Wer steht auf den ersten drei Rängen?", "de"),
        ("Wie viel wurde in den ersten neun Monaten verkauft?", "de"),
        ("Wer hält den ersten Platz?", "de"),
        ("谁排名第一？", "zh"),
        ("How many ferries has Norden?", "en"),
    ],
)
def test_where_no_degree_is_asked_for_none_is_demanded(question, language) -> None:
    assert gives_the_asked_degree(quote_of("40.", language=language), query_of(question, language))
