"""A model's text, piece by piece → sentences with the passages that each one cites.

MarkReader       finds the marks, also where an id is split over two pieces, and puts one private
                 character for each
SentenceCutter   cuts sentences, gives each its marks, and lets text through as soon as it cannot
                 change any more
number_marks     puts the reader's numbers in their place, each one private character still
spell_numbers    writes them out, and tells where they stand

A mark is [k7f2], [k7f2, m3d4], 【k7f2】, ［k7f2］, 〔k7f2〕, (k7f2), or a bare k7f2: an id that stands
at a passage. Other brackets that look like a mark ([1], [Source 3], [zz]) are invented: they vanish
and are counted. Code is left alone.

The text comes from a model and is not trusted: whatever is waited for is bounded, so that reading
takes a time that grows with the length of the text alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from citechat_ingest import Passage, sentence_spans

from ..values import Mark

# Private characters of Unicode, which no text uses: what a model writes of them is taken out.
_FIRST = 0xF0000
_MARK = "[\U000f0000-\U000ffffd]"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_OPEN, _CLOSE = r"\[【［〔", r"\]】］〕"

# Each pattern that takes several characters has a twin: may this, up to the end of what has come so
# far, still become one?
_BRACKET = re.compile(
    rf"\\?[{_OPEN}]{{1,2}}(?P<inside>[^{_OPEN}{_CLOSE}\\\n]{{0,80}})\\?[{_CLOSE}]{{1,2}}"
)
_BRACKET_BEGUN = re.compile(
    rf"\\?(?:[{_OPEN}]{{1,2}}[^{_OPEN}{_CLOSE}\\\n]{{0,80}}\\?[{_CLOSE}]?)?\Z"
)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,200})\]\((?P<address>[^()\n]{0,500})\)")
_LINK_BEGUN = re.compile(r"!?(?:\[[^\[\]\n]{0,200}(?:\](?:\([^()\n]{0,500})?)?)?\Z")
_PARENTHESIS = re.compile(
    r"[(（](?P<inside>[a-z\d]{4}(?:[\s,;、，；]{1,5}[a-z\d]{4}){0,9})[)）]", re.I
)
_PARENTHESIS_BEGUN = re.compile(r"[(（](?:[a-z\d]{4}[\s,;、，；]{1,5}){0,9}[a-z\d]{0,4}\Z", re.I)
_WORD = re.compile(r"[A-Za-z\d_]+")
_PLAIN = re.compile(r"[^\\`!\[【［〔(（A-Za-z\d_]+")
# A longer run of ` is read as several.
_LONGEST_RUN = 20
_TICKS = re.compile(f"`{{1,{_LONGEST_RUN}}}")
# From so many ` on, code may hold line breaks and lasts until it is closed.
_FENCE = 3
# Characters that inline code may hold; a ` that is not closed by then is just a sign.
_LONGEST_CODE = 500

_TOKEN_ENDS = re.compile(r"[\s,;:、，；：&|+/]+")
_REFERENCE_WORD = re.compile(
    r"(?:sources?|quellen?|passages?|passagen?|doc(?:ument)?s?|dokumente?|refs?|references?|cite"
    r"|citation|notes?|ids?|nr|no|pp?|s|and|und|来源|段落|文档|资料|和|见|出处)\d*",
    re.I,
)
# [1], [4:0†source], but not [2024].
_NUMBERED = re.compile(r"(?!(?:1[89]|20)\d\d\Z)[\w^†#*.-]*\d[\w^†#*.-]*", re.ASCII)
# [abcd], [EFGH], but not [sic].
_LETTERS = re.compile(r"(?!sic\Z)(?:[a-z_-]{1,16}|[A-Z_-]{1,16})")

_Read = tuple[str, int]
"""(what to give out, where in the text to go on)."""


class MarkReader:
    """Turns marks into private characters: the n-th stands for ``marks[n]``, its passages.

    ``passages`` are those that a mark can name, by id. Nothing is given out before it is known
    whether it belongs to a mark. ``invented`` counts the ids that stand at no passage.
    """

    def __init__(self, passages: Mapping[str, Passage]) -> None:
        self.marks: list[tuple[Passage, ...]] = []
        self.invented = 0
        self._passages = passages
        self._waiting = ""
        self._after_letter = False
        # How many ` opened the code block that is being read; 0 outside of one.
        self._fence = 0

    def feed(self, piece: str) -> str:
        """The text that is certain after one more piece."""
        self._waiting += _PRIVATE.sub("", piece)
        return self._read(final=False)

    def finish(self) -> str:
        """What was still waiting, once no more pieces come."""
        return self._read(final=True)

    def _read(self, final: bool) -> str:
        text, at = self._waiting, 0
        certain = []
        while at < len(text):
            read = self._next(text, at, final)
            if read is None:
                break
            shown, at = read
            self._after_letter = bool(_WORD.match(text[at - 1]))
            certain.append(shown)
        self._waiting = text[at:]
        return "".join(certain)

    def _next(self, text: str, at: int, final: bool) -> _Read | None:
        """What stands at a place of ``text``; None when more must come before that is known."""
        if self._fence:
            return self._in_fence(text, at, final)
        if plain := _PLAIN.match(text, at):
            return plain.group(), plain.end()
        if word := _WORD.match(text, at):
            return self._word(word, final or word.end() < len(text))
        if ticks := _TICKS.match(text, at):
            return self._code(text, ticks, final)
        return self._bracketed(text, at, final)

    def _word(self, word: re.Match[str], has_ended: bool) -> _Read | None:
        name, end = word.group(), word.end()
        # "xk7f2", of which "x" has been given out already
        if self._after_letter:
            return name, end
        if has_ended:
            return (self._mark([name]) if name in self._passages else name), end
        may_be_id = any(passage_id.startswith(name) for passage_id in self._passages)
        return None if may_be_id else (name, end)

    def _code(self, text: str, ticks: re.Match[str], final: bool) -> _Read | None:
        """Code between runs of ` as long as each other.

        Inline code ends on its line; a fence where it is closed, or never.
        """
        if _may_go_on(ticks, text, final):
            return None
        if len(ticks.group()) >= _FENCE:
            self._fence = len(ticks.group())
            return ticks.group(), ticks.end()
        furthest = ticks.end() + _LONGEST_CODE
        line_end = text.find("\n", ticks.end(), furthest)
        code_end = line_end if line_end >= 0 else furthest
        for closing in _TICKS.finditer(text, ticks.end(), code_end):
            if len(closing.group()) == len(ticks.group()):
                if _may_go_on(closing, text, final):
                    return None
                return text[ticks.start() : closing.end()], closing.end()
        is_certain = final or line_end >= 0 or len(text) >= furthest
        return (ticks.group(), ticks.end()) if is_certain else None

    def _in_fence(self, text: str, at: int, final: bool) -> _Read | None:
        """Code up to the next run of `, or that run, which may close the fence."""
        ticks = _TICKS.match(text, at)
        if not ticks:
            next_run = text.find("`", at)
            end = next_run if next_run >= 0 else len(text)
            return text[at:end], end
        if _may_go_on(ticks, text, final):
            return None
        if len(ticks.group()) == self._fence:
            self._fence = 0
        return ticks.group(), ticks.end()

    def _bracketed(self, text: str, at: int, final: bool) -> _Read | None:
        begun = (_BRACKET_BEGUN, _LINK_BEGUN, _PARENTHESIS_BEGUN)
        if not final and any(pattern.match(text, at) for pattern in begun):
            return None
        link, bracket = _LINK.match(text, at), _BRACKET.match(text, at)
        if bracket:
            mark = self._bracket(bracket, only_ids=bool(link))
            if mark:
                return mark, link.end() if link else bracket.end()
        if link:
            # An address that a model writes is not proven: its words alone are shown.
            is_picture = text[at] == "!"
            return ("", at + 1) if is_picture else (link.group("text"), link.end())
        parenthesis = _PARENTHESIS.match(text, at)
        ids = self._only_ids(parenthesis) if parenthesis else []
        if parenthesis and ids:
            return self._mark(ids), parenthesis.end()
        return text[at], at + 1

    def _only_ids(self, parenthesis: re.Match[str]) -> list[str]:
        """The ids in parentheses, if there is nothing else in them."""
        ids = [token.lower() for token in _TOKEN_ENDS.split(parenthesis.group("inside"))]
        return ids if all(name in self._passages for name in ids) else []

    def _bracket(self, bracket: re.Match[str], only_ids: bool) -> str:
        """The private character for a bracket; empty when the bracket is just text.

        With ``only_ids`` it is a mark if it holds a true id, and never an invented one.
        """
        inside = unicodedata.normalize("NFKC", bracket.group("inside")).strip()
        ids, others = self._split_tokens(inside)
        numbered = [token for token in others if _NUMBERED.fullmatch(token)]
        if ids:
            return self._mark(ids, invented=len(numbered))
        invented = 0 if only_ids else _invented_ids(others, inside)
        return self._mark([], invented) if invented else ""

    def _split_tokens(self, inside: str) -> tuple[list[str], list[str]]:
        """What stands in a bracket: (ids that stand at a passage, everything else)."""
        ids, others = [], []
        for part in _TOKEN_ENDS.split(inside):
            token = part.strip(".'\"#()")
            if token.lower() in self._passages:
                ids.append(token.lower())
            elif token:
                others.append(token)
        return ids, others

    def _mark(self, ids: list[str], invented: int = 0) -> str:
        self.invented += invented
        passages = [self._passages[name] for name in ids]
        distinct = {passage.passage_id: passage for passage in passages}
        self.marks.append(tuple(distinct.values()))
        return chr(_FIRST + len(self.marks) - 1)


def _may_go_on(ticks: re.Match[str], text: str, final: bool) -> bool:
    """Whether the next piece may make a run of ` longer."""
    is_last = ticks.end() == len(text)
    return is_last and not final and len(ticks.group()) < _LONGEST_RUN


def _invented_ids(tokens: list[str], inside: str) -> int:
    """How many ids a bracket without a true one claims to hold; 0 where it is a text."""
    numbered = list(filter(_NUMBERED.fullmatch, tokens))
    words = list(filter(_is_word, tokens))
    is_text = words and not _look_invented(words, inside)
    if not tokens or is_text:
        return 0
    # [source] alone claims one, too.
    return max(1, len(numbered) + len(words))


def _is_word(token: str) -> bool:
    """Whether a token is not what references are made of: a number, "Source", "pp"."""
    return not (_NUMBERED.fullmatch(token) or _REFERENCE_WORD.fullmatch(token))


def _look_invented(words: list[str], inside: str) -> bool:
    """Whether words in brackets are letters in place of an id ([abcd, efgh]), and not a text."""
    has_spaces = bool(re.search(r"\s", inside.replace(", ", ",")))
    return not has_spaces and all(_LETTERS.fullmatch(word) for word in words)


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence without its marks, the passages that they name, and what is yet to be shown of it.

    ``shown`` holds the private characters of the marks.
    """

    text: str
    passages: tuple[Passage, ...]
    shown: str


_LEADING_MARK = re.compile(rf"\s*+(?:(?:[-*•]|\d+[.)])\s+)?{_MARK}")
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
            yield re.sub(_MARK, "", signs[self._passed_on :])
            self._line, self._passed_on = self._line[len(signs) :], 0
        certain = "" if self._whole else re.split(_MARK, self._line, maxsplit=1)[0].rstrip()
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
        text = re.sub(_MARK, "", line)
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
        places = [place for place, character in enumerate(line) if not _is_mark(character)]
        end, next_start = places[text_end - 1] + 1, places[next_text_start]
        # Marks between the two sentences are the first one's, unless marks lead.
        return end if self._leading else end + len(line[end:next_start].rstrip())

    def _sentence(self, line: str, shown: str) -> MarkedSentence:
        passages: dict[str, Passage] = {}
        for mark in re.findall(_MARK, line):
            for passage in self._marks[_number_of(mark)]:
                passages[passage.passage_id] = passage
        unmarked = without_marks(line, self._marks)
        text = _SPACE_BEFORE_END.sub("", unmarked).strip()
        return MarkedSentence(_BULLET.sub("", text), tuple(passages.values()), shown)


def _is_mark(character: str) -> bool:
    return ord(character) >= _FIRST


def _number_of(mark: str) -> int:
    return ord(mark) - _FIRST


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand; signs alone are none."""
    spans = sentence_spans(text)
    return [(start, end) for start, end in spans if re.search(r"\w", text[start:end])]


Numbers = Callable[[tuple[Passage, ...]], tuple[int, ...]]
"""The passages that a mark names → the numbers that a reader sees in its place."""

_RUN = re.compile(
    rf"(?P<space>(?<!\s)\s*+)(?P<marks>{_MARK}(?:[\s,，、;]*+{_MARK})*)(?=(?P<letter>\w)?)"
)


def number_marks(shown: str, marks: list[tuple[Passage, ...]], numbers: Numbers) -> str:
    """``shown`` with a private character for each number that a reader is to see.

    A mark without a number vanishes with the space before it, unless a word follows.
    """

    def display(run: re.Match[str]) -> str:
        named: list[int] = []
        for mark in re.findall(_MARK, run.group("marks")):
            named += numbers(marks[_number_of(mark)])
        text = "".join(chr(_FIRST + number) for number in dict.fromkeys(named))
        return run.group("space") + text if text or run.group("letter") else ""

    return _RUN.sub(display, shown)


def spell_numbers(numbered: str, offset: int = 0) -> tuple[str, tuple[Mark, ...]]:
    """The text of ``number_marks`` with "[1][2]" for its private characters, and where they stand,
    counted from ``offset``.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    end = offset
    for part in re.split(f"({_MARK})", numbered):
        is_mark = bool(re.fullmatch(_MARK, part))
        piece = f"[{_number_of(part)}]" if is_mark else part
        start, end = end, end + len(piece)
        pieces.append(piece)
        if is_mark:
            marks.append(Mark(_number_of(part), start, end))
    return "".join(pieces), tuple(marks)


def without_marks(shown: str, marks: list[tuple[Passage, ...]]) -> str:
    """``shown`` without its private characters."""
    return number_marks(shown, marks, _no_numbers)


def _no_numbers(_passages: tuple[Passage, ...]) -> tuple[int, ...]:
    return ()
