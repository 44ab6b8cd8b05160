"""Where the corpus states a figure or makes a claim: the one sentence to quote, or to open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citechat_ingest import (
    LANGUAGES,
    Document,
    Figure,
    Paragraph,
    Span,
    sentence_spans,
    split_passages,
)

from ..index.opening import Index
from ..language import terms
from ..language.likeness import wording
from ..language.number_format import in_words, magnitude

# What a figure's value counts by itself; a text writes these out as they stand in the table,
# while of "300 billion yuan" it writes 300 billion.
_BARE_UNITS = ("P", "EFLOPS")
# Numbers that mean little without their year.
_PLANS = ("target", "forecast")
# After the number of a count stands no scale that makes it another number, and no unit.
_COUNT_ENDS = r"(?!\s?(?:[万亿元%]|percent\b|Prozent\b|(?:m|b|tr)illion|Milli|Billion|yuan|Yuan))"


def sentence_stating(figure: Figure, index: Index, language: str) -> Span | None:
    """The sentence that gives ``figure``: of those that show its number the one that shares most
    words with its subject, metric, sayer and year; of plans one that names the year.

    It stands in the figure's document, in ``language`` or in the first language which that has.
    None when the corpus lacks the document, or no sentence writes the number in digits.
    """
    document = figure_document(figure, index, language)
    if document is None:
        return None
    spans = list(_spans_with(figure, document))
    wanted = _words_about(figure, index, document.language)

    def fitness(span: Span) -> tuple[bool, int]:
        shared = wanted & set(terms.words(span.text, document.language))
        is_dated = figure.note in _PLANS and figure.year[:4] in span.text
        return is_dated, len(shared)

    return max(spans, key=fitness, default=None)


def figure_document(figure: Figure, index: Index, language: str) -> Document | None:
    """The document that states ``figure``, in ``language`` where there is one; None without it."""
    return document_in(figure.document_id, index, language)


def document_in(document_id: str, index: Index, language: str) -> Document | None:
    """A document in ``language``, else in the first language that it exists in; None without it."""
    for code in (language, *LANGUAGES):
        if (code, document_id) in index.documents:
            return index.store.document(document_id, code)
    return None


def _spans_with(figure: Figure, document: Document) -> Iterator[Span]:
    """The sentences that write the figure's number as the document's language writes it."""
    number = re.escape(_written(figure, document.language))
    # Neither a part of a longer number, 1,500 in 11,500, nor one with further decimals, but for "39.0"
    # and "27.60".
    zero = "0?" if figure.value % 1 else "(?:[.,]0)?"
    pattern = re.compile(
        rf"(?<![\d.,]){number}{zero}(?![\d]|[.,]\d){_COUNT_ENDS if figure.unit == 'count' else ''}"
    )
    for passage in split_passages(document):
        for place in range(len(passage.sentences)):
            span = passage.span(place)
            if pattern.search(span.text):
                yield span


def _written(figure: Figure, language: str) -> str:
    if figure.unit == "year":
        return figure.year[:4]
    bare = figure.unit in _BARE_UNITS
    return in_words(figure.value if bare else magnitude(figure.value, figure.unit), language)


def _words_about(figure: Figure, index: Index, language: str) -> set[str]:
    """The words that tell this figure from others with the same number."""
    columns = (("subject", figure.subject), ("metric", figure.metric), ("said_by", figure.said_by))
    names = [index.figures.name(column, key, language) for column, key in columns]
    words = {word for name in names for word in terms.words(name, language)}
    return words | {figure.year[:4]}


def most_similar_sentence(text: str, document: Document, paragraph: Paragraph) -> tuple[int, int]:
    """Start and end of the sentence of ``paragraph`` that shares most wording with ``text``.

    A claim of an audit restates a sentence, it does not quote it.
    """
    wanted = wording(text, document.language)
    content = document.text[paragraph.start : paragraph.end]

    def shared(place: tuple[int, int]) -> int:
        return len(wanted & wording(document.text[slice(*place)], document.language))

    return max(sentence_spans(content, paragraph.start), key=shared)
