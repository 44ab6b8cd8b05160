"""The values that ingest hands on: documents, their paragraphs, and passages of them.

All offsets count characters (Python string indices) into ``Document.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a document: ``document.text[start:end]``.

    ``section`` is the heading it stands under, ``kind`` one of "heading", "paragraph", "item", "table", "code".
    ``name`` and ``sources`` come from an optional comment below the paragraph (see corpus/README.md).
    """

    start: int
    end: int
    section: str = ""
    kind: str = "paragraph"
    name: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """One text of the corpus in one language.

    ``text`` is what a reader sees (Markdown marks are gone); every citation points into it.
    """

    document_id: str
    language: str
    title: str
    text: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    publisher: str = ""
    published: str = ""
    url: str = ""

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at ``offset``, or None between paragraphs."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)


@dataclass(frozen=True)
class Passage:
    """A citable stretch of a document: ``document.text[start:end] == text``.

    ``sentences`` are absolute (start, end) offsets into the document's text; ``expected`` holds the questions that each
    of them is expected to answer, or is empty. ``score`` is filled by a search: higher is better, comparable within one
    result list only.
    """

    document_id: str
    language: str
    title: str = field(repr=False)
    section: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    paragraph: str = field(default="", repr=False)
    sources: tuple[str, ...] = field(default=(), repr=False)
    expected: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    score: float = 0.0

    @cached_property
    def passage_id(self) -> str:
        """Unique within a corpus: language, document and where the passage starts."""
        return f"{self.language}/{self.document_id}#{self.start}"

    @property
    def context(self) -> str:
        """Title and section: what a reader of the passage would know from the page around it."""
        return " · ".join(dict.fromkeys(part for part in (self.title, self.section) if part))

    def sentence(self, number: int) -> str:
        """The text of sentence ``number``, counted from 0."""
        start, end = self.sentences[number]
        return self.text[start - self.start : end - self.start]

    def expected_questions(self, number: int) -> tuple[str, ...]:
        """The questions that sentence ``number`` is expected to answer."""
        return self.expected[number] if self.expected else ()

    def search_text(self, number: int) -> str:
        """What sentence ``number`` is found by: its words and those of the questions expected of it."""
        return " ".join((self.sentence(number), *self.expected_questions(number)))
