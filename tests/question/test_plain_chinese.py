"""Spoken and traditional Chinese, names typed by their sound, words that no document uses."""

from __future__ import annotations

import pytest

from citechat.question.plain_chinese import in_known_words, in_plain_chinese
from citechat_ingest import Glossary, Name


def name(kind: str, chinese: str) -> Name:
    return Name(kind, {"en": chinese, "de": chinese, "zh": chinese})


GLOSSARY = Glossary(
    (
        name("place", "深圳"),
        name("company", "华为"),
        name("company", "牛牛科技"),
        name("product", "昇腾"),
    )
)


def plain(question: str, used: str = "") -> str:
    return in_plain_chinese(question, GLOSSARY, lambda pair: pair in used)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("华为现在谁在管？", "华为现在负责人是谁？"),
        ("华为谁来管", "华为负责人是谁"),
        ("為啥華為這麼牛？", "为什么华为这么强？"),
        ("请问深圳到底有啥券呀？", "深圳有什么券？"),
        ("华为是干啥的", "华为是做什么的"),
        ("深圳有服务器农场吗", "深圳有数据中心吗"),
        ("干嘛把工厂建在深圳", "为什么把工厂建在深圳"),
        ("啥时候建的", "什么时候建的"),
        ("锚2022年亏了多少", "锚2022年亏损多少"),
        ("锚现在谁管事", "锚现在负责人是谁"),
        ("锚的掌门人是谁", "锚的负责人是谁"),
        ("谁是老大", "谁是第一"),
        ("锚跟谁一块儿创业的", "锚跟谁一起创办公司的"),
        ("深圳的强项是什么", "深圳的优势是什么"),
        ("榜单是怎么算出来的", "榜单是怎么算的"),
        ("国内云市场谁第一", "中国云市场谁第一"),
        ("中美AI人才各多少", "中国和美国AI人才各多少"),
        ("这俩哪个多", "这两个哪个多"),
        ("锚是什么时候上的市", "锚是什么时候上市"),
        ("锚是哪年有的", "锚是哪年成立的"),
        ("政府怎么帮它的", "政府怎么帮助它的"),
        ("锚怎么一夜爆红的", "锚怎么成名的"),
        ("哪座城市拿到的AI投资最多", "哪座城市拿到的AI融资金额最多"),
    ],
)
def test_spoken_chinese_becomes_written(spoken: str, written: str) -> None:
    assert plain(spoken) == written


def test_names_stay_as_they_are() -> None:
    assert plain("牛牛科技咋样") == "牛牛科技怎么样"


def test_a_name_that_keeps_a_traditional_character_is_not_simplified() -> None:
    assert plain("昇腾是什么") == "昇腾是什么"
    assert plain("昇騰是什麼") == "昇腾是什么"


def test_a_name_typed_by_its_sound_is_that_name() -> None:
    assert plain("深证有哪些券") == "深圳有哪些券"


def test_what_the_documents_use_is_no_slip() -> None:
    assert plain("深证有哪些券", used="深证") == "深证有哪些券"


def test_a_word_is_no_slip_though_it_sounds_like_a_name() -> None:
    # 化为 is read like 华为 and shares a character with it.
    assert plain("把煤化为电") == "把煤化为电"


def test_a_word_that_no_document_uses_gives_way_to_one_that_they_use() -> None:
    assert in_known_words("负债多少", lambda pair: pair == "债务") == "债务多少"
    assert in_known_words("负债多少", lambda pair: pair in ("债务", "负债")) == "负债多少"
    assert in_known_words("负债多少", lambda pair: False) == "负债多少"
