"""Chinese function words are cut out of a question, and the same characters in other words are not."""

import pytest

from citechat.language.chinese_function_words import without_chinese_function_words


@pytest.mark.parametrize(
    ("question", "left"),
    [
        pytest.param("会议在哪里", "会议", id="a word that has one for a part"),
        pytest.param("他会来吗", "来", id="the character by itself"),
        pytest.param("地址是多少", "地址", id="a word of the question alone"),
        pytest.param("港口有没有食堂", "港口 食堂", id="several of them are one"),
        pytest.param("Where is 它", "Where is", id="other letters stay"),
    ],
)
def test_only_whole_words_are_cut_out(question, left):
    assert " ".join(without_chinese_function_words(question).split()) == left
