"""What a follow-up means: a question that leans on the turns before it becomes one that stands alone.

Each module knows one way in which it may lean, and gives the question that is meant, or "" where it is
no follow-up of that kind. ``order.py`` says which of them is tried when. To add a way, write a module and
enter it there.
"""

from __future__ import annotations

from .of_a_part import readings_of_part
from .standalone import (
    asked_of_what_was_spoken_of,
    contextualize_question,
    read_along,
    readings,
    why_that_one,
)

__all__ = [
    "asked_of_what_was_spoken_of",
    "contextualize_question",
    "read_along",
    "readings",
    "readings_of_part",
    "why_that_one",
]
