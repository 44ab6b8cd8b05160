"""What is told, or asked for, as the most of its kind."""

import pytest

from citechat.language.superlatives import has_superlative


@pytest.mark.parametrize(
    "text",
    [
        "What is the cheapest ferry?",
        "Who has the most boats?",
        "Was ist das günstigste Boot?",
        "Das billigste Boot war die Möwe.",
        "哪条船最便宜？",
    ],
)
def test_a_degree_is_a_superlative(text):
    assert has_superlative(text)


@pytest.mark.parametrize(
    "text",
    [
        "When did the first ferry leave?",
        "What is the interest?",
        "Wann fuhr die erste Fähre?",
        "Wer steht auf der Liste?",
        "最近有船吗？",
    ],
)
def test_a_place_in_time_or_a_word_that_ends_so_is_none(text):
    assert not has_superlative(text)
