"""How much the largest loss was: the sentence that calls it the largest, and the one with its amount."""

from __future__ import annotations

import pytest

from citechat.plans.figures.largest_amount import statements
from citechat_ingest import Name
from quoting import findings_of, index_of, quote_of, quoted

ANKER = Name("company", {"en": "Anker", "de": "Anker", "zh": "安克"})
SEGEL = Name("company", {"en": "Segel", "de": "Segel", "zh": "赛格"})
INDEX = index_of((ANKER, SEGEL))
TOLD = {
    "en": (
        "What was the biggest loss in one day?",
        "Anker's fall of 3 May 2024 was the largest in history.",
        "Anker's share closed at 12 dollars on 3 May 2024.",
        "Anker lost 40 billion dollars on 3 May 2024.",
    ),
    "de": (
        "Wie hoch war der größte Verlust an einem Tag?",
        "Ankers Einbruch vom 3. Mai 2024 war der größte der Geschichte.",
        "Die Aktie von Anker schloss am 3. Mai 2024 bei 12 Dollar.",
        "Anker verlor am 3. Mai 2024 40 Milliarden Dollar.",
    ),
    "zh": (
        "单日损失最多的是多少？",
        "安克2024年5月3日的下跌是历史上最大的。",
        "安克股价2024年5月3日收于12美元。",
        "安克2024年5月3日损失400亿美元。",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_amount_stands_beside_the_record(language: str) -> None:
    question, *sentences = TOLD[language]
    record, share, amount = (quote_of(text, language=language) for text in sentences)

    told = statements(findings_of(question, record, share, amount, language=language, index=INDEX))

    assert quoted(told) == [record.text, amount.text]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("Which firm had the biggest loss?", TOLD["en"][3], id="who had it"),
        pytest.param("What was the biggest ship?", TOLD["en"][3], id="nothing of value"),
        pytest.param(
            TOLD["en"][0], "Segel lost 40 billion dollars on 3 May 2024.", id="another firm"
        ),
        pytest.param(
            TOLD["en"][0], "Anker lost 40 billion dollars on 4 May 2024.", id="another day"
        ),
    ],
)
def test_nothing_is_added_of_another_event(question: str, sentence: str) -> None:
    record, other = quote_of(TOLD["en"][1]), quote_of(sentence)

    assert statements(findings_of(question, record, other, index=INDEX)) == ()


def test_a_record_with_its_amount_stands_alone() -> None:
    record = quote_of("Anker's loss of 40 billion dollars on 3 May 2024 was the largest ever.")

    assert statements(findings_of(TOLD["en"][0], record, record, index=INDEX)) == ()
