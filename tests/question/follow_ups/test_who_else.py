"""Who else: the question before once more, for those who were not named yet."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.turns import Turn
from citechat.question.follow_ups.who_else import asks_who_else, names_one_more, who_else
from histories import GLOSSARY, WHO, turns


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("who else?", "en", True),
        ("and which others?", "en", True),
        ("who else has boats in Osten?", "en", False),
        ("wer noch?", "de", True),
        ("und wer sonst noch", "de", True),
        ("wer ist noch da?", "de", False),
        ("还有谁", "zh", True),
        ("还有哪些公司呢", "zh", True),
        ("谁", "zh", False),
        ("其他城市呢？", "zh", False),
    ],
)
def test_who_else_is_all_that_is_asked(question, language, asks):
    assert asks_who_else(question, language) is asks


@pytest.mark.parametrize(
    ("question", "language"), [("who else?", "en"), ("wer noch?", "de"), ("还有谁", "zh")]
)
def test_the_question_before_is_asked_once_more(question, language):
    history = WHO[language]

    assert readings(question, history, GLOSSARY, language) == [history[0]["content"]]


def test_where_nobody_was_asked_for_nobody_else_is():
    assert who_else("who else?", Turn("How old is Norden?"), "en") == ""


@pytest.mark.parametrize(
    ("said", "names"),
    [("Brio was founded by Ann Lee.", False), ("Acme was founded by Ann Lee.", False)],
)
def test_a_founder_who_was_named_is_no_other(said, names):
    assert names_one_more(said, "Who founded Acme?", WHO["en"], GLOSSARY) is names


def test_whoever_makes_something_may_be_a_firm():
    history = turns("Who makes boats?", "Acme makes boats. [1]")

    assert names_one_more("Brio makes boats, too.", "Who makes boats?", history, GLOSSARY)
    assert not names_one_more("Acme and Brio make boats.", "Who makes boats?", history, GLOSSARY)
    assert not names_one_more("Brio is in Osten.", "Who is in Norden?", history, GLOSSARY)
    assert not names_one_more("Acme makes boats.", "Who makes boats?", history, GLOSSARY)
