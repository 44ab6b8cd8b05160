"""What else a thing has."""

import pytest

from histories import BOATS, first_reading


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "and the profit?",
            "en",
            "What was Acme's revenue in 2022?",
            "What is Acme's profit in 2022?",
        ),
        (
            "und der Gewinn?",
            "de",
            "Wie hoch war der Umsatz von Acme 2022?",
            "Wie hoch war Gewinn von Acme 2022?",
        ),
        ("利润呢？", "zh", "顶点公司2022年营收多少？", "顶点公司2022年利润是多少？"),
    ],
)
def test_another_attribute_is_asked_of_the_same_thing(question, language, asked, first):
    assert first_reading(question, language, asked, "So. [1]") == first


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("and houses?", "en", "How many houses does Norden have?"),
        ("und die Häuser?", "de", "Wie viele Häuser hat Norden?"),
    ],
)
def test_something_else_is_counted_of_the_same_thing(question, language, first):
    assert first_reading(question, language, *BOATS[language]) == first
