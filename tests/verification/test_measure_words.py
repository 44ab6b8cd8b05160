"""What a Chinese question counts, and which sentences count it."""

from __future__ import annotations

import pytest

from citechat.verification.measure_words import counted_thing, counts


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("西安一共有几家企业", "firms"),
        ("一年总共发多少钱", "money"),
        ("下载了多少亿次", "deals"),
        ("用了几块显卡", "machines"),
        ("这要几块？", "money"),
        ("占全国百分之几", "share"),
        ("浙大排第几", "rank"),
        ("北京有几名学者", "people"),
        ("规模有多少", "anything"),
        ("近几年怎么样", ""),
    ],
)
def test_the_measure_word_tells_what_is_counted(question: str, thing: str) -> None:
    assert counted_thing(question, "zh") == thing


@pytest.mark.parametrize(
    ("thing", "sentence", "is_counted"),
    [
        ("firms", "西安在15座城市中列第十二。", False),
        ("firms", "北京有2400多家企业。", True),
        ("firms", "西安的诺登是一家企业。", False),
        ("kinds", "诺登是西安的一款模型。", False),
        ("kinds", "西安有一款模型。", True),
        ("money", "2025年有40家企业。", False),
        ("money", "每年预算最高5亿元。", True),
        ("share", "北京有2400多家企业。", False),
        ("share", "过半企业在海淀。", True),
        ("machines", "训练用了512块芯片。", True),
        ("rank", "阿里云名列第三。", True),
        ("rank", "阿里云位列全国前十。", True),
        ("rank", "前三依次是上海、北京和浙江。", True),
        ("anything", "2018年8月21日报道。", False),
    ],
)
def test_a_sentence_counts_the_thing_or_not(thing: str, sentence: str, is_counted: bool) -> None:
    assert counts(sentence, thing, "zh") == is_counted


def test_other_languages_ask_for_no_measure() -> None:
    assert counted_thing("How many companies?", "en") == ""
    assert counts("None at all.", "firms", "en")
