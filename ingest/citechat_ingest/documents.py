"""The values that ingest hands on: documents, their paragraphs, and passages of them.

All offsets count characters (Python string indices) into ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Literal

Role = Literal["document", "article", "audit", "profile"]
"""What a document is to its corpus.

"document": a source, or any text of a user's. "article": the text whose claims the sources bear out
or not. "audit": what the sources make of those claims. "profile": who or what a name of the corpus
is, in short.
"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a document: ``document.text[start:end]``.

    ``section`` is the heading it stands under, ``kind`` one of "heading", "paragraph", "item",
    "table", "code". ``name`` and ``sources`` come from an optional comment below the paragraph (see
    corpus/README.md).
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
    role: Role = "document"
    pages: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """(offset in ``text``, number of the page that begins there), in order; empty where a format
    knows no pages."""

    def page_at(self, offset: int) -> int:
        """The number of the page that holds the character at ``offset``; 0 where there are none."""
        begun = bisect_right(self.pages, offset, key=itemgetter(0))
        return self.pages[begun - 1][1] if begun else 0

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at ``offset``, or None between paragraphs."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)


@dataclass(frozen=True)
class Passage:
    """A citable stretch of a document: ``document.text[start:end] == text``.

    ``sentences`` are absolute (start, end) offsets into the document's text; ``expected`` holds the
    questions that each of them is expected to answer, or is empty. ``score`` is filled by a search:
    higher is better, comparable within one result list only. ``page`` is the page that it begins
    on, 0 where there are none; ``kind`` is that of its paragraph, "item" for a whole list.
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
    role: Role = field(default="document", repr=False)
    score: float = 0.0
    page: int = field(default=0, repr=False)
    kind: str = field(default="paragraph", repr=False)

    @cached_property
    def passage_id(self) -> str:
        """Unique within a corpus: language, document and where the passage starts."""
        return f"{self.language}/{self.document_id}#{self.start}"

    @property
    def context(self) -> str:
        """Title and section: what a reader of the passage would know from the page around it."""
        return " · ".join(dict.fromkeys(part for part in (self.title, self.section) if part))

    def span(self, number: int) -> Span:
        """Sentence ``number``, counted from 0, with its place."""
        return Span(self, *self.sentences[number])

    def sentence(self, number: int) -> str:
        """The text of sentence ``number``, counted from 0."""
        return self.span(number).text

    def expected_questions(self, number: int) -> tuple[str, ...]:
        """The questions that sentence ``number`` is expected to answer."""
        return self.expected[number] if self.expected else ()

    def search_text(self, number: int) -> str:
        """What sentence ``number`` is found by: its words and those of the questions expected of
        it.
        """
        return " ".join((self.sentence(number), *self.expected_questions(number)))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage: ``start`` and ``end`` count characters of the document, as the
    passage's own do.

    ``text`` comes from the passage. Whether the document reads so at that place is what a citation
    has to prove. Raises ValueError when the stretch does not lie within the passage.
    """

    passage: Passage
    start: int
    end: int

    def __post_init__(self) -> None:
        if not self.passage.start <= self.start <= self.end <= self.passage.end:
            inside = f"{self.passage.start} to {self.passage.end}"
            raise ValueError(f"{self.start} to {self.end} is not within the passage's {inside}")

    @property
    def text(self) -> str:
        """The words of the passage that stand here."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]
