"""Document → passages: a paragraph is a passage, a long paragraph is cut between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .documents import Document, Paragraph, Passage
from .sentences import sentence_spans

# Roughly the 256 tokens that the packaged embedder reads: beyond them it is blind.
MAX_CHARACTERS = {"en": 1200, "de": 1200, "zh": 400}
# Where a sentence that is longer than a passage may be cut: at a line's end, else behind a mark,
# else at a space.
_CUTS = (re.compile(r"\n"), re.compile(r"[;；,，、:：](?=\s|[\u3400-\u9fff])"), re.compile(r"\s"))
# A heading that says something of its own: "Departure: 3 June, platform 4".
_STATEMENT = re.compile(r"\S\s*[:：]\s*\S")

Spans = list[tuple[int, int]]


def split_passages(document: Document, max_characters: int | None = None) -> Iterator[Passage]:
    """The passages of ``document`` in order, none above ``max_characters`` unless it is one
    sentence; no character is in two.

    Headings are context, not passages, but for those of a plain document that state something
    ("Guide: Rosa Lima").
    """
    limit = max_characters or MAX_CHARACTERS[document.language]
    for paragraph in document.paragraphs:
        if not _is_citable(document, paragraph):
            continue
        for sentences in _groups(_sentences(document, paragraph), limit):
            yield _passage(document, paragraph, sentences)


def _is_citable(document: Document, paragraph: Paragraph) -> bool:
    return paragraph.kind != "heading" or _states(document, paragraph)


def _states(document: Document, heading: Paragraph) -> bool:
    # The headings of an article, an audit or a profile are titles: what they say is said below
    # them.
    text = document.text[heading.start : heading.end]
    return document.role == "document" and bool(_STATEMENT.search(text))


def _sentences(document: Document, paragraph: Paragraph) -> Spans:
    """The sentences; one that the embedder could not read to its end, in pieces."""
    text = document.text[paragraph.start : paragraph.end]
    pieces: Spans = []
    for start, end in sentence_spans(text, paragraph.start, document.language):
        pieces += _cut(document.text, start, end, MAX_CHARACTERS[document.language])
    return pieces


def _cut(text: str, start: int, end: int, limit: int) -> Spans:
    """A sentence above the limit in pieces below it: a list without full stops, a wall of words."""
    pieces: Spans = []
    while end - start > limit:
        cut = _last_cut(text, start, start + limit)
        pieces.append((start, start + len(text[start:cut].rstrip())))
        start = cut
        # The piece after it begins with a letter, as it ends with one.
        while start < end and text[start].isspace():
            start += 1
    pieces.append((start, end))
    return pieces


def _last_cut(text: str, start: int, furthest: int) -> int:
    """The last good place to cut before ``furthest``, not in the first half; ``furthest`` itself
    where there is none.
    """
    half = (start + furthest) // 2
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(text, half, furthest)]
        if ends:
            return ends[-1]
    return furthest


def _groups(sentences: Spans, limit: int) -> Iterator[Spans]:
    """Runs of sentences of about equal length, none above ``limit``."""
    if not sentences:
        return
    total = sentences[-1][1] - sentences[0][0]
    parts = max(1, -(-total // limit))
    target = total / parts
    group: Spans = []
    for start, end in sentences:
        too_long = bool(group) and end - group[0][0] > limit
        long_enough = bool(group) and start - group[0][0] >= target
        if too_long or long_enough:
            yield group
            group = []
        group.append((start, end))
    yield group


def _passage(document: Document, paragraph: Paragraph, sentences: Spans) -> Passage:
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
        page=document.page_at(start),
    )
