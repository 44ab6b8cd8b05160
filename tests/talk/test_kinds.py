"""Talk that has a word or two which are none of talk, and names in it, on the shipped corpus."""

from __future__ import annotations

import pytest

from citechat.talk.kinds import kind_by_words, loose_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thank you for everything, best regards", "thanks"),
        ("那我先走了，下次见", "goodbye"),
        ("Bist du eigentlich ein Zauberer aus Fleisch oder ein Roboter?", "identity"),
        ("用几句话说说这篇文章的核心观点", "summary"),
    ],
)
def test_a_word_or_two_of_another_kind_do_not_hide_talk(shipped_index, text, kind):
    assert loose_kind(text, shipped_index.glossary) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me how many people live in Paris?",
        "Weißt du, wann die Mauer gebaut wurde?",
        "你知道法国的首都在哪里吗",
        "how do I learn machine learning as a beginner",
        "Which sources of energy does Beijing use?",
        "wie viele davon sind mit ihrer Firma in Shenzhen?",
    ],
)
def test_what_only_leads_to_a_question_makes_it_no_talk(shipped_index, text):
    assert loose_kind(text, shipped_index.glossary) == ""


@pytest.mark.parametrize(
    "text", ["Are you DeepSeek?", "你是豆包吗", "Bist du von Alibaba entwickelt?"]
)
def test_a_name_may_be_what_the_chat_is_taken_for(shipped_index, text):
    assert kind_by_words(text, shipped_index.glossary) == "identity"


@pytest.mark.parametrize(
    "text",
    ["Who is behind Doubao?", "Wem gehört die App Doubao?", "What can Unitree do?", "Alibaba?"],
)
def test_a_name_that_is_asked_about_makes_it_a_question(shipped_index, text):
    assert kind_by_words(text, shipped_index.glossary) == ""


def test_what_is_asked_of_some_of_those_named_is_no_talk(shipped_index):
    text = "wie viele davon sind mit ihrer Firma in Shenzhen?"

    assert kind_by_words(text, shipped_index.glossary) == ""
