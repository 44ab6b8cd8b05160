"""A model's text, piece by piece → sentences with the passages that each one cites.

MarkReader   finds the marks, also where an id is split over two pieces, and puts one private character for each
SentenceCutter   cuts sentences, gives each its marks, and lets text through as soon as it cannot change any more
show_marks   puts the reader's numbers where the private characters are

A mark is [k7f2], [k7f2, m3d4], 【k7f2】, ［k7f2］, 〔k7f2〕, (k7f2), or a bare k7f2: an id that was handed out. Other
brackets that look like a mark ([1], [Source 3], [zz]) are invented: they vanish and are counted. Code is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from citechat_ingest import Passage, sentence_spans

_FIRST = 0xF0000
_MARK = "[\U000f0000-\U000ffffd]"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_OPEN, _CLOSE = r"\[【［〔", r"\]】］〕"

_BRACKET = re.compile(
    rf"\\?[{_OPEN}]{{1,2}}(?P<inside>[^{_OPEN}{_CLOSE}\\\n]{{0,80}})\\?[{_CLOSE}]{{1,2}}"
)
_BRACKET_BEGUN = re.compile(
    rf"\\?(?:[{_OPEN}]{{1,2}}[^{_OPEN}{_CLOSE}\\\n]{{0,80}}\\?[{_CLOSE}]?)?\Z"
)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,200})\]\((?P<address>[^()\n]{0,500})\)")
_LINK_BEGUN = re.compile(r"!?(?:\[[^\[\]\n]{0,200}(?:\](?:\([^()\n]{0,500})?)?)?\Z")
_PARENTHESIS = re.compile(r"[(（](?P<inside>[a-z\d]{4}(?:[\s,;、，；]+[a-z\d]{4})*)[)）]", re.I)
_PARENTHESIS_BEGUN = re.compile(r"[(（](?:[a-z\d]{4}[\s,;、，；]+){0,9}[a-z\d]{0,4}\Z", re.I)
_WORD = re.compile(r"[A-Za-z\d_]+")
_PLAIN = re.compile(r"[^\\`!\[【［〔(（A-Za-z\d_]+")

_TOKEN_ENDS = re.compile(r"[\s,;:、，；：&|+/]+")
_REFERENCE_WORD = re.compile(
    r"(?:sources?|quellen?|passages?|passagen?|doc(?:ument)?s?|dokumente?|refs?|references?|cite|citation|notes?|ids?|nr|no|"
    r"pp?|s|and|und|来源|段落|文档|资料|和|见|出处)\d*",
    re.I,
)
_NUMBERED = re.compile(r"(?!(?:1[89]|20)\d\d\Z)[\w^†#*.-]*\d[\w^†#*.-]*", re.ASCII)
_LETTERS = re.compile(r"(?!sic\Z)(?:[a-z_-]{1,16}|[A-Z_-]{1,16})")


class MarkReader:
    """Turns marks into private characters: the n-th one stands for ``marks[n]``, the passages that the mark names.

    Nothing is given out before it is known whether it belongs to a mark. ``invented`` counts ids never handed out.
    """

    def __init__(self, handed_out: Mapping[str, Passage]) -> None:
        self.marks: list[tuple[Passage, ...]] = []
        self.invented = 0
        self._handed_out = handed_out
        self._waiting = ""
        self._after_letter = False

    def feed(self, piece: str) -> str:
        """The text that is certain after one more piece."""
        self._waiting += _PRIVATE.sub("", piece)
        return self._read(final=False)

    def finish(self) -> str:
        """What was still waiting, once no more pieces come."""
        return self._read(final=True)

    def _read(self, final: bool) -> str:
        out = []
        while self._waiting:
            done = self._next(self._waiting, final)
            if done is None:
                break
            text, length = done
            self._after_letter = bool(_WORD.match(self._waiting[length - 1]))
            self._waiting = self._waiting[length:]
            out.append(text)
        return "".join(out)

    def _next(self, text: str, final: bool) -> tuple[str, int] | None:
        """(what to give out, how many characters of ``text`` that uses up); None when more must be known first."""
        if plain := _PLAIN.match(text):
            return plain.group(), plain.end()
        if word := _WORD.match(text):
            return self._word(word, final or word.end() < len(text))
        if text[0] == "`":
            return self._code(text, final)
        return self._bracketed(text, final)

    def _word(self, word: re.Match[str], ended: bool) -> tuple[str, int] | None:
        if (
            not ended
            and not self._after_letter
            and any(name.startswith(word.group()) for name in self._handed_out)
        ):
            return None
        named = ended and not self._after_letter and word.group() in self._handed_out
        return (self._mark([word.group()], 0) if named else word.group()), word.end()

    def _code(self, text: str, final: bool) -> tuple[str, int] | None:
        """Code between runs of ` as long as each other: inline code ends on its line, a fence where it is closed."""
        ticks = len(text) - len(text.lstrip("`"))
        runs = (run for run in re.finditer("`+", text[ticks:]) if len(run.group()) == ticks)
        closing = next(runs, None)
        end = ticks + closing.end() if closing else len(text)
        fence = ticks >= 3
        if not fence and ticks < len(text) and "\n" in text[:end]:
            return text[:ticks], ticks
        if not final and end == len(text):
            return None
        return (text[:end], end) if closing or fence else (text[:ticks], ticks)

    def _bracketed(self, text: str, final: bool) -> tuple[str, int] | None:
        if not final and any(
            begun.match(text) for begun in (_BRACKET_BEGUN, _LINK_BEGUN, _PARENTHESIS_BEGUN)
        ):
            return None
        link, found = _LINK.match(text), _BRACKET.match(text)
        if found and (mark := self._bracket(found, only_ids=bool(link))) is not None:
            return mark, link.end() if link else found.end()
        if link:  # an address that a model writes is not proven: its words alone are shown
            return ("", 1) if text[0] == "!" else (link.group("text"), link.end())
        if (found := _PARENTHESIS.match(text)) and (ids := self._ids(found)):
            return self._mark(ids, 0), found.end()
        return text[0], 1

    def _ids(self, found: re.Match[str]) -> list[str]:
        """The ids in parentheses, if it is nothing but handed out ids."""
        ids = [token.lower() for token in _TOKEN_ENDS.split(found.group("inside"))]
        return ids if all(name in self._handed_out for name in ids) else []

    def _bracket(self, found: re.Match[str], only_ids: bool) -> str | None:
        """The private character for a bracket, or None when the bracket is just text."""
        inside = unicodedata.normalize("NFKC", found.group("inside")).strip()
        tokens = [token.strip(".'\"#()") for token in _TOKEN_ENDS.split(inside)]
        ids = [token.lower() for token in tokens if token.lower() in self._handed_out]
        others = [token for token in tokens if token and token.lower() not in self._handed_out]
        invented = [token for token in others if _NUMBERED.fullmatch(token)]
        words = [
            token
            for token in others
            if not _NUMBERED.fullmatch(token) and not _REFERENCE_WORD.fullmatch(token)
        ]
        if ids or only_ids:
            return self._mark(ids, len(invented)) if ids else None
        letters = (
            words
            and all(map(_LETTERS.fullmatch, words))
            and not re.search(r"\s", inside.replace(", ", ","))
        )
        if not others or (words and not letters):
            return None
        return self._mark([], max(1, len(invented) + len(words)))

    def _mark(self, ids: list[str], invented: int) -> str:
        self.invented += invented
        self.marks.append(
            tuple(
                {self._handed_out[name].passage_id: self._handed_out[name] for name in ids}.values()
            )
        )
        return chr(_FIRST + len(self.marks) - 1)


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence without its marks, the passages that they name, and what of it (marks included) is yet to be shown."""

    text: str
    passages: tuple[Passage, ...]
    shown: str


_LEADING_MARK = re.compile(rf"\s*(?:(?:[-*•]|\d+[.)])\s+)?{_MARK}")
_BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)]|#+)\s+")
_SPACE_BEFORE_END = re.compile(r"\s+(?=[.,;:!?…。，；：！？])")
# A sentence has ended for certain once the first word after it is complete: "20. Ju…" may become a date.
_SETTLED = re.compile(r"\s*(?:[\u3400-\u9fff]|[^\w\s]*\w+[\W_])")


class SentenceCutter:
    """Cuts text with private characters into sentences; between them, text that is certain is passed on at once.

    A mark belongs to the sentence before it ("A. [1] B."), unless its line begins with one ("[1] A. [2] B."). From its
    first mark on, a sentence is held back until it is complete; with ``whole`` all of it is.
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
        if line_ended and self._line.strip():  # nothing but marks and signs
            signs = self._line.rstrip()
            yield re.sub(_MARK, "", signs[self._passed_on :])
            self._line, self._passed_on = self._line[len(signs) :], 0
        certain = "" if self._whole else re.split(_MARK, self._line, maxsplit=1)[0].rstrip()
        if len(certain) > self._passed_on:
            yield certain[self._passed_on :]
            self._passed_on = len(certain)
        self._leading = self._leading and not line_ended

    def _first_end(self, line_ended: bool) -> int:
        """Where in the line the first sentence and its marks end; 0 when that is not certain yet."""
        at = [place for place, character in enumerate(self._line) if not re.match(_MARK, character)]
        clean = "".join(self._line[place] for place in at)
        spans = [span for span in sentence_spans(clean) if re.search(r"\w", clean[slice(*span)])]
        self._leading = self._leading or bool(_LEADING_MARK.match(self._line))
        if len(spans) > 1 and (line_ended or _SETTLED.match(clean, spans[1][0])):
            end, following = at[spans[0][1] - 1] + 1, at[spans[1][0]]
            return end if self._leading else end + len(self._line[end:following].rstrip())
        return len(self._line.rstrip()) if line_ended and spans else 0

    def _sentence(self, line: str, shown: str) -> MarkedSentence:
        marks = [self._marks[ord(character) - _FIRST] for character in re.findall(_MARK, line)]
        passages = {passage.passage_id: passage for mark in marks for passage in mark}
        text = _SPACE_BEFORE_END.sub("", show_marks(line, self._marks, lambda _: ())).strip()
        return MarkedSentence(_BULLET.sub("", text), tuple(passages.values()), shown)


_RUN = re.compile(rf"(?P<space>\s*)(?P<marks>{_MARK}(?:[\s,，、;]*{_MARK})*)(?=(?P<letter>\w)?)")


def show_marks(
    shown: str,
    marks: list[tuple[Passage, ...]],
    numbers: Callable[[tuple[Passage, ...]], tuple[int, ...]],
) -> str:
    """``shown`` with "[1][2]" for its private characters; a mark without a number vanishes with the space before it."""

    def display(run: re.Match[str]) -> str:
        named = [
            n
            for mark in re.findall(_MARK, run.group("marks"))
            for n in numbers(marks[ord(mark) - _FIRST])
        ]
        text = "".join(f"[{number}]" for number in dict.fromkeys(named))
        return run.group("space") + text if text or run.group("letter") else ""

    return _RUN.sub(display, shown)
