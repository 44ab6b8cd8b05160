"""How old a company or a person is, and which of two is older, from what sentences tell of each."""

from __future__ import annotations

import pytest

from citechat.index.opening import Index
from citechat.plans.names import age
from profiled import index_of_profiles
from quoting import findings_of
from towns import told

NAMES = {
    "Anker": "company",
    "Brise": "company",
    "Kutter": "company",
    "Boje": "company",
    "Ada Holm": "person",
    "Ole Lund": "person",
}
PROFILES = {
    "en": {
        "Anker": "Anker is a yard, founded in 2016 by Ada Holm.",
        "Brise": "Brise was founded in Norden in 2019, a paper of May 2024 says.",
        "Kutter": "Kutter was founded by Ole Lund, as the yard said in 2024.",
        "Boje": "At the end of 2020 Boje founded the school of the harbour.",
        "Ada Holm": "Ada Holm was born in 1985. Ada Holm founded Anker in 2016.",
        "Ole Lund": "Ole Lund was born in 1990.",
    },
    "de": {
        "Anker": "Anker ist eine Werft, 2016 von Ada Holm gegründet.",
        "Brise": "Gegründet wurde Brise laut einer Zeitung 2019.",
        "Kutter": "Kutter wurde von Ole Lund gegründet, wie die Werft 2024 sagte.",
        "Boje": "Boje hat 2020 die Schule am Hafen gegründet.",
        "Ada Holm": "Geboren wurde Ada Holm 1985.",
        "Ole Lund": "Geboren wurde Ole Lund 1990.",
    },
    "zh": {
        "Anker": "Anker是一家船厂，2016年由Ada Holm创办。",
        "Brise": "据日报，Brise成立于2019年。",
        "Kutter": "Kutter由Ole Lund创办，船厂2024年这样说。",
        "Boje": "Boje2020年成立了港口学校。",
        "Ada Holm": "Ada Holm生于1985年。",
        "Ole Lund": "Ole Lund生于1990年。",
    },
}


@pytest.fixture(scope="module")
def yards(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of_profiles(tmp_path_factory.mktemp("ages"), PROFILES, NAMES)


def answer(question: str, language: str, index: Index) -> list[str]:
    assert age.is_asked(findings_of(question, language=language, index=index))
    return told(age.statements(findings_of(question, language=language, index=index)))


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("Which is older, Brise or Anker?", "en", "Anker"),
        ("Was Brise founded before Anker?", "en", "Anker"),
        ("Which is younger, Brise or Anker?", "en", "Brise"),
        ("Was ist älter, Brise oder Anker?", "de", "Anker"),
        ("Wurde Anker nach Brise gegründet?", "de", "Brise"),
        ("Brise和Anker哪家成立得早？", "zh", "Anker"),
        ("Anker和Brise谁成立更晚？", "zh", "Brise"),
        ("Who is older, Ole Lund or Ada Holm?", "en", "Ada Holm"),
        ("Wer ist jünger, Ada Holm oder Ole Lund?", "de", "Ole Lund"),
        ("Ole Lund和Ada Holm谁年纪大？", "zh", "Ada Holm"),
    ],
)
def test_the_one_that_is_asked_for_is_told_first(question, language, first, yards) -> None:
    said = answer(question, language, yards)

    assert len(said) == 2
    assert first in said[0]
    assert first not in said[1]


def test_the_years_between_are_told_where_they_are_asked_for(yards: Index) -> None:
    assert answer("Anker比Brise早成立几年？", "zh", yards)[-1] == "相差3年。"


@pytest.mark.parametrize(
    ("question", "language", "silent"),
    [
        ("Is Kutter older than Anker?", "en", "do not say when Kutter was founded"),
        ("Ist Boje älter als Anker?", "de", "Wann Boje gegründet wurde"),
        ("Anker和Boje哪个成立得早？", "zh", "没有说Boje是哪一年成立的"),
    ],
)
def test_a_side_of_which_no_year_is_told_is_said_to_have_none(question, language, silent, yards):
    first, second = answer(question, language, yards)

    assert first == PROFILES[language]["Anker"]
    assert silent in second


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How old is Kutter?", "en"),
        ("How old is Boje as a company?", "en"),
        ("Wie alt ist die Firma Boje?", "de"),
        ("Kutter成立多少年了？", "zh"),
        ("Is Boje older than Kutter?", "en"),
    ],
)
def test_whoever_founds_something_else_or_tells_no_year_has_no_age(question, language, yards):
    assert answer(question, language, yards) == []


def test_of_one_name_its_year_is_told(yards: Index) -> None:
    assert answer("How old is Ada Holm?", "en", yards) == ["Ada Holm was born in 1985."]


@pytest.mark.parametrize(
    "question",
    [
        "When was Anker founded?",
        "How old is the harbour?",
        "Were Anker and Brise founded before 2018?",
        "Who founded Anker?",
    ],
)
def test_other_questions_ask_for_no_age(question: str, yards: Index) -> None:
    assert not age.is_asked(findings_of(question, index=yards))
