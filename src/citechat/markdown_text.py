"""Texts of documents → Markdown in which they are nothing but text.

What an answer is copied as may be rendered anywhere: a link, a picture or HTML that a document
wrote must not come alive there.
"""

from __future__ import annotations

import re

# "[12]" is a citation's number unless it is made a link or the name of one. The backslashes before
# a sign would take the one that is put there for themselves, so they are doubled.
_ALIVE = re.compile(r"(?<!\\)(\\*+)(<(?=[A-Za-z/!?])|\[(?!\d{1,4}\](?![(:])))")
_SIGNS = re.compile(r"[\\`*\[\]<>]")


def inert(text: str) -> str:
    """A text in which nothing is a link, a picture or HTML; its other Markdown stays."""
    return _ALIVE.sub(r"\1\1\\\2", text)


def literal(text: str) -> str:
    """A text on one line that reads as it stands, also between the brackets of a link."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
