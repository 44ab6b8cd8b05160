"""A plain question: one sentence, the verdict on it or who says otherwise, and no more."""

from __future__ import annotations

import pytest

from citechat.plans.fact import statements
from quoting import findings_of, quote_of, quoted

ARTICLE = {
    "document_id": "article",
    "paragraph": "lamp",
    "sources": ("survey",),
    "role": "article",
}
BERTHS = quote_of("The harbour has 40 berths.", 5.0)
FEWER = quote_of("The harbour has 25 berths.", 4.0, document_id="sources/census")
WEATHER = quote_of("The weather was fine.", 3.0)


def answer(question, *quotes, **told):
    return quoted(statements(findings_of(question, *quotes, **told)))


def test_one_sentence_answers():
    assert answer("Where are berths?", BERTHS, WEATHER) == [BERTHS.text]


def test_a_source_with_another_number_is_heard_where_a_number_is_asked():
    assert answer("How many berths has the harbour?", BERTHS, FEWER) == [BERTHS.text, FEWER.text]
    assert answer("Where are the berths of the harbour?", BERTHS, FEWER) == [BERTHS.text]


@pytest.mark.parametrize(
    ("question", "claim", "note", "language"),
    [
        ("How far?", "It shines 40 kilometres far.", "The survey says 38 kilometres.", "en"),
        ("Wie weit?", "Sie leuchtet 40 Kilometer weit.", "Die Vermessung sagt 38 Kilometer.", "de"),
        ("灯光多远？", "灯光可达40公里。", "测量结果为38公里。", "zh"),
    ],
)
def test_the_verdict_stands_beside_the_claim_and_no_third_sentence(
    lights_index, question, claim, note, language
):
    first = quote_of(claim, 5.0, language=language, **ARTICLE)
    source = quote_of(claim.replace("40", "37"), 4.0, language=language)

    found = answer(question, first, source, language=language, index=lights_index)

    assert found == [claim, note]


def test_the_audit_as_the_best_answer_is_not_judged_again(lights_index):
    note = quote_of("It shines 38 kilometres far.", 5.0, **(ARTICLE | {"role": "audit"}))

    assert answer("How far does it shine?", note, BERTHS, index=lights_index) == [note.text]


# Further sentences

COUNTED = quote_of("The harbour counted 40 ships.", 5.0)
CRANES = quote_of("Three cranes stand there.", 4.0)
MANY = "How many ships and cranes has the harbour?"


def test_a_sentence_that_answers_what_is_missing_completes_the_first():
    assert answer(MANY, COUNTED, WEATHER, CRANES) == [COUNTED.text, CRANES.text]


@pytest.mark.parametrize(("probability", "added"), [(0.5, True), (0.49, False)])
def test_only_what_the_reader_holds_for_an_answer_completes(probability, added):
    cranes = quote_of(CRANES.text, 4.0, probability=probability)

    assert (cranes.text in answer(MANY, COUNTED, cranes)) is added


def test_the_audit_does_not_complete():
    assert answer(MANY, COUNTED, quote_of(CRANES.text, role="audit")) == [COUNTED.text]


def test_what_is_found_once_is_not_asked_for_again():
    again = quote_of("The cranes are tall.", 3.0)

    assert answer(MANY, COUNTED, CRANES, again) == [COUNTED.text, CRANES.text]


@pytest.mark.parametrize(("between", "added"), [(6, True), (7, False)])
def test_only_what_was_found_near_the_top_completes(between, added):
    found = answer(MANY, COUNTED, *[WEATHER] * between, CRANES)

    assert (CRANES.text in found) is added


def test_no_more_sentences_than_the_settings_allow():
    quotes = [quote_of(f"There are {word}.") for word in ("ships", "cranes", "ropes", "nets")]
    question = "How many ships, cranes, ropes, nets?"

    assert answer(question, *quotes) == [quote.text for quote in quotes]
    assert answer(question, *quotes, max_sentences=2) == [quote.text for quote in quotes[:2]]


# Parts


def test_a_question_of_several_parts_gets_the_best_sentence_for_each():
    parts = ((COUNTED, WEATHER), (CRANES, WEATHER))

    assert answer(MANY, WEATHER, parts=parts) == [COUNTED.text, CRANES.text]


def test_a_sentence_that_holds_all_answers_every_part():
    both = quote_of("The harbour has 40 ships and three cranes.", 6.0)

    assert answer(MANY, both, parts=((COUNTED,), (CRANES,))) == [both.text]


