"""Lines of pages → headings, paragraphs, items and table rows.

What only the page needed is mended: the break of a line, the hyphen before it, the header and the
number that stand on every page, a paragraph that goes on overleaf.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..language import HAN
from ..layout import Block
from .csv_file import blocks_of_rows


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line without a wide gap; ``left`` and ``right`` in points."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; ``baseline`` in points from the foot of the page, ``size`` that of its font."""

    cells: tuple[Cell, ...]
    baseline: float
    size: float
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return max(cell.right for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which they are read."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass
class _Open:
    """A block that may still grow."""

    kind: str
    lines: list[Line]
    text: str
    pages: list[tuple[int, int]] = field(default_factory=list)


# How near the edge of a page a line must stand to be a header or a footer, as a share of the height.
_MARGIN = 0.13
# On how many pages the same line must stand there.
_REPEATS = 3
# A header that differs stands at the same place on this share of the pages, and this far from the
# text, in sizes of its letters.
_OFTEN = 0.4
_APART = 1.6
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\S{0,6}$|…{2,}\s*\S{0,6}$")
# The share of such lines that makes a page one of the table of contents.
_CONTENTS = 0.3
_BULLET = re.compile(r"^(?:[•‣◦▪■●○–—·*-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[①-⑳])\s+\S|^[•‣◦▪■●]\S")
_SENTENCE_END = re.compile(r"[.!?:;…。！？：；][\"'”’»)）]*$")
_LOWER = re.compile(r"^[(\"“„]?[a-zß-ÿ]")
_HYPHENATED = re.compile(r"[^\W\d_]{2}-$")
# German leaves out half of a compound before these: "Vor- und Nachteile".
_AFTER_HALF_A_WORD = re.compile(r"^(?:und|oder|sowie|bzw|bis|and|or|to)\b")
# A heading's letters are larger than the text's by this, or bold and no larger.
_LARGER = 1.15
_LONGEST_HEADING = 120
_NO_HEADING_END = re.compile(r"[.,;。，；]$")
# The widest distance between two lines of a paragraph, in distances that are usual in the document.
_LEADING = 1.35
_WIDE_COLUMN = 25
_GUTTER_SHARE = 0.6


def blocks_of_pages(pages: Sequence[Page]) -> list[Block]:
    """The blocks of a document in order, each with the page or pages that it stands on."""
    repeated, running = _repeated_lines(pages), _running_places(pages)
    kept = [_in_columns(_without(page, repeated, running)) for page in pages]
    body = _body_size(kept)
    leading = _usual_leading(kept)
    blocks: list[_Open] = []
    for page in kept:
        begun = len(blocks)
        for group in _groups(page.lines):
            _add(blocks, group, page, body, leading, begun)
    return [_closed(block) for block in blocks]


# Headers and footers


def _repeated_lines(pages: Sequence[Page]) -> frozenset[str]:
    """What stands at the head or the foot of several pages, numbers aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_without_numbers(line.text) for line in _edges(page)})
    least = min(_REPEATS, max(2, len(pages)))
    return frozenset(text for text, count in counts.items() if count >= least)


def _edges(page: Page) -> list[Line]:
    """The lines near the head and the foot of a page."""
    head, foot = page.height * (1 - _MARGIN), page.height * _MARGIN
    return [line for line in page.lines if not foot < line.baseline < head]


def _running_places(pages: Sequence[Page]) -> frozenset[int]:
    """Where, in points, many pages have a line that stands apart from the text: the header that
    names the chapter, whose words differ from page to page.
    """
    counts = Counter(round(line.baseline) for page in pages for line in _lines_apart(page))
    least = max(_REPEATS, _OFTEN * len(pages))
    return frozenset(place for place, count in counts.items() if count >= least)


def _lines_apart(page: Page) -> list[Line]:
    """The first and the last line of a page, where a gap parts them from the others."""
    ordered = sorted(page.lines, key=lambda line: -line.baseline)
    if len(ordered) < 3:
        return []
    first, second, before, last = *ordered[:2], *ordered[-2:]
    apart = [first] if first.baseline - second.baseline > _APART * second.size else []
    return apart + ([last] if before.baseline - last.baseline > _APART * before.size else [])


def _without_numbers(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _without(page: Page, repeated: frozenset[str], running: frozenset[int]) -> Page:
    """A page without its header, its footer, and the dotted lines of a table of contents."""
    kept = list(itertools.filterfalse(_is_dotted, page.lines))
    if len(page.lines) - len(kept) > _CONTENTS * len(page.lines):
        return Page(page.number, page.height, ())
    for line in _edges(page):
        if line in kept and _runs(line, repeated, running):
            kept.remove(line)
    return Page(page.number, page.height, tuple(kept))


def _is_dotted(line: Line) -> bool:
    return bool(_LEADERS.search(line.text))


def _runs(line: Line, repeated: frozenset[str], running: frozenset[int]) -> bool:
    return _without_numbers(line.text) in repeated or round(line.baseline) in running


# Columns


def _in_columns(page: Page) -> Page:
    """A page whose two columns were drawn line by line, as one column after the other."""
    pairs = [line for line in page.lines if len(line.cells) == 2 and _is_prose(line)]
    if len(pairs) < max(4, _GUTTER_SHARE * len(page.lines)):
        return page
    gutter = median(line.cells[1].left for line in pairs)
    left: list[Line] = []
    right: list[Line] = []
    for line in page.lines:
        for cell in line.cells:
            column = right if cell.left > gutter - line.size else left
            column.append(Line((cell,), line.baseline, line.size, line.bold))
    return Page(page.number, page.height, (*left, *right))


def _is_prose(line: Line) -> bool:
    return all(len(cell.text) > _WIDE_COLUMN for cell in line.cells)


# Measures of the document


def _body_size(pages: Sequence[Page]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _usual_leading(pages: Sequence[Page]) -> float:
    """The usual distance from a line to the next, in sizes of its letters."""
    steps = [
        (one.baseline - two.baseline) / one.size
        for page in pages
        for one, two in pairwise(page.lines)
        if 0 < one.baseline - two.baseline < 3 * one.size
    ]
    return median(steps) if steps else 1.2


# Blocks


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of several cells, one below the other, are a table; all others stand alone."""
    table: list[Line] = []
    for line in lines:
        if (len(line.cells) > 1 and (not table or _is_below(table[-1], line, 4))) or (
            table and _goes_on_in_cell(table, line)
        ):
            table.append(line)
        else:
            yield from _as_table(table)
            table = [line]
    yield from _as_table(table)


def _is_below(above: Line, line: Line, reach: float) -> bool:
    return 0 < above.baseline - line.baseline < reach * above.size


def _goes_on_in_cell(table: Sequence[Line], line: Line) -> bool:
    """Whether a line of one cell is the next line of a cell above that is not the row's first."""
    if len(table) < 2 or not _is_below(table[-1], line, 1.6):
        return False
    for row in table:
        begins = [cell.left for cell in row.cells[1:]]
        nearest = min((abs(line.left - left) for left in begins), default=line.left)
        if nearest < 0.5 * line.size:
            return True
    return False


def _as_table(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines together where they are a table; one by one where they merely have gaps."""
    if sum(len(line.cells) > 1 for line in lines) > 1:
        yield lines
    else:
        yield from ([line] for line in lines)


def _add(
    blocks: list[_Open], group: list[Line], page: Page, body: float, leading: float, begun: int
) -> None:
    """Add a line, or the rows of a table, to the blocks; ``begun`` counts those of earlier pages."""
    if len(group) > 1:
        for block in blocks_of_rows(_rows(group), has_header=_has_header(group)):
            blocks.append(_Open(block.kind, [], block.text, [(0, page.number)]))
        return
    (line,) = group
    kind = _kind(line, body)
    last = blocks[-1] if blocks else None
    if last and _goes_on(last, line, kind, leading, overleaf=len(blocks) == begun):
        _append(last, line, page.number)
    else:
        blocks.append(_Open(kind, [line], line.text, [(0, page.number)]))


def _has_header(lines: Sequence[Line]) -> bool:
    """Whether the first row may name the columns: it is set in bold, or there are rows enough."""
    return len(lines) > 2 or (lines[0].bold and not lines[1].bold)


def _rows(lines: Sequence[Line]) -> list[list[str]]:
    """The cells of a table by column: where a column begins is read off all of its lines."""
    starts = _column_starts(lines)
    rows: list[list[str]] = []
    for line in lines:
        row = [""] * len(starts)
        for cell in line.cells:
            column = bisect_right(starts, cell.left + 0.1) - 1
            row[column] = f"{row[column]} {cell.text}".strip()
        goes_on = bool(rows) and not row[0] and len(line.cells) == 1
        if goes_on:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return rows


def _column_starts(lines: Sequence[Line]) -> list[float]:
    """Where columns begin, from left to right: cells that begin about there are of one."""
    room = 2 * lines[0].size
    begins = sorted(cell.left for line in lines for cell in line.cells)
    starts = begins[:1]
    for left in begins:
        if left - starts[-1] > room:
            starts.append(left)
    return starts


def _kind(line: Line, body: float) -> str:
    """What a line is by itself: an item, a heading, or of a paragraph."""
    if _BULLET.match(line.text):
        return "item"
    is_larger = line.size > _LARGER * body
    is_bold = line.bold and line.size > 0.95 * body
    if not (is_larger or is_bold):
        return "paragraph"
    return "heading" if _is_title(line.text) else "paragraph"


def _is_title(text: str) -> bool:
    """Whether a text is short, made of words, and no sentence."""
    if len(text) >= _LONGEST_HEADING or _NO_HEADING_END.search(text):
        return False
    letters = sum(map(str.isalpha, text))
    return 2 * letters > len(text)


def _goes_on(last: _Open, line: Line, kind: str, leading: float, overleaf: bool) -> bool:
    """Whether a line belongs to the block before it."""
    if not last.lines or kind == "item" or (kind == "heading") != (last.kind == "heading"):
        return False
    before = last.lines[-1]
    if abs(line.size - before.size) > 0.1 * before.size:
        return False
    step = before.baseline - line.baseline
    if overleaf or step < -2 * before.size:
        return kind != "heading" and _goes_on_overleaf(last.text, line.text)
    if not -0.3 * before.size < step < _LEADING * leading * before.size:
        return False
    if line.left > before.right:
        return False
    ended = bool(_SENTENCE_END.search(last.text))
    return not (ended and _begins_anew(last, line))


def _goes_on_overleaf(before: str, text: str) -> bool:
    """Whether a text goes on after the end of a page or a column: there only words can tell."""
    if _SENTENCE_END.search(before):
        return False
    if _HYPHENATED.search(before) or _LOWER.match(text):
        return True
    return bool(HAN.search(before[-1:])) and bool(HAN.search(text[:1]))


def _begins_anew(last: _Open, line: Line) -> bool:
    """Behind the end of a sentence: an indented line, or one after a line that was left short."""
    before = last.lines[-1]
    margin = min(each.left for each in last.lines[-3:])
    indented = len(last.lines) > 1 and line.left - margin > 0.8 * line.size
    widest = max(each.right for each in last.lines)
    short = before.right < widest - 0.25 * (widest - margin)
    # A short line may as well be the last of two in a narrow column: then nothing is wider.
    left_short = short or (len(last.lines) == 1 and before.right < line.right - 4 * line.size)
    return indented or left_short


def _append(block: _Open, line: Line, page: int) -> None:
    joined = _ready_to_join(block.text, line.text)
    block.text = joined + line.text
    block.lines.append(line)
    if block.pages[-1][1] != page:
        block.pages.append((len(joined), page))


def _ready_to_join(before: str, text: str) -> str:
    """A text with what parts it from the next line: a blank, or nothing; its hyphen goes where only
    the end of the line asked for it.
    """
    if _AFTER_HALF_A_WORD.match(text):
        return f"{before} "
    if _HYPHENATED.search(before) and _LOWER.match(text):
        return before[:-1]
    if before.endswith("/-"):
        return before[:-1]
    is_open = before.endswith(("/", "-", "–"))
    return (
        before
        if is_open or (_WIDE.search(before[-1:]) and _WIDE.search(text[:1]))
        else f"{before} "
    )


# Chinese characters and marks: nothing stands between them.
_WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def _closed(block: _Open) -> Block:
    return Block(block.kind, block.text, pages=tuple(block.pages))
