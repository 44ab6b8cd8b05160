"""Whether what is told is of what a follow-up asks now."""

from __future__ import annotations

import pytest

from citechat.plans import Statement
from citechat.plans.follow_ups import is_to_the_point, without_what_was_said
from citechat_ingest import Glossary
from quoting import NAMES, quote_of


def test_the_others_of_a_first_question_are_none_of_a_talk_before_it() -> None:
    question = "Which town is the oldest, and what are the others?"
    told = [Statement(quote_of("Norden is the oldest, Southam comes next."))]

    assert is_to_the_point(told, [question], 0, question, [], Glossary(NAMES))


@pytest.mark.parametrize("question", ["and the H1?", "und der H1?", "H1呢？"])
def test_a_bare_designation_is_told_of_or_nothing_is(question: str) -> None:
    asked, glossary = f"What does the G1 cost? {question}", Glossary(NAMES)
    of_another = Statement(quote_of("The G1 costs 9 euros."))
    of_it = Statement(quote_of("The maker offers the H1 since May."))

    told = without_what_was_said([of_another, of_it], asked, question, [], glossary)

    assert list(told) == [of_it]
    assert not is_to_the_point([of_another], [asked], 0, question, [], glossary)
