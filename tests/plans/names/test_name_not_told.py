"""A question for the name of somebody of whom it is told only what he was."""

from __future__ import annotations

import pytest

from citechat.plans.names.name_not_told import is_asked, statements
from citechat_ingest import Name
from quoting import NAMES, findings_of, index_of, leads, quote_of, quoted

MILL = Name("company", {"en": "Millworks", "de": "Mühlwerk", "zh": "磨坊社"})
INDEX = index_of((*NAMES, MILL))


@pytest.mark.parametrize(
    ("language", "question", "sentence"),
    [
        (
            "en",
            "Who is the ex-miller, the manager who founded Millworks?",
            "Millworks was founded by a former miller.",
        ),
        (
            "en",
            "What is the name of the founder of Millworks?",
            "Millworks was founded by a manager.",
        ),
        (
            "de",
            "Wie heißt der Ex-Mühlenmann, der Mühlwerk gründete?",
            "Mühlwerk gründete ein früherer Müller.",
        ),
        ("de", "Wer war der Manager hinter Mühlwerk?", "Ein Mühlenmanager gründete Mühlwerk."),
        ("zh", "创办磨坊社的那位高管叫什么名字？", "磨坊社由一位前高管创办。"),
    ],
)
def test_whose_name_is_not_told(language: str, question: str, sentence: str) -> None:
    quote = quote_of(sentence, language=language)
    named = quote_of("Ada Holm. 霍尔姆。", language=language)
    idle = quote_of(sentence.replace("Mühlen", ""), language=language, names=0.5)
    findings = findings_of(question, quote, language=language, index=INDEX)

    assert is_asked(findings)
    [found] = statements(findings)
    assert found.is_refusal
    assert quoted([found]) == [sentence]
    assert leads([found])[0].endswith((":", "："))
    assert not is_asked(findings_of(question, quote, named, language=language, index=INDEX))
    assert not is_asked(findings_of(question, idle, language=language, index=INDEX))


@pytest.mark.parametrize(
    "question", ["Who founded Millworks?", "Who is the manager Ada Holm of Millworks?"]
)
def test_another_question_asks_for_no_name(question: str) -> None:
    quote = quote_of("Millworks was founded by a former miller.")

    assert not is_asked(findings_of(question, quote, index=INDEX))
