"""Traditional characters as simplified ones, and how characters sound."""

from __future__ import annotations

from citechat.language.chinese_letters import simplified, sound
from citechat.language.terms import words


def test_traditional_characters_are_simplified_in_place() -> None:
    assert simplified("華為與16家企業簽約") == "华为与16家企业签约"


def test_what_simplified_texts_write_too_is_left() -> None:
    assert simplified("瞭望东方周刊 Huawei") == "瞭望东方周刊 Huawei"


def test_a_traditional_text_has_the_terms_of_a_simplified_one() -> None:
    assert words("華為", "zh") == words("华为", "zh")


def test_what_is_easily_confused_sounds_alike() -> None:
    assert sound("深证") == sound("深圳")
    assert sound("南京") != sound("北京")
