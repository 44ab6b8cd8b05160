"""How good the answers are: exams, reading sets and SQuAD files, asked, judged and summed up.

exam.py          questions in JSON lines; what a right answer is, and what a clean one
files.py         whether a quote stands in the file on disk, read without the index
reading_sets.py  pages with questions (.jsonl.gz); the pages become a corpus of their own
squad.py         the same for files in the SQuAD format (.json)
report.py        figures by language and kind, tables, and answers to read aloud
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..chat import CiteChat
from ..errors import CorpusError
from .exam import UNANSWERABLE, Outcome, Question, Result, Tick, examine, judge, read_exam
from .reading_sets import (
    PageResult,
    ReadingSet,
    examine_pages,
    is_reading_set,
    page_figures,
    read_reading_set,
)
from .report import ERRORS, SHOWN, Judged, as_table, describe, share, summary
from .squad import examine_squad, read_squad

__all__ = [
    "ERRORS",
    "SHOWN",
    "UNANSWERABLE",
    "Outcome",
    "PageResult",
    "Question",
    "ReadingSet",
    "Result",
    "as_table",
    "describe",
    "examine",
    "examine_pages",
    "examine_squad",
    "judge",
    "page_figures",
    "read_exam",
    "read_reading_set",
    "read_squad",
    "run",
    "share",
    "summary",
]


def run(
    path: Path,
    chat: CiteChat,
    tick: Tick | None = None,
    leave_out: bool = False,
    keep_index: bool = False,
) -> tuple[Sequence[Judged], dict[str, dict[str, Any]]]:
    """The results of an exam, a reading set or a SQuAD file, told apart by name, and the figures.

    An exam is asked of the chat's own corpus; the others bring theirs, and take from the chat its
    settings and its embedder, and understand ``leave_out`` and ``keep_index`` (``examine_pages``).
    Raises CorpusError.
    """
    if path.suffix == ".json" or is_reading_set(path):
        reading_set = read_squad(path) if path.suffix == ".json" else read_reading_set(path)
        places = chat.settings, chat.embedder
        pages = examine_pages(reading_set, *places, tick, leave_out, keep_index)
        return pages, {reading_set.name: page_figures(pages)}
    if leave_out:
        cure = "give a reading set (.jsonl.gz) or a SQuAD file (.json)"
        raise CorpusError(path, "has no pages that could be left out", cure)
    results = examine(chat, read_exam(path), tick)
    return results, summary(results)
