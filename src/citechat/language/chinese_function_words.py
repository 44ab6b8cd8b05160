"""Chinese function words, cut out of a question: what says nothing of what is asked for.

Most are single characters, and the same characters stand in other words: 会 is "can", and a part of 大会
(congress), 会议 and 协会. So a text is cut into words first, and a word goes only as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citechat_ingest.language import CHINESE_FUNCTION_WORD

from .word_translation import chinese_words

_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
# 是谁 and 有没有 are words of the list, or not: made of nothing else they say as little.
_NOTHING_ELSE = re.compile(rf"(?:{CHINESE_FUNCTION_WORD.pattern})+")
# Words that have one for a part and name nothing either: they compare, deny or join.
_IDLE = frozenset(
    "超过 不到 以上 以下 高于 低于 多于 少于 没有 不是 还是 就是 只有 之一 这一 还有 以及 其他 达到".split()
)
_OFTEN_READ = 8_192


@lru_cache(_OFTEN_READ)
def without_chinese_function_words(text: str) -> str:
    """``text`` with a space for each of its function words, so that no pair of characters spans one."""
    return _HAN_RUN.sub(lambda run: _content_of(run.group()), text)


def _content_of(run: str) -> str:
    words = chinese_words(run)
    return "".join(" " if _says_nothing(word) else word for word in words)


def _says_nothing(word: str) -> bool:
    return word in _IDLE or _NOTHING_ELSE.fullmatch(word) is not None
