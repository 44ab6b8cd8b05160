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
_OFTEN_READ = 8_192


@lru_cache(_OFTEN_READ)
def without_chinese_function_words(text: str) -> str:
    """``text`` with a space for each of its function words, so that no pair of characters spans one."""
    return _HAN_RUN.sub(lambda run: _content_of(run.group()), text)


def _content_of(run: str) -> str:
    words = chinese_words(run)
    return "".join(" " if _NOTHING_ELSE.fullmatch(word) else word for word in words)
