"""Bytes → text: UTF-8, UTF-16 and UTF-32 by what marks them, Latin-1 and GB18030 by how they read.

The only file that knows charset-normalizer. A wrong guess is worse than a refusal, since nobody
would see why words are not found: what the library proposes must also look like a text that people
write.
"""

from __future__ import annotations

import codecs
import re

from ..errors import UnreadableError
from ..layout import INVISIBLE

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""The bytes that a file begins with → its encoding; the longer marks stand first."""
# Windows' own Latin-1 says what Latin-1 says, and adds the dash, the euro and the curly quotes.
_LEGACY = ["cp1252", "gb18030"]
# Enough for the library, which would otherwise look at every byte of a long file.
_LOOKED_AT = 1 << 16
# Of a text in UTF-16 of Latin letters, every second byte is zero.
_ZEROS = 0.3
# The share of Chinese characters that must be common ones: those of level 1 in GB 2312. In another
# encoding's bytes, read as Chinese, rare ones stand: at most .45 of Big5, Shift-JIS or EUC-KR.
_COMMON = 0.7
# The share of letters that may bear an accent: Greek and Russian, read as Latin, bear nothing else.
_ACCENTED = 0.45
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ODD = re.compile(r"[\ufffd\ue000-\uf8ff\x80-\x9f]|[\x00-\x08\x0e-\x1f]")
_KANA = re.compile(r"[\u3040-\u30ff]")
# A hundred of the commonest characters and of those that stand on notices, price lists and forms.
_COMMONEST = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心前开但因只从想实日月"
    "元时间点价格号第每间室店书周租费电话地址名本请与或及公司市三二四五六七八九十万"
)
_OF_THE_COMMONEST = 0.15
# Another encoding's letters, read as Latin-1, are signs or large letters within a word, or signs
# that begin one, or letters of Icelandic.
_BROKEN_WORD = re.compile(
    r"[a-zß-ÿ](?:[¹²³¼½¾¿¡¢£¤¥¦§¨©ª«¬®¯°±´µ¶¸º»÷×„”“‚†‡ˆ‰‹›™•]|[À-ÞŠŒŽŸ](?![A-ZÀ-Þ]))+[a-zß-ÿ]"
    r"|(?<![a-zß-ÿ])[¹³¼¾¥¦¨¬¯±´¶¸][a-zß-ÿ]{2}|[ýþðÝÞÐ]"
)


def decode(data: bytes) -> str:
    """The text of a file, its lines parted by line feeds, without what no reader sees.

    Raises UnreadableError when its encoding cannot be told.
    """
    text = _text_of(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(INVISIBLE)


def _text_of(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decoded(data, encoding)
    wide = _wide_encoding(data)
    if wide:
        return _decoded(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy_text(data, error)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"is marked as {encoding.removesuffix('-sig').upper()} and is not ({error.reason})"
        raise UnreadableError(reason, "save the file anew as UTF-8") from error


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark, told by the zeros beside its Latin letters; empty where it is not."""
    sample = data[:_LOOKED_AT]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) < _ZEROS or min(even, odd) > _ZEROS / 10:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _legacy_text(data: bytes, error: UnicodeDecodeError) -> str:
    """The text in one of the older encodings, where it reads like one."""
    from charset_normalizer import from_bytes

    proposed = [match.encoding for match in from_bytes(_whole_lines(data), cp_isolation=_LEGACY)]
    for encoding in dict.fromkeys((*proposed, *_LEGACY)):
        text = _text_in(data, encoding)
        if text and _READS_LIKE[encoding](text):
            return text
    byte, place = data[error.start], error.start
    reason = f"is in an encoding that cannot be told (byte 0x{byte:02x} at position {place} is not UTF-8)"
    raise UnreadableError(reason, "save the file as UTF-8, or move it out of the corpus")


def _whole_lines(data: bytes) -> bytes:
    """The first lines that are not all ASCII, up to a bound: no character is cut in two."""
    if len(data) <= _LOOKED_AT:
        return data
    telling = [line for line in data[: _LOOKED_AT * 16].split(b"\n")[:-1] if not line.isascii()]
    return b"\n".join(telling)[:_LOOKED_AT] or data


def _text_in(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return "" if _ODD.search(text) else text


def _reads_like_chinese(text: str) -> bool:
    """Most characters are common ones, and some are of the commonest: Korean syllables, read as
    Chinese, are common characters in no order.
    """
    han = _HAN.findall(text)
    if _KANA.search(text):
        return False
    commonest = sum(map(_COMMONEST.__contains__, han))
    if commonest == 0 or commonest < _OF_THE_COMMONEST * len(han):
        return False
    return sum(map(_is_common, han)) >= _COMMON * len(han)


def _reads_like_latin(text: str) -> bool:
    words = _accented_words(text)
    letters = _LETTER.findall(words)
    accented = sum(not letter.isascii() for letter in letters)
    return accented <= _ACCENTED * len(letters) and not _BROKEN_WORD.search(words)


_READS_LIKE = {"cp1252": _reads_like_latin, "gb18030": _reads_like_chinese}


def _accented_words(text: str) -> str:
    """The words that are not all ASCII: a page in English says nothing of its one Russian name."""
    return " ".join(word for word in text.split() if not word.isascii())


def _is_common(character: str) -> bool:
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7
