"""What indexes leave behind: older ones of the same corpus, and what they still know of documents
that have gone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from citechat_ingest import Document, split_passages

from ..errors import IndexBuildError
from ..settings import Settings
from .build_lock import locked
from .building import embedded_texts
from .chroma_store import Store
from .corpus_state import index_recipe
from .embedder import Embedder
from .embedding_cache import embedding_key, forget
from .manifest import Key, Manifest, current_index, current_indexes, read_manifest

_INDEX_NAME = 16
"""Characters in the name of an index's folder."""


def prune(index_dir: Path) -> list[str]:
    """Delete the indexes that no corpus has as its current one, nor as a layer of that; returns
    their names. One that is being built is left alone.
    """
    kept = _in_use(index_dir)
    pruned: list[str] = []
    for folder in _index_folders(index_dir):
        if folder.name in kept or locked(index_dir, folder.name):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        pruned.append(folder.name)
    return sorted(pruned)


def _in_use(index_dir: Path) -> set[str]:
    used: set[str] = set()
    for fingerprint in current_indexes(index_dir).values():
        used.add(fingerprint)
        try:
            layers = read_manifest(index_dir / fingerprint).layers
        except IndexBuildError:
            continue  # it is built anew when it is opened
        used.update(layer.split("/")[0] for layer in layers)
    return used


def _index_folders(index_dir: Path) -> list[Path]:
    # Folders of builders have longer names; they are swept by the next one.
    manifests = index_dir.glob(f"{'?' * _INDEX_NAME}/manifest.json")
    return [manifest.parent for manifest in manifests]


def forget_hidden(settings: Settings, embedder: Embedder) -> int:
    """Take the vectors of all that has changed or gone out of the memory of what was embedded;
    returns how many. To be called before the layers that still hold it are deleted.
    """
    index_dir = Path(str(settings.index_dir))
    current = current_index(index_dir, index_recipe(settings, embedder))
    if settings.chroma_url or not current:
        return 0
    live = read_manifest(index_dir / current)
    keys: set[bytes] = set()
    for folder in _index_folders(index_dir):
        for database in folder.glob("chroma-*.seal"):
            layer = f"{folder.name}/{database.stem}"
            for document in _hidden_documents(folder / database.stem, layer, live):
                keys |= _keys_of(document, settings, embedder)
    return forget(index_dir, keys)


def _hidden_documents(database: Path, layer: str, live: Manifest) -> Iterator[Document]:
    """The documents of a layer that are not read from it."""
    try:
        store = Store.local(database)
    except IndexBuildError:
        return
    try:
        for language, document_id in store.document_roles():
            key: Key = (language, document_id)
            its = live.documents.get(key)
            document = None
            if its is None or its.layer != layer:
                document = store.document(document_id, language)
            if document:
                yield document
    finally:
        store.close()


def _keys_of(document: Document, settings: Settings, embedder: Embedder) -> set[bytes]:
    passages = list(split_passages(document, settings.passage_characters or None))
    return {
        embedding_key(text, embedder.identity, document.language, kind)
        for text, kind in embedded_texts(passages)
    }
