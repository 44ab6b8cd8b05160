"""Words of other languages in a question, in its own, on the shipped corpus without a model."""

from __future__ import annotations

import pytest

from citechat.question.foreign_words import in_own_words
from citechat.question.plain_words import in_plain_words


@pytest.mark.parametrize(
    ("language", "question", "own"),
    [
        ("zh", "Biren 在中国哪个 Stadt", "Biren 在中国哪个城市"),
        ("zh", "MetaX 的 revenue 是多少", "MetaX 的营收是多少"),
        ("zh", "哪家公司的 employees 最多", "哪家公司的员工最多"),
        ("zh", "Hangzhou 的 market share", "Hangzhou 的市场份额"),
        ("en", "what is the Umsatz of MetaX", "what is the turnover of MetaX"),
        ("en", "how many 研究员 are there", "how many researcher are there"),
        ("de", "Was kostet die electricity dort?", "Was kostet die Strom dort?"),
        ("de", "Wie hoch sind die 补贴 der Stadt?", "Wie hoch sind die Zuschuss der Stadt?"),
    ],
)
def test_a_foreign_word_is_said_in_the_words_of_the_documents(
    shipped_index, language, question, own
):
    assert in_own_words(question, language, shipped_index) == own
    assert own.rstrip("?？") in in_plain_words(question, language, shipped_index)


@pytest.mark.parametrize(
    ("language", "question", "own"),
    [
        ("en", "how high is the 市值 of Cambricon", "how high is the market value of Cambricon"),
        ("de", "海淀 hat wie viele Firmen?", "Haidian hat wie viele Firmen?"),
        ("zh", "什么是 embodied intelligence", "什么是 具身智能"),
    ],
)
def test_a_name_in_other_letters_is_written_as_the_glossary_has_it(
    shipped_index, language, question, own
):
    assert in_own_words(question, language, shipped_index) == own


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How many AI companies does Beijing have, bitte?"),
        ("en", "Who is Sundar Pichai?"),
        ("de", "Welche Drachen kommen bei Game of Thrones vor?"),
        ("de", "Wie groß ist der Anteil von Alibaba Cloud?"),
        ("zh", "中国 ai融资 最高峰"),
        ("zh", "Perplexity 的估值是多少"),
        ("zh", "Unitree 有多少员工"),
    ],
)
def test_what_is_no_foreign_word_is_let_be(shipped_index, language, question):
    assert in_own_words(question, language, shipped_index) == question
