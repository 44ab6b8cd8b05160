"""A question that stands in the documents with its answer: the answer, all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citechat_ingest import is_question

from ...language import terms
from ...language.weekdays import weekdays
from ...retrieval.selection import Quote
from ..statements import Findings, Statement

# A longer text below a question is a chapter, of which one sentence is chosen as of any other.
_LONGEST_ANSWER = 3
# The share of what is asked that the question in the documents must hold to be the same.
_SAME = 0.5


def statements(findings: Findings) -> Sequence[Statement]:
    """The short answer below a question like the one that was asked; else nothing."""
    first = findings.quotes[0]
    passage = first.passage
    last = len(passage.sentences) - 1
    if findings.parts or last >= _LONGEST_ANSWER or not is_question(passage.section):
        return ()
    asked = set(findings.query.terms["words"])
    written = set(terms.words(f"{passage.title} {passage.section}", findings.language))
    if len(asked & written) < _SAME * len(asked):
        return ()
    if _tells_alone(first, asked - written, findings):
        return [Statement(first)]
    return [Statement(replace(first, opens=0, number=last))]


def _tells_alone(first: Quote, more: set[str], findings: Findings) -> bool:
    """Whether a question asks more than the one in the documents, and the sentence says just that:
    the day, or the words that the heading has not."""
    days = weekdays(findings.query.text)
    if days - weekdays(first.passage.section):
        return days <= weekdays(first.text)
    # A single Chinese character stands in many words.
    is_more = bool(more) and findings.language != "zh"
    return is_more and more <= set(terms.words(first.text, findings.language))
