"""Does everybody agree? Who says otherwise?"""

from __future__ import annotations

import pytest

from citechat.talk.agreement import AGREED, OBJECTED, kind_of_agreement

ASKED_IF_ALL = [
    "Does everybody agree with that?",
    "do others say the same?",
    "and does everyone see it that way?",
    "Is everybody of that opinion?",
    "do all sources say so?",
    "Sehen das andere auch so?",
    "Sagen andere dasselbe?",
    "sehen das alle so?",
    "Sind alle dieser Meinung?",
    "sind sich da alle einig?",
    "Nennt das noch eine andere Quelle so?",
    "bestätigt das noch jemand?",
    "sagt das auch eine andere Quelle?",
    "大家都同意吗？",
    "别家统计也这么排吗？",
    "其他机构也这么说吗？",
    "大家都这么认为吗？",
]
ASKED_WHO_NOT = [
    "who says it isn't?",
    "does anyone dispute that?",
    "are there other figures?",
    "what do critics say?",
    "does another source give other numbers?",
    "nennt eine andere Quelle andere Zahlen?",
    "and other sources?",
    "und andere Quellen?",
    "别的来源呢？",
    "有人不这么看吗？",
    "Wer bestreitet das?",
    "Gibt es auch andere Zahlen?",
    "was sagen Kritiker?",
    "谁说不是？",
    "有人不同意吗？",
    "有没有别的数字？",
]
FRESH = [
    "Does everybody in Norden agree with the plan of the harbour?",
    "What do critics say about the harbour?",
    "Do other cities have boats?",
    "Wer sagt das?",
    "Sehen andere Städte besser aus?",
    "Was sagen Kritiker zum Hafen?",
    "别的城市有多少船？",
    "大家都住在哪里？",
    "谁说的？",
]


@pytest.mark.parametrize(
    ("texts", "kind"), [(ASKED_IF_ALL, AGREED), (ASKED_WHO_NOT, OBJECTED), (FRESH, "")]
)
def test_only_what_asks_for_others_is_known_by_it(texts, kind):
    assert {text: kind_of_agreement(text) for text in texts} == dict.fromkeys(texts, kind)
