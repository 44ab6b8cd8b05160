"""A question for a reason: the sentence that answers, one that says why, and the verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.messages import say
from citechat.plans.reason import statements
from quoting import findings_of, leads, passage_of, quote_of, quoted

CLOSED = quote_of("The bakery is closed on Sundays.", 5.0)
OVEN = quote_of("The bakery's oven is cleaned because of the soot.", 3.5)
FIRE = quote_of("No bread of the bakery since the fire of last spring.", 3.0)
LOAVES = quote_of("Loaves are sold at noon.", 4.5)
WHY = "Why is the bakery closed?"


def answer(question, *quotes, **told):
    return quoted(statements(findings_of(question, *quotes, **told)))


def test_one_more_sentence_says_why():
    assert answer(WHY, CLOSED, LOAVES, OVEN, FIRE) == [CLOSED.text, OVEN.text]


def test_a_reason_that_lies_nearly_as_high_answers_alone():
    reason = quote_of("The bakery rests because its oven is cleaned.", 4.0)

    assert answer(WHY, CLOSED, reason, FIRE) == [reason.text]


def test_the_audit_s_word_stands_alone():
    verdict = quote_of("It is not closed for the soot.", 5.0, role="audit")

    assert answer(WHY, verdict, OVEN) == [verdict.text]


def test_where_nothing_else_says_why_the_best_stands_alone():
    assert answer(WHY, CLOSED, LOAVES) == [CLOSED.text]


@pytest.mark.parametrize(("score", "added"), [(1.0, True), (0.99, False)])
def test_a_reason_far_below_the_best_is_left_out(score, added):
    reason = quote_of(OVEN.text, score)

    assert (OVEN.text in answer(WHY, CLOSED, reason)) is added


@pytest.mark.parametrize(("between", "added"), [(11, True), (12, False)])
def test_only_what_was_found_near_the_top_gives_a_reason(between, added):
    assert (OVEN.text in answer(WHY, CLOSED, *[LOAVES] * between, OVEN)) is added


def test_one_more_reason_comes_after_the_first():
    another = quote_of(
        "The flood of 1998 counted too: mud of the river came in, because of which the bakery is closed.",
        5.0,
    )
    first = quote_of("The bakery is closed because the oven is cleaned.", 4.5)

    assert answer(WHY, another, first) == [first.text, another.text]


def test_a_best_sentence_that_gives_a_reason_needs_no_other():
    first = quote_of("The bakery is closed because the oven is cleaned.", 5.0)

    assert answer(WHY, first, OVEN, FIRE) == [first.text]


def test_unless_it_lacks_something_and_the_reader_holds_that_another_answers():
    first = quote_of("The bakery is closed because of the rules.", 5.0, probability=0.4)
    other = quote_of("The bakery is closed because the oven is cleaned.", 4.5, probability=0.8)

    assert answer(f"{WHY[:-1]} today?", first, other) == [other.text]
    assert answer(WHY, first, other) == [first.text]


@pytest.mark.parametrize(
    ("score", "sure", "alone"),
    [(3.9, 0.9, True), (3.8, 0.9, False), (3.8, 0.4, True)],
)
def test_a_reason_as_much_to_the_point_answers_alone_unless_the_reader_is_surer(score, sure, alone):
    said = "The bakery is closed on Sundays, in August, at Easter and after noon."
    best = quote_of(said, 5.0, probability=sure)
    text = "The bakery is closed because the soot of its old oven is swept by hand."
    reason = quote_of(text, score, probability=0.5)

    expected = [reason.text] if alone else [best.text, reason.text]
    assert answer(WHY, best, reason) == expected


def test_a_reason_that_names_others_is_left_out():
    question = "Why is Norden closed?"
    best = quote_of("Norden is closed on Sundays.", 5.0)
    of_another = quote_of("Southam is closed because of the fire.", 4.5, names=0.0)

    assert answer(question, best, of_another) == [best.text]


def test_the_audit_gives_no_reason_of_its_own():
    assert answer(WHY, CLOSED, quote_of(OVEN.text, 4.0, role="audit")) == [CLOSED.text]


def test_the_verdict_on_the_best_sentence_comes_last(lights_index):
    claim = "It shines 40 kilometres far."
    article = quote_of(
        claim, 5.0, document_id="article", paragraph="lamp", sources=("survey",), role="article"
    )
    because = quote_of("The lamp can shine because ships ran aground.", 3.5)

    assert answer("Why does it shine so far?", article, because, index=lights_index) == [
        claim,
        because.text,
        "The survey says 38 kilometres.",
    ]


@pytest.mark.parametrize("score", [5.0, 4.5], ids=["the best", "nearly as high"])
def test_what_the_audit_has_judged_is_told_before_what_one_source_says(lights_index, score):
    claim = "It shines 40 kilometres far because of its glass."
    place = {"document_id": "article", "paragraph": "lamp", "sources": ("survey",)}
    article = quote_of(claim, score, role="article", probability=0.4, **place)
    comment = quote_of("The article explains how far it shines by its glass.", 4.8)
    because = quote_of("It shines so far because of its height.", 4.7, probability=0.9)
    found = sorted((article, comment, because), key=lambda quote: -quote.score)

    assert answer("Why does it shine so far?", *found, index=lights_index) == [
        claim,
        "The survey says 38 kilometres.",
    ]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("When is the bakery closed?", (), id="no reason is asked for"),
        pytest.param(WHY, ((CLOSED,), (OVEN,)), id="several things are asked"),
    ],
)
def test_other_questions_are_left_to_other_plans(question, parts):
    assert answer(question, CLOSED, OVEN, parts=parts) == []


@pytest.mark.parametrize(
    ("question", "first", "because", "language"),
    [
        (
            "Warum ruht die Bäckerei?",
            "Sonntags ruht die Bäckerei.",
            "Die Bäckerei ist zu, weil ihr Ofen rußt.",
            "de",
        ),
        ("为什么面包店休息？", "面包店周日休息。", "面包店关门，因为要清洗烤箱。", "zh"),
    ],
)
def test_reasons_are_known_in_every_language(question, first, because, language):
    best = quote_of(first, 3.0, language=language, probability=0.9)
    quotes = [best, quote_of(because, language=language, probability=0.5)]

    assert answer(question, *quotes, language=language) == [first, because]


@pytest.mark.parametrize(
    ("question", "fact", "language"),
    [
        ("Why is the bakery closed on Sundays?", "The bakery is closed on Sundays.", "en"),
        ("Warum ruht die Bäckerei sonntags?", "Die Bäckerei ruht sonntags.", "de"),
        ("面包店周日为什么休息？", "面包店周日休息。", "zh"),
    ],
)
def test_a_bare_fact_is_told_to_be_without_a_reason(question, fact, language):
    told = statements(findings_of(question, quote_of(fact, language=language), language=language))

    assert (quoted(told), leads(told)) == ([fact], [say("no_reason", language)])


def test_a_sentence_that_tells_it_otherwise_is_no_fact_without_a_reason():
    fact = quote_of("The article says the bakery is closed on Sundays; it is closed on Mondays.")

    assert leads(statements(findings_of("Why is the bakery closed on Sundays?", fact))) == [""]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(WHY, "The bakery is closed because of the soot.", id="a reason"),
        pytest.param("Why is the old bakery so loved?", "Its bread is dark.", id="other words"),
        pytest.param("Why should I leave the bakery?", "Leave the bakery.", id="advice"),
        pytest.param("How did the bakery become open?", "The bakery is open.", id="a means"),
    ],
)
def test_no_more_is_said_of_reasons_than_is_so(question, text):
    assert leads(statements(findings_of(question, quote_of(text)))) == [""]


def test_a_reason_far_down_is_told_before_it_is_said_that_there_is_none():
    because = quote_of("The bakery is closed because of the soot.", -9.0)

    assert answer(WHY, CLOSED, because) == [because.text]


@pytest.mark.parametrize(
    ("question", "reversed_", "fact", "language"),
    [
        (
            "Why did Southam overtake Norden?",
            "Because Southam did overtake Norden, the order will change.",
            "Southam did overtake Norden in May.",
            "en",
        ),
        (
            "Warum hat Südheim Norden überholt?",
            "Weil Südheim Norden überholt hat, ändert sich die Reihe.",
            "Südheim hat Norden im Mai überholt.",
            "de",
        ),
        ("南城为什么超过诺登？", "由于南城超过诺登，排位会变。", "南城五月超过诺登。", "zh"),
    ],
)
def test_what_is_asked_explains_another_thing_and_is_not_explained_by_it(
    question, reversed_, fact, language
):
    best = quote_of(reversed_, 5.0, language=language)
    other = quote_of(fact, 4.5, language=language)

    told = statements(findings_of(question, best, other, language=language))

    assert (quoted(told), leads(told)) == ([fact], [say("no_reason", language)])


def test_why_something_is_so_is_not_told_by_why_another_thing_is_not():
    denied = quote_of("The mill is not closed, because the bakery needs it.", 5.0)
    because = quote_of("The bakery is closed because the oven is cleaned.", 4.0)

    assert answer(WHY, denied, because) == [because.text]
    assert answer("Why is the mill not closed?", denied, because) == [denied.text]


def test_a_reason_of_another_matter_is_no_second_sentence():
    question = "Why is Norden closed?"
    best = quote_of("Norden is closed on Sundays.", 5.0)
    of_another = quote_of("Southam and Norden sing because of the fire.", 4.5)

    assert answer(question, best, of_another) == [best.text]


def test_of_two_names_one_reason_is_asked():
    told = quote_of("Southam is larger than Norden because of its harbour.", 5.0)
    parts = ((told,), (CLOSED,))

    assert answer("Why is Southam larger than Norden?", told, parts=parts) == [told.text]


FLOUR = {
    "en": "The bakery's flour is a cause that the guide leaves out.",
    "de": "Das Mehl der Bäckerei ist eine Ursache, die der Führer auslässt.",
    "zh": "面粉也是面包店关门的原因，指南没有提到。",
}
SHUT = {
    "en": "The bakery is closed because of the soot.",
    "de": "Die Bäckerei ist wegen des Rußes zu.",
    "zh": "面包店因为烟灰关门。",
}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Why is the bakery closed? Just the soot?", "en"),
        ("Is the bakery closed only because of the soot, and why?", "en"),
        ("Warum ist die Bäckerei zu? Nur wegen des Rußes?", "de"),
        ("面包店为什么关门？只是因为烟灰吗？", "zh"),
    ],
)
def test_whether_a_reason_is_all_is_told_by_the_sentence_that_names_another(question, language):
    found = [quote_of(text[language], 5.0, language=language) for text in (SHUT, FLOUR)]

    assert answer(question, *found, language=language) == [SHUT[language], FLOUR[language]]


def test_only_in_what_is_asked_does_not_ask_for_another_reason():
    found = [quote_of(text["en"], 5.0) for text in (SHUT, FLOUR)]

    assert answer("Why is only the bakery closed?", *found) == [SHUT["en"]]


@pytest.mark.parametrize(
    ("total", "rests", "question", "language"),
    [
        (
            "The boats came to 5, so the counts cannot be added.",
            "The counts rest on different definitions.",
            "Why are the counts of boats larger?",
            "en",
        ),
        (
            "Es sind 5 Boote, weshalb sich die Zählungen nicht addieren lassen.",
            "Die Zählungen beruhen auf verschiedenen Abgrenzungen.",
            "Warum sind die Zählungen der Boote größer?",
            "de",
        ),
        ("船共5条，因此数字不能相加。", "这些数字口径不同。", "为什么船的数字更大？", "zh"),
    ],
)
def test_on_what_numbers_rest_is_told_with_them(total, rests, question, language):
    first = replace(quote_of(total, 5.0), passage=passage_of(total, rests, language=language))

    assert answer(question, first, language=language) == [total, rests]
