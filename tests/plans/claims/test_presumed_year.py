"""A question that presumes a year or a place of a row which the documents give otherwise."""

from __future__ import annotations

import pytest

from citechat.messages import say
from citechat.plans import Statement
from citechat.plans.claims.presumed_year import with_denial
from quoting import findings_of, leads, quote_of, quoted


def answer(question: str, language: str, *texts: str) -> list[Statement]:
    quotes = [quote_of(text, language=language) for text in texts]
    lead = say("no_reason", language)
    return list(
        with_denial([Statement(quotes[0], lead)], findings_of(question, *quotes, language=language))
    )


@pytest.mark.parametrize(
    ("question", "text", "language", "lead"),
    [
        (
            "Why did Norden open the mill in 1901?",
            "Norden opened the mill in 1905.",
            "en",
            "Not in 1901:",
        ),
        (
            "Warum hat Norden die Mühle 1901 eröffnet?",
            "Norden hat die Mühle 1905 eröffnet.",
            "de",
            "Nicht 1901:",
        ),
        ("诺登为什么在1901年建成磨坊？", "诺登1905年建成磨坊。", "zh", "不是1901年："),
    ],
)
def test_what_was_in_another_year_is_told_so(question, text, language, lead):
    assert leads(answer(question, language, text)) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norden opened the mill in 1901.", id="that year"),
        pytest.param("Norden has kept the mill open since 1900.", id="since before"),
        pytest.param("From 1900 to 1910 Norden kept the mill open.", id="between"),
        pytest.param("Norden is a town with an open mill.", id="no year"),
        pytest.param("The lamps of Norden were lit in 1905.", id="another matter"),
    ],
)
def test_what_may_be_of_that_year_is_not_denied(text):
    told = answer("Why did Norden open the mill in 1901?", "en", text)

    assert leads(told) == [say("no_reason", "en")]


@pytest.mark.parametrize(
    ("question", "texts", "language"),
    [
        (
            "Why was Norden first for lamps in 1901?",
            (
                "Norden was first for lamps in 1905 for its mills.",
                "Norden was fourth for lamps in 1901, before it led in 1905.",
            ),
            "en",
        ),
        (
            "Warum lag Norden 1901 bei Lampen vorn?",
            (
                "Norden lag 1905 bei Lampen wegen seiner Mühlen vorn.",
                "Norden lag 1901 bei Lampen auf dem vierten Platz.",
            ),
            "de",
        ),
        (
            "诺登1901年凭什么路灯第一？",
            ("诺登1905年路灯第一，靠的是磨坊。", "诺登1901年路灯排名第四，1905年才第一。"),
            "zh",
        ),
    ],
)
def test_the_place_of_that_year_comes_before_the_reason(question, texts, language):
    reason, place = texts

    told = answer(question, language, *texts)

    assert (leads(told), quoted(told)) == ([say("not_so", language), ""], [place, reason])


def test_a_place_that_one_sentence_bears_out_is_not_denied():
    told = answer(
        "Why was Norden first for lamps in 1901?",
        "en",
        "Norden was first for lamps in 1901.",
        "Norden was fourth for lamps of glass in 1901.",
    )

    assert leads(told) == [say("no_reason", "en")]
