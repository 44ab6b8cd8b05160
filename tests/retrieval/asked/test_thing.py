"""In a folder of anybody's own, what is asked about must be spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from citechat.retrieval.asked.thing import is_spoken_of
from quoting import index_of, query_of, quote_of

NOTHING_NAMED = index_of(())


class _Documents:
    """What stands in the documents: these words alone."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def document_frequency(self, term: str, kind: str = "words") -> int:
        return int(any(term in word for word in self._words))


def speaks(question: str, language: str, sentence: str, *words: str, **told: Any) -> bool:
    documents: Any = _Documents(*words)
    quote = quote_of(sentence, language=language, **told)
    return is_spoken_of(query_of(question, language, NOTHING_NAMED), quote, documents)


@pytest.mark.parametrize(
    ("question", "language", "sentence", "kind", "answers"),
    [
        ("What does the mill cost?", "en", "Beard trim: 12", "item", True),
        ("What does the mill cost?", "en", "3. Bake it at 90 degrees.", "item", False),
        ("What does the mill cost?", "en", "The mill grew by 6 percent.", "paragraph", False),
        ("What does the mill cost?", "en", "Students pay 20 percent less.", "paragraph", True),
        ("Was kostet die Mühle?", "de", "3. Bei 90 Grad waschen.", "item", False),
        ("Was kostet die Mühle?", "de", "Rentner zahlen 3,50 Euro.", "paragraph", True),
        ("磨坊多少钱？", "zh", "磨坊有6位员工。", "paragraph", False),
        ("磨坊多少钱？", "zh", "学生打八折。", "paragraph", True),
    ],
)
def test_a_price_is_a_sum_of_money(
    question: str, language: str, sentence: str, kind: str, answers: bool
) -> None:
    assert speaks(question, language, sentence, kind=kind) is answers


def test_a_row_of_another_thing_with_the_same_column_does_not_answer() -> None:
    row = "品名：蓝莓 | 库存（公斤）：24"

    assert not speaks("草莓的库存有多少？", "zh", row, kind="table", probability=0.4)
    assert speaks("蓝莓的库存有多少？", "zh", row, kind="table", probability=0.4)
    assert speaks("What does a dye cost?", "en", "Service: Colouring | Price: 54", kind="table")
    assert not speaks(
        "What colour are roses?", "en", "Name: Daisy | Colour: red", kind="table", probability=0.4
    )


@pytest.mark.parametrize(
    ("question", "words", "known"),
    [
        ("茄子有多少卡路里？", (), False),
        ("茄子有多少卡路里？", ("卡路", "路里"), True),
        ("茄子多少钱一斤？", (), True),
        ("磨坊有多少把椅子？", (), False),
        ("磨坊有多少把椅子？", ("椅子",), True),
    ],
)
def test_what_is_counted_in_chinese_stands_in_the_documents(
    question: str, words: tuple[str, ...], known: bool
) -> None:
    assert speaks(question, "zh", "茄子每斤3元。", *words) is known
