"""Which reading of a follow-up comes first, and how many there are."""

import pytest

from citechat.question.follow_ups import readings
from citechat_ingest import Glossary
from histories import GLOSSARY, WHO, turns


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is it true that Brio lost money?", "en"),
        ("Does Brio publish its figures?", "en"),
        ("Who founded the company Brio?", "en"),
        ("Gibt es in Osten eine Fähre?", "de"),
        ("Was ist ein Bootsgutschein?", "de"),
        ("什么是船券？", "zh"),
        ("哪个城市的船最多？", "zh"),
    ],
)
def test_a_fresh_question_after_another_is_let_be(question, language):
    assert readings(question, WHO[language], GLOSSARY, language) == [question]


def test_readings_are_few_and_bounded():
    history = turns(*["How big is Norden? " * 90, "Big. [1]"] * 6)
    read = readings("and how old is it there, in that city?", history, GLOSSARY, "en")

    assert len(read) <= 4
    assert all(len(text) <= 2_000 for text in read)


def test_what_asks_of_a_name_of_its_own_is_first_asked_alone():
    assert readings("und wer leitet Brio?", WHO["de"], GLOSSARY, "de")[0] == "wer leitet Brio?"


def test_what_may_be_asked_alone_is_read_along_and_then_alone():
    history = turns("What does the lamp cost?", "So. [1]")

    assert readings("And when is the party?", history, Glossary(), "en") == [
        "What does the lamp cost? And when is the party?",
        "when is the party?",
    ]
    assert readings("And by weight?", history, Glossary(), "en") == [
        "What does the lamp cost? And by weight?"
    ]


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "and how many are planned?",
            "en",
            "How many boats are planned Norden?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "wie viele waren geplant?",
            "de",
            "Wie viele Boote waren geplant Norden?",
        ),
        (
            "Wer gründete Acme?",
            "Was hat die vorher gemacht?",
            "de",
            "Was hat Ann Lee vorher gemacht?",
        ),
        ("Who leads Norden in 2025?", "How was it in 2022?", "en", "Who leads Norden in 2022?"),
        ("Wer führt Norden 2025?", "Wie war das 2022?", "de", "Wer führt Norden 2022?"),
        ("Who founded Acme?", "really? and where does it sit?", "en", "where does Acme sit?"),
    ],
)
def test_what_a_follow_up_leaves_unsaid_is_put_in_place(asked, question, language, first):
    history = turns(asked, "So said Ann Lee. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_a_chain_of_questions_is_no_longer_than_two():
    history = turns("What is it?", "So. [1]", "And for men?", "So. [2]")

    assert readings("And for women?", history, Glossary(), "en") == ["What is it? And for women?"]
    assert readings("Is it much?", history, Glossary(), "en")[0] == "And for men? Is it much?"


def test_after_why_the_question_before_it_is_still_talked_of():
    asked = turns("What is Norden strong at?", "Norden builds boats. [1]")
    history = [*asked, *turns("Why?", "It lies at the sea. [1]")]

    assert readings("And Osten?", history, GLOSSARY, "en") == ["What is Osten strong at?"]
