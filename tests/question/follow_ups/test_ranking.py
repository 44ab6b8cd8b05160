"""Where one stands, after a ranking."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.ranking import another_place
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
