"""What is asked of each of several, told by the one sentence that has it of each."""

from __future__ import annotations

import pytest

from citechat.plans.lists.each import statements
from quoting import findings_of, quote_of, quoted

STEPS = quote_of("Norden is to have 15 lamps by 2020, 40 by 2025 and 100 by 2030.", 2.0)
NAMED = quote_of("Norden's plan has three steps, to 2020, 2025 and 2030.", 5.0)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are the three steps of Norden's plan with their amounts?", [STEPS.text]),
        ("What are Norden's goals for 2020, 2025 and 2030?", [STEPS.text]),
        ("Which goals did Norden set in 2017?", [STEPS.text]),
        ("What is Norden's goal for 2025, in amounts?", []),
        ("What are the three steps of Norden's plan?", [STEPS.text]),
        ("What is Norden's plan?", []),
        ("Why can the goals of Norden for 2020, 2025 and 2030 not be added?", []),
        ("How are the goals of Norden's list calculated?", []),
        ("Which of Norden's goals is the highest?", []),
        ("What are Southam's goals for 2020, 2025 and 2030?", []),
    ],
)
def test_the_sentence_with_the_years_and_their_numbers_is_told(question, told):
    assert quoted(statements(findings_of(question, NAMED, STEPS))) == told


def test_the_sentence_with_all_names_is_told_where_it_is_asked_of_each():
    row = quote_of("Norden has lamps, Southam boats and Ada Holm a house.", 1.0)
    asked = "What do Norden, Southam and Ada Holm have, respectively?"

    assert quoted(statements(findings_of(asked, NAMED, row))) == [row.text]
