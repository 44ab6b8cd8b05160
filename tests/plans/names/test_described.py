"""Whom a question describes by another is asked for by name."""

from __future__ import annotations

import pytest

from citechat.index.opening import Index
from citechat.plans.names.described import with_names
from profiled import index_of_profiles

KINDS = {
    "Anker": "company",
    "Segel": "company",
    "Lumo": "product",
    "Glimm": "product",
    "Funkel": "product",
    "Norden": "place",
    "Ada Holm": "person",
    "Bo Lind": "person",
}
PROFILES = {
    "en": {
        "Anker": "Anker builds lamps in Norden, founded by Ada Holm. The chief of Anker is Bo Lind. Anker sells Glimm.",
        "Segel": "Segel is a shipyard, founded by Ada Holm.",
        "Lumo": "Lumo is a lamp by Anker. Segel buys Lumo.",
        "Funkel": "Funkel is a lamp. Segel buys Funkel.",
    },
    "de": {
        "Anker": "Anker baut Lampen in Norden, gegründet von Ada Holm. Chef von Anker ist Bo Lind. Anker verkauft Glimm.",
        "Segel": "Segel ist eine Werft, gegründet von Ada Holm.",
        "Lumo": "Lumo ist eine Lampe von Anker. Segel kauft Lumo.",
        "Funkel": "Funkel ist eine Lampe. Segel kauft Funkel.",
    },
    "zh": {
        "Anker": "Anker在Norden造灯，由Ada Holm创办。Anker的负责人是Bo Lind。Anker销售Glimm。",
        "Segel": "Segel是一家船厂，由Ada Holm创办。",
        "Lumo": "Lumo是Anker的灯。Segel购买Lumo。",
        "Funkel": "Funkel是一种灯。Segel购买Funkel。",
    },
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of_profiles(tmp_path_factory.mktemp("described"), PROFILES, KINDS)


@pytest.mark.parametrize(
    ("language", "question", "named"),
    [
        ("en", "How many lamps have the makers of Lumo?", "How many lamps have Anker?"),
        ("en", "Where is the company behind Glimm?", "Where is Anker?"),
        ("en", "How old is Anker's boss?", "How old is Bo Lind?"),
        ("en", "How old is the founder of Segel?", "How old is Ada Holm?"),
        ("de", "Was kosten die Macher von Lumo?", "Was kosten Anker?"),
        ("de", "Wie alt ist der Anker-Chef?", "Wie alt ist Bo Lind?"),
        ("de", "Wie alt ist der Gründer von Segel?", "Wie alt ist Ada Holm?"),
        ("zh", "做Lumo的那家公司有多少灯？", "Anker有多少灯？"),
        ("zh", "Anker老板多大了？", "Bo Lind多大了？"),
        ("zh", "Segel以前的老板多大了？", "Ada Holm多大了？"),
        (
            "en",
            "Who is older, the Anker boss or the founder of Segel?",
            "Who is older, Bo Lind or Ada Holm?",
        ),
        (
            "de",
            "Wer ist älter, der Anker-Chef oder der Segel-Gründer?",
            "Wer ist älter, Bo Lind oder Ada Holm?",
        ),
        ("zh", "Anker老板和Segel以前的老板谁年纪大？", "Bo Lind和Ada Holm谁年纪大？"),
    ],
)
def test_the_profile_tells_who_is_meant(
    language: str, question: str, named: str, index: Index
) -> None:
    assert with_names(question, index, language) == named


@pytest.mark.parametrize(
    ("language", "question"),
    [
        pytest.param("en", "Who is the boss of Anker?", id="asked for just that"),
        pytest.param("de", "Wer ist der Chef von Anker?", id="asked for just that in German"),
        pytest.param("zh", "Anker的老板是谁？", id="asked for just that in Chinese"),
        pytest.param("en", "How old is the boss of Norden?", id="a place"),
        pytest.param("en", "Where are the makers of Funkel?", id="nobody is told"),
        pytest.param("en", "Where is Anker?", id="nobody is described"),
        pytest.param("en", "Who is Anker's boss and who is Segel's boss?", id="asked of two"),
    ],
)
def test_else_the_question_stands_as_it_is(language: str, question: str, index: Index) -> None:
    assert with_names(question, index, language) == question
