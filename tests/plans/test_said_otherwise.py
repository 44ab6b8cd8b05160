"""Another document that gives another number says otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans.said_otherwise import saying_otherwise
from citechat_ingest import Name
from quoting import NAMES, findings_of, index_of, quote_of

BERTHS = quote_of("The harbour has 40 berths.", document_id="article")

FEWER = quote_of("The harbour has 25 berths.")


def otherwise(*others, first=BERTHS):
    return saying_otherwise(first, findings_of("How many berths?", first, *others))


def test_another_document_with_another_number_on_the_same_matter_says_otherwise():
    assert otherwise(quote_of("Bread is baked."), FEWER) == FEWER


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FEWER, passage=BERTHS.passage), id="the same document"),
        pytest.param(quote_of("The harbour has forty berths, 40 in all."), id="the same number"),
        pytest.param(quote_of("The harbour has few berths."), id="no number"),
        pytest.param(quote_of("The bakery sells 300 loaves."), id="another matter"),
        pytest.param(replace(FEWER, names=0.5), id="fewer of the names asked"),
        pytest.param(quote_of("The harbour has 25 berths.", role="audit"), id="the audit"),
    ],
)
def test_nothing_else_says_otherwise(other):
    assert otherwise(other) is None


@pytest.mark.parametrize(
    ("question", "debt", "output", "language"),
    [
        (
            "How much debt has Norden?",
            "Norden's city debt rose to 15 billion yuan.",
            "Norden's output of 19 billion yuan was the lowest of the city.",
            "en",
        ),
        (
            "Wie hoch ist Norden verschuldet?",
            "Nordens Schulden stiegen auf 15 Milliarden Yuan.",
            "Nordens Leistung betrug 19 Milliarden Yuan.",
            "de",
        ),
    ],
)
def test_an_amount_of_another_thing_says_nothing_otherwise(question, debt, output, language):
    first = quote_of(debt, document_id="sources/a", language=language)
    other = quote_of(output, document_id="sources/b", language=language)

    assert saying_otherwise(first, findings_of(question, first, other, language=language)) is None


def test_a_sentence_without_a_number_is_not_contradicted_by_one():
    assert otherwise(FEWER, first=quote_of("The harbour has berths.", document_id="a")) is None


@pytest.mark.parametrize(("between", "found"), [(6, True), (7, False)])
def test_only_what_was_found_near_the_top_may_contradict(between, found):
    others = [quote_of("Bread is baked.")] * between

    assert (otherwise(*others, FEWER) is not None) is found


def test_who_only_has_it_in_a_longer_name_says_nothing_otherwise() -> None:
    guild = Name("institution", {"en": "guild of Norden", "de": "Gilde", "zh": "诺登行会"})
    index = index_of((*NAMES, guild))
    first = quote_of("Norden burns 40 lamps.")
    other = quote_of("The guild of Norden burns 50 lamps.", document_id="sources/guild")

    assert (
        saying_otherwise(first, findings_of("How many lamps?", first, other, index=index)) == other
    )
    findings = findings_of("How many lamps has Norden?", first, other, index=index)
    assert saying_otherwise(first, findings) is None
