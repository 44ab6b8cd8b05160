"""What everyday documents are made of, whatever their format: questions with answers, lines of
"label: value", lists. Blocks that a reader of a format hands over are put right here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .layout import Block

# "Q: …?", "Frage 3: …?", "问：…？": the mark before a question of a list of them.
_ASKS = re.compile(r"^(?:Q|Question|F|Frage|问|問|问题)\s*\d*\s*[:：.)]\s*\S", re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:A|Answer|Antwort|答|回答)\s*\d*\s*[:：.)]\s*(?=\S)", re.IGNORECASE)
_QUESTION_END = re.compile(r"[?？]\s*$")
_LONGEST_QUESTION = 200
# A line of its own: "Phone: 555 0182", "Monday – closed".
_LABELLED = re.compile(r"^[^:：.。!?]{1,40}?\s*[:：]\s*\S")
_LONGEST_LINE = 110
_SENTENCE_END = re.compile(r"[.!?。！？]$")


def put_right(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with questions as the headings of their answers, and each labelled line alone."""
    for block in blocks:
        if block.kind not in ("paragraph", "item"):
            yield block
        elif is_question(block.text):
            yield replace(block, kind="heading")
        else:
            yield from _lines_below_questions(block)


def _lines_below_questions(block: Block) -> Iterator[Block]:
    """A question with its answer right below it, in the same block, is its heading all the same."""
    first, _, rest = block.text.partition("\n")
    if rest.strip() and not block.name and not block.pages[1:] and is_question(first):
        yield replace(block, kind="heading", text=first.strip())
        yield from put_right([replace(block, text=rest.strip())])
    else:
        yield from _lines(block)


def is_question(text: str) -> bool:
    """Whether a text is nothing but a question, with or without a mark before it."""
    if not _QUESTION_END.search(text) or len(text) > _LONGEST_QUESTION:
        return False
    return bool(_ASKS.match(text)) or not re.search(r"[.。!！:：]\s", text)


def answer_start(text: str) -> int:
    """Where an answer begins behind the mark before it ("A:", "答："); 0 without one."""
    mark = _ANSWERS.match(text)
    return mark.end() if mark else 0


def line_kinds(lines: list[str]) -> list[str]:
    """Of the lines of a block what each is: items where most are labelled and short, below a line
    that is their heading; else nothing, and the block is one paragraph.
    """
    if len(lines) < 2 or max(map(len, lines)) > _LONGEST_LINE:
        return []
    labelled = list(map(_is_labelled, lines))
    count = sum(labelled)
    if count < 2 or 2 * count <= len(lines):
        return []
    is_titled = not labelled[0] and not _SENTENCE_END.search(lines[0])
    first = "heading" if is_titled else "item"
    return [first] + ["item"] * (len(lines) - 1)


def _is_labelled(line: str) -> bool:
    return bool(_LABELLED.match(line))


def _lines(block: Block) -> Iterator[Block]:
    lines = block.text.split("\n")
    kinds = line_kinds(lines)
    if not kinds or block.name or block.pages[1:]:
        yield block
        return
    for kind, line in zip(kinds, lines, strict=True):
        yield Block(kind, line.strip(), pages=block.pages)