def test_parts_that_are_answered_by_the_same_sentence_say_it_once():
    assert answer(MANY, WEATHER, parts=((COUNTED,), (COUNTED,), ())) == [COUNTED.text]


def test_each_part_names_what_the_parts_before_did_not():
    whole = quote_of("The coast has 50 lamps.", 6.0)
    norden = quote_of("Norden has 20 lamps.", 5.0)
    southam = quote_of("Southam has 30 lamps.", 4.0)
    parts = ((norden, southam), (whole, norden, southam))

    found = answer("How many lamps has Norden compared with Southam?", whole, parts=parts)

    assert found == [norden.text, southam.text]


def test_a_sentence_that_names_both_sides_of_a_comparison_is_enough():
    both = quote_of("Norden has 3 lamps and Southam 4.", 5.0)
    one = quote_of("Norden counts many lamps.", 4.0)

    found = answer("How does Norden compare with Southam in lamps?", both, parts=((one,), (both,)))

    assert found == [both.text]


def test_a_german_verb_that_the_answer_puts_otherwise_asks_for_nothing_more():
    first = quote_of("Die Lampe leuchtet seit 1990.", 5.0, language="de")
    other = quote_of("Das Feuer ging 1980 an.", 4.0, language="de")
    fire = quote_of("Der Turm steht seit 1980.", 4.0, language="de")

    verb = quoted(statements(findings_of("Wann ging die Lampe an?", first, other, language="de")))
    noun = quoted(statements(findings_of("Seit wann: Lampe und Turm?", first, fire, language="de")))

    assert verb == [first.text]
    assert noun == [first.text, fire.text]


def test_a_question_when_is_answered_by_one_sentence_that_says_when():
    lit = quote_of("The lamp was lit in 1892.", 5.0, probability=0.9)
    oiled = quote_of("The oil for the lamp came in 1893.", 4.0, probability=0.9)

    assert answer("When was the oil lamp lit?", lit, oiled) == [lit.text]


def test_a_source_that_sets_its_own_beside_the_claim_needs_no_other_judge():
    tells = quote_of("The article says that Norden has forty ships, but the harbour counts two.")
    judges = quote_of("Norden has forty ships, as the article says: contradicted.", role="audit")

    asked = findings_of("Is it true that Norden has forty ships?", tells, judges)

    assert quoted(statements(asked)) == [tells.text]


@pytest.mark.parametrize(
    ("question", "told", "note", "language"),
    [
        (
            "Does it really shine 40 kilometres?",
            "The article says that the lamp shines 40 kilometres far.",
            "The survey says 38 kilometres.",
            "en",
        ),
        (
            "Leuchtet sie wirklich 40 Kilometer weit?",
            "Der Artikel sagt, die Lampe leuchte 40 Kilometer weit.",
            "Die Vermessung sagt 38 Kilometer.",
            "de",
        ),
        ("灯光真的可达40公里吗？", "文章说灯光可达40公里。", "测量结果为38公里。", "zh"),
    ],
)
def test_the_audit_judges_a_claim_that_a_source_tells_where_its_truth_is_asked(
    lights_index, question, told, note, language
):
    first = quote_of(told, 5.0, language=language, document_id="sources/survey")
    of_another = quote_of(told, 5.0, language=language, document_id="sources/census")

    assert answer(question, first, language=language, index=lights_index) == [note]
    assert answer(question, of_another, language=language, index=lights_index) == [told]
    assert answer("?", first, language=language, index=lights_index) == [told]


@pytest.mark.parametrize(
    ("question", "verdict", "side", "language"),
    [
        (
            "Norden has more ships than Southam, right?",
            "Norden's first place, as the article has it, is contradicted by Southam's count.",
            "Norden has 40 ships.",
            "en",
        ),
        (
            "Norden hat mehr Schiffe als Südheim, oder?",
            "Nordens erster Platz im Artikel ist durch die Zählung von Südheim widerlegt.",
            "Norden hat 40 Schiffe.",
            "de",
        ),
        (
            "诺登的船不是比南城多吗？",
            "文章说诺登第一，这与南城的统计不符。",
            "诺登有40艘船。",
            "zh",
        ),
    ],
)
def test_the_verdict_on_both_sides_answers_alone_where_truth_is_asked(
    question, verdict, side, language
):
    first = quote_of(verdict, 5.0, role="audit", language=language)
    part = quote_of(side, 4.0, language=language)

    assert answer(question, first, part, parts=((part,), (first,)), language=language) == [verdict]
