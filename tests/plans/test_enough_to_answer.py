"""Whether what was found is enough to answer with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citechat.plans import Statement
from citechat.plans.enough_to_answer import given, opens_with_what_is_asked
from citechat_ingest import Name
from quoting import HOLM, findings_of, index_of, quote_of

ANKER = Name("company", dict.fromkeys(("en", "de", "zh"), "Anker"))
INDEX = index_of((ANKER, HOLM))


def test_an_answer_gives_it_where_one_of_its_sentences_does() -> None:
    idle = Statement(quote_of("Anker signed 16 papers."))
    own = Statement(quote_of("Ada Holm signed for Anker."))
    silent = Statement(lead="Nobody knows.")
    findings = findings_of("Who signed for Anker?", idle.quote, index=INDEX)

    assert given([idle], findings) == ()
    assert given([idle, own], findings) == [idle, own]
    assert given([silent], findings) == [silent]


def test_the_best_sentence_takes_the_place_of_an_answer_that_does_not_give_it() -> None:
    idle = Statement(quote_of("Anker signed 16 papers."))
    own = quote_of("Ada Holm signed for Anker.")
    findings = findings_of("Who signed for Anker?", own, index=INDEX)

    assert given([idle], findings) == [Statement(own)]


def test_a_sentence_that_is_expected_to_be_asked_it_answers_it() -> None:
    idle = Statement(quote_of("Anker signed 16 papers."))
    own = quote_of("Anker signed 16 papers.", expected=(("Who signed for Anker?",),))
    findings = findings_of("Who signed for Anker?", own, index=INDEX)

    assert given([idle], findings) == [Statement(own)]


@pytest.mark.parametrize(
    ("language", "question", "method", "other"),
    [
        ("en", "How is Anker's index computed?", "Anker's index has 3 indicators.", "Anker leads."),
        (
            "de",
            "Wie wird Ankers Index berechnet?",
            "Ankers Index hat 3 Kennzahlen.",
            "Anker führt.",
        ),
        ("zh", "Anker指数是怎么算的？", "Anker指数有3项指标。", "Anker领先。"),
    ],
)
def test_a_method_is_told_by_less_evidence(
    language: str, question: str, method: str, other: str
) -> None:
    def is_told(sentence: str, probability: float) -> bool:
        quote = quote_of(sentence, language=language, probability=probability)
        found = findings_of(question, quote, language=language, index=INDEX)
        return opens_with_what_is_asked(replace(found, is_answerable=False))

    assert is_told(method, 0.6)
    assert not is_told(method, 0.4)
    assert not is_told(other, 0.6)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_of_a_sentence_that_names_all_the_reader_may_be_sure(language: str) -> None:
    def is_told(question: str, probability: float, names: float = 1.0) -> bool:
        quote = quote_of("Anker.", language=language, probability=probability, names=names)
        found = findings_of(question, quote, language=language, index=INDEX)
        return opens_with_what_is_asked(replace(found, is_answerable=False))

    assert is_told("Anker?", 0.8)
    assert not is_told("Anker?", 0.7)
    assert not is_told("Anker?", 0.8, names=0.5)
    assert not is_told("Segel?", 0.8)


def test_who_is_third_is_no_answer_to_who_is_fourth() -> None:
    third = quote_of("Norden takes third place by boats.", probability=1.0)
    asked = findings_of("Who is fourth by boats?", third)

    assert given([Statement(third)], asked) == ()


@pytest.mark.parametrize(
    ("language", "question", "sentence"),
    [
        ("en", "When is an insurance required?", "Whoever drives a car needs an insurance."),
        ("de", "Wann ist eine Versicherung Pflicht?", "Wer Auto fährt, braucht eine Versicherung."),
        ("zh", "什么时候必须买保险？", "开车的人必须买保险。"),
    ],
)
@pytest.mark.parametrize(
    ("sure", "is_plain", "answers"), [(0.9, True, True), (0.6, True, False), (0.9, False, False)]
)
def test_when_may_ask_on_what_condition_in_a_folder_of_ones_own(
    language: str, question: str, sentence: str, sure: float, is_plain: bool, answers: bool
) -> None:
    index = index_of(() if is_plain else (ANKER,))
    quote = quote_of(sentence, probability=sure, language=language)
    findings = findings_of(question, quote, language=language, index=index)

    assert opens_with_what_is_asked(replace(findings, is_answerable=True)) is answers
