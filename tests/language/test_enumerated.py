"""What a sentence enumerates, and how many things a question wishes to be told."""

from __future__ import annotations

import pytest

from citechat.language.enumerated import asked_count, items, rows
from quoting import HOLM, NORDEN, SOUTHAM, index_of

GLOSSARY = index_of().glossary


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Top five of the 2022 index?", 5),
        ("top 10 of the list", 10),
        ("What are the three vouchers?", 3),
        ("Name the harbours of 2025", 0),
        ("Which harbours are there?", 0),
        ("Nenne die vier großen Häfen", 4),
        ("Zähl mal die Top 5 auf", 5),
        ("Welche Häfen gibt es?", 0),
        ("前五名是谁", 5),
        ("六座港口是哪六座", 6),
        ("两大优势是什么", 2),
        ("2025年前十名有哪些", 10),
        ("第三名是谁", 0),
        ("有哪些港口", 0),
    ],
)
def test_the_count_that_a_question_asks_for(question, count):
    assert asked_count(question) == count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Boats are Anna, Berta and Clara.", 3),
        ("Boote sind Anna, Berta, Clara und Dora.", 4),
        ("船有安娜、贝塔和克拉拉。", 3),
        ("The beach is sandy.", 0),
    ],
)
def test_the_items_of_the_longest_row(text, number):
    assert items(text) == number


def test_names_of_one_kind_make_a_row_with_those_of_another_between():
    [row] = rows("诺登和霍尔姆南城有灯。", GLOSSARY)

    assert row.names == (NORDEN, SOUTHAM)


@pytest.mark.parametrize(
    ("text", "whole", "choice"),
    [
        ("Norden and Southam are lit.", True, False),
        ("Is Norden or Southam lit?", True, True),
        ("Norden, Southam, Brell are lit.", False, False),
        ("Brell, Norden and Southam are lit.", False, False),
        ("诺登和南城有灯。", True, False),
    ],
)
def test_a_row_knows_whether_it_is_whole_and_a_choice(text, whole, choice):
    [row] = rows(text, GLOSSARY)

    assert (row.names, row.whole, row.choice) == ((NORDEN, SOUTHAM), whole, choice)


def test_names_apart_are_no_row():
    assert rows("Norden is lit, and so is the coast of Southam.", GLOSSARY) == []
    assert rows(f"Only {HOLM.names['en']} saw Norden.", GLOSSARY) == []


def test_a_chinese_row_is_whole_where_its_number_is_told_after_it():
    [row] = rows("诺登、南城这两座港口有灯。", GLOSSARY)
    [some] = rows("诺登、南城这四座港口有灯。", GLOSSARY)

    assert (row.whole, some.whole) == (True, False)
