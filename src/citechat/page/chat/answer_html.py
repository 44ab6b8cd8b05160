"""The text of an answer → HTML: quotes with marks to click, citechat's own words set apart, badges.

lead                text            marks   badge
───────────────── ┬ ─────────────── ┬ ───── ┬ ────────────
The article says:   It has 2,800.     [1]     Not in the quote: 2,800
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from ...values import Answer, AnswerSentence, Citation, page_label
from ..labels import LABELS

_SPACES = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n\s*\n")

# Between paragraphs while the HTML is put together; no text holds one, not even a quote.
_BREAK = "\f"

_Insertion = tuple[int, int, str]
"""(start, end, HTML): what stands in the place of ``answer.text[start:end]``."""


def answer_text(answer: Answer, language: str) -> str:
    """The answer's text in paragraphs, one for each lead: the sides of a question stand apart."""
    paragraphs = [part.strip() for part in with_marks(answer, language).split(_BREAK)]
    return "".join(f'<p class="said">{part}</p>' for part in paragraphs if part)


def with_marks(answer: Answer, language: str) -> str:
    """The text as HTML, each mark [n] a button that opens its citation.

    A lead is set apart and begins a paragraph; a badge follows what is not borne out.
    """
    html, shown = "", 0
    for start, end, inserted in sorted((*_buttons(answer), *_insertions(answer, language))):
        html += _plain(answer.text[shown:start]) + inserted
        shown = end
    return html + _plain(answer.text[shown:])


def _buttons(answer: Answer) -> Iterator[_Insertion]:
    """The marks, where the answer says that they stand: a "[1]" of a quote is a word of it."""
    citations = {citation.number: citation for citation in answer.citations}
    for place in answer.marks:
        # The button has room of its own.
        after_space = place.start > 0 and answer.text[place.start - 1] == " "
        if place.number in citations:
            yield place.start - after_space, place.end, mark(citations[place.number])


def _insertions(answer: Answer, language: str) -> Iterator[_Insertion]:
    """Leads and badges in the order of the text, found by walking its sentences."""
    position = 0
    for sentence in answer.sentences:
        lead = _find(sentence.lead, answer.text, position)
        if lead:
            start, position = lead
            is_first = not answer.text[:start].strip()
            yield start, _gap_end(answer, position), _lead(sentence.lead, is_first)
        position = _end_of_sentence(sentence, answer, position)
        if sentence.verdict != "supported":
            yield position, position, _badge(sentence, language)


def _end_of_sentence(sentence: AnswerSentence, answer: Answer, position: int) -> int:
    """Where the sentence and its marks end; ``position`` when it does not stand in the text."""
    place = _find(sentence.text, answer.text, position)
    end = place[1] if place else position
    for mark_place in answer.marks:
        # Only space lies between the sentence and its marks.
        if mark_place.start >= end and not answer.text[end : mark_place.start].strip():
            end = mark_place.end
    return end


def _find(words: str, text: str, position: int) -> tuple[int, int] | None:
    """Start and end of ``words`` from ``position`` on, however the text breaks its lines."""
    if not words.strip():
        return None
    spaced = r"\s+".join(map(re.escape, words.split()))
    match = re.compile(spaced).search(text, position)
    return match.span() if match else None


def _gap_end(answer: Answer, position: int) -> int:
    """Where a lead's gap ends: a full-width colon has room of its own, other leads need a space."""
    spaces = _SPACES.match(answer.text, position) if answer.language == "zh" else None
    return spaces.end() if spaces else position


def _lead(words: str, is_first: bool) -> str:
    """citechat's own words, in a paragraph of their own unless they open the answer."""
    paragraph = "" if is_first else _BREAK
    return f'{paragraph}<em class="lead">{escape(words)}</em>'


def _plain(text: str) -> str:
    return _BLANK_LINE.sub(_BREAK, escape(text.replace(_BREAK, " ")))


def mark(citation: Citation) -> str:
    """A small button with the citation's number.

    On hover and focus page.js shows a card with title and quote.
    """
    page = page_label(citation.page, citation.language)
    number, title = citation.number, escape(", ".join(filter(None, (citation.title, page))))
    opens = f'data-citation="{number}" data-address="{escape(citation.address)}"'
    card = f'data-title="{title}" data-quote="{escape(citation.quote)}"'
    return (
        f'<button type="button" class="mark" {opens} {card} '
        f'data-quote-language="{citation.language}" aria-label="[{number}] {title}">'
        f"{number}</button>"
    )


def _badge(sentence: AnswerSentence, language: str) -> str:
    """What is wrong with a sentence, in words."""
    key: str = sentence.verdict
    if key == "number_mismatch" and not sentence.problems:
        key = "number_mismatch_unnamed"
    comma = "、" if language == "zh" else ", "
    text = LABELS[language][key].format(problems=comma.join(sentence.problems))
    return f' <span class="badge {sentence.verdict}">{escape(text)}</span>'
