"""What was asked one after another, or named together, is set side by side."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.side_by_side import sets_side_by_side
from histories import GLOSSARY, first_reading, turns


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How many boats does Norden have?", "and Osten?"),
            "which of the two has more?",
            "en",
            "How many boats does Norden and Osten have?",
        ),
        (
            ("Wie viele Boote hat Norden?", "und Osten?"),
            "wie viele mehr sind das?",
            "de",
            "Wie viele Boote hat Norden und Osten? wie viele mehr sind das?",
        ),
        (("北城有多少船？", "东城呢？"), "差多少？", "zh", "北城和东城有多少船？ 差多少？"),
        (("北城有多少船？", "东城呢？"), "哪个更多？", "zh", "北城和东城有多少船？"),
    ],
)
def test_what_was_asked_of_one_after_another_is_asked_of_both(asked, question, language, first):
    history = turns(asked[0], "Nine. [1]", asked[1], "Ten. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How many boats does Norden have?", "and Osten?", "and Landia?"),
            "which of the three has most?",
            "en",
            "How many boats does Norden, Osten and Landia have?",
        ),
        (
            ("北城有多少艘船？", "东城呢？", "陆国呢？"),
            "三个里哪个最多？",
            "zh",
            "北城、东城和陆国有多少艘船？",
        ),
    ],
)
def test_what_was_asked_of_three_in_turn_is_asked_of_all(asked, question, language, first):
    said = [text for its in asked for text in (its, "Nine. [1]")]

    assert first_reading(question, language, *said) == first


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            ("How old is Acme?", "and Brio?"),
            "are they both in Norden?",
            "en",
            "are Acme and Brio in Norden?",
        ),
        (
            ("Wie alt ist Acme?", "und Brio?"),
            "sitzen beide in Norden?",
            "de",
            "sitzen Acme und Brio in Norden?",
        ),
        (
            ("顶点公司多大？", "布里奥呢？"),
            "两家都在北城吗？",
            "zh",
            "顶点公司和布里奥都在北城吗？",
        ),
    ],
)
def test_both_are_the_two_that_were_asked_about_in_turn(asked, question, language, first):
    said = [text for its in asked for text in (its, "So. [1]")]

    assert first_reading(question, language, *said) == first


NAMED = {
    "en": turns("Who builds boats?", "Acme and Brio build boats. [1]"),
    "de": turns("Wer baut Boote?", "Acme und Brio bauen Boote. [1]"),
    "zh": turns("谁造船？", "造船的有顶点公司和布里奥。[1]"),
}


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("which of the two is larger?", "en", "which of Acme and Brio is larger?"),
        ("Which of them sits in Norden?", "en", "Which of Acme and Brio sits in Norden?"),
        ("welche von beiden ist mehr wert?", "de", "welche von Acme und Brio ist mehr wert?"),
        ("Und wer davon sitzt in Norden?", "de", "wer von Acme und Brio sitzt in Norden?"),
        ("这俩哪个更值钱", "zh", "顶点公司和布里奥哪个更值钱"),
        ("其中谁在北城？", "zh", "顶点公司和布里奥谁在北城？"),
    ],
)
def test_of_them_is_of_those_that_the_answer_named(question, language, first):
    assert readings(question, NAMED[language], GLOSSARY, language)[0] == first


def test_who_of_them_is_not_so_is_no_question_of_their_names():
    asked = readings("which of them does not pay?", NAMED["en"], GLOSSARY, "en")

    assert not any("Acme and Brio" in reading for reading in asked)


def test_what_is_named_beside_the_thing_asked_about_is_none_of_its_own():
    history = turns("Which boats does Acme build?", "Acme, Brio and Norden build boats. [1]")

    asked = readings("which of them is sold out?", history, GLOSSARY, "en")
    assert not any("of Brio" in reading for reading in asked)


def test_places_that_the_answer_names_are_not_beside_the_place_asked_about():
    history = turns("Where did Norden's boats go?", "They went to Osten and Landia. [1]")

    asked = readings("which of the two is larger?", history, GLOSSARY, "en")
    assert asked[0] == "which of Osten and Landia is larger?"


@pytest.mark.parametrize(
    ("question", "sets"),
    [("哪个大学毕业的", False), ("哪家大模型公司做的", False), ("哪个多", True)],
)
def test_a_chinese_university_is_not_what_is_larger(question, sets):
    assert sets_side_by_side(question) is sets
