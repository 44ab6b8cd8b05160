"""Superlatives: what a question asks for the most of, and a sentence tells as that."""

from __future__ import annotations

import re

# First, last and next are places, and no degree.
_NO_DEGREE = r"(?!(?:first|last|next|erst|letzt|nächst|west|ost|best(?:eh|and|ell|imm|ät)|rest|test|latest|august|interest)\w*\b)"
_SUPERLATIVE = re.compile(
    rf"\b(?:the|der|die|das|dem|den|des|am|its|their|\w+['’]s|\w+s) (?:[\w-]+ )?{_NO_DEGREE}\w{{3,}}(?:est|[^aeiou\W]ste[nrsm]?)\b"
    r"|\b(?:most|least|meisten|wenigsten)\b|最(?!近|后|终|初)",
    re.IGNORECASE,
)


def has_superlative(text: str) -> bool:
    """Whether a text says that something is the most, or the least, of its kind."""
    return bool(_SUPERLATIVE.search(text))
