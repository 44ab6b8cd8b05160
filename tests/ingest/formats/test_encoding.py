"""Text in older encodings is read right or refused, never read wrong."""

from __future__ import annotations

import pytest

from citechat_ingest.errors import UnreadableError
from citechat_ingest.formats.encoding import decode

LATIN = [
    "Grüße",
    "größer",
    "Öffnungszeiten: täglich 9 bis 18 Uhr",
    "Müller & Söhne, Straße 5",
    "Der Schlüssel liegt über der Tür.",
    "MÜLLERSTRASSE",
    "„Zitat“ – so",
    "Preis: 5 €",
    "§ 12 Abs. 3",
    "Déjà vu à l'école",
    "The oven is set to 180 °C for 20 minutes.",
    "It costs £5 a day and it’s open.",
]
CHINESE = [
    "你好",
    "张三",
    "营业时间：每天九点到六点",
    "退货需在七天内办理。",
    "价格 12 元",
    "租金每月3000元",
    "图书馆周一闭馆，周末开放。",
]
FOREIGN = {
    "big5": ["營業時間", "圖書館週一休館", "歡迎光臨台北市立圖書館"],
    "shift_jis": ["営業時間は九時から", "図書館", "日本語のテキストです。"],
    "euc_jp": ["こんにちは世界", "図書館は月曜日に休みます"],
    "euc_kr": ["안녕하세요", "도서관은 월요일에 쉽니다"],
    "cp1251": ["Привет", "Библиотека закрыта по понедельникам"],
    "koi8_r": ["Привет", "Библиотека закрыта"],
    "iso8859_2": ["Dzień dobry, łódka", "Žluťoučký kůň", "Książka"],
    "cp437": ["täglich geöffnet", "Grüße"],
    "mac_roman": ["täglich geöffnet", "Grüße", "Straße"],
    "cp1253": ["Καλημέρα κόσμε"],
    "iso8859_9": ["Günaydın İstanbul"],
}


@pytest.mark.parametrize("text", LATIN)
def test_latin_1_is_read(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", CHINESE)
def test_gb18030_is_read(text: str) -> None:
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ["Grüße", "你好", "plain", "a\nb"])
def test_unicode_is_read_by_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decode("Öffnungszeiten: täglich".encode(encoding)) == "Öffnungszeiten: täglich"


@pytest.mark.parametrize(
    ("encoding", "text"), [(name, text) for name, texts in FOREIGN.items() for text in texts]
)
def test_any_other_encoding_is_refused_and_not_guessed(encoding: str, text: str) -> None:
    with pytest.raises(UnreadableError, match="encoding that cannot be told"):
        decode(text.encode(encoding))


def test_a_long_text_is_told_by_a_part_of_it() -> None:
    text = "An ASCII line of a long text.\n" * 20_000 + "Geschlossen für Gäste.\n" * 3_000

    assert decode(text.encode("cp1252")) == text


def test_lines_end_alike_and_unseen_characters_go() -> None:
    assert decode("a\r\nb\rc\u00add".encode()) == "a\nb\ncd"


def test_a_mark_that_lies_is_named() -> None:
    with pytest.raises(UnreadableError, match="is marked as UTF-16 and is not"):
        decode(b"\xff\xfea\x00\x00\xd8a")
