"""What no weight is trained on: windows and pairs of the rows that are held back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from .examples import made_pairs, windows_of
from .sources import PAIR_SETS, Pair, Row, is_held_back, pairs, split_key
from .windows import Window


def held_back_windows(rows: Sequence[Row], most: int, random: Random) -> list[Window]:
    """With and without an answer, at most this many a set."""
    held = [row for row in rows if is_held_back(split_key(row))]
    found = []
    for name in dict.fromkeys(row.set for row in held):
        made = windows_of([row for row in held if row.set == name], random)
        found += random.sample(made, min(most, len(made)))
    return found


def held_back_pairs(folder: Path, rows: Sequence[Row], most: int, random: Random) -> list[Pair]:
    """Public ones, and ones made by edits in each language, at most this many of each."""
    found = []
    for name in PAIR_SETS:
        public = [pair for pair in pairs(folder, name) if is_held_back(pair.group)]
        found += random.sample(public, min(most, len(public)))
    held = [row for row in rows if is_held_back(split_key(row))]
    for language in ("en", "de", "zh"):
        found += made_pairs([row for row in held if row.language == language], most, random)
    return found
