"""Stands for a plan that compares: an answer with own words and figures, from the corpus itself."""

from __future__ import annotations

from citechat import Answer, CiteChat
from citechat.retrieval.locating import sentence_stating
from citechat.values import AnswerSentence, Citation, VerdictCounts, join_sentences
from citechat_ingest import Figure

LEADS = {
    "en": ("By the figures in the documents:", "By contrast:", "Counted in different years."),
    "de": ("Nach den Zahlen der Dokumente:", "Dagegen:", "In verschiedenen Jahren gezählt."),
    "zh": ("按文档中的数字：", "与此相对：", "统计年份不同。"),
}


class Comparing(CiteChat):
    """Answers every question by comparing figures of ``METRIC``."""

    METRIC = "ai_companies"
    PLACES = ("Shenzhen", "Beijing", "Hangzhou", "China")

    def stream(self, question, history=(), *, within=None):
        language = "zh" if question[0] > "\u3400" else "de" if "Wie " in question else "en"
        answer = compare(self, question, language)
        yield answer.text
        yield answer


def compare(chat: CiteChat, question: str, language: str) -> Answer:
    """The first figure of each place: two sentences with leads, one of own words, and a table."""
    figures = [_first(chat, place) for place in Comparing.PLACES]
    numbered = list(enumerate(figures, 1))
    citations = tuple(_cite(chat, figure, language, number) for number, figure in numbered)
    first, second, own = LEADS[language]
    sentences = (
        AnswerSentence(citations[0].quote, (1,), lead=first),
        AnswerSentence(citations[1].quote, (2,), lead=second),
        AnswerSentence("", lead=own),
    )
    text, marks = join_sentences(sentences)
    rows = tuple(chat.index.figures.row(figure, language, n) for n, figure in numbered)
    return Answer(
        text,
        True,
        language,
        citations,
        question=question,
        sentences=sentences,
        checks=VerdictCounts(supported=2),
        figures=rows,
        marks=marks,
    )


def _first(chat: CiteChat, place: str) -> Figure:
    figures = chat.index.figures.by_metric[Comparing.METRIC]
    return next(figure for figure in figures if figure.subject == place)


def _cite(chat: CiteChat, figure: Figure, language: str, number: int) -> Citation:
    span = sentence_stating(figure, chat.index, language)
    assert span
    passage = span.passage
    document = chat.document(passage.document_id, passage.language)
    return Citation(
        number=number,
        document_id=passage.document_id,
        language=passage.language,
        title=document.title,
        section=passage.section,
        url=document.url,
        published=document.published,
        quote=span.text,
        start=span.start,
        end=span.end,
    )
