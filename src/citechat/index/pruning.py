"""What an index still knows of documents that have gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citechat_ingest import Document, split_passages

from ..errors import IndexBuildError
from ..settings import Settings
from .chroma_store import Store
from .corpus_state import index_recipe
from .embedded_passages import embedded_texts
from .embedder import Embedder
from .embedding_cache import embedding_key, forget
from .litter import index_folders
from .manifest import Key, Manifest, current_index, read_manifest


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
    for folder in index_folders(index_dir):
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
