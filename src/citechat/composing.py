"""Statements → Answer: quotes proven against their documents, numbered, and joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citechat_ingest import Document, Span

from .errors import UnknownDocumentError
from .index.opening import Index
from .messages import say
from .plans import Statement
from .plans.refusal import suggestions, what_is_missing
from .retrieval.retriever import ScoredPassage
from .retrieval.selection import Quote
from .settings import Settings
from .talk.about_chat import talk
from .talk.off_topic import is_off_topic
from .values import Answer, AnswerSentence, Citation, FigureRow, VerdictCounts, join_sentences
from .verification.citations import cite

# What stands for the rest of a sentence of which only a part is quoted.
_ELISION = {"en": "…", "de": "…", "zh": "……"}
_GAP = {"en": " ", "de": " ", "zh": ""}


def compose(statements: Sequence[Statement], language: str, index: Index) -> Answer:
    """The statements as an answer, their quotes proven and numbered."""
    citations: list[Citation] = []
    sentences: list[AnswerSentence] = []
    rows: list[FigureRow] = []
    for statement in statements:
        number = len(citations) + 1 if statement.quote else 0
        rows += [index.figures.row(f, language, number) for f in statement.figures]
        if statement.quote is None:
            if statement.lead:
                sentences.append(AnswerSentence("", lead=statement.lead))
            continue
        citation = _cite(len(citations) + 1, statement.quote, index)
        citations.append(citation)
        numbers = (citation.number,)
        said = _elided(citation.quote, statement.quote, language)
        sentences.append(AnswerSentence(said, numbers, lead=statement.lead))
    text, marks = join_sentences(sentences)
    supported = VerdictCounts(supported=len(citations))
    is_refusal = any(statement.is_refusal for statement in statements)
    return Answer(
        text,
        not is_refusal,
        language,
        tuple(citations),
        reason="no_evidence" if is_refusal else "",
        sentences=tuple(sentences),
        checks=supported,
        figures=_largest_first(rows),
        marks=marks,
    )


def _elided(said: str, quote: Quote, language: str) -> str:
    """The words of a quote, "…" for what of its sentence stands before and behind them."""
    before = _ELISION[language] if quote.begins_late else ""
    behind = _ELISION[language] if quote.is_cut else ""
    return _GAP[language].join(filter(None, (before, said, behind)))


def abstain(
    question: str, language: str, passages: Sequence[ScoredPassage], index: Index
) -> Answer:
    """The documents do not say; what they do say of the names asked is offered."""
    offered = suggestions(question, language, passages, index)
    if is_off_topic(question, of_a_house=not index.glossary.names):
        [refusal] = talk("off_topic", language, index)
        said = refusal.lead
    else:
        said = what_is_missing(question, language, passages, index)
    return Answer(
        said,
        False,
        language,
        reason="no_evidence",
        suggestions=tuple(offered),
        question=question,
    )


def as_stream(reply: Answer) -> Iterator[str | Answer]:
    """The text in pieces that join to it again, a sentence with its mark at a time; then the answer."""
    shown = 0
    for mark in reply.marks:
        yield reply.text[shown : mark.end]
        shown = mark.end
    if reply.text[shown:]:
        yield reply.text[shown:]
    yield reply


def find_document(index: Index, document_id: str, language: str) -> Document:
    """A document as it was indexed. Raises UnknownDocumentError."""
    document = index.store.document(document_id, language)
    if document is None:
        known = ", ".join(sorted({name for _, name in index.documents})[:5])
        raise UnknownDocumentError(
            f"no document {document_id!r} in language {language!r}; there are {known}, …"
        )
    return document


def _cite(number: int, quote: Quote, index: Index) -> Citation:
    document = find_document(index, quote.passage.document_id, quote.passage.language)
    return cite(number, Span(quote.passage, *quote.span), document)


def _largest_first(rows: Sequence[FigureRow]) -> tuple[FigureRow, ...]:
    """The rows of an answer's table; one row needs none."""
    return tuple(sorted(rows, key=lambda row: -row.amount)) if len(rows) > 1 else ()


def refuse(question: str, language: str, settings: Settings) -> Answer | None:
    """The answer to what is no question that can be looked up, or None."""
    limit = settings.max_question_characters
    if not question.strip():
        return _refusal("empty_question", "en")
    if len(question) > limit:
        return _refusal("question_too_long", language or "en", length=len(question), limit=limit)
    return None if language else _refusal("unsupported_script", "en")


def _refusal(reason: str, language: str, **values: object) -> Answer:
    text = say(reason, language, **values)
    return Answer(text, answered=False, language=language, reason=reason)
