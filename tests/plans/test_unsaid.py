"""Sentences that say nothing of what is asked beside the names."""

from __future__ import annotations

import pytest

from citechat.plans.unsaid import is_unsaid
from citechat_ingest import Name
from quoting import NAMES, index_of, query_of, quote_of

ANKER = Name("company", {"en": "Anker", "de": "Anker", "zh": "安克"})
INDEX = index_of((*NAMES, ANKER))


@pytest.mark.parametrize(
    ("language", "question", "sentence", "unsaid"),
    [
        ("en", "What game is Anker famous for?", "Anker is in Norden.", True),
        ("en", "What game is Anker famous for?", "Anker has made a game.", False),
        ("en", "anker lamp", "Anker is in Norden.", True),
        ("en", "anker lamp", "Anker lights a lamp.", False),
        ("en", "Is it true that Anker is famous?", "Anker is in Norden.", False),
        ("en", "What is the name of Anker?", "Anker is in Norden.", False),
        ("en", "What game is famous?", "Anker is in Norden.", False),
        ("de", "Welches Spiel machte Anker bekannt?", "Anker sitzt in Norden.", True),
        ("de", "Welches Spiel machte Anker bekannt?", "Bekannt ist Anker für Boote.", False),
        ("de", "Wie heißt Anker?", "Anker sitzt in Norden.", False),
        ("zh", "安克用什么编程语言？", "安克位于诺登。", True),
        ("zh", "安克用什么编程语言？", "安克用一种语言写程序。", False),
        ("zh", "安克叫什么名字？", "安克位于诺登。", False),
    ],
)
def test_no_word_that_is_asked_is_said(
    language: str, question: str, sentence: str, unsaid: bool
) -> None:
    doubted = quote_of(sentence, language=language, probability=0.3)
    believed = quote_of(sentence, language=language, probability=0.6)

    assert is_unsaid([doubted], query_of(question, language, INDEX)) is unsaid
    assert not is_unsaid([believed], query_of(question, language, INDEX))


def test_a_question_that_is_expected_of_a_sentence_says_its_words() -> None:
    expected = (("Which game made Anker known?",),)
    quote = quote_of("Anker is for Boats.", probability=0.3, expected=expected)

    assert not is_unsaid([quote], query_of("What game is Anker famous for?", "en", INDEX))
