"""Nothing but "Why?"."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.why import asks_only_why
from histories import GLOSSARY, turns


@pytest.mark.parametrize(
    "question",
    [
        "Why so many?",
        "why there?",
        "Warum so viele?",
        "Wieso gerade dort?",
        "Why so popular?",
        "warum so billig?",
        "为什么这么便宜？",
        "为什么这么多？",
        "为什么在那里？",
    ],
)
def test_why_so_many_and_why_there_ask_only_why(question):
    assert asks_only_why(question)


def test_a_refusal_is_no_answer_to_ask_the_reason_of():
    history = turns("Why is Norden rich?", "The documents do mention Osten.")

    assert all("Osten" not in read for read in readings("why?", history, GLOSSARY, "en"))
