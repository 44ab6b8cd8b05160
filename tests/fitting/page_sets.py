"""The reading sets as a fit asks them: rows by the name of their set, and their pages as a corpus of text files."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.index.packaged_embedder import PackagedEmbedder

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.sources import Row, digest_of_pages, everyday_rows, reading_rows  # noqa: E402

from fitting import digests  # noqa: E402

EVERYDAY = ROOT / "training" / "everyday"
EVERYDAY_SETS = ("everyday.en", "everyday.de", "everyday.zh")


def rows_of(name: str, data: Path) -> list[Row]:
    """The training rows of a set; ``everyday.de`` for example are the project's own, asked in German of German pages."""
    if not name.startswith("everyday"):
        return reading_rows(data, name)
    return [row for row in everyday_rows(EVERYDAY) if row.set == name and not row.asked_in]


def digests_of(names: Sequence[str], data: Path) -> dict[str, str]:
    """File → SHA-256 of what these sets are read from."""
    public = [name for name in names if not name.startswith("everyday")]
    found = digests([data / f"{name}.train.jsonl.gz" for name in public])
    return found | (
        {"training/everyday": digest_of_pages(EVERYDAY)} if len(public) < len(names) else {}
    )


def index_of(pages: Sequence[tuple[str, ...]], titles: Sequence[str], name: str) -> Index:
    """The pages of a set, ``document_of`` each by its number, opened as anybody's folder is.

    Everyday pages stand below their title. A page of the public sets has none in the text that people were shown.
    """
    folder = Path(tempfile.mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    joined = "" if name.endswith("zh") else " "
    for number, (page, title) in enumerate(zip(pages, titles, strict=True)):
        heading = f"# {title}\n\n" if name.startswith("everyday") else ""
        path = corpus / f"{document_of(number)}.md"
        path.write_text(heading + joined.join(page) + "\n", encoding="utf-8")
    settings = Settings(corpus=corpus, index_dir=folder / "index")
    return CiteChat(settings, embedder=PackagedEmbedder()).index


def document_of(number: int) -> str:
    """The name of a page's document."""
    return f"p{number:04}"
