"""An answer, or a conversation, with its sources: to hand on, to print, to cite.

    >>> from citechat.export import export
    >>> from citechat import Answer
    >>> export(Answer("The documents do not say.", False, "en"), "markdown")
    'The documents do not say.\\n'

A format is one entry in ``FORMATS``. Whatever a document says of itself is escaped for the format
that it comes into, and its address is shown only where it is one of the web's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, overload

from ..errors import InputError
from ..values import Answer
from .bibliography import to_bibtex, to_csl
from .html import to_html
from .markdown import to_markdown
from .word import to_docx

Answers = Sequence[Answer]


@dataclass(frozen=True)
class Format:
    """What a format is made by, the ending of its files, and its media type."""

    write: Callable[[Answers], str | bytes]
    suffix: str
    media_type: str


FORMATS: dict[str, Format] = {
    "markdown": Format(to_markdown, ".md", "text/markdown"),
    "html": Format(to_html, ".html", "text/html"),
    "docx": Format(
        to_docx,
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "bibtex": Format(to_bibtex, ".bib", "application/x-bibtex"),
    "csl": Format(to_csl, ".json", "application/vnd.citationstyles.csl+json"),
}


@overload
def export(answers: Answer | Answers, to: Literal["docx"]) -> bytes: ...
@overload
def export(answers: Answer | Answers, to: Literal["markdown", "html", "bibtex", "csl"]) -> str: ...
@overload
def export(answers: Answer | Answers, to: str) -> str | bytes: ...
def export(answers: Answer | Answers, to: str) -> str | bytes:
    """An answer, or the answers of a conversation in their order, in the format ``to``: "markdown",
    "html" (with footnotes), "docx", "bibtex" or "csl" (CSL-JSON).

    Only "docx" is bytes, and needs python-docx: raises MissingExtraError without it. Raises
    InputError for another format.
    """
    if to not in FORMATS:
        raise InputError(f"format is {to!r}; give {', '.join(FORMATS)}")
    several = [answers] if isinstance(answers, Answer) else list(answers)
    return FORMATS[to].write(several)
