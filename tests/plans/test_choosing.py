"""Which sentences speak of the same matter, which say otherwise, what the audit says, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans import Statement
from citechat.plans.choosing import (
    adds_no_number,
    distinct,
    first_sentence,
    following,
    is_contradicted,
    is_same_matter,
    is_verdict,
    matter,
    missing_terms,
    numbers,
    saying_otherwise,
    verdict_for,
    verdict_on,
    with_verdict,
    without_repeats,
)
from citechat_ingest import AuditedClaim, Glossary, Name
from quoting import NAMES, findings_of, index_of, passage_of, query_of, quote_of, quoted

CLAIM = {
    "en": "It shines 40 kilometres far.",
    "de": "Sie leuchtet 40 Kilometer weit.",
    "zh": "灯光可达40公里。",
}
NOTE = {
    "en": "The survey says 38 kilometres.",
    "de": "Die Vermessung sagt 38 Kilometer.",
    "zh": "测量结果为38公里。",
}


def claimed(text, language="en", **told):
    """A sentence of the audited paragraph of the article."""
    told = {"paragraph": "lamp", "sources": ("survey",), "role": "article"} | told
    return quote_of(text, document_id="article", language=language, **told)


# The same matter


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("The harbour has 40 berths.", "The harbour of Norden has 25 berths.", "en", True),
        ("The old harbour has 40 berths.", "The harbour master is Grete Sand.", "en", False),
        ("The harbour has 40 berths.", "Bread is baked on Sundays.", "en", False),
        ("Der Hafen hat 40 Liegeplätze.", "Der Hafen von Norden hat 25 Liegeplätze.", "de", True),
        ("Der Hafen hat 40 Liegeplätze.", "Die Bäckerei ist sonntags zu.", "de", False),
        ("港口有40个泊位。", "诺登港口有25个泊位。", "zh", True),
        ("港口有40个泊位。", "面包店周日休息。", "zh", False),
        ("40.", "40.", "en", False),
    ],
)
def test_the_same_matter_is_what_shares_half_of_the_shorter_sentence(one, other, language, same):
    first, second = quote_of(one, language=language), quote_of(other, language=language)

    assert is_same_matter(first, second) is same
    assert is_same_matter(second, first) is same


def test_half_of_the_words_is_just_enough():
    four = quote_of("Lamps, boats, cranes, ropes.")
    seven = quote_of("Lamps, boats, cranes, ropes, nets, sails, oars.")

    assert is_same_matter(four, quote_of("Lamps, boats, bread, flour, salt."))
    assert not is_same_matter(four, quote_of("Lamps, ovens, bread, flour, salt."))
    three_of_seven = quote_of("Lamps, boats, cranes, ovens, bread, flour, salt.")
    assert not is_same_matter(seven, three_of_seven)


def test_numbers_are_no_part_of_the_matter():
    assert matter("The harbour had 40 berths in 2024.", "en") == {"harbour", "berth"}


def test_a_sentence_that_repeats_another_with_its_numbers_is_left_out():
    berths = quote_of("The harbour has 40 berths.")
    repeated = quote_of("The harbour of Norden has 40 berths.")
    other_number = quote_of("The harbour of Norden has 25 berths.")
    other_matter = quote_of("Bread is baked on 40 Sundays.")

    kept = distinct([berths, repeated, other_number, other_matter])

    assert kept == [berths, other_number, other_matter]


@pytest.mark.parametrize(
    ("text", "before", "adds_none"),
    [
        ("1,500 ships", "1500 ships", True),
        ("1.500 Schiffe", "genau 1500", True),
        ("In 2024, 40 ships.", "40 ships in 2024", True),
        ("41 ships", "40 ships", False),
        ("no ships", "40 ships", True),
        ("40 ships", "no ships", False),
    ],
)
def test_numbers_are_compared_digit_by_digit(text, before, adds_none):
    assert adds_no_number(quote_of(text), quote_of(before)) is adds_none


def test_a_year_is_no_number_that_a_sentence_gives():
    quote = quote_of("In 2024 the harbour had 40 berths.")

    assert [number.value for number in numbers(quote, index_of())] == [40]


# Who says otherwise

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


# The audit


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


def test_without_an_audit_nothing_is_judged():
    assert verdict_on(claimed(CLAIM["en"]), index_of()) is None


def test_a_quote_is_followed_by_the_word_on_it_where_there_is_one(lights_index):
    findings = findings_of("How far?", FEWER, index=lights_index)

    assert quoted(with_verdict(claimed(CLAIM["en"]), findings)) == [CLAIM["en"], NOTE["en"]]
    assert quoted(with_verdict(FEWER, findings)) == [FEWER.text]


# What is missing


@pytest.mark.parametrize(
    ("question", "language", "told", "missing"),
    [
        ("How many berths and cranes?", "en", "It has 25 berths.", {"crane"}),
        ("How many berths and cranes?", "en", "25 berths, 3 cranes.", set()),
        ("Wie viele Kräne hat der Hafen?", "de", "Der Hafen hat Platz.", {"kran"}),
        ("港口有多少起重机？", "zh", "港口有泊位。", {"起", "重", "机", "起重", "重机"}),
        ("How many berts?", "en", "It has 25 berths.", set()),
    ],
    ids=["one", "none", "German", "Chinese", "a typo is held in part"],
)
def test_missing_is_what_no_quote_holds(question, language, told, missing):
    assert (
        missing_terms(query_of(question, language), [quote_of(told, language=language)]) == missing
    )


def test_several_quotes_and_their_headings_hold_together():
    query = query_of("berths cranes harbour")
    quotes = [quote_of("It has 25 berths.", section="Harbour"), quote_of("Two cranes.")]

    assert missing_terms(query, quotes[:1]) == {"crane"}
    assert missing_terms(query, quotes) == set()


def test_a_name_in_another_language_is_not_missing():
    assert (
        missing_terms(
            query_of("Wie groß ist Southam?", "de"), [quote_of("Südheim ist groß.", language="de")]
        )
        == set()
    )


# Neighbours


def test_what_follows_stays_within_reach_and_passage():
    passage = passage_of("One.", "Two.", "Three.", "Four.")

    assert [q.text for q in following(first_sentence(passage, 0), 2)] == ["Two.", "Three."]
    assert [q.text for q in following(first_sentence(passage, 2), 2)] == ["Four."]
    assert list(following(first_sentence(passage, 3), 2)) == []


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
    monkeypatch.setattr("citechat.plans.choosing.verdict_on", lambda quote, index: judged)
    first = claimed(CLAIM["en"])

    assert verdict_for(first, findings_of(question, first)) == (judged if bears else None)


# What is said twice


@pytest.mark.parametrize(
    ("first", "again", "language"),
    [
        (
            "Norden's lamp was built in 1920 by Ada Holm and is white.",
            "According to the Gazette, the lamp of Norden was built in 1920.",
            "en",
        ),
        (
            "Die Lampe von Norden wurde 1920 von Ada Holm gebaut und ist weiß.",
            "Laut der Zeitung wurde die Lampe von Norden 1920 gebaut.",
            "de",
        ),
        ("诺登的灯塔由霍尔姆1920年建造，是白色的。", "据报纸报道，诺登的灯塔1920年建造。", "zh"),
    ],
)
def test_what_was_said_is_not_said_again(first: str, again: str, language: str) -> None:
    one, other = (Statement(quote_of(text, language=language)) for text in (first, again))

    assert without_repeats([one, other], index_of().glossary) == [one]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("The lamp of Norden was rebuilt in 1950.", id="another number"),
        pytest.param("Southam's lamp was built in 1920, too.", id="another name"),
        pytest.param("The lamp of Norden is white.", id="no number"),
        pytest.param("Norden had bread in 1920.", id="another matter"),
    ],
)
def test_what_adds_something_is_kept(second: str) -> None:
    one = Statement(quote_of("The lamp of Norden was built in 1920 by Ada Holm."))
    other = Statement(quote_of(second))

    assert without_repeats([one, other], index_of().glossary) == [one, other]


def test_what_bears_a_word_of_its_own_is_kept() -> None:
    one = Statement(quote_of("The lamp of Norden was built in 1920."))
    led = replace(one, lead="By another count:")

    assert without_repeats([one, led], index_of().glossary) == [one, led]


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
