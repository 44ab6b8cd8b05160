"""After "Which city …?": of the one that was named."""

import pytest

from citechat.question.follow_ups import why_that_one
from histories import GLOSSARY, first_reading, turns


@pytest.mark.parametrize(
    ("before", "answer", "language", "asked"),
    [
        (
            "Which city leads the index?",
            "Norden leads, before Osten. [1]",
            "en",
            "why Norden leads the index?",
        ),
        (
            "Welche Stadt führt den Index an?",
            "Norden führt vor Osten. [1]",
            "de",
            "warum Norden führt den Index an?",
        ),
        ("哪个城市的船最多？", "北城的船最多，其次是东城。[1]", "zh", "为什么北城的船最多？"),
    ],
)
def test_the_reason_is_asked_of_the_one_that_was_named(before, answer, language, asked):
    assert why_that_one(turns(before, answer), GLOSSARY, language) == asked


def test_no_reason_is_asked_of_one_where_none_was_named():
    assert why_that_one(turns("How many boats are there?", "Nine. [1]"), GLOSSARY, "en") == ""


@pytest.mark.parametrize(
    ("asked", "said", "question", "language", "first"),
    [
        (
            "Which company has the most boats?",
            "Acme leads. [1]",
            "how many?",
            "en",
            "Acme has how many boats?",
        ),
        ("哪家公司船最多？", "顶点公司最多。[1]", "多少艘？", "zh", "顶点公司船多少艘？"),
    ],
)
def test_how_many_is_asked_of_the_one_that_has_most(asked, said, question, language, first):
    assert first_reading(question, language, asked, said) == first
