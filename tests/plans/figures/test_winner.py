"""Which of several has more: its name comes first."""

from __future__ import annotations

import pytest

from citechat.plans import Statement
from citechat.plans.figures.winner import with_winner
from quoting import findings_of, leads, quote_of, quoted


def answer(question: str, language: str, *texts: str) -> list[Statement]:
    quotes = [quote_of(text, language=language) for text in texts]
    told = [Statement(quote) for quote in quotes]
    return list(with_winner(told, findings_of(question, *quotes, language=language)))


@pytest.mark.parametrize(
    ("question", "text", "language", "lead"),
    [
        (
            "Which has more, Norden or Southam?",
            "By the lamps that the survey counted, Southam is first and Norden second.",
            "en",
            "Southam:",
        ),
        (
            "Welche Stadt hat mehr, Norden oder Südheim?",
            "Nach der Zahl der Lampen steht Südheim auf dem ersten und Norden auf dem zweiten Platz.",
            "de",
            "Südheim:",
        ),
        ("诺登和南城谁的更多？", "测量局按路灯数量把南城排第一、诺登排第二。", "zh", "南城："),
        (
            "Which has fewer lamps, Norden or Southam?",
            "In the count of the survey Norden has 40 lamps, and Southam 30.",
            "en",
            "Southam:",
        ),
        (
            "Which has more lamps, Norden or Southam?",
            "The survey counts 40 lamps for Norden and 30 lamps for Southam.",
            "en",
            "Norden:",
        ),
    ],
)
def test_the_name_comes_before_a_sentence_that_opens_otherwise(question, text, language, lead):
    assert leads(answer(question, language, text)) == [lead]


@pytest.mark.parametrize(
    ("question", "texts", "language"),
    [
        (
            "Which has fewer lamps, Norden or Southam?",
            ("Norden has 40 lamps.", "Southam has 30 lamps."),
            "en",
        ),
        (
            "Wer hat weniger Lampen, Norden oder Südheim?",
            ("Norden hat 40 Lampen.", "Südheim hat 30 Lampen."),
            "de",
        ),
        ("诺登和南城，谁的路灯更少？", ("诺登有40盏路灯。", "南城有30盏路灯。"), "zh"),
    ],
)
def test_the_sentence_of_the_winner_comes_first(question, texts, language):
    other, own = texts

    assert quoted(answer(question, language, *texts)) == [own, other]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(
            "Which has more lamps, Norden or Southam?",
            "By the survey, 97 against 96 for Southam in one test, but 71 against 75 for Norden.",
            id="several numbers",
        ),
        pytest.param(
            "Which has more lamps, Norden or Southam?",
            "By what the survey says, Norden has lamps.",
            id="one side",
        ),
        pytest.param(
            "Why has Norden more lamps than Southam?",
            "By the survey, Norden is first and Southam second.",
            id="asks why",
        ),
    ],
)
def test_what_is_not_told_has_no_winner(question, text):
    assert leads(answer(question, "en", text)) == [""]


@pytest.mark.parametrize(
    ("question", "text", "language", "lead"),
    [
        (
            "Who opened a harbour earlier, Norden or Southam?",
            "The harbour of Norden opened on 27 November 2024, after that of Southam in October 2024.",
            "en",
            "Southam:",
        ),
        (
            "Wer bekam später einen Hafen, Norden oder Südheim?",
            "Laut Amt bekam im Mai 2023 Südheim einen Hafen und im Juli 2024 Norden.",
            "de",
            "Norden:",
        ),
        (
            "诺登和南城谁更早有港口？",
            "测量局写道，诺登2024年7月建港，南城2023年建港。",
            "zh",
            "南城：",
        ),
    ],
)
def test_who_was_earlier_comes_before_the_sentence_that_dates_both(question, text, language, lead):
    told = answer(question, language, text, text)

    assert leads(told) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norden opened in May 2024.", id="one of them is not dated"),
        pytest.param(
            "Norden opened in 2024 and Southam in May 2024.", id="one may be within the other"
        ),
        pytest.param("Norden opened in May and Southam in June.", id="no year"),
    ],
)
def test_nobody_is_earlier_where_no_sentence_says_so(text):
    assert leads(answer("Who opened earlier, Norden or Southam?", "en", text)) == [""]
