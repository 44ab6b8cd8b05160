"""Document → passages: a paragraph is a passage, a long paragraph is cut between sentences."""

from __future__ import annotations

from collections.abc import Iterator

from .documents import Document, Paragraph, Passage
from .sentences import sentence_spans

# Roughly the 256 tokens that the packaged embedder reads: beyond them it is blind.
MAX_CHARACTERS = {"en": 1200, "de": 1200, "zh": 400}


def split(document: Document, max_characters: int | None = None) -> Iterator[Passage]:
    """The passages of ``document`` in order. Headings are context, not passages; no character is in two passages."""
    limit = max_characters or MAX_CHARACTERS[document.language]
    for paragraph in document.paragraphs:
        if paragraph.kind != "heading":
            for sentences in _groups(_sentences(document, paragraph), limit):
                yield _passage(document, paragraph, sentences)


def _sentences(document: Document, paragraph: Paragraph) -> list[tuple[int, int]]:
    return list(sentence_spans(document.text[paragraph.start : paragraph.end], paragraph.start))


def _groups(sentences: list[tuple[int, int]], limit: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of sentences of about equal length, none above ``limit`` unless a single sentence is."""
    if not sentences:
        return
    total = sentences[-1][1] - sentences[0][0]
    target = total / max(1, -(-total // limit))
    group: list[tuple[int, int]] = []
    for start, end in sentences:
        if group and (end - group[0][0] > limit or start - group[0][0] >= target):
            yield group
            group = []
        group.append((start, end))
    yield group


def _passage(document: Document, paragraph: Paragraph, sentences: list[tuple[int, int]]) -> Passage:
    start, end = sentences[0][0], sentences[-1][1]
    return Passage(
        document_id=document.document_id,
        language=document.language,
        title=document.title,
        section=paragraph.section,
        start=start,
        end=end,
        text=document.text[start:end],
        sentences=tuple(sentences),
        paragraph=paragraph.name,
        sources=paragraph.sources,
        role=document.role,
    )
