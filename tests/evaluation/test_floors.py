"""The lines that the shipped corpus must not slip below. No weight is fitted on these questions."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from citechat import CiteChat
from citechat.evaluation import examine, read_exam, summary

pytestmark = pytest.mark.slow

EXAMS = Path(__file__).parents[1] / "exams"
# Of the longer exams every second question is asked here; `citechat eval` asks them all.
EVERY = 2
GOLD = EXAMS / "gold"


def test_the_exam_asks_enough_of_every_kind():
    questions = read_exam(GOLD)

    languages = [question.language for question in questions]
    assert len(questions) >= 180
    assert all(languages.count(language) >= 60 for language in ("en", "de", "zh"))
    assert sum(q.kind == "unanswerable" for q in questions) >= 50
    assert len({q.question_id for q in questions}) == len(questions)


@lru_cache(maxsize=1)
def figures_of_gold(chat: CiteChat) -> dict[str, Any]:
    return summary(examine(chat, read_exam(GOLD)))


def test_every_quote_stands_in_its_file(chat):
    assert figures_of_gold(chat)["all"]["quotes_exact"] == 1


# A little below what was measured. Until answers stopped at the sentence that answers, a fact
# anywhere in four sentences counted as right here, and these lines stood at .92 / .90.
@pytest.mark.parametrize(
    ("language", "right", "refused"), [("en", 0.76, 0.84), ("de", 0.75, 0.90), ("zh", 0.90, 0.90)]
)
def test_the_exam_does_not_slip_below_its_lines(chat, language, right, refused):
    figures = figures_of_gold(chat)

    assert figures[language]["right"] >= right
    assert figures[language]["abstention_f1"] >= refused
    assert figures[language]["right_language"] == 1


# A little below what was measured.
@pytest.mark.parametrize(
    ("language", "right", "refused"), [("en", 0.74, 0.70), ("de", 0.68, 0.75), ("zh", 0.75, 0.75)]
)
def test_the_plain_questions_of_readers_are_answered_no_worse_than_before(
    chat, language, right, refused
):
    questions = read_exam(EXAMS / "readers" / f"{language}.jsonl")[::EVERY]

    figures = summary(examine(chat, questions))[language]

    assert figures["right"] >= right
    assert figures["abstention_f1"] >= refused
    assert figures["quotes_exact"] == figures["right_language"] == 1


@pytest.mark.counted
@pytest.mark.parametrize(("language", "clean"), [("en", 0.80), ("de", 0.72), ("zh", 0.74)])
def test_answers_read_as_answers(chat, language, clean):
    """They open with the answer, say all of it, and stop."""
    questions = read_exam(EXAMS / "work" / f"{language}.jsonl")[::EVERY]

    figures = summary(examine(chat, questions))[language]

    assert figures["clean"] >= clean
    assert figures["quotes_exact"] == 1
