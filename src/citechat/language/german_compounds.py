"""A German compound cut into its two parts: "filmmusik" is film + musik."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# What may stand between the parts: "stadt|s|rat", "frau|en|quote".
_LINKS = ("", "s", "es", "n", "en", "e", "er")
# Longer than any word of a dictionary: what lies beyond is no compound, and would be cut at every letter.
_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 7, 80
_SHORTEST_PART = 3


def compound_gloss(word: str, glosses: Mapping[str, str], tail_gloss: Callable[[str], str]) -> str:
    """The glosses of a compound's head and tail; empty where there is no such cut.

    ``word`` is in small letters; ``tail_gloss`` tells the gloss of a last part, which may be
    inflected, or nothing. Of several cuts the one with the longest shorter part counts, since short
    parts match by chance: "filmmusik" is film + musik (shorter part 4 letters) rather than anything
    + "sik" (3).
    """
    longest_shorter_part, both = 0, ""
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
        return ""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        shorter_part = min(cut, len(word) - cut)
        if shorter_part <= longest_shorter_part:
            continue
        tail = tail_gloss(word[cut:])
        head = _head_gloss(word[:cut], glosses) if tail else ""
        if head:
            longest_shorter_part, both = shorter_part, f"{head} {tail}"
    return both


def _head_gloss(part: str, glosses: Mapping[str, str]) -> str:
    """The gloss of a compound's first part, its link taken off ("stadt" of "stadts") or a final "e"
    put back ("schule" of "schul").
    """
    for link in _LINKS:
        if not part.endswith(link):
            continue
        bare = part.removesuffix(link)
        if len(bare) < _SHORTEST_PART:
            continue
        gloss = glosses.get(bare) or glosses.get(bare + "e")
        if gloss:
            return gloss
    return ""
