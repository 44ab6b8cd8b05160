"""``citechat index``, ``add``, ``remove``, ``list``, ``status`` and ``prune``: which documents
there are."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import CiteChatError
from .options import Corpus, IndexDir, Json, app, open_chat
from .output import as_json_text, listed, print_skipped, print_text

if TYPE_CHECKING:
    from .. import CiteChat
    from ..library import Changes


_WATCHED_EVERY = 2.0  # seconds
# What the fields of LibraryStatus are called for people.
_STANDING = {
    "folder": "indexes in",
    "embedding_model": "embedding model",
    "passages": "passages by language",
    "layers": "parts of the index (additions make new ones)",
    "hidden": "passages in them of documents that have gone (prune --erase drops them)",
    "put_away": "removed files, kept in .removed",
    "skipped": "skipped, cannot be read",
    "not_read": "files of a kind that is not read",
    "other_languages": "other languages",
}


@app.command()
def index(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="build it anew even if it is good")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="go on, and follow the corpus as its files change")
    ] = False,
    as_json: Json = False,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Build the index, or say where it lies.

    Returns 3 when files of the corpus were skipped, since they cannot be read.
    """
    chat = open_chat(corpus, index_dir)
    opened = chat.rebuild() if rebuild else chat.index
    if watch:
        _watch(chat, as_json)
    facts = {
        "fingerprint": opened.fingerprint,
        "folder": str(chat.settings.index_dir),
        "documents": len(opened.documents),
        "passages": {language: len(terms) for language, terms in opened.lexical.items()},
    }
    lines = [f"{_STANDING.get(name, name)}: {listed(value)}" for name, value in facts.items()]
    facts["skipped"] = list(opened.skipped)
    print_text(as_json_text(facts) if as_json else "\n".join(lines))
    print_skipped(opened.skipped)
    not_read = chat.status().not_read
    if not_read:
        print(f"citechat: of a kind that is not read: {listed(not_read)}", file=sys.stderr)
    if opened.skipped:
        raise typer.Exit(3)


def _watch(chat: CiteChat, as_json: bool) -> None:
    """Follow the corpus until Ctrl-C. What goes wrong is told, and tried again at the next look."""
    told = ""
    while True:
        try:
            changes = chat.update()
            told = ""
            if changes:
                _print_changes(changes, as_json)
        except CiteChatError as error:
            if str(error) != told:
                print(f"citechat: {error}", file=sys.stderr)
            told = str(error)
        time.sleep(_WATCHED_EVERY)


def _print_changes(changes: Changes, as_json: bool) -> None:
    if as_json:
        print_text(as_json_text(asdict(changes)))
        return
    kinds = ("added", "changed", "removed")
    lines = [f"{kind}: {name}" for kind in kinds for name in getattr(changes, kind)]
    print_text("\n".join(lines) or "nothing has changed")
    print_skipped(changes.skipped)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="files, or folders of files")],
    as_json: Json = False,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Copy documents into the corpus, and index them.

    Returns 3 when files were skipped, since they cannot be read.
    """
    changes = open_chat(corpus, index_dir).add(*paths)
    _print_changes(changes, as_json)
    if changes.skipped:
        raise typer.Exit(3)


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(help="ids of documents, see citechat list")],
    erase: Annotated[
        bool, typer.Option("--erase", help="delete files, old indexes and vectors for good")
    ] = False,
    as_json: Json = False,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Answer no more from documents; their files are put away in .removed of their folder, from where add
    brings them back."""
    _print_changes(open_chat(corpus, index_dir).remove(*ids, erase=erase), as_json)


@app.command(name="list")
def list_documents(
    as_json: Json = False, corpus: Corpus = None, index_dir: IndexDir = None
) -> None:
    """List the documents."""
    documents = open_chat(corpus, index_dir).documents()
    if as_json:
        print_text(as_json_text([asdict(document) for document in documents]))
        return
    width = max(len(document.document_id) for document in documents)
    rows = [f"{d.document_id:{width}}  {d.language}  {d.passages:5d}  {d.title}" for d in documents]
    print_text("\n".join(rows))


@app.command()
def status(as_json: Json = False, corpus: Corpus = None, index_dir: IndexDir = None) -> None:
    """Say how the index and the corpus stand."""
    standing = open_chat(corpus, index_dir).status().to_dict()
    lines = (f"{_STANDING.get(name, name)}: {listed(value)}" for name, value in standing.items())
    print_text(as_json_text(standing) if as_json else "\n".join(lines))


@app.command()
def prune(
    erase: Annotated[
        bool,
        typer.Option(
            "--erase",
            help="build the index anew, so that nothing is left of documents that have gone, and "
            "delete their vectors and the files that were put away",
        ),
    ] = False,
    as_json: Json = False,
    corpus: Corpus = None,
    index_dir: IndexDir = None,
) -> None:
    """Delete the indexes that are no longer used."""
    pruned = open_chat(corpus, index_dir).prune(erase=erase)
    print_text(as_json_text(pruned) if as_json else "\n".join(pruned) or "nothing to delete")
