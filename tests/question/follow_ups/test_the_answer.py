"""What the last answer amounts to."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.the_answer import asks_whether_much
from histories import BOATS, GLOSSARY, first_reading, turns


@pytest.mark.parametrize(
    ("before", "question", "language"),
    [
        ("How many boats does Norden have?", "what share of the total is that?", "en"),
        ("How many boats does Norden have?", "what percentage of Landia's is that", "en"),
        ("Wie viele Boote hat Norden?", "Welcher Anteil von Landia ist das?", "de"),
        ("Wie viele Boote hat Norden?", "ist das viel?", "de"),
        ("北城有多少船？", "占全国多少", "zh"),
        ("What is Norden's goal for 2020?", "was it met?", "en"),
        ("Welches Ziel hat Norden für 2020?", "wurde es erreicht?", "de"),
        ("How much does Norden owe?", "by how many percent did it rise?", "en"),
        ("Wie viel schuldet Norden?", "um wie viel Prozent ist es gestiegen?", "de"),
        ("北城欠多少债？", "涨了百分之几？", "zh"),
        ("Which has more boats, Norden or Osten?", "how many times as many?", "en"),
        ("Wer hat mehr Boote, Norden oder Osten?", "wie viel mal so viele?", "de"),
        ("北城和东城哪个船多？", "差几倍？", "zh"),
    ],
)
def test_what_points_to_the_answer_is_read_along_with_its_question(before, question, language):
    history = turns(before, "Norden 30. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == f"{before} {question}"


def test_what_asks_of_the_answer_is_no_topic_of_its_own():
    asked = (*BOATS["en"], "what share is that?", "A third. [1]")

    assert first_reading("and Osten?", "en", *asked) == "How many boats does Osten have?"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("is that a lot?", True),
        ("is that really much?", True),
        ("ist das viel?", True),
        ("这算多吗", True),
        ("what share is that?", False),
        ("wie viel ist das?", False),
        ("多少", False),
    ],
)
def test_whether_it_is_much_is_asked_of_the_answer(question, asks):
    assert asks_whether_much(question) is asks
