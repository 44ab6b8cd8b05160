"""Whether a follow-up asks of its own, and a text names what it means."""

import pytest

from citechat.question.follow_ups import readings
from citechat.question.follow_ups.meant import asks_of_its_own, names_what_is_meant
from histories import GLOSSARY, WHO


@pytest.mark.parametrize(
    ("said", "is_named"), [("Ann Lee studied in Osten.", True), ("All founders studied.", False)]
)
def test_an_answer_must_name_what_was_put_in_place(said, is_named):
    likeliest = readings("Where did she study?", WHO["en"], GLOSSARY, "en")[0]

    assert names_what_is_meant(said, "Where did she study?", likeliest, GLOSSARY) is is_named


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("did they sign contracts?", "en", True),
        ("and the budget?", "en", True),
        ("and Norden?", "en", False),
        ("and in 2022?", "en", False),
        ("why?", "en", False),
        ("what share is that?", "en", False),
        ("which ones?", "en", False),
        ("nenn mir ein paar", "de", False),
        ("举几个例子", "zh", False),
        ("Wer waren die ersten Kunden?", "de", True),
        ("und Norden?", "de", False),
        ("warum?", "de", False),
        ("最早的客户是谁", "zh", True),
        ("北城呢？", "zh", False),
        ("为什么？", "zh", False),
    ],
)
def test_a_follow_up_asks_of_its_own_what_is_no_name_or_year(question, language, expected):
    assert asks_of_its_own(question, GLOSSARY, language) is expected
