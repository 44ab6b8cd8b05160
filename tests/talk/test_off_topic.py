"""What people ask of an assistant and no document can answer."""

from __future__ import annotations

import pytest

from citechat.talk.off_topic import is_a_demand, is_off_topic


@pytest.mark.parametrize(
    "text",
    [
        "write me a haiku about robots",
        "Could you please translate this for me?",
        "tell me a joke",
        "Schreib mir ein Gedicht über Shenzhen",
        "Kannst du mir eine Geschichte erzählen?",
        "帮我写一首关于杭州的诗",
        "把这句话翻译成法语",
    ],
)
def test_a_text_to_be_made_is_a_demand_whatever_it_is_about(text):
    assert is_a_demand(text)
    assert is_off_topic(text)


@pytest.mark.parametrize(
    "text",
    [
        "What's the weather like?",
        "do you like pizza",
        "Wie spät ist es?",
        "Magst du Musik?",
        "今天天气怎么样",
        "我爱你",
    ],
)
def test_the_everyday_is_off_topic_but_no_demand(text):
    assert is_off_topic(text)
    assert not is_a_demand(text)


@pytest.mark.parametrize(
    "text",
    [
        "What did Xi write in his letter to the conference?",
        "Do you know how many AI companies Beijing has?",
        "Do you have any figures on Shenzhen?",
        "Which program does Shenzhen run for start-ups?",
        "Was schreibt der Artikel über Hebei?",
        "深圳有哪些人工智能企业？",
    ],
)
def test_a_question_for_the_documents_is_neither(text):
    assert not is_off_topic(text)


@pytest.mark.parametrize("text", ["Is there a restaurant?", "Gibt es Frühstück?", "有餐厅吗？"])
def test_documents_of_a_house_are_only_silent_about_a_restaurant(text):
    assert is_off_topic(text)
    assert not is_off_topic(text, of_a_house=True)


@pytest.mark.parametrize("text", ["Tell me a joke", "Wie wird das Wetter?", "今天天气怎么样"])
def test_no_house_has_documents_of_the_weather(text):
    assert is_off_topic(text, of_a_house=True)
