"""A later part of a question, after those before it."""

import pytest

from citechat.question.follow_ups import readings_of_part
from citechat_ingest import Glossary
from histories import NAMES, name, turns

GLOSSARY = Glossary((*NAMES, name("concept", "boat voucher", "Bootsgutschein", "船券")))


@pytest.mark.parametrize(
    ("first", "later", "language", "asked"),
    [
        ("Who founded Acme", "when?", "en", "when was Acme founded?"),
        ("Wo sitzt Acme", "was macht die Firma?", "de", "was macht Acme?"),
        ("船券是什么？", "预算多少？", "zh", "船券预算多少？"),
        (
            "Was hat Acme gezeigt",
            "was kostete das billigste Boot?",
            "de",
            "was kostete das billigste Boot Acme?",
        ),
    ],
)
def test_a_later_part_is_asked_of_what_the_first_is_about(first, later, language, asked):
    assert readings_of_part(later, turns(first, ""), GLOSSARY, language)[0] == asked


def test_that_it_is_so_is_asked_with_all_names_of_the_first():
    [asked, *_] = readings_of_part(
        "why does that matter?", turns("When did Acme join Norden?", ""), GLOSSARY, "en"
    )

    assert asked == "why does that matter Acme Norden?"


@pytest.mark.parametrize(
    ("first", "later", "language", "when"),
    [
        ("How many boats will Norden have by 2027", "how many lamps?", "en", "by 2027"),
        ("Wie viele Boote hat Norden 2027", "wie viele Lampen?", "de", "2027"),
        ("北城到2027年要有多少船", "灯要有多少？", "zh", "到2027年"),
    ],
)
def test_a_number_asked_for_in_the_same_breath_is_of_the_same_time(
    first: str, later: str, language: str, when: str
) -> None:
    assert when in readings_of_part(later, turns(first, ""), GLOSSARY, language)[0]


def test_a_number_of_another_time_keeps_it() -> None:
    read = readings_of_part(
        "how many in 2030?", turns("How many boats by 2027 in Norden", ""), GLOSSARY, "en"
    )

    assert "2027" not in read[0]
