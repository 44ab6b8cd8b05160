"""The data sets as rows of one form, each on its side of the split.

A tenth and a bit of every training set is held back by the hash of its article: on it the reader is calibrated, and
whoever weighs the reader's word against other signals fits on it too. Nothing here opens a ``.test`` file for training.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HELD_BACK = 12
"""Percent of each training set that no weight is trained on."""

READING_SETS = (
    "wiki.en",
    "squad-sentences.en",
    "selqa.en",
    "clapnq.en",
    "qed.en",
    "omos.de",
    "omos.en",
    "cmrc.zh",
)
PAIR_SETS = ("entailment.en", "monotonicity.en")
_LABELS = {"entailment": 0, "neutral": 1, "contradiction": 2}
# This set has no titles; as many questions in a row are taken to be of one article.
_BLOCK = 60
_NEIGHBOURS = 3
# "? 3,5 question", "? - question" where nothing on the page answers
_ASKED = re.compile(r"\? (?P<answers>-|\d+(?:,\d+)*) (?P<question>.+)")


class Row(NamedTuple):
    """A question, the sentences of one paragraph or page, and the numbers of those that answer.

    The sentences are in ``language``, and so is the question, unless ``asked_in`` says its own.
    """

    set: str
    id: str
    language: str
    title: str
    question: str
    sentences: tuple[str, ...]
    answers: frozenset[int]
    texts: tuple[str, ...]
    asked_in: str = ""


class Pair(NamedTuple):
    """A claim, its source, and whether the source bears it out (0), leaves it open (1) or contradicts it (2).

    ``group`` is what keeps pairs together on one side of the split; ``kind`` names the edit that made the claim.
    """

    set: str
    group: str
    claim: str
    source: str
    label: int
    kind: str = ""


def is_held_back(key: str) -> bool:
    """Whether rows of this article are kept from training."""
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % 100 < HELD_BACK


def reading_rows(folder: Path, name: str, part: str = "train") -> list[Row]:
    """The rows of one set, ``wiki.en`` for example."""
    found = [_row(name, read) for read in _lines(folder / f"{name}.{part}.jsonl.gz")]
    return _with_neighbours(found) if name == "squad-sentences.en" else found


def pairs(folder: Path, name: str, part: str = "train") -> list[Pair]:
    """Premise and hypothesis of one set, as source and claim."""
    return [
        Pair(
            set=name,
            group=read["premise"],
            claim=_clean(read["hypothesis"]),
            source=_clean(read["premise"]),
            label=_LABELS[read["label"]],
        )
        for read in _lines(folder / f"{name}.{part}.jsonl.gz")
    ]


def corpus_rows(folder: Path) -> list[Row]:
    """The expected questions of the project's own corpus; its neighbours in a document are its paragraph.

    A sentence has the same number in each language, so all its translations fall on the same side of the split.
    """
    found = []
    for language in ("en", "de", "zh"):
        lines = (folder / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        entries = [json.loads(line) for line in lines]
        for number, entry in enumerate(entries):
            near = [
                other
                for other in range(max(0, number - 3), min(len(entries), number + 4))
                if entries[other]["document"] == entry["document"]
            ]
            for question in entry["questions"]:
                row = Row(
                    set=f"corpus.{language}",
                    id=f"corpus-{number}",
                    language=language,
                    title=entry["document"],
                    question=question,
                    sentences=tuple(entries[other]["sentence"] for other in near),
                    answers=frozenset([near.index(number)]),
                    texts=(),
                )
                found.append(row)
    return found


def everyday_rows(folder: Path) -> list[Row]:
    """The project's own pages and questions in other words than theirs; the form is told in
    ``training/everyday/README.md``. Raises ValueError for a line that has another form."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        # en-work-3.txt: page and questions; en-de-1.txt: the questions are in German
        language, asked_in, *_ = path.stem.split("-")
        for page in path.read_text(encoding="utf-8").strip().split("\n\n"):
            asked = asked_in if asked_in in ("de", "zh") and asked_in != language else ""
            found += list(_rows_of_page(path, page.splitlines(), language, asked))
    return found


def _rows_of_page(path: Path, lines: Sequence[str], language: str, asked_in: str) -> Iterator[Row]:
    heading, *rest = lines
    title = heading.removeprefix("# ")
    sentences = tuple(line.split(" ", 1)[1] for line in rest if line[0].isdigit())
    for number, line in enumerate(rest):
        if line[0].isdigit():
            continue
        form = _ASKED.fullmatch(line)
        if not form:
            raise ValueError(f"{path}: {line!r} is neither a sentence nor a question")
        told = frozenset(int(one) - 1 for one in re.findall(r"\d+", form["answers"]))
        if any(one >= len(sentences) for one in told):
            raise ValueError(f"{path}: {line!r} names a sentence that the page lacks")
        yield Row(
            set=f"everyday.{language}",
            id=f"{path.stem}-{title}-{number}",
            language=language,
            title=title,
            question=form["question"],
            sentences=sentences,
            answers=told,
            texts=(),
            asked_in=asked_in,
        )


def split_key(row: Row) -> str:
    """What keeps rows together on one side of the split: the article, or the page where there is no title."""
    if row.set.startswith("corpus"):
        return row.title
    return row.title or row.id


def digest(path: Path) -> str:
    """SHA-256 of a file, for the record of what the weights come from."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_of_pages(folder: Path) -> str:
    """SHA-256 of all everyday pages, one file after the other by name."""
    content = b"".join(path.read_bytes() for path in sorted(folder.glob("*.txt")))
    return hashlib.sha256(content).hexdigest()


def _row(name: str, read: dict[str, Any]) -> Row:
    return Row(
        set=name,
        id=read["id"],
        language=read["language"],
        title=read["title"],
        question=read["question"],
        sentences=tuple(read["sentences"]),
        answers=frozenset(read["answers"]),
        texts=tuple(read["texts"]),
    )


def _with_neighbours(rows: list[Row]) -> list[Row]:
    """Single sentences, each beside those that stand near it in the file, which are near it in the text."""
    sentences = list(dict.fromkeys(row.sentences[0] for row in rows))
    place = {sentence: number for number, sentence in enumerate(sentences)}
    found = []
    for row in rows:
        number = place[row.sentences[0]]
        first = max(0, number - _NEIGHBOURS)
        near = tuple(sentences[first : number + _NEIGHBOURS + 1])
        title = f"{row.set}-{number // _BLOCK}"
        answers = frozenset([number - first])
        found.append(row._replace(title=title, sentences=near, answers=answers))
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _clean(text: str) -> str:
    """Without the quotation marks that a table file put around and inside the text."""
    return text.strip().strip('"').replace('""', '"').strip()
