"""An entry of a numbered list is asked for by its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.plans.lists.numbered_item import asked_number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What is step 2 of the plan?", 2),
        ("what does point no. 3 say", 3),
        ("And the third rule?", 3),
        ("Tell me the 10th instruction.", 10),
        ("Was ist Schritt 2?", 2),
        ("Wie lautet die zweite Regel?", 2),
        ("Was steht im 4. Punkt?", 4),
        ("第二步是什么？", 2),
        ("第3条规定了什么？", 3),
        ("How many steps are there?", 0),
        ("Which step takes 2 minutes?", 0),
        ("What does item 2.5 cost?", 0),
        ("Who came first at this point?", 0),
        ("北京第三季度的增长是多少？", 0),
    ],
)
def test_the_number_is_read_from_the_question(question: str, number: int) -> None:
    assert asked_number(question) == number


TEXTS = {
    "en": {
        "plan": "# Evacuation plan\n\n1. Stay calm.\n2. Close the windows.\n3. Walk to the meeting point.\n",
        "tea": "# Tea\n\n1. Boil the water.\n2. Warm the pot.\n\n# Notes\n\nTea is kept dry.\n",
    },
    "de": {
        "plan": "# Räumungsplan\n\n1. Ruhe bewahren.\n2. Fenster schließen.\n3. Zum Sammelplatz gehen.\n",
        "tee": "# Tee\n\n1. Wasser kochen.\n2. Die Kanne wärmen.\n",
    },
    "zh": {
        "plan": "# 疏散计划\n\n1. 保持冷静。\n2. 关好窗户。\n3. 步行到集合点。\n",
        "tea": "# 泡茶\n\n1. 烧水。\n2. 温壶。\n",
    },
}


@pytest.fixture(scope="module", params=["en", "de", "zh"])
def lists(embedder, tmp_path_factory, request) -> tuple[str, CiteChat]:
    """A language, and a chat over the lists in it."""
    folder: Path = tmp_path_factory.mktemp("lists")
    for name, text in TEXTS[request.param].items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    where = Settings(corpus=folder, index_dir=tmp_path_factory.mktemp("index"))
    return request.param, CiteChat(where, embedder=embedder)


ASKED = {
    "en": [
        ("What is step 2 of the evacuation plan?", "2. Close the windows. [1]"),
        ("What is the third step of the evacuation plan?", "3. Walk to the meeting point. [1]"),
        ("What is step 2 of making tea?", "2. Warm the pot. [1]"),
    ],
    "de": [
        ("Was ist der zweite Schritt im Räumungsplan?", "2. Fenster schließen. [1]"),
        ("Was ist Schritt 1 beim Tee?", "1. Wasser kochen. [1]"),
    ],
    "zh": [("疏散计划的第二步是什么？", "2. 关好窗户。 [1]")],
}


def test_the_entry_with_that_number_is_the_answer(lists: tuple[str, CiteChat]) -> None:
    language, chat = lists
    for question, entry in ASKED[language]:
        assert chat.answer(question).text.endswith(entry), question
        assert len(chat.answer(question).citations) == 1
