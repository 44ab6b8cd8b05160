"""How many there are of what was compared."""

import pytest

from citechat.question.follow_ups import readings
from histories import GLOSSARY, turns


@pytest.mark.parametrize(
    ("before", "question", "language", "first"),
    [
        (
            "Who has more boats, Norden or Osten?",
            "and Westen?",
            "en",
            "How many boats does Westen have?",
        ),
        (
            "Welche Stadt hat mehr Boote, Norden oder Osten?",
            "und Westen?",
            "de",
            "Wie viele Boote hat Westen?",
        ),
        ("北城和东城，哪个城市的船更多？", "西城呢？", "zh", "西城有多少船？"),
    ],
)
def test_after_two_were_compared_it_is_asked_how_many_another_has(
    before, question, language, first
):
    history = turns(before, "So. [1]")

    assert readings(question, history, GLOSSARY, language)[0] == first


@pytest.mark.parametrize(
    ("before", "is_there"),
    [
        ("How many boats does Norden have?", True),
        ("How many boats does Acme have?", False),
        ("Who founded Norden?", False),
    ],
)
def test_how_many_there_are_is_asked_of_the_place_where_others_were_counted(before, is_there):
    history = turns(before, "So. [1]")
    read = readings("how many lamps are there?", history, GLOSSARY, "en")

    assert (read[0] == "How many lamps are there in Norden?") is is_there
