"""Where one stands, after a ranking."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.ranking import (
    another_place,
    asks_for_a_place,
    next_in_the_row,
)
from citechat.question.follow_ups.turns import Turn
from histories import GLOSSARY, turns


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "Which places lead the boat index of 2024?",
            "where's Norden?",
            "en",
            "Which places lead the boat index of 2024? where's Norden?",
        ),
        (
            "Wie ist die Reihenfolge im Bootsindex 2024?",
            "wo steht Norden?",
            "de",
            "Wie ist die Reihenfolge im Bootsindex 2024? wo steht Norden?",
        ),
        ("2024年船指数的排名", "北城排第几", "zh", "2024年船指数的排名 北城排第几"),
    ],
)
def test_where_one_stands_is_asked_in_the_ranking_that_was_asked_for(
    before, question, language, first
):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "question", "language", "read"),
    [
        ("Who are the first three by boats?", "and the fourth?", "en", "Who are the fourth place by boats?"),
        ("Who are the fourth place by boats?", "and the fifth?", "en", "Who are fifth place by boats?"),
        ("Die ersten drei nach Booten?", "und der vierte?", "de", "Die an vierter Stelle nach Booten?"),
        ("船数前三名是谁？", "第四名呢", "zh", "船数第四名是谁？"),
        ("Who has boats?", "and the fourth?", "en", ""),
        ("Who are the first three by boats?", "and the fourth boat?", "en", ""),
    ],
)  # fmt: skip
def test_another_place_is_one_of_the_same_row(before, question, language, read):
    assert another_place(question, Turn(before), language) == read


@pytest.mark.parametrize(
    ("last", "question", "language", "read"),
    [
        (Turn("Who has most boats?"), "who's right behind it?", "en", "Who has most boats? who comes second?"),
        (Turn("Who leads? who's second?", typed="who's second?"), "who's next?", "en", "Who leads? who comes third?"),
        (Turn("Who leads? who comes third?"), "and then?", "en", "Who leads? who comes fourth?"),
        (Turn("Wer führt?"), "und danach?", "de", "Wer führt? wer ist an zweiter Stelle?"),
        (Turn("Wer führt? wer ist zweiter?", typed="wer ist zweiter?"), "und dann?", "de", "Wer führt? wer ist an dritter Stelle?"),
        (Turn("谁的船最多？"), "后面是谁", "zh", "谁的船最多？ 谁排第二？"),
        (Turn("谁的船最多？ 谁排第二？"), "再后面呢", "zh", "谁的船最多？ 谁排第三？"),
        (Turn("Who leads? who comes tenth?"), "who's next?", "en", ""),
        (Turn("Who led in 2024?"), "and after that?", "en", ""),
        (Turn("When was Norden founded?"), "and then?", "en", ""),
    ],
)  # fmt: skip
def test_who_is_next_is_asked_on_from_the_last_place_that_was_told(last, question, language, read):
    assert next_in_the_row(question, last, language) == read


def test_a_place_of_a_row_is_asked_behind_the_question_for_its_first():
    assert asks_for_a_place("Who has most boats? who comes third?", "en")
    assert not asks_for_a_place("Who has most boats? who is Ann Lee?", "en")
