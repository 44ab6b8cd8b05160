"""Chinese characters as other readers write them: traditional ones as simplified, and how they sound.

``wordlists/traditional.tsv`` has the characters that the simplified standard GB 2312 cannot write, beside those that it writes
for them; ``wordlists/pinyin.tsv`` has the syllables of Mandarin without tones, and the characters of GB 2312 that are read so.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# What speakers of many regions do not tell apart, and typists confuse: zh and z, n and l, -ng and -n.
_ALIKE = ((r"^([zcs])h", r"\1"), (r"^n(?=[aeiouv])", "l"), (r"(?<=[aei])ng$", "n"))


def simplified(text: str) -> str:
    """``text`` with each traditional character as the simplified one; of the same length."""
    # Latin text, most of all, has nothing to change.
    return text if text.isascii() else text.translate(_simplified())


def sound(word: str) -> tuple[str, ...]:
    """The syllables of a word in simplified characters, without what is easily confused; a
    character without a known reading is its own."""
    return tuple(_syllables().get(character, character) for character in word)


@cache
def _simplified() -> dict[int, str]:
    table: dict[int, str] = {}
    for traditional, plain in _rows("traditional"):
        table.update(zip(map(ord, traditional), plain, strict=True))
    return table


@cache
def _syllables() -> dict[str, str]:
    return {
        character: _confused(syllable)
        for syllable, characters in _rows("pinyin")
        for character in characters
    }


def _confused(syllable: str) -> str:
    for pattern, plain in _ALIKE:
        syllable = re.sub(pattern, plain, syllable)
    return syllable


def _rows(name: str) -> list[tuple[str, str]]:
    path = files("citechat.language") / "wordlists" / f"{name}.tsv"
    lines = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(left, right) for left, _, right in lines]
