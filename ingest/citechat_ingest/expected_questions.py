"""Questions that a sentence of the corpus is expected to answer: ``expected/<language>.jsonl`` in
the corpus folder.

Readers seldom ask in the words of the text. So a sentence is also found by such questions (document
expansion, Nogueira et al. 2019, https://arxiv.org/abs/1904.08375); they are never shown, quoted or
believed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .documents import Passage
from .errors import CorpusError
from .language import LANGUAGES


@dataclass(frozen=True)
class Expected:
    """The questions that one sentence answers, and the line they come from."""

    language: str
    document_id: str
    sentence: str
    questions: tuple[str, ...]
    place: str


def expected_files(roots: Sequence[Path]) -> list[Path]:
    """The files of expected questions that there are."""
    paths = (root / "expected" / f"{language}.jsonl" for root in roots for language in LANGUAGES)
    return [path for path in paths if path.is_file()]


def read_expected(roots: Sequence[Path]) -> tuple[Expected, ...]:
    """The expected questions of all corpus folders. Raises CorpusError for a bad line."""
    return tuple(entry for path in expected_files(roots) for entry in _entries(path))


def attach_expected_questions(
    passages: Iterable[Passage], entries: Sequence[Expected]
) -> list[Passage]:
    """The passages, each with the questions of its sentences. Raises CorpusError for a sentence
    that stands nowhere.
    """
    waiting = {(e.language, e.document_id, e.sentence): e for e in entries}
    found = [_with_questions(passage, waiting) for passage in passages]
    placed = {
        (p.language, p.document_id, p.sentence(n)) for p in found for n in range(len(p.sentences))
    }
    for key, entry in waiting.items():
        if key not in placed:
            reason = f"no sentence of document {entry.document_id!r} reads {entry.sentence[:60]!r}…"
            raise CorpusError(
                entry.place,
                reason,
                "write the sentence as it stands in the document, or take the line out",
            )
    return found


def _with_questions(passage: Passage, entries: dict[tuple[str, str, str], Expected]) -> Passage:
    keys = [
        (passage.language, passage.document_id, passage.sentence(n))
        for n in range(len(passage.sentences))
    ]
    questions = tuple(entries[key].questions if key in entries else () for key in keys)
    return replace(passage, expected=questions) if any(questions) else passage


def _entries(path: Path) -> Iterator[Expected]:
    try:
        # Not splitlines(): a sentence may hold U+2028 or another mark that it would take for a
        # line's end.
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip():
                continue
            entry = json.loads(line)
            questions = tuple(map(str, entry["questions"]))
            yield Expected(
                path.stem, entry["document"], entry["sentence"], questions, f"{path}:{number}"
            )
    except (ValueError, KeyError, TypeError) as error:
        cure = 'write one {"document": "…", "sentence": "…", "questions": ["…"]} a line'
        raise CorpusError(
            path, f"is not a list of expected questions ({type(error).__name__}: {error})", cure
        ) from error
