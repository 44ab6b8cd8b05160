"""German verbs in two parts: "brannte das Haus ab" says that it is "abgebrannt"."""

from __future__ import annotations

import re

from .word_translation import german_lemma

_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(
    r"^(?P<prefix>ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|statt|teil|um|vor|weg|wieder|zu|zurück)(?P<verb>\w{4,}n)$"
)


def is_said_apart(word: str, text: str) -> bool:
    """Whether a text has both parts of the verb of which ``word`` is a form."""
    parts = _PREFIX.match(german_lemma(word.lower()))
    if parts is None:
        return False
    said = _WORD.findall(text.lower())
    return parts["prefix"] in said and parts["verb"] in map(german_lemma, said)
