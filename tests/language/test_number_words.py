"""Small numbers in words."""

import re

from citechat.language.number_words import TWO_TO_TEN, TWO_TO_TEN_CHINESE


def test_the_numbers_from_two_to_ten_are_there_in_three_languages():
    assert all(re.fullmatch(TWO_TO_TEN, word) for word in ("two", "ten", "zwei", "fünf", "zehn"))
    assert not re.fullmatch(TWO_TO_TEN, "one")
    assert len(TWO_TO_TEN_CHINESE) == 10  # two is written in two ways
