"""Sentences that say nothing without the one before."""

import pytest

from citechat.language.anaphora import points_back


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It was built in 1892."),
        ("en", "The latter is larger."),
        ("en", "The city was large."),
        ("en", "The first was built in Norden."),
        ("en", "The first boat is larger."),
        ("de", "Auch dort liegen Boote."),
        ("en", "Sparks fly from these machines."),
        ("de", "Er wurde 1901 gebaut."),
        ("de", "Dort liegen Boote."),
        ("de", "Nach diesem Sturm war Ruhe."),
        ("zh", "它建于1892年。"),
        ("zh", "该公司位于北京。"),
    ],
)
def test_a_sentence_that_points_back_leans(language, sentence):
    assert points_back(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Italy has many lighthouses."),
        ("en", "The lamp shines far."),
        ("en", "IT Norden counts the lamps."),
        ("de", "ES Norden zählt die Lampen."),
        ("en", "The first Fair of Boats took place in May."),
        ("en", "The first lamps of Norden were lit in 1892."),
        ("en", "The Seagull was the cheapest boat."),
        ("en", "Norden and Southam lead in this order."),
        ("de", "Norden und Südheim führen in dieser Reihenfolge."),
        ("de", "Auch Norden hat Lampen."),
        ("zh", "测量局与此不符。"),
        ("de", "Erst kam der Sturm."),
        ("de", "Hamburg liegt an der Elbe."),
        ("zh", "北京有很多大学。"),
    ],
)
def test_a_sentence_that_stands_alone_does_not(language, sentence):
    assert not points_back(sentence, language)
