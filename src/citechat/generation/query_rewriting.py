"""Helpers of the search: the model puts a question so that it can be looked up.

What it writes is used only where it is one line of the right language; else the question stands as
it is. Nothing of it is shown to a reader.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from citechat_ingest import detect_language

from ..values import Turn
from .language_model import LanguageModel, Message
from .prompts import rewrite_messages, translate_messages
from .provider_errors import ModelFailure

# The share of the time that is left which a rewriting or a translation may take: the answer, which
# is much longer, needs the rest.
_HELPER_SHARE = 0.25
# Characters. A question that is longer has an answer or an explanation in it.
_LONGEST_QUESTION = 400


def rewrite(
    model: LanguageModel, question: str, history: Sequence[Turn], language: str, deadline: float
) -> str:
    """A follow-up as a question of its own; empty when the model's words are of no use."""
    return _one_line(model, rewrite_messages(question, history, language), language, deadline)


def translate(model: LanguageModel, question: str, language: str, deadline: float) -> str:
    """The question in another language; empty when the model's words are of no use."""
    return _one_line(model, translate_messages(question, language), language, deadline)


def _one_line(
    model: LanguageModel, messages: Sequence[Message], language: str, deadline: float
) -> str:
    now = time.monotonic()
    try:
        reply = model.complete(messages, now + _HELPER_SHARE * (deadline - now))
    except ModelFailure:
        # The question as it stands is searched for, and the answer's own failure will be told.
        return ""
    lines = reply.splitlines()
    if len(lines) != 1:
        return ""
    line = lines[0].strip(" \"'“”„*")
    return line if _is_question(line, language) else ""


def _is_question(line: str, language: str) -> bool:
    has_words = bool(re.search(r"\w", line))
    if not has_words or len(line) > _LONGEST_QUESTION:
        return False
    return detect_language(line, default=language) == language
