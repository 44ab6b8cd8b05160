"""Document → passages: a paragraph is a passage, a long paragraph is cut between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .documents import Document, Paragraph, Passage
from .everyday import answer_start, is_question
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
    for paragraphs in _lists_together(document):
        sentences: Spans = []
        for paragraph in paragraphs:
            sentences += _sentences(document, paragraph)
        for group in _groups(sentences, limit):
            yield _passage(document, paragraphs[0], group)


def _lists_together(document: Document) -> Iterator[list[Paragraph]]:
    """The citable paragraphs one by one, but the items of a list together: a list is an answer."""
    run: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if not _is_citable(document, paragraph):
            continue
        if run and not _is_next_item(run[-1], paragraph):
            yield run
            run = []
        run.append(paragraph)
    if run:
        yield run


def _is_next_item(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether two paragraphs are items of one list, of which none has a name or sources."""
    shape = ("item", before.section, "", ())
    shapes = [(p.kind, p.section, p.name, p.sources) for p in (before, paragraph)]
    return shapes == [shape, shape]


def _is_citable(document: Document, paragraph: Paragraph) -> bool:
    return paragraph.kind != "heading" or _states(document, paragraph)


def _states(document: Document, heading: Paragraph) -> bool:
    # The headings of an article, an audit or a profile are titles: what they say is said below
    # them.
    # So is a document's title, and a question, which its answer stands below.
    text = document.text[heading.start : heading.end]
    if document.role != "document" or is_question(text):
        return False
    is_title = text == document.title and len(document.paragraphs) > 1
    return bool(_STATEMENT.search(text)) and not is_title


def _sentences(document: Document, paragraph: Paragraph) -> Spans:
    """The sentences; one that the embedder could not read to its end, in pieces."""
    text = document.text[paragraph.start : paragraph.end]
    begins = paragraph.start + answer_start(text)
    text = document.text[begins : paragraph.end]
    pieces: Spans = []
    for start, end in sentence_spans(text, begins, document.language):
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
        kind=paragraph.kind,
        expected=_expected(document, paragraph, sentences),
    )


def _expected(
    document: Document, paragraph: Paragraph, sentences: Spans
) -> tuple[tuple[str, ...], ...]:
    """What an answer below a question is asked, and what an item or a row is said under: by
    themselves their words do not tell what they are about.
    """
    if is_question(paragraph.section):
        return ((paragraph.section,),) * len(sentences)
    if paragraph.kind not in ("item", "table"):
        return ()
    context = ", ".join(dict.fromkeys(filter(None, (document.title, paragraph.section))))
    return tuple((f"{context}: {document.text[start:end]}",) for start, end in sentences)
