"""The turns before a follow-up: what was asked, as it stands alone, and what was answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citechat_ingest import Name, sentence_spans

_MARK = re.compile(r"(?<!\s)\s*\[\d+\]")


@dataclass(frozen=True)
class Turn:
    """A question of the reader's as it stands alone, and the answer to it; "" for one that was refused.

    ``beside`` are the things of which the same was asked just before, in their order. ``typed`` is what
    was typed, where it was read along with the question before it.
    """

    asked: str = ""
    answer: str = ""
    beside: tuple[Name, ...] = ()
    typed: str = ""

    @property
    def first_sentence(self) -> str:
        """Of the answer: it says what was asked for."""
        spans = sentence_spans(self.answer)
        return self.answer[slice(*spans[0])] if spans else self.answer


def turn(asked: str, answer: str, beside: tuple[Name, ...] = (), typed: str = "") -> Turn:
    """A turn with its answer's marks taken off. What has none proved nothing: it was a refusal."""
    is_proven = bool(_MARK.search(answer))
    said = " ".join(_MARK.sub(" ", answer).split()) if is_proven else ""
    is_joined = asked != typed and asked.endswith(typed)
    return Turn(asked, said, beside, typed if is_joined else "")
