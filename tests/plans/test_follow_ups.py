"""Whether what is told is of what a follow-up asks now."""

from __future__ import annotations

from citechat.plans import Statement
from citechat.plans.follow_ups import is_to_the_point
from citechat_ingest import Glossary
from quoting import NAMES, quote_of


def test_the_others_of_a_first_question_are_none_of_a_talk_before_it() -> None:
    question = "Which town is the oldest, and what are the others?"
    told = [Statement(quote_of("Norden is the oldest, Southam comes next."))]

    assert is_to_the_point(told, [question], 0, question, [], Glossary(NAMES))
