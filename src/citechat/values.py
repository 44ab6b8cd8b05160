"""What an answer is: text, sentences and citations as frozen values that can be printed, compared and sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal
from urllib.parse import quote

from citechat_ingest import web_address

from .markdown_text import inert, literal

Verdict = Literal["supported", "number_mismatch", "unsupported"]
Turn = Mapping[str, str]
"""One turn of a conversation: {"role": "user" or "assistant", "content": "…"}."""


def place_address(document_id: str, language: str, start: int, end: int) -> str:
    """The address at which the page opens a stretch of a document."""
    return f"?doc={quote(document_id)}&lang={language}&at={start}-{end}"


_PAGES = {"en": "p. {}", "de": "S. {}", "zh": "第{}页"}


def page_label(page: int, language: str) -> str:
    """How a page is cited: "p. 12". Empty where there is none."""
    return _PAGES[language].format(page) if page else ""


def section_label(citation: Citation) -> str:
    """The section that is cited; empty where it is headed as the document is."""
    return "" if citation.section == citation.title else citation.section


_QUOTATION_MARKS = {"en": "“{}”", "de": "„{}“", "zh": "“{}”"}


def in_quotation_marks(text: str, language: str) -> str:
    """A quote within the marks of its language."""
    return _QUOTATION_MARKS[language].format(text)


@dataclass(frozen=True)
class Citation:
    """A quote and where it stands: ``document.text[start:end] == quote``, always.

    ``number`` counts from 1 in the order of use in the answer. ``url`` and ``published`` may be empty.
    ``page`` is the page of the file on which the quote begins, or the slide; 0 where it has none.
    """

    number: int
    document_id: str
    language: str
    title: str
    section: str = field(repr=False)
    url: str = field(repr=False)
    published: str = field(repr=False)
    quote: str
    start: int
    end: int
    page: int = field(default=0, repr=False)

    @property
    def address(self) -> str:
        """Where the page opens this quote: ``?doc=…&lang=…&at=start-end``."""
        return place_address(self.document_id, self.language, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a citation's number stands in an answer: ``answer.text[start:end] == "[number]"``.

    A quote may hold brackets with a number, too; they are its words, and no mark.
    """

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class AnswerSentence:
    """A sentence of an answer, without its marks; the numbers of its citations; whether they bear it out.

    ``problems`` are the words of the sentence, as it writes them, that no cited quote holds: a number, a date, a name.
    ``text`` ends in "…" where a quoted sentence goes on and the rest is not asked for.
    ``lead`` are the chat's own few words before it ("The article says:"), which nothing is cited for; a sentence
    without ``text`` is all the chat's own.
    """

    text: str
    citations: tuple[int, ...] = ()
    verdict: Verdict = "supported"
    problems: tuple[str, ...] = ()
    lead: str = ""

    def with_marks(self) -> str:
        """How the sentence stands in the answer's text: lead, words, marks."""
        return join_sentences((self,))[0]


def join_sentences(sentences: Iterable[AnswerSentence]) -> tuple[str, tuple[Mark, ...]]:
    """The text that sentences make one after another, and where their marks stand in it."""
    text = ""
    marks: list[Mark] = []
    for sentence in sentences:
        words = " ".join(sentence.text.split())
        # A full-width colon has room of its own.
        gap = "" if sentence.lead.endswith("：") else " "
        said = f"{sentence.lead}{gap}{words}".strip()
        text = " ".join(filter(None, (text, said)))
        for number in sentence.citations:
            text += f" [{number}]" if text else f"[{number}]"
            marks.append(Mark(number, len(text) - len(f"[{number}]"), len(text)))
    return text, tuple(marks)


@dataclass(frozen=True)
class VerdictCounts:
    """How many sentences of an answer fared how, and how many marks named no passage there is."""

    supported: int = 0
    number_mismatch: int = 0
    unsupported: int = 0
    invented_marks: int = 0


@dataclass(frozen=True)
class FigureRow:
    """One figure of an answer, as its table shows it: whose, how much, who says so and when.

    All texts are in the answer's language. ``citation`` is the number of the citation that states
    the figure, 0 where none does. ``amount`` is the value in ``unit``, which holds no scale ("yuan",
    never "billion yuan"): rows of the same unit can be drawn on one scale. ``metric`` is what is
    counted.
    """

    label: str
    value: str
    said_by: str = ""
    year: str = ""
    citation: int = 0
    amount: float = 0.0
    unit: str = ""
    metric: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What a table shows of it: whose, how much, when, and by whom with the mark of the citation."""
        mark = f" [{self.citation}]" if self.citation else ""
        return self.label, self.value, self.year, self.said_by + mark


@dataclass(frozen=True)
class Answer:
    """The reply to a question. ``str(answer)`` is its text with marks [1], [2], and the notice if there is one.

    ``answered`` is False when the corpus does not say; ``reason`` is then a short code: "no_evidence",
    "empty_question", "question_too_long", "unsupported_script". ``backend`` names what wrote the text: "extractive", or
    a model as "openai:gpt-…". Where quotes stand in for a model that failed, ``reason`` is "model_timeout",
    "model_unreachable" and so on, and ``notice`` says it in a sentence for the reader, in the answer's language.
    ``figures`` are numbers that the answer compares, to be shown as a table beneath it. ``marks`` are the places of the
    citations' numbers in the text, in its order.
    """

    text: str
    answered: bool
    language: str
    citations: tuple[Citation, ...] = ()
    reason: str = ""
    suggestions: tuple[str, ...] = ()
    backend: str = "extractive"
    question: str = ""
    sentences: tuple[AnswerSentence, ...] = field(default=(), repr=False)
    checks: VerdictCounts = field(default=VerdictCounts(), repr=False)
    notice: str = ""
    figures: tuple[FigureRow, ...] = ()
    marks: tuple[Mark, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return "\n\n".join(filter(None, (self.text, self.notice)))

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers: what ``json.dumps`` takes."""
        return {name: as_plain(value) for name, value in asdict(self).items()}

    def to_markdown(self) -> str:
        """The answer, its figures as a table, and its sources with their quotes: to paste elsewhere.

        No link, picture or HTML that a document or a model wrote comes alive in it.
        """
        table = [_markdown_table(self.figures)] if self.figures else []
        sources = [_source_line(citation, self.language) for citation in self.citations]
        return "\n\n".join([inert(str(self)), *table, *sources]) + "\n"


def as_plain(value: Any) -> Any:
    """Tuples as lists, all the way down."""
    if isinstance(value, dict):
        return {name: as_plain(inner) for name, inner in value.items()}
    return [as_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _markdown_table(rows: tuple[FigureRow, ...]) -> str:
    """Whose, how much, when, by whom. Without words in its head, it is right in every language."""
    return "\n".join(["| | | | |", "|---|---|---|---|", *map(_markdown_row, rows)])


def _markdown_row(row: FigureRow) -> str:
    return "| " + " | ".join(inert(cell).replace("|", "\\|") for cell in row.cells) + " |"


def linked_source(citation: Citation, language: str) -> str:
    """The cited document as Markdown: its title, a link where it has an address, the page and the section
    that are cited, and when it was published."""
    address, title = web_address(citation.url), literal(citation.title)
    linked = f"[{title}]({address})" if address else title
    page = page_label(citation.page, language)
    facts = (linked, page, literal(section_label(citation)), literal(citation.published))
    return ", ".join(filter(None, facts))


def _source_line(citation: Citation, language: str) -> str:
    where = linked_source(citation, language)
    quoted = in_quotation_marks(inert(citation.quote), citation.language)
    return f"[{citation.number}] {where}: {quoted}"
