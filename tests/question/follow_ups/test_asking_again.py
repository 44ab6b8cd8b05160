"""A new interrogative for the question before."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.asking_again import asks_something
from histories import GLOSSARY, turns


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        ("Why does Norden lead?", "Since when?", "en", "Since when does Norden lead?"),
        ("How many boats did Acme lose?", "when was that?", "en", "when boats did Acme lose?"),
        ("Warum führt Norden?", "seit wann denn?", "de", "seit wann führt Norden?"),
        ("北城超过东城了吗？", "差多少？", "zh", "北城超过东城了差多少？"),
        ("北城有多少条船？", "从什么时候开始？", "zh", "北城有条船从什么时候开始？"),
    ],
)
def test_an_interrogative_alone_asks_the_question_before_otherwise(
    before, question, language, first
):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


def test_how_many_in_total_asks_the_question_before_for_a_number():
    history = turns("Welche Boote hat Norden?", "Norden hat Acme One. [1]")

    assert (
        readings("wie viele insgesamt?", history, GLOSSARY, "de")[0]
        == "wie viele Boote hat Norden?"
    )


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        ("How many boats does Norden have?", "which ones?", "en", "which boats does Norden have?"),
        ("How many boats does Norden have?", "name some", "en", "which boats does Norden have?"),
        ("Wie viele Boote hat Norden?", "welche denn?", "de", "welche Boote hat Norden?"),
        ("Wie viele Boote hat Norden?", "nenn mir ein paar", "de", "welche Boote hat Norden?"),
        ("北城有多少艘船，多少家厂？", "举几个例子", "zh", "北城有多少艘船，哪些厂？"),
        ("北城有几家厂？", "是哪几家？", "zh", "北城有哪些厂？"),
    ],
)
def test_of_those_that_were_counted_it_is_asked_which(before, question, language, first):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    "question", ["那它多重？", "它多快？", "how heavy is it?", "wie schwer ist es?"]
)
def test_how_heavy_it_is_asks_something(question):
    assert asks_something(question)


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        ("Who founded Acme?", "and when?", "en", "when was Acme founded?"),
        ("Wer hat Acme gegründet?", "und wann?", "de", "wann wurde Acme gegründet?"),
        ("Who is Ann Lee?", "since when?", "en", "since when is Ann Lee?"),
    ],
)
def test_when_somebody_did_something_is_asked_of_the_deed(asked, question, language, first):
    assert readings(question, turns(asked, "So. [1]"), GLOSSARY, language)[0] == first
