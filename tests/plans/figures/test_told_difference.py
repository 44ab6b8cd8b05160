"""How far two numbers lie apart that one sentence tells."""

from __future__ import annotations

import pytest

from citechat.plans.figures.told_difference import statements
from quoting import findings_of, index_of, leads, quote_of, quoted


@pytest.mark.parametrize(
    ("question", "text", "language", "lead"),
    [
        (
            "How far apart are Norden and Southam in the lamp market?",
            "In the lamp market Norden has 33 percent and Southam 18 percent.",
            "en",
            "Difference: 15 percentage points (33%, 18%).",
        ),
        (
            "Wie weit liegen Norden und Südheim beim Lampenmarkt auseinander?",
            "Im Lampenmarkt hat Norden 33 Prozent und Südheim 18 Prozent.",
            "de",
            "Unterschied: 15 Prozentpunkte (33 %, 18 %).",
        ),
        (
            "诺登和南城的路灯市场份额相差多少？",
            "在路灯市场，诺登占33%，南城占18%。",
            "zh",
            "相差15个百分点（33%，18%）。",
        ),
        (
            "By how much did the sales of Norden in 1902 top those of 1901?",
            "Norden sold for 740 million yuan in 1901 and for 915 million yuan in 1902.",
            "en",
            "Difference: 175 million yuan (740 million yuan, 915 million yuan).",
        ),
        (
            "By how many percent did the debt of Norden rise?",
            "Norden's debt rose from 80 million yuan in 1901 to 100 million yuan in 1902.",
            "en",
            "Up by 20 million yuan, or 25% (80 million yuan, 100 million yuan).",
        ),
        (
            "Um wie viel Prozent stiegen die Schulden von Norden?",
            "Die Schulden von Norden stiegen von 80 Millionen Yuan auf 100 Millionen Yuan.",
            "de",
            "Plus 20 Millionen Yuan, das sind 25 % (80 Millionen Yuan, 100 Millionen Yuan).",
        ),
        (
            "How much cheaper did the lamps of Norden get?",
            "A four-legged lamp of Norden fell from 900 dollars in 1901 to 700 dollars in 3 years.",
            "en",
            "Difference: 200 US dollars (900 US dollars, 700 US dollars).",
        ),
        (
            "Um wie viel sind die Lampen von Norden billiger geworden?",
            "Eine Lampe aus Norden sank binnen 3 Jahren von 900 auf 700 Dollar.",
            "de",
            "Unterschied: 200 US-Dollar (900 US-Dollar, 700 US-Dollar).",
        ),
        (
            "诺登的灯便宜了多少美元？",
            "诺登的灯在3年里从900美元降到700美元。",
            "zh",
            "相差200美元（900美元，700美元）。",
        ),
    ],
)
def test_the_difference_is_told_before_the_sentence(question, text, language, lead):
    answer = statements(findings_of(question, quote_of(text, language=language), language=language))

    assert (leads(answer), quoted(answer)) == ([lead], [text])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What share has Norden?", "Norden has 33 percent and Southam 18 percent."),
        ("How far apart are Norden and Southam?", "Norden has 33 percent of the lamps."),
        ("How far apart are Norden and Southam?", "Norden has 33 percent and Southam 18 lamps."),
        (
            "By how much did Norden grow in 1902?",
            "Norden had 3 percent, 5 percent and then 7 percent.",
        ),
    ],
)
def test_nothing_is_told_where_it_is_not_asked_for_or_not_told(question, text):
    assert not statements(findings_of(question, quote_of(text), index=index_of()))


def test_how_much_somebody_gets_at_most_is_no_difference():
    assert answer_to("一家公司一年最多能领多少？", "每家公司一年一般100元，最多200元。") == ()


def answer_to(question: str, text: str):
    quote = quote_of(text, language="zh")
    return statements(findings_of(question, quote, language="zh"))
