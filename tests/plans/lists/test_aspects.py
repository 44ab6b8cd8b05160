"""Questions with an answer of many sides: each a sentence on whom they are about, and each adds to those before it."""

from __future__ import annotations

import pytest

from citechat.plans.lists.aspects import is_asked, statements
from quoting import findings_of, quote_of, quoted


def found(text: str, score: float, **told):
    return quote_of(text, score, document_id=f"sources/{score}", **told)


def answer(question: str, *quotes, language: str = "en"):
    return quoted(statements(findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("What are Norden's strengths?", "en", True),
        ("What did Norden do for its harbour?", "en", True),
        ("How does Norden help its bakers?", "en", True),
        ("How does a baker in Norden get help with his rent?", "en", False),
        ("How many strengths has Norden?", "en", False),
        ("Why is the harbour Norden's strength?", "en", False),
        ("Why is Norden so strong?", "en", True),
        ("Why is Ada Holm so strong?", "en", False),
        ("What are the strengths of ships?", "en", False),
        ("Was hat Norden für den Hafen getan?", "de", True),
        ("Welche Schwächen hat Norden?", "de", True),
        ("诺登有哪些优势？", "zh", True),
        ("诺登怎么支持企业？", "zh", True),
    ],
)
def test_sides_are_asked_of_something_that_is_named(question, language, asked):
    assert is_asked(findings_of(question, language=language)) is asked


GRANT = found("Norden pays a subsidy of 40 crowns for each lamp.", 3.0)
FUND = found("Norden set up a fund of 900 crowns for Ada Holm's boats.", 2.0)
PLAN = found("Norden wants to open a lighthouse by 1930.", 4.0)


def test_what_is_told_by_its_name_comes_first_and_each_side_adds():
    again = found("For each lamp Norden pays a subsidy of 40 crowns.", 1.0)

    asked = "What did Norden do for its harbour?"

    assert answer(asked, PLAN, GRANT, FUND, again) == [GRANT.text, FUND.text]
    assert answer(asked, PLAN) == [PLAN.text]


@pytest.mark.parametrize(
    "other", ["Southam pays Norden a subsidy of 7 crowns.", "Norden had 12 boats."]
)
def test_what_is_of_another_or_no_side_is_not_told(other):
    told = answer("What did Norden do for its harbour?", GRANT, found(other, 9.0))

    assert told[0] == GRANT.text


def test_what_the_reader_rules_out_is_no_further_side():
    fund = found(FUND.text, 2.0, probability=0.01)

    assert answer("What did Norden do for its harbour?", GRANT, fund) == [GRANT.text]


def test_what_came_of_something_is_between_both_that_are_named():
    both = found("Because of Ada Holm, Norden lost 12 boats.", 2.0)
    one = found("Norden lost 3 lamps.", 5.0)

    assert answer("What consequences had Ada Holm for Norden?", one, both) == [both.text]


def test_of_strengths_the_sentence_that_names_them_all_comes_first():
    first = found("Norden's first advantage is Ada Holm, the keeper of lamps.", 5.0)
    both = found("Norden has two advantages: 40 lamps and 12 boats.", 4.0)
    other = found("Norden leads Southam by 3 ships.", 3.0)

    assert answer("What are Norden's strengths?", first, both, other)[0] == both.text
    assert other.text not in answer("What are Norden's strengths?", first, both, other)
