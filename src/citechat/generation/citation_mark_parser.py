"""A model's text, piece by piece → the same with one private character for each mark.

A mark is [k7f2], [k7f2, m3d4], 【k7f2】, ［k7f2］, 〔k7f2〕, (k7f2), or a bare k7f2: an id that stands
at a passage. Other brackets that look like a mark ([1], [Source 3], [zz]) are invented: they vanish
and are counted. Code is left alone.

The text comes from a model and is not trusted: whatever is waited for is bounded, so that reading
takes a time that grows with the length of the text alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from citechat_ingest import Passage

from .mark_numbering import FIRST

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


class CitationMarkParser:
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
        return chr(FIRST + len(self.marks) - 1)


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
