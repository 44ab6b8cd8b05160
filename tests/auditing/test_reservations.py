"""What a source adds to a claim that it bears out, and the claim leaves out."""

from __future__ import annotations

import pytest

from audit_sentences import KNOWN, judged


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("In mills Orne overtook Kell.", "In mills Orne was narrowly ahead of Kell.", "en"),
        ("Orne überholte Kell bei Mühlen.", "Bei Mühlen lag Orne knapp vor Kell.", "de"),
        ("Orne的磨坊数量超过Kell。", "Orne的磨坊数量略微领先Kell。", "zh"),
    ],
)
def test_a_narrow_lead_bears_out_a_lead_in_part(claim, source, language):
    judgement = judged(claim, source, language=language, names=KNOWN, closeness=0.95)

    assert judgement.outcome == "in_part"


def test_a_claim_that_calls_the_lead_narrow_is_borne_out():
    claim, source = (
        "In mills Orne is narrowly ahead of Kell.",
        "In mills Orne is narrowly ahead of Kell.",
    )

    assert judged(claim, source, names=KNOWN).outcome == "borne_out"


def test_another_number_of_the_same_year_that_is_told_as_clearly():
    claim = "The trade of Orne was worth 300 million euros in 2024."
    sources = (
        "The trade of Orne was worth over 300 million euros in 2024.",
        "The trade of Orne was worth 350 million euros in 2024.",
    )

    judgement = judged(claim, *sources, names=KNOWN)

    assert judgement.outcome == "in_part"
    assert [one.span.text for one in judgement.otherwise] == [sources[1]]


@pytest.mark.parametrize(
    "other",
    [
        "The trade of Orne was worth 304 million euros in 2024.",
        "The trade of Orne was worth 350 million euros.",
        "In 2024 the bridges of Orne took 350 million euros.",
    ],
)
def test_a_rounded_number_one_without_a_year_or_one_of_something_else_limits_nothing(other):
    claim = "The trade of Orne was worth 300 million euros in 2024."

    assert judged(claim, claim, other, names=KNOWN).outcome == "borne_out"


def test_one_of_a_list_that_is_an_exception():
    claim = "Firms of the valley are Orne, Kell and Thorn."

    assert judged(claim, claim, names=KNOWN).outcome == "borne_out"
    judgement = judged(claim, claim, "Kell is an exception.", names=KNOWN)
    assert judgement.outcome == "in_part"
    assert [one.span.text for one in judgement.otherwise] == ["Kell is an exception."]
