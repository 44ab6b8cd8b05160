"""Whether what was found for a follow-up misses what it asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from citechat.index.opening import Index
from citechat.missed import Missed
from citechat.plans import Statement
from citechat_ingest import Name
from histories import turns
from quoting import index_of, quote_of


def _named(kind: str, *names: str) -> Name:
    en, *others = names
    return Name(kind, {"en": en, "de": en, "zh": en}, tuple(others))


INDEX = index_of(
    (_named("company", "Acme"), _named("company", "Brio"), _named("product", "Acme One"))
)


@dataclass
class _Searching:
    """A reader that is as sure as it is told to be of some questions, and of all others not at all."""

    sure: dict[str, float] = field(default_factory=dict)
    index: Index = INDEX

    def query_of(self, text: str, language: str) -> str:
        return text

    def probability_of(self, query: str, quote: object) -> float:
        return self.sure.get(query, 0.0)


def missed(question: str, *read: str, asked: str = "", told: str, sure: dict[str, float], **t: Any):
    """Whether a sentence misses a follow-up in its readings, as the first of which it was found."""
    history = turns(asked or "How tall is Acme One?", "It is 9 feet tall. [1]")
    judged = Missed(question, read, history, "en", _Searching(sure))  # type: ignore[arg-type]
    return judged.is_missed(read[0], [Statement(quote_of(told), **t)])


ALONG = "How tall is Acme One? how heavy is it?"


@pytest.mark.parametrize(("sure", "is_missed"), [(0.1, True), (0.9, False)])
def test_what_is_read_along_must_answer_the_follow_up_itself(sure, is_missed):
    of_it = {"how heavy is it Acme One?": sure, ALONG: 1.0}

    found = missed("how heavy is it?", ALONG, told="Acme One is 9 feet tall.", sure=of_it)

    assert found is is_missed


def test_what_is_said_of_another_of_its_kind_is_no_answer():
    read = "what does Acme One cost?"
    sure = {read: 1.0}

    assert missed("what does it cost?", read, told="Brio's lamp costs 9 euros.", sure=sure)
    assert not missed("what does it cost?", read, told="Acme sells it for 9 euros.", sure=sure)


def test_a_model_by_its_number_is_told_of_or_nothing_is():
    read = "how tall is the K9?"

    assert missed(read, read, told="Acme One is 9 feet tall.", sure={read: 1.0})
    assert not missed(read, read, told="The K9 is 9 feet tall.", sure={read: 1.0})


def test_a_number_that_was_worked_out_is_an_answer():
    read = "by how many percent did it grow Acme One?"
    told = "Acme One had 4 lamps and has 5."

    assert missed("by how many percent did it grow?", read, told=told, sure={read: 1.0})
    worked_out = missed(
        "by how many percent did it grow?", read, told=told, sure={}, lead="Plus 25 percent:"
    )
    assert not worked_out


def test_the_same_again_is_no_answer_to_another_name():
    read = "How tall is Brio?"
    history = turns("How tall is Acme One?", "Acme One is 9 feet tall. [1]")
    judged = Missed("and Brio?", [read], history, "en", _Searching({read: 1.0}))  # type: ignore[arg-type]

    assert judged.is_missed(read, [Statement(quote_of("Acme One is 9 feet tall."))])


@pytest.mark.parametrize(
    ("told", "is_missed"), [("Brio 4, Acme One 5", True), ("Brio 4, Acme One 9", False)]
)
def test_another_is_set_beside_what_was_answered_in_the_same_count(told, is_missed):
    read = "How tall is Brio and Acme One?"

    found = missed("is Brio larger?", read, told=f"{told} feet.", sure={read: 1.0})

    assert found is is_missed


def test_a_first_question_is_never_a_follow_up():
    judged = Missed("How tall?", ["How tall?"], [], "en", _Searching())  # type: ignore[arg-type]

    assert not judged.is_missed("How tall?", [Statement(quote_of("Acme is tall."))])


def test_the_next_of_a_row_may_stand_in_the_sentence_that_told_the_one_before() -> None:
    row = "Norden is second and Osten third. [1]"
    history = turns("Who leads? who comes second?", row)
    reading = "Who leads? who comes third?"
    judged = Missed("and then?", [reading], history, "en", _Searching({}))  # type: ignore[arg-type]

    told = [Statement(quote_of("Norden is second and Osten third."))]

    assert not judged.is_missed(reading, told)


@pytest.mark.parametrize(
    ("told", "is_missed"),
    [("Acme makes tall lamps.", True), ("Brio makes tall lamps.", False)],
)
def test_who_else_is_one_of_whom_nothing_was_said(told, is_missed):
    asked = "Who makes tall lamps?"
    history = turns(asked, "Acme makes tall lamps. [1]")
    judged = Missed("who else?", [asked], history, "en", _Searching({}))  # type: ignore[arg-type]

    assert judged.is_missed(asked, [Statement(quote_of(told))]) is is_missed


@pytest.mark.parametrize(
    ("told", "is_missed"),
    [
        ("It is 9 feet tall.", True),
        ("Acme One is 9 feet tall.", True),
        ("Acme One is taller than most robots.", False),
    ],
)
def test_whether_that_is_much_is_told_by_what_it_is_beside_others(told, is_missed):
    along = "How tall is Acme One? is that a lot?"
    sure = {along: 1.0, "is that a lot?": 1.0}

    assert missed("is that a lot?", along, told=told, sure=sure) is is_missed


@pytest.mark.parametrize(
    ("question", "is_missed"), [("and in other tests?", True), ("and in the tests?", False)]
)
def test_what_was_said_of_one_is_not_said_of_others(question, is_missed):
    asked = "How did Acme One do in the Drop Test?"
    along = f"{asked} {question}"
    said = "Acme One passed the tests of the Drop Test."
    history = turns(asked, f"{said} [1]")
    judged = Missed(question, [along], history, "en", _Searching({question: 1.0}))  # type: ignore[arg-type]

    assert judged.is_missed(along, [Statement(quote_of(said))]) is is_missed
