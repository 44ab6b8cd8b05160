"""Text with private characters for its marks → sentences with the passages that each one cites;
text passes on as soon as it cannot change any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citechat_ingest import Passage, sentence_spans

from .mark_numbering import MARK, is_mark, number_of, without_marks


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence without its marks, the passages that they name, and what is yet to be shown of it.

    ``shown`` holds the private characters of the marks.
    """

    text: str
    passages: tuple[Passage, ...]
    shown: str


_LEADING_MARK = re.compile(rf"\s*+(?:(?:[-*•]|\d+[.)])\s+)?{MARK}")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)]|#+)\s+")
# Spaces are looked at once each: only where they begin, and all of them.
_SPACE_BEFORE_END = re.compile(r"(?<!\s)\s++(?=[.,;:!?…。，；：！？])")
# A sentence has ended for certain once the first word after it is complete: "20. Ju…" may become a
# date.
_SETTLED = re.compile(r"\s*(?:[\u3400-\u9fff]|[^\w\s]*\w+[\W_])")
# Characters, marks included. A text without an end is cut there, so that no piece of it makes all
# before it be read again; five times the length of a long sentence.
_LONGEST_SENTENCE = 1_000
# The end of a sentence is looked for in so much of a line, and then in so much: most are short.
_REACHES = (200, _LONGEST_SENTENCE)


class SentenceCutter:
    """Cuts text with private characters into sentences; between them, passes on what is certain.

    A mark belongs to the sentence before it ("A. [1] B."), unless its line begins with one
    ("[1] A. [2] B."). From its first mark on, a sentence is held back until it is complete; with
    ``whole`` all of it is.
    """

    def __init__(self, marks: list[tuple[Passage, ...]], whole: bool = False) -> None:
        self._marks = marks
        self._whole = whole
        self._line = ""
        self._passed_on = 0
        self._leading = False

    def feed(self, text: str) -> Iterator[str | MarkedSentence]:
        """Text to show at once, and the sentences that have become complete."""
        for part in text.splitlines(keepends=True):
            self._line += part
            yield from self._cut(line_ended=part != part.rstrip("\r\n"))

    def finish(self) -> Iterator[str | MarkedSentence]:
        """The last sentence."""
        yield from self._cut(line_ended=True)

    def _cut(self, line_ended: bool) -> Iterator[str | MarkedSentence]:
        while end := self._first_end(line_ended):
            yield self._sentence(self._line[:end], self._line[min(self._passed_on, end) : end])
            self._line = self._line[end:]
            self._passed_on = max(0, self._passed_on - end)
        if line_ended and self._line.strip():
            # Nothing but marks and signs is left: the signs are shown, the marks cite nothing.
            signs = self._line.rstrip()
            yield re.sub(MARK, "", signs[self._passed_on :])
            self._line, self._passed_on = self._line[len(signs) :], 0
        certain = "" if self._whole else re.split(MARK, self._line, maxsplit=1)[0].rstrip()
        if len(certain) > self._passed_on:
            yield certain[self._passed_on :]
            self._passed_on = len(certain)
        self._leading = self._leading and not line_ended

    def _first_end(self, line_ended: bool) -> int:
        """Where in the line the first sentence and its marks end; 0 while that is not certain."""
        self._leading = self._leading or bool(_LEADING_MARK.match(self._line))
        for reach in _REACHES:
            is_all = len(self._line) <= reach
            end = self._end_within(self._line[:reach], is_complete=line_ended and is_all)
            if end or is_all:
                return end
        beginning = self._line[:_LONGEST_SENTENCE]
        return beginning.rfind(" ") + 1 or len(beginning)

    def _end_within(self, line: str, is_complete: bool) -> int:
        """The same for the beginning of a line, or, if ``is_complete``, for all of it."""
        text = re.sub(MARK, "", line)
        spans = _sentences(text)
        if len(spans) > 1:
            first_end, next_start = spans[0][1], spans[1][0]
            if is_complete or _SETTLED.match(text, next_start):
                return self._end_with_marks(line, first_end, next_start)
        return len(line.rstrip()) if is_complete and spans else 0

    def _end_with_marks(self, line: str, text_end: int, next_text_start: int) -> int:
        """Where a sentence and its marks end in the line, from where it ends in the text.

        Sentences are cut in the text without marks, and ``places`` leads back into the line:

            line     Ann is so. MM Bob too. M       M: one private character for a mark
            text     Ann is so.  Bob too.           text[12] is the B,
            places   0 … 9 10 13 14 …               and line[places[12]], line[14], is it as well
        """
        places = [place for place, character in enumerate(line) if not is_mark(character)]
        end, next_start = places[text_end - 1] + 1, places[next_text_start]
        # Marks between the two sentences are the first one's, unless marks lead.
        return end if self._leading else end + len(line[end:next_start].rstrip())

    def _sentence(self, line: str, shown: str) -> MarkedSentence:
        passages: dict[str, Passage] = {}
        for mark in re.findall(MARK, line):
            for passage in self._marks[number_of(mark)]:
                passages[passage.passage_id] = passage
        unmarked = without_marks(line, self._marks)
        text = _SPACE_BEFORE_END.sub("", unmarked).strip()
        return MarkedSentence(_BULLET.sub("", text), tuple(passages.values()), shown)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand; signs alone are none."""
    spans = sentence_spans(text)
    return [(start, end) for start, end in spans if re.search(r"\w", text[start:end])]
