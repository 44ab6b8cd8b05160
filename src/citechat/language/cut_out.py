"""A text without some of it: without names, dates, or whatever else stands between two places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Protocol

from citechat_ingest import Glossary, Name


class Span(Protocol):
    """What stands at ``text[start:end]``: the mention of a name, a number."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def cut_out(text: str, spans: Iterable[Span]) -> str:
    """The text with a space for each of some spans, of which no two overlap."""
    for span in _last_first(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def blanked_out(text: str, spans: Iterable[Span]) -> str:
    """The text with as many spaces as each of some spans is long: all else stays in its place."""
    for span in _last_first(spans):
        blank = " " * (span.end - span.start)
        text = f"{text[: span.start]}{blank}{text[span.end :]}"
    return text


def cut_out_mentions(text: str, names: Collection[Name], glossary: Glossary) -> str:
    """The text with a space where the glossary finds one of some names."""
    mentions = glossary.mentions(text)
    return cut_out(text, (mention for mention in mentions if mention.name in names))


def cut_out_names(text: str, names: Iterable[Name]) -> str:
    """The text with a space for each spelling of some names, in small letters too."""
    for name in names:
        for spelling in sorted(name.all_spellings, key=len, reverse=True):
            text = re.sub(re.escape(spelling), " ", text, flags=re.IGNORECASE)
    return text


def _last_first(spans: Iterable[Span]) -> list[Span]:
    """What stands first keeps its place while that behind it is cut."""
    return sorted(spans, key=lambda span: span.start, reverse=True)
