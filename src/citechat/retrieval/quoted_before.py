"""What the answers before a follow-up quoted, and what stands beside it: what is asked next is often told there.

An answer's sentences are looked up by their words. The sources of an article, of its audit and of a profile
stand beside the paragraph that names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citechat_ingest import Passage

from ..index.bm25_index import asked_terms
from ..index.opening import Index
from ..values import Turn

# Where a quote ends, and its number follows.
CITATION_MARK = re.compile(r"\[\d+\]")
# Among so many passages found by its words a quoted sentence is sought.
_LIKELY = 6
# By so many of its first characters a sentence is found in what was said.
_BEGINNING = 10
_SOURCES = "sources/"
# Long documents, of which only the quoted paragraph is near.
_LONG = frozenset({"article", "audit"})


def passages_beside(history: Sequence[Turn], language: str, index: Index) -> list[Passage]:
    """The passages of the documents that the last answer with a quote took its quotes from, and of their
    sources; none where no answer quoted anything."""
    if language not in index.lexical:
        return []
    quoted = _last_quoted(history, language, index)
    documents = [name for passage in quoted for name in _documents_of(passage)]
    near = [*quoted, *_of_documents(documents, language, index)]
    return list({passage.passage_id: passage for passage in near}.values())


def _last_quoted(history: Sequence[Turn], language: str, index: Index) -> list[Passage]:
    """The passages that the last answer quoted which quoted any."""
    answers = [turn["content"] for turn in history if turn.get("role") == "assistant"]
    each = (list(_quoted_in(answer, language, index)) for answer in reversed(answers))
    return next(filter(None, each), [])


def _documents_of(passage: Passage) -> list[str]:
    """The document of a passage, unless it is long, and the sources of its paragraph."""
    own = [] if passage.role in _LONG else [passage.document_id]
    return [*own, *(f"{_SOURCES}{name}" for name in passage.sources)]


def _quoted_in(answer: str, language: str, index: Index) -> Iterator[Passage]:
    """The passages that hold the sentences of an answer."""
    for said in filter(str.strip, CITATION_MARK.split(answer)):
        hits = index.lexical[language].search([(asked_terms(said, language), 1.0)], _LIKELY)
        found = index.passages(language, [passage_id for passage_id, _ in hits])
        for passage in found.values():
            sentences = map(passage.sentence, range(len(passage.sentences)))
            if any(_is_quoted(sentence, said) for sentence in sentences):
                yield passage
                break


def _is_quoted(sentence: str, said: str) -> bool:
    """Whether a sentence stands in what was said, all of it or the part that "…" tells of."""
    if sentence in said:
        return True
    pieces = [piece.strip() for piece in said.split("…")]
    return len(pieces) > 1 and any(_is_part(piece, sentence) for piece in pieces)


def _is_part(said: str, sentence: str) -> bool:
    """Whether what was said, or what of it begins as a sentence does, is a part of that."""
    start = max(0, said.find(sentence[:_BEGINNING]))
    return len(said) >= _BEGINNING and said[start:] in sentence


def _of_documents(document_ids: Sequence[str], language: str, index: Index) -> Iterator[Passage]:
    """The passages of some documents, in their order."""
    lexical = index.lexical[language]
    for document_id in dict.fromkeys(document_ids):
        if (language, document_id) in index.documents:
            ids = lexical.selection([document_id]).passage_ids
            yield from lexical.passages(ids).values()
