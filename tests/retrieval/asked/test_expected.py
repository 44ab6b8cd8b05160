"""Whether a question is all but one that is expected of a sentence."""

from __future__ import annotations

import pytest

from citechat.retrieval.asked.expected import is_expected
from quoting import query_of, quote_of


@pytest.mark.parametrize(
    ("language", "expected", "question", "is_it"),
    [
        ("en", "Who lit the lamps of Norden?", "who lit the lamps of norden", True),
        ("en", "Who lit the lamps of Norden?", "Who put out the lamps of Norden?", False),
        ("en", "How many lamps had Norden in 1901?", "How many lamps had Norden in 1902?", False),
        (
            "de",
            "Wer zündete die Lampen von Norden an?",
            "wer zündete die Lampen in Norden an",
            True,
        ),
        ("de", "Wer zündete die Lampen an?", "Wer löschte die Lampen?", False),
        ("zh", "诺登的路灯是谁点亮的？", "诺登的路灯谁点亮的", True),
        ("zh", "诺登的路灯是谁点亮的？", "诺登的路灯花了多少钱", False),
    ],
)
def test_the_words_are_the_same_but_for_a_few_and_so_are_the_numbers(
    language, expected, question, is_it
):
    quote = quote_of("Norden shines.", language=language, expected=((expected,),))

    assert is_expected(query_of(question, language), quote) is is_it


def test_of_a_sentence_without_expected_questions_nothing_is_expected():
    assert not is_expected(query_of("Who lit the lamps?"), quote_of("Norden shines."))
