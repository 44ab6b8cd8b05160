"""The wish for an answer in another language."""

from __future__ import annotations

import pytest

from citechat.question.wishes import Wish, language_wish, wished_sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in English please", "en"),
        ("say that in German", "de"),
        ("Can you translate this into Chinese?", "zh"),
        ("auf Deutsch bitte", "de"),
        ("Und jetzt auf Englisch", "en"),
        ("Kannst du das auf Chinesisch sagen?", "zh"),
        ("用中文回答", "zh"),
        ("请用英文再说一遍", "en"),
        ("翻译成德语", "de"),
        ("translate it from Chinese into English", "en"),
        ("German!", "de"),
    ],
)
def test_a_wish_alone_means_what_was_asked_before(text, language):
    assert language_wish(text) == Wish(language)


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        (
            "How many unicorns has Beijing? Please answer in German.",
            "de",
            "How many unicorns has Beijing?",
        ),
        ("Wo sitzt DeepSeek? Auf Englisch bitte", "en", "Wo sitzt DeepSeek?"),
        ("用英文回答：北京有多少家企业？", "en", "北京有多少家企业？"),
    ],
)
def test_a_wish_beside_a_question_leaves_the_question(text, language, question):
    assert language_wish(text) == Wish(language, question)


@pytest.mark.parametrize(
    "text",
    [
        "Do you speak German?",
        "Sprichst du Englisch?",
        "你会说中文吗？",
        "How many of the papers are written in English?",
        "What is DeepSeek called in Chinese?",
        "Which German companies are mentioned?",
        "ok",
    ],
)
def test_a_language_that_is_asked_about_is_no_wish(text):
    assert language_wish(text) is None


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Sum up the article in two sentences", 2),
        ("in one short sentence please", 1),
        ("Fass den Artikel in drei Sätzen zusammen", 3),
        ("Der Artikel in einem Satz", 1),
        ("用一句话概括", 1),
        ("用两三句话总结一下", 3),
        ("Sum up the article", 0),
        ("用几句话说说这篇文章", 0),
        ("What does the first sentence say?", 0),
    ],
)
def test_so_many_sentences_are_wished(text, wished):
    assert wished_sentences(text) == wished
