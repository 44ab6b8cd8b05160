"""Numbers wanted in another magnitude or currency."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat.index.opening import Index
from citechat.plans.figures import units
from citechat.plans.figures.wished_unit import Wish, read_wish, without_wish
from quoting import findings_of, quote_of
from towns import findings, told, towns_index


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("towns")
    return towns_index(folder)


@pytest.mark.parametrize(
    ("question", "language", "wish"),
    [
        ("How many billion euros is it worth?", "en", Wish("euros", 10**9, " billion")),
        ("Wie viele Millionen Yuan sind das?", "de", Wish("yuan", 10**6, " Millionen")),
        ("目标是多少亿元？", "zh", Wish("", 10**8, "亿")),
        ("规模合多少美元", "zh", Wish("dollars")),
        ("目标折合多少EFLOPS？", "zh", Wish(compute="EFLOPS")),
        ("the pool in EFLOPS", "en", Wish(compute="EFLOPS")),
        ("What does EFLOPS mean?", "en", Wish()),
        ("5 EFLOPS是多少P", "zh", Wish(compute="PFLOPS")),
        ("What is left out of the 5 million dollars?", "en", Wish()),
        ("Why is Norden famous?", "en", Wish()),
    ],
)
def test_the_unit_that_a_question_wishes_is_read(question: str, language: str, wish: Wish) -> None:
    assert read_wish(question, language) == wish


@pytest.mark.parametrize(
    ("question", "language", "answer"),
    [
        (
            "How many million yuan was the trade of Norden?",
            "en",
            ["Converted, 3,000 million yuan: The trade of Norden came to 3 billion yuan in 2024."],
        ),
        (
            "Wie viele Millionen Yuan betrug der Handel von Norden?",
            "de",
            ["Umgerechnet 3.000 Millionen Yuan: Der Handel von Norden belief sich 2024 auf 3 Milliarden Yuan."],
        ),
        (
            "诺登的贸易额是多少万元？",
            "zh",
            ["换算为300000万元： 诺登2024年的贸易额为30亿元。"],
        ),
        (
            "How many euros was the trade of Norden?",
            "en",
            [
                "The trade of Norden came to 3 billion yuan in 2024.",
                "The documents give this in yuan; they name no amount in euros.",
            ],
        ),
        (
            "Wie viel Dollar betrug der Handel von Norden?",
            "de",
            [
                "Der Handel von Norden belief sich 2024 auf 3 Milliarden Yuan.",
                "Die Dokumente nennen den Betrag in Yuan; in Dollar geben sie ihn nicht an.",
            ],
        ),
        (
            "诺登的贸易额合多少欧元？",
            "zh",
            ["诺登2024年的贸易额为30亿元。", "资料只给出了人民币金额，没有欧元金额。"],
        ),
    ],
)  # fmt: skip
def test_the_number_is_told_as_it_stands_and_in_the_wished_unit(
    towns: Index, question: str, language: str, answer: list[str]
) -> None:
    found = findings(
        question, language, towns, best={"zh": "贸易额", "de": "Handel"}.get(language, "trade")
    )

    assert told(units.statements(found)) == answer


def test_computing_power_is_converted(towns: Index) -> None:
    found = findings("the harbour pool in EFLOPS", "en", towns, best="5,000 P")

    assert told(units.statements(found)) == ["Converted, 5 EFLOPS: The harbour pool has 5,000 P."]


@pytest.mark.parametrize(
    ("question", "language", "answer"),
    [
        (
            "How much are 7,000 P in EFLOPS?",
            "en",
            "Converted, 7 EFLOPS: The pool has 5,000 P and the quay 7,000 P.",
        ),
        (
            "How many EFLOPS have pool and quay?",
            "en",
            "Converted, 5,000 P = 5 EFLOPS; 7,000 P = 7 EFLOPS: The pool has 5,000 P and the quay 7,000 P.",
        ),
        (
            "Wie viel sind 7.000 P in EFLOPS?",
            "de",
            "Umgerechnet 7 EFLOPS: Das Becken hat 5.000 P und der Kai 7.000 P.",
        ),
        ("7000 P合多少EFLOPS？", "zh", "换算为7 EFLOPS： 港池有5000 P，码头有7000 P。"),
    ],
)
def test_the_number_that_the_question_gives_is_converted_alone(
    question: str, language: str, answer: str
) -> None:
    sentence = answer.partition("： " if language == "zh" else ": ")[2]
    found = findings_of(question, quote_of(sentence, language=language), language=language)

    assert told(units.statements(found)) == [answer]


@pytest.mark.parametrize(
    "question",
    ["How many billion yuan was the trade of Norden?", "How many mills does Norden have?"],
)
def test_a_number_that_stands_as_wished_is_left_to_other_plans(towns: Index, question: str) -> None:
    assert told(units.statements(findings(question, "en", towns, best="trade"))) == []


def test_a_question_can_be_looked_up_without_its_currency() -> None:
    assert without_wish("How much is the mill in dollars?", "en") == "How much is the mill ?"
    assert without_wish("磨坊合多少欧元", "zh") == "磨坊合多少"
    assert without_wish("诺登的算力换算成P大概多少？", "zh") == "诺登的算力大概多少？"
    assert without_wish("Wie viel P hat Norden?", "de") == "wie viel hat Norden?"
    assert without_wish("How much compute in EFLOPS?", "en") == "How much compute ?"
    assert without_wish("How many mills?", "en") == "How many mills?"
