"""Where one stands, after a ranking."""

import pytest

from citechat.question.follow_ups import readings
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
