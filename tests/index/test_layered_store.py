"""Several layers read as one; what they hold of a document is read once."""

from __future__ import annotations

from typing import Any, cast

from citechat.index.chroma_store import Store
from citechat.index.layered_store import LayeredStore
from citechat.index.manifest import IndexedDocument


class CountingLayer:
    """A layer whose documents are their own ids, and which counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def document(self, document_id: str, language: str) -> Any:
        self.asked.append(document_id)
        return f"{language}/{document_id}"


def test_a_document_that_lives_is_read_once_and_one_that_is_gone_never() -> None:
    layer = CountingLayer()
    layers = {"first": cast(Store, layer)}
    lives = IndexedDocument("first", "document", passages=1)
    store = LayeredStore(layers, {("en", "baker"): lives})

    found = [store.document("baker", "en") for _ in range(3)]
    gone = store.document("lighthouse", "en")

    assert [str(document) for document in found] == ["en/baker"] * 3
    assert gone is None
    assert layer.asked == ["baker"]
