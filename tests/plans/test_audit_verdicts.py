"""What the audit says of a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans.audit_verdicts import (
    is_contradicted,
    is_verdict,
    verdict_for,
    verdict_on,
    with_verdict,
)
from citechat_ingest import AuditedClaim, Glossary, Name
from lights import CLAIM, NOTE
from quoting import findings_of, index_of, quote_of, quoted


def claimed(text, language="en", **told):
    """A sentence of the audited paragraph of the article."""
    told = {"paragraph": "lamp", "sources": ("survey",), "role": "article"} | told
    return quote_of(text, document_id="article", language=language, **told)


FEWER = quote_of("The harbour has 25 berths.")


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_audit_speaks_on_the_claim_that_a_sentence_makes(lights_index, language):
    note = verdict_on(claimed(CLAIM[language], language), lights_index)

    assert note is not None
    assert note.text == NOTE[language]
    assert is_verdict(note)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(claimed("Ada Holm was its keeper."), id="another claim of the paragraph"),
        pytest.param(claimed(CLAIM["en"], paragraph="oil"), id="another paragraph"),
        pytest.param(claimed(CLAIM["en"], sources=()), id="no sentence of an audited article"),
    ],
)
def test_the_audit_is_silent_on_what_it_does_not_judge(lights_index, quote):
    assert verdict_on(quote, lights_index) is None


@pytest.mark.parametrize(
    ("verdict", "spoken"),
    [("supported", False), ("refined", True), ("contradicted", True), ("unconfirmed", True)],
)
def test_a_claim_that_is_borne_out_needs_no_second_sentence(lights_index, verdict, spoken):
    (claim,) = lights_index.audited_claims
    index = replace(lights_index, audited_claims=(replace(claim, verdict=verdict),))

    assert (verdict_on(claimed(CLAIM["en"]), index) is not None) is spoken


def test_of_claims_alike_the_one_of_the_same_number_is_judged(lights_index):
    (claim,) = lights_index.audited_claims
    of_another = replace(claim, claim_id="other", text={"en": "It shines 90 kilometres far."})
    index = replace(lights_index, audited_claims=(of_another, claim))

    judged = verdict_on(claimed(CLAIM["en"]), index)

    assert judged is not None
    assert judged.text == NOTE["en"]


def test_half_of_a_claim_must_stand_in_the_sentence(lights_index):
    (claim,) = lights_index.audited_claims
    of_four = replace(claim, text={"en": "Lamps, boats, cranes, ropes."})
    of_seven = replace(claim, text={"en": "Lamps, boats, cranes, ropes, nets, sails, oars."})

    for one, text, judged in (
        (of_four, "Lamps, boats.", True),
        (of_four, "Lamps.", False),
        (of_seven, "Lamps, boats, cranes.", False),
    ):
        index = replace(lights_index, audited_claims=(one,))
        assert (verdict_on(claimed(text), index) is not None) is judged


def test_of_two_claims_the_one_that_the_sentence_holds_more_of_is_judged(lights_index):
    (reach,) = lights_index.audited_claims
    half = AuditedClaim(
        "other", "lamp", "", "refined", (), {"en": "It shines over the bay."}, reach.note
    )

    for claims in ((half, reach), (reach, half)):
        note = verdict_on(claimed(CLAIM["en"]), replace(lights_index, audited_claims=claims))
        assert note is not None
        assert note.passage.paragraph == "reach"


def test_a_claim_about_a_company_is_made_by_a_sentence_that_names_it(lights_index):
    (claim,) = lights_index.audited_claims
    works = Name("company", {"en": "Holm Works", "de": "Holm", "zh": "霍尔姆厂"})
    of_works = replace(claim, text={"en": "The Holm Works are a lamp of private light."})
    index = replace(lights_index, audited_claims=(of_works,), glossary=Glossary((works,)))

    assert verdict_on(claimed("The Holm Works are a lamp of private light."), index)
    assert verdict_on(claimed("Norden are works of private light, a lamp."), index) is None


@pytest.mark.parametrize(("verdict", "contradicts"), [("refined", False), ("contradicted", True)])
def test_what_the_audit_contradicts_is_told_from_what_it_refines(
    lights_index, verdict, contradicts
):
    (claim,) = lights_index.audited_claims
    index = replace(lights_index, audited_claims=(replace(claim, verdict=verdict),))

    assert is_contradicted(claimed(CLAIM["en"]), index) is contradicts
    assert not is_contradicted(claimed("Ada Holm was its keeper."), index)


@pytest.mark.parametrize(
    ("question", "is_judged"),
    [("What are Zeeb Works?", False), ("What are Holm Works?", True), ("What is private?", True)],
)
def test_a_verdict_on_another_company_is_none_on_the_one_that_is_asked_about(
    lights_index, question, is_judged
):
    [claim, *_] = lights_index.audited_claims
    names = tuple(
        Name("company", dict.fromkeys(("en", "de", "zh"), name))
        for name in ("Holm Works", "Zeeb Works")
    )
    of_holm = replace(claim, text={"en": "Holm Works are private."})
    index = replace(lights_index, audited_claims=(of_holm,), glossary=Glossary(names))
    first = claimed("Holm Works and Zeeb Works are private.")

    assert bool(verdict_for(first, findings_of(question, first, index=index))) is is_judged


def test_without_an_audit_nothing_is_judged():
    assert verdict_on(claimed(CLAIM["en"]), index_of()) is None


def test_a_quote_is_followed_by_the_word_on_it_where_there_is_one(lights_index):
    findings = findings_of("How far?", FEWER, index=lights_index)

    assert quoted(with_verdict(claimed(CLAIM["en"]), findings)) == [CLAIM["en"], NOTE["en"]]
    assert quoted(with_verdict(FEWER, findings)) == [FEWER.text]


@pytest.mark.parametrize(
    ("question", "verdict", "bears"),
    [
        ("How far does it shine?", "No source names the builder.", False),
        ("How far does it shine?", "The survey says 38 kilometres.", True),
        ("What does it do?", "No source names the builder.", True),
    ],
)
def test_a_verdict_without_a_number_does_not_bear_on_a_number(
    monkeypatch, question, verdict, bears
):
    judged = quote_of(verdict, role="audit")
    monkeypatch.setattr("citechat.plans.audit_verdicts.verdict_on", lambda quote, index: judged)
    first = claimed(CLAIM["en"])

    assert verdict_for(first, findings_of(question, first)) == (judged if bears else None)


@pytest.mark.parametrize(
    ("sentence", "is_judged"),
    [
        ("The lighthouse signed with 16 captains.", True),
        ("The lighthouse signed with many captains.", False),
    ],
)
def test_a_sentence_with_all_numbers_of_a_claim_makes_it_with_fewer_words(
    lights_index, sentence, is_judged
):
    text = "The lighthouse signed with 16 captains, among them Able, Baker, Cook and Drew."
    [audited, *_] = lights_index.audited_claims
    claim = replace(audited, text=dict.fromkeys(("en", "de", "zh"), text))
    index = replace(lights_index, audited_claims=(claim,))

    assert bool(verdict_on(claimed(sentence), index)) is is_judged


OF_ALL = "Of the 200 lamps of the coast, 30 are in Norden."


@pytest.mark.parametrize(
    ("question", "judged_on"),
    [("How many lamps are in Norden?", "norden"), ("How many lamps are there?", "coast")],
)
def test_of_two_claims_of_a_sentence_the_one_of_whom_is_asked_is_judged(
    lights_index, question, judged_on
):
    told = {
        "coast": "There are 200 lamps of the coast.",
        "norden": "Of the lamps 30 are in Norden.",
    }
    [claim, *_] = lights_index.audited_claims
    claims = tuple(
        replace(claim, claim_id=of, text=dict.fromkeys(("en", "de", "zh"), text))
        for of, text in told.items()
    )
    notes: list[str] = []

    def noted(judged, language, index):
        notes.append(judged.claim_id)

    index = replace(lights_index, audited_claims=claims)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("citechat.plans.audit_verdicts.note", noted)
        first = claimed(OF_ALL)
        verdict_for(first, findings_of(question, first, index=index))

    assert notes == [judged_on]
