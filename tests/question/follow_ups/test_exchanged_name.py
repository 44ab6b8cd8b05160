"""A name takes the place of a name of its kind."""

import pytest

from citechat.question.follow_ups import readings
from histories import BOAT_NAMES, BOATS, GLOSSARY, WHO, first_reading, turns


def test_the_world_takes_the_place_of_a_country():
    history = turns("What is the share of Acme in Landia?", "A third. [1]")

    assert readings("and worldwide?", history, GLOSSARY, "en") == [
        "What is the share of Acme worldwide?"
    ]


def test_a_name_in_the_german_genitive_gives_way():
    history = turns("Wie groß war Acmes Anteil?", "Ein Drittel. [1]")

    assert readings("Und Brio?", history, GLOSSARY, "de") == ["Wie groß war Brio Anteil?"]


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("And in Osten?", "en", "How many boats had Osten in May 2025?"),
        ("and in June?", "en", "How many boats had Norden and Osten in June 2025?"),
    ],
)
def test_one_name_or_month_takes_the_place_of_those_in_a_row(question, language, first):
    history = turns("How many boats had Norden and Osten in May 2025?", "9 and 7. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_a_thing_of_another_kind_is_asked_about_as_one_of_its_kind_was_a_turn_earlier():
    history = [*WHO["en"], *turns("How old is she?", "Ann Lee was born in 1970. [1]")]

    assert readings("And Brio?", history, GLOSSARY, "en")[0] == "Who founded Brio?"


def test_a_term_takes_the_place_of_another_where_nothing_is_counted():
    history = turns("北城的船券最高多少？", "9元。[1]")

    assert readings("五灯呢？", history, GLOSSARY, "zh")[0] == "北城的五灯最高多少？"


def test_a_product_takes_the_place_of_a_company_where_no_product_was_named():
    asked = ("How many users does Acme have?", "Nine. [1]")

    assert first_reading("and Acme One?", "en", *asked) == "How many users does Acme One have?"


def test_a_chinese_name_gives_way_beside_a_latin_word():
    asked = ("北城AI有多少人？", "9人。[1]")

    assert first_reading("东城呢？", "zh", *asked) == "东城AI有多少人？"


@pytest.mark.parametrize(
    ("question", "language", "exchanged"),
    [
        ("since when is there Osten?", "en", "How many boats does Osten have?"),
        ("seit wann gibt es Osten?", "de", "Wie viele Boote hat Osten?"),
    ],
)
def test_since_when_there_is_another_is_not_how_many_it_has(question, language, exchanged):
    read = readings(question, turns(*BOATS[language]), BOAT_NAMES, language)

    assert exchanged not in read
