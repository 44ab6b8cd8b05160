"""What is worked out of numbers that a question gives itself."""

from __future__ import annotations

import pytest

from citechat.plans.figures.given_numbers import statements
from citechat.question.parts import parts_of
from quoting import findings_of, index_of, leads, quote_of, quoted


@pytest.mark.parametrize(
    ("question", "text", "language", "lead"),
    [
        (
            "If Norden had 300 lamps in 1901 and gets 450 in 1902, what growth is that?",
            "Norden had 300 lamps in 1901.",
            "en",
            "Up by 150, or 50% (300, 450).",
        ),
        (
            "Wenn Norden 1901 300 Lampen hatte und 1902 auf 450 kommt, wie viel Prozent Wachstum ist das?",
            "Norden hatte 1901 300 Lampen.",
            "de",
            "Plus 150, das sind 50 % (300, 450).",
        ),
        (
            "诺登1901年有300盏路灯，1902年有450盏，增长百分之多少？",
            "诺登1901年有300盏路灯。",
            "zh",
            "增加150，增幅50%（300，450）。",
        ),
        (
            "450 lamps in Norden, 90 of them of glass: what percentage is that?",
            "Norden had 450 lamps.",
            "en",
            "Share: 20% (450, 90).",
        ),
        (
            "Von 450 Lampen, davon 90 aus Glas: wie viel Prozent sind das?",
            "Norden hatte 450 Lampen.",
            "de",
            "Anteil: 20 % (450, 90).",
        ),
        (
            "诺登有450盏路灯，其中90盏是玻璃的，是百分之多少？",
            "诺登有450盏路灯。",
            "zh",
            "占20%（450，90）。",
        ),
        (
            "Norden's lamps fell from 450 to 300, by how many percent did they fall?",
            "Norden had 300 lamps.",
            "en",
            "Down by 150, or about 33.3% (450, 300).",
        ),
        (
            "How many more lamps has Norden with 450 than Southam with 300?",
            "Norden has 450 lamps.",
            "en",
            "Difference: 150 (300, 450).",
        ),
    ],
)
def test_the_result_is_told_before_a_sentence_with_the_numbers(question, text, language, lead):
    quote = quote_of(text, language=language)
    answer = statements(findings_of(question, quote, language=language))

    assert (leads(answer), quoted(answer)) == ([lead], [text])


def test_a_sentence_that_works_it_out_comes_first():
    told = [
        quote_of("Norden had 300 lamps in 1901."),
        quote_of("The 450 lamps of 1902 are a growth by half over 1901."),
    ]
    answer = statements(findings_of("By how many percent do 450 lamps in 1902 exceed 1901?", *told))

    assert (leads(answer), quoted(answer)) == ([""], [told[1].text])


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much did Norden grow in 1901?", id="no number"),
        pytest.param("Which cities have more than 300 lamps?", id="a bound"),
        pytest.param("Why has Norden 300 lamps?", id="nothing to work out"),
        pytest.param("How much growth are 5 and 7 and 9?", id="no sentence has them"),
    ],
)
def test_other_questions_are_left(question):
    assert not statements(findings_of(question, quote_of("Norden had 300 lamps in 1901.")))


def test_a_condition_is_no_question_of_its_own():
    for language, question in (
        ("en", "If Norden had 300 lamps in 1901 and gets 450, what growth is that?"),
        ("de", "Wenn Norden 1901 300 Lampen hatte, was sind dann 450?"),
        ("zh", "如果诺登有300盏路灯，那么450盏是增长多少？"),
    ):
        assert parts_of(question, index_of().glossary, language) == [question]
