"""The question before by another count."""

from __future__ import annotations

import pytest

from citechat.question.follow_ups.counted_by import by_another_count
from citechat.question.follow_ups.turns import Turn


@pytest.mark.parametrize(
    ("before", "question", "language", "read"),
    [
        ("Who had more deals?", "and by money?", "en", "Who had more money?"),
        ("Who raised more money?", "And by number of deals?", "en", "Who raised more deals?"),
        ("Wer hatte mehr Runden?", "und nach Geld?", "de", "Wer hatte mehr Geld?"),
        (
            "Wer nahm mehr KI-Geld ein?",
            "und nach der Zahl der Runden?",
            "de",
            "Wer nahm mehr KI-Finanzierungsrunden ein?",
        ),
        ("诺登和南城融资笔数谁多", "那按金额算呢？", "zh", "诺登和南城融资金额谁多"),
        ("诺登和南城谁的金额更多？", "笔数呢", "zh", "诺登和南城谁的笔数更多？"),
        ("Who had more lamps?", "and by money?", "en", ""),
        ("Who had more deals?", "and by money in 2023?", "en", ""),
    ],
)
def test_what_is_counted_by_is_exchanged(before, question, language, read):
    assert by_another_count(question, Turn(before), language) == read
