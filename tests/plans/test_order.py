"""Which plan is tried when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from citechat.plans import Findings, Plan, Statement, make_plan, order, profiled_parts
from citechat.plans.order import Group
from quoting import findings_of, leads, quote_of, quoted


def says(text: str, *, to: str = "") -> Plan:
    """A plan that says a text to the questions that hold a word."""

    def plan(findings: Findings) -> Sequence[Statement]:
        return [Statement(lead=text)] if to in findings.query.text else []

    return plan


def asked(question: str, monkeypatch: pytest.MonkeyPatch, *groups: Group) -> list[str]:
    monkeypatch.setattr(order, "ORDER", groups)
    return leads(make_plan(findings_of(question, quote_of("Lamps burn."))))


def test_the_first_plan_of_the_first_group_that_has_something_to_say_says_it(monkeypatch):
    first = Group((says("moon", to="moon"), says("sun", to="sun")))

    assert asked("The sun?", monkeypatch, first, Group((says("stars"),))) == ["sun"]
    assert asked("The sky?", monkeypatch, first, Group((says("stars"),))) == ["stars"]


def test_where_a_group_settles_a_question_no_later_one_is_tried(monkeypatch):
    of_tides = Group(
        (says("tide", to="high"),), lambda findings: "tide" in findings.query.text, settles=True
    )

    assert asked("The high tide?", monkeypatch, of_tides, Group((says("sea"),))) == ["tide"]
    assert asked("The low tide?", monkeypatch, of_tides, Group((says("sea"),))) == []
    assert asked("The waves?", monkeypatch, of_tides, Group((says("sea"),))) == ["sea"]


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("How old is Ada Holm?", "en", "Ada Holm keeps the old lamp of Norden."),
        ("Wie alt ist Ada Holm?", "de", "Ada Holm hütet die alte Lampe von Norden."),
        ("霍尔姆多大年纪了？", "zh", "霍尔姆看守诺登的老灯。"),
    ],
)
def test_of_an_age_that_is_not_told_nothing_else_is_told(question, language, text):
    found = findings_of(question, quote_of(text, language=language), language=language)

    assert make_plan(found) == ()


@pytest.mark.parametrize(
    ("question", "unnamed", "text", "language"),
    [
        ("Why is Southam the harbour of ships?", "Why is the harbour of ships?", "Norden is the harbour of ships.", "en"),
        ("Warum ist Südheim der Hafen der Schiffe?", "Warum ist der Hafen der Schiffe?", "Norden ist der Hafen der Schiffe.", "de"),
        ("南城为什么是港口？", "为什么是港口？", "诺登是港口。", "zh"),
    ],
)  # fmt: skip
def test_what_is_presumed_is_looked_up_without_the_name(question, unnamed, text, language):
    other = quote_of(text, language=language)
    looked_up = []

    def look_up(without: str) -> Findings:
        looked_up.append("".join(without.split()))
        return findings_of(unnamed, other, language=language)

    found = findings_of(question, other, language=language)

    assert quoted(make_plan(replace(found, look_up=look_up))) == [text]
    assert looked_up == ["".join(unnamed.split())]


def test_a_part_that_asks_of_no_profile_is_told_by_its_best_sentence():
    profiled = findings_of("What is Norden?", quote_of("A port."))
    other = findings_of("Why do lamps burn?", quote_of("Lamps burn because of oil."))
    doubted = quote_of("A port.", probability=0.4)
    silent = replace(findings_of("Who is Ada Holm?", doubted), is_answerable=False)
    both = replace(findings_of("?"), look_up_parts=lambda: [profiled, other, silent])

    said = profiled_parts.statements(both, [says("Norden is a port.", to="Norden")])

    assert leads(said)[0] == "Norden is a port."
    assert quoted(said) == ["Lamps burn because of oil."]
